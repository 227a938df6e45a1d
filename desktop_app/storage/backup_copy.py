"""Copies a backup to another folder, verified there before it gets its name."""

import os
import secrets
import shutil
from pathlib import Path

from desktop_app.storage import backup_faults as faults
from desktop_app.storage.backup import UNFINISHED, forget_what_is_cached
from desktop_app.storage.backup_check import reading_faults, verify_backup
from desktop_app.whole_file import make_folder, put_in_place, write_faults

_PART = 2**20


def copy_backup(source: Path, target: Path) -> None:
    """Put a copy of the unlocked backup `source` at `target`, complete, synced and verified.

    Raises NoRoom, ReadsBackWrong for a device that is failing, DamagedBackup for a bad `source`,
    EnvironmentFault where the machine refuses.
    """
    with write_faults(target):
        make_folder(target.parent)
        needed, free = source.stat().st_size, shutil.disk_usage(target.parent).free
        if free < needed:
            raise faults.NoRoom(target, needed, free)
        temporary = target.with_name(UNFINISHED.replace("*", secrets.token_hex(8)))
        try:
            _copy(source, temporary)
            _demand_whole(source, temporary, target)
            put_in_place(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)


def _copy(source: Path, temporary: Path) -> None:
    with reading_faults(source), source.open("rb") as file, temporary.open("xb") as copy:
        shutil.copyfileobj(file, copy, _PART)
        copy.flush()
        os.fsync(copy.fileno())
        forget_what_is_cached(copy, temporary.parent)


def _demand_whole(source: Path, temporary: Path, target: Path) -> None:
    try:
        verify_backup(temporary)
    except (faults.DamagedBackup, faults.NotABackup):
        verify_backup(source)  # which of the two is bad
        raise faults.ReadsBackWrong(target) from None
