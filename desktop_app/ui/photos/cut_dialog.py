"""Choosing which part of a photo is to be seen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QTransform
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.look.word_label import WordLabel
from desktop_app.ui.photos.cut_view import CutView
from desktop_app.ui.photos.turning import Box


class CutDialog(QDialog):
    """Shows the whole original, turned as it is, and hands over the part that was chosen."""

    chosen = Signal(object)  # Box

    def __init__(self, image: QImage, box: Box, turn: int, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(self.tr("ครอบตัดภาพ"))
        self.setObjectName("cut_dialog")
        self._view = CutView(image.transformed(QTransform().rotate(turn)), box)
        self._view.setAccessibleName(self.tr("ส่วนของภาพที่จะใช้"))
        self._view.setAccessibleDescription(self._how())
        self.setMinimumWidth(560)
        self._lay_out()
        self.finished.connect(self.deleteLater)
        self._view.setFocus()

    def _how(self) -> str:
        return self.tr("ลากมุมหรือขอบ หรือกด ←↑→↓ เพื่อเลื่อน, Shift+←↑→↓ เพื่อปรับขนาด, Ctrl เพื่อให้เร็วขึ้น")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, Space.LARGE, Space.LARGE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(self._view, 1)
        how = WordLabel(self._how())
        play(how, Role.QUIET)
        column.addWidget(how)
        foot = QHBoxLayout()
        foot.setSpacing(Space.SMALL)
        whole = Button(self.tr("ใช้ทั้งภาพ"), name="cut_nothing")
        whole.clicked.connect(self._view.show_whole)
        leave = Button(self.tr("ยกเลิก"), name="cut_leave")
        leave.clicked.connect(self.reject)
        accept = Button(self.tr("ครอบตัด"), Role.PRIMARY, name="cut_accept")
        accept.clicked.connect(self._accept)
        accept.setDefault(True)
        foot.addWidget(whole)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(accept)
        column.addLayout(foot)

    def _accept(self) -> None:
        self.chosen.emit(self._view.box)
        self.accept()
