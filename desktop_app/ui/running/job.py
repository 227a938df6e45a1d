"""Long work: how far it is, told on the window's thread, and the word to stop."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

T = TypeVar("T")

_LOOK = 100
"""Milliseconds between two looks at how far the work is: it tells far oftener than eyes can see."""


class Job(QObject):
    """One piece of long work; `progress` is handed to the work, the rest is for the window."""

    moved = Signal(float)  # the part that is done, 0 to 1
    ended = Signal()

    def __init__(self, name: str, stop_words: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.stop_words = stop_words
        self._stop = Event()
        self._part = 0.0
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(lambda: self.moved.emit(self._part))
        self._look.start()

    def progress(self, done: int, total: int) -> bool:
        """Note that `done` of `total` bytes are done; tell whether to go on.  On any thread."""
        self._part = done / total if total else 1.0
        return not self._stop.is_set()

    @property
    def is_stopped(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Let the work end as soon as it can, with nothing changed."""
        self._stop.set()

    def ending(self, then: Callable[[T], None]) -> Callable[[T], None]:
        """Return `then`, to be called with what came of the work, which ends the job first."""

        def end(result: T) -> None:
            self._end()
            then(result)

        return end

    def _end(self) -> None:
        self._look.stop()
        self.ended.emit()
        self.deleteLater()
