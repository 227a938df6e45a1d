"""The two kinds of failure that people are told about; every other exception is a bug.

`UserFault` is what the person at the keyboard can mend, `EnvironmentFault` what the machine
did (disk full, file in use, damaged file).  Each carries one sentence in Thai and in English;
the front end picks the language and never shows a traceback for either.
"""

from dataclasses import dataclass
from typing import Literal

Language = Literal["th", "en"]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence in both languages of the program."""

    th: str
    en: str

    def to(self, language: Language) -> str:
        """Return the sentence as said in `language`."""
        return self.th if language == "th" else self.en


class Fault(Exception):
    """A failure with a sentence for people; raise one of its two kinds, never this."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.en)
        self.said = said


class UserFault(Fault):
    """What the user can mend: a wrong file, an unknown key, an id that matches nothing."""


class EnvironmentFault(Fault):
    """What the machine did: no space, no permission, a damaged or locked file."""
