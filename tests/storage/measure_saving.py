"""Measures a save and a search beside what they physically cost, in one run.

`python -m tests.storage.measure_saving [ACTIVITIES…]`: for each number, reports of 20 activities
(and for the largest, one report that holds them all) are edited one text at a time.  Beside each
save stands the same change made by bare SQLite with the same settings: the same rows, and the
rows of the history and of the search with them.
"""

import datetime as dt
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from desktop_app.report.values import Activity, Agency, Group, Participants, Report, Session
from desktop_app.storage import sqlite
from desktop_app.storage.store import Store

TEXT = "ที่ประชุมได้มีมติให้องค์กรปกครองส่วนท้องถิ่นทุกแห่งดำเนินการตามมาตรการป้องกันและแก้ไขปัญหาไฟป่า " * 4
IN_ONE = 20
SAVES = 200
SEARCHES = 20


def activity(number: int) -> Activity:
    """Return an activity as long as those of real reports."""
    return Activity(
        name=f"ประชุมครั้งที่ {number}",
        sessions=(Session(date=dt.date(2023, 2, 22), place="ห้องประชุม 771"),),
        issues=("ไฟป่า หมอกควัน", "การบริหารจัดการขยะ"),
        participants=Participants(
            total=191, groups=(Group(name="ผู้บริหาร"), Group(name="ประชาชน", external=True))
        ),
        results=(TEXT,),
        improvements=(TEXT, TEXT),
    )


def filled(store: Store, activities: int, in_one: int) -> Report:
    """Store so many activities, so many in a report, and return the last report."""
    report = Report(fiscal_year=2566)
    for begin in range(0, activities, in_one):
        some = tuple(activity(n) for n in range(begin, min(begin + in_one, activities)))
        report = Report(fiscal_year=2566, agency=Agency(name="อำเภอ"), activities=some)
        store.save(report)
    return report


def timed(act: Callable[[], object]) -> float:
    """Return how long an act takes, in milliseconds."""
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def edits(report: Report) -> Iterator[tuple[int, Report]]:
    """Yield the report with one text after another changed, as typing changes it."""
    for number in range(SAVES):
        at = number % len(report.activities)
        edited = report.activities[at].model_copy(update={"results": (f"{TEXT}{number}",)})
        activities = (*report.activities[:at], edited, *report.activities[at + 1 :])
        report = report.model_copy(update={"activities": activities})
        yield at, report


BARE = (
    "UPDATE report SET edited = :moment, revision = revision WHERE id = :report",
    "UPDATE activity SET words = :text || :text || :text || :number WHERE id = :activity",
    "UPDATE text_item SET text = :text || :number WHERE activity_id = :activity AND kind = 'results'",
    """INSERT INTO version VALUES (:report, 1000000 + :number, :activity, :moment, NULL,
       :text || :text || :text || :number, NULL)""",
)


def measure_saves(path: Path, store: Store, report: Report) -> tuple[float, float]:
    """Return the medians of a save and of the same rows written by bare SQLite, in turn."""
    saves, bare = [], []
    with closing(sqlite.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = EXTRA")
        query = "SELECT id FROM activity WHERE report_id = ? ORDER BY ordinal"
        keys = [key for (key,) in connection.execute(query, (str(report.id),))]
        for number, (at, edited) in enumerate(edits(report)):

            def write(number: int = number, at: int = at) -> None:
                values = {
                    "moment": dt.datetime.now(dt.UTC).isoformat(),
                    "report": str(report.id),
                    "activity": keys[at],
                    "text": TEXT,
                    "number": number,
                }
                connection.execute("BEGIN IMMEDIATE")
                for statement in BARE:
                    connection.execute(statement, values)
                connection.execute("COMMIT")

            bare.append(timed(write))
            saves.append(timed(partial(store.save, edited)))
    return statistics.median(saves), statistics.median(bare)


def measure_search(store: Store) -> float:
    """Return the median of a search, in milliseconds."""
    words = ("ไฟป่า", "๑๙๑", "ขย", "ไม่มีคำนี้", "อำเภอ หมอกควัน")
    return statistics.median(
        timed(partial(store.search, words[n % len(words)])) for n in range(SEARCHES)
    )


def measure(activities: int, in_one: int) -> str:
    """Return a line on a database of so many activities."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "suanruam.db"
        with Store.open(path) as store:
            report = filled(store, activities, in_one)
            save, bare = measure_saves(path, store, report)
            search = measure_search(store)
            opening = statistics.median(timed(partial(store.load, report.id)) for _ in range(5))
    with_head = f"{activities:6} activities, {in_one:5} in a report: "
    return with_head + (
        f"save {save:6.2f} ms, bare SQLite {bare:6.2f} ms, {save / bare:.2f} times; "
        f"search {search:6.1f} ms; load {opening:6.1f} ms"
    )


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]] or [10, 1_000, 10_000]
    for count in numbers:
        sys.stdout.write(measure(count, IN_ONE) + "\n")
    sys.stdout.write(measure(1_000, 1_000) + "\n")
