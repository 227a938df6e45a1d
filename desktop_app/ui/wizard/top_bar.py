"""The bar above an open report: back, its name, whether it is saved, undo, redo, print."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from desktop_app.errors import Fault, Said
from desktop_app.report import flow
from desktop_app.report.editing import History, Path
from desktop_app.report.rounds import round_said
from desktop_app.report.values import Report
from desktop_app.ui.editing.draft import Draft
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button, IconButton, Tone
from desktop_app.ui.look.elided import ElidedLabel
from desktop_app.ui.look.framing import Bar
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play


class TopBar(Bar):
    """Says which report is open and how safe it is."""

    back_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    history_asked = Signal()
    fold_asked = Signal()
    print_asked = Signal()
    retry_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back = Button(self.tr("‹ รายงานทั้งหมด"), Role.LINK, name="back_home")
        self._back.setToolTip("Alt+Home")
        self._title = ElidedLabel()
        self._title.setObjectName("report_title")
        self._saved = QLabel()
        self._saved.setObjectName("save_state")
        self._retry = Button(self.tr("ลองอีกครั้ง"), Role.LINK, name="retry_save")
        self._undo = IconButton(Icon.UNDO, self.tr("เลิกทำ"))
        self._redo = IconButton(Icon.REDO, self.tr("ทำซ้ำ"))
        self._past = IconButton(Icon.HISTORY, "")
        self._fold = IconButton(Icon.FOLD, "")
        self._print = Button(self.tr("พิมพ์"), Role.PRIMARY, name="go_print")
        self._print.take_icon(Icon.PRINT, Tone.HighlightedText)
        self._lay_out()
        self._wire()
        self.show_history(None)
        self._retry.hide()

    def _lay_out(self) -> None:
        line = self.line
        line.addWidget(self._back)
        line.addWidget(self._title, 1)
        steps = (self._undo, self._redo, self._past)
        for part in (self._saved, self._retry, *steps, self._fold, self._print):
            line.addWidget(part)
        play(self._title, Role.HEADING)
        play(self._saved, Role.QUIET)
        self._undo.setObjectName("undo")
        self._redo.setObjectName("redo")
        self._past.setObjectName("look_back")
        self._past.say(self.tr("ย้อนดูฉบับก่อน"), "Ctrl+H")
        self._fold.setObjectName("fold_preview")
        self._fold.say(self.tr("แสดงหรือซ่อนตัวอย่างก่อนพิมพ์"), "F9")

    def _wire(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._undo.clicked.connect(self.undo_asked)
        self._redo.clicked.connect(self.redo_asked)
        self._past.clicked.connect(self.history_asked)
        self._fold.clicked.connect(self.fold_asked)
        self._print.clicked.connect(self.print_asked)
        self._retry.clicked.connect(self.retry_asked)

    def show_report(self, report: Report) -> None:
        """Show the report's name."""
        self._title.show_words(report_name(report))

    def show_history(self, history: History[Draft] | None) -> None:
        """Show what can be undone and redone, and on which page it was done."""
        undo = history and _act(history, history.undo_label, history.undo_at)
        redo = history and _act(history, history.redo_label, history.redo_at)
        for button, act, said, named, keys in (
            (self._undo, undo, self.tr("เลิกทำ"), self.tr("เลิกทำ: {act}"), "Ctrl+Z"),
            (self._redo, redo, self.tr("ทำซ้ำ"), self.tr("ทำซ้ำ: {act}"), "Ctrl+Y"),
        ):
            button.setEnabled(bool(act))
            button.say(named.format(act=act) if act else said, keys)

    def show_saving(self) -> None:
        """Say that the report is on its way to the disk."""
        self._say(self.tr("กำลังบันทึก…"), Role.QUIET)

    def show_saved(self, when: dt.datetime) -> None:
        """Say when the report reached the disk."""
        self._say(self.tr("บันทึกแล้ว {time}").format(time=f"{when.astimezone():%H:%M}"), Role.QUIET)

    def show_save_failed(self, fault: Fault) -> None:
        """Say calmly that the report is not on the disk yet, and offer to try again."""
        self._say(self.tr("ยังไม่ได้บันทึก"), Role.ERROR)
        self._saved.setToolTip(words(fault.said))
        self._retry.show()

    def _say(self, text: str, role: Role) -> None:
        self._saved.setText(text)
        self._saved.setToolTip("")
        play(self._saved, role)
        self._retry.hide()


def _act(history: History[Draft], label: Said | None, at: Path) -> str:
    """Return an act's name and its page: "ลบประเด็นที่ 2 (1.3 ประเด็น)"; "" for no act."""
    if label is None or not at:
        return words(label) if label else ""
    report = history.present.report
    page = words(flow.short_title(flow.page_of(report, at)))
    return f"{words(label)} ({page})"


def report_name(report: Report) -> str:
    """Return what a report is called in the window: agency, round, fiscal year."""
    agency = (report.agency.name or "").strip() or words(Said("รายงานใหม่", "New report"))
    year = words(Said(f" ปีงบประมาณ {report.fiscal_year}", f", fiscal year {report.fiscal_year}"))
    return f"{agency} · {words(round_said(report.period))}{year}"
