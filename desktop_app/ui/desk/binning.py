"""Reports put into the bin and taken out again, with a way back for as long as the window lives."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.home.home_model import title_of

if TYPE_CHECKING:
    from desktop_app.storage.summary import Summary


class Binning(QObject):
    """Remembers what was removed last, whichever view is open."""

    changed = Signal()

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._removed: list[UUID] = []
        self._said = ""

    def remove(self, one: "Summary") -> None:
        """Put a report into the bin, with a way back instead of a question."""
        work = partial(self._bench.office.delete, one.id)
        self._bench.tasks.write(self, work, lambda _: self._say_removed(one))

    def _say_removed(self, one: "Summary") -> None:
        self._removed.append(one.id)
        self._said = self.tr("ลบ “{name}” แล้ว").format(name=title_of(one))
        messages = self._bench.window.messages
        messages.offer_back(self._said, self.undo, lasting=True)
        self.changed.emit()

    def undo(self) -> None:
        """Take out of the bin again what was put there last."""
        if self._removed:
            self.restore(self._removed.pop())

    def restore(self, report_id: UUID) -> None:
        """Take a report out of the bin."""
        work = partial(self._bench.office.restore, report_id)
        self._bench.tasks.write(self, work, lambda _: self._after(report_id))

    def purge(self, report_ids: tuple[UUID, ...]) -> None:
        """Remove reports of the bin for good."""
        work = partial(self._bench.office.with_store, lambda store: store.purge(report_ids))
        self._bench.tasks.write(self, work, lambda _: self._after(*report_ids))

    def _after(self, *report_ids: UUID) -> None:
        """Offer no way back where there is none, or where it was gone already."""
        self._removed = [one for one in self._removed if one not in report_ids]
        messages = self._bench.window.messages
        messages.withdraw(self._said)
        self.changed.emit()
