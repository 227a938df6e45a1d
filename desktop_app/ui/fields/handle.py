"""What a row is dragged by, and the line that shows where it would stand."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.ui.look.buttons import IconButton, Tone
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play


class Handle(IconButton):
    """What a row is dragged by; the keyboard has Ctrl+Up and Ctrl+Down for it."""

    dragged = Signal(int)  # the height on the screen
    dropped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        said = QCoreApplication.translate("Row", "ลากเพื่อเรียงลำดับ")
        super().__init__(Icon.HANDLE, said, parent)
        self.say(said, "Ctrl+↑  Ctrl+↓")
        self.take_tone(Tone.PlaceholderText)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say how far it is dragged."""
        if event.buttons() & Qt.MouseButton.LeftButton:  # and not the mouse that passes over it
            self.dragged.emit(round(event.globalPosition().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say where it is let go."""
        super().mouseReleaseEvent(event)
        event.accept()
        self.dropped.emit(round(event.globalPosition().y()))


class DropLine(QFrame):
    """Shows in a list before which row something that is let go would stand."""

    def __init__(self, of: QWidget) -> None:
        super().__init__(of)
        self._list = of
        play(self, Role.MARK)
        self.setFixedHeight(2)
        self.hide()

    def stand_at(self, y: int) -> None:
        """Stand at a height of the list."""
        self.setGeometry(0, y, self._list.width(), 2)
        self.raise_()
        self.show()
