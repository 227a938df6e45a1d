"""Labels, buttons and ticks that end in … where their words are longer than their place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QRadioButton,
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

    def minimumSizeHint(self) -> QSize:
        """Ask for a line's height and the beginning of the words."""
        return QSize(_around(self) + _LEAST, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button with as many of its words as there is room for."""
        del event
        _paint(self, QStyle.ControlElement.CE_PushButton)


class ElidedTick(QCheckBox):
    """A box to tick as wide as its words where there is room; they are its tool tip."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        _prepare(self)

    def minimumSizeHint(self) -> QSize:
        """Ask for a line's height and the beginning of the words."""
        return _beginning(self, super().minimumSizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box with as many of its words as there is room for."""
        del event
        _paint(self, QStyle.ControlElement.CE_CheckBox)


class ElidedChoice(QRadioButton):
    """A round button as wide as its words where there is room; they are its tool tip."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        _prepare(self)

    def minimumSizeHint(self) -> QSize:
        """Ask for a line's height and the beginning of the words."""
        return _beginning(self, super().minimumSizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button with as many of its words as there is room for."""
        del event
        _paint(self, QStyle.ControlElement.CE_RadioButton)


_Worded = ElidedButton | ElidedTick | ElidedChoice


def _prepare(button: _Worded) -> None:
    button.setToolTip(button.text())
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _around(button: _Worded) -> int:
    return button.sizeHint().width() - button.fontMetrics().horizontalAdvance(button.text())


def _beginning(button: _Worded, whole: QSize) -> QSize:
    wide = whole.width() - button.fontMetrics().horizontalAdvance(button.text()) + _LEAST
    return QSize(min(whole.width(), wide), whole.height())


def _paint(button: _Worded, control: QStyle.ControlElement) -> None:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    room = max(button.width() - _around(button), 0)
    mode = Qt.TextElideMode.ElideRight
    option.text = button.fontMetrics().elidedText(button.text(), mode, room + 1)
    painter = QStylePainter(button)
    painter.drawControl(control, option)
    painter.end()
