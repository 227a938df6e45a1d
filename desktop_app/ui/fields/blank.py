"""The empty item of a list, found from the list's own type."""

from collections.abc import Callable
from typing import get_args

from desktop_app.report.editing import Path
from desktop_app.report.values import Report, Value


def blank_item(path_of_list: Path) -> object:
    """Return what an added item of the list at `path_of_list` starts as.

    Raises TypeError where the path names no list whose items can be empty.
    """
    kind: object = Report
    for step in path_of_list:
        kind = _item_type(kind) if isinstance(step, int) else _field_type(kind, step)
    item = _item_type(kind)
    return item() if isinstance(item, type) and issubclass(item, Value) else ""


def _field_type(owner: object, key: str) -> object:
    if isinstance(owner, type) and issubclass(owner, Value):
        return owner.model_fields[key].annotation
    raise TypeError(f"no {key!r} in {owner!r}")


def _item_type(kind: object) -> object:
    items = get_args(kind)
    if not items:
        raise TypeError(f"{kind!r} is no list")
    return items[0]


Blank = Callable[[], object]
"""Makes the empty item of one list."""
