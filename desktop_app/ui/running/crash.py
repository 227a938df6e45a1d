"""What a bug shows: the details to copy, the log, and the calm word that the work is saved."""

import platform
from pathlib import Path

from PySide6.QtCore import QSize, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app import __version__
from desktop_app.errors import Fault
from desktop_app.logs import trace_of
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.framing import take_room
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.look.word_label import WordLabel

_SIZE = QSize(640, 440)
_LEAST = 96
"""The height of the details at least, in device-independent pixels."""


def details_of(error: BaseException) -> str:
    """Return what helps to mend a bug: where it was, and in what; nothing that anybody typed."""
    system = f"Suanruam {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"{system}, {platform.platform()}\n\n{trace_of(error)}"


class CrashDialog(QDialog):
    """Shows a bug's details, once, to be copied."""

    def __init__(self, error: BaseException, log: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("โปรแกรมทำงานผิดพลาด"))
        self._safe = WordLabel(self.tr("งานที่บันทึกครั้งล่าสุดยังอยู่ครบ"))
        self._safe.setObjectName("crash_safe")
        play(self._safe, Role.LABEL)
        said = WordLabel(
            self.tr(
                "ใช้งานต่อได้ หากเกิดขึ้นอีก โปรดคัดลอกรายละเอียดนี้ส่งให้ผู้ดูแลโปรแกรม "
                "ในรายละเอียดไม่มีข้อความที่พิมพ์ในรายงาน"
            )
        )
        where = WordLabel(self.tr("บันทึกข้อผิดพลาดอยู่ที่ {log}").format(log=log) if log else "")
        play(where, Role.QUIET)
        self._details = QPlainTextEdit(details_of(error))
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("รายละเอียดข้อผิดพลาด"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, Space.LARGE, Space.LARGE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        for part in (self._safe, said, self._details, where):
            column.addWidget(part)
        column.addLayout(self._buttons())
        self._details.setMinimumHeight(_LEAST)
        take_room(self, _SIZE)

    def say_saved(self, fault: Fault | None) -> None:
        """Say that the work is on the disk, or else why it is not yet."""
        saved = self.tr("งานที่พิมพ์ไว้บันทึกแล้ว")
        self._safe.setText(saved if fault is None else words(fault.said))

    def _buttons(self) -> QHBoxLayout:
        copy = Button(self.tr("คัดลอกรายละเอียด"), name="copy_details")
        copy.clicked.connect(self._copy)
        close = Button(self.tr("ใช้งานต่อ"), Role.PRIMARY, name="go_on")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        line = QHBoxLayout()
        line.addWidget(copy)
        line.addStretch(1)
        line.addWidget(close)
        return line

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
