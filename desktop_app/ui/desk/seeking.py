"""A search as one types: one at a time, beside the window's thread, and stale results dropped."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import Fault
from desktop_app.services import finding
from desktop_app.storage.summary import Summary
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.home.home import Home


class Seeking(QObject):
    """Looks for what stands in the search field of one home view; lives as long as the view."""

    emptied = Signal()

    def __init__(self, bench: Bench, home: Home) -> None:
        super().__init__(home)
        self._bench = bench
        self._home = home
        self._running = False
        home.search_asked.connect(lambda _: self.seek())
        home.places_wanted.connect(self._seek_places)

    def seek(self) -> None:
        """Look for what stands in the field now, once what is looked for has been found."""
        if self._running:
            return
        query = self._home.query
        if not query:
            self.emptied.emit()
            return
        self._running = True
        search = partial(finding.found, query=query)
        work = partial(self._bench.office.with_store, search)
        self._bench.tasks.read(self, work, partial(self._show, query), self._fail)

    def _show(self, query: str, found: Sequence[Summary]) -> None:
        self._running = False
        if self._home.query == query:
            self._home.show_found(found)
        else:
            self.seek()

    def _fail(self, fault: Fault) -> None:
        self._running = False
        self._bench.window.messages.say_fault(fault)

    def _seek_places(self, report_ids: tuple[UUID, ...]) -> None:
        query = self._home.query
        search = partial(finding.places, report_ids=report_ids, query=query)
        work = partial(self._bench.office.with_store, search)
        self._bench.tasks.read(self, work, partial(self._show_places, query), self._fail)

    def _show_places(self, query: str, places: dict[UUID, finding.Place | None]) -> None:
        if self._home.query == query:
            self._home.show_places(places)
