"""The items of a list as values: one part of them put in, or a whole one made of pasted cells."""

from collections.abc import Sequence

from desktop_app.report.editing import Path
from desktop_app.report.values import Value
from desktop_app.services.words.listed import list_items
from desktop_app.services.words.tabled import Column, table_rows
from desktop_app.ui.editing.edits import Put, Unread
from desktop_app.ui.fields.blank import Blank
from desktop_app.ui.fields.cell import Cell
from desktop_app.ui.fields.pasting import table_cells

Cells = tuple[tuple[Path, object, str], ...]
"""The cells of a pasted line: where each belongs, its value or None, and its text."""


def with_part(item: object, edit: Put) -> object:
    """Return an item with one part of it put in; a text is its own only part."""
    if isinstance(item, Value) and len(edit.path) == 1:
        return item.model_copy(update={str(edit.path[0]): edit.value})
    return edit.value


def with_item(items: tuple[object, ...], index: int, edit: Put) -> tuple[object, ...]:
    """Return the items with an edit made in one of them."""
    return (*items[:index], with_part(items[index], edit), *items[index + 1 :])


def pasted_item(blank: Blank, cells: Cells) -> object:
    """Return the item that pasted cells make."""
    item = blank()
    for path, value, _ in cells:
        if value is not None:
            item = with_part(item, Put(path, value))
    return item


def read_pasted(text: str, cells: Sequence[Cell], first: int) -> tuple[Cells, ...]:
    """Return the cells of each pasted line, or row of a table, that are for these cells of a row."""
    items = list_items(text)
    if len(cells) == 1 or not any("\t" in item for item in items):
        own = cells[first]
        lines = (" ".join(table_cells(item)) for item in items)
        return tuple(((own.path, own.widget.read(line), line),) for line in lines)
    columns = [Column(cell.field, cell.widget.read) for cell in cells]
    return tuple(
        tuple(
            (cell.path, cell.widget.read(said), said) for cell, said in zip(cells, row, strict=True)
        )
        for row in table_rows(text, columns, first)
    )


def unread_in(at: int, rows: Sequence[Cells], cells: Sequence[Cell]) -> tuple[Unread, ...]:
    """Return what cannot be read in pasted rows, the first of them at an index of the list."""
    why = {cell.path: cell.widget.why_unread() for cell in cells}
    return tuple(
        Unread((index, *path), said, why[path])
        for index, row in enumerate(rows, at)
        for path, value, said in row
        if value is None and said and why[path]
    )
