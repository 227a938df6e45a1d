"""A list as rows that are shown: made a few at a time, numbered, found again."""

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.report.editing import Path
from desktop_app.report.fields import Field
from desktop_app.ui.fields.base import Ask, FieldWidget, Spelling
from desktop_app.ui.fields.beside import beside
from desktop_app.ui.fields.blank import Blank
from desktop_app.ui.fields.cell import Cell
from desktop_app.ui.fields.readings import Spans
from desktop_app.ui.fields.row import Row
from desktop_app.ui.fields.trouble import Troubles, by_row
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.carrying import Carrying, Stand
from desktop_app.ui.look.style_sheet import Role
from desktop_app.ui.look.tab_order import controls
from desktop_app.ui.look.tokens import Space

CellMaker = Callable[[], tuple[Cell, ...]]
"""Makes the cells of one new row."""

_AT_ONCE = 2
"""Rows that are made at once, however long it takes."""

_TURN = 0.008
"""Seconds in one turn of the event loop that more rows are made for; to lay them out takes as long."""


class ShownRows(FieldWidget):
    """Shows a tuple: one row an item, and one empty row to begin with where there is none."""

    def __init__(self, field: Field, cells: CellMaker, blank: Blank | None) -> None:
        super().__init__()
        self._field = field
        self._cells = cells
        self._blank = blank
        self._items: tuple[object, ...] = ()
        self._rows: list[Row] = []
        self._go_after: int | None = None
        self._awaited: Path | None = None  # the keyboard goes there once its row is made
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._grow)
        self._ask_known: Ask | None = None
        self._spelling: Spelling | None = None
        self._spans: Spans | None = None
        self._troubles_of: Mapping[int, Troubles] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.HAIR + 2)
        self._row.addLayout(self._column)
        self._add = self._add_button()
        self._column.addLayout(self._foot())
        self._carrying = Carrying(self, self._stands)
        self._show_rows()

    def _add_button(self) -> Button:
        said = self.tr("+ เพิ่ม{item}   (Ctrl+Enter)") if self._blank else self.tr("+ เพิ่ม{item}…")
        said = said.format(item=words(self._field.item))
        button = Button(said, Role.LINK, name=f"add_{self._field.key}")
        button.setAccessibleName(self.tr("เพิ่ม{item}").format(item=words(self._field.item)))
        return button

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        return foot

    def value(self) -> tuple[object, ...]:
        """Return the items."""
        return self._items

    def set_value(self, value: object) -> None:
        """Show the items, using the rows that are there again, in their order.

        Of many that are new, most come in the next turns of the event loop.
        """
        self._items = value if isinstance(value, tuple) else ()
        self._show_rows()
        if self._go_after is not None and self._rows:
            self.go_to((min(self._go_after, self._wanted() - 1),))
        self._go_after = None

    def take_numerals(self, *, thai: bool) -> None:
        """Show numbers in the rows' fields in the report's numerals."""
        if thai != self._thai_digits:
            super().take_numerals(thai=thai)
            self._show_rows()

    def take_days(self, spans: Spans) -> None:
        """Let all rows, also those to come, know where a day without a year lies."""
        self._spans = spans
        for row in self._rows:
            row.take_days(spans)

    def take_known(self, field: Field, ask: Ask) -> None:
        """Offer in all rows, also those to come, what was typed before."""
        del field  # whose columns know for themselves
        self._ask_known = ask
        for row in self._rows:
            row.take_known(ask)

    def take_spelling(self, field: Field, spelling: Spelling) -> None:
        """Underline doubted words in all rows, also those to come."""
        del field
        self._spelling = spelling
        for row in self._rows:
            row.take_spelling(spelling)

    def entry(self) -> QWidget:
        """Return the first row's control, or the button where there is no row."""
        return self._rows[0].entry() if self._rows else self._add

    def name(self, words: str, help_words: str = "") -> None:
        """Name the whole; the rows name their own controls."""
        self.setAccessibleName(words)
        self._add.setToolTip(help_words)

    def show_unread(self, path: Path, text: str) -> None:
        """Show unreadable text again in the cell that it was typed in."""
        self._grow_up()
        if path and isinstance(path[0], int) and path[0] < len(self._rows):
            self._rows[path[0]].show_unread(path[1:], text)

    def show_troubles(self, troubles: Troubles) -> None:
        """Say in each row, also in those to come, what is wrong with it."""
        self._troubles_of = by_row(troubles)
        for index, row in enumerate(self._rows):
            row.show_troubles(self._troubles_of.get(index, ()))

    def go_to(self, path: Path) -> None:
        """Give the keyboard to a cell, once its row is there, or to the first one."""
        if not path or not isinstance(path[0], int) or not self._wanted():
            self.entry().setFocus()
            return
        index = min(path[0], self._wanted() - 1)  # what was undone may have been the last row
        if index < len(self._rows):
            self._rows[index].go_to(path[1:])
        else:
            self._awaited = (index, *path[1:])

    def path_at(self, control: QWidget) -> Path:
        """Return the index of the row that `control` is in, if it is in an item's row."""
        for index, row in enumerate(self._rows[: len(self._items)]):
            if row.isAncestorOf(control):
                return (index,)
        return ()

    def _stands(self) -> tuple[Stand, ...]:
        areas = (row.geometry() for row in self._rows[: len(self._items)])
        return tuple(Stand(area, area.bottom()) for area in areas)

    def _show_rows(self) -> None:
        while len(self._rows) > self._wanted():
            row = self._rows.pop()
            row.blockSignals(True)  # what is left in it as the keyboard leaves it is gone, too
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index in range(len(self._rows)):
            self._show_row(index)
        self._grow()

    def _wanted(self) -> int:
        return max(len(self._items), 1 if self._blank else 0)

    def _grow(self) -> None:
        """Make rows that are wanted yet, as many as there is time for in one turn."""
        end = time.perf_counter() + _TURN
        while len(self._rows) < self._wanted():
            if len(self._rows) >= _AT_ONCE and time.perf_counter() > end:
                self._more.start()
                return
            self._grow_by_one()
        if self._awaited is not None:
            awaited, self._awaited = self._awaited, None
            self.go_to(awaited)

    def _grow_by_one(self) -> None:
        before = self._add.previousInFocusChain() or self
        self._append_row()
        self._show_row(len(self._rows) - 1)
        for control in (*controls(self._rows[-1]), self._add):
            QWidget.setTabOrder(before, control)
            before = control

    def _grow_up(self) -> None:
        """Make every row that is wanted yet."""
        while len(self._rows) < self._wanted():
            self._grow_by_one()

    def _show_row(self, index: int) -> None:
        row, item = self._rows[index], self._items[index] if index < len(self._items) else None
        row.set_number(index, words(self._field.item), str(index + 1))
        row.set_item(item, thai=self._thai_digits)
        row.say_beside(beside(self._field, item))
        row.show_troubles(self._troubles_of.get(index, ()))

    def _append_row(self) -> None:
        row = Row(self._cells(), self)
        self._wire_row(row)
        if self._ask_known is not None:
            row.take_known(self._ask_known)
        if self._spelling is not None:
            row.take_spelling(self._spelling)
        if self._spans is not None:
            row.take_days(self._spans)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)

    def _wire_row(self, row: Row) -> None:
        """Listen to a row that has just been made."""
