"""What happens between the views: opening, making, printing, saving and closing."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtPrintSupport import QPrinter

from desktop_app.errors import Fault
from desktop_app.report.package import Package
from desktop_app.ui.collecting import collect_now, spare_what_is_loaded
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.file_desk import FileDesk
from desktop_app.ui.home import Home
from desktop_app.ui.home_list import title_of
from desktop_app.ui.judging import Judge
from desktop_app.ui.preview import Preview
from desktop_app.ui.printing import pdf_name, send
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.session import Session
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.top_bar import report_name
from desktop_app.ui.window import Window
from desktop_app.whole_file import write_whole

if TYPE_CHECKING:
    from desktop_app.storage.summary import Summary
    from desktop_app.ui.office import Office


class Desk(QObject):
    """Puts views into the window and hands their wishes to the office."""

    def __init__(self, window: Window, office: "Office", tasks: Tasks, dialogs: Dialogs) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self._tasks = tasks
        self._dialogs = dialogs
        self._session: Session | None = None
        self._home: Home | None = None
        self._warm = False
        window.before_closing(self.close)

    def show_home(self) -> None:
        """Leave the open report, saved, and show all of them."""
        self._leave()
        home = self._home = Home()
        home.opened.connect(lambda one: self.open(one.id))
        home.removed.connect(self._remove)
        home.new_asked.connect(self._make_new)
        home.sample_asked.connect(self._open_sample)
        home.import_asked.connect(self._take_in)
        self._window.show_view(home)
        self._refresh()

    def _refresh(self) -> None:
        if self._home is not None:
            self._tasks.read(
                self._home, self._office.summaries, self._show_summaries, self._say_closed
            )

    def _show_summaries(self, summaries: "tuple[Summary, ...]") -> None:
        if self._home is not None:
            self._home.show_summaries(summaries)
        if not self._warm:
            self._warm = True
            self._tasks.read(self, self._office.warm_up, lambda _: spare_what_is_loaded())

    def _say_closed(self, fault: Fault) -> None:
        """Say why the stored reports cannot be shown, and offer to try again."""
        self._window.messages.say_fault(fault, self.tr("ลองอีกครั้ง"), self._refresh)

    def _leave(self) -> None:
        if self._session is not None:
            self._session.save()
            self._session.deleteLater()
        self._session = self._home = None
        QTimer.singleShot(0, self, collect_now)

    def open(self, report_id: UUID) -> None:
        """Open a stored report."""
        self._tasks.read(self, partial(self._office.load, report_id), self._show_report)

    def _make_new(self) -> None:
        self._tasks.read(self, self._office.new, self._show_report)

    def _open_sample(self) -> None:
        self._tasks.write(self, self._office.take_in_sample, self.open)

    def _take_in(self) -> None:
        for path in self._dialogs.report_files(self._window):
            self._tasks.write(self, partial(self._office.take_in, path), lambda _: self._refresh())

    def _remove(self, one: "Summary") -> None:
        """Put a report into the bin, with a way back instead of a question."""
        work = partial(self._office.delete, one.id)
        self._tasks.write(self, work, lambda _: self._say_removed(one))

    def _say_removed(self, one: "Summary") -> None:
        self._refresh()
        said = self.tr("ลบ “{name}” แล้ว").format(name=title_of(one))
        back = partial(self._put_back, one.id)
        self._window.messages.say(said, self.tr("เลิกทำ"), back)

    def _put_back(self, report_id: UUID) -> None:
        self._tasks.write(self, partial(self._office.restore, report_id), lambda _: self._refresh())

    def _show_report(self, package: Package) -> None:
        self._leave()
        session = self._session = Session(package, self._office, self._tasks, self)
        files = FileDesk(session, self._tasks, self._dialogs, session)
        preview = Preview(self._tasks, self._office.set_document)
        view = ReportView(session, files, preview, Judge(self._tasks, session))
        view.left.connect(self.show_home)
        view.print_asked.connect(self._print)
        view.save_pdf_asked.connect(self._save_pdf)
        session.save_failed.connect(self._say_unsaved)
        self._window.show_view(view, report_name(package.report))
        view.begin()

    def _say_unsaved(self, fault: Fault) -> None:
        if self._session is not None:
            self._window.messages.say_fault(fault, self.tr("ลองอีกครั้ง"), self._session.save)

    def _print(self) -> None:
        if self._session is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(pdf_name(self._session.report).removesuffix(".pdf"))
        if self._dialogs.printer(self._window, printer):
            work = partial(_printed, self._office, self._session.package, printer)
            self._tasks.read(self, work, self._say_printed)

    def _say_printed(self, pages: int) -> None:
        self._window.messages.say(self.tr("ส่งพิมพ์แล้ว {pages} หน้า").format(pages=pages))

    def _save_pdf(self) -> None:
        if self._session is None:
            return
        out = self._dialogs.pdf_to_save(self._window, pdf_name(self._session.report))
        if out is not None:
            work = partial(_saved_pdf, self._office, self._session.package, out)
            self._tasks.read(self, work, lambda _: self._say_pdf(out))

    def _say_pdf(self, out: Path) -> None:
        self._window.messages.say(self.tr("บันทึก {name} แล้ว").format(name=out.name))

    def close(self) -> bool:
        """Put everything away; False, with a calm word, where the last words cannot be saved."""
        fault = self._session.flush() if self._session is not None else None
        if fault is not None:
            self._window.messages.say_fault(fault, self.tr("ปิดโดยไม่บันทึก"), self._close_anyway)
            return False
        self._put_away()
        return True

    def _close_anyway(self) -> None:
        if self._session is not None:
            self._session.deleteLater()
        self._session = None
        self._window.close()

    def _put_away(self) -> None:
        self._window.before_closing(lambda: True)
        self._tasks.finish()
        self._office.close()


def _printed(office: "Office", package: Package, printer: QPrinter) -> int:
    return send(office.set_document(package).pdf, printer)


def _saved_pdf(office: "Office", package: Package, out: Path) -> None:
    write_whole(out, office.set_document(package).pdf)
