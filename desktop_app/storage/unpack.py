"""Makes a whole database of a backup file, of this program's schema, and checks it."""

import datetime as dt
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from desktop_app.errors import Said
from desktop_app.storage import sqlite
from desktop_app.storage.backup_check import OpenBackup, is_whole
from desktop_app.storage.identity import become_another
from desktop_app.storage.migrate import bring_up_to_date
from desktop_app.storage.progress import Meter
from desktop_app.storage.reading import read_report
from desktop_app.storage.snapshot import content_of
from desktop_app.storage.stairs import STAIRS, Stairs
from desktop_app.whole_file import make_folder, write_faults

WORKSHOP: Final = ".suanruam-unpacking"
"""The folder, in that of the database, where a backup is unpacked; one that was killed stays."""

_UNUSABLE = Said("ข้อมูลข้างในประกอบเป็นฐานข้อมูลไม่ได้", "what is in it does not make a usable database")


@contextmanager
def unpacked(
    backup: OpenBackup,
    folder: Path,
    meter: Meter,
    stairs: Stairs = STAIRS,
    *,
    as_another: bool = False,
) -> Iterator[Path]:
    """Yield a synced and checked database with all that is in `backup`, in a folder of its own.

    `as_another` makes it one that can go on beside the one that the backup was made of.
    That folder is made in `folder` and goes afterwards with all that is still in it.  A backup of
    an older schema goes up the stairs.  Raises DamagedBackup where it does not make a usable
    database, EnvironmentFault where the machine refuses, Cancelled.
    """
    workshop = folder / WORKSHOP
    _clear(workshop)
    try:
        with write_faults(workshop):
            make_folder(workshop)
        database = workshop / "suanruam.db"
        _build(backup, database, meter, stairs, as_another=as_another)
        yield database
    finally:
        _clear(workshop)


def _build(
    backup: OpenBackup, database: Path, meter: Meter, stairs: Stairs, *, as_another: bool
) -> None:
    with write_faults(database), sqlite.database_faults(database):
        database.write_bytes(backup.database_bytes())
        meter.advance(backup.manifest.database.size)
        # The stairs are quickest, and need no room, while the photos are not in yet.
        with _schema_judged(backup):
            bring_up_to_date(database, None, stairs)
            if as_another:
                _rename(database)
        with closing(sqlite.connect(database)) as connection:
            _fill(backup, connection, meter)
        _sync(database)
        with closing(sqlite.connect(database, "ro")) as connection:
            if not (is_whole(connection) and _holds_all(backup, connection, meter)):
                raise backup.damaged(_UNUSABLE)
        _demand_reports(backup, database)


def _rename(database: Path) -> None:
    engine = sqlite.engine_for(database)
    try:
        with sqlite.writing(engine) as connection:
            become_another(connection, dt.datetime.now(dt.UTC))
    finally:
        engine.dispose()


def _fill(backup: OpenBackup, connection: sqlite3.Connection, meter: Meter) -> None:
    # A file that is not finished is thrown away; it is synced as a whole in the end.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    put = "UPDATE blob SET content = ? WHERE sha256 = ?"
    for content, data in backup.contents():
        connection.execute(put, (data, content.sha256))
        meter.advance(content.size)
    connection.execute("COMMIT")


def _holds_all(backup: OpenBackup, connection: sqlite3.Connection, meter: Meter) -> bool:
    wanted = [content.sha256 for content in backup.manifest.files]
    found = []
    meter.advance(backup.manifest.database.size)
    for digest, row in sqlite.rows(connection, "SELECT sha256, rowid FROM blob ORDER BY sha256"):
        data = content_of(connection, row)
        meter.advance(len(data))
        if hashlib.sha256(data).hexdigest() != digest:
            return False
        found.append(digest)
    return found == wanted


def _demand_reports(backup: OpenBackup, database: Path) -> None:
    """Raise DamagedBackup unless each report can be read as one."""
    engine = sqlite.engine_for(database)
    try:
        with _schema_judged(backup), engine.connect() as connection:
            for note in backup.manifest.reports:
                if read_report(connection, note.id) is None:
                    raise backup.damaged(_UNUSABLE)
    except ValueError:
        raise backup.damaged(_UNUSABLE) from None
    finally:
        engine.dispose()


@contextmanager
def _schema_judged(backup: OpenBackup) -> Iterator[None]:
    """Raise DamagedBackup where tables are not those that the schema's number promises."""
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        if code & 0xFF not in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT):
            raise  # what the machine did is said elsewhere
        raise backup.damaged(_UNUSABLE) from None


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _clear(workshop: Path) -> None:
    with write_faults(workshop):
        if workshop.exists():
            shutil.rmtree(workshop)
