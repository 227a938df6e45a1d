"""The view of what is chosen once and for all; every change counts at once."""

from functools import reduce
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.report.values import Agency
from desktop_app.services.settings import Settings
from desktop_app.ui.fields.base import Ask
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.framing import Bar, centred
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tab_order import follow_layout
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.settings.card import Card
from desktop_app.ui.settings.data_card import DataCard
from desktop_app.ui.settings.no_files import NoFiles
from desktop_app.ui.settings.paper_card import PaperCard
from desktop_app.ui.settings.report_card import (
    AGENCY_FIELDS,
    LAYOUT_FIELDS,
    SIGNATORY_FIELDS,
    ReportCard,
)
from desktop_app.ui.settings.window_card import WindowCard
from desktop_app.ui.settings.words_card import WordsCard

_WIDEST = 760
_PAUSE = 400
"""Milliseconds without a change after which the settings are kept."""


class SettingsPage(QWidget):
    """Puts the cards one below the other, and makes one value of what they show."""

    left = Signal()
    changed = Signal(object)  # Settings

    def __init__(self, settings: Settings, folder: Path) -> None:
        super().__init__()
        self._settings = settings
        self.paper = PaperCard(settings)
        self.words = WordsCard()
        self.window_ways = WindowCard(settings)
        self.data = DataCard(settings, folder)
        self._of_reports = self._report_cards()
        self._cards: tuple[Card, ...] = (
            *self._of_reports,
            self.paper,
            self.words,
            self.window_ways,
            self.data,
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        self._lay_out()
        for card in self._cards:
            card.changed.connect(self._pause.start)
        self.window_ways.changed.connect(self.flush)
        for keys in ("Alt+Home", "Escape"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.left)

    def begin(self) -> None:
        """Give the keyboard to the way back, once the view is in its window."""
        follow_layout(self)
        self._back.setFocus()

    def take_known(self, ask: Ask) -> None:
        """Offer in the fields of a report what was typed in such fields before."""
        for card in self._of_reports:
            card.take_known(ask)

    @property
    def agency(self) -> Agency:
        """The agency that is shown."""
        return self._of_reports[0].agency

    def go_to_language(self) -> None:
        """Give the keyboard to the language, which somebody has just changed."""
        self.window_ways.go_to_language()
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Keep in sight where the keyboard is, while the cards above find their heights."""
        focus, inside = QApplication.focusWidget(), self._scroll.widget()
        if focus is not None and inside is not None and inside.isAncestorOf(focus):
            self._scroll.ensureWidgetVisible(focus)

    def _report_cards(self) -> tuple[ReportCard, ...]:
        files, settings = NoFiles(), self._settings
        return (
            ReportCard(
                self.tr("หน่วยงาน"),
                self.tr("รายงานใหม่เริ่มต้นด้วยข้อมูลนี้ แก้ไขได้ในแต่ละรายงาน"),
                AGENCY_FIELDS,
                settings,
                files,
            ),
            ReportCard(
                self.tr("ผู้ลงนาม"),
                self.tr("รายงานใหม่มีผู้ลงนามเหล่านี้"),
                SIGNATORY_FIELDS,
                settings,
                files,
            ),
            ReportCard(
                self.tr("รูปแบบเอกสาร"),
                self.tr("รายงานใหม่เริ่มต้นด้วยรูปแบบนี้ เปลี่ยนได้ในขั้นพิมพ์ของแต่ละรายงาน"),
                LAYOUT_FIELDS,
                settings,
                files,
            ),
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, Space.LARGE, 0, Space.HUGE)
        inner.setSpacing(Space.LARGE)
        for card in self._cards:
            inner.addWidget(card)
        around = QWidget()
        around.setLayout(centred(body, QPoint(Space.HUGE, 0)))
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(around)
        scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._keep_in_sight())
        column.addWidget(scroll, 1)

    def _bar(self) -> Bar:
        bar = Bar()
        line = bar.line
        self._back = Button(self.tr("‹ รายงานทั้งหมด"), Role.LINK, name="back_home")
        self._back.setToolTip("Alt+Home")
        self._back.clicked.connect(self.left)
        title = QLabel(self.tr("ตั้งค่า"))
        play(title, Role.HEADING)
        self._kept = QLabel(self.tr("ทุกอย่างมีผลและบันทึกทันที"))
        self._kept.setObjectName("settings_kept")
        play(self._kept, Role.QUIET)
        line.addWidget(self._back)
        line.addWidget(title)
        line.addStretch(1)
        line.addWidget(self._kept)
        return bar

    def flush(self) -> None:
        """Tell at once what was changed last."""
        if self._pause.isActive():
            self._pause.stop()
            self._tell()
        self.words.flush()

    def _tell(self) -> None:
        settings = reduce(lambda so_far, card: card.applied(so_far), self._cards, self._settings)
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing that was changed."""
        self.flush()
        super().hideEvent(event)
