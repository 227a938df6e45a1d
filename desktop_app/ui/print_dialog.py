"""Qt's own dialog of printers, which Linux shows: all of it stays on the screen as it unfolds."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QTabWidget, QWidget

_TITLE_BAR = 40
"""Pixels that the desktop takes for a window's title."""


class PrintDialog(QPrintDialog):
    """Moves up as it grows; where all of it is higher than the screen, options take the place of printers."""

    def __init__(self, printer: QPrinter, parent: QWidget) -> None:
        super().__init__(printer, parent)
        self._stay = QTimer(self, singleShot=True, interval=0)
        self._stay.timeout.connect(self._stay_on_screen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look, once it has its size, whether it is on the screen."""
        super().resizeEvent(event)
        self._stay.start()

    def _stay_on_screen(self) -> None:
        room = self.screen().availableGeometry()
        printers, tabs = self._printers(), self.findChild(QTabWidget)
        if printers is not None and tabs is not None:
            options = tabs.isVisible()
            whole = self.sizeHint().height()
            whole += printers.sizeHint().height() if printers.isHidden() else 0
            printers.setVisible(not options or whole <= room.height() - _TITLE_BAR)
            self.adjustSize()
        over = self.frameGeometry().bottom() - room.bottom()
        if over > 0:
            self.move(self.pos() - QPoint(0, min(over, self.pos().y() - room.top())))

    def _printers(self) -> QWidget | None:
        """Return the part in which a printer is chosen; None where the dialog is the system's."""
        layout = self.layout()
        first = layout.itemAt(0) if layout is not None else None
        return first.widget() if first is not None else None
