"""All that is particular to SQLite: connections, locks, copies, checks and its error codes."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from desktop_app.errors import (
    Damaged,
    DeviceGone,
    DiskFull,
    EnvironmentFault,
    InUse,
    ReadOnly,
    Said,
)

STRICT: Final[dict[str, Any]] = {"sqlite_strict": True}
"""Table option: a column takes its own type only."""

APPLICATION_ID = 0x5355414E  # "SUAN", in the file's header: this database is Suanruam's

_BUSY_SECONDS = 5.0  # how long to wait for another program's transaction


def engine_for(path: Path) -> Engine:
    """Return an engine for the database at `path`, which must be there.

    Its connections may move between threads.  A transaction reads one state of the database
    unless `writing` began it.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: _working_connection(path),
        poolclass=QueuePool,
        hide_parameters=True,  # what people typed has no place in a log
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Yield a connection in a transaction that keeps other writers out from its beginning.

    What was written is durable once the context is left without an exception.
    """
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        yield connection


class Writer:
    """One connection kept for writing: fetching it from the engine takes long beside a small save.

    Its transactions run one after another, whoever begins them.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._kept: Connection | None = None
        self._turn = Lock()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection as the function `writing` does."""
        with self._turn:
            connection = self._kept or self._engine.connect().execution_options(writing=True)
            self._kept = None
            try:
                with connection.begin():
                    yield connection
            except BaseException:
                connection.close()
                raise
            self._kept = connection

    def close(self) -> None:
        """Let go of the connection."""
        with self._turn:
            if self._kept:
                self._kept.close()
            self._kept = None


def bare_engine(path: Path) -> Engine:
    """Return an engine for changing the schema of a copy: foreign keys don't act meanwhile."""
    engine = create_engine("sqlite://", creator=lambda: connect(path), hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """Open the file at `path`, which with the mode "rw" must be there, changing nothing in it."""
    return sqlite3.connect(
        address(path, mode),
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def address(path: Path, mode: str = "rw") -> str:
    """Return what SQLite opens the file at `path` by; a plain name would make a missing one."""
    name = quote(os.fsencode(path.absolute().as_posix()))
    return f"file://{'' if name.startswith('/') else '/'}{name}?mode={mode}"


def _working_connection(path: Path) -> sqlite3.Connection:
    connection = connect(path)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = DELETE")
    # FULL, and the removal of the journal synced too: without that, a power cut right after a
    # commit may bring the journal back, and with it the state before.
    connection.execute("PRAGMA synchronous = EXTRA")
    return connection


def _begin(connection: Connection) -> None:
    wish = "IMMEDIATE" if connection.get_execution_options().get("writing") else "DEFERRED"
    connection.connection.cursor().execute(f"BEGIN {wish}")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at `path` (made where missing); wait for another process that does."""
    with closing(connect(path, "rwc")) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def writers_kept_out(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection that reads the database while nobody may write to it."""
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def copy_database(source: Path, target: Path) -> None:
    """Copy a database, as of one moment, to a new file; a file copy could tear a transaction."""
    with closing(connect(source)) as old, closing(connect(target, "rwc")) as new:
        new.execute("PRAGMA synchronous = EXTRA")
        old.backup(new)


def mark_as_ours(path: Path) -> None:
    """Write the application id into the file's header."""
    with closing(connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def is_ours(connection: sqlite3.Connection) -> bool:
    """Tell whether the database was made by this program."""
    return rows(connection, "PRAGMA application_id") == [(APPLICATION_ID,)]


def is_whole(path: Path) -> bool:
    """Tell whether structure, indexes and foreign keys are as they must be."""
    with closing(connect(path)) as connection:
        structure = rows(connection, "PRAGMA integrity_check(1)")
        return structure == [("ok",)] and not rows(connection, "PRAGMA foreign_key_check")


def rows(connection: sqlite3.Connection, statement: str) -> list[tuple[Any, ...]]:
    """Return all rows of a statement."""
    return list(connection.execute(statement))


@contextmanager
def database_faults(path: Path) -> Iterator[None]:
    """Say what SQLite reports of the database at `path` as an EnvironmentFault, in plain words.

    An error that is the program's own passes as it is.
    """
    try:
        yield
    except DBAPIError as error:
        raise _fault(error.orig, path) or error from error
    except sqlite3.Error as error:
        raise _fault(error, path) or error from error


def damaged(path: Path) -> Damaged:
    """Return the fault that says that the database's content is damaged."""
    return Damaged(_said(_DAMAGED, path))


def _fault(error: BaseException | None, path: Path) -> EnvironmentFault | None:
    if isinstance(error, sqlite3.OperationalError) and "decode to UTF-8" in str(error):
        return damaged(path)  # said by Python rather than by SQLite
    code = getattr(error, "sqlite_errorcode", 0)
    found = _REASONS.get(code) or _REASONS.get(code & 0xFF)
    if found is None:
        return None
    kind, reason = found
    if code & 0xFF == sqlite3.SQLITE_CANTOPEN and _may_not_write_in(path.parent):
        kind, reason = ReadOnly, _READ_ONLY
    return kind(_said(reason, path))


def _may_not_write_in(folder: Path) -> bool:
    """Tell a folder that is there but takes no new file from one that is gone."""
    return folder.is_dir() and not os.access(folder, os.W_OK)


def _said(reason: Said, path: Path) -> Said:
    return Said(f"ฐานข้อมูล {path}: {reason.th}", f"The database {path}: {reason.en}")


_DAMAGED = Said(
    "ข้อมูลในไฟล์เสียหาย โปรแกรมไม่ได้แก้ไขไฟล์นี้ โปรดเก็บไฟล์ไว้ อย่าลบ แล้วนำข้อมูลสำรองล่าสุดกลับมาใช้",
    "the file is damaged; nothing in it was changed. Keep it, and go back to the latest backup",
)
_NO_DATABASE = Said(
    "ไม่ใช่ไฟล์ฐานข้อมูล หรือเสียหายตั้งแต่ต้นไฟล์ โปรแกรมไม่ได้แก้ไขไฟล์นี้ โปรดย้ายไฟล์ไปเก็บไว้ที่อื่น แล้วนำข้อมูลสำรองล่าสุดกลับมาใช้",
    "it is no database, or damaged from its beginning; nothing in it was changed. "
    "Keep it under another name, and go back to the latest backup",
)
_BUSY = Said(
    "โปรแกรมอื่นกำลังใช้อยู่ ยังไม่ได้บันทึกอะไร ข้อมูลเดิมอยู่ครบ โปรดรอสักครู่แล้วลองอีกครั้ง",
    "another program is using it; nothing was written and nothing is lost. Try again in a moment",
)
_FULL = Said(
    "ดิสก์เต็ม ยังไม่ได้บันทึกการแก้ไขล่าสุด ข้อมูลที่บันทึกไว้ก่อนหน้านี้อยู่ครบ โปรดลบไฟล์ที่ไม่ใช้แล้วลองอีกครั้ง",
    "the disk is full; the last change was not saved, all before it is safe. "
    "Free some space and try again",
)
_READ_ONLY = Said(
    "เขียนไม่ได้ เพราะไฟล์หรือดิสก์อ่านได้อย่างเดียว ข้อมูลเดิมอยู่ครบ",
    "it cannot be written to: the file or the disk is read-only. What is in it is safe",
)
_UNREACHABLE = Said(
    "เปิดไฟล์ไม่ได้ โปรดตรวจว่าโฟลเดอร์นี้ยังอยู่และมีสิทธิ์ใช้งาน",
    "it cannot be opened; see that its folder is there and may be used",
)
_DEVICE = Said(
    "อ่านหรือเขียนดิสก์ไม่ได้ อุปกรณ์เก็บข้อมูลอาจถูกถอดออก ข้อมูลที่บันทึกไว้ก่อนหน้านี้ไม่ถูกแก้ไข",
    "the disk cannot be read or written; it may be unplugged. What was saved before is unchanged",
)
_MOVED = Said(
    "ไฟล์ถูกย้ายหรือถูกแทนที่ระหว่างใช้งาน ยังไม่ได้บันทึกการแก้ไขล่าสุด โปรดปิดแล้วเปิดโปรแกรมใหม่",
    "the file was moved or replaced while it was open; the last change was not saved. "
    "Close the program and open it again",
)
_REASONS: Mapping[int, tuple[type[EnvironmentFault], Said]] = {
    sqlite3.SQLITE_PERM: (ReadOnly, _READ_ONLY),
    sqlite3.SQLITE_BUSY: (InUse, _BUSY),
    sqlite3.SQLITE_LOCKED: (InUse, _BUSY),
    sqlite3.SQLITE_READONLY: (ReadOnly, _READ_ONLY),
    sqlite3.SQLITE_IOERR: (DeviceGone, _DEVICE),
    sqlite3.SQLITE_CORRUPT: (Damaged, _DAMAGED),
    sqlite3.SQLITE_FULL: (DiskFull, _FULL),
    sqlite3.SQLITE_CANTOPEN: (DeviceGone, _UNREACHABLE),  # or read-only, see `_fault`
    sqlite3.SQLITE_READONLY_DBMOVED: (InUse, _MOVED),
    sqlite3.SQLITE_NOTADB: (Damaged, _NO_DATABASE),
}
