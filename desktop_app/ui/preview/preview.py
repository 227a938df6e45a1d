"""The real page beside the form: set again as the report changes, following what is edited."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.errors import Fault
from desktop_app.report.editing import Path
from desktop_app.report.package import Package
from desktop_app.services.press.messages import GivenUp
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import IconButton, Tone
from desktop_app.ui.look.elided import ElidedLabel
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.look.word_label import WordLabel
from desktop_app.ui.preview.arranging import Fit
from desktop_app.ui.preview.find_strip import FindStrip
from desktop_app.ui.preview.finding import Finding
from desktop_app.ui.preview.order import Order
from desktop_app.ui.preview.page_view import Mark, PageView
from desktop_app.ui.preview.paper import Printed, Sheets, load
from desktop_app.ui.preview.zoom_menu import ZoomButton
from desktop_app.ui.running.tasks import Tasks

_WIDE = 400
"""Pixels that the head needs with its title."""

PAUSE = 250
"""Milliseconds without a change after which the pages are set again."""

Setter = Callable[[Package, Event], Printed]
"""Sets a report as a PDF, on another thread; GivenUp as soon as the event tells that nobody waits."""


class Preview(QFrame):
    """Shows the pages of the newest report that was given; older ones are passed over."""

    jump_asked = Signal(object)  # the path of what was clicked on the page
    tear_asked = Signal()  # into a window of its own, or back
    ready = Signal()

    def __init__(self, tasks: Tasks, setter: Setter) -> None:
        super().__init__()
        play(self, Role.DESK)
        self._tasks = tasks
        self._setter = setter
        self._wanted: Package | None = None
        self._order = Order()
        self.destroyed.connect(self._order.withdraw)
        self._following: Path = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)
        self._view = PageView(tasks)
        self._view.setAccessibleName(self.tr("หน้ากระดาษ"))
        self._view.page_changed.connect(self._say_page)
        self._view.clicked.connect(self._clicked)
        self._view.zoomed.connect(self._say_zoom)
        self._title = ElidedLabel()
        self._title.show_words(self.tr("ตัวอย่างก่อนพิมพ์"))
        self._page = QLabel()
        self._page.setObjectName("preview_page")
        self._zoom = ZoomButton()
        self._zoom.zoom_asked.connect(self._view.set_zoom)
        self._zoom.one_by_one_asked.connect(self._view.set_one_by_one)
        self._tear = IconButton(Icon.WINDOW, "")
        self._tear.setObjectName("tear_preview")
        self._tear.clicked.connect(self.tear_asked)
        self._trouble = WordLabel()
        self._strip = FindStrip()
        self._finding = Finding(self._strip, self._view, tasks)
        self._lay_out()
        self._say_zoom()
        self.say_torn(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.HAIR, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._strip)
        column.addWidget(self._trouble)
        column.addWidget(self._view, 1)
        self._trouble.setContentsMargins(Space.MEDIUM, 0, Space.MEDIUM, Space.HAIR)
        self._trouble.hide()
        play(self._trouble, Role.ERROR)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(Space.MEDIUM, 0, Space.HAIR, 0)
        head.setSpacing(0)
        play(self._title, Role.LABEL)
        play(self._page, Role.QUIET)
        head.addWidget(self._title, 1)
        head.addWidget(self._page)
        head.addSpacing(Space.HAIR)
        find = self._button(Icon.SEARCH, self.tr("ค้นหาในตัวอย่างก่อนพิมพ์"), "Ctrl+F", self.look_for)
        smaller = self._button(Icon.SMALLER, self.tr("ย่อ"), "Ctrl+−", partial(self._step, -1))
        larger = self._button(Icon.ADD, self.tr("ขยาย"), "Ctrl++", partial(self._step, 1))
        self._tear.take_tone(Tone.PlaceholderText)
        for part in (smaller, self._zoom, larger, find, self._tear):
            head.addWidget(part)
        return head

    def _button(self, icon: Icon, said: str, keys: str, act: Callable[[], object]) -> IconButton:
        button = IconButton(icon, said)
        button.say(said, keys)
        button.take_tone(Tone.PlaceholderText)
        button.clicked.connect(act)
        return button

    def add_shortcuts(self, window: QWidget) -> None:
        """Let the keys of the preview count wherever the keyboard is in `window`."""
        for keys, act in (
            ("Ctrl++", partial(self._step, 1)),
            ("Ctrl+=", partial(self._step, 1)),
            ("Ctrl+-", partial(self._step, -1)),
            ("Ctrl+0", partial(self._view.set_zoom, Fit.WIDTH)),
            ("Ctrl+9", partial(self._view.set_zoom, Fit.PAGE)),
            ("Ctrl+1", partial(self._view.set_zoom, 1.0)),
            ("F3", partial(self.look_for_next, 1)),
            ("Shift+F3", partial(self.look_for_next, -1)),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(act)

    def look_for(self) -> None:
        """Let people type what they look for."""
        self._finding.begin()

    def look_for_next(self, step: int) -> None:
        """Go to the next place of what is looked for; with -1 to the one before."""
        self._finding.step(step)

    def say_torn(self, torn: bool) -> None:
        """Say what the button at the right does now."""
        off, back = self.tr("แยกเป็นหน้าต่างต่างหาก"), self.tr("นำกลับเข้าหน้าต่างหลัก")
        self._tear.say(back if torn else off)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title out where there is no room for it."""
        super().resizeEvent(event)
        self._title.show_words(self.tr("ตัวอย่างก่อนพิมพ์") if self.width() >= _WIDE else "")

    def show_package(self, package: Package, *, at_once: bool = False) -> None:
        """Set these pages next; a fold-away preview only remembers them."""
        self._wanted = package
        if at_once:
            self._begin()
        elif not self._pause.isActive():
            self._pause.start()

    def take_keyboard(self) -> None:
        """Let the keys move the pages."""
        self._view.setFocus()

    def follow(self, path: Path) -> None:
        """Scroll to where `path` stands, now and after the next setting."""
        self._following = path
        sheets = self._view.sheets
        place = sheets.place_of(path) if sheets is not None else None
        if sheets is None or place is None:
            self._view.show_mark(None)
            return
        bottom = sheets.bottom_of(path, place)
        self._view.show_mark(Mark(place.page, place.top, bottom))

    def showEvent(self, event: object) -> None:
        """Catch up with what changed while the preview was folded away."""
        del event
        self._begin()

    def _begin(self) -> None:
        if self._wanted is None or not self.isVisible():
            return
        if self._order.runs:
            self._order.make_way()
            return
        package, self._wanted = self._wanted, None
        setting = partial(self._setter, package, self._order.begin())
        self._tasks.read(self, lambda: load(setting()), self._take, self._fail)

    def stop(self) -> None:
        """Set no pages any more."""
        self._wanted = None
        self._order.withdraw()

    def _take(self, sheets: Sheets) -> None:
        self._order.end(shown=True)
        self._trouble.hide()
        self._view.show_sheets(sheets)
        self.follow(self._following)
        self._finding.renew()
        self._say_page()
        self.ready.emit()
        self._begin()

    def _fail(self, fault: Fault) -> None:
        self._order.end(shown=False)
        if not isinstance(fault, GivenUp):
            self._trouble.setText(words(fault.said))
            self._trouble.show()
        self._begin()

    def _say_page(self) -> None:
        sheets = self._view.sheets
        if sheets is not None:
            here, count = self._view.current_page() + 1, len(sheets.sizes)
            self._page.setText(self.tr("หน้า {here} / {count}").format(here=here, count=count))

    def _say_zoom(self) -> None:
        view = self._view
        self._zoom.say(view.zoom, view.part, one_by_one=view.one_by_one)

    def _step(self, step: int) -> None:
        self._view.step_zoom(step)

    def _clicked(self, page: int, top: float) -> None:
        sheets = self._view.sheets
        path = sheets.path_at(page, top) if sheets is not None else None
        if path is not None:
            self.jump_asked.emit(path)
