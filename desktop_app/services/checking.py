"""What a finished report still lacks, and which of its characters no font of this computer has."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from desktop_app.errors import Said
from desktop_app.report.checks import Problem, Severity, check
from desktop_app.report.searching import texts
from desktop_app.report.values import Report
from desktop_app.services.faces import family_of
from desktop_app.typeset.faces import Family
from desktop_app.typeset.normalise import normalise

NO_GLYPH = "no_glyph"
"""The code of what will be printed as an empty box."""

_STRANGE = re.compile("[^\x00-\x7fก-๙]")


class Checking:
    """Checks one report after another; keep it where a report is checked as it is edited.

    Fonts are opened at the first text beyond Thai and ASCII, and each text is looked at once.
    """

    def __init__(
        self, face: Path | None = None, family: Callable[[Path | None], Family] = family_of
    ) -> None:
        """Look for characters in `face`, the office's choice (`Paper.face`), and in its helpers."""
        self._open = partial(family, face)
        self._family: Family | None = None
        self._known: dict[str, str] = {}

    def __call__(self, report: Report) -> tuple[Problem, ...]:
        """Return what `report.checks.check` finds, and then characters that no font has."""
        return (*check(report), *self._unprintable(report))

    def _unprintable(self, report: Report) -> Iterator[Problem]:
        for path, text in texts(report):
            if lacking := self._lacking(text):
                yield Problem(path, NO_GLYPH, Severity.WARNING, _said(lacking))

    def _lacking(self, text: str) -> str:
        if not _STRANGE.search(text):  # as almost always, and in a fiftieth of the time
            return ""
        strange = "".join(dict.fromkeys(c for c in normalise(text) if not _ordinary(c)))
        if strange not in self._known:
            self._known[strange] = self._faces.lacking(strange) if strange else ""
        return self._known[strange]

    @property
    def _faces(self) -> Family:
        if self._family is None:
            self._family = self._open()
        return self._family


def _ordinary(character: str) -> bool:
    """Tell whether every face that is used has a character: a face without Thai is refused."""
    return character.isascii() or "ก" <= character <= "๙"


def _said(characters: str) -> Said:
    named = ", ".join(f"{c} (U+{ord(c):04X})" for c in characters)
    names = ", ".join(f"{c} (U+{ord(c):04X} {unicodedata.name(c, 'no name')})" for c in characters)
    return Said(
        f"ไม่มีแบบอักษรในเครื่องนี้ที่มีอักขระ {named} จะพิมพ์เป็นกล่องว่าง",
        f"No font on this computer has {names}; an empty box is printed",
    )
