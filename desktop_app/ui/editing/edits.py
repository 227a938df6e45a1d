"""What a form asks to be changed, as values; and the words that undo calls it by."""

import dataclasses
from dataclasses import dataclass
from functools import reduce

from desktop_app.errors import Said
from desktop_app.report.editing import (
    Path,
    with_item_added,
    with_item_moved,
    with_item_removed,
    with_value,
)
from desktop_app.report.fields import Field
from desktop_app.report.values import Report


@dataclass(frozen=True, slots=True)
class Put:
    """A new value at `path`, which is relative to the field."""

    path: Path
    value: object
    tidies: bool = False  # what was typed just before, and so is no step of its own
    also: tuple[tuple[Path, object], ...] = ()  # more values that go with it, and their paths


@dataclass(frozen=True, slots=True)
class Added:
    """New items of the field's list, the first of them to stand at `index`."""

    index: int
    items: tuple[object, ...]
    typing: Path | None = None  # where, relative to the field, the first letter was typed
    copy: bool = False  # of the item before them


@dataclass(frozen=True, slots=True)
class Removed:
    """One item of the field's list taken away."""

    index: int


@dataclass(frozen=True, slots=True)
class Moved:
    """One item of the field's list moved to where `to` stands."""

    index: int
    to: int


Edit = Put | Added | Removed | Moved


@dataclass(frozen=True, slots=True)
class Unread:
    """Text that stands in a field and cannot be read as its value; empty when it can again."""

    path: Path
    text: str
    said: str
    typing: bool = dataclasses.field(default=False, compare=False)  # the keyboard is still there


def edited(report: Report, field: Path, edit: Edit) -> Report:
    """Return the report after `edit` of the field that stands at `field`."""
    match edit:
        case Put(path, value, also=also):
            both = ((path, value), *also)
            return reduce(
                lambda so_far, one: with_value(so_far, field + one[0], one[1]), both, report
            )
        case Added(index, items):
            places = enumerate(items, index)
            return reduce(lambda so_far, one: with_item_added(so_far, field, *one), places, report)
        case Removed(index):
            return with_item_removed(report, field, index)
        case Moved(index, to):
            return with_item_moved(report, field, index, to)


def name_of(field: Field, edit: Edit) -> Said:
    """Return what undo calls `edit`, as in "ลบประเด็นที่ 2"."""
    item = field.item if field.item.th else field.label
    match edit:
        case Put(path):
            return _typing(field, path)
        case Added(index, copy=True):
            return Said(f"ทำสำเนา{item.th}ที่ {index}", f"duplicate {item.en.lower()} {index}")
        case Added():
            return Said(f"เพิ่ม{item.th}", f"add {item.en.lower()}")
        case Removed(index):
            return Said(f"ลบ{item.th}ที่ {index + 1}", f"remove {item.en.lower()} {index + 1}")
        case Moved(index):
            return Said(f"ย้าย{item.th}ที่ {index + 1}", f"move {item.en.lower()} {index + 1}")


def _typing(field: Field, path: Path) -> Said:
    if path and isinstance(path[0], int):
        number = path[0] + 1
        return Said(f"แก้ไข{field.item.th}ที่ {number}", f"edit {field.item.en.lower()} {number}")
    return Said(f"แก้ไข{field.label.th}", f"edit {field.label.en.lower()}")


def moved_along(path: Path, field: Path, edit: Edit) -> Path | None:
    """Return where what stood at `path` stands after `edit`; None where it is gone."""
    depth = len(field)
    if path[:depth] != field or len(path) == depth:
        return path
    place = path[depth]
    if not isinstance(place, int):
        return path
    after = _index_after(place, edit)
    return None if after is None else (*field, after, *path[depth + 1 :])


def _index_after(place: int, edit: Edit) -> int | None:
    match edit:
        case Added(index, items):
            return place + len(items) if place >= index else place
        case Removed(index):
            return None if place == index else place - (place > index)
        case Moved(index, to):
            if place == index:
                return to
            return place - (index < place <= to) + (to <= place < index)
        case Put():
            return place
