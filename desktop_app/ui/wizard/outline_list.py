"""The outline's list: a row is chosen by a click or Enter, an activity moved by hand or by keys."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QListWidget, QListWidgetItem

from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.wizard.outline_rows import ACTIVITY_ROLE, DEPTH_ROLE, PAGE_ROLE, OutlineRows

_HEAD = 1  # the depth of an activity's head


class OutlineList(QListWidget):
    """The rows; Ctrl+Up and Ctrl+Down, or the mouse, move the activity of a row."""

    chosen = Signal(object)  # Page
    move_asked = Signal(int, int)  # which activity, to where

    def __init__(self) -> None:
        super().__init__()
        self._pressed: tuple[QPoint, int] | None = None  # where, and on which activity
        self._line = QFrame(self.viewport())
        play(self._line, Role.MARK)
        self._line.hide()
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
            case Qt.Key.Key_Escape if self._line.isVisible():
                self._let_go()
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
        """Show where the dragged activity would stand."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        far = (at - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance()
        if far or self._line.isVisible():
            self._show_line(self._place_for(at.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the move, where there was one."""
        if self._pressed is None or not self._line.isVisible():
            self._pressed = None
            super().mouseReleaseEvent(event)
            return
        index = self._pressed[1]
        place = self._place_for(event.position().toPoint().y())
        self._let_go()
        to = place - 1 if place > index else place
        if to != index:
            self.move_asked.emit(index, to)

    def _let_go(self) -> None:
        self._pressed = None
        self._line.hide()
        self.setState(QListWidget.State.NoState)

    def _place_for(self, y: int) -> int:
        """Return before which activity something let go at height `y` is to stand."""
        return sum(1 for head in self._heads() if self.visualItemRect(head).center().y() < y)

    def _show_line(self, place: int) -> None:
        heads = self._heads()
        if place < len(heads):
            y = self.visualItemRect(heads[place]).top()
        else:
            last = [
                one
                for one in (self.item(number) for number in range(self.count()))
                if one.data(ACTIVITY_ROLE) is not None
            ]
            y = self.visualItemRect(last[-1]).bottom()
        self._line.setGeometry(0, y - 1, self.viewport().width(), 2)
        self._line.raise_()
        self._line.show()
