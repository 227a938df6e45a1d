"""One row of a list: a handle to drag, a number, its cells, and a button that removes it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from desktop_app.report.checks import is_blank
from desktop_app.report.editing import Path
from desktop_app.report.fields import Kind
from desktop_app.ui.editing.edits import Put, Unread
from desktop_app.ui.fields.base import Ask, Spelling
from desktop_app.ui.fields.cell import Cell, LabelledCell
from desktop_app.ui.fields.cell_lines import CellLines, CellPairs
from desktop_app.ui.fields.items import Cells, read_pasted
from desktop_app.ui.fields.readings import Spans
from desktop_app.ui.fields.row_troubles import RowTroubles
from desktop_app.ui.fields.text import TextField
from desktop_app.ui.fields.trouble import Troubles
from desktop_app.ui.fields.typed import TypedField
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import IconButton, Tone
from desktop_app.ui.look.carrying import Handle
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import FIELD, Space
from desktop_app.ui.look.word_label import WordLabel

_ACROSS = 3
"""Columns that fit beside each other; more stand two by two, under their labels."""


class Row(QFrame):
    """Shows one item and passes on what is typed and pressed in it."""

    edited = Signal(object)  # Put, relative to the item
    unread = Signal(object)  # Unread, relative to the item
    add_asked = Signal()
    remove_asked = Signal()
    move_asked = Signal(int)  # -1 up, +1 down
    copy_asked = Signal()
    lines_pasted = Signal(object, object)  # the cell's path, the text

    def __init__(self, cells: tuple[Cell, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._cells = cells
        self._number = QLabel()
        self._number.setMinimumWidth(22)
        self._number.setFixedHeight(FIELD)
        play(self._number, Role.QUIET)
        self._beside = WordLabel()
        self._beside.setObjectName("beside")
        self._beside.hide()
        play(self._beside, Role.QUIET)
        self._lines: CellLines | CellPairs | None = None
        self._troubles = RowTroubles(self._typed_cells())
        self._handle = Handle(self)
        self._remove = IconButton(Icon.REMOVE, "")
        self._remove.take_tone(Tone.PlaceholderText)
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.HAIR)
        two_by_two = len(self._cells) > _ACROSS
        for part in (self._handle, self._remove):
            part.setFixedHeight(FIELD)
        gone = self._remove.sizePolicy()
        gone.setRetainSizeWhenHidden(True)
        self._remove.setSizePolicy(gone)
        line.addLayout(_lowered(self._handle, two_by_two=two_by_two))
        line.addLayout(_lowered(self._number, two_by_two=two_by_two))
        line.addLayout(self._middle(self._grid() if two_by_two else self._line()), 1)
        line.addLayout(_lowered(self._remove, two_by_two=two_by_two))

    def _middle(self, cells: QLayout) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(cells)
        column.addWidget(self._troubles.label)
        column.addWidget(self._beside)
        return column

    def _line(self) -> CellLines:
        for cell in self._cells:
            cell.widget.hint(words(cell.field.label) if len(self._cells) > 1 else "")
        texts = {Kind.LINE, Kind.PROSE, Kind.URL}
        cells = tuple((one.widget, one.field.kind in texts) for one in self._cells)
        self._lines = CellLines(cells)
        return self._lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put cells below each other where there is no room for them side by side."""
        super().resizeEvent(event)
        if self._lines is not None:
            around = self._handle.width() + self._number.width() + self._remove.width()
            self._lines.arrange(self.width() - around - 3 * Space.HAIR)

    def _grid(self) -> CellPairs:
        cells = tuple(map(LabelledCell, self._cells))
        self._troubles.labels = {one.path: one.trouble for one in cells}
        self._lines = CellPairs(cells)
        return self._lines

    def _wire(self) -> None:
        for cell in self._cells:
            cell.widget.changed.connect(partial(self._changed, cell))
            cell.widget.unread.connect(partial(self._unread, cell))
            if (cell.field.until or cell.field.since) and isinstance(cell.widget, TypedField):
                cell.widget.take_spans(is_end=bool(cell.field.since))
                cell.widget.spanned.connect(partial(self._spanned, cell))
            cell.widget.entry().installEventFilter(self)
            if isinstance(cell.widget, TextField):
                cell.widget.lines_pasted.connect(partial(self.lines_pasted.emit, cell.path))
        self._remove.clicked.connect(self.remove_asked)

    def _changed(self, cell: Cell, edit: Put) -> None:
        self._troubles.typing_in(cell if cell.widget.entry().hasFocus() else None)
        self.edited.emit(replace(edit, path=cell.path + edit.path))

    def _unread(self, cell: Cell, unread: Unread) -> None:
        self._troubles.typing_in(cell if unread.typing else None)
        self.unread.emit(replace(unread, path=cell.path + unread.path))

    def _spanned(self, cell: Cell, own: object, other: object) -> None:
        """Pass on both ends that were typed in one cell, as one edit with their typing."""
        also = (((cell.field.until or cell.field.since,), other),)
        self.edited.emit(Put(cell.path, own, tidies=True, also=also))

    @property
    def handle(self) -> Handle:
        """What the row is taken by."""
        return self._handle

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What the row shows of its item."""
        return self._cells

    def set_number(self, index: int, item: str, number: str) -> None:
        """Show the row's number, and name its controls by it."""
        self._number.setText(f"{number})")
        whole = self.tr("{item}ที่ {number}").format(item=item, number=number)
        for cell in self._cells:
            label = words(cell.field.label)
            alone = len(self._cells) == 1
            cell.widget.name(whole if alone else f"{whole}: {label}", words(cell.field.help))
            cell.widget.entry().setObjectName(f"{'_'.join(map(str, cell.path)) or 'text'}_{index}")
        self._remove.say(self.tr("ลบ{whole}").format(whole=whole), "Ctrl+Shift+Delete")
        self._remove.setObjectName(f"remove_{index}")

    def set_item(self, item: object, *, thai: bool) -> None:
        """Show an item; None is the empty row that is no item yet."""
        self._remove.setVisible(item is not None)
        for cell in self._cells:
            value = getattr(item, str(cell.path[0]), None) if cell.path else item
            cell.widget.take_numerals(thai=thai)
            cell.widget.set_value(value)

    def say_beside(self, said: str) -> None:
        """Say what else belongs to the row, though another page edits it."""
        self._beside.setText(said)
        self._beside.setVisible(bool(said))

    def show_troubles(self, troubles: Troubles) -> None:
        """Say what is wrong at the cells that it is wrong with; paths are relative to the item."""
        self._troubles.show(troubles)

    def take_known(self, ask: Ask) -> None:
        """Offer in the cells what was typed before; their keys come before the row's."""
        for cell in self._cells:
            cell.widget.take_known(cell.field, ask)

    def take_days(self, spans: Spans) -> None:
        """Let the cells know where a day without a year lies."""
        for cell in self._cells:
            cell.widget.take_days(spans)

    def take_spelling(self, spelling: Spelling) -> None:
        """Underline doubted words in the cells."""
        for cell in self._cells:
            cell.widget.take_spelling(cell.field, spelling)

    def entry(self) -> QWidget:
        """Return the first control that takes the keyboard."""
        return self._typed_cells()[0].widget.entry()

    def _typed_cells(self) -> tuple[Cell, ...]:
        nothing = Qt.FocusPolicy.NoFocus
        return tuple(one for one in self._cells if one.widget.entry().focusPolicy() != nothing)

    def go_to(self, path: Path) -> None:
        """Give the keyboard to the cell of `path`, or to the first."""
        cells = self._typed_cells()
        next((cell for cell in cells if cell.path == path), cells[0]).widget.entry().setFocus()

    def show_unread(self, path: Path, text: str) -> None:
        """Show unreadable text in its cell again."""
        for cell in self._cells:
            if cell.path == path:
                cell.widget.show_unread((), text)

    def read(self, path: Path, text: str) -> tuple[Cells, ...]:
        """Return the cells of each pasted line or row; without a heading from `path` on."""
        cells = self._typed_cells()
        first = next((n for n, cell in enumerate(cells) if cell.path == path), 0)
        return read_pasted(text, cells, first)

    def insert(self, path: Path, text: str) -> None:
        """Put text into the cell of `path`, where its cursor is."""
        for cell in self._cells:
            if cell.path == path and isinstance(cell.widget, TextField):
                cell.widget.edit.insert(text)

    def is_blank(self) -> bool:
        """Tell whether nothing is entered in any cell, be it readable or not."""
        return not self._has_text() and all(is_blank(cell.widget.value()) for cell in self._cells)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean the row, not the text in it."""
        if event.type() == QEvent.Type.FocusOut:
            self._troubles.typing_in(None)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._took(event)
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = Qt.KeyboardModifier.ControlModifier
        match event.key(), held:
            case ((Qt.Key.Key_Return | Qt.Key.Key_Enter), (Qt.KeyboardModifier.NoModifier)):
                self.add_asked.emit()
            case ((Qt.Key.Key_Return | Qt.Key.Key_Enter), _) if held == control:
                self.add_asked.emit()
            case Qt.Key.Key_Up, _ if held == control:
                self.move_asked.emit(-1)
            case Qt.Key.Key_Down, _ if held == control:
                self.move_asked.emit(1)
            case Qt.Key.Key_Backspace, _ if self.is_blank():
                self.remove_asked.emit()
            case Qt.Key.Key_D, _ if held == control:
                self.copy_asked.emit()
            case Qt.Key.Key_Delete, _ if held == control | Qt.KeyboardModifier.ShiftModifier:
                self.remove_asked.emit()
            case _:
                return False
        return True

    def _has_text(self) -> bool:
        """Tell whether a cell shows text that may be no value, so that Backspace means the text."""
        return any(cell.widget.shows_text() for cell in self._cells)


def _lowered(widget: QWidget, *, two_by_two: bool) -> QVBoxLayout:
    """Put a row's own part beside its first fields, below the labels that these may have."""
    column = QVBoxLayout()
    column.setSpacing(0)
    if two_by_two:
        label = QLabel()
        play(label, Role.QUIET)
        label.ensurePolished()
        column.addSpacing(label.fontMetrics().height())
    column.addWidget(widget)
    column.addStretch(1)
    return column
