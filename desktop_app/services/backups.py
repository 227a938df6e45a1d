"""Backing up everything, looking into a backup, and putting one in the data's place."""

import datetime as dt
from pathlib import Path

from desktop_app.errors import EnvironmentFault, Fault, Said, UserFault
from desktop_app.paths import DataPlace
from desktop_app.services.naming import NamesNothing, demand_file, is_there
from desktop_app.storage.backup import write_backup, write_contents
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.backup_faults import DamagedBackup, PassphraseNeeded, WrongPassphrase
from desktop_app.storage.manifest import Manifest
from desktop_app.storage.progress import Cancelled, Progress, quietly
from desktop_app.storage.restore import Restored, restore_backup
from desktop_app.storage.retention import Reason, unused_name
from desktop_app.storage.salvage import Salvaged, salvaged
from desktop_app.storage.sealed import Seal
from desktop_app.storage.snapshot import EVERYTHING, Choice
from desktop_app.whole_file import make_folder, write_faults

__all__ = [
    "EVERYTHING",
    "PASSPHRASE_WARNING",
    "Cancelled",
    "Choice",
    "DamagedBackup",
    "Manifest",
    "PassphraseNeeded",
    "Progress",
    "Recovered",
    "Restored",
    "WrongPassphrase",
    "back_up",
    "look_into",
    "read_passphrase",
    "restore",
    "verified",
]

PASSPHRASE_WARNING = Said(
    "โปรดเก็บรหัสผ่านไว้ให้ดี หากรหัสผ่านหายจะไม่มีใครเปิดข้อมูลสำรองนี้ได้อีก",
    "Keep the passphrase safe: without it, nobody can ever open this backup again",
)

_MOST_PASSPHRASE_BYTES = 4096


class Recovered(DamagedBackup):
    """A damaged backup of which something is readable, which was saved as `path`."""

    def __init__(self, damaged: DamagedBackup, found: Salvaged, path: Path) -> None:
        super().__init__(path, damaged.why)
        self.path = path
        listed, inside = found.manifest, found.contents.manifest
        reports = _of(len(inside.reports), len(listed.reports) if listed else None)
        files = _of(len(inside.files), len(listed.files) if listed else None)
        self.said = Said(
            f"ข้อมูลสำรองเสียหาย: {damaged.why.th} อ่านได้: รายงาน {reports.th} ฉบับ "
            f"รูปภาพและไฟล์แนบ {files.th} รายการ เก็บส่วนที่อ่านได้ไว้ที่ {path}",
            f"The backup is damaged: {damaged.why.en}. Readable: reports: {reports.en}, "
            f"photos and files: {files.en}; what is readable was saved as {path}",
        )


def back_up(
    database: Path,
    out: Path,
    choice: Choice = EVERYTHING,
    *,
    passphrase: str | None = None,
    progress: Progress = quietly,
) -> Manifest:
    """Write one verified file of everything, or of what `choice` names, and return what is in it.

    Raises as `write_backup` does.
    """
    return write_backup(database, out, choice, passphrase=passphrase, progress=progress)


def look_into(
    file: Path,
    recovered: Path,
    passphrase: str | None = None,
    *,
    progress: Progress = quietly,
) -> Manifest:
    """Return what is in a backup that is whole and readable.

    Of a damaged one, what is readable is saved as a good backup in the folder `recovered`, and
    Recovered says so; DamagedBackup where nothing is.  Raises NamesNothing where there is no such
    file, UserFault where it is no backup or does not open with this passphrase.
    """
    demand_file(file)
    try:
        return verify_backup(file, passphrase, progress=progress)
    except DamagedBackup as damaged:
        with salvaged(file, passphrase) as found:
            if found is None:
                raise
            saved = _save_recovered(found, file, recovered, passphrase)
            raise Recovered(damaged, found, saved) from damaged


def verified(
    file: Path, passphrase: str | None = None, *, progress: Progress = quietly
) -> Manifest:
    """Return what is in a backup that is whole; raises as `verify_backup` does."""
    return verify_backup(file, passphrase, progress=progress)


def restore(
    file: Path,
    place: DataPlace,
    passphrase: str | None = None,
    *,
    progress: Progress = quietly,
) -> Restored:
    """Put a backup in the place of the present data, of which a backup is made first.

    Nothing of this program may have the data open.  Raises as `restore_backup` does, and
    NamesNothing where there is no such file.
    """
    demand_file(file)
    kept = unused_name(place.backups, Reason.RESTORE, dt.datetime.now().astimezone())
    return restore_backup(file, place.database, kept, passphrase, progress=progress)


def read_passphrase(path: Path) -> str:
    """Return the first line of a file, which is a passphrase; NamesNothing where it has none."""
    demand_file(path)
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_PASSPHRASE_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _no_passphrase(path) from None
    except OSError as error:
        raise EnvironmentFault(
            Said(f"อ่านไฟล์รหัสผ่าน {path} ไม่ได้", f"The passphrase file {path} cannot be read")
        ) from error
    lines = text.splitlines()
    if not lines or not lines[0]:
        raise _no_passphrase(path)
    return lines[0]


def _save_recovered(found: Salvaged, file: Path, folder: Path, passphrase: str | None) -> Path:
    """Save what was readable, once; return where it is."""
    number, name = 1, f"{file.stem}-recovered"
    while is_there(path := folder / f"{name}{f'-{number}' if number > 1 else ''}.zip"):
        if _is_same(path, passphrase, found.contents.manifest):
            return path
        number += 1
    with write_faults(path):
        make_folder(folder)
    write_contents(found.contents, path, Seal.new(passphrase) if passphrase else None)
    return path


def _is_same(path: Path, passphrase: str | None, manifest: Manifest) -> bool:
    try:
        there = verify_backup(path, passphrase)
    except Fault:
        return False
    return (there.database, there.files) == (manifest.database, manifest.files)


def _of(count: int, total: int | None) -> Said:
    if total is None:
        return Said(f"{count}", f"{count}")
    return Said(f"{count} จาก {total}", f"{count} of {total}")


def _no_passphrase(path: Path) -> UserFault:
    return NamesNothing(
        Said(
            f"ไฟล์ {path} ไม่มีรหัสผ่าน ต้องเป็นข้อความ UTF-8 และรหัสผ่านอยู่ในบรรทัดแรก",
            f"{path} has no passphrase: it must be UTF-8 text with the passphrase in its first line",
        )
    )
