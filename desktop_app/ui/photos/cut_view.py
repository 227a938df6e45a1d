"""A picture and the part of it that is to be seen, changed by mouse or keyboard."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.look.theme import tokens
from desktop_app.ui.photos.turning import END, WHOLE, Box

HANDLE = 32
"""Pixels around a corner or the middle of a side in which the mouse takes hold of it."""

STEP = 100
"""Ten-thousandths that an arrow key moves."""

LEAST = 500
"""Ten-thousandths of the picture's width or height that a part has at least."""

_AROUND = 16
_MARK = 10
_HELD = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0))


class CutView(QWidget):
    """Shows the whole picture, dimmed where it is to be cut off.

    Arrows move the part, Shift and arrows its right or lower side, Ctrl makes steps larger.
    """

    changed = Signal(object)  # Box

    def __init__(self, image: QImage, box: Box) -> None:
        super().__init__()
        self._image = image
        self._box = box
        self._hold: tuple[int, int] | None = None  # which sides move with the mouse; (0, 0) all
        self._last = QPointF()
        self.setObjectName("cut_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 200)

    @property
    def box(self) -> Box:
        """The part that is to be seen, in ten-thousandths."""
        return self._box

    def show_part(self, box: Box) -> None:
        """Show another part; what is too small or outside is put right."""
        if box != self._box:
            self._box = box
            self.update()
            self.changed.emit(box)

    def sizeHint(self) -> QSize:
        """Ask for room for the whole picture, within reason."""
        most = QSize(760, 480)
        return self._image.size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio)

    def _area(self) -> QRectF:
        """Return where the picture is painted."""
        inner = QRectF(self.rect()).adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        size = self._image.size().toSizeF().scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(QPointF(), size)
        area.moveCenter(inner.center())
        return area

    def _part(self) -> QRectF:
        area, (left, top, right, bottom) = self._area(), self._box
        across, down = area.width() / END, area.height() / END
        return QRectF(
            area.left() + left * across,
            area.top() + top * down,
            (right - left) * across,
            (bottom - top) * down,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, dim what is cut off, and mark where the mouse can take hold."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._area(), self._image)
        part = self._part()
        dim = QColor(0, 0, 0, 140)
        for rest in _around(self._area(), part):
            painter.fillRect(rest, dim)
        accent = QColor(tokens().accent)
        painter.setPen(QPen(QColor("white"), 4 if self.hasFocus() else 2))
        painter.drawRect(part)
        painter.setPen(QPen(accent, 2))
        painter.drawRect(part)
        painter.setBrush(QColor("white"))
        for x, y in _HELD:
            at = _on(part, x, y)
            painter.drawRect(QRectF(at.x() - _MARK / 2, at.y() - _MARK / 2, _MARK, _MARK))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a corner, a side or the whole part."""
        self._hold = self._held_at(event.position())
        self._last = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held."""
        if self._hold is None:
            self._show_hold(self._held_at(event.position()))
            return
        area, way = self._area(), event.position() - self._last
        across, down = round(way.x() / area.width() * END), round(way.y() / area.height() * END)
        if across or down:
            self._last = event.position()
            self._pull(self._hold, across, down)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        self._hold = None

    def _held_at(self, at: QPointF) -> tuple[int, int] | None:
        part = self._part()
        corners_first = sorted(_HELD, key=lambda one: -abs(one[0]) - abs(one[1]))
        for x, y in corners_first:
            way = _on(part, x, y) - at
            if max(abs(way.x()), abs(way.y())) <= HANDLE / 2:
                return x, y
        return (0, 0) if part.contains(at) else None

    def _show_hold(self, hold: tuple[int, int] | None) -> None:
        shapes = {
            (0, 0): Qt.CursorShape.SizeAllCursor,
            (1, 1): Qt.CursorShape.SizeFDiagCursor,
            (1, -1): Qt.CursorShape.SizeBDiagCursor,
            (1, 0): Qt.CursorShape.SizeHorCursor,
            (0, 1): Qt.CursorShape.SizeVerCursor,
        }
        opposite = (-hold[0], -hold[1]) if hold else (9, 9)
        arrow = Qt.CursorShape.ArrowCursor
        self.setCursor(shapes.get(hold or (9, 9), shapes.get(opposite, arrow)))

    def _pull(self, hold: tuple[int, int], across: int, down: int) -> None:
        left, top, right, bottom = self._box
        if hold == (0, 0):
            across = max(-left, min(END - right, across))
            down = max(-top, min(END - bottom, down))
            self.show_part((left + across, top + down, right + across, bottom + down))
            return
        left, right = _pulled(left, right, hold[0], across)
        top, bottom = _pulled(top, bottom, hold[1], down)
        self.show_part((left, top, right, bottom))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the part, or its right and lower sides, by the arrow keys."""
        way = {
            Qt.Key.Key_Left: QPoint(-1, 0),
            Qt.Key.Key_Right: QPoint(1, 0),
            Qt.Key.Key_Up: QPoint(0, -1),
            Qt.Key.Key_Down: QPoint(0, 1),
        }.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        held = event.modifiers()
        step = STEP * (5 if held & Qt.KeyboardModifier.ControlModifier else 1)
        sides = (abs(way.x()), abs(way.y())) if held & Qt.KeyboardModifier.ShiftModifier else (0, 0)
        self._pull(sides, way.x() * step, way.y() * step)

    def show_whole(self) -> None:
        """Cut nothing off."""
        self.show_part(WHOLE)


def _pulled(low: int, high: int, side: int, by: int) -> tuple[int, int]:
    """Return both ends of a part after one of them was pulled: -1 the first, 1 the last, 0 none."""
    if side < 0:
        low = max(0, min(high - LEAST, low + by))
    elif side > 0:
        high = min(END, max(low + LEAST, high + by))
    return low, high


def _on(part: QRectF, x: int, y: int) -> QPointF:
    """Return a corner or the middle of a side."""
    centre = part.center()
    return QPointF(centre.x() + x * part.width() / 2, centre.y() + y * part.height() / 2)


def _around(area: QRectF, part: QRectF) -> tuple[QRectF, ...]:
    """Return what of the picture lies above, below, left and right of the part."""
    return (
        QRectF(area.left(), area.top(), area.width(), part.top() - area.top()),
        QRectF(area.left(), part.bottom(), area.width(), area.bottom() - part.bottom()),
        QRectF(area.left(), part.top(), part.left() - area.left(), part.height()),
        QRectF(part.right(), part.top(), area.right() - part.right(), part.height()),
    )
