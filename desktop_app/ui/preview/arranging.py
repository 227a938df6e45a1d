"""How sheets of paper lie in a view: how large, and where; geometry without a widget."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSizeF

from desktop_app.ui.look.tokens import Space

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Parts of a sheet's true size."""

_POINTS = 72  # to the inch


class Fit(StrEnum):
    """What decides how large a sheet is, where no part of its true size was chosen."""

    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | float
"""A fit, or a part of the true size."""


@dataclass(frozen=True, slots=True)
class View:
    """What sheets are shown in: its size in pixels, and pixels to the inch."""

    size: QSizeF
    dots: float
    zoom: Zoom = Fit.WIDTH
    one_by_one: bool = False  # no two sheets are seen at once

    def scale(self, sizes: Sequence[QSizeF]) -> float:
        """Return pixels a point, for sheets of these sizes in points."""
        if not sizes:
            return 1.0
        if isinstance(self.zoom, float):
            return self.zoom * self.dots / _POINTS
        room = self.size - QSizeF(2 * Space.MEDIUM, 2 * Space.MEDIUM)
        wide = room.width() / max(size.width() for size in sizes)
        high = room.height() / max(size.height() for size in sizes)
        return max(0.1, wide if self.zoom is Fit.WIDTH else min(wide, high))

    def part(self, sizes: Sequence[QSizeF]) -> float:
        """Return the size at which sheets are shown, as a part of their true size."""
        return self.scale(sizes) * _POINTS / self.dots

    def areas(self, sizes: Sequence[QSizeF]) -> list[QRectF]:
        """Return where each sheet lies, from the top of the first."""
        scale, y = self.scale(sizes), 0.0 if self.one_by_one else Space.MEDIUM / 2
        areas = []
        for size in sizes:
            wide, high = size.width() * scale, size.height() * scale
            x = max(float(Space.MEDIUM), (self.size.width() - wide) / 2)
            around = max(float(Space.MEDIUM), self._room_of_its_own(high))
            areas.append(QRectF(x, y + around / 2, wide, high))
            y += high + around
        return areas

    def _room_of_its_own(self, high: float) -> float:
        """Return what is left of the view around a sheet, where no two are to be seen at once."""
        return self.size.height() - high if self.one_by_one else 0.0


def next_zoom(part: float, step: int) -> float:
    """Return the next larger (step 1) or smaller (step -1) zoom."""
    if step > 0:
        return next((one for one in ZOOMS if one > part * 1.01), ZOOMS[-1])
    return next((one for one in reversed(ZOOMS) if one < part * 0.99), ZOOMS[0])
