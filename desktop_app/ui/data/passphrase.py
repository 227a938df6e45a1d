"""Entering a passphrase: once to open a file, twice to lock one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.services.backups import PASSPHRASE_WARNING
from desktop_app.ui.data.page import text
from desktop_app.ui.language import words
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space

_WIDEST = 360


class Secret(QWidget):
    """A labelled field whose letters are hidden."""

    changed = Signal()
    entered = Signal()

    def __init__(self, label: str, *, name: str) -> None:
        super().__init__()
        self._field = QLineEdit()
        self._field.setObjectName(name)
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(label)
        self._field.setMaximumWidth(_WIDEST)
        self._field.textChanged.connect(self.changed)
        self._field.returnPressed.connect(self.entered)
        said = QLabel(label)
        said.setBuddy(self._field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(said)
        column.addWidget(self._field)

    @property
    def entry(self) -> QLineEdit:
        """The control that takes the keyboard."""
        return self._field

    @property
    def text(self) -> str:
        """What was typed."""
        return self._field.text()

    def clear(self) -> None:
        """Empty the field."""
        self._field.clear()


class NewPassphrase(QWidget):
    """Whether to lock a file, and the passphrase, typed twice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted = QCheckBox(self.tr("ล็อกไฟล์ด้วยรหัสผ่าน"))
        self._wanted.setObjectName("lock")
        self._once = Secret(self.tr("รหัสผ่าน"), name="passphrase")
        self._again = Secret(self.tr("พิมพ์รหัสผ่านอีกครั้ง"), name="passphrase_again")
        self._differs = QLabel(self.tr("รหัสผ่านสองช่องยังไม่ตรงกัน"))
        self._differs.setObjectName("passphrase_differs")
        play(self._differs, Role.ERROR)
        self._warning = text(words(PASSPHRASE_WARNING), Role.WARNING, name="passphrase_warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        for part in (self._wanted, self._once, self._again, self._differs, self._warning):
            column.addWidget(part)
        self._wanted.toggled.connect(self._show)
        for field in (self._once, self._again):
            field.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        wanted = self._wanted.isChecked()
        for part in (self._once, self._again, self._warning):
            part.setVisible(wanted)
        typed = bool(self._again.text)
        self._differs.setVisible(wanted and typed and not self.is_ready)
        self.changed.emit()

    @property
    def is_ready(self) -> bool:
        """Whether no passphrase is wanted, or the same was typed twice."""
        same = bool(self._once.text) and self._once.text == self._again.text
        return same or not self._wanted.isChecked()

    @property
    def passphrase(self) -> str | None:
        """The passphrase, None where none is wanted."""
        return self._once.text if self._wanted.isChecked() else None
