"""A report as a formal Thai document in PDF: blocks, laid out and set."""

from collections.abc import Mapping
from typing import NamedTuple

from desktop_app import __version__
from desktop_app.document import sentences
from desktop_app.document.builder import blocks
from desktop_app.document.layout import Layout
from desktop_app.report.editing import Path
from desktop_app.report.package import Package
from desktop_app.thai.numerals import thai_digits_in
from desktop_app.typeset.draw import About
from desktop_app.typeset.elements import Align, Sheet
from desktop_app.typeset.setting import MarkPlace, Press


class PrintOptions(NamedTuple):
    """What is decided outside the report; `thai_digits` None leaves that to its own layout.

    A `tagged` document says what each piece of it is; one that is only looked at need not.
    """

    thai_digits: bool | None = None
    deterministic: bool = False
    sheet: Sheet = Sheet()
    align: Align = Align.THAI
    tagged: bool = True


class PrintedDocument(NamedTuple):
    """The PDF, its pages, where each value of the report stands, characters without a glyph."""

    pdf: bytes
    page_count: int
    places: Mapping[Path, MarkPlace]
    missing: frozenset[str]


def set_document(
    package: Package, press: Press, options: PrintOptions | None = None
) -> PrintedDocument:
    """Set a report as a PDF; a draft is set as far as it goes."""
    options = options or PrintOptions()
    report = package.report
    thai = report.layout.thai_digits if options.thai_digits is None else options.thai_digits
    digits = thai_digits_in if thai else str
    parts = Layout(press, package.files, digits, options.sheet, options.align).parts(blocks(report))
    about = About(
        title=" ".join(sentences.cover_lines(report)),
        author=sentences.agency_name(report),
        creator=f"Suanruam {__version__}",
        same_bytes=options.deterministic,
        tagged=options.tagged,
    )
    done = press.set_parts(parts, about, digits)
    places = {mark: place for mark, place in done.places.items() if isinstance(mark, tuple)}
    return PrintedDocument(done.pdf, done.page_count, places, done.missing)
