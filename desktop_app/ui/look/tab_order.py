"""The order of the Tab key: as the eye goes, which is as things are laid out."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget


def follow_layout(widget: QWidget) -> None:
    """Let Tab go through the controls within `widget` in the order of its layouts."""
    for before, after in pairwise(controls(widget)):
        QWidget.setTabOrder(before, after)


def controls(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab reaches within `widget`, in the order of its layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from controls(inner)
    layout = widget.layout()
    if isinstance(widget, QSplitter):
        for place in range(widget.count()):
            yield from _part(widget.widget(place))
    elif layout is not None:
        yield from _within(layout)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None:
            yield from _part(item.widget() or item.layout())


def _part(part: QWidget | QLayout | None) -> Iterator[QWidget]:
    if isinstance(part, QLayout):
        yield from _within(part)
    elif part is not None:
        yield from controls(part)
