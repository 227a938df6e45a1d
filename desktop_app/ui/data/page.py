"""What the pages about data share: the bar with the way back, a column of cards, acts at the foot."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.framing import Bar, centred
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tab_order import follow_layout
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.look.word_label import WordLabel

_WIDEST = 860


class DataPage(QWidget):
    """A page with a title; what is in its body is put there by those who are one."""

    left = Signal()

    def __init__(self, *, widest: int = _WIDEST) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setObjectName("data_title")
        play(self._title, Role.HEADING)
        self._back = Button(_said("‹ รายงานทั้งหมด"), Role.LINK, name="data_back")
        self._back.setToolTip("Alt+Home")
        self._back.clicked.connect(self.left)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(Space.LARGE)
        self._first: QWidget | None = None
        self._foot = QHBoxLayout()
        self._foot.setSpacing(Space.SMALL)
        self._below = QFrame()
        self._scroll = _scrolling(self._body, widest)
        self._lay_out(widest)
        for keys in ("Alt+Home", "Esc"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.left)

    def _lay_out(self, widest: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self._scroll, 1)
        holder = QWidget()
        holder.setLayout(self._foot)
        self._foot.setContentsMargins(0, 0, 0, 0)
        holder.setMaximumWidth(widest)
        play(self._below, Role.FOOT)
        self._below.setLayout(centred(holder, QPoint(Space.HUGE, Space.MEDIUM)))
        column.addWidget(self._below)

    def _bar(self) -> Bar:
        bar = Bar()
        line = bar.line
        line.addWidget(self._back)
        line.addWidget(self._title, 1)
        return bar

    def entitle(self, title: str, back: str = "") -> None:
        """Say what the page is about, and where its way back leads, if not to all reports."""
        self._title.setText(title)
        if back:
            self._back.setText(back)

    @property
    def title(self) -> str:
        """What the page is about."""
        return self._title.text()

    def show_parts(self, parts: list[QWidget], acts: list[QWidget]) -> None:
        """Show these in place of what stood here; the last act is the one that goes on."""
        _empty(self._body)
        _empty(self._foot)
        for part in parts:
            self._body.addWidget(part)
        self._body.addStretch(1)
        self._below.setVisible(bool(acts))
        self._foot.addStretch(1)
        for act in acts:
            self._foot.addWidget(act)
        self._scroll.verticalScrollBar().setValue(0)
        follow_layout(self)

    def go_to(self, control: QWidget) -> None:
        """Give the keyboard to `control`, and let it be seen, now or once the page is shown."""
        self._first = control
        if self.isVisible():
            self._go_to_first()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to what is to have it."""
        super().showEvent(event)
        # The window gives it to somebody else once the view before is gone.
        QTimer.singleShot(0, self, self._go_to_first)

    def _go_to_first(self) -> None:
        if self._first is not None and shiboken6.isValid(self._first):
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self._first)
        self._first = None


def _scrolling(body: QLayout, widest: int) -> QScrollArea:
    inner = QWidget()
    inner.setLayout(body)
    inner.setMaximumWidth(widest)
    outer = QWidget()
    outer.setLayout(centred(inner, QPoint(Space.HUGE, Space.HUGE)))
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(outer)
    return scroll


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        gone = item.widget()
        if gone is not None:
            gone.hide()
            gone.deleteLater()


def card(title: str, *parts: QWidget | QLayout) -> QFrame:
    """Return a card of `parts`, one below the other, under its title."""
    made = QFrame()
    play(made, Role.CARD)
    column = QVBoxLayout(made)
    column.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.LARGE)
    column.setSpacing(Space.SMALL)
    if title:
        heading = WordLabel(title)
        play(heading, Role.LABEL)
        column.addWidget(heading)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    column.addStretch(1)
    return made


def text(words: str, role: Role | None = None, *, name: str = "") -> WordLabel:
    """Return words that take as many lines as they need."""
    label = WordLabel(words)
    label.setObjectName(name)
    if role is not None:
        play(label, role)
    return label


def line_of(*parts: QWidget) -> QHBoxLayout:
    """Return controls side by side, from the left."""
    line = QHBoxLayout()
    line.setSpacing(Space.SMALL)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return line


def _said(words: str) -> str:
    return QCoreApplication.translate("DataPage", words)
