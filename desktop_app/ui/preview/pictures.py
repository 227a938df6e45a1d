"""Pictures of pages, drawn beside the window's thread and kept while they are in sight."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop_app.ui.preview.paper import Sheets
from desktop_app.ui.running.tasks import Tasks

_KEPT = 12


@dataclass(frozen=True, slots=True)
class _Picture:
    image: QImage
    sheets: Sheets
    pixels: int


class Pictures(QObject):
    """Gives a page's newest picture; one of before stands in until the new one is drawn."""

    drawn = Signal()

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._sheets: Sheets | None = None
        self._pictures: dict[int, _Picture] = {}
        self._asked: set[tuple[int, int]] = set()

    def show_sheets(self, sheets: Sheets) -> None:
        """Draw other sheets from now on."""
        self._sheets = sheets
        self._asked.clear()
        count = len(sheets.sizes)
        self._pictures = {page: one for page, one in self._pictures.items() if page < count}

    def of(self, page: int, pixels: int) -> QImage | None:
        """Return the picture that there is of a page; one that is `pixels` wide may come."""
        self._ask(page, pixels)
        picture = self._pictures.get(page)
        return picture.image if picture is not None else None

    def _ask(self, page: int, pixels: int) -> None:
        sheets, picture = self._sheets, self._pictures.get(page)
        fresh = picture is not None and picture.sheets is sheets and picture.pixels == pixels
        if sheets is None or fresh or (page, pixels) in self._asked:
            return
        self._asked.add((page, pixels))
        work = partial(self._draw, sheets, page, pixels)
        self._tasks.read(self, work, partial(self._take, sheets, page, pixels))

    def _draw(self, sheets: Sheets, page: int, pixels: int) -> QImage | None:
        """Draw a page, unless it has become stale while it waited for its turn."""
        return sheets.drawn(page, pixels) if sheets is self._sheets else None

    def _take(self, sheets: Sheets, page: int, pixels: int, image: QImage | None) -> None:
        if sheets is not self._sheets or image is None:
            return
        self._asked.discard((page, pixels))
        self._pictures.pop(page, None)
        self._pictures[page] = _Picture(image, sheets, pixels)
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        self.drawn.emit()
