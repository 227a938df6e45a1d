"""Takes every exception that nothing else took: bugs to the log and the dialog, faults to the foot."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import EnvironmentFault, Fault, Said

if TYPE_CHECKING:
    from desktop_app.ui.running.crash import CrashDialog

Log = Callable[[BaseException], Path | None]
"""Writes a bug into the log and says where the log is; None where that failed."""

Show = Callable[[BaseException, Path | None, QWidget], "CrashDialog"]
"""Makes the dialog about a bug, which is seldom needed and so loaded late."""


class BugCatcher(QObject):
    """Takes every exception that nothing else took, on whichever thread it was raised."""

    fault = Signal(object)  # a Fault that nobody handled: for the message bar
    _bug = Signal(object)

    def __init__(self, log: Log, show: Show, window: QWidget) -> None:
        super().__init__(window)
        self._log, self._new_dialog = log, show
        self._window = window
        self._dialog: CrashDialog | None = None  # the one that is open
        self._rescuing = False
        self.rescue: Callable[[], Fault | None] = lambda: None
        """Puts the work on the disk; returns the fault where that fails."""
        self._bug.connect(self._show)

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self._caught
        threading.excepthook = lambda raised: self._take(raised.exc_value)

    def _caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self._take(error)

    def _take(self, error: BaseException | None) -> None:
        if isinstance(error, Fault):
            self.fault.emit(error)
        elif error is not None:
            self._bug.emit(error)

    def _show(self, error: BaseException) -> None:
        """Log every bug, and show the first while its dialog is open.

        Nothing may leave this: it would come back as another bug, without end.
        """
        log = None
        with suppress(Exception):
            log = self._log(error)
        if self._dialog is None:
            with _OnlyLogged(self._log):
                self._dialog = self._opened(error, log)
        if not self._rescuing:
            self._rescue_work()

    def _opened(self, error: BaseException, log: Path | None) -> "CrashDialog":
        dialog = self._new_dialog(error, log, self._window)
        dialog.finished.connect(self._closed)
        dialog.open()
        return dialog

    def _rescue_work(self) -> None:
        """Put the work on the disk, and say what came of that; a bug met here asks no more."""
        self._rescuing = True
        fault: Fault | None = _unknown()
        with _OnlyLogged(self._log):
            fault = self.rescue()
        if self._dialog is not None:
            self._dialog.say_saved(fault)
        self._rescuing = False

    def _closed(self) -> None:
        self._dialog, self._rescuing = None, False


class _OnlyLogged:
    """Lets no bug leave what is done within; it is logged, where it can be."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> bool:
        """Log what was raised."""
        if not isinstance(error, Exception):
            return False
        with suppress(Exception):
            self._log(error)
        return True


def _unknown() -> Fault:
    return EnvironmentFault(
        Said(
            "บันทึกสิ่งที่พิมพ์ล่าสุดไม่ได้ ที่บันทึกไว้ก่อนหน้านี้ยังอยู่ครบ",
            "What was typed last could not be saved; what was saved before is safe",
        )
    )
