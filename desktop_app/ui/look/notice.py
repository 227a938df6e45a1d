"""One notice at the window's foot: an icon, words, what can be done about it, and closing it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import shiboken6
from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QWidget

from desktop_app.ui.look.buttons import Button, IconButton
from desktop_app.ui.look.icons import SIDE, Icon, tinted
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.theme import tokens
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.look.word_label import WordLabel

SHOWN = 12_000
"""Milliseconds that a passing notice stays."""

SHOWN_WITH_ACT = 20_000
"""Milliseconds that one with something to do stays."""


FRESH = 3_000
"""Milliseconds within which what is said may not have been read yet."""


class About(StrEnum):
    """What a notice belongs to: it goes when that is left."""

    PROGRAM = "program"
    VIEW = "view"
    PAGE = "page"  # of the open report


class Kind(StrEnum):
    """How a notice is meant; each looks different, and not by colour alone."""

    NOTE = "notice"
    WORK = "work"  # it goes on still
    CAUTION = "caution"
    FAULT = "fault"


_ROLES = {
    Kind.NOTE: Role.NOTICE,
    Kind.WORK: Role.NOTICE,
    Kind.CAUTION: Role.CAUTION,
    Kind.FAULT: Role.FAULT,
}


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do about a notice, which goes with it; `closes` False lets it stay."""

    said: str
    doing: Callable[[], object]
    closes: bool = True


class Notice(QFrame):
    """Stays for its time, which stands still while the mouse or the keyboard is on it."""

    closed = Signal()

    def __init__(self, topic: str) -> None:
        super().__init__()
        self.topic = topic
        self.about = About.PROGRAM
        self.offers_back = False
        self._kind = Kind.NOTE
        self._offered: tuple[Act, ...] = ()
        self._before: QWidget | None = None
        self._icon = QLabel()
        self._text = WordLabel()
        self._text.setObjectName("message_text")
        self._text.let_copy()
        self._acts = QHBoxLayout()
        self._acts.setSpacing(0)
        self._close = IconButton(Icon.REMOVE, self.tr("ปิดข้อความ"))
        self._close.clicked.connect(self.closed)
        self._gone = QTimer(self, singleShot=True)
        self._gone.timeout.connect(self._pass)
        self._seen = QElapsedTimer()  # runs from when it was first seen
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.LARGE, Space.HAIR, Space.MEDIUM, Space.HAIR)
        line.setSpacing(Space.SMALL)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._text, 1)
        line.addLayout(self._acts)
        line.addWidget(self._close)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_words(self, text: str, acts: tuple[Act, ...], kind: Kind, *, lasting: bool) -> None:
        """Say something, in place of what was said before."""
        self._text.setText(text)
        self._kind = kind
        play(self, _ROLES[kind])
        self._tint()
        self._show_acts(acts)
        self._gone.setInterval(SHOWN_WITH_ACT if acts else SHOWN)
        self._gone.stop()
        self._seen.invalidate()
        if self.isVisible():
            self._seen.start()
        if not lasting:
            self._gone.start()

    def _show_acts(self, acts: tuple[Act, ...]) -> None:
        """Offer acts; buttons that say the same as before stay, and with them the keyboard."""
        before, self._offered = self._offered, acts
        if [one.said for one in before] == [one.said for one in acts]:
            return
        while (item := self._acts.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, act in enumerate(acts):
            button = Button(act.said, Role.LINK, name="message_act")
            button.clicked.connect(partial(self._do, number))
            self._acts.addWidget(button)
            button.show()

    def _do(self, number: int) -> None:
        act = self._offered[number]
        if act.closes:
            self.closed.emit()
        act.doing()

    def _pass(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._gone.start()
        elif self.isVisible():
            self.closed.emit()
        else:
            self._gone.start()  # nobody has read it yet

    def leave(self) -> None:
        """Go, as what it is about is left; what has hardly been seen goes when it has been."""
        has_been_seen = self._seen.isValid() and self._seen.elapsed() >= FRESH
        if self._offered or has_been_seen:
            self.closed.emit()
        elif not self._gone.isActive():
            self._gone.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Count from when it is seen."""
        super().showEvent(event)
        if not self._seen.isValid():
            self._seen.start()

    def take_keyboard(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        item = self._acts.itemAt(0)
        first = item.widget() if item is not None else None
        self._before = QApplication.focusWidget()
        (first or self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give_back_keyboard(self) -> None:
        """Give the keyboard to who had it before, if it is here still."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus) or self._before is None:
            return
        if shiboken6.isValid(self._before):
            self._before.setFocus()

    def _tint(self) -> None:
        now = tokens()
        icons = {
            Kind.NOTE: (Icon.GOOD, now.accent),
            Kind.WORK: (Icon.PARTIAL, now.accent),
            Kind.CAUTION: (Icon.PROBLEM, now.warning),
            Kind.FAULT: (Icon.PROBLEM, now.error),
        }
        icon, colour = icons[self._kind]
        self._icon.setPixmap(tinted(icon, QColor(colour)).pixmap(SIDE, SIDE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Colour the icon anew when the palette changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.text:
            self._tint()
