"""The page that makes one report of several offices': which, in which order, in whose name."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop_app.ui.data.page import DataPage, card, text
from desktop_app.ui.data.wording import summary_name
from desktop_app.ui.look.buttons import Button, IconButton
from desktop_app.ui.look.elided import ElidedTick
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role
from desktop_app.ui.look.tokens import Space

if TYPE_CHECKING:
    from desktop_app.storage.summary import Summary

_LEAST = 2  # one report needs no consolidating


class ConsolidatePage(DataPage):
    """Asks; the desk does."""

    begun = Signal(object, str)  # the ids in their order, the agency's name

    def __init__(self, summaries: "tuple[Summary, ...]", agency: str) -> None:
        super().__init__()
        self.entitle(self.tr("ทำรายงานรวมหลายหน่วยงาน"))
        self._all = summaries
        self._order: list[Summary] = []
        self._wanted: set[UUID] = set()
        self._agency = QLineEdit(agency)
        self._agency.setObjectName("whole_agency")
        self._agency.setAccessibleName(self.tr("หน่วยงานที่ทำรายงานรวม"))
        self._agency.textChanged.connect(self._show_ready)
        self._year = QComboBox()
        self._year.setObjectName("whole_year")
        self._year.setAccessibleName(self.tr("ปีงบประมาณ"))
        self._year.setMaximumWidth(200)
        for year in sorted({one.fiscal_year for one in summaries}, reverse=True):
            self._year.addItem(str(year), year)
        self._go = Button(self.tr("ทำรายงานรวม"), Role.PRIMARY, name="begin_whole")
        self._go.clicked.connect(self._begin)
        self._rows = QWidget()
        self._list = card(self.tr("รายงานที่จะรวม ตามลำดับ"))
        self.show_parts([self._head(), self._list], [self._go])
        self._year.currentIndexChanged.connect(self._take_year)
        self._take_year()
        self.go_to(self._agency)

    def _head(self) -> QWidget:
        said = self.tr("กิจกรรมของทุกหน่วยงานจะเรียงต่อกันเป็นรายงานฉบับใหม่หนึ่งฉบับ รายงานเดิมทุกฉบับคงอยู่")
        if len(self._all) < _LEAST:
            said = self.tr("ต้องมีรายงานอย่างน้อยสองฉบับในปีงบประมาณเดียวกัน รวมรายงานจากหน่วยงานอื่นก่อน")
        named, year = QLabel(self.tr("หน่วยงานที่ทำรายงานรวม")), QLabel(self.tr("ปีงบประมาณ"))
        named.setBuddy(self._agency)
        year.setBuddy(self._year)
        parts = (text(said, Role.QUIET), named, self._agency, year, self._year)
        return card("", *parts)

    def _take_year(self) -> None:
        year = self._year.currentData()
        found = [one for one in self._all if one.fiscal_year == year]
        self._order = sorted(found, key=lambda one: one.agency)
        self._wanted = {one.id for one in self._order if one.agency != self._agency.text()}
        self._show_rows()

    def _show_rows(self, focus: str = "") -> None:
        layout = self._list.layout()
        if layout is None:
            return
        while (item := layout.takeAt(1)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for number, one in enumerate(self._order):
            layout.addWidget(self._row(number, one))
        again = self._list.findChild(QWidget, focus) if focus else None
        if again is not None:
            again.setFocus()
        self._show_ready()

    def _row(self, number: int, one: "Summary") -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.HAIR)
        tick = ElidedTick(summary_name(one))
        tick.setObjectName(f"part_{number}")
        tick.setChecked(one.id in self._wanted)
        tick.toggled.connect(partial(self._want, one.id))
        line.addWidget(tick, 1)
        moves = ((Icon.UP, self.tr("เลื่อนขึ้น"), -1), (Icon.DOWN, self.tr("เลื่อนลง"), 1))
        for icon, words, step in moves:
            button = IconButton(icon, f"{words}: {summary_name(one)}")
            button.setObjectName(f"{icon.value}_part_{number}")
            button.setEnabled(0 <= number + step < len(self._order))
            button.clicked.connect(partial(self._move, number, step))
            line.addWidget(button)
        return row

    def _want(self, report_id: UUID, wanted: bool) -> None:
        (self._wanted.add if wanted else self._wanted.discard)(report_id)
        self._show_ready()

    def _move(self, number: int, step: int) -> None:
        self._order.insert(number + step, self._order.pop(number))
        self._show_rows(f"part_{number + step}")

    def _chosen(self) -> tuple[UUID, ...]:
        return tuple(one.id for one in self._order if one.id in self._wanted)

    def _show_ready(self) -> None:
        named = bool(self._agency.text().strip())
        self._go.setEnabled(named and len(self._chosen()) >= _LEAST)

    def _begin(self) -> None:
        self.begun.emit(self._chosen(), self._agency.text().strip())
