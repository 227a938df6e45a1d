"""The work that is killed: `python -m tests.campaigns.kill_work WORK FOLDER`, begun by a line.

Each piece of work that is done is said on a line of its own, to whoever keeps count outside.
"""

import sys
from itertools import count
from pathlib import Path

from desktop_app.paths import DataPlace
from desktop_app.report.package import Package
from desktop_app.services.backups import restore as restore_data
from desktop_app.services.exchange import import_files
from desktop_app.services.merging import opened_merge, undo_merge
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


def parcel(folder: Path) -> Path:
    """Where another office's backup, or the report files, are that are taken in."""
    return folder / "parcel.zip"


def merge(folder: Path) -> None:
    """Take another office's backup in and take that back, again and again."""
    with Store.open(database(folder)) as store:
        for number in count():
            with opened_merge(store, [parcel(folder)]) as merging:
                act = merging.apply()
            say(2 * number)
            if act:
                undo_merge(store, act)
                say(2 * number + 1)


def take_in(folder: Path) -> None:
    """Import report files together."""
    with Store.open(database(folder)) as store:
        import_files(store, sorted(folder.glob("report-*.zip")))
    say(0)


def migrate(folder: Path) -> None:
    """Open a database of an older schema."""
    Store.open(database(folder)).close()
    say(0)


WORKS = {
    "save": save,
    "backup": backup,
    "restore": restore,
    "migrate": migrate,
    "merge": merge,
    "import": take_in,
}

if __name__ == "__main__":
    work = WORKS[sys.argv[1]]
    say(-1)  # imported, and ready
    if sys.stdin.readline():
        work(Path(sys.argv[2]))
