"""The bin at work: shown, emptied, and reports taken out of it."""

from functools import partial

from PySide6.QtCore import QObject

from desktop_app.storage.summary import Summary
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.desk.binning import Binning
from desktop_app.ui.home.bin_page import BinPage
from desktop_app.ui.home.home_model import title_of


class BinDesk(QObject):
    """Does what one view of the bin asks for; lives as long as the view."""

    def __init__(self, bench: Bench, binning: Binning, page: BinPage) -> None:
        super().__init__(page)
        self._bench = bench
        self._binning = binning
        self._page = page
        page.restore_asked.connect(lambda one: binning.restore(one.id))
        page.purge_asked.connect(self._purge)
        binning.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is in the bin."""
        work = partial(self._bench.office.with_store, lambda store: store.binned())
        self._bench.tasks.read(self, work, self._page.show_summaries)

    def _purge(self, reports: tuple[Summary, ...]) -> None:
        """Ask plainly, since nothing brings them back, and remove them for good."""
        if len(reports) == 1:
            question = self.tr("ลบ “{name}” ถาวรหรือไม่ นำกลับมาไม่ได้อีก").format(
                name=title_of(reports[0])
            )
        else:
            question = self.tr("ลบรายงาน {count} ฉบับในถังขยะถาวรหรือไม่ นำกลับมาไม่ได้อีก").format(
                count=len(reports)
            )
        if self._bench.dialogs.agrees(self._bench.window, question, self.tr("ลบถาวร")):
            self._binning.purge(tuple(one.id for one in reports))
