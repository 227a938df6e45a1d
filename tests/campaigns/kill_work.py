"""The work that is killed: `python -m tests.campaigns.kill_work WORK FOLDER`, begun by a line.

Each piece of work that is done is said on a line of its own, to whoever keeps count outside.
"""

import sys
from itertools import count
from pathlib import Path

from desktop_app.paths import DataPlace
from desktop_app.report.package import Package
from desktop_app.services.backups import restore as restore_data
from desktop_app.storage.backup import write_backup
from desktop_app.storage.store import Store
from tests.storage.endless_saver import REPORT, number_of, save_on, state


def database(folder: Path) -> Path:
    """Where the data is."""
    return folder / "data" / "suanruam.db"


def backup_of(folder: Path, number: int) -> Path:
    """Where the backup of a state is."""
    return folder / f"{number}.zip"


def say(number: int) -> None:
    """Call work done."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def stored(folder: Path) -> Package:
    """Return the report that is stored now."""
    with Store.open(database(folder)) as store:
        return store.load(REPORT)


def save(folder: Path) -> None:
    """Save one state after another."""
    save_on(database(folder))


def backup(folder: Path) -> None:
    """Save a state and back it up, again and again over the same backup."""
    with Store.open(database(folder)) as store:
        for number in count(number_of(store.load(REPORT)) + 1):
            package = state(number)
            store.save(package.report, package.files)
            write_backup(database(folder), folder / "backup.zip")
            say(number)


def restore(folder: Path) -> None:
    """Restore two backups in turns."""
    for number in count(number_of(stored(folder)) + 1):
        restore_data(backup_of(folder, number % 2), DataPlace(folder / "data"))
        say(number % 2)


def migrate(folder: Path) -> None:
    """Open a database of an older schema."""
    Store.open(database(folder)).close()
    say(0)


WORKS = {"save": save, "backup": backup, "restore": restore, "migrate": migrate}

if __name__ == "__main__":
    work = WORKS[sys.argv[1]]
    say(-1)  # imported, and ready
    if sys.stdin.readline():
        work(Path(sys.argv[2]))
