"""The open report on its way out: to a printer, or into a PDF."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter

from desktop_app.report.package import Package
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.editing.session import Session
from desktop_app.ui.preview.printing import pdf_name, send
from desktop_app.whole_file import write_whole

if TYPE_CHECKING:
    from desktop_app.ui.office import Office


class PaperDesk(QObject):
    """Prints and saves what a session holds; lives as long as the session."""

    def __init__(self, bench: Bench, session: Session) -> None:
        super().__init__(session)
        self._bench = bench
        self._session = session

    def print_out(self) -> None:
        """Ask how to print, and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(pdf_name(self._session.report).removesuffix(".pdf"))
        if self._bench.dialogs.printer(self._bench.window, printer):
            work = partial(_printed, self._bench.office, self._session.package, printer)
            self._bench.tasks.read(self, work, self._say_printed)

    def _say_printed(self, pages: int) -> None:
        self._bench.window.messages.say(self.tr("ส่งพิมพ์แล้ว {pages} หน้า").format(pages=pages))

    def save_pdf(self) -> None:
        """Ask where to, and save the report as a PDF."""
        out = self._bench.dialogs.pdf_to_save(self._bench.window, pdf_name(self._session.report))
        if out is not None:
            work = partial(_saved_pdf, self._bench.office, self._session.package, out)
            self._bench.tasks.read(self, work, lambda _: self._say_pdf(out))

    def _say_pdf(self, out: Path) -> None:
        self._bench.window.messages.say(self.tr("บันทึก {name} แล้ว").format(name=out.name))


def _printed(office: "Office", package: Package, printer: QPrinter) -> int:
    return send(office.set_document(package).pdf, printer)


def _saved_pdf(office: "Office", package: Package, out: Path) -> None:
    write_whole(out, office.set_document(package).pdf)
