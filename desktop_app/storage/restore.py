"""Puts a backup in the place of the present data, which is kept, in one step."""

import datetime as dt
import os
import shutil
import sqlite3
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import Damaged
from desktop_app.storage import snapshot, sqlite
from desktop_app.storage.backup import write_backup
from desktop_app.storage.backup_check import OpenBackup, check, opened_backup
from desktop_app.storage.backup_faults import NewerData, PartialBackup
from desktop_app.storage.manifest import Manifest, Scope
from desktop_app.storage.progress import Meter, Progress, quietly
from desktop_app.storage.stairs import STAIRS, Stairs
from desktop_app.storage.unpack import unpacked
from desktop_app.whole_file import make_folder, put_in_place, sync_folder, write_faults


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, and where the data is that stood there before.

    `kept` is a backup of it; or, where it was too damaged for one (`was_damaged`), the database
    file just as it was, under another name; None where there was nothing.
    """

    manifest: Manifest
    kept: Path | None
    was_damaged: bool = False


def restore_backup(
    source: Path,
    database: Path,
    kept: Path,
    passphrase: str | None = None,
    *,
    progress: Progress = quietly,
    stairs: Stairs = STAIRS,
) -> Restored:
    """Put the backup `source` in the place of `database`, of which `kept` becomes a backup.

    Nobody may have the database open.  Until the last step, which is one renaming, the present
    data is untouched; whatever happens, either it or the backup's is wholly there.
    Raises what `verify_backup` does; PartialBackup for one that does not hold everything;
    NewerData where the present database is of a newer program; EnvironmentFault, Cancelled.
    """
    with opened_backup(source, passphrase, stairs) as backup:
        manifest = backup.manifest
        meter = Meter(3 * manifest.content_bytes, progress)
        check(backup, meter)
        if manifest.scope is Scope.SELECTED or not manifest.with_files:
            raise PartialBackup(source)
        with write_faults(database), sqlite.database_faults(database), ExitStack() as held:
            make_folder(database.parent)
            held.enter_context(sqlite.locked(database.with_name(f"{database.name}.lock")))
            return _replace(backup, database, kept, meter, stairs)


def _replace(
    backup: OpenBackup, database: Path, kept: Path, meter: Meter, stairs: Stairs
) -> Restored:
    was_there = database.exists()
    with ExitStack() as until_swapped:
        is_kept = was_there and _keep(database, kept, stairs, until_swapped)
        with unpacked(backup, database.parent, meter, stairs, as_another=True) as fresh:
            aside = None if is_kept else _set_aside(database)
            if os.name == "nt":  # Windows renames over no file that is open
                until_swapped.close()
            put_in_place(fresh, database)
            sync_folder(fresh.parent)  # it came from another folder, which must forget it too
    return Restored(backup.manifest, kept if is_kept else aside, aside is not None)


def _keep(database: Path, kept: Path, stairs: Stairs, until_swapped: ExitStack) -> bool:
    """Back up the present data, which nobody may write meanwhile; tell whether it is whole."""
    try:
        with sqlite.database_faults(database):
            connection = until_swapped.enter_context(sqlite.writers_kept_out(database))
            _demand_known(connection, database, stairs)
        with write_faults(kept):
            make_folder(kept.parent)
        write_backup(database, kept)
    except Damaged:
        until_swapped.close()
        return False
    return True


def _demand_known(connection: sqlite3.Connection, database: Path, stairs: Stairs) -> None:
    """Raise NewerData where a newer program made the database, Damaged where it is not ours."""
    try:
        schema = snapshot.schema_of(connection) if sqlite.is_ours(connection) else ""
    except (sqlite3.OperationalError, ValueError):  # no such table, or nothing in it
        schema = ""
    if schema > stairs.top:
        raise NewerData(database)
    if schema not in stairs.revisions:
        raise sqlite.damaged(database)


def _set_aside(database: Path) -> Path | None:
    """Give a database that cannot be read another name as well; return it, if it was there.

    A journal that lies there without one leaves: the new database would take it for its own.
    """
    journal = database.with_name(f"{database.name}-journal")
    stamp = dt.datetime.now().astimezone()
    aside = database.with_name(f"{database.stem}-damaged-{stamp:%Y%m%d-%H%M%S-%f}.db")
    for old, new in ((journal, aside.with_name(f"{aside.name}-journal")), (database, aside)):
        if old.exists():
            _keep_as_is(old, new)
    sync_folder(database.parent)
    journal.unlink(missing_ok=True)
    sync_folder(database.parent)
    return aside if aside.exists() else None


def _keep_as_is(old: Path, new: Path) -> None:
    try:
        new.hardlink_to(old)  # reads nothing of a disk that may be failing
    except OSError:  # a file system without links
        with old.open("rb") as source, new.open("xb") as copy:
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
