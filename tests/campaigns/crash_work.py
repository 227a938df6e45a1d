"""The work that is recorded for crash states: `python -m tests.campaigns.crash_work WORK FOLDER`."""

import sys
from pathlib import Path
from uuid import UUID

from desktop_app.report.package import Package
from desktop_app.report.values import Signatory
from desktop_app.services.merging import opened_merge, undo_merge
from desktop_app.storage.backup import write_backup
from desktop_app.storage.restore import restore_backup
from desktop_app.storage.store import Store
from tests.storage.samples import FULL, FULL_FILES, with_fields

OLD = Package(with_fields(FULL, title="เดิม"), FULL_FILES)
NEW = Package(
    with_fields(FULL, title="ใหม่", introduction="ยาว " * 3000, activities=FULL.activities[:1]),
    {**FULL_FILES, "photos/0001.jpg": b"new photo" * 3000},
)
MORE = Package(
    with_fields(OLD.report, signatories=(*FULL.signatories, Signatory(name="อีกคน"))), FULL_FILES
)
"""All of the old state and something besides: a merge takes it for newer."""
OTHER = Package(with_fields(NEW.report, id=UUID("7b0f0e0e-2566-4d2b-9b61-0c7d3f8e0003")), NEW.files)


def incoming(folder: Path) -> tuple[Path, ...]:
    """Where the report files are that a merge takes in."""
    return folder / "more.zip", folder / "other.zip"


def database(folder: Path) -> Path:
    """Where the data is."""
    return folder / "data" / "suanruam.db"


def say(text: str) -> None:
    """Call work done."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def save(folder: Path) -> None:
    """Save the new state, and the old, and the new again."""
    with Store.open(database(folder)) as store:
        for number, package in enumerate((NEW, OLD, NEW)):
            store.save(package.report, package.files)
            say(str(number))


def backup(folder: Path) -> None:
    """Back up the new state over a backup of the old."""
    write_backup(database(folder), folder / "สำรอง.zip")
    say("0")


def restore(folder: Path) -> None:
    """Put the backup of the old state in the place of the new."""
    kept = folder / "data" / "backups" / "kept.zip"
    restore_backup(folder / "สำรอง.zip", database(folder), kept)
    say("0")


def migrate(folder: Path) -> None:
    """Bring the database of the first schema to the present one."""
    Store.open(database(folder)).close()
    say("0")


def merge(folder: Path) -> None:
    """Take in a newer version of what is there, and a report that is new."""
    with Store.open(database(folder)) as store, opened_merge(store, incoming(folder)) as merging:
        merging.apply()
        say("0")


def undo(folder: Path) -> None:
    """Take that merge back."""
    with Store.open(database(folder)) as store:
        undo_merge(store, store.merges()[0].id)
        say("0")


def purge(folder: Path) -> None:
    """Remove the other report, which is in the bin, for good."""
    with Store.open(database(folder)) as store:
        store.purge([OTHER.report.id])
        say("0")


WORKS = {
    "save": save,
    "backup": backup,
    "restore": restore,
    "migrate": migrate,
    "merge": merge,
    "undo": undo,
    "purge": purge,
}

if __name__ == "__main__":
    WORKS[sys.argv[1]](Path(sys.argv[2]))
