"""The program's one window: a view at a time, the message bar and the strip of work below."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.paths import DataPlace

if TYPE_CHECKING:
    from desktop_app.ui.messages import MessageBar, WorkStrip
    from desktop_app.ui.running.job_bar import JobBar

_SIZE = QSize(1366, 728)
_LEAST = QSize(680, 380)


@dataclass(frozen=True, slots=True)
class Foot:
    """What lies below the open view, from the top."""

    jobs: "JobBar"
    messages: "MessageBar"
    strip: "WorkStrip"


class Window(QMainWindow):
    """Holds whatever view is open; there before anything else is loaded, and furnished after."""

    seen = Signal()  # once: it has been painted, and what is slow may begin

    def __init__(self, place: DataPlace) -> None:
        super().__init__()
        self._is_seen = False
        self.setObjectName("window")
        self.setWindowTitle(self.tr("ส่วนร่วม"))
        self._settings = QSettings(str(place.window), QSettings.Format.IniFormat)
        self._may_close: Callable[[], bool] = lambda: True
        self._view: QWidget | None = None
        self._left_at: QWidget | None = None
        self._views = QStackedWidget()
        self.setMinimumSize(_LEAST)
        self._restore_size()

    def furnish(self, foot: Foot) -> None:
        """Put in what lies below the views, before there is the first of them."""
        self.messages, self.jobs, self.strip = foot.messages, foot.jobs, foot.strip
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._views, 1)
        for part in (foot.jobs, foot.messages, foot.strip):
            column.addWidget(part)
        self.setCentralWidget(ground)
        QShortcut(QKeySequence("F6"), self).activated.connect(self.messages.take_keyboard)

    def _restore_size(self) -> None:
        kept = self._settings.value("window/geometry")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(_SIZE)

    def show_view(self, view: QWidget, name: str = "") -> None:
        """Show `view`, of the report called `name`, in place of the one before."""
        self.entitle(name)
        old, self._view = self._view, view
        self._views.addWidget(view)
        self._views.setCurrentWidget(view)
        if old is not None:
            self._views.removeWidget(old)
            old.deleteLater()

    def entitle(self, name: str) -> None:
        """Say in the title what the open view is about."""
        program = self.tr("ส่วนร่วม")
        self.setWindowTitle(f"{name} – {program}" if name else program)

    def cover(self, view: QWidget) -> None:
        """Show `view` over the one that is open, which keeps all that is in it."""
        self._left_at = self._view.focusWidget() if self._view is not None else None
        self._views.addWidget(view)
        self._views.setCurrentWidget(view)

    def uncover(self) -> None:
        """Take away what was shown over the open view."""
        over = self._views.currentWidget()
        if over is not None and over is not self._view:
            self._views.removeWidget(over)
            over.deleteLater()
        if self._view is not None:
            self._views.setCurrentWidget(self._view)
            self._go_back_in(self._view)

    def _go_back_in(self, view: QWidget) -> None:
        """Give the keyboard to what had it before the view was covered."""
        kept = self._left_at
        is_there = kept is not None and shiboken6.isValid(kept)
        there: QWidget | None = kept if is_there else view.focusWidget()
        if there is not None and view.isAncestorOf(there):
            there.setFocus()

    def remember(self, key: str, text: str) -> None:
        """Keep a small thing about the window until the next start and longer."""
        self._settings.setValue(key, text)

    def remembered(self, key: str) -> str:
        """Return what was kept under `key`, or nothing."""
        return str(self._settings.value(key, ""))

    def remembered_folder(self, key: str) -> str:
        """Return the folder that was kept under `key`, if it is still there, or nothing."""
        kept = self.remembered(key)
        return kept if Path(kept).is_absolute() and Path(kept).is_dir() else ""

    def retranslate(self) -> None:
        """Say what is always there in the language that is spoken now."""
        self.messages.retranslate()
        self.strip.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and then tell that there is something to see."""
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self, self.seen.emit)

    def come_forward(self) -> None:
        """Stand before all other windows, and take the keyboard."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def before_closing(self, may_close: Callable[[], bool]) -> None:
        """Let `may_close` put everything away, and say whether that worked."""
        self._may_close = may_close

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close without asking, unless words would be lost."""
        event.ignore()  # so it stays where asking fails by a bug
        if not self._may_close():
            return
        self._settings.setValue("window/geometry", self.saveGeometry())
        event.accept()
