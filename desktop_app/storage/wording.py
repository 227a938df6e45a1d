"""What a search finds in an activity, put together of its parts: typing changes one of them."""

from dataclasses import dataclass

from desktop_app.report.searching import words
from desktop_app.report.values import Activity


@dataclass(frozen=True, slots=True)
class Worded:
    """An activity with what can be found in each of its parts, folded."""

    activity: Activity
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """All that can be found in it."""
        return " ".join(part for part in self.parts if part)


def worded(activity: Activity, before: Worded | None = None) -> Worded:
    """Return what can be found in an activity; what it shares with `before` is known already."""
    now = vars(activity).values()
    if before is None:
        return Worded(activity, tuple(map(words, now)))
    known = zip(vars(before.activity).values(), before.parts, strict=True)
    parts = (
        text if part is was else words(part) for part, (was, text) in zip(now, known, strict=True)
    )
    return Worded(activity, tuple(parts))
