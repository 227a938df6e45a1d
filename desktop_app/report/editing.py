"""The next `Report` from the last: every edit is a pure function, and `History` undoes them."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from desktop_app.errors import Said, UserFault
from desktop_app.report.complaints import complaints
from desktop_app.report.location import Path, path_text
from desktop_app.report.values import Report, Value

__all__ = [
    "History",
    "Path",
    "holds",
    "value_at",
    "with_item_added",
    "with_item_moved",
    "with_item_removed",
    "with_value",
]


def value_at(report: Report, path: Path) -> object:
    """Return what stands at `path`; () is the report itself.

    Raises LookupError where the report has no such key or index.
    """
    found: object = report
    for step in path:
        found = _part(found, step)
    return found


def holds(report: Report, path: Path) -> bool:
    """Tell whether the report has something, if only an empty value, at `path`."""
    try:
        value_at(report, path)
    except LookupError:
        return False
    return True


def with_value(report: Report, path: Path, value: object) -> Report:
    """Return the report with `value` at `path`; all else is the very same value as before.

    Raises LookupError for a path that is not there, UserFault for a value that may not stand there.
    """
    changed = _replaced(report, path, value, ())
    if not isinstance(changed, Report):
        raise TypeError(f"a report is a Report, not {type(changed).__name__}")
    return changed


def with_item_added(report: Report, path_of_list: Path, index: int, item: object) -> Report:
    """Return the report with `item` put in the list at `path_of_list`, before `index`.

    `index` may be the list's length.  Raises as `with_value` does, and TypeError for no list.
    """
    items = _list_at(report, path_of_list)
    if not 0 <= index <= len(items):
        raise IndexError(f"no place {index} in {path_text(path_of_list)}")
    return with_value(report, path_of_list, (*items[:index], item, *items[index:]))


def with_item_removed(report: Report, path_of_list: Path, index: int) -> Report:
    """Return the report without item `index` of a list; raises LookupError where there is none."""
    items = _list_at(report, path_of_list)
    _part(items, index)
    return with_value(report, path_of_list, items[:index] + items[index + 1 :])


def with_item_moved(report: Report, path_of_list: Path, index: int, to: int) -> Report:
    """Return the report with item `index` of a list moved so that its index is `to`.

    Raises LookupError unless both are indices of the list.
    """
    items = _list_at(report, path_of_list)
    item, _ = _part(items, index), _part(items, to)
    rest = items[:index] + items[index + 1 :]
    return with_value(report, path_of_list, (*rest[:to], item, *rest[to:]))


def _part(owner: object, step: str | int) -> object:
    part: object
    if isinstance(step, str):
        if isinstance(owner, Value) and step in type(owner).__pydantic_fields__:
            part = getattr(owner, step)
            return part
    elif isinstance(owner, tuple) and 0 <= step < len(owner):
        part = owner[step]
        return part
    raise LookupError(f"no {step!r} in {type(owner).__name__}")


def _list_at(report: Report, path: Path) -> tuple[object, ...]:
    items = value_at(report, path)
    if not isinstance(items, tuple):
        raise TypeError(f"{path_text(path)} is not a list")
    return items


def _replaced(owner: object, path: Path, value: object, above: Path) -> object:
    if not path:
        return value
    step, here = path[0], (*above, path[0])
    part = _replaced(_part(owner, step), path[1:], value, here)
    if isinstance(owner, Value):
        return _validated(owner, str(step), part, above)
    if isinstance(owner, tuple) and isinstance(step, int):
        return (*owner[:step], part, *owner[step + 1 :])
    raise LookupError(f"no {step!r} in {type(owner).__name__}")


def _validated(owner: Value, key: str, part: object, above: Path) -> Value:
    try:
        return type(owner).model_validate({**dict(owner), key: part})
    except ValidationError as error:
        first = complaints(error, above)[0]
        where = path_text(first.path)
        raise UserFault(Said(f"{where}: {first.said.th}", f"{where}: {first.said.en}")) from None


T = TypeVar("T")

MOST_STEPS = 1000
"""Steps that can be taken back; what was done before them stays done."""


@dataclass(frozen=True, slots=True)
class _Step(Generic[T]):
    label: Said
    before: T
    after: T
    joins: Path | None
    at: Path


class History(Generic[T]):
    """One report's edits, one behind the other; the only thing here that changes.

    What it keeps is a value: the report, or the report and what else was typed with it.
    """

    def __init__(self, present: T) -> None:
        self._present = present
        self._done: list[_Step[T]] = []
        self._undone: list[_Step[T]] = []
        self._joinable = False

    @property
    def present(self) -> T:
        """What there is now."""
        return self._present

    @property
    def undo_label(self) -> Said | None:
        """What `undo` would take back, or None."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> Said | None:
        """What `redo` would do again, or None."""
        return self._undone[-1].label if self._undone else None

    @property
    def undo_at(self) -> Path:
        """Where what `undo` would take back was done; () where there is none, or no one place."""
        return self._done[-1].at if self._done else ()

    @property
    def redo_at(self) -> Path:
        """Where what `redo` would do again was done, as in `undo_at`."""
        return self._undone[-1].at if self._undone else ()

    def do(
        self,
        label: Said,
        after: T,
        joins: Path | None = None,
        *,
        tidies: bool = False,
        at: Path = (),
    ) -> None:
        """Make `after` the present, as one step that `undo` takes back, done `at` a place.

        Edits that follow each other with the same `joins` are one step: the letters of one word.
        One that `tidies` joins them even after a pause.  What equals the present is no edit.
        """
        if after == self._present:
            return
        before = self._present
        follows = joins is not None and bool(self._done) and self._done[-1].joins == joins
        if follows and (self._joinable or tidies):
            before = self._done.pop().before
        self._undone.clear()
        self._present, self._joinable = after, True
        if after != before:
            self._done.append(_Step(label, before, after, joins, at))
            del self._done[:-MOST_STEPS]

    def settle(self) -> None:
        """End the present step: what follows is a step of its own, whatever it joins."""
        self._joinable = False

    def undo(self) -> T:
        """Take back the last step, if there is one, and return the present."""
        self._joinable = False
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._present = step.before
        return self._present

    def redo(self) -> T:
        """Do again what was undone last, if anything was, and return the present."""
        self._joinable = False
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._present = step.after
        return self._present
