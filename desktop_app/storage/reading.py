"""Reads reports, their files and their summaries within a transaction that is given."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    bindparam,
    exists,
    func,
    select,
    type_coerce,
)
from sqlalchemy import Row as SqlRow
from sqlmodel import col

from desktop_app.errors import EnvironmentFault, Said
from desktop_app.report.tally import Tally
from desktop_app.report.values import Activity, Period
from desktop_app.storage.column_types import IDENTIFIER
from desktop_app.storage.rows import (
    LIST_TABLES,
    Lists,
    Row,
    activity_from,
    report_from,
)
from desktop_app.storage.stored import Stored
from desktop_app.storage.summary import State, Summary
from desktop_app.storage.tables import (
    ActivityPart,
    ActivityRow,
    BlobRow,
    FileRow,
    ReportRow,
    SignatoryRow,
    Table,
    UnreadRow,
)


def _without_words(table: type[Table]) -> tuple[ColumnElement[Any], ...]:
    # What a search looks through is as long as all else, and nothing but a search reads it.
    return tuple(
        column
        for column in Table.metadata.tables[str(table.__tablename__)].columns
        if column.name != "words"
    )


# Built once: making a query takes SQLAlchemy longer than answering it takes SQLite.
_THIS = bindparam("this", type_=IDENTIFIER)
_REPORT = select(*_without_words(ReportRow)).where(col(ReportRow.id) == _THIS)
_ACTIVITIES = (
    select(*_without_words(ActivityRow))
    .where(col(ActivityRow.report_id) == _THIS)
    .order_by(col(ActivityRow.ordinal))
)
_SIGNATORIES = (
    select(SignatoryRow)
    .where(col(SignatoryRow.report_id) == _THIS)
    .order_by(col(SignatoryRow.ordinal))
)


def _list(table: type[ActivityPart]) -> Select[Any]:
    """Return the query for all rows of one sort of list in a report; `of` says whose each is."""
    columns = Table.metadata.tables[str(table.__tablename__)].columns
    # Its owner's key comes with each row, and making values of so many texts takes long.
    whose = type_coerce(col(table.activity_id), Text).label("of")
    return (
        select(*(one for one in columns if one.name not in ("activity_id", "report_id")), whose)
        .join(ActivityRow, col(ActivityRow.id) == col(table.activity_id))
        .where(col(ActivityRow.report_id) == _THIS)
        .order_by(col(table.ordinal))
    )


_LISTS = {table: _list(table) for table in LIST_TABLES}
_COUNT = (
    select(func.count())
    .where(col(ActivityRow.report_id) == col(ReportRow.id))
    .scalar_subquery()
    .label("activities")
)
_ALL_BUT_READ = 0.99  # how far a report is at most in which something cannot be read
_UNREAD = exists().where(col(UnreadRow.report_id) == col(ReportRow.id)).label("unread")
_SUMMARIES = select(
    *(
        Table.metadata.tables["report"].columns[name]
        for name in (
            "id",
            "agency_name",
            "fiscal_year",
            "period_kind",
            "period_start",
            "period_end",
            "edited",
            "deleted",
            "revision",
            "printed",
            "printed_revision",
            "points",
            "points_of_all",
        )
    ),
    _COUNT,
    _UNREAD,
).order_by(
    col(ReportRow.deleted).desc(),
    col(ReportRow.fiscal_year).desc(),
    col(ReportRow.edited).desc(),
)
_PRESENT = _SUMMARIES.where(col(ReportRow.deleted).is_(None))
_BINNED = _SUMMARIES.where(col(ReportRow.deleted).is_not(None))
_STATE = select(col(ReportRow.revision), col(ReportRow.deleted)).where(
    col(ReportRow.id) == bindparam("this")
)


def read_report(connection: Connection, report_id: UUID) -> Stored | None:
    """Return a report, deleted or not; ValueError where its rows hold no valid report."""
    found = _rows(connection, _REPORT, report_id)
    if not found:
        return None
    row = found[0]
    keys, activities = _read_activities(connection, report_id)
    signatories = _rows(connection, _SIGNATORIES, report_id)
    report = report_from(row, signatories, activities)
    digests = read_digests(connection, report_id)
    state = (row["revision"], row["edited"], row["deleted"], row["lineage"])
    return Stored(report, keys, *state, digests)


def read_state(connection: Connection, report_id: UUID) -> tuple[int, dt.datetime | None] | None:
    """Return a report's revision and when it was deleted, or None where it is unknown."""
    found = connection.execute(_STATE, {"this": report_id}).one_or_none()
    return None if found is None else (found[0], found[1])


def read_files(connection: Connection, report_id: UUID, paths: Sequence[str]) -> dict[str, bytes]:
    """Return the bytes behind `paths`, each held against its digest.

    Raises EnvironmentFault for bytes that are not the ones that were stored.
    """
    if not paths:
        return {}
    query = (
        select(col(FileRow.path), col(BlobRow.sha256), col(BlobRow.content))
        .join(BlobRow, col(BlobRow.sha256) == col(FileRow.sha256))
        .where(col(FileRow.report_id) == report_id)
    )
    wanted = frozenset(paths)
    files: dict[str, bytes] = {}
    for path, digest, content in connection.execute(query.where(col(FileRow.path).in_(wanted))):
        if hashlib.sha256(content).hexdigest() != digest:
            raise damaged_file(path)
        files[path] = content
    return files


def read_digests(connection: Connection, report_id: UUID) -> dict[str, str]:
    """Return the SHA-256 behind every path that the report has ever named."""
    query = select(col(FileRow.path), col(FileRow.sha256))
    found = connection.execute(query.where(col(FileRow.report_id) == report_id))
    return {row.path: row.sha256 for row in found}


def read_summaries(connection: Connection, *, deleted: bool = False) -> tuple[Summary, ...]:
    """Return the reports that are not deleted, or those that are.

    The latest fiscal year and the latest edit come first; of the deleted, the latest deletion.
    """
    found = connection.execute(_BINNED if deleted else _PRESENT)
    return tuple(map(_summary, found))


def read_summary(connection: Connection, report_id: UUID) -> Summary | None:
    """Return one report that is not deleted, or None."""
    found = connection.execute(_PRESENT.where(col(ReportRow.id) == report_id)).one_or_none()
    return None if found is None else _summary(found)


def read_ids(connection: Connection) -> tuple[UUID, ...]:
    """Return the ids of all reports, also of the deleted."""
    return tuple(connection.execute(select(col(ReportRow.id))).scalars())


def read_ids_beginning(connection: Connection, text: str) -> tuple[UUID, ...]:
    """Return the ids, written with hyphens, that begin with `text`; none of deleted reports."""
    beginning = type_coerce(col(ReportRow.id), Text).startswith(text, autoescape=True)
    query = select(col(ReportRow.id)).where(beginning, col(ReportRow.deleted).is_(None))
    return tuple(connection.execute(query.order_by(col(ReportRow.id))).scalars())


def _read_activities(
    connection: Connection, report_id: UUID
) -> tuple[tuple[UUID, ...], tuple[Activity, ...]]:
    found = _rows(connection, _ACTIVITIES, report_id)
    if not found:
        return (), ()
    lists = _read_lists(connection, report_id)
    keys = tuple(row["id"] for row in found)
    return keys, tuple(activity_from(row, lists[str(row["id"])]) for row in found)


def _read_lists(connection: Connection, report_id: UUID) -> Mapping[str, Lists]:
    lists: dict[str, dict[type[ActivityPart], list[Row]]] = defaultdict(
        lambda: {table: [] for table in LIST_TABLES}
    )
    for table, query in _LISTS.items():
        for row in _rows(connection, query, report_id):
            lists[row["of"]][table].append(row)
    return lists


def _rows(connection: Connection, query: Select[Any], report_id: UUID) -> list[Row]:
    found = connection.execute(query, {"this": report_id})
    names = tuple(found.keys())
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _summary(row: SqlRow[*tuple[Any, ...]]) -> Summary:
    done = Tally(row.points, row.points_of_all).fraction
    if row.unread:
        done = min(done, _ALL_BUT_READ)
    return Summary(
        row.id,
        row.agency_name or "",
        row.fiscal_year,
        Period(kind=row.period_kind, start=row.period_start, end=row.period_end),
        row.activities,
        row.edited,
        row.deleted,
        State.COMPLETE if done == 1 and not row.unread else State.DRAFT,
        done,
        row.printed,
        row.printed_revision == row.revision,
    )


def damaged_file(path: str) -> EnvironmentFault:
    """Return the fault that says that a report's photo or attachment is not what was stored."""
    return EnvironmentFault(
        Said(
            f"ไฟล์ {path} ของรายงานนี้เสียหายในฐานข้อมูล ข้อความของรายงานยังอยู่ครบ "
            "โปรดนำข้อมูลสำรองที่มีไฟล์นี้กลับมาใช้",
            f"{path} of this report is damaged in the database; the report's text is safe. "
            "Go back to a backup that has this file",
        )
    )
