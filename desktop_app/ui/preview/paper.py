"""A printed report as sheets of paper on the screen, loaded and drawn beside the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QRectF,
    QSize,
    QSizeF,
)
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from desktop_app.errors import EnvironmentFault, Said
from desktop_app.report.editing import Path
from desktop_app.ui.preview.drawing import drawn


class Place(Protocol):
    """Where something stands on paper."""

    @property
    def page(self) -> int:
        """The page, counted from 0."""

    @property
    def top(self) -> float:
        """Points from the sheet's top."""


class Printed(Protocol):
    """What setting a report as a PDF gives."""

    @property
    def pdf(self) -> bytes:
        """The whole file."""

    @property
    def page_count(self) -> int:
        """How many pages it has."""

    @property
    def places(self) -> Mapping[Path, Place]:
        """Where each value of the report stands."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """A loaded PDF: the sizes of its pages, in points, and where what stands."""

    document: QPdfDocument
    sizes: tuple[QSizeF, ...]
    places: Mapping[Path, Place]
    pdf: bytes

    def drawn(self, page: int, pixels: int) -> QImage:
        """Return one page `pixels` wide, on white; may run on any thread."""
        size = self.sizes[page]
        height = round(pixels * size.height() / size.width())
        return drawn(self.document, page, QSize(pixels, height))

    def text(self, page: int) -> str:
        """Return what a page says, line by line; may run on any thread."""
        return self.document.getAllText(page).text()

    def boxes(self, page: int, start: int, length: int) -> tuple[QRectF, ...]:
        """Return where a part of a page's text stands, in points, a box for each line."""
        part = self.document.getSelectionAtIndex(page, start, length)
        return tuple(lines.boundingRect() for lines in part.bounds())

    def place_of(self, path: Path) -> Place | None:
        """Return where `path` stands: itself, what it is part of, or else its first part."""
        for depth in range(len(path), 0, -1):
            if path[:depth] in self.places:
                return self.places[path[:depth]]
            parts = [at for at in self.places if at[:depth] == path[:depth]]
            if parts:
                return min((self.places[at] for at in parts), key=lambda one: (one.page, one.top))
        return None

    def bottom_of(self, path: Path, place: Place) -> float | None:
        """Return where the next thing stands on the page of `path`, in points; None if nothing does."""
        depth = len(path)
        below = [
            one.top
            for at, one in self.places.items()
            if one.page == place.page and one.top > place.top + 2 and at[:depth] != path
        ]
        return min(below, default=None)

    def path_at(self, page: int, top: float) -> Path | None:
        """Return the path of what stands on a page at or last above a height, in points."""
        above = [(one.top, len(at), at) for at, one in self.places.items() if one.page == page]
        above = [one for one in above if one[0] <= top + 2]
        return max(above, key=lambda one: one[:2])[2] if above else None


def load(printed: Printed) -> Sheets:
    """Return a printed report as sheets; may run on any thread.

    Raises EnvironmentFault for bytes that are no PDF.
    """
    document = loaded(printed.pdf)
    sizes = tuple(document.pagePointSize(page) for page in range(document.pageCount()))
    app = QCoreApplication.instance()
    if app is not None:
        document.moveToThread(app.thread())
    return Sheets(document, sizes, printed.places, printed.pdf)


def loaded(pdf: bytes) -> QPdfDocument:
    """Return a PDF file as a document of Qt's."""
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.error() != QPdfDocument.Error.None_:
        raise EnvironmentFault(Said("แสดงตัวอย่างก่อนพิมพ์ไม่ได้", "The preview cannot be shown"))
    return document
