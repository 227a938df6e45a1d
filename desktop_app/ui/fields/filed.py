"""Photos and attachments as rows: the picture or the file, what is said of it, what is done to it."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPixmap,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.report.editing import Path
from desktop_app.report.fields import Field, Kind
from desktop_app.report.values import Attachment
from desktop_app.ui.fields.base import FieldWidget
from desktop_app.ui.fields.growing import GrowingText
from desktop_app.ui.fields.row import Row
from desktop_app.ui.fields.rows import CellMaker, RowList
from desktop_app.ui.look.buttons import IconButton
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import FIELD, Radius, Space

SIZE = QSize(144, 108)
"""A thumbnail's size, in device-independent pixels."""


class Files(Protocol):
    """Whom fields of files ask: he takes files in, shows them and changes the report."""

    def choose(self, asker: QWidget, field: Field, path: Path) -> None:
        """Let people choose files for the list at `path`, and take them in."""

    def takes(self, field: Field, data: QMimeData, *, aimed: bool) -> bool:
        """Tell whether something dropped or pasted is for a list; `aimed` where right at it."""

    def take(self, field: Field, path: Path, data: QMimeData, *, aimed: bool) -> None:
        """Take in what was dropped or pasted."""

    def show_small(
        self, asker: QWidget, name: str, side: int, then: Callable[[QImage], None]
    ) -> None:
        """Hand over a picture no longer than `side` pixels; a null one where it is damaged."""

    def turn(self, field: Field, path: Path, by: int) -> None:
        """Turn the photo at `path` clockwise by degrees."""

    def cut(self, asker: QWidget, field: Field, path: Path) -> None:
        """Let people choose which part of the photo at `path` is to be seen."""

    def open(self, asker: QWidget, name: str, title: str) -> None:
        """Open an attachment outside."""


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


class FiledRows(RowList):
    """Rows of files: added by choosing, dropping or pasting files, never empty."""

    def __init__(self, field: Field, path: Path, cells: CellMaker, files: Files) -> None:
        super().__init__(field, cells, None)
        self._files = files
        self._path = path
        self.setAcceptDrops(True)

    def _foot(self) -> QHBoxLayout:
        foot = super()._foot()
        photos = self._field.kind is Kind.PHOTOS
        words = (
            self.tr("หรือลากไฟล์ภาพมาวาง หรือวางภาพด้วย Ctrl+V")
            if photos
            else self.tr("หรือลากไฟล์มาวาง")
        )
        hint = QLabel(words)
        play(hint, Role.QUIET)
        foot.insertWidget(1, hint)
        return foot

    def _append_row(self) -> None:
        super()._append_row()
        row = self._rows[-1]
        entry = row.entry()
        entry.installEventFilter(self)
        entry.setAcceptDrops(False)  # a file is for the list, not for its words
        if isinstance(entry, GrowingText):
            entry.viewport().setAcceptDrops(False)
        for cell in row.cells:
            self._wire(row, cell.widget)

    def _wire(self, row: Row, widget: FieldWidget) -> None:
        if isinstance(widget, Thumbnail):
            widget.turn_left.clicked.connect(partial(self._turn, row, -90))
            widget.turn_right.clicked.connect(partial(self._turn, row, 90))
            widget.cut.clicked.connect(partial(self._cut, row))
        if isinstance(widget, FileName):
            widget.open.clicked.connect(partial(self._open, row))

    def _turn(self, row: Row, by: int) -> None:
        self._files.turn(self._field, (*self._path, self._rows.index(row)), by)

    def _cut(self, row: Row) -> None:
        self._files.cut(self, self._field, (*self._path, self._rows.index(row)))

    def _open(self, row: Row) -> None:
        item = self._items[self._rows.index(row)]
        if isinstance(item, Attachment):
            self._files.open(self, item.file, item.title or "")

    def _add_last(self) -> None:
        self._files.choose(self, self._field, self._path)

    def takes(self, data: QMimeData) -> bool:
        """Tell whether something let go anywhere on the page is for this list."""
        return self._files.takes(self._field, data, aimed=False)

    def take(self, data: QMimeData) -> None:
        """Take in what of something let go on the page is for this list."""
        self._files.take(self._field, self._path, data, aimed=False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show where files would go."""
        if self._files.takes(self._field, event.mimeData(), aimed=True):
            event.acceptProposedAction()
            foot = self._add.geometry()
            self._line.setGeometry(0, foot.top() - 3, self.width(), 2)
            self._line.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no place any more."""
        self._line.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take files in."""
        self._line.hide()
        self._files.take(self._field, self._path, event.mimeData(), aimed=True)
        event.acceptProposedAction()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean the file of a row, and pasted files, wherever in the row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pasted(event) or self._took(watched, event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take pasted files also where the keyboard is at the button that adds."""
        if not self._pasted(event):
            super().keyPressEvent(event)

    def _pasted(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        data = QGuiApplication.clipboard().mimeData()
        if not self._files.takes(self._field, data, aimed=True):
            return False
        self._files.take(self._field, self._path, data, aimed=True)
        return True

    def _took(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        row = next((one for one in self._rows if one.entry() is watched), None)
        act = self._acts().get(Qt.Key(event.key())) if row is not None else None
        if row is None or act is None:
            return False
        act(row)
        return True

    def _acts(self) -> dict[Qt.Key, Callable[[Row], None]]:
        if self._field.kind is not Kind.PHOTOS:
            return {Qt.Key.Key_O: self._open}
        return {
            Qt.Key.Key_L: lambda row: self._turn(row, -90),
            Qt.Key.Key_R: lambda row: self._turn(row, 90),
            Qt.Key.Key_T: self._cut,
        }


def _tool(icon: Icon) -> IconButton:
    """Return a button that the row's own keys stand for, so that Tab goes from text to text."""
    button = IconButton(icon, "")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
