"""One window to be photographed, with all that stands before it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from desktop_app.paths import DataPlace
from desktop_app.services.settings import Settings, write_settings
from desktop_app.ui import app as composition
from desktop_app.ui.desk.desk import Desk
from desktop_app.ui.window import Window
from tests.looks.looks import BAR_OF_DESKTOP, Look
from tests.ui.person import pause, settle, until

_TITLE = 22
"""Pixels for the title of what is a window of its own."""


class Stand:
    """Opens windows on data, and takes pictures of the whole screen."""

    def __init__(self, app: QApplication, look: Look, out: Path, folder: Path) -> None:
        self.look = look
        self.out = out
        self.folder = folder
        self.app = app
        self.story = ""
        self._window: Window | None = None

    @property
    def window(self) -> Window:
        """The window that is open."""
        assert self._window is not None
        return self._window

    @contextmanager
    def opened(self, place: DataPlace) -> Iterator[Window]:
        """Open the program on its data, in the look that is photographed."""
        write_settings(place, Settings(language="en" if self.look.language == "en" else "th"))
        hook = sys.excepthook
        window = self._window = composition.opened(place)
        sys.excepthook = hook  # a bug is to be seen in the terminal
        room = QGuiApplication.primaryScreen().geometry().size()
        window.setGeometry(0, 0, room.width(), room.height() - BAR_OF_DESKTOP // self.look.scale)
        window.show()
        window.activateWindow()
        until(lambda: window.findChildren(Desk))
        try:
            yield window
        finally:
            self._close(window)

    def _close(self, window: Window) -> None:
        self.clear()
        window.close()
        until(lambda: not window.isVisible())
        window.deleteLater()
        settle()

    def clear(self) -> None:
        """Close all that stands before the window."""
        for over in self.app.topLevelWidgets():
            if over is not self.window and over.isVisible():
                over.close()
        settle()

    def take(self, name: str) -> None:
        """Take a picture of all that is on the screen."""
        self._rest()
        self._screen().save(str(self.out / f"{self.story}-{name}.png"))

    def take_whole(self, name: str) -> None:
        """Take a picture, and where a page goes on below, others of the rest."""
        self.take(name)
        bars = [area.verticalScrollBar() for area in self._areas()]
        for bar in [one for one in bars if one.maximum() > 0][:1]:
            for part in range(1, 4):
                before = bar.value()
                bar.setValue(before + bar.pageStep() - 40)
                if bar.value() == before:
                    break
                self.take(f"{name}-below{part}")
            bar.setValue(0)

    def _areas(self) -> Iterator[QAbstractScrollArea]:
        top = QApplication.activeModalWidget() or self.window
        yield from (one for one in top.findChildren(QScrollArea) if one.isVisible())

    def _rest(self) -> None:
        before: list[QRect] = []
        for _ in range(40):
            pause(25)
            now = [one.geometry() for one in self.window.findChildren(QWidget) if one.isVisible()]
            if now == before:
                return
            before = now

    def _screen(self) -> QPixmap:
        """Return the screen: the window, dialogs over it, and over these what pops up."""
        screen = QGuiApplication.primaryScreen()
        picture = QPixmap(screen.geometry().size() * self.look.scale)
        picture.setDevicePixelRatio(self.look.scale)
        picture.fill(QColor("#30343A"))
        painter = QPainter(picture)
        shown = [one for one in self.app.topLevelWidgets() if one.isVisible()]
        for widget in sorted(shown, key=self._depth):
            at = widget.geometry().topLeft()
            if widget is not self.window and widget.windowType() in _FRAMED:
                self._frame(painter, widget)
            painter.drawPixmap(at, widget.grab())
        painter.end()
        return picture

    def _depth(self, widget: QWidget) -> int:
        if widget is self.window:
            return 0
        return 1 if widget.windowType() in _FRAMED else 2

    def _frame(self, painter: QPainter, widget: QWidget) -> None:
        around = widget.geometry().adjusted(-1, -_TITLE, 0, 0)
        painter.fillRect(around.adjusted(0, 0, 1, 1), QColor("#4A5058"))
        painter.setPen(QColor("#FFFFFF"))
        head = QRect(around.topLeft() + QPoint(6, 0), around.topRight() + QPoint(0, _TITLE))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, widget.windowTitle())

    def while_asked(self, ask: Callable[[], object], then: Callable[[], None]) -> None:
        """Do `then` while `ask` waits for an answer in a loop of its own."""
        done: list[bool] = []

        def look() -> None:
            try:
                pause(150)
                then()
            finally:
                self.clear()
                done.append(True)

        QTimer.singleShot(50, self.app, look)
        ask()
        until(lambda: done)  # a menu waits for nobody


Story = Callable[[Stand], None]
"""Goes through some of what can be seen, and takes pictures on the way."""

_FRAMED = (Qt.WindowType.Window, Qt.WindowType.Dialog)
