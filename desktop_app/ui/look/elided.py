"""Labels and buttons that end in … where their words are longer than their place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from desktop_app.ui.look.buttons import Button

_LEAST = 96
"""Pixels that a button's words have at least."""


class ElidedLabel(QLabel):
    """One line that takes whatever width is left; the whole text is its tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Ask for a line's height and no width."""
        return QSize(0, super().minimumSizeHint().height())

    def show_words(self, words: str) -> None:
        """Show `words`."""
        self.setText(words)
        self.setToolTip(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        said = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter, said)
        painter.end()


class ElidedButton(Button):
    """A button as wide as its words where there is room; its name is always all of them."""

    def say(self, words: str) -> None:
        """Show `words`."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _around(self) -> int:
        return self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def minimumSizeHint(self) -> QSize:
        """Ask for a line's height and the beginning of the words."""
        return QSize(self._around() + _LEAST, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button with as many of its words as there is room for."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = max(self.width() - self._around(), 0)
        option.text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room + 1
        )
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
