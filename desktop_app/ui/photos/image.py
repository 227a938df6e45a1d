"""A kept photo as Qt shows it."""

from collections.abc import Callable

from PySide6.QtGui import QImage

from desktop_app.ui.photos.darkroom import Darkroom


def image_of(rooms: Callable[[], Darkroom], data: bytes, side: int) -> QImage:
    """Return a picture no longer than `side` pixels; a null one where it cannot be shown."""
    raster = rooms().small(data, side)
    if raster is None:
        return QImage()
    kind, row = QImage.Format.Format_RGB888, 3 * raster.width
    return QImage(raster.samples, raster.width, raster.height, row, kind).copy()
