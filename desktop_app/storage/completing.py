"""Reads what was typed in earlier reports, to be offered where the same may be meant."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select
from sqlalchemy.orm import Mapped
from sqlmodel import col

from desktop_app.storage.earlier import Earlier
from desktop_app.storage.tables import (
    ActivityPart,
    ActivityRow,
    GroupRow,
    ReportRow,
    SessionRow,
    SignatoryRow,
    TextRow,
)


def read_earlier(connection: Connection, kind: Earlier, limit: int) -> tuple[str, ...]:
    """Return the different entries of reports that are not deleted, at most `limit`.

    Those that stand in the most reports and rows come first, and of these the latest.
    """
    return tuple(connection.execute(_QUERIES[kind], {"most": limit}).scalars())


def _query(text: Mapped[str | None], entries: Select[Any]) -> Select[Any]:
    trimmed = func.trim(text)
    often, lately = func.count().desc(), func.max(col(ReportRow.edited)).desc()
    return (
        entries.with_only_columns(trimmed)
        .where(col(ReportRow.deleted).is_(None), trimmed != "")
        .group_by(trimmed)
        .order_by(often, lately, trimmed)
        .limit(bindparam("most"))
    )


def _of_activities(part: type[ActivityPart]) -> Select[Any]:
    rows = select(part).join(ActivityRow, col(ActivityRow.id) == col(part.activity_id))
    return rows.join(ReportRow, col(ReportRow.id) == col(ActivityRow.report_id))


_UNITS = _of_activities(TextRow).where(col(TextRow.kind) == "organisers")
_SIGNED = select(SignatoryRow).join(ReportRow, col(ReportRow.id) == col(SignatoryRow.report_id))
_QUERIES: Mapping[Earlier, Select[Any]] = {
    Earlier.AGENCY: _query(col(ReportRow.agency_name), select(ReportRow)),
    Earlier.PLACE: _query(col(SessionRow.place), _of_activities(SessionRow)),
    Earlier.GROUP: _query(col(GroupRow.name), _of_activities(GroupRow)),
    Earlier.UNIT: _query(col(TextRow.text), _UNITS),
    Earlier.PERSON: _query(col(SignatoryRow.name), _SIGNED),
    Earlier.POSITION: _query(col(SignatoryRow.position), _SIGNED),
}
