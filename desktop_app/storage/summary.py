"""What a list of reports shows of one; apart from the tables, so that naming it costs nothing."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from desktop_app.report.values import Period


@dataclass(frozen=True, slots=True)
class Summary:
    """One stored report: `agency` may be empty, `activities` is their number; times are in UTC.

    `deleted` is when it went into the recycle bin, if it is there.
    """

    id: UUID
    agency: str
    fiscal_year: int
    period: Period
    activities: int
    edited: dt.datetime
    deleted: dt.datetime | None = None
