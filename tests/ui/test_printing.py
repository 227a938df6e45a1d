"""The pages that people asked for reach the printer, in their size."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageRanges, QPageSize, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from desktop_app.report.values import Agency, Period, PeriodKind, Report
from desktop_app.ui.preview.drawing import drawn
from desktop_app.ui.preview.paper import loaded
from desktop_app.ui.preview.printing import chosen_pages, pdf_name, send

pytestmark = pytest.mark.usefixtures("app")


def document(pages: int, *, lying: int | None = None) -> bytes:
    """Return a PDF on A4, each page with one more black square than the page before.

    The page `lying` is landscape.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(72)
    painter = QPainter(writer)
    for page in range(pages):
        lies = page == lying
        writer.setPageOrientation(
            QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
        )
        if page:
            writer.newPage()
        for square in range(page + 1):
            painter.fillRect(50 + 40 * square, 100, 20, 20, "black")
    painter.end()
    return bytes(buffer.data().data())


def squares(pdf: Path) -> list[int]:
    """Return how many squares each printed page has, counted from left to right."""
    document = loaded(pdf.read_bytes())
    return [_runs(picture(document, page)) for page in range(document.pageCount())]


def picture(document: QPdfDocument, page: int) -> QImage:
    """Return a page, one pixel a point."""
    return drawn(document, page, document.pagePointSize(page).toSize())


def _runs(image: QImage) -> int:
    dark = [image.pixelColor(x, 110).lightness() < 128 for x in range(image.width())]
    return sum(here and not before for before, here in pairwise(dark))


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    made.setResolution(100)
    return made


def test_all_pages_are_printed_in_their_size(printer: QPrinter, tmp_path: Path) -> None:
    assert send(document(3), printer) == 3
    assert squares(tmp_path / "out.pdf") == [1, 2, 3]
    size = loaded((tmp_path / "out.pdf").read_bytes()).pagePointSize(0)
    assert (round(size.width()), round(size.height())) == (595, 842)


def test_only_the_chosen_pages_are_printed(printer: QPrinter, tmp_path: Path) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    send(document(4), printer)
    assert squares(tmp_path / "out.pdf") == [2, 3]


def test_pages_may_be_chosen_in_pieces(printer: QPrinter) -> None:
    ranges = QPageRanges()
    ranges.addPage(1)
    ranges.addRange(3, 4)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(ranges)
    assert chosen_pages(printer, 5) == [0, 2, 3]


def test_the_last_page_may_go_first(printer: QPrinter) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == [2, 1, 0]


def test_copies_are_drawn_where_the_printer_makes_none(printer: QPrinter, tmp_path: Path) -> None:
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    send(document(2), printer)
    assert squares(tmp_path / "out.pdf") == [1, 2, 1, 2]


def test_the_paper_is_turned_for_a_page_that_lies(printer: QPrinter, tmp_path: Path) -> None:
    printer.setPageRanges(QPageRanges.fromString("2-3"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    send(document(3, lying=1), printer)
    printed = loaded((tmp_path / "out.pdf").read_bytes())
    sizes = [printed.pagePointSize(page) for page in range(printed.pageCount())]
    assert [size.width() > size.height() for size in sizes] == [True, False]
    assert max(sizes[0].width(), sizes[0].height()) == pytest.approx(842, abs=2)
    assert squares(tmp_path / "out.pdf") == [2, 3]


def test_smaller_paper_gets_the_whole_page(printer: QPrinter, tmp_path: Path) -> None:
    printer.setPageSize(QPageSize(QSizeF(105, 148), QPageSize.Unit.Millimeter))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    send(document(1), printer)
    page = picture(loaded((tmp_path / "out.pdf").read_bytes()), 0)
    assert page.pixelColor(30, 55).lightness() < 128


@pytest.mark.parametrize(
    ("agency", "name"),
    [
        ("จังหวัดพิษณุโลก", "รายงานการมีส่วนร่วม จังหวัดพิษณุโลก รอบ 6 เดือน 2566.pdf"),
        ('อำเภอ/เมือง: "ก"', "รายงานการมีส่วนร่วม อำเภอ เมือง ก รอบ 6 เดือน 2566.pdf"),
        (None, "รายงานการมีส่วนร่วม รอบ 6 เดือน 2566.pdf"),
    ],
)
def test_a_saved_pdf_has_a_name_that_every_system_takes(agency: str | None, name: str) -> None:
    report = Report(
        fiscal_year=2566,
        agency=Agency(name=agency),
        period=Period(kind=PeriodKind.HALF_YEAR),
    )
    assert pdf_name(report) == name
