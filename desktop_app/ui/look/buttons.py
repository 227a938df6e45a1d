"""Buttons: with words or with an icon only; Enter presses them as the space bar does."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from desktop_app.ui.look.icons import SIDE, Icon, tinted
from desktop_app.ui.look.style_sheet import Role, play

Tone = QPalette.ColorRole
"""Which colour of the palette an icon takes."""


class Button(QPushButton):
    """A button with words, and perhaps an icon before them."""

    def __init__(self, words: str, role: Role = Role.PLAIN, *, name: str = "") -> None:
        super().__init__(words)
        self._icon: Icon | None = None
        self._tone = Tone.WindowText
        self.setObjectName(name)
        play(self, role)

    def take_icon(self, icon: Icon, tone: Tone) -> None:
        """Show an icon in a colour of the palette."""
        self._icon, self._tone = icon, tone
        self.setIconSize(QSize(SIDE, SIDE))
        _tint(self, icon, tone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.isEnabled():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Colour the icon anew when the palette changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._icon is not None:
            _tint(self, self._icon, self._tone)


class IconButton(QToolButton):
    """A square button that shows an icon only; its words are its tool tip and its name."""

    def __init__(self, icon: Icon, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = Tone.WindowText
        play(self, Role.ICON)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(SIDE, SIDE))
        self.say(words)
        _tint(self, icon, self._tone)

    def say(self, words: str, shortcut: str = "") -> None:
        """Set the button's accessible name, and its tool tip with the shortcut."""
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({shortcut})" if shortcut else words)

    def take_tone(self, tone: Tone) -> None:
        """Colour the icon like `tone` of the palette."""
        self._tone = tone
        _tint(self, self._icon, tone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.isEnabled():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Colour the icon anew when the palette changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            _tint(self, self._icon, self._tone)


def _tint(button: QAbstractButton, icon: Icon, tone: Tone) -> None:
    """Give a button its icon; the program's palette counts, since style sheets alter a widget's.

    Qt tells of a new palette whenever a widget finds its place, mostly with the same colours.
    """
    palette = QGuiApplication.palette()
    look = f"{icon.value} {tone.name} {palette.cacheKey()}"
    if button.property("tint") != look:
        button.setProperty("tint", look)
        button.setIcon(tinted(icon, palette.color(tone)))
