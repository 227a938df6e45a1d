"""What stands in the first view while nothing is stored yet: a beginning, and a sample."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.look.buttons import Button, Tone
from desktop_app.ui.look.icons import Icon, drawn
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.look.word_label import WordLabel

_SIDE = 72


class Beginning(QWidget):
    """Offers the first report, the sample, and what another office sent."""

    new_asked = Signal()
    sample_asked = Signal()
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(Space.MEDIUM)
        column.addStretch(2)
        for part in (self._picture(), self._title(), self._said()):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addSpacing(Space.SMALL)
        column.addLayout(self._acts())
        column.addSpacing(Space.SMALL)
        column.addWidget(self._hint())
        column.addStretch(3)

    def _picture(self) -> QLabel:
        picture = QLabel()
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        picture.setPixmap(drawn(Icon.SUANRUAM, accent, self.devicePixelRatioF(), _SIDE))
        return picture

    def _title(self) -> QLabel:
        title = QLabel(self.tr("เริ่มรายงานฉบับแรก"))
        play(title, Role.TITLE)
        return title

    def _said(self) -> QLabel:
        return WordLabel(
            self.tr(
                "กรอกทีละหัวข้อ เห็นหน้ากระดาษจริงอยู่ข้าง ๆ แล้วพิมพ์ไปลงนามได้เลย\n"
                "ทุกคำที่พิมพ์บันทึกให้เองในเครื่องนี้ ไม่ต้องใช้อินเทอร์เน็ต"
            )
        )

    def _acts(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.first = Button(self.tr("สร้างรายงาน"), Role.PRIMARY, name="first_report")
        self.first.take_icon(Icon.ADD, Tone.HighlightedText)
        self.first.setToolTip("Ctrl+N")
        self.first.clicked.connect(self.new_asked)
        sample = Button(self.tr("เปิดตัวอย่างที่ทำเสร็จแล้ว"), name="open_sample")
        sample.clicked.connect(self.sample_asked)
        line.addStretch(1)
        line.addWidget(self.first)
        line.addWidget(sample)
        line.addStretch(1)
        return line

    def _hint(self) -> QLabel:
        hint = WordLabel(self.tr("มีไฟล์รายงานอยู่แล้ว? ลากมาวางในหน้าต่างนี้ หรือกด “นำเข้า…”"))
        play(hint, Role.QUIET)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return hint
