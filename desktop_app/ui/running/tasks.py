"""Work beside the window's thread: reads, and writes that run one after another."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop_app.errors import Fault

T = TypeVar("T")
PATIENCE = 500
"""Milliseconds after which a running task shows that it runs."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    owner: QObject
    future: Future[Any]
    then: Callable[[Any], None]
    failed: Callable[[Fault], None]


class _Post(QObject):
    """Where results arrive from other threads; no window takes it along when it goes."""

    arrived = Signal(object)  # _Outcome, or None


class Tasks(QObject):
    """Runs work on other threads and hands results back on the window's thread.

    What a task raises comes back too: a `Fault` to `failed` (or to the signal `failed`), and
    anything else, being a bug, as an exception of the window's thread.  Results for a widget
    that is gone are dropped.  A read sees everything that was written before it was asked for.
    """

    failed = Signal(object)  # Fault
    slow = Signal(bool)  # something has been running for longer than PATIENCE
    errand_ended = Signal(bool)  # whether it went well

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writes = ThreadPoolExecutor(1, "writes")
        self._reads = ThreadPoolExecutor(2, "reads")
        self._long = ThreadPoolExecutor(1, "long")
        self._at_once = ThreadPoolExecutor(1, "at once")
        self._open: set[Future[Any]] = set()
        self._aside: set[Future[Any]] = set()  # those of `_open` that nobody waits for
        self._errands: set[Future[Any]] = set()  # those of `_open` that somebody relies on
        self._last_write: Future[Any] | None = None
        self._finished = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._tell_slow)
        self._post = _Post()
        self._post.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._post.arrived.emit(None)  # Qt asks for what a signal brings the first time: here

    def read(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Fault], None] | None = None,
    ) -> None:
        """Run `work`, which changes nothing, once the writes so far have ended; never after `finish`."""
        self._start(self._reads, owner, self._after_writes(work), then, failed)

    def errand(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Fault], None] | None = None,
    ) -> None:
        """Run a read that people rely on, as printing; `finish` lets it end."""
        if not self._finished:
            work = self._after_writes(work)
            self._errands.add(self._start(self._reads, owner, work, then, failed))

    def at_once(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Fault], None] | None = None,
    ) -> None:
        """Run an errand that needs nothing of the disk, whatever else runs or hangs."""
        if not self._finished:
            self._errands.add(self._start(self._at_once, owner, work, then, failed))

    @property
    def has_errands(self) -> bool:
        """Whether something that people rely on has not ended."""
        return bool(self._errands)

    def give_up_errands(self) -> None:
        """Let no one wait for the errands that have not begun."""
        self._errands.clear()

    def aside(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Fault], None] | None = None,
    ) -> "Future[T]":
        """Run a read that takes long and shows by itself how far it is; one at a time."""
        future = self._start(self._long, owner, self._after_writes(work), then, failed)
        self._aside.add(future)
        return future

    def rely_on(self, future: "Future[T]") -> None:
        """Let what was begun just now be an errand: `finish` lets it end."""
        self._errands.add(future)

    def _after_writes(self, work: Callable[[], T]) -> Callable[[], T]:
        before = self._last_write

        def after_writes() -> T:
            if before is not None:
                wait_for([before])
            return work()

        return after_writes

    def write(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Fault], None] | None = None,
    ) -> "Future[T]":
        """Run `work` after every write asked for before it."""
        future = self._start(self._writes, owner, work, then, failed)
        self._last_write = future
        return future

    def alone(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Fault], None] | None = None,
    ) -> "Future[T]":
        """Run `work` as a write while nothing else runs; what is asked for later waits."""
        others = tuple(self._open)

        def after_all() -> T:
            wait_for(others)
            return work()

        return self.write(owner, after_all, then, failed)

    def _start(
        self,
        pool: ThreadPoolExecutor,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Fault], None] | None,
    ) -> "Future[T]":
        if self._finished:
            return _never()
        future = pool.submit(work)
        self._open.add(future)
        if not self._patience.isActive():
            self._patience.start()
        tell = failed or self.failed.emit
        post = self._post
        future.add_done_callback(lambda done: post.arrived.emit(_Outcome(owner, done, then, tell)))
        return future

    def _deliver(self, outcome: _Outcome | None) -> None:
        if outcome is None:
            return
        self._open.discard(outcome.future)
        self._aside.discard(outcome.future)
        if self._open <= self._aside:
            self._patience.stop()
            self.slow.emit(False)
        try:
            self._hand_over(outcome)
        finally:
            self._tell_errand(outcome.future)

    def _tell_errand(self, future: Future[Any]) -> None:
        if future in self._errands:
            self._errands.remove(future)
            self.errand_ended.emit(not future.cancelled() and future.exception() is None)

    def _hand_over(self, outcome: _Outcome) -> None:
        if outcome.future.cancelled() or not shiboken6.isValid(outcome.owner):
            return
        error = outcome.future.exception()
        if error is None:
            outcome.then(outcome.future.result())
        elif isinstance(error, Fault):
            outcome.failed(error)
        else:
            raise error

    def _tell_slow(self) -> None:
        if not self._open <= self._aside:
            self.slow.emit(True)

    def finish(self) -> None:
        """Wait for writes and errands, give up the reads that have not begun, take no more work.

        Long reads are to be told to stop before, and all words to be safe: what a timer of some
        view asks for between this and its end is never run.
        """
        self._finished = True
        self._writes.shutdown(wait=True)
        for future in self._open - self._errands:
            future.cancel()
        for pool in (self._reads, self._long, self._at_once):
            pool.shutdown(wait=True)


def _never() -> "Future[Any]":
    """Return the future of work that is given up before it begins."""
    future: Future[Any] = Future()
    future.cancel()
    return future
