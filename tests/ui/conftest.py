"""What the window's tests stand on: one application, and nothing that Qt or Python mutters."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.paths import DataPlace
from desktop_app.ui import app as composition
from desktop_app.ui import arriving
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.window import Window
from tests.ui.person import is_seen, settle, until

HARMLESS = (
    "This plugin does not support propagateSizeHints",  # of the platform without a screen
    "This plugin does not support raise",
    "This plugin does not support grabbing the keyboard",
    "Corrupt JPEG data",  # of the decoder, which is handed such files on purpose
    "JPEG datastream contains no image",
)
"""Beginnings of what Qt may say."""


@pytest.fixture(scope="session")
def app() -> QApplication:
    """The one application, prepared as the program prepares it."""
    running = QApplication.instance()
    assert running is None, "something made a QApplication before the tests did"
    prepared = composition.prepared(QApplication(["suanruam"]))
    for step in (*arriving.FIRST, *arriving.REST):  # before any test has work on other threads
        step()
    return prepared


@pytest.fixture(autouse=True)
def _nothing_muttered(app: QApplication) -> Iterator[None]:
    """Fail a test in which Qt warns, or an exception reaches nobody."""
    muttered: list[str] = []

    def heard(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        del context
        if kind != QtMsgType.QtDebugMsg and not message.startswith(HARMLESS):
            muttered.append(message)

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        del kind, trace
        muttered.append(repr(error))

    # Where another test left the mouse, something may come to stand, and be held by it.
    QCursor.setPos(QGuiApplication.primaryScreen().geometry().bottomRight())
    before = qInstallMessageHandler(heard)
    hooks = sys.excepthook, threading.excepthook
    sys.excepthook = caught
    yield
    settle()
    for widget in app.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QGuiApplication.clipboard().clear()  # what Python put there must not outlive Python
    settle()
    sys.excepthook, threading.excepthook = hooks
    qInstallMessageHandler(before)
    assert muttered == []


@pytest.fixture
def tasks(app: QApplication) -> Iterator[Tasks]:
    """Threads for work; what hangs on them ends with them."""
    running = Tasks(app)
    yield running
    running.finish()
    running.deleteLater()
    settle()


@pytest.fixture
def place(tmp_path: Path) -> DataPlace:
    """An empty data place."""
    return DataPlace(tmp_path / "data")


@pytest.fixture
def window(place: DataPlace) -> Iterator[Window]:
    """The whole window on an empty data place, as the program opens it."""
    hook = sys.excepthook
    shown = composition.opened(place)
    sys.excepthook = hook  # a bug is to fail the test, not to open a dialog
    shown.resize(1366, 728)
    shown.show()
    shown.activateWindow()
    until(lambda: is_seen(shown, "new_report"))
    yield shown
    shown.close()
    until(lambda: not shown.isVisible())  # a backup of what changed may come first
