"""The last page: how the report is laid out, and putting it on paper or into a file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.report.editing import Path
from desktop_app.ui.look.buttons import Button, Tone
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.wizard.form_page import FormPage


class PrintPage(QWidget):
    """Layout fields above, printing and saving below."""

    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, form: FormPage) -> None:
        super().__init__()
        self.form = form
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(form, 1)
        column.addLayout(self._acts())

    def _acts(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        printing = Button(self.tr("พิมพ์…"), Role.PRIMARY, name="print")
        printing.setToolTip("Ctrl+P")
        printing.take_icon(Icon.PRINT, Tone.HighlightedText)
        printing.clicked.connect(self.print_asked)
        saving = Button(self.tr("บันทึกเป็น PDF…"), name="save_pdf")
        saving.take_icon(Icon.SAVE, Tone.WindowText)
        saving.setToolTip("Ctrl+Shift+S")
        saving.clicked.connect(self.save_asked)
        line.addWidget(printing)
        line.addWidget(saving)
        note = QLabel(self.tr("พิมพ์แล้วให้ผู้ลงนามลงลายมือชื่อ"))
        note.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        play(note, Role.QUIET)
        line.addWidget(note, 1)
        return line

    def go_to(self, path: Path) -> None:
        """Give the keyboard to what stands at `path`."""
        self.form.go_to(path)
