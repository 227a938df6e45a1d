"""A program that saves one report again and again, and says of each save that it is done.

Run by `test_kill.py` as `python -m tests.storage.endless_saver DATABASE`, and killed by it.
"""

import sys
from itertools import count
from pathlib import Path
from uuid import UUID

from desktop_app.report.package import Package
from desktop_app.report.values import Activity, Photo, Report, Session, Signatory
from desktop_app.storage.store import Store

REPORT = UUID("7b0f0e0e-2566-4d2b-9b61-0c7d3f8e0002")


def state(number: int) -> Package:
    """Return the report as of save `number`, which stands in each of its tables."""
    text = f"ครั้งที่ {number}"
    photo = f"photos/{number // 3}.jpg"
    activity = Activity(
        name=text,
        issues=(text,) * (1 + number % 4),
        sessions=(Session(place=text),) * (number % 3),
        photos=(Photo(file=photo, caption=text),),
    )
    report = Report(
        id=REPORT,
        fiscal_year=2566,
        title=text,
        activities=(activity,) * (1 + number % 3),
        signatories=(Signatory(name=text),),
    )
    return Package(report, {photo: f"{number // 3}".encode() * 5000})


def number_of(package: Package) -> int:
    """Return which save a report is the state of."""
    return int((package.report.title or "").removeprefix("ครั้งที่ "))


def save_on(path: Path) -> None:
    """Save without end, from the state after the one that is stored."""
    with Store.open(path) as store:
        begin = number_of(store.load(REPORT)) + 1 if store.holds(REPORT) else 0
        for number in count(begin):
            package = state(number)
            store.save(package.report, package.files)
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    if sys.stdin.readline():  # imported and ready; the word to begin comes from the test
        save_on(Path(sys.argv[1]))
