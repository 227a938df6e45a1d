"""How soon the window is there and can be typed in, beside a bare Qt window.

`python -m tests.benchmarks.startup`.  Each start is a process of its own, timed from the moment at
which it is asked for; the bare window (a `QMainWindow` with one label in the same face) and the
program take turns, so that both meet the same machine.  "First" is a start on no data at all,
"later" one with a report stored.
"""

import compileall
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from desktop_app.paths import DataPlace, font, resource
from desktop_app.services.exchange import import_file
from desktop_app.storage.store import Store

ROUNDS = 9
ROOT = Path(__file__).parents[2]

_BOTH = """
import sys, time

def tell(what):
    print(what, time.time() - float(sys.argv[1]), flush=True)
"""

BARE = f"""{_BOTH}
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.seen)

    def seen(self):
        tell("visible")
        app.quit()

app = QApplication(["bare"])
QFontDatabase.addApplicationFont(sys.argv[2])
app.setFont(QFont("Sarabun", 11))
window = Bare()
window.setCentralWidget(QLabel("ส่วนร่วม"))
window.resize(1366, 728)
window.show()
app.exec()
"""

PROGRAM = f"""{_BOTH}
if __name__ == "__main__":
    from desktop_app.cli.start import main
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication
    from desktop_app.ui import app

    class Watch(QObject):
        painted = False

        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and not self.painted:
                self.painted = True
                QTimer.singleShot(0, lambda: tell("visible"))
            return False

        def moved(self, old, new):
            if new is not None:
                QTimer.singleShot(0, self.ready)

        def ready(self):
            tell("ready")
            window.close()

    opened = app.opened

    def watched(place):
        global window
        window = opened(place)
        window.watch = Watch(window)
        window.installEventFilter(window.watch)
        QApplication.instance().focusChanged.connect(window.watch.moved)
        return window

    app.opened = watched
    sys.exit(main(["--data-dir", sys.argv[2]]))
"""


def started(script: Path, argument: str) -> dict[str, float]:
    """Start a script, and return how long after that, in seconds, what happened."""
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    settings.setdefault("QT_QPA_PLATFORM", "xcb" if "DISPLAY" in os.environ else "offscreen")
    done = subprocess.run(
        [sys.executable, str(script), str(time.time()), argument],
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
        timeout=120,
    )
    return {what: float(when) for what, when in map(str.split, done.stdout.splitlines())}


def measured(starts: dict[str, Callable[[int], dict[str, float]]]) -> dict[str, float]:
    """Return medians over rounds in which every kind of start takes its turn; the first is a rehearsal."""
    found: dict[str, list[float]] = {}
    for number in range(ROUNDS + 1):
        for name, start in starts.items():
            for what, when in start(number).items():
                found.setdefault(f"{name} {what}", []).append(when)
    return {name: median(times[1:]) for name, times in found.items()}


def main() -> None:
    """Print the table."""
    compileall.compile_dir(ROOT / "desktop_app", quiet=1)  # as after the first start ever
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        bare, program = here / "bare.py", here / "program.py"
        bare.write_text(BARE, encoding="utf-8")
        program.write_text(PROGRAM, encoding="utf-8")
        used = DataPlace(here / "used")
        with Store.open(used.database) as store:
            import_file(store, resource("samples", "phitsanulok-2566", "report.json"))
        times = measured(
            {
                "bare": lambda _: started(bare, str(font("Sarabun-Regular.ttf"))),
                "first": lambda number: started(program, str(here / f"new {number}")),
                "later": lambda _: started(program, str(used.root)),
            }
        )
    beside = times["bare visible"]
    for name, seconds in times.items():
        print(f"{name:<16}{seconds:>8.3f} s{seconds / beside:>8.2f} of the bare window")  # noqa: T201


if __name__ == "__main__":
    main()
