"""The database as of one moment, in memory: all rows, without the bytes of photos and files.

Those bytes never change under their digest, so they can be read afterwards, one by one, while
people go on saving; a page-wise copy of a gigabyte would keep every save waiting instead.
"""

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import local
from typing import Final
from uuid import UUID

from desktop_app.storage import sqlite
from desktop_app.storage.manifest import ReportNote

BLOBS: Final = "blob"
"""The table of bytes: a row has their digest, `sha256`, and the bytes, `content`."""

_NOTES = """
    SELECT id, agency_name, fiscal_year, edited, deleted,
           (SELECT count(*) FROM activity WHERE activity.report_id = report.id)
    FROM report ORDER BY fiscal_year DESC, edited DESC, id
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a database is wanted: some reports or (None) all, with or without files."""

    reports: frozenset[UUID] | None = None
    files: bool = True


EVERYTHING: Final = Choice()


def take(database: Path, choice: Choice) -> sqlite3.Connection:
    """Return a copy in memory of what `choice` names; the caller closes it.

    It is of one moment, and nobody's save waits for longer than the rows take to copy.
    """
    copy = in_memory()
    try:
        _copy_rows(database, copy)
        _narrow(copy, choice)
    except BaseException:
        copy.close()
        raise
    return copy


def in_memory() -> sqlite3.Connection:
    """Return an empty database in memory, whose constraints don't act."""
    connection = sqlite3.connect(
        "file::memory:", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _copy_rows(database: Path, copy: sqlite3.Connection) -> None:
    """Copy all tables and rows, but for the bytes of blobs."""
    copy.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
    copy.execute("ATTACH ? AS source", (sqlite.address(database),))
    copy.execute("BEGIN")
    for name, sql in tables_of(copy, "source"):
        copy.execute(sql)
        put = ("INSERT INTO main.", quoted(name), " ", selection(copy, name, "source"))
        copy.execute("".join(put))
    for sql in indexes_of(copy, "source"):
        copy.execute(sql)
    copy.execute("COMMIT")
    copy.execute("DETACH source")


def tables_of(connection: sqlite3.Connection, schema: str = "main") -> list[tuple[str, str]]:
    """Return names and statements of the tables, as they were made."""
    where = "WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    query = statement("SELECT name, sql FROM", f"{schema}.sqlite_schema", where)
    return [(str(name), str(sql)) for name, sql in sqlite.rows(connection, query)]


def indexes_of(connection: sqlite3.Connection, schema: str = "main") -> list[str]:
    """Return the statements of what was made besides tables."""
    where = "WHERE type <> 'table' AND sql IS NOT NULL"
    query = statement("SELECT sql FROM", f"{schema}.sqlite_schema", where)
    return [str(sql) for (sql,) in sqlite.rows(connection, query)]


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the names of a table's columns, in their order."""
    return [str(row[1]) for row in sqlite.rows(connection, f"PRAGMA table_info({quoted(table)})")]


def texts_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the names, quoted, of a table's columns that hold text."""
    found = sqlite.rows(connection, f"PRAGMA table_info({quoted(table)})")
    return [quoted(str(row[1])) for row in found if str(row[2]).upper() == "TEXT"]


def selection(connection: sqlite3.Connection, table: str, schema: str = "main") -> str:
    """Return the statement that reads a table, without the bytes of blobs."""
    names = [
        "x''" if (table, name) == (BLOBS, "content") else quoted(name)
        for name in columns_of(connection, table)
    ]
    return statement("SELECT", ", ".join(names), "FROM", f"{schema}.{quoted(table)}")


def statement(*words: str) -> str:
    """Return SQL of its words; names among them are quoted already."""
    return " ".join(words)


def quoted(name: str) -> str:
    """Return a name as SQL takes any name."""
    return '"' + name.replace('"', '""') + '"'


def counts_of(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the number of rows of each table."""
    counts = {}
    for name, _ in tables_of(connection):
        counting = statement("SELECT count(*) FROM", quoted(name))
        [(counts[name],)] = sqlite.rows(connection, counting)
    return counts


def schema_of(connection: sqlite3.Connection) -> str:
    """Return the schema version."""
    [(schema,)] = sqlite.rows(connection, "SELECT version_num FROM alembic_version")
    return str(schema)


def notes_of(connection: sqlite3.Connection) -> tuple[ReportNote, ...]:
    """Return a note on each report, latest fiscal year and latest edit first.

    ValueError where rows hold no valid report.
    """
    return tuple(
        ReportNote(
            UUID(report_id),
            agency or "",
            year,
            activities,
            dt.datetime.fromisoformat(edited),
            deleted is not None,
        )
        for report_id, agency, year, edited, deleted, activities in sqlite.rows(connection, _NOTES)
    )


def digests_of(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the digests of all blobs, sorted."""
    query = "SELECT sha256 FROM blob ORDER BY sha256"
    return tuple(str(digest) for (digest,) in sqlite.rows(connection, query))


def sizes_of(database: Path) -> dict[str, int]:
    """Return the sizes in bytes of all blobs, by their digests."""
    with closing(sqlite.connect(database)) as connection:
        return dict(sqlite.rows(connection, "SELECT sha256, length(content) FROM blob"))


def content_of(connection: sqlite3.Connection, row: int) -> bytes:
    """Return the bytes of a row of blobs, several times as fast as SELECT hands them out."""
    with connection.blobopen(BLOBS, "content", row, readonly=True) as blob:
        return blob.read()


class BlobReader:
    """Reads blobs of a database, each in a transaction of its own, on any thread."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._own = local()
        self._all: list[sqlite3.Connection] = []

    def read(self, digest: str) -> bytes:
        """Return the bytes of a digest; KeyError where they are no longer there."""
        connection = self._connection()
        connection.execute("BEGIN")  # row and bytes of one moment
        try:
            query = "SELECT rowid FROM blob WHERE sha256 = ?"
            found = connection.execute(query, (digest,)).fetchone()
            if found is None:
                raise KeyError(digest)
            return content_of(connection, found[0])
        finally:
            connection.execute("ROLLBACK")

    def read_whole(self, digest: str) -> bytes | None:
        """Return the bytes of a digest; None where they are not what was stored, KeyError if gone."""
        try:
            content = self.read(digest)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise  # a stick that was pulled out damages nothing
            return None
        return content if hashlib.sha256(content).hexdigest() == digest else None

    def close(self) -> None:
        """Let go of the database."""
        for connection in self._all:
            connection.close()

    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._own, "connection"):
            self._own.connection = sqlite.connect(self._database)
            self._all.append(self._own.connection)
        found: sqlite3.Connection = self._own.connection
        return found


def _narrow(copy: sqlite3.Connection, choice: Choice) -> None:
    if choice == EVERYTHING:
        return
    copy.execute("PRAGMA foreign_keys = ON")  # what belongs to a report goes with it
    if choice.reports is not None:
        gone = {note.id for note in notes_of(copy)} - choice.reports
        copy.executemany("DELETE FROM report WHERE id = ?", [(str(one),) for one in gone])
    # What somebody sends elsewhere shows how things are, not how they came about.
    if "version" in dict(tables_of(copy)):
        copy.execute("DELETE FROM version")
    if not choice.files:
        for table in ("photo", "attachment", "file"):
            copy.execute(statement("DELETE FROM", table))
    remove_unused_blobs(copy)
    copy.execute("VACUUM")  # what was taken out shall not be readable in free pages


def remove_unused_blobs(connection: sqlite3.Connection) -> None:
    """Remove the blobs that no table refers to."""
    uses = [
        statement("SELECT", quoted(column), "FROM", quoted(table))
        for table, column in _references(connection, BLOBS)
    ]
    used = " UNION ".join(uses)
    connection.execute(statement("DELETE FROM blob WHERE sha256 NOT IN (", used, ")"))


def _references(connection: sqlite3.Connection, target: str) -> Iterator[tuple[str, str]]:
    for table, _ in tables_of(connection):
        for row in sqlite.rows(connection, f"PRAGMA foreign_key_list({quoted(table)})"):
            if row[2] == target:
                yield table, str(row[3])
