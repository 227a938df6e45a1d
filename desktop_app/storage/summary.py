"""What a list of reports shows of one; apart from the tables, so that naming it costs nothing."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from desktop_app.report.values import Period


class State(StrEnum):
    """How far a stored report is."""

    DRAFT = "draft"
    COMPLETE = "complete"  # nothing that is required is missing, and all that was typed is read


@dataclass(frozen=True, slots=True)
class Summary:
    """One stored report: `agency` may be empty, `activities` is their number; times are in UTC.

    `deleted` is when it went into the recycle bin, if it is there.  `completeness` goes from 0 to
    1.  `printed` is when it was last printed, and `is_on_paper` tells that it is still as it was then.
    """

    id: UUID
    agency: str
    fiscal_year: int
    period: Period
    activities: int
    edited: dt.datetime
    deleted: dt.datetime | None = None
    state: State = State.DRAFT
    completeness: float = 0.0
    printed: dt.datetime | None = None
    is_on_paper: bool = False
