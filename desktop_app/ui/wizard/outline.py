"""The outline: every page of the report with how far it is, and the way to jump there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidgetItem, QVBoxLayout

from desktop_app.errors import Said
from desktop_app.report import flow
from desktop_app.report.fields import ACTIVITY_NAME
from desktop_app.report.flow import Page, State, Step
from desktop_app.report.values import Report
from desktop_app.ui.editing.edits import Moved, moved_along
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.wizard.outline_list import OutlineList
from desktop_app.ui.wizard.outline_rows import (
    ACTIVITY_ROLE,
    DEPTH_ROLE,
    HERE_ROLE,
    PAGE_ROLE,
    STATE_ROLE,
)

_STATE_WORDS = {
    State.EMPTY: Said("ยังไม่ได้กรอก", "empty"),
    State.PARTIAL: Said("ยังไม่ครบ", "begun"),
    State.PROBLEM: Said("มีจุดต้องแก้ไข", "has a problem"),
    State.REVIEW: Said("ครบถ้วน มีจุดควรตรวจดู", "complete, with something to look at"),
    State.COMPLETE: Said("ครบถ้วน", "complete"),
}


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: a page, or the head of an activity, which speaks for all of the activity's pages."""

    page: Page
    head: bool = False


@dataclass(frozen=True, slots=True)
class _Shown:
    """What one row shows."""

    words: str
    state: State
    here: bool


class Outline(QFrame):
    """Shows all pages; of the activities, only the one that was opened last shows its own."""

    chosen = Signal(object)  # Page
    add_asked = Signal()
    move_asked = Signal(int, int)  # which activity, to where

    def __init__(self) -> None:
        super().__init__()
        play(self, Role.SIDE)
        self._items: dict[_Row, QListWidgetItem] = {}
        self._shown: dict[_Row, _Shown] = {}
        self._here: Page | None = None
        self._states: Mapping[Page, State] = {}
        self._unfolded = 0
        self._rows = OutlineList()
        self._rows.setObjectName("outline")
        self._rows.setAccessibleName(self.tr("หัวข้อของรายงาน"))
        self._rows.chosen.connect(self.chosen)
        self._rows.move_asked.connect(self.move_asked)
        self._add = Button(self.tr("+ เพิ่มกิจกรรม"), Role.LINK, name="add_activity")
        self._add.setToolTip("Ctrl+Shift+N")
        self._add.clicked.connect(self.add_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SMALL, Space.MEDIUM, Space.SMALL, Space.SMALL)
        column.addWidget(self._rows, 1)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_page(self, report: Report, here: Page) -> None:
        """Mark the page that is open, and unfold the activity that it belongs to."""
        self._here = here
        if here.activity is not None:
            self._unfolded = here.activity
        self.show_states(report, self._states)
        self._rows.scrollToItem(self._rows.currentItem())

    def show_moved(self, report: Report, moved: Moved, here: Page) -> None:
        """Show an activity at its new place, with the keyboard on it as before."""
        unfolded = moved_along((self._unfolded,), (), moved)
        self._unfolded = int(unfolded[0]) if unfolded else 0
        self._states = {}
        self.show_page(report, here)
        head = _Row(Page(Step.ACTIVITY, ACTIVITY_NAME, moved.to), head=True)
        self._rows.setCurrentItem(self._items[head])
        self._rows.setFocus()

    def show_states(self, report: Report, states: Mapping[Page, State]) -> None:
        """Show each page's words and how far it is."""
        self._states = states
        rows = tuple(self._rows_of(report))
        if tuple(self._items) != rows:
            self._build(rows)
        for row, item in self._items.items():
            shown = _Shown(words(_row_words(report, row)), _state(states, row), self._is_here(row))
            if self._shown.get(row) != shown:
                self._shown[row] = shown
                _say(item, shown)
        here = next((item for row, item in self._items.items() if self._is_here(row)), None)
        if here is not None and not self._rows.hasFocus():
            self._rows.setCurrentItem(here)

    def _is_here(self, row: _Row) -> bool:
        return row.page == self._here and not row.head

    def _rows_of(self, report: Report) -> Iterator[_Row]:
        for page in flow.pages(report):
            if page.section is ACTIVITY_NAME:
                yield _Row(page, head=True)
            if page.activity is None or page.activity == self._unfolded:
                yield _Row(page)

    def _build(self, rows: tuple[_Row, ...]) -> None:
        self._rows.clear()
        self._shown = {}
        self._items = {row: QListWidgetItem(self._rows) for row in rows}
        for row, item in self._items.items():
            item.setData(PAGE_ROLE, row.page)
            item.setData(DEPTH_ROLE, _depth(row))
            item.setData(ACTIVITY_ROLE, row.page.activity)


def _say(item: QListWidgetItem, shown: _Shown) -> None:
    item.setText(shown.words)
    item.setToolTip(f"{shown.words}\n{words(_STATE_WORDS[shown.state])}")
    item.setData(STATE_ROLE, shown.state)
    item.setData(HERE_ROLE, shown.here)
    said = f"{shown.words}: {words(_STATE_WORDS[shown.state])}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)


def _depth(row: _Row) -> int:
    if row.page.step is not Step.ACTIVITY:
        return 0
    return 1 if row.head else 2


def _state(states: Mapping[Page, State], row: _Row) -> State:
    """Return the state of a page; a head, and the list of activities, speak for those below."""
    if row.head and row.page.activity is not None:
        return _summed(states, flow.activity_pages(row.page.activity))
    if row.page.step is Step.ACTIVITIES:
        return _summed(states, [one for one in states if one.step is Step.ACTIVITY] or [row.page])
    return states.get(row.page, State.EMPTY)


def _summed(states: Mapping[Page, State], pages: Iterable[Page]) -> State:
    """Return the one state of several pages."""
    parts = {states.get(one, State.EMPTY) for one in pages}
    if State.PROBLEM in parts or len(parts) == 1:
        return State.PROBLEM if State.PROBLEM in parts else parts.pop()
    return State.REVIEW if parts == {State.REVIEW, State.COMPLETE} else State.PARTIAL


def _row_words(report: Report, row: _Row) -> Said:
    page = row.page
    match page.step:
        case Step.ACTIVITIES:
            count = len(report.activities)
            return Said(f"กิจกรรม ({count})", f"Activities ({count})")
        case Step.ACTIVITY:
            return _activity_words(report, row)
        case Step.CHECK:
            return Said("ตรวจสอบ", "Check")
        case Step.PRINT:
            return Said("พิมพ์", "Print")
    return page.section.short if page.section else Said("", "")


def _activity_words(report: Report, row: _Row) -> Said:
    index, section = row.page.activity or 0, row.page.section
    if row.head:
        name = (report.activities[index].name or "").strip()
        number = f"{index + 1}."
        return Said(f"{number} {name or 'กิจกรรมใหม่'}", f"{number} {name or 'New activity'}")
    short = section.short if section is not None else Said("", "")
    if section is None or section.clause is None:
        return short
    number = f"{index + 1}.{section.clause}"
    return Said(f"{number} {short.th}", f"{number} {short.en}")
