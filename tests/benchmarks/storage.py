"""How fast data is kept, beside what the machine itself takes: `python -m tests.benchmarks.storage`.

Each figure stands beside the physical cost of the same bytes, measured in the same run by turns:
a plain SQLite commit of the same rows and bytes, plain SELECTs, and copying, syncing and hashing the same file.
"""

import argparse
import datetime as dt
import hashlib
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from uuid import UUID

from desktop_app.report.searching import words
from desktop_app.report.values import Photo, Report
from desktop_app.storage.backup import write_backup
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.earlier import Earlier
from desktop_app.storage.restore import restore_backup
from desktop_app.storage.store import Store
from tests.storage.samples import FULL, FULL_FILES, with_fields

ACTIVITIES_EACH = 20
PHOTO_BYTES = 700_000
ROUNDS = 5
_SAVES = 40  # a round: one save is so short that the machine's other work shows
_PART = 2**20

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Size:
    """How much a database holds."""

    name: str
    activities: int
    photo_megabytes: int = 0


def seconds(work: Work) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compared(
    ours: Work, physical: Work, rounds: int, remove: Sequence[Path] = ()
) -> tuple[float, float]:
    """Return the median times of both, by turns; `remove` is gone, and the disk at rest, before."""
    our_times: list[float] = []
    physical_times: list[float] = []
    for _ in range(rounds):
        for work, times in ((physical, physical_times), (ours, our_times)):
            for path in remove:
                path.unlink(missing_ok=True)
            if remove:
                os.sync()
            times.append(seconds(work))
    return statistics.median(our_times), statistics.median(physical_times)


def row(name: str, ours: float, physical: float, against: str) -> None:
    """Print a line of the table."""
    sys.stdout.write(
        f"  {name:<22}{_time(ours):>12}{_time(physical):>12}{ours / physical:>8.2f}  {against}\n"
    )
    sys.stdout.flush()


def _time(value: float) -> str:
    return f"{value * 1000:,.1f} ms" if value < 10 else f"{value:,.1f} s"


def report(number: int, photos: int) -> tuple[Report, dict[str, bytes]]:
    """Return one report of many, with so many photos that no other has."""
    activity = FULL.activities[0]
    activities = [
        activity.model_copy(update={"name": f"กิจกรรมที่ {n}"}) for n in range(ACTIVITIES_EACH)
    ]
    files = dict(FULL_FILES)
    for n in range(photos):
        path = f"photos/large-{n}.jpg"
        files[path] = os.urandom(PHOTO_BYTES)
        shown = (*activities[n % ACTIVITIES_EACH].photos, Photo(file=path))
        activities[n % ACTIVITIES_EACH] = activity.model_copy(update={"photos": shown})
    return with_fields(FULL, id=UUID(int=number + 1), activities=tuple(activities)), files


def filled(path: Path, size: Size) -> None:
    """Make a database of this size."""
    reports = max(1, size.activities // ACTIVITIES_EACH)
    photos = size.photo_megabytes * 2**20 // PHOTO_BYTES
    with Store.open(path) as store:
        for number in range(reports):
            some = photos // reports + (number < photos % reports)
            store.save(*report(number, some))


_BARE = (
    "UPDATE report SET edited = :moment, deleted = NULL, revision = revision WHERE id = :report",
    "UPDATE activity SET words = :words WHERE id = :activity",
    """UPDATE text_item SET text = :text
       WHERE activity_id = :activity AND kind = 'results' AND ordinal = 0""",
    "INSERT INTO version VALUES (:report, :number, :activity, :moment, NULL, :content, :files)",
)


def bare_save(path: Path, report: Report) -> Work:
    """Return a save by SQLite alone: the same rows and bytes as ours, as durable, and no more."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    query = "SELECT id FROM activity WHERE report_id = ? AND ordinal = 0"
    [(key,)] = connection.execute(query, (str(report.id),))
    query = "SELECT files FROM version WHERE section = ?"
    (files,) = connection.execute(query, (key,)).fetchone()
    numbers = count(10_000_000)  # far from the program's own
    activity = report.activities[0]
    values = {
        "report": str(report.id),
        "activity": key,
        "moment": dt.datetime.now(dt.UTC).isoformat(),
        "words": words(activity),
        "content": activity.model_dump_json(),
        "files": files,
    }

    def save() -> None:
        number = next(numbers)
        connection.execute("BEGIN IMMEDIATE")
        for statement in _BARE:
            connection.execute(statement, {**values, "number": number, "text": f"มติที่ {number}"})
        connection.execute("COMMIT")

    return save


def retyped(report: Report, number: int) -> Report:
    """Return a report with one text typed otherwise."""
    activity = report.activities[0].model_copy(update={"results": (f"มติที่ {number}",)})
    return with_fields(report, activities=(activity, *report.activities[1:]))


def synced(folder: Path) -> Work:
    """Return one write of a page and its sync."""
    file = (folder / "page").open("wb", buffering=0)

    def sync() -> None:
        file.seek(0)
        file.write(bytes(4096))
        os.fsync(file.fileno())

    return sync


def raw_read(path: Path) -> None:
    """Open the database and read the rows and bytes of one report."""
    with closing(sqlite3.connect(path)) as connection:
        report_id = str(UUID(int=1))
        query = "SELECT id FROM activity WHERE report_id = ?"
        keys = connection.execute(query, (report_id,)).fetchall()
        for table in ("text_item", "session", "participant_group", "link", "photo", "attachment"):
            query = " ".join(("SELECT * FROM", table, "WHERE activity_id = ?"))
            for key in keys:
                connection.execute(query, key).fetchall()
        query = "SELECT content FROM blob JOIN file USING (sha256) WHERE report_id = ?"
        connection.execute(query, (report_id,)).fetchall()


def raw_search(path: Path) -> None:
    """Look through all names of activities and all texts for a word."""
    with closing(sqlite3.connect(path)) as connection:
        for table, column in (("activity", "name"), ("text_item", "text")):
            query = " ".join(("SELECT count(*) FROM", table, "WHERE instr(", column, ", ?)"))
            connection.execute(query, ("ขยะ",)).fetchall()


def raw_list(path: Path) -> None:
    """Read the table of reports."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT * FROM report ORDER BY fiscal_year DESC").fetchall()


def raw_places(path: Path) -> None:
    """Count the places of all sessions."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT place, count(*) FROM session GROUP BY place ORDER BY 2 DESC LIMIT 200"
        connection.execute(query).fetchall()


def copied(source: Path, target: Path) -> None:
    """Copy a file and sync the copy."""
    with source.open("rb") as file, target.open("wb") as copy:
        shutil.copyfileobj(file, copy, _PART)
        copy.flush()
        os.fsync(copy.fileno())


def hashed(path: Path) -> None:
    """Read a file and take its SHA-256."""
    with path.open("rb") as file:
        hashlib.file_digest(file, "sha256")


def copied_and_hashed(source: Path, target: Path) -> None:
    """What keeping a file elsewhere takes at the least."""
    copied(source, target)
    hashed(target)


def measure(size: Size, folder: Path, rounds: int) -> None:
    """Print the table of one size."""
    path = folder / "data" / "suanruam.db"
    filled(path, size)
    megabytes = path.stat().st_size / 2**20
    sys.stdout.write(f"\n{size.name}: {megabytes:,.1f} MB\n")
    sys.stdout.write(f"  {'':<22}{'ours':>12}{'physical':>12}{'ratio':>8}\n")
    _measure_work(path, rounds)
    _measure_backups(path, folder, rounds)


def _measure_work(path: Path, rounds: int) -> None:
    with Store.open(path) as store:
        report = store.load(UUID(int=1)).report
        typed = (retyped(report, number) for number in range(rounds * _SAVES + 1))
        waiting = iter(list(typed))

        def save() -> None:
            store.save(next(waiting))

        save()
        ours, physical = compared(save, bare_save(path, report), rounds * _SAVES)
        row("save of a text", ours, physical, "the same rows by bare SQLite")
        sync = statistics.median(seconds(synced(path.parent)) for _ in range(rounds * _SAVES))
        sys.stdout.write(f"  {'':<22}(one sync of this disk: {sync * 1000:.2f} ms)\n")
        ours, physical = compared(lambda: store.search("ขยะ"), lambda: raw_search(path), rounds)
        row("search", ours, physical, "raw SQLite scan of the texts")
        ours, physical = compared(store.summaries, lambda: raw_list(path), rounds)
        row("list of reports", ours, physical, "raw SQLite read of the table")
        ours, physical = compared(
            lambda: store.earlier(Earlier.PLACE), lambda: raw_places(path), rounds
        )
        row("earlier places", ours, physical, "raw SQLite grouping")

    def opening() -> None:
        with Store.open(path) as opened:
            opened.load(UUID(int=1))

    ours, physical = compared(opening, lambda: raw_read(path), rounds)
    row("opening a report", ours, physical, "raw SQLite reads of its rows")


def _measure_backups(path: Path, folder: Path, rounds: int) -> None:
    out, copy, other = folder / "backup.zip", folder / "copy.db", folder / "other" / "suanruam.db"
    work: Sequence[tuple[str, Work, Work, str]] = (
        (
            "backup",
            lambda: write_backup(path, out),
            lambda: copied_and_hashed(path, copy),
            "copy + sync + hash; it is verified as it is made",
        ),
        ("verify", lambda: verify_backup(out), lambda: hashed(path), "hash"),
        (
            "backup, verified twice",
            lambda: (write_backup(path, out), verify_backup(out)),
            lambda: copied_and_hashed(path, copy),
            "copy + sync + hash",
        ),
        (
            "restore",
            lambda: _restored(out, other, folder),
            lambda: copied_and_hashed(path, copy),
            "copy + sync + hash; verified before and after",
        ),
    )
    for name, ours, physical, against in work:
        made = {"verify": (), "restore": (copy,)}.get(name, (out, copy))
        row(name, *compared(ours, physical, rounds, made), against)


def _restored(backup: Path, database: Path, folder: Path) -> None:
    shutil.rmtree(database.parent, ignore_errors=True)
    restore_backup(backup, database, folder / "kept.zip")


def main() -> None:
    """Measure each size and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--photos", type=int, default=1024, help="megabytes of photos (1024)")
    given = parser.parse_args()
    sizes = [
        *(Size(f"{number:,} activities", number) for number in (10, 1_000, 10_000)),
        Size(f"1,000 activities, {given.photos:,} MB of photos", 1_000, given.photos),
    ]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder), given.rounds)


if __name__ == "__main__":
    main()
