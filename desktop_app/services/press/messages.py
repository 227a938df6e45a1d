"""What a window and the process that sets its pages say to each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from desktop_app.errors import EnvironmentFault, Fault, Said
from desktop_app.logs import BugElsewhere
from desktop_app.report.editing import Path
from desktop_app.report.values import Report
from desktop_app.services import settings

Sent_contra = TypeVar("Sent_contra", contravariant=True)
Heard_co = TypeVar("Heard_co", covariant=True)


class Line(Protocol[Sent_contra, Heard_co]):
    """One end of the pipe between the two; its class is another on each system."""

    def send(self, message: Sent_contra, /) -> None:
        """Say something; OSError where nobody listens any more."""

    def poll(self, timeout: float = 0.0, /) -> bool:
        """Wait so many seconds for something to be said, or for the other end to go; tell whether."""

    def recv(self) -> Heard_co:
        """Wait for what is said; EOFError or OSError where nobody is there."""

    def close(self) -> None:
        """Let go."""


class Spot(NamedTuple):
    """Where a value stands: page counted from 0, points from the sheet's top."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Job:
    """A report to be set, and those of its files that are new since the job before.

    Only what is kept or sent on need be `tagged`.
    """

    report: Report
    fresh: Mapping[str, bytes]
    kept: frozenset[str]  # names of files that are there already
    words: tuple[str, ...]  # the user's own
    paper: settings.Paper
    tagged: bool = False


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Nobody waits any more for the job before; where that is done already, it means nothing."""


Request = Job | Withdrawal


@dataclass(frozen=True, slots=True)
class Paper:
    """The PDF, its pages, where each value of the report stands, characters without a glyph."""

    pdf: bytes
    page_count: int
    places: Mapping[Path, Spot]
    missing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fault as it travels: pickled as it is, it would lose its Thai sentence."""

    kind: type[Fault]
    said: Said


@dataclass(frozen=True, slots=True)
class Bug:
    """Any other exception as it travels: where it was, with nothing of the report in it."""

    trace: str


Answer = Paper | Refusal | Bug


class GivenUp(EnvironmentFault):
    """Pages were not set, since nobody waits for them any more; nothing to tell people."""


def given_up() -> GivenUp:
    """Return what is raised where pages are not wanted any more."""
    return GivenUp(Said("เลิกจัดหน้าแล้ว", "Setting was given up"))


class PressFailed(BugElsewhere):
    """A bug met while pages were set."""
