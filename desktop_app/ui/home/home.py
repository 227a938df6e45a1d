"""The first view: the stored reports, a search field, a new report, and a friendly beginning."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.home.home_list import HomeList
from desktop_app.ui.home.more_menu import MoreButton
from desktop_app.ui.look.buttons import Button, Tone
from desktop_app.ui.look.icons import Icon, drawn
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import BAR_HEIGHT, Space

if TYPE_CHECKING:
    from desktop_app.storage.summary import Summary

_WIDEST = 860


class Home(QWidget):
    """Shows all reports and asks to open, make and take in."""

    opened = Signal(object)  # Summary
    removed = Signal(object)  # Summary
    new_asked = Signal()
    sample_asked = Signal()
    import_asked = Signal()
    backup_asked = Signal()
    restore_asked = Signal()
    merge_asked = Signal()
    bin_asked = Signal()
    settings_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._search = self._search_field()
        self._list = HomeList()
        self._list.opened.connect(self.opened)
        self._list.removed.connect(self.removed)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._waiting())
        self._middle.addWidget(self._list)
        self._middle.addWidget(self._beginning())
        self._nothing = QLabel(self.tr("ไม่พบรายงานที่ค้นหา"))
        play(self._nothing, Role.QUIET)
        self._nothing.hide()
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._search.setFocus)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.new_asked)

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("search")
        field.setPlaceholderText(self.tr("ค้นหารายงาน (Ctrl+F)"))
        field.setAccessibleName(self.tr("ค้นหารายงาน"))
        field.setClearButtonEnabled(True)
        field.setMaximumWidth(420)
        field.textChanged.connect(self._filter)
        field.returnPressed.connect(self._go_to_first)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        across = QHBoxLayout()
        across.setContentsMargins(Space.HUGE, Space.LARGE, Space.HUGE, Space.LARGE)
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._nothing)
        inner.addWidget(self._middle, 1)
        across.addStretch(1)
        across.addWidget(body, 1000)
        across.addStretch(1)
        column.addLayout(across, 1)

    def _bar(self) -> QFrame:
        bar = QFrame()
        play(bar, Role.BAR)
        bar.setFixedHeight(BAR_HEIGHT)
        line = QHBoxLayout(bar)
        line.setContentsMargins(Space.HUGE, 0, Space.LARGE, 0)
        line.setSpacing(Space.MEDIUM)
        name = QLabel(self.tr("ส่วนร่วม"))
        play(name, Role.HEADING)
        taking = Button(self.tr("นำเข้า…"), name="import")
        taking.clicked.connect(self.import_asked)
        line.addWidget(name)
        line.addSpacing(Space.LARGE)
        line.addWidget(self._search, 1)
        line.addStretch(1)
        line.addWidget(self._more_button())
        line.addWidget(taking)
        line.addWidget(self._new_button("new_report"))
        return bar

    def _more_button(self) -> MoreButton:
        button = MoreButton(self)
        button.backup_asked.connect(self.backup_asked)
        button.restore_asked.connect(self.restore_asked)
        button.merge_asked.connect(self.merge_asked)
        button.bin_asked.connect(self.bin_asked)
        button.settings_asked.connect(self.settings_asked)
        return button

    def _new_button(self, name: str) -> Button:
        button = Button(self.tr("สร้างรายงาน"), Role.PRIMARY, name=name)
        button.setToolTip("Ctrl+N")
        button.take_icon(Icon.ADD, Tone.HighlightedText)
        button.clicked.connect(self.new_asked)
        return button

    def _waiting(self) -> QWidget:
        label = QLabel(self.tr("กำลังเปิดรายงาน…"))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        play(label, Role.QUIET)
        return label

    def _beginning(self) -> QWidget:
        """Return what stands here while nothing is stored yet."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(Space.MEDIUM)
        picture = QLabel()
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        picture.setPixmap(drawn(Icon.SUANRUAM, accent, self.devicePixelRatioF(), 72))
        title = QLabel(self.tr("ยังไม่มีรายงาน"))
        play(title, Role.TITLE)
        said = QLabel(self.tr("สร้างรายงานแรกของหน่วยงาน หรือเปิดตัวอย่างเพื่อดูว่ารายงานที่เสร็จแล้วเป็นอย่างไร"))
        said.setWordWrap(True)
        column.addStretch(2)
        for part in (picture, title, said):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addLayout(self._first_acts())
        column.addStretch(3)
        return page

    def _first_acts(self) -> QHBoxLayout:
        line = QHBoxLayout()
        sample = Button(self.tr("เปิดตัวอย่าง"), name="open_sample")
        sample.clicked.connect(self.sample_asked)
        line.addStretch(1)
        line.addWidget(self._new_button("first_report"))
        line.addWidget(sample)
        line.addStretch(1)
        return line

    def show_summaries(self, summaries: "tuple[Summary, ...]") -> None:
        """Show the stored reports, or the beginning where there is none."""
        self._list.show_summaries(summaries)
        self._middle.setCurrentIndex(1 if summaries else 2)
        self._say_nothing()

    def _filter(self, text: str) -> None:
        self._list.search(text)
        self._say_nothing()

    def _say_nothing(self) -> None:
        self._nothing.setVisible(self._middle.currentIndex() == 1 and not self._list.count())

    def _go_to_first(self) -> None:
        self._list.go_to_first()
