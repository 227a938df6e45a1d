"""How long the window's thread is held at the longest: `python -m tests.benchmarks.held`.

The whole window is driven as a person would, on the sample and on a report of 60 activities and
some 74 pages.  Each line says what was done, how long a key pressed meanwhile would have waited,
and for how much of that the thread was at work itself: on a busy machine only the latter tells what
the program does.  `--stands` adds where the thread stood in the longest holds.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from desktop_app.paths import DataPlace
from desktop_app.report.package import Package
from desktop_app.report.values import Activity, Agency, Report
from desktop_app.storage.store import Store
from desktop_app.ui import app as composition
from desktop_app.ui.home.home_list import HomeList
from desktop_app.ui.window import Window
from tests.benchmarks.prose import long_report
from tests.holds import Watch
from tests.ui.journeys import go_to_page, open_sample, page_of_preview, title
from tests.ui.person import ALT, CONTROL, is_seen, pause, press, seen, type_text, until

KEY = Qt.Key
ACTIVITIES = 60
_WHILE = 1000  # milliseconds that are watched after an act, in which saves and pages come
_LETTER = 60  # milliseconds from key to key
_SHOWN = 3  # holds whose stands are shown

Act = tuple[str, Callable[[], None]]


def large() -> Report:
    """Return a report of 60 activities on some 74 pages."""
    report = long_report(round(ACTIVITIES * 2.2))
    activities = tuple(map(_shortened, report.activities))
    return report.model_copy(update={"activities": activities, "agency": Agency(name="จังหวัดน่าน")})


def _shortened(activity: Activity) -> Activity:
    return activity.model_copy(update={"improvements": activity.improvements[:1]})


def letters(text: str) -> None:
    """Type at the pace of somebody who types fast."""
    for letter in text:
        type_text(letter)
        pause(_LETTER)


def turn_all(window: Window, most: int = 40) -> None:
    """Go through the pages of the report that is open, as fast as they come."""
    for _ in range(most):
        if not is_seen(window, "next"):
            return
        press(KEY.Key_Right, ALT)
        pause(120)


def turn_back(times: int) -> None:
    """Go back some pages."""
    for _ in range(times):
        press(KEY.Key_Left, ALT)
        pause(120)


def rows_by_keys() -> None:
    """Add rows to a list by Enter, move one, and undo it all."""
    for word in ("ขยะ", "น้ำ", "ป่า"):
        press(KEY.Key_Return)
        letters(word)
    press(KEY.Key_Up, CONTROL)
    for _ in range(4):
        press(KEY.Key_Z, CONTROL)
        pause(_LETTER)
    for _ in range(4):
        press(KEY.Key_Y, CONTROL)
        pause(_LETTER)


def pictures(folder: Path, count: int = 12) -> tuple[Path, ...]:
    """Write so many pictures as large as a telephone's."""
    paths = tuple(folder / f"{number}.jpg" for number in range(count))
    for number, path in enumerate(paths):
        Image.new("RGB", (4000, 3000), (number * 20, 90, 120)).save(path)
    return paths


def paste_files(paths: tuple[Path, ...]) -> None:
    """Paste files as the file manager copies them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QGuiApplication.clipboard().setMimeData(data)
    press(KEY.Key_V, CONTROL)
    pause(4000)


def open_large(window: Window) -> None:
    """Open the large report from the list, until its pages are seen."""
    rows = seen(window, "reports", HomeList)
    rows.setFocus()
    press(KEY.Key_Home)
    press(KEY.Key_Return)
    until(lambda: is_seen(window, "page_title") and title(window))
    until(lambda: "/" in page_of_preview(window))


def go_home(window: Window) -> None:
    """Leave the report."""
    press(KEY.Key_Home, ALT)
    until(lambda: is_seen(window, "reports"))


def beginning(window: Window) -> Iterator[Act]:
    """Yield what is done on no data at all."""
    yield "shown first", lambda: until(lambda: is_seen(window, "open_sample"))
    yield "the sample is opened", partial(open_sample, window)
    yield "all its pages are turned", partial(turn_all, window)


def going_on(window: Window, folder: Path) -> Iterator[Act]:
    """Yield what is done where a large report is stored."""
    paths = pictures(folder)

    def listed() -> bool:
        return is_seen(window, "reports") and bool(seen(window, "reports", HomeList).count())

    yield "shown later", lambda: until(listed)
    yield "the large report is opened", partial(open_large, window)
    yield "words are typed", lambda: letters("ประชาชนมีส่วนร่วม")
    yield "the list of activities", partial(go_to_page, window, f"กิจกรรม ({ACTIVITIES})")
    yield "all pages of an activity", partial(turn_all, window, 9)
    yield "and back", partial(turn_back, 7)
    yield "an activity is copied", partial(_copy_activity, window)
    yield "that is undone", lambda: press(KEY.Key_Z, CONTROL)
    yield "the topics are gone to", partial(go_to_row, window, ".2 ")
    yield "rows of a list", rows_by_keys
    yield "the photos are gone to", partial(go_to_row, window, ".7 ")
    yield "twelve photos are pasted", lambda: paste_files(paths)
    yield "that is undone", lambda: press(KEY.Key_Z, CONTROL)
    yield "what is to be mended", partial(go_to_page, window, "ตรวจสอบ")
    yield "printing is gone to", partial(go_to_page, window, "พิมพ์")
    yield "the report is left", partial(go_home, window)
    yield "it is opened again", partial(open_large, window)
    yield "the window is closed", lambda: _close(window)


def go_to_row(window: Window, part: str) -> None:
    """Go to the first page of the outline whose words hold `part`."""
    rows = seen(window, "outline", QListWidget)
    item = rows.findItems(part, Qt.MatchFlag.MatchContains)[0]
    rows.setFocus()
    rows.setCurrentItem(item)
    press(KEY.Key_Return)


def _copy_activity(window: Window) -> None:
    go_to_page(window, f"กิจกรรม ({ACTIVITIES})")
    until(lambda: is_seen(window, "copy_activity_3"))
    seen(window, "copy_activity_3", QWidget).setFocus()
    press(KEY.Key_Return)


def _close(window: Window) -> None:
    window.close()
    until(lambda: not window.isVisible())


def watched(acts: Iterator[Act], stands: bool) -> None:
    """Do one act after the other, and print how long each held the window's thread."""
    for name, act in acts:
        watch = Watch()
        watch.start()
        began = perf_counter()
        act()
        pause(_WHILE)
        watch.stop()
        sys.stdout.write(
            f"  {name:<28}{watch.longest * 1000:6.0f} ms, "
            f"{watch.longest_busy * 1000:4.0f} ms of them at work; "
            f"{perf_counter() - began:5.1f} s in all\n"
        )
        if stands:
            for hold in sorted(watch.holds, key=lambda one: -one.busy)[:_SHOWN]:
                sys.stdout.write(f"    {hold}\n")
        sys.stdout.flush()


def opened(place: DataPlace) -> Window:
    """Return the window on the reports of `place`, shown."""
    hook = sys.excepthook
    window = composition.opened(place)
    sys.excepthook = hook  # what goes wrong is to end the measurement, not to open a dialog
    window.resize(1366, 728)
    window.show()
    window.activateWindow()
    return window


def main() -> None:
    """Measure both runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stands", action="store_true", help="where the thread stood")
    parser.add_argument("--only", choices=("first", "later"))
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        composition.prepared(QApplication(["suanruam"]))
        sys.stdout.write("longest that the window's thread was held\n")
        if asked.only != "later":
            window = opened(DataPlace(Path(folder, "first")))
            watched(beginning(window), asked.stands)
            _close(window)
        if asked.only != "first":
            place = DataPlace(Path(folder, "later"))
            with Store.open(place.database) as store:
                store.add([Package(large())])
            window = opened(place)
            watched(going_on(window, Path(folder)), asked.stands)
    sys.stdout.flush()
    os._exit(0)  # the order in which Qt and Python let go of each other is not measured


if __name__ == "__main__":  # and not in the process that sets pages, which is started from this one
    main()
