"""What stands for a file in its row: a photo made small, or the kind of an attachment."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.fields.base import FieldWidget
from desktop_app.ui.fields.files import Files
from desktop_app.ui.look.buttons import IconButton
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import FIELD, Radius, Space

SIZE = QSize(144, 108)
"""A thumbnail's size, in device-independent pixels."""


class Picture(QLabel):
    """A photo made small, which a click shows large."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(SIZE)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked: Callable[[], object] = lambda: None
        self.setStyleSheet(f"background: palette(alternate-base); border-radius: {Radius.FIELD}px;")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show it large."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked()


class Thumbnail(FieldWidget):
    """Shows the photo of a row, with buttons that turn and cut it."""

    def __init__(self, files: Files) -> None:
        super().__init__()
        self._files = files
        self._file = ""
        self._label = Picture()
        self.turn_left = _tool(Icon.TURN_LEFT)
        self.turn_right = _tool(Icon.TURN_RIGHT)
        self.cut = _tool(Icon.CUT)
        tools = QVBoxLayout()
        tools.setSpacing(0)
        for button in (self.turn_left, self.turn_right, self.cut):
            tools.addWidget(button)
        tools.addStretch(1)
        self._row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addSpacing(Space.HAIR)
        self._row.addLayout(tools)
        self._label.clicked = self.cut.click

    def name(self, words: str, help_words: str = "") -> None:
        """Name the picture, and the buttons by what they do to it."""
        super().name(words, help_words)
        whole = words.split(":", maxsplit=1)[0]
        self.turn_left.say(self.tr("หมุน{whole}ไปทางซ้าย").format(whole=whole), "Ctrl+L")
        self.turn_right.say(self.tr("หมุน{whole}ไปทางขวา").format(whole=whole), "Ctrl+R")
        self.cut.say(self.tr("ครอบตัด{whole}").format(whole=whole), "Ctrl+T")

    def value(self) -> str:
        """Return the photo's path within the report."""
        return self._file

    def set_value(self, value: object) -> None:
        """Show the photo that `value` names."""
        name = value if isinstance(value, str) else ""
        if name != self._file:
            self._file = name
            side = round(max(SIZE.width(), SIZE.height()) * self.devicePixelRatioF())
            self._files.show_small(self, name, side, partial(self._arrived, name))

    def entry(self) -> QWidget:
        """Return the picture, which takes no keyboard."""
        return self._label

    def _arrived(self, name: str, image: QImage) -> None:
        if name != self._file:
            return
        ratio = self.devicePixelRatioF()
        if image.isNull():
            self._label.setText(self.tr("แสดงภาพไม่ได้"))
            return
        fitted = image.scaled(
            SIZE * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(ratio)
        self._label.setPixmap(QPixmap.fromImage(fitted))


class FileName(FieldWidget):
    """Shows what kind of file a row stands for, with a button that opens it."""

    def __init__(self) -> None:
        super().__init__()
        self._file = ""
        self._label = QLabel()
        self._label.setFixedHeight(FIELD)
        self._label.setMinimumWidth(44)
        self._label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        play(self._label, Role.QUIET)
        self.open = _tool(Icon.OPEN)
        self._row.addWidget(self.open)
        self._row.addSpacing(Space.HAIR)
        self._row.addWidget(self._label)

    def name(self, words: str, help_words: str = "") -> None:
        """Name the label, and the button by what it opens."""
        super().name(words, help_words)
        self.open.say(self.tr("เปิด{whole}").format(whole=words.split(":", maxsplit=1)[0]), "Ctrl+O")

    def value(self) -> str:
        """Return the file's path within the report."""
        return self._file

    def set_value(self, value: object) -> None:
        """Show a file's kind."""
        self._file = value if isinstance(value, str) else ""
        self._label.setText(self._file.rpartition(".")[2].upper())

    def entry(self) -> QWidget:
        """Return the label, which takes no keyboard."""
        return self._label


def _tool(icon: Icon) -> IconButton:
    """Return a button that the row's own keys stand for, so that Tab goes from text to text."""
    button = IconButton(icon, "")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
