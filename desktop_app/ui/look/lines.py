"""Filling lines of text up to the places where they may end; Qt alone knows no Thai words."""

from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

LineEnds = Callable[[str], tuple[int, ...]]
"""Where lines of a text may end, in order; as offsets of UTF-16 units, as Qt counts."""

_HAIRS = (0.5, 1.5, 3.0, 6.0)
"""Pixels by which a line is wider than its letters: the last of them may lean out of its place."""


def lay_out(layout: QTextLayout, ends: tuple[int, ...], width: float) -> None:
    """Fill a layout with lines of a width, one below the other."""
    layout.setTextOption(anywhere())
    whole = (*ends, units(layout.text()))
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        fill(line, whole, width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()


def height_of(layout: QTextLayout) -> int:
    """Return the height of all lines of a layout, in whole pixels."""
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    return round(sum(line.height() for line in lines))


def anywhere() -> QTextOption:
    """Return the option of layouts whose lines are filled here."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    return option


def units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fill(line: QTextLine, ends: tuple[int, ...], width: float) -> None:
    """Fill a line up to the last of `ends` that it has room for; between clusters where none is.

    The line's layout wraps anywhere, and the last of `ends` is the text's own.
    """
    line.setLineWidth(width)
    start = line.textStart()
    full = start + line.textLength()
    place = bisect_right(ends, full)
    end = ends[place - 1] if place else 0
    if start < end < full:
        wide = _x_of(line, end)
        for hair in _HAIRS:
            line.setLineWidth(wide + hair)
            if start + line.textLength() >= end:
                break


def _x_of(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)
    x = found[0] if isinstance(found, tuple) else found
    return x if isinstance(x, float) else 0.0
