"""A list as rows that are added, moved and taken away by mouse or keyboard."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.report.checks import is_blank
from desktop_app.report.editing import Path
from desktop_app.report.fields import Field
from desktop_app.report.values import Value
from desktop_app.ui.editing.edits import Added, Edit, Moved, Put, Removed, Unread
from desktop_app.ui.fields.base import Ask, FieldWidget, Spelling
from desktop_app.ui.fields.beside import beside
from desktop_app.ui.fields.blank import Blank
from desktop_app.ui.fields.pasting import names_sum
from desktop_app.ui.fields.row import Cell, Row
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tab_order import controls
from desktop_app.ui.look.tokens import Space

CellMaker = Callable[[], tuple[Cell, ...]]
"""Makes the cells of one new row."""

_AT_ONCE = 4
"""Rows that are made at once: about as many as are seen first."""

_TURN = 0.008
"""Seconds in one turn of the event loop that more rows are made for; to lay them out takes as long."""


class RowList(FieldWidget):
    """Enters a tuple: one row an item, and one empty row to begin with where there is none."""

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
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.HAIR + 2)
        self._row.addLayout(self._column)
        self._add = self._add_button()
        self._column.addLayout(self._foot())
        self._line = self._drop_line()
        self._show_rows()

    def _add_button(self) -> Button:
        said = self.tr("+ เพิ่ม{item}   (Ctrl+Enter)") if self._blank else self.tr("+ เพิ่ม{item}…")
        said = said.format(item=words(self._field.item))
        button = Button(said, Role.LINK, name=f"add_{self._field.key}")
        button.setAccessibleName(self.tr("เพิ่ม{item}").format(item=words(self._field.item)))
        button.clicked.connect(self._add_last)
        return button

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        return foot

    def _drop_line(self) -> QFrame:
        line = QFrame(self)
        play(line, Role.MARK)
        line.setFixedHeight(2)
        line.hide()
        return line

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
        """Number the rows in the report's numerals, and show numbers in them so."""
        if thai != self._thai_digits:
            super().take_numerals(thai=thai)
            self._show_rows()

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

    def go_to(self, path: Path) -> None:
        """Give the keyboard to a cell, once its row is there, or to the first one."""
        if path and isinstance(path[0], int) and len(self._rows) <= path[0] < len(self._items):
            self._awaited = path
        elif path and isinstance(path[0], int) and path[0] < len(self._rows):
            self._rows[path[0]].go_to(path[1:])
        else:
            self.entry().setFocus()

    def path_at(self, control: QWidget) -> Path:
        """Return the index of the row that `control` is in, if it is in an item's row."""
        for index, row in enumerate(self._rows[: len(self._items)]):
            if row.isAncestorOf(control):
                return (index,)
        return ()

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
        row.set_number(index, words(self._field.item), self.numbered(str(index + 1)))
        row.set_item(item, thai=self._thai_digits)
        row.say_beside(self.numbered(beside(self._field, item)))

    def _append_row(self) -> None:
        row = Row(self._cells(), self)
        row.edited.connect(partial(self._edited, row))
        row.unread.connect(partial(self._unread_in, row))
        row.add_asked.connect(partial(self._add_after, row))
        row.remove_asked.connect(partial(self._remove, row))
        row.move_asked.connect(partial(self._move, row))
        row.copy_asked.connect(partial(self._copy, row))
        row.lines_pasted.connect(partial(self._paste, row))
        row.dragged.connect(self._drag)
        row.dropped.connect(partial(self._drop, row))
        if self._ask_known is not None:
            row.take_known(self._ask_known)
        if self._spelling is not None:
            row.take_spelling(self._spelling)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)

    def _edited(self, row: Row, edit: Put) -> None:
        """Pass an edit on; the first letter in the empty row makes the row an item."""
        index = self._rows.index(row)
        if index < len(self._items):
            also = tuple(((index, *path), value) for path, value in edit.also)
            for one in (edit, *(Put(*of) for of in edit.also)):
                self._items = _replaced(self._items, index, one)
            self.changed.emit(replace(edit, path=(index, *edit.path), also=also))
        elif self._blank:
            item = _with(self._blank(), edit)
            self.changed.emit(Added(index, (item,), typing=(index, *edit.path)))

    def _unread_in(self, row: Row, unread: Unread) -> None:
        index = self._rows.index(row)
        path = (index, *unread.path)
        self.unread.emit(replace(unread, path=path))
        if unread.text and index >= len(self._items) and self._blank:
            self.changed.emit(Added(index, (self._blank(),), typing=path))

    def _add_last(self) -> None:
        self._grow_up()
        if self._rows and self._rows[-1].is_blank():
            self._rows[-1].go_to(())
        elif self._blank:
            self._ask(Added(len(self._items), (self._blank(),)), go_to=len(self._items))

    def _add_after(self, row: Row) -> None:
        index = self._rows.index(row)
        if row.is_blank() or not self._blank:
            return
        if index + 1 < len(self._rows) and self._rows[index + 1].is_blank():
            self._rows[index + 1].go_to(())
        else:
            self._ask(Added(index + 1, (self._blank(),)), go_to=index + 1)

    def _remove(self, row: Row) -> None:
        """Take an item away; of one that another page owns, only what is edited here."""
        index = self._rows.index(row)
        if index >= len(self._items):
            return
        item = self._items[index]
        own = {column.key: None for column in self._field.columns}
        if not self._field.owns_rows and isinstance(item, Value) and not row.is_blank():
            left = item.model_copy(update=own)
            if not is_blank(left):
                self.changed.emit(Put((index,), left))
                self.set_value((*self._items[:index], left, *self._items[index + 1 :]))
                return
        self._ask(Removed(index), go_to=max(index - 1, 0))

    def _copy(self, row: Row) -> None:
        index = self._rows.index(row)
        if self._blank and index < len(self._items):
            self._ask(Added(index + 1, (self._items[index],), copy=True), go_to=index + 1)

    def _move(self, row: Row, step: int) -> None:
        index = self._rows.index(row)
        if index < len(self._items) and 0 <= index + step < len(self._items):
            self._ask(Moved(index, index + step), go_to=index + step)

    def _paste(self, row: Row, path: Path, lines: tuple[str, ...]) -> None:
        """Put pasted lines behind `row`, the first of them into it when it is empty."""
        if not self._blank:
            return
        index = self._rows.index(row)
        read = _without_sum([row.read(path, line) for line in lines])
        items = [self._item(cells) for cells in read]
        into = row.is_blank() and index < len(self._items)
        at = index if into else min(index + 1, len(self._items))
        if into:
            self.changed.emit(Put((index,), items[0]))
            self._items = (*self._items[:index], items[0], *self._items[index + 1 :])
        last = at + len(items) - 1
        if items[into:]:
            self._ask(Added(at + into, tuple(items[into:])), go_to=last)
        else:
            self.set_value(self._items)
            self._rows[last].go_to(())
        self._tell_unread(at, read)

    def _item(self, cells: tuple[tuple[Path, object, str], ...]) -> object:
        item = self._blank() if self._blank else ""
        for path, value, _ in cells:
            if value is not None:
                item = _with(item, Put(path, value))
        return item

    def _tell_unread(self, at: int, read: list[tuple[tuple[Path, object, str], ...]]) -> None:
        """Show pasted cells that cannot be read as their values, as if they had been typed."""
        self._grow_up()
        for index, cells in enumerate(read, at):
            for path, value, text in cells:
                if value is None and text:
                    self._grow_up()
                    self._rows[index].type_into(path, text)

    def _ask(self, edit: Edit, go_to: int) -> None:
        self._go_after = go_to
        self.changed.emit(edit)

    def _place_for(self, y: int) -> int:
        """Return before which row something let go at height `y` is to stand."""
        middles = [row.geometry().center().y() for row in self._rows[: len(self._items)]]
        return sum(1 for middle in middles if middle < y)

    def _drag(self, global_y: int) -> None:
        place = self._place_for(self._height_of(global_y))
        row = self._rows[min(place, len(self._rows) - 1)]
        y = row.geometry().top() - 3 if place < len(self._rows) else row.geometry().bottom() + 2
        self._line.setGeometry(0, y, self.width(), 2)
        self._line.raise_()
        self._line.show()

    def _drop(self, row: Row, global_y: int) -> None:
        self._line.hide()
        index = self._rows.index(row)
        place = self._place_for(self._height_of(global_y))
        to = place - 1 if place > index else place
        if index < len(self._items) and to != index:
            self._ask(Moved(index, to), go_to=to)

    def _height_of(self, global_y: int) -> int:
        at = self.mapToGlobal(self.rect().topLeft())
        return global_y - at.y()


Cells = tuple[tuple[Path, object, str], ...]


def _without_sum(read: list[Cells]) -> list[Cells]:
    """Return the lines of a pasted table without a last one that only adds the others up."""
    *rest, last = read
    counts = [value for line in rest for _, value, _ in line if type(value) is int]
    sums = [value for _, value, _ in last if type(value) is int]
    is_named = bool(last) and names_sum(last[0][2])
    return rest if counts and is_named and sums == [sum(counts)] else read


def _with(item: object, edit: Put) -> object:
    """Return an item with one part of it put in; a text is its own only part."""
    if isinstance(item, Value) and len(edit.path) == 1:
        return item.model_copy(update={str(edit.path[0]): edit.value})
    return edit.value


def _replaced(items: tuple[object, ...], index: int, edit: Put) -> tuple[object, ...]:
    return (*items[:index], _with(items[index], edit), *items[index + 1 :])
