"""The window is there before anything is loaded that its first frame does not show."""

import subprocess
import sys
from pathlib import Path

FIRST_FRAME = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop_app.paths import DataPlace
from desktop_app.ui import app as composition
from desktop_app.ui.window import Window

app = composition.begun(QApplication(["suanruam"]))
window = composition.opened(DataPlace(Path(sys.argv[1])))
painted = Window.paintEvent

def first(self, event):
    painted(self, event)
    print(*sys.modules)
    print(*vars(sys.modules["PySide6.QtCore"]))

def seen():
    print(window.grab().toImage().pixelColor(300, 300).name(), window.windowTitle())
    app.exit()

Window.paintEvent = first
window.seen.connect(seen)
window.show()
app.exec()
"""

LATER = (
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "concurrent.futures",
    "ctypes",
    "desktop_app.report",
    "desktop_app.storage",
    "desktop_app.ui.home",
    "desktop_app.ui.look.icons",
    "desktop_app.ui.messages",
    "desktop_app.ui.running.tasks",
    "hashlib",
    "platform",
)
"""Modules that take longer than all that the first frame shows."""


def test_the_first_frame_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    words = [sys.executable, "-c", FIRST_FRAME, str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    modules, of_qt, *_, seen = done.stdout.splitlines()
    assert sorted({*LATER} & {*modules.split()}) == []
    assert "Qt" not in of_qt.split()  # its enumerations take as long as a tenth of the whole start
    assert seen == "#f5f6f4 ส่วนร่วม"
