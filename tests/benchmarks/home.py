"""How long the window's thread is held by a list of thousands: `python -m tests.benchmarks.home`.

A window without a screen is opened on 5,000 reports; each line says what was done to it, and the
longest time that a key pressed meanwhile would have waited.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.paths import DataPlace
from desktop_app.report.package import Package
from desktop_app.report.values import Agency
from desktop_app.storage.store import Store
from desktop_app.thai.places import PROVINCES
from desktop_app.ui import app as composition
from desktop_app.ui.home.home_list import HomeList
from desktop_app.ui.window import Window
from tests.holds import Watch
from tests.storage.samples import FULL, with_fields
from tests.ui.person import CONTROL, is_seen, pause, press, seen, type_text, until

KEY = Qt.Key
_WHILE = 1500  # milliseconds that are watched after each act


def fill(path: Path, count: int) -> None:
    """Store so many reports of all provinces and a dozen fiscal years."""
    activities = tuple(one.model_copy(update={"photos": ()}) for one in FULL.activities)
    bare = tuple(one.model_copy(update={"attachments": ()}) for one in activities)
    with Store.open(path) as store:
        store.add(
            [
                Package(
                    with_fields(
                        FULL,
                        id=UUID(int=number + 1),
                        fiscal_year=2569 - number % 12,
                        agency=Agency(name=f"จังหวัด{PROVINCES[number % len(PROVINCES)]}"),
                        activities=bare,
                    )
                )
                for number in range(count)
            ]
        )


def search() -> None:
    """Type a word that every report holds, as fast as one can."""
    press(KEY.Key_F, CONTROL)
    for letter in "ขยะ":
        type_text(letter)
        pause(60)


def go_to_end() -> None:
    """Leave the search, and go to the last report."""
    press(KEY.Key_Escape)
    pause(500)
    press(KEY.Key_Down)
    press(KEY.Key_End)


ACTS: tuple[tuple[str, Callable[[], None]], ...] = (
    ("a word is searched for", search),
    ("the last of all is chosen", go_to_end),
    ("it is deleted", lambda: press(KEY.Key_Delete)),
    ("that is undone", lambda: press(KEY.Key_Z, CONTROL)),
    ("one is copied", lambda: press(KEY.Key_D, CONTROL)),
)


def measure(window: Window) -> None:
    """Print what each act held the window's thread for."""
    until(lambda: is_seen(window, "reports") and seen(window, "reports", HomeList).count())
    pause(_WHILE)
    for name, act in ACTS:
        watch = Watch()
        watch.start()
        act()
        pause(_WHILE)
        watch.stop()
        sys.stdout.write(
            f"  {name:<28}{watch.longest * 1000:6.0f} ms, "
            f"{watch.longest_busy * 1000:4.0f} ms of them at work\n"
        )


def main() -> None:
    """Fill a data place, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=5000)
    count = parser.parse_args().reports
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        place = DataPlace(Path(folder))
        fill(place.database, count)
        app = composition.prepared(QApplication(["suanruam"]))
        window = composition.opened(place)
        window.show()
        window.activateWindow()
        sys.stdout.write(f"{count:,} reports, longest that the window's thread was held\n")
        measure(window)
        window.close()
        until(lambda: not window.isVisible())
        del app


if __name__ == "__main__":  # and not in the process that sets pages, which is started from this one
    main()
