"""Photos and attachments as rows: the picture or the file's name, what is said of it, remove."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.report.fields import Field
from desktop_app.ui.editing.edits import Added
from desktop_app.ui.fields.base import FieldWidget
from desktop_app.ui.fields.rows import CellMaker, RowList
from desktop_app.ui.look.tokens import Radius

WIDTH, HEIGHT = 128, 96
"""A thumbnail's size, in device-independent pixels."""

Show = Callable[[QWidget, str, Callable[[QImage], None]], None]
"""Asks for the thumbnail of a photo."""


class Thumbnail(FieldWidget):
    """Shows the photo of a row; it is chosen when the row is made and never typed."""

    def __init__(self, show: Show) -> None:
        super().__init__()
        self._show = show
        self._file = ""
        self._label = QLabel()
        self._label.setFixedSize(WIDTH, HEIGHT)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setStyleSheet(
            f"background: palette(alternate-base); border-radius: {Radius.FIELD}px;"
        )
        self._row.addWidget(self._label)

    def value(self) -> str:
        """Return the photo's path within the report."""
        return self._file

    def set_value(self, value: object) -> None:
        """Show the photo that `value` names."""
        name = value if isinstance(value, str) else ""
        if name == self._file:
            return
        self._file = name
        self._label.setPixmap(QPixmap())
        self._show(self, name, self._arrived)

    def entry(self) -> QWidget:
        """Return the picture, which takes no keyboard."""
        return self._label

    def _arrived(self, image: QImage) -> None:
        ratio = self.devicePixelRatioF()
        if image.isNull():
            self._label.setText(self.tr("ไม่มีภาพ"))
            return
        fitted = image.scaled(
            round(WIDTH * ratio),
            round(HEIGHT * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(ratio)
        self._label.setPixmap(QPixmap.fromImage(fitted))


class FileName(FieldWidget):
    """Shows which file a row stands for."""

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self._label)

    def value(self) -> str:
        """Return the file's path within the report."""
        return self._label.text()

    def set_value(self, value: object) -> None:
        """Show a file's name."""
        self._label.setText(value if isinstance(value, str) else "")

    def entry(self) -> QWidget:
        """Return the label, which takes no keyboard."""
        return self._label


Choose = Callable[[QWidget, Callable[[tuple[object, ...]], None]], None]
"""Lets people choose files, and hands over the items that stand for them."""


class FiledRows(RowList):
    """Rows of files: added by choosing files, never empty."""

    def __init__(self, field: Field, cells: CellMaker, choose: Choose) -> None:
        super().__init__(field, cells, None)
        self._choose = choose

    def _add_last(self) -> None:
        self._choose(self, self._chosen)

    def _chosen(self, items: tuple[object, ...]) -> None:
        self.changed.emit(Added(len(self.value()), items))
