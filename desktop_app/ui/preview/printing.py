"""A set report on paper through the system's printers, and what a saved PDF is called."""

from pathlib import Path

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from desktop_app.errors import EnvironmentFault, Said
from desktop_app.report.rounds import round_name
from desktop_app.report.values import Report
from desktop_app.services.naming import file_stem
from desktop_app.ui.preview.drawing import strips
from desktop_app.ui.preview.paper import loaded
from desktop_app.whole_file import write_whole

MOST_DOTS = 600
"""Dots to the inch that a page is drawn with at most: finer than laser printers show."""


def pdf_name(report: Report) -> str:
    """Return a file name such as "รายงานการมีส่วนร่วม จังหวัดพิษณุโลก รอบ 6 เดือน 2566.pdf"."""
    agency = (report.agency.name or "").strip()
    name = f"รายงานการมีส่วนร่วม {agency} {round_name(report.period)} {report.fiscal_year}"
    return f"{file_stem(name, 'report')}.pdf"


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Return the pages that people asked for, from 0, in the order that they go to the printer."""
    pages = list(range(count))
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        asked = printer.pageRanges()
        first, last = printer.fromPage(), printer.toPage()
        pages = [
            page
            for page in pages
            if (asked.contains(page + 1) if not asked.isEmpty() else first <= page + 1 <= last)
        ]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages


def send(pdf: bytes, printer: QPrinter) -> int:
    """Print the chosen pages at the printer's resolution; return how many sheets were drawn.

    Copies that the printer's driver cannot make are drawn again.  The whole report printed into a
    PDF file is that PDF, whose text can be read.  May run on any thread.  Raises EnvironmentFault
    where the printer cannot be started or the file cannot be written.
    """
    document = loaded(pdf)
    pages = chosen_pages(printer, document.pageCount())
    if not printer.supportsMultipleCopies():
        pages = _copied(pages, printer.copyCount(), collated=printer.collateCopies())
    if _is_file_of_all(printer, document, pages):
        write_whole(Path(printer.outputFileName()), pdf)
        return len(pages)
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), MOST_DOTS))
    _turn(printer, document, pages[:1])
    painter = QPainter()
    if not pages or not painter.begin(printer):
        raise EnvironmentFault(
            Said("สั่งพิมพ์ไม่ได้ ตรวจดูเครื่องพิมพ์แล้วลองอีกครั้ง", "The printer cannot be started")
        )
    for number, page in enumerate(pages):
        if number:
            _turn(printer, document, [page])
            printer.newPage()
        _draw(document, page, printer, painter)
    painter.end()
    return len(pages)


def _is_file_of_all(printer: QPrinter, document: QPdfDocument, pages: list[int]) -> bool:
    """Tell whether a PDF file of every page, once and in its own size, is wanted."""
    is_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and printer.outputFileName()
    if not is_file or pages != list(range(document.pageCount())):
        return False
    paper = printer.pageLayout().pageSize().sizePoints()
    return all(_is_on(paper, document.pagePointSize(page)) for page in pages)


def _is_on(paper: QSize, page: QSizeF) -> bool:
    """Tell whether a page has the size of `paper`, upright or lying, to the nearest points."""
    sides = zip(
        sorted((paper.width(), paper.height())), sorted((page.width(), page.height())), strict=True
    )
    return all(abs(one - other) < 2 for one, other in sides)


def _turn(printer: QPrinter, document: QPdfDocument, pages: list[int]) -> None:
    """Turn the paper as the coming page lies; without one, leave it."""
    for page in pages:
        points = document.pagePointSize(page)
        lies = points.width() > points.height()
        orientation = (
            QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
        )
        printer.setPageOrientation(orientation)


def _copied(pages: list[int], copies: int, *, collated: bool) -> list[int]:
    if collated:
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def _draw(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    """Draw one page in its true size, or smaller where the paper is smaller."""
    points = document.pagePointSize(page)
    paper = printer.pageLayout().fullRectPoints().size()
    shrink = min(1.0, paper.width() / points.width(), paper.height() / points.height())
    dots = printer.resolution() / 72 * shrink
    size = QSize(round(points.width() * dots), round(points.height() * dots))
    for place, strip in strips(document, page, size):
        painter.drawImage(place, strip)
