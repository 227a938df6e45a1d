"""Taking many files in: one after another beside the window's thread, in their order."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import Fault
from desktop_app.ui.photos.offered import Source
from desktop_app.ui.photos.target import Target
from desktop_app.ui.running.tasks import Tasks

Make = Callable[[Source], bytes]
"""Makes of a source what is kept of it; raises a Fault where that cannot be."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was made of one source."""

    source: Source
    data: bytes


class Taking(QObject):
    """Takes sources in until the last one or `stop`; a bad one stops no other."""

    progress = Signal(int, int)  # how many are done, of how many
    ended = Signal()

    def __init__(
        self, sources: tuple[Source, ...], make: Make, target: Target, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.target = target
        self.sources = sources
        self.taken: list[Taken] = []
        self.refused: list[Fault] = []
        self._make = make
        self._over = False

    def begin(self, tasks: Tasks) -> None:
        """Begin, or go on with the next one."""
        done = len(self.taken) + len(self.refused)
        if self._over:
            return
        self.progress.emit(done, len(self.sources))
        if done == len(self.sources):
            self.stop()
            return
        source = self.sources[done]
        keep, skip = partial(self._keep, tasks, source), partial(self._skip, tasks)
        tasks.read(self, partial(self._make, source), keep, skip)

    def _keep(self, tasks: Tasks, source: Source, data: bytes) -> None:
        if not self._over:
            self.taken.append(Taken(source, data))
            self.begin(tasks)

    def _skip(self, tasks: Tasks, fault: Fault) -> None:
        self.refused.append(fault)
        self.begin(tasks)

    def stop(self) -> None:
        """End here, with what is done."""
        if not self._over:
            self._over = True
            self.ended.emit()
