"""A printed report as sheets of paper on the screen, loaded and drawn beside the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from desktop_app.errors import EnvironmentFault, Said
from desktop_app.report.editing import Path


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
        return on_white(self.document.render(page, QSize(pixels, height)))

    def place_of(self, path: Path) -> Place | None:
        """Return where `path` stands: itself, what it is part of, or else its first part."""
        for depth in range(len(path), 0, -1):
            if path[:depth] in self.places:
                return self.places[path[:depth]]
            parts = [at for at in self.places if at[:depth] == path[:depth]]
            if parts:
                return min((self.places[at] for at in parts), key=lambda one: (one.page, one.top))
        return None

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


def on_white(image: QImage) -> QImage:
    """Return a page on white paper."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper
