"""What the open report was: its saves by time, each to be looked at in words or as pages."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.report.values import Report
from desktop_app.services.history import Change, Past, Revision
from desktop_app.ui.data.page import text
from desktop_app.ui.data.past_sections import PastSections
from desktop_app.ui.data.wording import clock, day, moment
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.framing import Bar
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.preview.preview import Preview

if TYPE_CHECKING:
    from desktop_app.storage.provenance import Origin

_NUMBER = Qt.ItemDataRole.UserRole
_LIST = 340
_AROUND = 56
"""Pixels of the list beside its words: air, and what scrolls it."""

_NAMED = 3
"""Changes of one save that are named; of more, only how many."""


class HistoryPage(QWidget):
    """Lists saves at the left, and shows one at the right; nothing can be typed here."""

    left = Signal()
    chosen = Signal(int)  # the number of a revision
    section_asked = Signal(object, object)
    activity_asked = Signal(int)

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self._title = QLabel(self.tr("ย้อนดูฉบับก่อน"))
        play(self._title, Role.HEADING)
        self._back = Button(self.tr("‹ กลับไปที่รายงาน"), Role.LINK, name="history_back")
        self._back.clicked.connect(self.left)
        self._as_pages = Button(self.tr("ดูเป็นหน้ากระดาษ"), name="as_pages")
        self._as_pages.setEnabled(False)
        self._as_pages.clicked.connect(self._turn)
        self._list = QListWidget()
        self._list.setObjectName("revisions")
        self._list.setAccessibleName(self.tr("ฉบับก่อน เรียงจากใหม่ไปเก่า"))
        self._list.setFixedWidth(_LIST)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(self._list.ScrollMode.ScrollPerPixel)
        self._list.currentItemChanged.connect(self._choose)
        self._words = QScrollArea()
        self._words.setWidgetResizable(True)
        self._words.setFrameShape(QFrame.Shape.NoFrame)
        self._words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown = QStackedWidget()
        self._shown.addWidget(self._words)
        self._shown.addWidget(preview)
        self._lay_out()
        for keys in ("Esc", "Alt+Home", "Ctrl+H"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.left)

    def _lay_out(self) -> None:
        bar = Bar()
        line = bar.line
        line.addWidget(self._back)
        line.addWidget(self._title, 1)
        line.addWidget(self._as_pages)
        side = QFrame()
        play(side, Role.SIDE)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(Space.SMALL, Space.MEDIUM, Space.SMALL, Space.MEDIUM)
        inner.addWidget(self._list)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(side)
        across.addWidget(self._shown, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(across, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the words where there is little."""
        super().resizeEvent(event)
        self._list.setFixedWidth(min(_LIST, self.width() * 2 // 5))

    def show_revisions(self, revisions: Sequence[Revision], origins: "Sequence[Origin]") -> None:
        """List the saves, the latest first, under their days."""
        self._list.clear()
        for said, found in groupby(revisions, key=lambda one: day(one.moment)):
            heading = QListWidgetItem(said, self._list)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
            for one in found:
                item = QListWidgetItem(clock(one.moment), self._list)
                item.setData(_NUMBER, one.number)
                item.setSizeHint(QSize(0, self._height(1)))
        for origin in origins[:1]:
            self._say_origin(origin)
        if self._list.count() > 1:
            self._list.setCurrentRow(1)
        self._list.setFocus()

    def _height(self, lines: int) -> int:
        return lines * self._list.fontMetrics().height() + 2 * Space.SMALL + Space.HAIR

    def _say_origin(self, origin: "Origin") -> None:
        source = origin.source
        said = self.tr("รวมจาก {office} ({file}) เมื่อ {when}").format(
            office=source.office or self.tr("หน่วยงานอื่น"),
            file=source.file,
            when=moment(origin.taken),
        )
        item = QListWidgetItem(said, self._list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def show_changes(self, number: int, changes: Sequence[Change]) -> None:
        """Say what a save changed."""
        for row in range(self._list.count()):
            item = self._list.item(row)
            if item.data(_NUMBER) == number:
                time = item.text().split("\n")[0]
                lines = [time, *self._named(changes)]
                item.setText("\n".join(lines))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join(lines))
                item.setSizeHint(QSize(0, self._height(len(lines))))

    def _named(self, changes: Sequence[Change]) -> list[str]:
        said = [self._change(one) for one in changes[:_NAMED]]
        if len(changes) > _NAMED:
            said.append(self.tr("และอีก {count} แห่ง").format(count=len(changes) - _NAMED))
        return said

    def _change(self, one: Change) -> str:
        if one.activity is None:
            return words(one.section.short) if one.section else self.tr("ลำดับของกิจกรรม")
        name = one.activity or self.tr("ยังไม่มีชื่อ")
        if one.section is None:
            said = self.tr("เพิ่มกิจกรรม “{name}”") if one.came else self.tr("ลบกิจกรรม “{name}”")
            return self._on_a_line(said, name)
        return self._on_a_line(
            self.tr("“{name}”: {part}").replace("{part}", words(one.section.short)), name
        )

    def _on_a_line(self, said: str, name: str) -> str:
        """Return what is said of an activity, its name as long as the line has room for."""
        metrics = self._list.fontMetrics()
        room = self._list.width() - _AROUND - metrics.horizontalAdvance(said.format(name=""))
        return said.format(name=metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))

    def _choose(self, item: QListWidgetItem | None) -> None:
        number = item.data(_NUMBER) if item is not None else None
        if number is not None:
            self.chosen.emit(number)

    @property
    def number(self) -> int | None:
        """The revision that is chosen."""
        found = [item.data(_NUMBER) for item in self._list.selectedItems()]
        return int(found[0]) if found else None

    def show_past(self, past: Past, now: Report) -> None:
        """Show what the report was, in words and as pages."""
        sections = PastSections(past, now, self)
        sections.section_asked.connect(self.section_asked)
        sections.activity_asked.connect(self.activity_asked)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(Space.HUGE, Space.LARGE, Space.HUGE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        if past.package.report == now:
            column.addWidget(text(self.tr("เหมือนกับตอนนี้ทุกอย่าง"), Role.QUIET, name="same_as_now"))
        for part in sections.cards():
            column.addWidget(part)
        column.addStretch(1)
        at = self._words.verticalScrollBar().value()
        self._words.setWidget(made)
        self._words.verticalScrollBar().setValue(at)
        self._preview.show_package(past.package)
        self._as_pages.setEnabled(True)

    def _turn(self) -> None:
        """Show the pages instead of the words, or the words again."""
        pages = self._shown.currentIndex() == 0
        self._shown.setCurrentIndex(1 if pages else 0)
        self._as_pages.setText(self.tr("ดูเป็นข้อความ") if pages else self.tr("ดูเป็นหน้ากระดาษ"))
