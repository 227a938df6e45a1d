"""Thins the history with age: every save of the last hour, one a month of what is years old."""

import datetime as dt
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlmodel import col

from desktop_app.storage.history import Revision
from desktop_app.storage.tables import ProvenanceRow, VersionRow

_HOUR, _DAY = 3600, 86_400
_STEPS = (
    (_HOUR, 0),
    (_DAY, 600),
    (7 * _DAY, _HOUR),
    (31 * _DAY, _DAY),
    (366 * _DAY, 7 * _DAY),
)
"""Ages in seconds, and what time one save stands for up to there; 0: every save is kept."""
_OLDEST = 30 * _DAY

_THIS = (
    col(VersionRow.report_id) == bindparam("of"),
    col(VersionRow.section) == bindparam("in_section"),
    col(VersionRow.revision) == bindparam("at"),
)
_REMOVE = delete(VersionRow).where(*_THIS)
_MOVE = update(VersionRow).where(*_THIS)


def kept(revisions: Sequence[Revision], now: dt.datetime) -> frozenset[int]:
    """Return the numbers of the revisions that stay: the last of each stretch of time, at least.

    Those of an act stay whatever their age, and so does the last of all.
    """
    stays: dict[tuple[float, int], int] = {}
    for revision in sorted(revisions, key=lambda one: one.number):
        stays[_stretch(revision, now)] = revision.number
    acts = {revision.number for revision in revisions if revision.act_id}
    latest = {max(revision.number for revision in revisions)} if revisions else set()
    return frozenset(stays.values()) | acts | latest


def _stretch(revision: Revision, now: dt.datetime) -> tuple[float, int]:
    age = (now - revision.moment).total_seconds()  # below 0 where the clock was set back
    length = next((length for most, length in _STEPS if age < most), _OLDEST)
    if not length:
        return 0, revision.number
    return length, int(revision.moment.timestamp() // length)


@dataclass(frozen=True, slots=True)
class _Row:
    section: UUID
    revision: int
    activities: tuple[UUID, ...]  # of the report's own section only


def thin(connection: Connection, report_id: UUID, now: dt.datetime) -> None:
    """Forget what the report was between the revisions that stay."""
    columns = (col(VersionRow.revision), col(VersionRow.moment), col(VersionRow.act_id))
    whose = col(VersionRow.report_id) == report_id
    found = connection.execute(select(*columns).where(whose).distinct())
    revisions = {row.revision: Revision(*row) for row in found}
    stays = kept(list(revisions.values()), now) | _undoable(connection, report_id)
    stays &= revisions.keys()
    if len(stays) == len(revisions):
        return
    rows = _read_rows(connection, report_id)
    needed = _needed(rows, sorted(stays), report_id)
    keys = [(row.section, row.revision) for row in rows]
    gone = [_this(report_id, *key) for key in keys if key not in needed]
    # A row that a later revision needs moves there, so that every row tells of one that stays.
    moved = [
        {
            **_this(report_id, *key),
            "revision": to,
            "moment": revisions[to].moment,
            "act_id": revisions[to].act_id,
        }
        for key, to in needed.items()
        if key[1] != to
    ]
    if gone:
        connection.execute(_REMOVE, gone)
    if moved:
        connection.execute(_MOVE, moved)


def _this(report_id: UUID, section: UUID, revision: int) -> Mapping[str, object]:
    return {"of": report_id, "in_section": section, "at": revision}


def _undoable(connection: Connection, report_id: UUID) -> frozenset[int]:
    """Return the revisions that acts found, which undoing them brings back."""
    query = select(col(ProvenanceRow.before)).where(col(ProvenanceRow.report_id) == report_id)
    found = connection.execute(query).scalars()
    return frozenset(number for number in found if number is not None)


def _read_rows(connection: Connection, report_id: UUID) -> list[_Row]:
    whose = col(VersionRow.report_id) == report_id
    columns = (col(VersionRow.section), col(VersionRow.revision))
    rows = connection.execute(select(*columns).where(whose)).all()
    heads = select(col(VersionRow.revision), col(VersionRow.content)).where(
        whose, col(VersionRow.section) == report_id
    )
    orders = {
        revision: tuple(map(UUID, json.loads(content)["activities"]))
        for revision, content in connection.execute(heads)
    }
    return [
        _Row(row.section, row.revision, orders[row.revision] if row.section == report_id else ())
        for row in rows
    ]


def _needed(
    rows: Iterable[_Row], stays: Sequence[int], report_id: UUID
) -> dict[tuple[UUID, int], int]:
    """Return the rows that tell of the revisions that stay, each with the first that needs it."""
    numbers: dict[UUID, list[int]] = defaultdict(list)
    orders: dict[int, tuple[UUID, ...]] = {}
    for row in sorted(rows, key=lambda one: one.revision):
        numbers[row.section].append(row.revision)
        if row.section == report_id:
            orders[row.revision] = row.activities
    needed: dict[tuple[UUID, int], int] = {}
    for number in stays:
        head = _latest(numbers[report_id], number)
        for section in (report_id, *orders[head]):
            needed.setdefault((section, _latest(numbers[section], number)), number)
    return needed


def _latest(numbers: Sequence[int], until: int) -> int:
    return numbers[bisect_right(numbers, until) - 1]
