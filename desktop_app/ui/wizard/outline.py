"""The outline: every page of the report with how far it is, and the way to jump there."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from desktop_app.errors import Said
from desktop_app.report import flow
from desktop_app.report.fields import ACTIVITY_NAME
from desktop_app.report.flow import Page, State, Step
from desktop_app.report.values import Report
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.wizard.outline_rows import DEPTH_ROLE, HERE_ROLE, STATE_ROLE, OutlineRows

_PAGE = Qt.ItemDataRole.UserRole

_STATE_WORDS = {
    State.EMPTY: Said("ยังไม่ได้กรอก", "empty"),
    State.PARTIAL: Said("ยังไม่ครบ", "begun"),
    State.PROBLEM: Said("มีจุดต้องแก้ไข", "has a problem"),
    State.COMPLETE: Said("ครบแล้ว", "complete"),
}


@dataclass(frozen=True, slots=True)
class _Shown:
    """What one row shows."""

    words: str
    state: State
    here: bool


class _Rows(QListWidget):
    """The rows; Enter and the space bar go to the row's page."""

    chosen = Signal(object)  # Page

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(OutlineRows(self))
        self.itemClicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.selectedItems()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and chosen:
            self._choose(chosen[0])
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_PAGE))


class Outline(QFrame):
    """Shows all pages; of the activities, only the one that was opened last shows its own."""

    chosen = Signal(object)  # Page
    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        play(self, Role.SIDE)
        self._items: dict[Page, QListWidgetItem] = {}
        self._shown: dict[Page, _Shown] = {}
        self._here: Page | None = None
        self._states: Mapping[Page, State] = {}
        self._unfolded = 0
        self._rows = _Rows()
        self._rows.setObjectName("outline")
        self._rows.setAccessibleName(self.tr("หัวข้อของรายงาน"))
        self._rows.chosen.connect(self.chosen)
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

    def show_states(self, report: Report, states: Mapping[Page, State]) -> None:
        """Show each page's words and how far it is."""
        self._states = states
        pages = tuple(page for page in flow.pages(report) if self._is_unfolded(page))
        if tuple(self._items) != pages:
            self._build(pages)
        for page, item in self._items.items():
            shown = _Shown(
                words(_row_words(report, page)), _whole(states, page), page == self._here
            )
            if self._shown.get(page) != shown:
                self._shown[page] = shown
                _say(item, shown)
        if self._here in self._items:
            self._rows.setCurrentItem(self._items[self._here])

    def _is_unfolded(self, page: Page) -> bool:
        own = page.section is ACTIVITY_NAME or page.activity is None
        return own or page.activity == self._unfolded

    def _build(self, pages: tuple[Page, ...]) -> None:
        self._rows.clear()
        self._shown = {}
        self._items = {page: QListWidgetItem(self._rows) for page in pages}
        for page, item in self._items.items():
            item.setData(_PAGE, page)
            item.setData(DEPTH_ROLE, _depth(page))


def _say(item: QListWidgetItem, shown: _Shown) -> None:
    item.setText(shown.words)
    item.setToolTip(shown.words)
    item.setData(STATE_ROLE, shown.state)
    item.setData(HERE_ROLE, shown.here)
    said = f"{shown.words}: {words(_STATE_WORDS[shown.state])}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)


def _depth(page: Page) -> int:
    if page.step is not Step.ACTIVITY:
        return 0
    return 1 if page.section is ACTIVITY_NAME else 2


def _whole(states: Mapping[Page, State], page: Page) -> State:
    """Return the state of a page; an activity's first row speaks for all its pages."""
    if page.section is not ACTIVITY_NAME or page.activity is None:
        return states.get(page, State.EMPTY)
    parts = {states.get(one, State.EMPTY) for one in flow.activity_pages(page.activity)}
    if State.PROBLEM in parts or len(parts) == 1:
        return State.PROBLEM if State.PROBLEM in parts else parts.pop()
    return State.PARTIAL


def _row_words(report: Report, page: Page) -> Said:
    match page.step:
        case Step.ACTIVITIES:
            count = len(report.activities)
            return Said(f"กิจกรรม ({count})", f"Activities ({count})")
        case Step.ACTIVITY if page.activity is not None and page.section is not None:
            return _activity_words(report, page)
        case Step.CHECK:
            return Said("ตรวจสอบ", "Check")
        case Step.PRINT:
            return Said("พิมพ์", "Print")
    return page.section.short if page.section else Said("", "")


def _activity_words(report: Report, page: Page) -> Said:
    index, section = page.activity or 0, page.section
    if section is None or section is ACTIVITY_NAME:
        name = (report.activities[index].name or "").strip()
        return Said(f"{index + 1}. {name or 'กิจกรรมใหม่'}", f"{index + 1}. {name or 'New activity'}")
    number = f"{index + 1}.{section.clause}"
    return Said(f"{number} {section.short.th}", f"{number} {section.short.en}")
