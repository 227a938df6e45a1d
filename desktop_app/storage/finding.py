"""Finds the reports that hold all of some words, wherever in them each word stands."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection, select, union
from sqlmodel import col

from desktop_app.storage.sqlite_text import holds
from desktop_app.storage.tables import ActivityRow, ReportRow


def find_reports(connection: Connection, terms: Collection[str]) -> frozenset[UUID]:
    """Return the ids of the reports, also deleted ones, that hold each of the folded `terms`."""
    found = frozenset(connection.execute(select(col(ReportRow.id))).scalars())
    for term in terms:
        outside = select(col(ReportRow.id)).where(holds(col(ReportRow.words), term))
        inside = select(col(ActivityRow.report_id)).where(holds(col(ActivityRow.words), term))
        found &= frozenset(connection.execute(union(outside, inside)).scalars())
    return found
