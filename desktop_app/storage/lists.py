"""Writes the lists of activities within a transaction that is given: only the items that changed."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, update
from sqlmodel import col

from desktop_app.report.values import Activity
from desktop_app.storage.changes import Changes
from desktop_app.storage.prepared import Prepared
from desktop_app.storage.rows import LIST_TABLES, LISTS, ItemList, Row
from desktop_app.storage.tables import ActivityPart, FiledPart, TextRow

_EMPTY = Activity()


def _this(table: type[ActivityPart]) -> tuple[Any, ...]:
    place = (
        col(table.activity_id) == bindparam("of"),
        col(table.ordinal) == bindparam("at"),
    )
    return (*place, col(TextRow.kind) == bindparam("among")) if table is TextRow else place


_ADD = {table: Prepared(insert(table)) for table in LIST_TABLES}
_CHANGE = {table: Prepared(update(table).where(*_this(table))) for table in LIST_TABLES}
_REMOVE = {table: Prepared(delete(table).where(*_this(table))) for table in LIST_TABLES}

_Rows = defaultdict[type[ActivityPart], list[Row]]


def write_lists(connection: Connection, report_id: UUID, found: Changes) -> None:
    """Make the lists of the activities that a save touches what they are now."""
    removed, changed, added = _Rows(list), _Rows(list), _Rows(list)
    for touched in found.touched:
        was, now = touched.was.activity if touched.was else _EMPTY, touched.now.activity
        for one in LISTS:
            old, new = one.items(was), one.items(now)
            if old is not new and old != new:
                key, table = touched.key, one.table
                both = enumerate(zip(old, new, strict=False))
                removed[table] += [_place(one, key, n) for n in range(len(new), len(old))]
                changed[table] += [
                    {**_place(one, key, n), **one.columns(item)}
                    for n, (before, item) in both
                    if before is not item and before != item
                ]
                added[table] += [
                    {**_owner(one, key, report_id), "ordinal": n, **one.columns(new[n])}
                    for n in range(len(old), len(new))
                ]
    for statements, rows in ((_REMOVE, removed), (_CHANGE, changed), (_ADD, added)):
        for table, some in rows.items():
            statements[table].run_each(connection, some)


def _place(one: ItemList, key: UUID, ordinal: int) -> Row:
    place = {"of": key, "at": ordinal}
    return {**place, "among": one.kind} if one.kind else place


def _owner(one: ItemList, key: UUID, report_id: UUID) -> Row:
    owner: dict[str, object] = {"activity_id": key}
    if one.kind:
        owner["kind"] = one.kind
    if issubclass(one.table, FiledPart):
        owner["report_id"] = report_id
    return owner
