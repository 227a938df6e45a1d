"""Fills in what follows from the reports themselves, for those that an older program wrote."""

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update
from sqlmodel import col

from desktop_app.report.searching import words
from desktop_app.storage.history import begin_history
from desktop_app.storage.reading import read_report
from desktop_app.storage.stored import Stored
from desktop_app.storage.tables import ActivityRow, ReportRow

_REPORT_WORDS = update(ReportRow).where(col(ReportRow.id) == bindparam("this"))
_ACTIVITY_WORDS = update(ActivityRow).where(col(ActivityRow.id) == bindparam("this"))


def fill_in(connection: Connection) -> None:
    """Give every report that lacks them the words that a search finds, and a first revision.

    A report that is damaged stays as it is, and keeps no other from being filled in.
    """
    for report_id in _lacking_words(connection):
        with suppress(ValueError):
            _fill_in(connection, read_report(connection, report_id))


def _fill_in(connection: Connection, stored: Stored | None) -> None:
    if stored is not None:
        _write_words(connection, stored)
        begin_history(connection, stored)


def _lacking_words(connection: Connection) -> Sequence[UUID]:
    query = select(col(ReportRow.id)).where(col(ReportRow.words).is_(None))
    return connection.execute(query).scalars().all()


def _write_words(connection: Connection, stored: Stored) -> None:
    report = stored.report
    head = words(report.model_copy(update={"activities": ()}))
    connection.execute(_REPORT_WORDS, {"this": report.id, "words": head})
    every = zip(stored.activity_keys, report.activities, strict=True)
    if rows := [{"this": key, "words": words(activity)} for key, activity in every]:
        connection.execute(_ACTIVITY_WORDS, rows)
