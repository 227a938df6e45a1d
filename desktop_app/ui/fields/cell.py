"""One field of a row, beside the others or under a label of its own."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.report.editing import Path
from desktop_app.report.fields import Field
from desktop_app.ui.fields.base import FieldWidget
from desktop_app.ui.fields.trouble import TroubleLabel
from desktop_app.ui.language import words
from desktop_app.ui.look.style_sheet import Role, play


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row; the path is () where the item itself is the value."""

    path: Path
    field: Field
    widget: FieldWidget


class LabelledCell(QWidget):
    """A cell with its label above it, and below it what is wrong with it."""

    def __init__(self, cell: Cell) -> None:
        super().__init__()
        self.path = cell.path
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label = QLabel(words(cell.field.label))
        play(label, Role.QUIET)
        label.setBuddy(cell.widget.entry())
        column.addWidget(label)
        column.addWidget(cell.widget)
        self.trouble = TroubleLabel()
        column.addWidget(self.trouble)
        column.addStretch(1)
