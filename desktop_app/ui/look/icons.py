"""The program's own icons, drawn in the colour and scale that are asked for."""

from enum import StrEnum

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop_app import paths

SIDE = 20
"""The width and height that icons are drawn for, in device-independent pixels."""


class Icon(StrEnum):
    """The icon files under resources/icons."""

    ADD = "add"
    REMOVE = "remove"
    BACK = "back"
    FORWARD = "forward"
    UP = "up"
    DOWN = "down"
    UNDO = "undo"
    REDO = "redo"
    HISTORY = "history"
    HANDLE = "handle"
    TURN_LEFT = "turn_left"
    TURN_RIGHT = "turn_right"
    CUT = "cut"
    OPEN = "open"
    COPY = "copy"
    PRINT = "print"
    SAVE = "save"
    SEARCH = "search"
    FOLD = "fold"
    SMALLER = "smaller"
    PHOTO = "photo"
    FILE = "file"
    COMPLETE = "complete"
    EMPTY = "empty"
    PARTIAL = "partial"
    PROBLEM = "problem"
    REVIEW = "review"
    CALENDAR = "calendar"
    HERE = "here"
    MORE = "more"
    WINDOW = "window"
    GOOD = "good"
    SUANRUAM = "suanruam"


def drawn(icon: Icon, colour: QColor, scale: float = 1.0, side: int = SIDE) -> QPixmap:
    """Return `icon` in `colour`, `side` pixels square at device pixel ratio `scale`."""
    key = f"{icon.value} {colour.name()} {scale} {side}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _rendered(icon, colour, round(side * scale))
        pixmap.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _rendered(icon: Icon, colour: QColor, pixels: int) -> QPixmap:
    svg = paths.resource("icons", f"{icon.value}.svg").read_text("ascii")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour.name()).encode()))
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap


def tinted(icon: Icon, colour: QColor) -> QIcon:
    """Return `icon` in `colour` for the scales of the screens that there are."""
    made = QIcon()
    for scale in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
        made.addPixmap(drawn(icon, colour, scale))
    return made
