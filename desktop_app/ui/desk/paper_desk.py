"""The open report on its way out: to a printer, or into a PDF."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from desktop_app.errors import Fault
from desktop_app.report.checks import Problem
from desktop_app.report.package import Package
from desktop_app.report.values import Report
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.desk.saved_file import save_pdf, say_not_saved, say_saved, still_open
from desktop_app.ui.editing.judging import problems_of
from desktop_app.ui.editing.session import Session
from desktop_app.ui.look.notice import About, Act, Kind
from desktop_app.ui.preview.printing import pdf_name, send
from desktop_app.ui.wizard.check_page import counted

if TYPE_CHECKING:
    from desktop_app.storage.summary import Summary
    from desktop_app.ui.office import Office

_OPEN, _PRINTED = "open problems", "printed"
_FOLDER = "paper/folder"


class PaperDesk(QObject):
    """Prints and saves what a session holds; lives as long as the session."""

    check_asked = Signal()  # people want to see what is wrong
    printed = Signal(object, bool)  # datetime of the last time, and whether it changed since

    def __init__(self, bench: Bench, session: Session) -> None:
        super().__init__(session)
        self._bench = bench
        self._session = session
        self._accepted: tuple[Problem, ...] = ()  # what people know of and print anyway
        session.changed.connect(partial(bench.window.messages.settle, _OPEN))

    def print_out(self) -> None:
        """Say what is wrong with the report still, or ask how to print it."""
        work = partial(problems_of, self._session.draft, self._bench.office.check)
        self._bench.tasks.read(self, work, self._say_open_or_print)

    def _say_open_or_print(self, problems: tuple[Problem, ...]) -> None:
        if problems == self._accepted:
            self._choose_printer()
            return
        messages = self._bench.window.messages
        acts = (
            Act(self.tr("ตรวจก่อน"), self.check_asked.emit),
            Act(self.tr("พิมพ์เลย"), partial(self._print_anyway, problems)),
        )
        said = self._open_words(*counted(problems))
        kind, about = Kind.CAUTION, About.PAGE
        notice = messages.show_notice(said, acts, topic=_OPEN, kind=kind, about=about, lasting=True)
        notice.take_keyboard()

    def _open_words(self, errors: int, warnings: int) -> str:
        if not errors:
            return self.tr("มี {warnings} จุดที่ควรตรวจดูก่อนพิมพ์").format(warnings=warnings)
        if not warnings:
            return self.tr("ยังต้องแก้ไข {errors} จุด").format(errors=errors)
        said = self.tr("ยังต้องแก้ไข {errors} จุด และควรตรวจดู {warnings} จุด")
        return said.format(errors=errors, warnings=warnings)

    def _print_anyway(self, problems: tuple[Problem, ...]) -> None:
        self._accepted = problems
        self._choose_printer()

    def _choose_printer(self) -> None:
        """Ask how to print, and print."""
        self._bench.window.messages.settle(_OPEN)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(pdf_name(self._session.report).removesuffix(".pdf"))
        if self._bench.dialogs.printer(self._bench.window, printer):
            self._session.save()
            package = self._session.package
            work = partial(_printed, self._bench.office, package, printer)
            then = partial(self._say_printed, package.report, printer.outputFileName())
            self._bench.tasks.errand(self, work, then, self._say_not_printed)

    def _say_printed(self, report: Report, file: str, pages: int) -> None:
        if file:
            self._bench.window.messages.settle(_PRINTED)
            say_saved(self._bench.window.messages, Path(file).absolute())
        else:
            said = self.tr("ส่งพิมพ์แล้ว {pages} หน้า").format(pages=pages)
            self._bench.window.messages.say(said, topic=_PRINTED)
        note = partial(self._bench.office.note_printed, report)
        then = partial(self._tell_printed, report)
        self._bench.tasks.write(self, note, then, _pass_over)

    def _say_not_printed(self, fault: Fault) -> None:
        self._bench.window.messages.say_fault(fault, topic=_PRINTED)

    def save_pdf(self) -> None:
        """Ask where to, and save the report as a PDF."""
        window = self._bench.window
        suggested = str(Path(window.remembered_folder(_FOLDER)) / pdf_name(self._session.report))
        out = self._bench.dialogs.pdf_to_save(window, suggested)
        if out is not None:
            draft, package = self._session.draft, self._session.package
            work = partial(save_pdf, self._bench.office, draft, package, out)
            failed = partial(say_not_saved, window.messages)
            self._bench.tasks.errand(self, work, partial(self._say_pdf, out), failed)

    def _say_pdf(self, out: Path, errors: int) -> None:
        """Say where the file lies, and that something in it is to be mended, if it is."""
        self._bench.window.remember(_FOLDER, str(out.parent))
        look = Act(self.tr("ดูจุดที่ต้องแก้ไข"), self.check_asked.emit)
        more = (look,) if errors else ()
        say_saved(self._bench.window.messages, out, still_open(errors), *more)

    def ask_printed(self) -> None:
        """Find out when the report was printed last, and whether it is still as it was then."""
        work = partial(self._bench.office.summary, self._session.report.id)
        self._bench.tasks.read(self, work, self._tell_summary, _pass_over)

    def _tell_summary(self, one: "Summary | None") -> None:
        if one is not None and one.printed is not None:
            self.printed.emit(one.printed, not one.is_on_paper)

    def _tell_printed(self, report: Report, noted: tuple[dt.datetime, bool]) -> None:
        when, is_stored = noted
        self.printed.emit(when, not is_stored or self._session.report != report)


def _pass_over(fault: Fault) -> None:
    """A report that was never stored, or cannot be now, is told of elsewhere."""
    del fault


def _printed(office: "Office", package: Package, printer: QPrinter) -> int:
    return send(office.set_document(package).pdf, printer)
