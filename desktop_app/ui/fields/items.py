"""The items of a list as values: one part of them put in, or a whole one made of pasted cells."""

from desktop_app.report.editing import Path
from desktop_app.report.values import Value
from desktop_app.ui.editing.edits import Put
from desktop_app.ui.fields.blank import Blank

Read = tuple[Path, object, str]
"""A pasted cell: where it belongs, its value or None, and its text."""

Cells = tuple[Read, ...]
"""The cells of a pasted line."""


def with_part(item: object, edit: Put) -> object:
    """Return an item with one part of it put in; a text is its own only part."""
    if isinstance(item, Value) and len(edit.path) == 1:
        return item.model_copy(update={str(edit.path[0]): edit.value})
    return edit.value


def with_item(items: tuple[object, ...], index: int, edit: Put) -> tuple[object, ...]:
    """Return the items with an edit made in one of them."""
    return (*items[:index], with_part(items[index], edit), *items[index + 1 :])


def is_unread(cell: Read) -> bool:
    """Tell whether a pasted cell holds text that is none of its values."""
    _, value, text = cell
    return value is None and bool(text)


def pasted_item(blank: Blank, cells: Cells) -> object:
    """Return the item that pasted cells make."""
    item = blank()
    for path, value, _ in cells:
        if value is not None:
            item = with_part(item, Put(path, value))
    return item
