"""The tables of the database: one for each value of a report that repeats, and one for bytes.

A column that holds a report's value has that value's name, so rows and values turn into each
other by name.  `ordinal` is the place in a list, from 0.  Rows are built only from values that
`report.values` has validated: SQLModel does not validate a table's rows itself.

Any change here needs a migration beside the last one.
"""

import datetime as dt
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, MetaData, Text
from sqlmodel import Field, SQLModel

from desktop_app.report.location import Path
from desktop_app.report.values import ActivitiesLayout, AgencyKind, PeriodKind
from desktop_app.storage.column_types import (
    CLOCK,
    COUNTS,
    DAY,
    IDENTIFIER,
    MOMENT,
    PLACE,
    PLACED_TEXTS,
    TEXTS,
    Flag,
    chosen,
)
from desktop_app.storage.sqlite import STRICT

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(SQLModel):
    """What all tables share: this program's own metadata, and STRICT types."""

    metadata = MetaData(naming_convention=_NAMES)
    __table_args__: ClassVar[tuple[object, ...]] = (STRICT,)


class ReportRow(Table, table=True):
    """A report; agency, period and layout are its own columns, named with their prefix."""

    __tablename__ = "report"

    id: UUID = Field(primary_key=True, sa_type=IDENTIFIER)
    agency_kind: AgencyKind = Field(sa_type=chosen(AgencyKind))
    agency_name: str | None = Field(sa_type=Text)
    agency_province: str | None = Field(sa_type=Text)
    agency_district: str | None = Field(sa_type=Text)
    fiscal_year: int
    period_kind: PeriodKind = Field(sa_type=chosen(PeriodKind))
    period_start: dt.date | None = Field(sa_type=DAY)
    period_end: dt.date | None = Field(sa_type=DAY)
    title: str | None = Field(sa_type=Text)
    introduction: str | None = Field(sa_type=Text)
    layout_thai_digits: bool = Field(sa_type=Flag)
    layout_activities: ActivitiesLayout = Field(sa_type=chosen(ActivitiesLayout))
    layout_photos_per_page: int
    created: dt.datetime = Field(sa_type=MOMENT)
    edited: dt.datetime = Field(sa_type=MOMENT)
    deleted: dt.datetime | None = Field(sa_type=MOMENT)  # in the recycle bin since then
    revision: int  # counts the saves
    # The edits that it stems from, once another office's are among them; see report.merging.
    lineage: dict[UUID, int] | None = Field(sa_type=COUNTS)
    words: str | None = Field(sa_type=Text)  # what a search finds outside the activities
    printed: dt.datetime | None = Field(sa_type=MOMENT)
    printed_revision: int | None  # what was printed then
    # How much of a finished report is there; see report.tally.
    points: int | None
    points_of_all: int | None


class ActivityRow(Table, table=True):
    """An activity; its key stays its own when it moves or is edited."""

    __tablename__ = "activity"
    __table_args__ = (Index(None, "report_id", "ordinal"), STRICT)

    id: UUID = Field(primary_key=True, sa_type=IDENTIFIER)
    report_id: UUID = Field(sa_type=IDENTIFIER, foreign_key="report.id", ondelete="CASCADE")
    ordinal: int
    name: str | None = Field(sa_type=Text)
    participants_total: int | None
    words: str | None = Field(sa_type=Text)  # what a search finds in it


class ActivityPart(Table):
    """What the tables of an activity's lists share: whose list it is, and the place in it."""

    activity_id: UUID = Field(
        primary_key=True, sa_type=IDENTIFIER, foreign_key="activity.id", ondelete="CASCADE"
    )
    ordinal: int = Field(primary_key=True)


class TextRow(ActivityPart, table=True):
    """One text of a list of texts; `kind` is that list's name, as in Activity.issues."""

    __tablename__ = "text_item"

    kind: str = Field(primary_key=True, sa_type=Text)
    text: str | None = Field(sa_type=Text)


class SessionRow(ActivityPart, table=True):
    """One sitting of an activity."""

    __tablename__ = "session"

    date: dt.date | None = Field(sa_type=DAY)
    end_date: dt.date | None = Field(sa_type=DAY)
    start_time: dt.time | None = Field(sa_type=CLOCK)
    end_time: dt.time | None = Field(sa_type=CLOCK)
    place: str | None = Field(sa_type=Text)


class GroupRow(ActivityPart, table=True):
    """One group of participants."""

    __tablename__ = "participant_group"

    name: str | None = Field(sa_type=Text)
    count: int | None
    external: bool = Field(sa_type=Flag)


class LinkRow(ActivityPart, table=True):
    """One address of the web."""

    __tablename__ = "link"

    label: str | None = Field(sa_type=Text)
    url: str | None = Field(sa_type=Text)


def _file_there() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["report_id", "file"], ["file.report_id", "file.path"])


class FiledPart(ActivityPart):
    """What photos and attachments share: the path of a file that the report has."""

    report_id: UUID = Field(sa_type=IDENTIFIER)
    file: str = Field(sa_type=Text)


class PhotoRow(FiledPart, table=True):
    """One picture."""

    __tablename__ = "photo"
    __table_args__ = (_file_there(), STRICT)

    caption: str | None = Field(sa_type=Text)


class AttachmentRow(FiledPart, table=True):
    """One attached file."""

    __tablename__ = "attachment"
    __table_args__ = (_file_there(), STRICT)

    kind: str | None = Field(sa_type=Text)
    title: str | None = Field(sa_type=Text)


class SignatoryRow(Table, table=True):
    """One who signs."""

    __tablename__ = "signatory"

    report_id: UUID = Field(
        primary_key=True, sa_type=IDENTIFIER, foreign_key="report.id", ondelete="CASCADE"
    )
    ordinal: int = Field(primary_key=True)
    role: str | None = Field(sa_type=Text)
    name: str | None = Field(sa_type=Text)
    position: str | None = Field(sa_type=Text)  # the office held, not a place in the list
    date: dt.date | None = Field(sa_type=DAY)


class UnreadRow(Table, table=True):
    """What was typed in a field and cannot be read as its value."""

    __tablename__ = "unread"

    report_id: UUID = Field(
        primary_key=True, sa_type=IDENTIFIER, foreign_key="report.id", ondelete="CASCADE"
    )
    path: Path = Field(primary_key=True, sa_type=PLACE)
    text: str = Field(sa_type=Text)


class FileRow(Table, table=True):
    """What stands behind a path that a report has named; kept when the report names it no more.

    So a photo that comes back by undo needs no bytes to be saved again.
    """

    __tablename__ = "file"

    report_id: UUID = Field(
        primary_key=True, sa_type=IDENTIFIER, foreign_key="report.id", ondelete="CASCADE"
    )
    path: str = Field(primary_key=True, sa_type=Text)
    sha256: str = Field(sa_type=Text, foreign_key="blob.sha256", index=True)


class BlobRow(Table, table=True):
    """Bytes, once however often they are used; the digest finds damage that SQLite overlooks."""

    __tablename__ = "blob"

    sha256: str = Field(primary_key=True, sa_type=Text)
    content: bytes = Field(sa_type=LargeBinary)


class ActKind(StrEnum):
    """What sort of act changed several reports at once."""

    MERGE = "merge"
    UNDO = "undo"


class ActRow(Table, table=True):
    """One act of a person that changed reports, and that can be undone as one."""

    __tablename__ = "act"

    id: UUID = Field(primary_key=True, sa_type=IDENTIFIER)
    kind: ActKind = Field(sa_type=chosen(ActKind))
    moment: dt.datetime = Field(sa_type=MOMENT)
    undone: dt.datetime | None = Field(sa_type=MOMENT)


class ProvenanceRow(Table, table=True):
    """Where a report, or a part of it, came from; kept also when the report is gone.

    `before` and `after` are the revisions that the act found and left; before is null where the
    report was not here.  `theirs` is what came, as a report file, where it was not taken as it was.
    """

    __tablename__ = "provenance"
    __table_args__ = (Index(None, "report_id"), STRICT)

    act_id: UUID = Field(primary_key=True, sa_type=IDENTIFIER, foreign_key="act.id")
    ordinal: int = Field(primary_key=True)
    report_id: UUID = Field(sa_type=IDENTIFIER)
    office: str = Field(sa_type=Text)
    file: str = Field(sa_type=Text)
    made: dt.datetime | None = Field(sa_type=MOMENT)  # when the file says that it was made
    digest: str = Field(sa_type=Text)  # of what came
    lineage: dict[UUID, int] = Field(sa_type=COUNTS)  # of what came
    theirs: str | None = Field(sa_type=Text)
    before: int | None
    before_lineage: dict[UUID, int] | None = Field(sa_type=COUNTS)
    before_deleted: dt.datetime | None = Field(sa_type=MOMENT)
    before_unread: dict[Path, str] | None = Field(sa_type=PLACED_TEXTS)
    after: int


class VersionRow(Table, table=True):
    """What one section of a report was from one revision on, until the next row of that section.

    `section` is an activity's key, or the report's own id for all else in it; there the content
    also names the activities in their order.  `files` holds the digests behind the paths that
    the section names.
    """

    __tablename__ = "version"

    report_id: UUID = Field(
        primary_key=True, sa_type=IDENTIFIER, foreign_key="report.id", ondelete="CASCADE"
    )
    revision: int = Field(primary_key=True)
    section: UUID = Field(primary_key=True, sa_type=IDENTIFIER)
    moment: dt.datetime = Field(sa_type=MOMENT)
    act_id: UUID | None = Field(sa_type=IDENTIFIER, foreign_key="act.id")
    content: str = Field(sa_type=Text)
    files: dict[str, str] | None = Field(sa_type=TEXTS)


class DatabaseRow(Table, table=True):
    """Which database this is, among those of all offices: the row that is not retired.

    One that is made of a backup goes on under a name of its own, since the one that the backup was
    made of may go on as well; the edits until then stay under the retired name.
    """

    __tablename__ = "database"

    id: UUID = Field(primary_key=True, sa_type=IDENTIFIER)
    retired: dt.datetime | None = Field(sa_type=MOMENT)


class SchemaStepRow(Table, table=True):
    """When this database reached a schema, and by which version of the program.

    An older program reads here which version it lacks.
    """

    __tablename__ = "schema_step"

    schema_version: str = Field(primary_key=True, sa_type=Text)
    program: str = Field(sa_type=Text)
    moment: dt.datetime = Field(sa_type=MOMENT)
