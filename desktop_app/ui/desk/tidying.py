"""Tidies the database while nobody needs it: histories thinned, bytes that nothing names removed."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from desktop_app.errors import Fault
from desktop_app.ui.desk.bench import Bench

if TYPE_CHECKING:
    from desktop_app.storage.store import Store

QUIET = 60_000
"""Milliseconds after the start without a report being opened until tidying begins."""

BETWEEN = 50
"""Milliseconds between two reports, so that whoever saves meanwhile waits for one at most."""

EVERY = dt.timedelta(days=7)

_TIDIED = "data/tidied"


class Tidying(QObject):
    """Goes through all reports once a week, one short write after another.

    It ends for good when a report is opened: steps that may be taken back name originals of
    photos, which nothing else names once the report is printed.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.window)
        self._bench = bench
        self._left: list[UUID] = []
        self._over = False
        self._running = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._find)
        self._pause = QTimer(self, singleShot=True, interval=BETWEEN)
        self._pause.timeout.connect(self._next)

    @property
    def is_under_way(self) -> bool:
        """Whether it is still to be done, or being done, in this run."""
        return not self._over and (self._quiet.isActive() or self._running)

    def begin(self) -> None:
        """Begin once it has been quiet for a while, unless it was done lately."""
        if not (self._over or self._running or self._is_done()):
            self._quiet.start()

    def end(self) -> None:
        """Do no more in this run."""
        self._over = True
        self._quiet.stop()
        self._pause.stop()

    def _is_done(self) -> bool:
        try:
            done = dt.date.fromisoformat(self._bench.window.remembered(_TIDIED))
        except ValueError:
            return False
        return dt.timedelta() <= _today() - done < EVERY

    def _find(self) -> None:
        self._running = True
        work = partial(self._bench.office.with_store, lambda store: store.ids())
        self._bench.tasks.read(self, work, self._go_through, self._give_up)

    def _go_through(self, ids: tuple[UUID, ...]) -> None:
        self._left = list(ids)
        self._next()

    def _next(self) -> None:
        if self._over:
            return
        step = partial(_tidied, self._left.pop()) if self._left else _freed
        work = partial(self._bench.office.with_store, step)
        self._bench.tasks.write(self, work, self._after, self._give_up)

    def _after(self, is_last: bool) -> None:
        if is_last:
            self._running = False
            self._bench.window.remember(_TIDIED, _today().isoformat())
        elif not self._over:
            self._pause.start()

    def _give_up(self, fault: Fault) -> None:
        """Leave it for the next start; nobody asked for it."""
        del fault
        self._running = False


def _tidied(report_id: UUID, store: "Store") -> bool:
    store.tidy_report(report_id)
    return False


def _freed(store: "Store") -> bool:
    store.free_unused()
    return True


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
