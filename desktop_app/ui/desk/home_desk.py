"""The list of reports at work: shown, searched, taken in and sent out, begun anew."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import Fault, Said
from desktop_app.report.package import Package
from desktop_app.report.values import Agency, Report
from desktop_app.services import exchange, reports
from desktop_app.storage.summary import Summary
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.desk.binning import Binning
from desktop_app.ui.desk.saved_file import save_pdf, say_not_saved, say_saved, still_open
from desktop_app.ui.desk.seeking import Seeking
from desktop_app.ui.home.home import Home
from desktop_app.ui.home.report_menu import Act
from desktop_app.ui.language import words
from desktop_app.ui.preview.printing import pdf_name

if TYPE_CHECKING:
    from desktop_app.storage.store import Store
    from desktop_app.ui.office import Office

_NAMED = 5
"""Files that could not be taken in and are told about, each on a line of its own."""


class HomeDesk(QObject):
    """Does what one home view asks for; lives as long as the view."""

    opened = Signal(object, object)  # UUID, and the path to go to or None
    shown = Signal(object)  # the summaries
    closed = Signal(object)  # Fault: why the stored reports cannot be opened

    def __init__(self, bench: Bench, binning: Binning, home: Home) -> None:
        super().__init__(home)
        self._bench = bench
        self._binning = binning
        self._home = home
        self._seeking = Seeking(bench, home)
        self._seeking.emptied.connect(self.refresh)
        home.asked.connect(self._do)
        home.undo_asked.connect(binning.undo)
        home.sample_asked.connect(self._open_sample)
        home.import_asked.connect(self._choose_files)
        home.dropped.connect(self._take_in)
        binning.changed.connect(self.refresh)

    def refresh(self, chosen: UUID | None = None) -> None:
        """Show what is stored, or what of it was searched for; `chosen` has the keyboard then."""
        if self._home.query:
            self._seeking.seek()
            return
        work = self._bench.office.summaries
        then = partial(self._show, chosen)
        self._bench.tasks.read(self, work, then, self.closed.emit)

    def _show(self, chosen: UUID | None, summaries: Sequence[Summary]) -> None:
        if self._home.query:  # somebody began to search meanwhile
            return
        self._home.show_summaries(summaries)
        if chosen is not None:
            self._home.choose(chosen)
        self.shown.emit(summaries)

    def _open_sample(self) -> None:
        work = self._bench.office.take_in_sample
        self._bench.tasks.write(self, work, self._open)

    def _open(self, report_id: UUID) -> None:
        self.opened.emit(report_id, None)

    def _do(self, act: Act, one: Summary) -> None:
        match act:
            case Act.OPEN:
                place = self._home.place(one) if self._home.query else None
                self.opened.emit(one.id, place.path if place else None)
            case Act.NEXT_ROUND:
                begin = partial(reports.store_next_round, report_id=one.id)
                self._write(begin, self._open)
            case Act.DUPLICATE:
                self._write(partial(reports.store_duplicate, report_id=one.id), self._say_copied)
            case Act.EXPORT:
                self._export(one)
            case Act.SAVE_PDF:
                self._save_pdf(one)
            case Act.DELETE:
                self._binning.remove(one)

    def _write(self, work: "Callable[[Store], UUID]", then: "Callable[[UUID], None]") -> None:
        self._bench.tasks.write(self, partial(self._bench.office.with_store, work), then)

    def _say_copied(self, report_id: UUID) -> None:
        self.refresh(report_id)
        self._bench.window.messages.say(self.tr("ทำสำเนาแล้ว"))

    def _export(self, one: Summary) -> None:
        name = _file_name(one).removesuffix(".pdf")
        out = self._bench.dialogs.report_to_save(self._bench.window, name)
        if out is not None:
            exporting = partial(exchange.export_stored, report_id=one.id, out=out)
            work = partial(self._bench.office.with_store, exporting)
            self._bench.tasks.errand(self, work, partial(self._say_saved, out), self._say_not_saved)

    def _save_pdf(self, one: Summary) -> None:
        out = self._bench.dialogs.pdf_to_save(self._bench.window, _file_name(one))
        if out is not None:
            work = partial(_saved_pdf, self._bench.office, one.id, out)
            self._bench.tasks.errand(self, work, partial(self._say_pdf, out), self._say_not_saved)

    def _say_saved(self, out: Path, besides: Said | None) -> None:
        say_saved(self._bench.window.messages, out, words(besides) if besides else "")

    def _say_not_saved(self, fault: Fault) -> None:
        say_not_saved(self._bench.window.messages, fault)

    def _say_pdf(self, out: Path, errors: int) -> None:
        say_saved(self._bench.window.messages, out, still_open(errors))

    def _choose_files(self) -> None:
        self._take_in(self._bench.dialogs.report_files(self._bench.window))

    def _take_in(self, paths: tuple[Path, ...]) -> None:
        if paths:
            taking = partial(exchange.import_each, paths=paths)
            work = partial(self._bench.office.with_store, taking)
            self._bench.tasks.write(self, work, self._say_taken_in)

    def _say_taken_in(self, done: exchange.Imported) -> None:
        ids = (*done.stored, *done.known)
        self.refresh(ids[0] if ids else None)
        lines = [*self._counted(done), *self._refused(done)]
        messages = self._bench.window.messages
        if done.refused:
            messages.say_while_here("\n".join(lines))
        else:
            messages.say("\n".join(lines))

    def _counted(self, done: exchange.Imported) -> Iterator[str]:
        if done.stored:
            yield self.tr("นำเข้าแล้ว {count} ฉบับ").format(count=len(done.stored))
        if done.known:
            yield self.tr("มีอยู่แล้วเหมือนกันทุกอย่าง {count} ฉบับ").format(count=len(done.known))
        if len(done.refused) > 1:
            yield self.tr("ไม่ได้นำเข้า {count} ไฟล์:").format(count=len(done.refused))

    def _refused(self, done: exchange.Imported) -> Iterator[str]:
        """Yield a line for each file that was not taken in; of the last of many only its name."""
        for one in done.refused[:_NAMED]:
            said = words(one.said)
            yield said if one.name in said else f"{one.name}: {said}"
        rest = done.refused[_NAMED:]
        if rest:
            names = ", ".join(one.name for one in rest)
            yield self.tr("และ {names}").format(names=names)


def _file_name(one: Summary) -> str:
    """Return what the PDF of a stored report is called."""
    report = Report(agency=Agency(name=one.agency), fiscal_year=one.fiscal_year, period=one.period)
    return pdf_name(report)


def _saved_pdf(office: "Office", report_id: UUID, out: Path) -> int:
    draft, files = office.load_draft(report_id)
    return save_pdf(office, draft, Package(draft.report, files), out)
