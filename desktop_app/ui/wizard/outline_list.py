"""The outline's list: a row is chosen by a click or Enter, an activity moved by hand or by keys."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop_app.ui.look.carrying import Carrying, Stand, is_far
from desktop_app.ui.wizard.outline_rows import ACTIVITY_ROLE, DEPTH_ROLE, PAGE_ROLE, OutlineRows

_HEAD = 1  # the depth of an activity's head


class OutlineList(QListWidget):
    """The rows; Ctrl+Up and Ctrl+Down, or the mouse, move the activity of a row."""

    chosen = Signal(object)  # Page
    move_asked = Signal(int, int)  # which activity, to where

    def __init__(self) -> None:
        super().__init__()
        self._pressed: tuple[QPoint, int] | None = None  # where, and on which activity
        self._is_lifted = False  # also where Escape has ended it since
        self._carrying = Carrying(self.viewport(), self._stands)
        self._carrying.moved.connect(self.move_asked)
        self._carrying.ended.connect(self._let_go)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(OutlineRows(self))
        self.itemClicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a row, or move its activity."""
        item = self._current()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if item is not None:
                self._choose(item)
            case Qt.Key.Key_Up if control:
                self._step(-1)
            case Qt.Key.Key_Down if control:
                self._step(1)
            case _:
                super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(PAGE_ROLE))

    def _current(self) -> QListWidgetItem | None:
        return self.item(self.currentRow()) if self.currentRow() >= 0 else None

    def _step(self, way: int) -> None:
        item = self._current()
        index = None if item is None else item.data(ACTIVITY_ROLE)
        if index is not None and 0 <= index + way < len(self._heads()):
            self.move_asked.emit(index, index + way)

    def _heads(self) -> list[QListWidgetItem]:
        every = (self.item(number) for number in range(self.count()))
        return [one for one in every if one.data(DEPTH_ROLE) == _HEAD]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take note of an activity that may be about to be dragged."""
        item = self.itemAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        on_head = item is not None and item.data(DEPTH_ROLE) == _HEAD
        if item is not None and left and on_head:
            self._pressed = event.position().toPoint(), item.data(ACTIVITY_ROLE)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift an activity, and carry it on."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        (start, index), at = self._pressed, event.position().toPoint()
        port = self.viewport()
        if not self._is_lifted and is_far(at - start):
            self._is_lifted = True
            port.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._carrying.lift(index, port.mapToGlobal(start))
        self._carrying.carry(port.mapToGlobal(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the activity down; a click chooses its row."""
        carried, self._pressed, self._is_lifted = self._is_lifted, None, False
        if carried:
            self._carrying.put_down()
        else:
            super().mouseReleaseEvent(event)

    def _let_go(self) -> None:
        self.viewport().unsetCursor()
        self.setState(QListWidget.State.NoState)

    def _stands(self) -> list[Stand]:
        """Return where the activities stand: their heads, and where their last rows end."""
        found: list[Stand] = []
        for item in map(self.item, range(self.count())):
            if item.data(ACTIVITY_ROLE) is None:
                continue
            area = self.visualItemRect(item)
            if item.data(DEPTH_ROLE) == _HEAD:
                found.append(Stand(area, area.bottom()))
            else:
                found[-1] = Stand(found[-1].area, area.bottom())
        return found
