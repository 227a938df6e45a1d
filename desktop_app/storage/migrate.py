"""Brings a database to this program's schema: on a copy, which is checked and then swapped in.

SQLite's changes of a schema are not one transaction under Alembic, so the database itself is
never migrated: whatever happens on the way, it is either still the old one or wholly the new.
"""

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from desktop_app import __version__
from desktop_app.errors import Damaged, EnvironmentFault, Said, UserFault
from desktop_app.storage import sqlite
from desktop_app.storage.retention import Reason, unused_name
from desktop_app.storage.stairs import STAIRS, Stairs
from desktop_app.whole_file import make_folder, put_in_place, write_faults


def bring_up_to_date(path: Path, backups: Path | None, stairs: Stairs = STAIRS) -> None:
    """See that a database of the newest schema is at `path`: make it, or upgrade what is there.

    Before an upgrade a backup of the old database goes into the folder `backups`, if there is one.
    Raises UserFault for a database of a newer program, EnvironmentFault for a file that is
    damaged or no database of this program, or where the machine refuses; in each of these
    cases the file is left as it is.
    """
    if _schema_of(path, stairs) == stairs.top:
        return
    lock = path.with_name(f"{path.name}.lock")
    with write_faults(path), sqlite.database_faults(path), ExitStack() as while_locked:
        make_folder(path.parent)
        # Two programs may start at once, and each would swap in its own new database.
        while_locked.enter_context(sqlite.locked(lock))
        schema = _schema_of(path, stairs)
        if schema is None:
            _make(path, stairs)
        elif schema != stairs.top:
            _upgrade(path, backups, stairs)


def _schema_of(path: Path, stairs: Stairs) -> str | None:
    """Return the schema version at `path`, None where there is no file; refuse what is not ours."""
    if not path.exists():
        return None
    with sqlite.database_faults(path), closing(sqlite.connect(path)) as connection:
        if not sqlite.is_ours(connection):
            raise _foreign(path)
        [(schema,)] = sqlite.rows(connection, "SELECT version_num FROM alembic_version")
        if schema in stairs.revisions:
            return str(schema)
        query = "SELECT program FROM schema_step ORDER BY schema_version DESC LIMIT 1"
        [(program,)] = sqlite.rows(connection, query)
    raise _too_new(path, str(program))


def _make(path: Path, stairs: Stairs) -> None:
    with _working_copy(path) as copy:
        with closing(sqlite.connect(copy, "rwc")):
            pass
        sqlite.mark_as_ours(copy)
        _climb(copy, stairs)
        _swap_in(copy, path)


def _upgrade(path: Path, backups: Path | None, stairs: Stairs) -> None:
    with ExitStack() as until_swapped, _working_copy(path) as copy:
        until_swapped.enter_context(sqlite.writers_kept_out(path))
        if backups is not None:
            _back_up(path, backups, stairs)
        sqlite.copy_database(path, copy)
        _climb(copy, stairs)
        if os.name == "nt":  # Windows renames over no file that is open
            until_swapped.close()
        _swap_in(copy, path)


def _back_up(path: Path, backups: Path, stairs: Stairs) -> None:
    from desktop_app.storage.backup import write_backup  # as in _climb
    from desktop_app.storage.readable import write_readable

    now = dt.datetime.now().astimezone()
    kept = unused_name(backups, Reason.UPGRADE, now)
    with write_faults(kept):
        make_folder(backups)
    try:
        write_backup(path, kept, stairs=stairs)
    except Damaged:  # in a photo perhaps, for which nobody shall be kept from all the rest
        try:
            target = unused_name(backups, Reason.UPGRADE_READABLE, now)
            write_readable(path, target, stairs=stairs)
        except Damaged:
            _copy_as_is(path, kept.with_suffix(path.suffix))


def _copy_as_is(path: Path, kept: Path) -> None:
    with write_faults(kept), _working_copy(kept) as copy:
        sqlite.copy_database(path, copy)
        put_in_place(copy, kept)


@contextmanager
def _working_copy(path: Path) -> Iterator[Path]:
    """Yield an unused name in the folder of `path`; nothing of that name remains afterwards."""
    copy = path.with_name(f"{path.name}.new")
    _remove(copy)
    try:
        yield copy
    finally:
        _remove(copy)


def _remove(database: Path) -> None:
    # Its journal first: a new database of the same name would take it for its own.
    for name in (f"{database.name}-journal", database.name):
        database.with_name(name).unlink(missing_ok=True)


def _swap_in(copy: Path, path: Path) -> None:
    """Put a finished database in its place, if it is whole."""
    if not sqlite.is_whole(copy):
        raise Damaged(
            Said(
                f"ปรับปรุงฐานข้อมูล {path} ไม่สำเร็จ เพราะข้อมูลเดิมเสียหายบางส่วน ไฟล์เดิมยังอยู่ครบและไม่ถูกแก้ไข "
                "โปรดนำข้อมูลสำรองล่าสุดกลับมาใช้",
                f"The database {path} could not be upgraded, as part of it is damaged. The file "
                "was not changed; go back to the latest backup",
            )
        )
    put_in_place(copy, path)


def _climb(copy: Path, stairs: Stairs) -> None:
    # Alembic takes a third as long to import as all the rest, and hardly any start needs it.
    from desktop_app.storage.climb import climb

    climb(copy, stairs.folder, stairs.top)


def _foreign(path: Path) -> EnvironmentFault:
    return EnvironmentFault(
        Said(
            f"ไฟล์ {path} ว่างเปล่า หรือเป็นฐานข้อมูลของโปรแกรมอื่น โปรแกรมไม่ได้แก้ไขไฟล์นี้ "
            "โปรดย้ายไฟล์ไปเก็บไว้ที่อื่น แล้วนำข้อมูลสำรองล่าสุดกลับมาใช้",
            f"{path} is empty, or another program's database; nothing in it was changed. "
            "Move it elsewhere, and go back to the latest backup",
        )
    )


def _too_new(path: Path, program: str) -> UserFault:
    return UserFault(
        Said(
            f"ฐานข้อมูล {path} สร้างด้วยส่วนร่วมรุ่น {program} ซึ่งใหม่กว่ารุ่นนี้ ({__version__}) "
            f"ไฟล์ไม่ถูกแก้ไข โปรดติดตั้งรุ่น {program} ขึ้นไป",
            f"The database {path} was made by Suanruam {program}, newer than this one "
            f"({__version__}); it was not changed. Install version {program} or later",
        )
    )
