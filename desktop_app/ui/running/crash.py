"""Bugs: the details to copy, the log, and the calm word that the work is saved."""

import platform
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app import __version__
from desktop_app.errors import EnvironmentFault, Fault, Said
from desktop_app.logs import trace_of
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space

Log = Callable[[BaseException], Path | None]
"""Writes a bug into the log and says where the log is; None where that failed."""


def details_of(error: BaseException) -> str:
    """Return what helps to mend a bug: where it was, and in what; nothing that anybody typed."""
    system = f"Suanruam {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"{system}, {platform.platform()}\n\n{trace_of(error)}"


class CrashDialog(QDialog):
    """Shows a bug's details, once, to be copied."""

    def __init__(self, details: str, log: Path | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("โปรแกรมทำงานผิดพลาด"))
        self.setMinimumSize(640, 420)
        self._safe = QLabel(self.tr("งานที่บันทึกครั้งล่าสุดยังอยู่ครบ"))
        self._safe.setObjectName("crash_safe")
        self._safe.setWordWrap(True)
        play(self._safe, Role.LABEL)
        said = QLabel(
            self.tr(
                "ใช้งานต่อได้ หากเกิดขึ้นอีก โปรดคัดลอกรายละเอียดนี้ส่งให้ผู้ดูแลโปรแกรม "
                "ในรายละเอียดไม่มีข้อความที่พิมพ์ในรายงาน"
            )
        )
        said.setWordWrap(True)
        where = QLabel(self.tr("บันทึกข้อผิดพลาดอยู่ที่ {log}").format(log=log) if log else "")
        where.setWordWrap(True)
        play(where, Role.QUIET)
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("รายละเอียดข้อผิดพลาด"))
        column = QVBoxLayout(self)
        column.setSpacing(Space.MEDIUM)
        for part in (self._safe, said, self._details, where, self._buttons()):
            column.addWidget(part)

    def say_saved(self, fault: Fault | None) -> None:
        """Say that the work is on the disk, or else why it is not yet."""
        saved = self.tr("งานที่พิมพ์ไว้บันทึกแล้ว")
        self._safe.setText(saved if fault is None else words(fault.said))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        copy = Button(self.tr("คัดลอกรายละเอียด"), name="copy_details")
        close = Button(self.tr("ใช้งานต่อ"), Role.PRIMARY, name="go_on")
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        copy.clicked.connect(self._copy)
        buttons.accepted.connect(self.accept)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())


class BugCatcher(QObject):
    """Takes every exception that nothing else took, on whichever thread it was raised."""

    fault = Signal(object)  # a Fault that nobody handled: for the message bar
    _bug = Signal(object)

    def __init__(self, log: Log, window: QWidget) -> None:
        super().__init__(window)
        self._log = log
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
        """Log every bug, and show the first while its dialog is open."""
        log = self._log(error)
        if self._dialog is None:
            self._dialog = CrashDialog(details_of(error), log, self._window)
            self._dialog.finished.connect(self._closed)
            self._dialog.open()
        if not self._rescuing:
            self._rescue_work(self._dialog)

    def _rescue_work(self, dialog: CrashDialog) -> None:
        """Say what came of it; a bug met here comes back as another, which asks no more."""
        self._rescuing = True
        dialog.say_saved(_unknown())
        dialog.say_saved(self.rescue())
        self._rescuing = False

    def _closed(self) -> None:
        self._dialog, self._rescuing = None, False


def _unknown() -> Fault:
    return EnvironmentFault(
        Said(
            "บันทึกสิ่งที่พิมพ์ล่าสุดไม่ได้ ที่บันทึกไว้ก่อนหน้านี้ยังอยู่ครบ",
            "What was typed last could not be saved; what was saved before is safe",
        )
    )
