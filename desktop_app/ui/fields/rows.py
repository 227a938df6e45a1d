"""A list as rows that are added, moved and taken away by mouse or keyboard."""

from dataclasses import replace
from functools import partial

from desktop_app.report.checks import is_blank
from desktop_app.report.editing import Path
from desktop_app.report.fields import Field
from desktop_app.report.values import Value
from desktop_app.ui.editing.edits import Added, Edit, Moved, Pasted, Put, Removed, Unread
from desktop_app.ui.fields.blank import Blank
from desktop_app.ui.fields.items import pasted_item, unread_in, with_item, with_part
from desktop_app.ui.fields.row import Row
from desktop_app.ui.fields.shown_rows import CellMaker, ShownRows


class RowList(ShownRows):
    """Enters a tuple: what is typed, pressed and dragged in its rows becomes edits of the list."""

    def __init__(self, field: Field, cells: CellMaker, blank: Blank | None) -> None:
        super().__init__(field, cells, blank)
        self._add.clicked.connect(self._add_last)
        self._carrying.moved.connect(self._move_to)

    def _wire_row(self, row: Row) -> None:
        row.edited.connect(partial(self._edited, row))
        row.unread.connect(partial(self._unread_in, row))
        row.add_asked.connect(partial(self._add_after, row))
        row.remove_asked.connect(partial(self._remove, row))
        row.move_asked.connect(partial(self._move, row))
        row.copy_asked.connect(partial(self._copy, row))
        row.lines_pasted.connect(partial(self._paste, row))
        self._carrying.serve(row.handle, partial(self._index_of, row))

    def _edited(self, row: Row, edit: Put) -> None:
        """Pass an edit on; the first letter in the empty row makes the row an item."""
        index = self._rows.index(row)
        if index < len(self._items):
            also = tuple(((index, *path), value) for path, value in edit.also)
            for one in (edit, *(Put(*of) for of in edit.also)):
                self._items = with_item(self._items, index, one)
            self.changed.emit(replace(edit, path=(index, *edit.path), also=also))
        elif self._blank:
            item = with_part(self._blank(), edit)
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
            self._move_to(index, index + step)

    def _paste(self, row: Row, path: Path, text: str) -> None:
        """Put pasted lines behind `row`, the first of them into it when it is empty."""
        read = row.read(path, text) if self._blank else ()
        if not self._blank or not read:
            row.insert(path, " ".join(text.split()))
            return
        index = self._rows.index(row)
        into = row.is_blank() and index < len(self._items)
        at = index if into else min(index + 1, len(self._items))
        items = tuple(pasted_item(self._blank, cells) for cells in read)
        unread = unread_in(at, read, row.cells)
        self._ask(Pasted(at, items, into, unread), go_to=at + len(items) - 1)

    def _ask(self, edit: Edit, go_to: int) -> None:
        self._go_after = go_to
        self.changed.emit(edit)

    def _index_of(self, row: Row) -> int | None:
        """Return which item a row shows; none where it is empty still."""
        index = self._rows.index(row)
        return index if index < len(self._items) else None

    def _move_to(self, index: int, to: int) -> None:
        self._ask(Moved(index, to), go_to=to)
