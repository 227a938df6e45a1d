"""What has to be said again and again, whatever else is at work."""

from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import Fault


class Renewal(QObject):
    """Calls `renew` every so many seconds, on a thread of its own that waits for nothing else."""

    failed = Signal(object)  # Fault

    def __init__(self, renew: Callable[[], None], every: float, parent: QObject) -> None:
        super().__init__(parent)
        self._renew, self._seconds = renew, every
        self._asked = Event()
        self._over = False
        self._thread = self._new_thread()

    def _new_thread(self) -> Thread:
        return Thread(target=self._run, name="renewal", daemon=True)

    def begin(self) -> None:
        """Call it from now on, the first time once its time has passed."""
        self._thread.start()

    def ask(self) -> None:
        """Call it at once."""
        self._asked.set()

    def stop(self) -> None:
        """Call it no more; a call that runs has ended when this returns."""
        self._over = True
        self._asked.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            while self._is_time():
                self._renew_once()
        finally:
            if not self._over:  # a bug is told of as every bug, and ends nothing
                self._thread = self._new_thread()
                self._thread.start()

    def _is_time(self) -> bool:
        self._asked.wait(self._seconds)
        self._asked.clear()
        return not self._over

    def _renew_once(self) -> None:
        try:
            self._renew()
        except Fault as fault:
            self.failed.emit(fault)
