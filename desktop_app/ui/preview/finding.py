"""What is looked for on the pages: searched beside the window's thread, again as they change."""

from functools import partial

from PySide6.QtCore import QObject

from desktop_app.ui.preview.find_strip import FindStrip
from desktop_app.ui.preview.page_view import PageView
from desktop_app.ui.preview.paper import Sheets
from desktop_app.ui.preview.searching import Hit, find
from desktop_app.ui.running.tasks import Tasks


class Finding(QObject):
    """Ties the strip, in which words are typed, to the view, which shows where they stand."""

    def __init__(self, strip: FindStrip, view: PageView, tasks: Tasks) -> None:
        super().__init__(strip)
        self._strip = strip
        self._view = view
        self._tasks = tasks
        self._hits: tuple[Hit, ...] = ()
        self._here = 0
        self._sought = ""  # the words of which a place was gone to
        strip.hide()
        strip.asked.connect(self._search)
        strip.step_asked.connect(self.step)
        strip.left.connect(self.end)

    def begin(self) -> None:
        """Let words be typed."""
        self._strip.begin()
        self.renew()

    def end(self) -> None:
        """Put the strip away, and give the keyboard to the pages."""
        self._strip.hide()
        self._sought = ""
        self._show((), 0)
        self._view.setFocus()

    def renew(self) -> None:
        """Look again, as the pages have changed; where one is stays."""
        if self._strip.isVisible() and self._strip.words:
            self._search(self._strip.words, stay=True)

    def step(self, step: int) -> None:
        """Go to the next place, or with -1 to the one before; after the last comes the first."""
        if not self._strip.isVisible():
            self.begin()
        elif self._hits:
            self._show(self._hits, (self._here + step) % len(self._hits))

    def _search(self, words: str, *, stay: bool = False) -> None:
        sheets = self._view.sheets
        if sheets is not None:
            take = partial(self._take, sheets, words, stay=stay)
            self._tasks.read(self, partial(find, sheets, words), take)

    def _take(self, sheets: Sheets, words: str, hits: tuple[Hit, ...], *, stay: bool) -> None:
        if sheets is not self._view.sheets or words != self._strip.words:
            return  # stale
        stay = stay and words == self._sought
        self._sought = words
        page = self._view.current_page()
        near = next((n for n, one in enumerate(hits) if one.page >= page), 0)
        self._show(hits, min(self._here, len(hits) - 1) if stay else near, go=not stay)

    def _show(self, hits: tuple[Hit, ...], here: int, *, go: bool = True) -> None:
        self._hits, self._here = hits, max(0, here)
        self._view.show_hits(hits, hits[self._here] if hits else None, go=go)
        self._strip.say_count(self._here + 1, len(hits))
