"""Reads a damaged database row by row, and keeps what still makes whole reports."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from uuid import UUID

from sqlalchemy import StaticPool, create_engine
from sqlalchemy.exc import DBAPIError

from desktop_app.storage import snapshot, sqlite
from desktop_app.storage.backup_check import is_whole
from desktop_app.storage.reading import read_report
from desktop_app.storage.snapshot import quoted, statement
from desktop_app.storage.stairs import STAIRS

_NO_PLACES = """
    DELETE FROM unread
    WHERE CASE WHEN json_valid(path) THEN json_type(path) ELSE '' END <> 'array'
"""
_UNREADABLE = (sqlite3.Error, ValueError, TypeError, OverflowError, MemoryError)


def rescued(data: bytes, files: frozenset[str], schema: str | None) -> sqlite3.Connection | None:
    """Return a sound database in memory of what is readable, or None where nothing is.

    `data` is a database without the bytes of files, `files` the digests whose bytes are there;
    what the rows say of other files goes.  `schema` stands in where the database's own is lost.
    """
    with closing(snapshot.in_memory()) as damaged:
        try:
            damaged.deserialize(data)
            damaged.text_factory = _text
            copy = _copied(damaged, schema)
        except _UNREADABLE:
            return None
    try:
        leave_what_holds_together(copy, files)
        if is_whole(copy):
            return copy
    except _UNREADABLE:
        pass
    copy.close()
    return None


def _text(data: bytes) -> str:
    return data.decode(errors="replace")


def _copied(damaged: sqlite3.Connection, schema: str | None) -> sqlite3.Connection:
    copy = snapshot.in_memory()
    copy.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
    for name, sql in snapshot.tables_of(damaged):
        copy.execute(sql)
        for row in _readable_rows(damaged, name):
            _put(copy, name, row)
    for sql in snapshot.indexes_of(damaged):
        copy.execute(sql)
    if schema and not sqlite.rows(copy, "SELECT 1 FROM alembic_version"):
        copy.execute("INSERT INTO alembic_version VALUES (?)", (schema,))
    return copy


def _readable_rows(damaged: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    """Yield the rows before the first wound, and from the end those behind the last."""
    select = snapshot.selection(damaged, table)
    for order in ("", "ORDER BY rowid DESC"):
        try:
            yield from damaged.execute(statement(select, order))
        except _UNREADABLE:
            continue
        return


def _put(copy: sqlite3.Connection, table: str, row: tuple[object, ...]) -> None:
    marks = ", ".join("?" * len(row))
    try:
        copy.execute(statement("INSERT OR IGNORE INTO", quoted(table), f"VALUES ({marks})"), row)
    except sqlite3.Error:  # a value that its column never took
        return


def leave_what_holds_together(copy: sqlite3.Connection, files: frozenset[str]) -> None:
    """Remove from a copy in memory all that is of other files than these, or of nothing."""
    known = [(digest,) for digest in files]
    copy.executemany("INSERT OR IGNORE INTO blob (sha256, content) VALUES (?, x'')", known)
    remove_files(copy, frozenset(snapshot.digests_of(copy)) - files)
    if "unread" in dict(snapshot.tables_of(copy)):  # a report can do without such a text
        copy.execute(_NO_PLACES)
    _remove_orphans(copy)
    remove_reports(copy, no_reports(copy))


def remove_files(copy: sqlite3.Connection, digests: Iterable[str]) -> None:
    """Remove from a copy in memory the files of these digests, and the photos made of them."""
    lost = [(digest,) for digest in digests]
    for table in ("photo", "attachment"):
        paths = "SELECT report_id, path FROM file WHERE sha256 = ?"
        naming = statement("DELETE FROM", table, "WHERE (report_id, file) IN (", paths, ")")
        copy.executemany(naming, lost)
    copy.executemany("DELETE FROM file WHERE sha256 = ?", lost)
    copy.executemany("DELETE FROM blob WHERE sha256 = ?", lost)


def _remove_orphans(copy: sqlite3.Connection) -> None:
    """Remove rows whose owner is lost, and then what belonged to those."""
    while orphans := sqlite.rows(copy, "PRAGMA foreign_key_check"):
        for table, row, *_ in orphans:
            copy.execute(statement("DELETE FROM", quoted(table), "WHERE rowid = ?"), (row,))


def remove_reports(copy: sqlite3.Connection, rows: Iterable[int]) -> None:
    """Remove rows of the table of reports from a copy in memory, and all that belongs to them."""
    copy.executemany("DELETE FROM report WHERE rowid = ?", [(row,) for row in rows])
    _remove_orphans(copy)


def no_reports(copy: sqlite3.Connection) -> list[int]:
    """Return the rows of the table of reports that no report can be read from."""
    keys = sqlite.rows(copy, "SELECT rowid, id FROM report")
    return [row for row, key in keys if not _is_report(copy, key)]


def _is_report(copy: sqlite3.Connection, key: str) -> bool:
    try:
        report_id = UUID(key)
        if snapshot.schema_of(copy) != STAIRS.top:  # found out once it has gone up the stairs
            return True
        engine = create_engine("sqlite://", creator=lambda: copy, poolclass=StaticPool)
        with engine.connect() as connection:
            return read_report(connection, report_id) is not None
    except (ValueError, DBAPIError):
        return False
