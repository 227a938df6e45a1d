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


class DiskFull(EnvironmentFault):
    """There is no room for what is to be written."""


class ReadOnly(EnvironmentFault):
    """The disk, the folder or the file may not be written to."""


class InUse(EnvironmentFault):
    """Another program, or another computer, holds what is needed."""


class DeviceGone(EnvironmentFault):
    """A device does not answer, or its folder is no longer there: a stick that was pulled out."""


class Damaged(EnvironmentFault):
    """What is read is not what was written there."""


class ClockSetBack(EnvironmentFault):
    """The computer's clock shows a time before what is already dated."""
