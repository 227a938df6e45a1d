"""The list of reports at work: shown, taken in, put into the bin and out of it again."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import Fault
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.home.home import Home
from desktop_app.ui.home.home_list import title_of

if TYPE_CHECKING:
    from desktop_app.storage.summary import Summary


class HomeDesk(QObject):
    """Does what one home view asks for; lives as long as the view."""

    opened = Signal(object)  # UUID
    shown = Signal()

    def __init__(self, bench: Bench, home: Home) -> None:
        super().__init__(home)
        self._bench = bench
        self._home = home
        home.opened.connect(lambda one: self.opened.emit(one.id))
        home.removed.connect(self._remove)
        home.sample_asked.connect(self._open_sample)
        home.import_asked.connect(self._take_in)

    def refresh(self) -> None:
        """Show what is stored."""
        office = self._bench.office
        self._bench.tasks.read(self, office.summaries, self._show, self._say_closed)

    def _show(self, summaries: "tuple[Summary, ...]") -> None:
        self._home.show_summaries(summaries)
        self.shown.emit()

    def _say_closed(self, fault: Fault) -> None:
        """Say why the stored reports cannot be shown, and offer to try again."""
        self._bench.window.messages.say_fault(fault, self.tr("ลองอีกครั้ง"), self.refresh)

    def _open_sample(self) -> None:
        self._bench.tasks.write(self, self._bench.office.take_in_sample, self.opened.emit)

    def _take_in(self) -> None:
        for path in self._bench.dialogs.report_files(self._bench.window):
            work = partial(self._bench.office.take_in, path)
            self._bench.tasks.write(self, work, lambda _: self.refresh())

    def _remove(self, one: "Summary") -> None:
        """Put a report into the bin, with a way back instead of a question."""
        work = partial(self._bench.office.delete, one.id)
        self._bench.tasks.write(self, work, lambda _: self._say_removed(one))

    def _say_removed(self, one: "Summary") -> None:
        self.refresh()
        said = self.tr("ลบ “{name}” แล้ว").format(name=title_of(one))
        back = partial(self._put_back, one.id)
        self._bench.window.messages.say(said, self.tr("เลิกทำ"), back)

    def _put_back(self, report_id: UUID) -> None:
        work = partial(self._bench.office.restore, report_id)
        self._bench.tasks.write(self, work, lambda _: self.refresh())
