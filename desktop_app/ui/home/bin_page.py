"""The recycle bin: what was deleted and when, each with a way back."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.storage.summary import Summary
from desktop_app.ui.home.home_model import moment, title_of
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.elided import ElidedLabel
from desktop_app.ui.look.framing import Bar, centred
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tab_order import follow_layout
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.look.word_label import WordLabel

_WIDEST = 900
_MOST = 200
"""Rows that are shown; a bin with more is emptied from its top."""


class BinPage(QWidget):
    """Lists deleted reports, the latest first."""

    left = Signal()
    restore_asked = Signal(object)  # Summary
    purge_asked = Signal(object)  # a tuple of Summary

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Summary, ...] = ()
        self._said = WordLabel()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.SMALL)
        self._empty = Button(self.tr("ลบทั้งหมดถาวร…"), name="empty_bin")
        self._empty.clicked.connect(lambda: self.purge_asked.emit(self._all))
        self._empty.hide()
        self._back = Button(self.tr("‹ รายงานทั้งหมด"), Role.LINK, name="back_home")
        self._back.setToolTip("Alt+Home")
        self._back.clicked.connect(self.left)
        self._lay_out()
        for keys in ("Alt+Home", "Escape"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.left)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, Space.LARGE, 0, Space.LARGE)
        inner.setSpacing(Space.MEDIUM)
        inner.addWidget(self._said)
        inner.addLayout(self._rows)
        inner.addStretch(1)
        around = QWidget()
        around.setLayout(centred(body, QPoint(Space.HUGE, 0)))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(around)
        column.addWidget(scroll, 1)

    def _bar(self) -> Bar:
        bar = Bar()
        line = bar.line
        title = QLabel(self.tr("ถังขยะ"))
        play(title, Role.HEADING)
        line.addWidget(self._back)
        line.addWidget(title)
        line.addStretch(1)
        line.addWidget(self._empty)
        return bar

    def show_summaries(self, summaries: Sequence[Summary]) -> None:
        """Show what is in the bin."""
        self._all = tuple(summaries)
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.deleteLater()
        for number, one in enumerate(self._all[:_MOST]):
            self._rows.addWidget(self._row(number, one))
        self._empty.setVisible(bool(self._all))
        self._say()
        follow_layout(self)
        first = self.findChild(Button, "restore_0") if self._all else self._back
        (first or self._back).setFocus()

    def _say(self) -> None:
        if not self._all:
            self._said.setText(self.tr("ถังขยะว่าง"))
        elif len(self._all) > _MOST:
            self._said.setText(
                self.tr("ลบไว้ {count} ฉบับ แสดง {shown} ฉบับล่าสุด อยู่ที่นี่จนกว่าจะลบถาวร").format(
                    count=len(self._all), shown=_MOST
                )
            )
        else:
            self._said.setText(
                self.tr("ลบไว้ {count} ฉบับ อยู่ที่นี่จนกว่าจะลบถาวร").format(count=len(self._all))
            )

    def _row(self, number: int, one: Summary) -> QFrame:
        card = QFrame()
        play(card, Role.CARD)
        line = QHBoxLayout(card)
        line.setContentsMargins(Space.LARGE, Space.SMALL, Space.SMALL, Space.SMALL)
        line.setSpacing(Space.SMALL)
        line.addLayout(self._words(one), 1)
        back = Button(self.tr("นำกลับ"), name=f"restore_{number}")
        back.setAccessibleName(self.tr("นำ {name} กลับ").format(name=title_of(one)))
        back.clicked.connect(lambda: self.restore_asked.emit(one))
        purge = Button(self.tr("ลบถาวร…"), Role.LINK, name=f"purge_{number}")
        purge.setAccessibleName(self.tr("ลบ {name} ถาวร").format(name=title_of(one)))
        purge.clicked.connect(lambda: self.purge_asked.emit((one,)))
        line.addWidget(back)
        line.addWidget(purge)
        return card

    def _words(self, one: Summary) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        title = ElidedLabel()
        title.show_words(
            self.tr("{name}  ·  ปีงบประมาณ {year}").format(name=title_of(one), year=one.fiscal_year)
        )
        play(title, Role.LABEL)
        column.addWidget(title)
        if one.deleted is not None:
            when = QLabel(self.tr("ลบเมื่อ {when}").format(when=moment(one.deleted)))
            play(when, Role.QUIET)
            column.addWidget(when)
        return column
