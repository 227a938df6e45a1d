"""The work that is recorded for crash states: `python -m tests.campaigns.crash_work WORK FOLDER`."""

import sys
from pathlib import Path

from desktop_app.report.package import Package
from desktop_app.storage.backup import write_backup
from desktop_app.storage.restore import restore_backup
from desktop_app.storage.store import Store
from tests.storage.samples import FULL, FULL_FILES, with_fields

OLD = Package(with_fields(FULL, title="เดิม"), FULL_FILES)
NEW = Package(
    with_fields(FULL, title="ใหม่", introduction="ยาว " * 3000, activities=FULL.activities[:1]),
    {**FULL_FILES, "photos/0001.jpg": b"new photo" * 3000},
)


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


WORKS = {"save": save, "backup": backup, "restore": restore, "migrate": migrate}

if __name__ == "__main__":
    WORKS[sys.argv[1]](Path(sys.argv[2]))
