"""The real page beside the form: set again as the report changes, following what is edited."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop_app.errors import Fault
from desktop_app.report.editing import Path
from desktop_app.report.package import Package
from desktop_app.services.press_words import GivenUp
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import IconButton, Tone
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.preview.page_view import PageView
from desktop_app.ui.preview.paper import Printed, Sheets, load
from desktop_app.ui.running.tasks import Tasks

PAUSE = 250
"""Milliseconds without a change after which the pages are set again."""

Setter = Callable[[Package], Printed]
"""Sets a report as a PDF, on another thread."""


class Preview(QFrame):
    """Shows the pages of the newest report that was given; older ones are passed over."""

    jump_asked = Signal(object)  # the path of what was clicked on the page
    ready = Signal()

    def __init__(self, tasks: Tasks, setter: Setter) -> None:
        super().__init__()
        play(self, Role.DESK)
        self._tasks = tasks
        self._setter = setter
        self._wanted: Package | None = None
        self._running = False
        self._following: Path = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)
        self._view = PageView(tasks)
        self._view.setAccessibleName(self.tr("หน้ากระดาษ"))
        self._view.page_changed.connect(self._say_page)
        self._view.clicked.connect(self._clicked)
        self._page = QLabel()
        self._page.setObjectName("preview_page")
        self._zoom = QLabel()
        self._trouble = QLabel()
        self._lay_out()
        self._say_zoom()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.HAIR, Space.HAIR, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._trouble)
        column.addWidget(self._view, 1)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        play(self._trouble, Role.ERROR)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(Space.SMALL, 0, Space.SMALL, 0)
        head.setSpacing(Space.HAIR)
        title = QLabel(self.tr("ตัวอย่างก่อนพิมพ์"))
        play(title, Role.LABEL)
        for quiet in (self._page, self._zoom):
            play(quiet, Role.QUIET)
        smaller = IconButton(Icon.SMALLER, self.tr("ย่อ"))
        larger = IconButton(Icon.ADD, self.tr("ขยาย"))
        for button, step in ((smaller, -1), (larger, 1)):
            button.take_tone(Tone.PlaceholderText)
            button.clicked.connect(partial(self._step, step))
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._page)
        head.addSpacing(Space.SMALL)
        for part in (smaller, self._zoom, larger):
            head.addWidget(part)
        return head

    def show_package(self, package: Package, *, at_once: bool = False) -> None:
        """Set these pages next; a fold-away preview only remembers them."""
        self._wanted = package
        if at_once:
            self._begin()
        elif not self._pause.isActive():
            self._pause.start()

    def follow(self, path: Path) -> None:
        """Scroll to where `path` stands, now and after the next setting."""
        self._following = path
        if self._view.sheets is not None:
            self._view.show_place(self._view.sheets.place_of(path))

    def showEvent(self, event: object) -> None:
        """Catch up with what changed while the preview was folded away."""
        del event
        self._begin()

    def _begin(self) -> None:
        if self._running or self._wanted is None or not self.isVisible():
            return
        package, self._wanted = self._wanted, None
        self._running = True
        self._tasks.read(self, lambda: load(self._setter(package)), self._take, self._fail)

    def _take(self, sheets: Sheets) -> None:
        self._running = False
        self._trouble.hide()
        self._view.show_sheets(sheets)
        self.follow(self._following)
        self._say_page()
        self.ready.emit()
        self._begin()

    def _fail(self, fault: Fault) -> None:
        self._running = False
        if isinstance(fault, GivenUp):
            return
        self._trouble.setText(words(fault.said))
        self._trouble.show()
        self._begin()

    def _say_page(self) -> None:
        sheets = self._view.sheets
        if sheets is not None:
            here, count = self._view.current_page() + 1, len(sheets.sizes)
            self._page.setText(self.tr("หน้า {here} / {count}").format(here=here, count=count))

    def _say_zoom(self) -> None:
        self._zoom.setText(f"{self._view.zoom:.0%}")

    def _step(self, step: int) -> None:
        self._view.step_zoom(step)
        self._say_zoom()

    def _clicked(self, page: int, top: float) -> None:
        sheets = self._view.sheets
        path = sheets.path_at(page, top) if sheets is not None else None
        if path is not None:
            self.jump_asked.emit(path)
