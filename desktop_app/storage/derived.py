"""Fills in what follows from the reports themselves, for those that an older program wrote."""

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update
from sqlmodel import col

from desktop_app.report.searching import words
from desktop_app.report.tally import tally
from desktop_app.report.values import Report
from desktop_app.storage.history import begin_history
from desktop_app.storage.reading import read_report
from desktop_app.storage.rows import tally_row
from desktop_app.storage.stored import Stored
from desktop_app.storage.tables import ActivityRow, ReportRow
from desktop_app.storage.wording import worded

_REPORT = update(ReportRow).where(col(ReportRow.id) == bindparam("this"))
_ACTIVITY_WORDS = update(ActivityRow).where(col(ActivityRow.id) == bindparam("this"))


def fill_in(connection: Connection) -> None:
    """Give every report that lacks them what a search finds, a first revision and its tally.

    A report that is damaged stays as it is, and keeps no other from being filled in.
    """
    for report_id in _lacking(connection):
        with suppress(ValueError):
            _fill_in(connection, read_report(connection, report_id))


def _fill_in(connection: Connection, stored: Stored | None) -> None:
    if stored is not None:
        _write_words(connection, stored)
        begin_history(connection, stored)
        _count(connection, stored.report)


def recount(connection: Connection, report_id: UUID) -> None:
    """Count again how far a report is: an older program may have done it by other rules."""
    if stored := read_report(connection, report_id):
        _count(connection, stored.report)


def _count(connection: Connection, report: Report) -> None:
    connection.execute(_REPORT, {"this": report.id, **tally_row(tally(report))})


def _lacking(connection: Connection) -> Sequence[UUID]:
    lacking = col(ReportRow.words).is_(None) | col(ReportRow.points).is_(None)
    return connection.execute(select(col(ReportRow.id)).where(lacking)).scalars().all()


def _write_words(connection: Connection, stored: Stored) -> None:
    report = stored.report
    head = words(report.model_copy(update={"activities": ()}))
    connection.execute(_REPORT, {"this": report.id, "words": head})
    every = zip(stored.activity_keys, report.activities, strict=True)
    if rows := [{"this": key, "words": worded(activity).text} for key, activity in every]:
        connection.execute(_ACTIVITY_WORDS, rows)
