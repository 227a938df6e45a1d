"""Photos that were turned or cut, and the photo that each was made of, which its name tells.

`photos/0003~c1000-0-10000-8000r90.jpg` is `photos/0003.jpg` of which a part was cut out, and that
was turned then.  So the original is found again after a save, a backup or a move to another
computer, for as long as it is there, and report files need no key for it.
"""

import re
from dataclasses import dataclass

from desktop_app.report.values import Report

Box = tuple[int, int, int, int]
"""Left, top, right and bottom of a part of a picture, in ten-thousandths of its width and height."""

_TREATED = re.compile(
    r"(?P<before>.+)~(?=[cr])"
    r"(?:c(?P<left>\d{1,5})-(?P<top>\d{1,5})-(?P<right>\d{1,5})-(?P<bottom>\d{1,5}))?"
    r"(?:r(?P<turn>90|180|270))?(?P<ending>\.\w+)"
)


@dataclass(frozen=True, slots=True)
class Treatment:
    """What was done to an original: a part of it cut out, then turned clockwise by degrees."""

    box: Box | None = None
    turn: int = 0

    def turned(self, by: int) -> "Treatment":
        """Return this treatment, and then a turn clockwise by degrees."""
        return Treatment(self.box, (self.turn + by) % 360)


def treated_name(original: str, treatment: Treatment) -> str:
    """Return what a treated photo is called; without a treatment it is the original itself."""
    if treatment == Treatment():
        return original
    before, dot, ending = original.rpartition(".")
    cut = "c{}-{}-{}-{}".format(*treatment.box) if treatment.box else ""
    turn = f"r{treatment.turn}" if treatment.turn else ""
    return f"{before}~{cut}{turn}{dot}{ending}"


def origin(name: str) -> tuple[str, Treatment]:
    """Return which original a photo was made of, and how; an original was made of itself."""
    found = _TREATED.fullmatch(name)
    if found is None:
        return name, Treatment()
    left, top, right, bottom = (
        int(found[side] or 0) for side in ("left", "top", "right", "bottom")
    )
    box = (left, top, right, bottom) if found["left"] else None
    return found["before"] + found["ending"], Treatment(box, int(found["turn"] or 0))


def originals(report: Report) -> tuple[str, ...]:
    """Return the originals of a report's photos that are not in the report themselves."""
    photos = [photo.file for activity in report.activities for photo in activity.photos]
    found = dict.fromkeys(origin(name)[0] for name in photos)
    return tuple(name for name in found if name not in set(photos))
