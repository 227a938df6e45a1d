"""Ways to the pages about data, and answers to the system's dialogs."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.desk.data_desk import DataDesk
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.messages import MessageBar
from desktop_app.ui.window import Window
from tests.ui.journeys import open_sample
from tests.ui.person import click, is_seen, seen, settle, until


class Answers(Dialogs):
    """Answers the dialogs of folders and files."""

    def __init__(self) -> None:
        self.chosen: Path | None = None
        self.merged: tuple[Path, ...] = ()
        self.saved_report = Path()
        self.began: list[str] = []  # the folders in which dialogs began

    def folder(self, parent: QWidget) -> Path | None:
        del parent
        return self.chosen

    def report_to_save(self, parent: QWidget, name: str) -> Path | None:
        del parent, name
        return self.saved_report

    def backup_file(self, parent: QWidget, folder: str = "") -> Path | None:
        del parent
        self.began.append(folder)
        return self.chosen

    def files_to_merge(self, parent: QWidget, folder: str = "") -> tuple[Path, ...]:
        del parent
        self.began.append(folder)
        return self.merged


def store_sample(window: Window) -> None:
    """Store the sample report, and be at the list again."""
    open_sample(window)
    click(window, "back_home")
    until(lambda: is_seen(window, "reports"))


def ask(window: Window, act: str) -> None:
    """Choose from the menu of what is done now and then, once somebody does it."""
    until(lambda: window.findChildren(DataDesk))
    settle()
    found = window.findChild(QAction, act)
    assert found is not None
    found.trigger()
    settle()


def said(window: Window, name: str) -> str:
    """Return what the label called `name` says."""
    return seen(window, name, QLabel).text()


def message(window: Window) -> str:
    """Return what the bar at the foot says, once there is one."""
    bars = window.findChildren(MessageBar)
    return bars[0].text if bars else ""


def drop(where: QWidget, *files: Path) -> None:
    """Drag files onto a page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    assert where.acceptDrops()
    held = Qt.KeyboardModifier.NoModifier
    where.dropEvent(QDropEvent(QPointF(40, 90), copy, data, left, held))
    settle()
