"""Pages of a PDF drawn strip by strip: no strip holds the window's thread, or much memory."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

_DOTS = 1_000_000
"""Pixels of a strip: some 10 ms, in which Qt keeps every other thread waiting."""


def strips(document: QPdfDocument, page: int, size: QSize) -> Iterator[tuple[QRect, QImage]]:
    """Yield a page, `size` pixels large and on white, from the top; may run on any thread."""
    high = max(1, _DOTS // max(1, size.width()))
    for top in range(0, size.height(), high):
        place = QRect(0, top, size.width(), min(high, size.height() - top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(size)
        options.setScaledClipRect(place)
        white = Qt.GlobalColor.white
        kind = QImage.Format.Format_RGB32
        yield place, document.render(page, place.size(), options, kind, white)


def drawn(document: QPdfDocument, page: int, size: QSize) -> QImage:
    """Return a whole page; may run on any thread."""
    paper = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(paper)
    for place, strip in strips(document, page, size):
        painter.drawImage(place, strip)
    painter.end()
    return paper
