"""A card of the settings: what it is about, and fields below their labels."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.report.fields import Field, Kind
from desktop_app.services.settings import Settings
from desktop_app.ui.fields.base import FieldWidget
from desktop_app.ui.language import words
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.look.word_label import WordLabel


class Card(QFrame):
    """Shows a part of the settings, and tells that somebody has changed it."""

    changed = Signal()

    def __init__(self, title: str, said: str = "") -> None:
        super().__init__()
        play(self, Role.CARD)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.HUGE, Space.LARGE, Space.HUGE, Space.LARGE)
        self.column.setSpacing(Space.MEDIUM)
        heading = QLabel(title)
        play(heading, Role.HEADING)
        self.column.addWidget(heading)
        if said:
            self.column.addWidget(quiet(said))

    def applied(self, settings: Settings) -> Settings:
        """Return the settings with what this card shows."""
        return settings

    def add_field(self, field: Field, widget: FieldWidget) -> None:
        """Add a field below its label; its help, if it has any, below."""
        self.column.addWidget(labelled(field, widget))

    def add_beside(self, *parts: QWidget) -> None:
        """Add parts one after another on a line."""
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        for part in parts:
            line.addWidget(part)
        line.addStretch(1)
        self.column.addLayout(line)


def labelled(field: Field, widget: FieldWidget) -> QWidget:
    """Return a field's control with its label above and its help below."""
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.HAIR)
    if field.kind is not Kind.FLAG:  # whose box carries the label
        label = QLabel(words(field.label))
        play(label, Role.LABEL)
        label.setBuddy(widget.entry())
        column.addWidget(label)
    column.addWidget(widget)
    if words(field.help):
        column.addWidget(quiet(words(field.help)))
    return frame


def quiet(said: str) -> QLabel:
    """Return a line, or lines, of quiet words."""
    label = WordLabel(said)
    play(label, Role.QUIET)
    return label
