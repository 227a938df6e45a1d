"""Photos and attachments as rows: the picture or the file, what is said of it, what is done to it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.report.editing import Path
from desktop_app.report.fields import Field, Kind
from desktop_app.report.values import Attachment
from desktop_app.ui.fields.base import FieldWidget
from desktop_app.ui.fields.file_cells import FileName, Thumbnail
from desktop_app.ui.fields.files import Files
from desktop_app.ui.fields.growing import GrowingText
from desktop_app.ui.fields.row import Row
from desktop_app.ui.fields.rows import RowList
from desktop_app.ui.fields.shown_rows import CellMaker
from desktop_app.ui.look.lifted import InsertionLine
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.word_label import WordLabel


class FiledRows(RowList):
    """Rows of files: added by choosing, dropping or pasting files, never empty."""

    def __init__(self, field: Field, path: Path, cells: CellMaker, files: Files) -> None:
        super().__init__(field, cells, None)
        self._files = files
        self._path = path
        self._line = InsertionLine(self)
        self.setAcceptDrops(True)

    def _foot(self) -> QHBoxLayout:
        foot = super()._foot()
        photos = self._field.kind is Kind.PHOTOS
        words = (
            self.tr("หรือลากไฟล์ภาพมาวาง หรือวางภาพด้วย Ctrl+V")
            if photos
            else self.tr("หรือลากไฟล์มาวาง")
        )
        hint = WordLabel(words)
        play(hint, Role.QUIET)
        foot.insertWidget(1, hint, 1000)
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
            self._line.show_at(0, foot.top() - 3, self.width())

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
