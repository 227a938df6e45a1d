"""A report as it stands in the database, with what is kept beside it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from desktop_app.report.tally import Tally
from desktop_app.report.values import Activity, Report
from desktop_app.storage.wording import Worded


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored report; `digests` are those behind every path that it has ever named.

    `lineage` is None as long as every edit was made in this database; `tally` where it was not
    counted by this program: rules may have been others when it was written.  `worded` is of the
    activities that were written last.
    """

    report: Report
    activity_keys: tuple[UUID, ...]
    revision: int
    edited: dt.datetime
    deleted: dt.datetime | None
    lineage: Mapping[UUID, int] | None
    digests: Mapping[str, str]
    tally: Tally | None = None
    worded: Mapping[UUID, Worded] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a save is marked with: when, and in which act, if it is part of one.

    `lineage` is what the report stems from besides what was here; None where that is nothing.
    `edited` tells that it is none of the versions that it stems from, as after any typing.
    """

    moment: dt.datetime
    act_id: UUID | None = None
    lineage: Mapping[UUID, int] | None = None
    edited: bool = True


def named_files(activity: Activity) -> Iterator[str]:
    """Yield the path of each photo and attachment of an activity."""
    yield from (photo.file for photo in activity.photos)
    yield from (attachment.file for attachment in activity.attachments)
