"""Rows carried to another place by the mouse: taken by a handle, shown on the way, put down or not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from desktop_app.ui.look.buttons import IconButton, Tone
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.lifted import EmptyPlace, InsertionLine, LiftedPicture

_EDGE = 36  # pixels from the edge of what is seen, within which the list scrolls by itself
_FASTEST = 18  # pixels in one step of that
_STEP = 16  # milliseconds between two steps

_KEYS = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.Shortcut}


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an item stands: `area` is what is lifted of it; all of it ends at height `end`."""

    area: QRect
    end: int


class Handle(IconButton):
    """What a row is taken by; the keyboard has Ctrl+Up and Ctrl+Down for it."""

    lifted = Signal(object)  # where on the screen
    carried = Signal(object)
    put_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        said = self.tr("ลากเพื่อเรียงลำดับ")
        super().__init__(Icon.HANDLE, said, parent)
        self.say(said, "Ctrl+↑  Ctrl+↓")
        self.take_tone(Tone.PlaceholderText)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._pressed: QPoint | None = None
        self._is_lifted = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close the hand."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the row, and carry it on; the mouse that only passes over does neither."""
        at = event.globalPosition().toPoint()
        if self._pressed is None:
            return
        if not self._is_lifted and is_far(at - self._pressed):
            self._is_lifted = True
            self.lifted.emit(self._pressed)
        if self._is_lifted:
            self.carried.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the row down."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self._pressed, self._is_lifted = None, False
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.put_down.emit()


def is_far(way: QPoint) -> bool:
    """Tell whether the mouse has gone far enough to mean more than a click."""
    return way.manhattanLength() >= QApplication.startDragDistance()


class Carrying(QObject):
    """Shows an item of a list on its way, and asks for the move where it is put down.

    While something is carried the keyboard types nothing; Escape leaves the list as it was.
    """

    moved = Signal(int, int)  # which item, to where
    ended = Signal()  # be it moved or not

    def __init__(self, ground: QWidget, stands: Callable[[], Sequence[Stand]]) -> None:
        """`stands` says where on `ground` the items stand, from top to bottom."""
        super().__init__(ground)
        self._ground = ground
        self._stands = stands
        self._index: int | None = None
        self._at = QPoint()  # where the pointer is on the screen
        self._held = QPoint()  # where on its item it was pressed
        self._line: InsertionLine | None = None
        self._empty: EmptyPlace | None = None
        self._picture: LiftedPicture | None = None
        self._area: QAbstractScrollArea | None = None
        self._scrolling = QTimer(self, interval=_STEP)
        self._scrolling.timeout.connect(self._scroll)

    def serve(self, handle: Handle, which: Callable[[], int | None]) -> None:
        """Let a handle carry the item that `which` says; None is no item yet."""
        handle.lifted.connect(lambda at: self._lift_if_any(which(), at))
        handle.carried.connect(self.carry)
        handle.put_down.connect(self.put_down)

    def _lift_if_any(self, index: int | None, at: QPoint) -> None:
        if index is not None:
            self.lift(index, at)

    @property
    def is_under_way(self) -> bool:
        """Whether something is carried."""
        return self._index is not None

    def lift(self, index: int, at: QPoint) -> None:
        """Lift an item that the mouse was pressed on at `at` of the screen."""
        self.stop()
        area = self._stands()[index].area
        self._index, self._at = index, at
        self._held = self._ground.mapFromGlobal(at) - area.topLeft()
        self._area = _scroll_area_of(self._ground)
        self._line = InsertionLine(self._port())
        self._picture = LiftedPicture(self._port())
        self._picture.take(self._ground, area)
        self._empty = EmptyPlace(self._ground)
        if self._area is not None:
            self._area.verticalScrollBar().valueChanged.connect(self._show)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def _port(self) -> QWidget:
        return self._ground.window() if self._area is None else self._area.viewport()

    def carry(self, at: QPoint) -> None:
        """Bring what is carried to `at` of the screen."""
        if self._index is None:
            return
        self._at = at
        self._show()
        if self._pace() and not self._scrolling.isActive():
            self._scrolling.start()

    def put_down(self) -> None:
        """Ask for the move, where it is one, of what is carried."""
        index = self._index
        if index is not None:
            place = self._place()
            self.stop()
            to = place - 1 if place > index else place
            if to != index:
                self.moved.emit(index, to)

    def stop(self) -> None:
        """Leave what is carried where it was."""
        if self._index is None:
            return
        self._index = None
        self._scrolling.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        if self._area is not None:
            self._area.verticalScrollBar().valueChanged.disconnect(self._show)
        for one in (self._line, self._empty, self._picture):
            if one is not None:
                one.hide()
                one.deleteLater()
        self._line = self._empty = self._picture = None
        self.ended.emit()

    def _place(self) -> int:
        """Return before which item it would stand if it were put down now."""
        y = self._ground.mapFromGlobal(self._at).y()
        return sum(1 for one in self._stands() if one.area.center().y() < y)

    def _show(self) -> None:
        stands = self._stands()
        if self._index is None or self._index >= len(stands):
            self.stop()
        elif self._line and self._empty and self._picture:
            area, place = stands[self._index].area, self._place()
            self._empty.lay(area.adjusted(-1, -1, 1, 1))
            corner = self._ground.mapTo(self._port(), area.topLeft())
            lowest = self._port().height() - self._picture.height()
            down = self._port().mapFromGlobal(self._at).y() - self._held.y()
            self._picture.show_at(QPoint(corner.x(), max(0, min(down, lowest))))
            if place in {self._index, self._index + 1}:
                self._line.hide()  # it would stay
            else:
                y = corner.y() - area.top() + _between(stands, place)
                self._line.show_at(corner.x(), y, area.width())

    def _pace(self) -> int:
        """Return the pixels that the list scrolls in one step; the nearer the edge, the more."""
        if self._area is None:
            return 0
        port = self._area.viewport()
        y = port.mapFromGlobal(self._at).y()
        into = min(y - _EDGE, 0) or max(y - (port.height() - _EDGE), 0)
        return max(-_FASTEST, min(_FASTEST, into // 2))

    def _scroll(self) -> None:
        pace = self._pace()
        if not pace or self._area is None:
            self._scrolling.stop()
        else:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + pace)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keyboard from everything else, and stop by Escape or when the window is left."""
        if event.type() == QEvent.Type.WindowDeactivate and watched is self._ground.window():
            self.stop()
        if event.type() not in _KEYS:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._press(event.key())
        return True

    def _press(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.stop()


def _between(stands: Sequence[Stand], place: int) -> int:
    """Return the height of the gap before the item at `place`."""
    if place == len(stands):
        return stands[-1].end + _gap(stands)
    top = stands[place].area.top()
    return top - _gap(stands) if place == 0 else (stands[place - 1].end + top) // 2


def _gap(stands: Sequence[Stand]) -> int:
    """Return half the distance between two items."""
    return (stands[1].area.top() - stands[0].end) // 2


def _scroll_area_of(ground: QWidget) -> QAbstractScrollArea | None:
    """Return what `ground` scrolls in."""
    above = ground.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return above
        above = above.parentWidget()
    return None
