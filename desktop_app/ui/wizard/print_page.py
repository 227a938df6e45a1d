"""The last page: how the report is laid out, and putting it on paper or into a file."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.report.checks import Problem
from desktop_app.report.editing import Path
from desktop_app.ui.days import day_said, time_said
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button, Tone
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.look.word_label import WordLabel
from desktop_app.ui.wizard.check_page import counted, summary
from desktop_app.ui.wizard.form_page import FormPage


class PrintPage(QWidget):
    """Layout fields above, what is known of the report below, and then printing and saving."""

    print_asked = Signal()
    save_asked = Signal()
    check_asked = Signal()

    def __init__(self, form: FormPage) -> None:
        super().__init__()
        self.form = form
        self._ready = WordLabel()
        self._ready.setObjectName("print_ready")
        self._check = Button(self.tr("ตรวจก่อน"), Role.LINK, name="check_first")
        self._check.clicked.connect(self.check_asked)
        self._note = WordLabel(self.tr("พิมพ์แล้วให้ผู้ลงนามลงลายมือชื่อ"))
        self._note.setObjectName("print_note")
        play(self._note, Role.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(form, 1)
        column.addLayout(self._standing())
        column.addLayout(self._acts())
        self._check.hide()

    def _standing(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self._ready, 1)
        line.addWidget(self._check)
        return line

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
        line.addWidget(self._note, 1)
        return line

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say whether the report is ready, and offer to look at what is not."""
        errors, warnings = counted(problems)
        self._ready.setText(words(summary(errors, warnings)))
        play(self._ready, Role.ERROR if errors else Role.WARNING if warnings else Role.GOOD)
        self._check.setVisible(bool(errors or warnings))

    def show_printed(self, when: dt.datetime | None, *, changed: bool) -> None:
        """Say when the report was printed last, and whether it was changed since."""
        if when is None:
            return
        here = when.astimezone()
        said = self.tr("พิมพ์แล้วเมื่อ {date} เวลา {time}")
        since = self.tr("พิมพ์ครั้งล่าสุดเมื่อ {date} เวลา {time} และแก้ไขหลังจากนั้น")
        date, time = day_said(here.date()), time_said(here)
        self._note.setText((since if changed else said).format(date=date, time=time))

    def go_to(self, path: Path) -> None:
        """Give the keyboard to what stands at `path`."""
        self.form.go_to(path)
