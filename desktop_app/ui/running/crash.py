"""Bugs: the details to copy, the log, and the calm word that the work is saved."""

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import Fault
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space

Log = Callable[[BaseException], Path | None]
"""Writes a bug into the log and says where the log is; None where that failed."""


class CrashDialog(QDialog):
    """Shows a bug's details, once, to be copied."""

    def __init__(self, details: str, log: Path | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("โปรแกรมทำงานผิดพลาด"))
        self.setMinimumSize(640, 420)
        said = QLabel(
            self.tr(
                "โปรแกรมทำงานผิดพลาด งานที่พิมพ์ไว้บันทึกแล้ว\n"
                "ใช้งานต่อได้ หากเกิดขึ้นอีก โปรดคัดลอกรายละเอียดนี้ส่งให้ผู้ดูแลโปรแกรม"
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
        for part in (said, self._details, where, self._buttons()):
            column.addWidget(part)

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
        self._shown = False
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
        if self._shown:
            return
        self._shown = True
        details = "".join(traceback.format_exception(error))
        dialog = CrashDialog(details, log, self._window)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._shown = False
