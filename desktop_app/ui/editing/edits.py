"""What a form asks to be changed, as values; and the words that undo calls it by."""

import dataclasses
from dataclasses import dataclass, replace
from functools import reduce

from desktop_app.report.editing import (
    Path,
    with_item_added,
    with_item_moved,
    with_item_removed,
    with_value,
)
from desktop_app.report.sums import sum_in
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


@dataclass(frozen=True, slots=True)
class Pasted:
    """New items of the field's list from `index` on; `into` an empty one that stands there."""

    index: int
    items: tuple[object, ...]
    into: bool = False
    unread: "tuple[Unread, ...]" = ()  # their cells that are no values


@dataclass(frozen=True, slots=True)
class Together:
    """Edits that are one step, each of what stands at a path below; called as the first of them."""

    parts: "tuple[tuple[Path, Edit], ...]"


Edit = Put | Added | Removed | Moved | Pasted | Together


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
        case Pasted(index, items, into):
            report = with_item_removed(report, field, index) if into else report
            return edited(report, field, Added(index, items))
        case Together(parts):
            return reduce(lambda so_far, one: edited(so_far, field + one[0], one[1]), parts, report)


def with_total(pasted: tuple[Path, Pasted], key: Path, total: object) -> Together:
    """Return pasted rows, at their path, with the sum below them for the `total` at `key`.

    A sum stays a row where another total is entered already, or where one of its cells cannot be
    read: neither a number nor a word is lost.
    """
    at, rows = pasted
    last = rows.index + len(rows.items) - 1
    is_read = all(one.path[0] != last for one in rows.unread)
    found = sum_in(rows.items[-1]) if rows.items and is_read else None
    if found is None or total not in {None, found}:
        return Together(((at, rows),))
    left = replace(rows, items=rows.items[:-1])
    put: tuple[Path, Edit] = (key, Put((), found))
    return Together(((at, left), put) if left.items else (put,))


def moved_along(path: Path, field: Path, edit: Edit) -> Path | None:
    """Return where what stood at `path` stands after `edit`; None where it is gone."""
    if isinstance(edit, Together):
        return _moved_through(path, field, edit)
    depth = len(field)
    if path[:depth] != field or len(path) == depth:
        return path
    place = path[depth]
    if not isinstance(place, int):
        return path
    after = _index_after(place, edit)
    return None if after is None else (*field, after, *path[depth + 1 :])


def _moved_through(path: Path, field: Path, edits: Together) -> Path | None:
    place: Path | None = path
    for below, edit in edits.parts:
        place = None if place is None else moved_along(place, field + below, edit)
    return place


def _index_after(place: int, edit: Edit) -> int | None:
    match edit:
        case Pasted(index, items, into):
            return place + len(items) - into if place >= index + into else place
        case Added(index, items):
            return place + len(items) if place >= index else place
        case Removed(index):
            return None if place == index else place - (place > index)
        case Moved(index, to):
            if place == index:
                return to
            return place - (index < place <= to) + (to <= place < index)
        case Put() | Together():
            return place
