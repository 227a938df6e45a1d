"""The first view: the stored reports, a search over all of them, a new one, a friendly beginning."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services.finding import Place
from desktop_app.storage.summary import Summary
from desktop_app.ui.home.beginning import Beginning
from desktop_app.ui.home.home_list import HomeList
from desktop_app.ui.home.more_menu import MoreButton
from desktop_app.ui.home.search_field import SearchField
from desktop_app.ui.look.buttons import Button, Tone
from desktop_app.ui.look.framing import Bar, centred
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space

_WIDEST = 900
_REPORT_FILES = (".json", ".zip")


class Home(QWidget):
    """Shows all reports, or those that were found, and asks for what is to be done."""

    asked = Signal(object, object)  # Act, Summary
    search_asked = Signal(str)
    places_wanted = Signal(object)  # the ids of reports, as a tuple
    undo_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal()
    import_asked = Signal()
    dropped = Signal(object)  # a tuple of paths
    backup_asked = Signal()
    restore_asked = Signal()
    merge_asked = Signal()
    bin_asked = Signal()
    settings_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown = False
        self._found = ""  # what is shown was found by these words
        self._hurried = 0  # how often Enter was pressed before anything was found
        self._search = SearchField()
        self._search.textChanged.connect(self.search_asked)
        self._search.left.connect(self._go_to_first)
        self._list = HomeList()
        self._list.asked.connect(self.asked)
        self._list.places_wanted.connect(self._want_places)
        self._beginning = Beginning()
        self._beginning.new_asked.connect(self.new_asked)
        self._beginning.sample_asked.connect(self.sample_asked)
        self._frame = QFrame()
        play(self._frame, Role.STILL)
        self._middle = QStackedWidget()
        for part in (self._waiting(), self._list, self._beginning, self._nothing()):
            self._middle.addWidget(part)
        self._lay_out()
        self._add_shortcuts()
        self.setAcceptDrops(True)

    def _add_shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+F", self._search.take_keyboard),
            ("Ctrl+N", self.new_asked.emit),
            ("Ctrl+O", self.import_asked.emit),
            ("Ctrl+Z", self.undo_asked.emit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        self._frame.setMaximumWidth(_WIDEST)
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._middle)
        middle = centred(self._frame, QPoint(Space.HUGE, 0))
        middle.setContentsMargins(Space.HUGE, Space.SMALL, Space.HUGE, 0)
        column.addLayout(middle, 1)

    def _bar(self) -> Bar:
        bar = Bar(begins=Space.HUGE, apart=Space.MEDIUM)
        line = bar.line
        name = QLabel(self.tr("ส่วนร่วม"))
        play(name, Role.HEADING)
        taking = Button(self.tr("นำเข้า…"), name="import")
        taking.setToolTip("Ctrl+O")
        taking.clicked.connect(self.import_asked)
        line.addWidget(name)
        line.addSpacing(Space.LARGE)
        line.addWidget(self._search, 1000)  # all room, as far as it takes it
        line.addStretch(1)
        line.addWidget(self._more_button())
        line.addWidget(taking)
        line.addWidget(self._new_button())
        return bar

    def _more_button(self) -> MoreButton:
        button = MoreButton(self)
        button.backup_asked.connect(self.backup_asked)
        button.restore_asked.connect(self.restore_asked)
        button.merge_asked.connect(self.merge_asked)
        button.bin_asked.connect(self.bin_asked)
        button.settings_asked.connect(self.settings_asked)
        return button

    def _new_button(self) -> Button:
        button = Button(self.tr("สร้างรายงาน"), Role.PRIMARY, name="new_report")
        button.setToolTip("Ctrl+N")
        button.take_icon(Icon.ADD, Tone.HighlightedText)
        button.clicked.connect(self.new_asked)
        return button

    def _waiting(self) -> QWidget:
        return _quiet(self.tr("กำลังเปิดรายงาน…"))

    def _nothing(self) -> QWidget:
        label = _quiet(self.tr("ไม่พบคำนี้ในรายงานฉบับใด"))
        label.setObjectName("nothing_found")
        return label

    def early(self) -> tuple[SignalInstance, ...]:
        """Return what can be asked for before anybody serves the view: all that takes no report."""
        return (
            self.new_asked,
            self.import_asked,
            self.backup_asked,
            self.restore_asked,
            self.merge_asked,
            self.bin_asked,
            self.settings_asked,
        )

    @property
    def query(self) -> str:
        """What is searched for; empty where nothing is."""
        return self._search.text().strip()

    def begin(self) -> None:
        """Let words to look for be typed while the reports are still on their way."""
        self._search.take_keyboard()

    def show_summaries(self, summaries: Sequence[Summary]) -> None:
        """Show the stored reports, or the beginning where there is none."""
        self._found = ""
        self._list.show_summaries(summaries)
        self._middle.setCurrentWidget(self._list if summaries else self._beginning)
        if self.isVisible() and not self._shown:
            self._take_keyboard()
        self._shown = True

    def show_found(self, summaries: Sequence[Summary]) -> None:
        """Show the reports that hold what is searched for."""
        self._found = self.query
        self._list.show_summaries(summaries)
        self._middle.setCurrentIndex(1 if summaries else 3)
        self._catch_up()

    def show_places(self, places: Mapping[UUID, Place | None]) -> None:
        """Show where in these reports something was found."""
        self._list.show_places(places)

    def place(self, summary: Summary) -> Place | None:
        """Return where in a report something was found, if that is shown."""
        return self._list.place(summary)

    def choose(self, report_id: UUID) -> None:
        """Let the row of a report be the one that keys are about."""
        self._list.choose(report_id)

    def _take_keyboard(self) -> None:
        if self._middle.currentWidget() is self._list:
            self._list.choose_first()
            self._list.setFocus()
        else:
            self._beginning.first.setFocus()

    def _want_places(self, report_ids: tuple[UUID, ...]) -> None:
        if self.query:
            self.places_wanted.emit(report_ids)

    def _go_to_first(self) -> None:
        """Go on to what was found, as soon as it is."""
        if self._found == self.query:
            self._list.go_to_first()
        else:
            self._hurried += 1

    def _catch_up(self) -> None:
        """Do what Enter was pressed for while nothing was found yet."""
        hurried, self._hurried = self._hurried, 0
        if hurried:
            self._list.go_to_first()
        if hurried > 1:
            self._list.open_chosen()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take report files."""
        if _files(event.mimeData()):
            event.acceptProposedAction()
            self._mark_drop(wanted=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stop saying that files can be dropped here."""
        del event
        self._mark_drop(wanted=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take report files in."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._mark_drop(wanted=False)
        self.dropped.emit(_files(event.mimeData()))

    def _mark_drop(self, *, wanted: bool) -> None:
        play(self._frame, Role.DROP if wanted else Role.STILL)


def _files(data: QMimeData) -> tuple[Path, ...]:
    """Return the report files that are dragged."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.suffix.lower() in _REPORT_FILES)


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    play(label, Role.QUIET)
    return label
