"""Fields that are chosen: one of a few, and yes or no."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from desktop_app.report.fields import Choice
from desktop_app.ui.editing.edits import Put
from desktop_app.ui.fields.base import FieldWidget
from desktop_app.ui.language import words

_YES = frozenset(("1", "✓", "✔", "/", "x", "ใช่", "ภายนอก", "yes", "true"))
_NO = frozenset(("", "0", "-", "ไม่", "ไม่ใช่", "ภายใน", "no", "false"))


class _StillCombo(QComboBox):
    """A choice that the mouse's wheel does not change while the page is scrolled."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())


class ChoiceField(FieldWidget):
    """Chooses one of a few values."""

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._values = [choice.value for choice in choices]
        self._labels = [words(choice.label) for choice in choices]
        self._box = _StillCombo()
        self._box.addItems(self._labels)
        self._box.setMaxVisibleItems(len(choices))
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box.setMaximumWidth(340)
        self._box.activated.connect(self._chosen)
        self._row.addWidget(self._box, 1, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> object:
        """Return the chosen value."""
        return self._values[self._box.currentIndex()]

    def set_value(self, value: object) -> None:
        """Show the choice of `value`."""
        self._box.setCurrentIndex(next(n for n, one in enumerate(self._values) if one == value))

    def take_numerals(self, *, thai: bool) -> None:
        """Show the choices in the report's numerals."""
        super().take_numerals(thai=thai)
        for index, label in enumerate(self._labels):
            self._box.setItemText(index, self.numbered(label))

    def entry(self) -> QWidget:
        """Return the box."""
        return self._box

    def _chosen(self, index: int) -> None:
        self.changed.emit(Put((), self._values[index]))


class FlagField(FieldWidget):
    """Says yes or no; its label stands beside the box, not above."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._box = QCheckBox(label)
        self._box.clicked.connect(lambda checked: self.changed.emit(Put((), checked)))
        self._row.addWidget(self._box)

    def read(self, text: str) -> bool | None:
        """Read what people write into tables for yes and no."""
        if text.strip().casefold() in _YES:
            return True
        return False if text.strip().casefold() in _NO else None

    def value(self) -> bool:
        """Return whether the box is ticked."""
        return self._box.isChecked()

    def set_value(self, value: object) -> None:
        """Tick the box or not."""
        self._box.setChecked(bool(value))

    def entry(self) -> QWidget:
        """Return the box."""
        return self._box
