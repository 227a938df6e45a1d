"""The recycle bin: reports put in, taken out, and removed from it for good."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlmodel import col

from desktop_app.storage.tables import (
    ActivityRow,
    FileRow,
    ReportRow,
)

_BINNED = select(col(ReportRow.id)).where(col(ReportRow.deleted).is_not(None))
_ACTIVITIES = delete(ActivityRow).where(col(ActivityRow.report_id) == bindparam("this"))
_FILES = delete(FileRow).where(col(FileRow.report_id) == bindparam("this"))
_REPORT = delete(ReportRow).where(col(ReportRow.id) == bindparam("this"))


def bin_report(connection: Connection, report_id: UUID, moment: dt.datetime) -> bool:
    """Put a report into the bin, if it is not there; tell whether the id is known."""
    this = (col(ReportRow.id) == report_id, col(ReportRow.deleted).is_(None))
    done = connection.execute(update(ReportRow).where(*this).values(deleted=moment))
    return bool(done.rowcount) or _is_known(connection, report_id)


def unbin_report(connection: Connection, report_id: UUID) -> bool:
    """Take a report out of the bin, if it is there; tell whether the id is known."""
    this = (col(ReportRow.id) == report_id, col(ReportRow.deleted).is_not(None))
    done = connection.execute(update(ReportRow).where(*this).values(deleted=None))
    return bool(done.rowcount) or _is_known(connection, report_id)


def remove_binned(connection: Connection, report_ids: Sequence[UUID]) -> None:
    """Remove those of the reports that are in the bin, with all that is theirs but the bytes."""
    binned = set(connection.execute(_BINNED).scalars()) & set(report_ids)
    gone = [{"this": report_id} for report_id in binned]
    if gone:
        # Photos go with their activities, and only then may the paths go that they name.
        for statement in (_ACTIVITIES, _FILES, _REPORT):
            connection.execute(statement, gone)


def _is_known(connection: Connection, report_id: UUID) -> bool:
    query = select(col(ReportRow.id)).where(col(ReportRow.id) == report_id)
    return connection.execute(query).first() is not None
