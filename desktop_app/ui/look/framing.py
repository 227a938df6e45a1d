"""How a view is framed: the bar at its top, a column in the middle of a wide window, a dialog's size."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import BAR_HEIGHT, Space


class Bar(QFrame):
    """The bar at the top of a view; what stands in it goes into `line`."""

    def __init__(self, begins: Space = Space.MEDIUM, apart: Space = Space.SMALL) -> None:
        super().__init__()
        play(self, Role.BAR)
        self.setFixedHeight(BAR_HEIGHT)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(begins, 0, Space.LARGE, 0)
        self.line.setSpacing(apart)


def centred(inner: QWidget, margin: QPoint) -> QHBoxLayout:
    """Return a row with `inner` in its middle, as wide as it may be, and `margin` around it."""
    across = QHBoxLayout()
    across.setContentsMargins(margin.x(), margin.y(), margin.x(), margin.y())
    across.addStretch(1)
    across.addWidget(inner, 1000)
    across.addStretch(1)
    return across


_TITLE_BAR = 40
"""Pixels that the desktop takes for a window's title."""


def take_room(dialog: QWidget, wanted: QSize) -> None:
    """Give a dialog a size, or as much of it as the screen has room for."""
    room = dialog.screen().availableGeometry().size() - QSize(0, _TITLE_BAR)
    dialog.resize(wanted.boundedTo(room))
