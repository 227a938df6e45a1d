"""What undo calls an edit, and where it was done, so that undo can lead there."""

from desktop_app.errors import Said
from desktop_app.report.editing import Path
from desktop_app.report.fields import Field
from desktop_app.ui.editing.edits import Added, Edit, Moved, Pasted, Put, Removed, Together


def name_of(field: Field, edit: Edit) -> Said:
    """Return what undo calls `edit`, as in "ลบประเด็นที่ 2"; several are called as the first."""
    match edit:
        case Together(((_, first), *_)):
            return name_of(field, first)
        case Put(path):
            return _typing(field, path)
        case Added() | Removed() | Moved() | Pasted():
            return _of_rows(field.item if field.item.th else field.label, edit)
    return _typing(field, ())


def _of_rows(item: Said, edit: Added | Removed | Moved | Pasted) -> Said:
    en = item.en.lower()
    match edit:
        case Added(index, copy=True):
            return Said(f"ทำสำเนา{item.th}ที่ {index}", f"duplicate {en} {index}")
        case Added():
            return Said(f"เพิ่ม{item.th}", f"add {en}")
        case Removed(index):
            return Said(f"ลบ{item.th}ที่ {index + 1}", f"remove {en} {index + 1}")
        case Moved(index):
            return Said(f"ย้าย{item.th}ที่ {index + 1}", f"move {en} {index + 1}")
        case Pasted(items=items):
            return Said(f"วาง{item.th} {len(items)} แถว", f"paste {len(items)} {en} rows")


def _typing(field: Field, path: Path) -> Said:
    if path and isinstance(path[0], int):
        number = path[0] + 1
        return Said(f"แก้ไข{field.item.th}ที่ {number}", f"edit {field.item.en.lower()} {number}")
    return Said(f"แก้ไข{field.label.th}", f"edit {field.label.en.lower()}")


def place_of(path: Path, field: Field, edit: Edit) -> Path:
    """Return where `edit` of the field at `path` is done, as deep as a form leads to.

    Where two pages share a list, a column tells which of them it was done on.
    """
    if path == ("activities",):
        return path  # the list of them has a page of its own
    if isinstance(edit, Together):
        (below, first), *_ = edit.parts
        return place_of(path + below, field, first)
    whole = path + _within(edit)
    shared = not field.owns_rows and len(whole) == len(path) + 1
    return (*whole, field.columns[0].key) if shared else whole


def _within(edit: Put | Added | Removed | Moved | Pasted) -> Path:
    match edit:
        case Put(path):
            return path
        case Moved(_, to):
            return (to,)
        case _:
            return (edit.index,)
