"""One report made of several, at work: which, asked for on a page, and stored."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop_app.report.values import Agency
from desktop_app.services.reports import consolidate
from desktop_app.ui.data.consolidate_page import ConsolidatePage
from desktop_app.ui.desk.bench import Bench

if TYPE_CHECKING:
    from desktop_app.storage.store import Store
    from desktop_app.storage.summary import Summary
    from desktop_app.ui.office import Office


class ConsolidateDesk(QObject):
    """Does what the page asks for; lives as long as the window."""

    left = Signal()
    opened = Signal(object)  # the id of the report that was made

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.window)
        self._bench = bench

    def show(self) -> None:
        """Show the page, with the stored reports to choose from."""
        self._bench.tasks.read(self, self._bench.office.summaries, self._show)

    def _show(self, summaries: "tuple[Summary, ...]") -> None:
        agency = self._bench.office.settings.agency
        page = ConsolidatePage(summaries, agency.name or "")
        page.left.connect(self.left)
        page.begun.connect(self._consolidate)
        self._bench.window.show_view(page, page.title)

    def _consolidate(self, report_ids: tuple[UUID, ...], name: str) -> None:
        known = self._bench.office.settings.agency
        agency = known if known.name == name else Agency(name=name)
        work = partial(_consolidated, self._bench.office, report_ids, agency)
        self._bench.tasks.write(self, work, self.opened.emit)


def _consolidated(office: "Office", report_ids: Sequence[UUID], agency: Agency) -> UUID:
    def made(store: "Store") -> UUID:
        return consolidate(store, report_ids, agency)[1]

    return office.with_store(made)
