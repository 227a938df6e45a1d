"""What is seen of a row that is carried: its picture, its empty place, the line where it will stand."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from desktop_app.ui.look.theme import tokens
from desktop_app.ui.look.tokens import Radius

THICK = 3
"""The line's thickness, in device-independent pixels."""

_KNOB = 4  # the radius of the dot at the line's beginning
_HIGHEST = 160  # of a higher row, so much is seen of its picture
_SEEN = 0.8


class _Laid(QWidget):
    """Something that lies over a list, and that the mouse goes through."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lay(self, area: QRect) -> None:
        """Show it at `area`, above all else."""
        self.setGeometry(area)
        self.raise_()
        self.show()


class InsertionLine(_Laid):
    """A line in the accent colour, with a dot at its beginning, between two rows."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self.setObjectName("insertion_line")

    def show_at(self, left: int, y: int, width: int) -> None:
        """Show the line with its middle at height `y`."""
        self.lay(QRect(left, y - _KNOB, width, 2 * _KNOB + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        del event
        middle = self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent))
        painter.drawRoundedRect(QRectF(0, middle - THICK / 2, self.width(), THICK), 1.5, 1.5)
        painter.drawEllipse(QPointF(_KNOB, middle), _KNOB, _KNOB)
        painter.end()


class EmptyPlace(_Laid):
    """Covers the row that was lifted."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self.setObjectName("empty_place")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint an empty place."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().edge), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(tokens().ground))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, Radius.FIELD, Radius.FIELD)
        painter.end()


class LiftedPicture(_Laid):
    """The row's picture, translucent, which goes with the pointer."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self.setObjectName("lifted_picture")
        self._picture = QPixmap()

    def take(self, source: QWidget, area: QRect) -> None:
        """Take the picture of what stands at `area` of `source`."""
        size = QSize(area.width(), min(area.height(), _HIGHEST))
        ratio = source.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(tokens().surface))
        seen = QRegion(QRect(area.topLeft(), size))
        source.render(picture, QPoint(), seen, QWidget.RenderFlag.DrawChildren)
        self._picture = picture
        self.resize(size)

    def show_at(self, at: QPoint) -> None:
        """Show the picture with its upper left corner at `at`."""
        self.lay(QRect(at, self.size()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in a frame."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(_SEEN)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QPen(QColor(tokens().accent), 1))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, Radius.FIELD, Radius.FIELD)
        painter.end()
