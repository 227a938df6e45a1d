"""What a bug shows: the details to copy, the log, and the calm word that the work is saved."""

import platform
from pathlib import Path

from PySide6.QtCore import qVersion
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
from desktop_app.errors import Fault
from desktop_app.logs import trace_of
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space


def details_of(error: BaseException) -> str:
    """Return what helps to mend a bug: where it was, and in what; nothing that anybody typed."""
    system = f"Suanruam {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"{system}, {platform.platform()}\n\n{trace_of(error)}"


class CrashDialog(QDialog):
    """Shows a bug's details, once, to be copied."""

    def __init__(self, error: BaseException, log: Path | None, parent: QWidget) -> None:
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
        self._details = QPlainTextEdit(details_of(error))
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
