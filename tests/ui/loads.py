"""Opens the sample as a process of its own, and tells on which thread each module came.

`python -m tests.ui.loads FOLDER`: a line for every module that was looked for once the window
was made, with "window" or "beside" before its name.
"""

import sys
import threading
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop_app.paths import DataPlace
from desktop_app.ui.app import opened, prepared
from desktop_app.ui.window import Window


class Watch(MetaPathFinder):
    """Is the first to be asked for every module: finds none, and remembers who asked."""

    def __init__(self) -> None:
        self.seen: dict[str, str] = {}

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> None:
        """Note which thread looks for `name`."""
        del path, target
        on_window = threading.current_thread() is threading.main_thread()
        self.seen.setdefault(name, "window" if on_window else "beside")


def _go_on(window: Window) -> None:
    """Open the sample once that is offered, and end once it is there."""
    offered = window.findChild(QAbstractButton, "open_sample")
    if offered is not None and offered.isVisible():
        offered.click()
    form = window.findChild(QWidget, "outline")
    if form is not None and form.isVisible():
        window.close()


def main(folder: Path) -> None:
    """Run the program, and print what was seen."""
    app = prepared(QApplication(["suanruam"]))
    watch = Watch()
    sys.meta_path.insert(0, watch)
    window = opened(DataPlace(folder))
    window.show()
    glance = QTimer(window, interval=50)
    glance.timeout.connect(lambda: _go_on(window))
    glance.start()
    app.exec()
    for name, thread in watch.seen.items():
        print(thread, name)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
