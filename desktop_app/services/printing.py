"""Setting a report as a PDF with the faces and words that come with the program."""

from desktop_app.document.pdf import PrintedDocument, PrintOptions, set_document
from desktop_app.paths import font, resource
from desktop_app.report.package import Package
from desktop_app.thai.places import PROVINCES
from desktop_app.typeset.faces import SARABUN_FACTOR, Face, Family
from desktop_app.typeset.setting import Press

__all__ = ["PrintedDocument", "bundled_press", "print_document"]


def bundled_press() -> Press:
    """Return a press with Sarabun; keep it where more than one document is set."""
    regular, bold, italic, bold_italic = (
        Face(font(f"Sarabun-{style}.ttf"), SARABUN_FACTOR)
        for style in ("Regular", "Bold", "Italic", "BoldItalic")
    )
    family = Family(regular, bold, italic, bold_italic)
    return Press(family, resource("words", "thai-words.txt"), frozenset(PROVINCES))


def print_document(
    package: Package,
    thai_digits: bool | None = None,
    deterministic: bool = False,
    *,
    press: Press | None = None,
) -> PrintedDocument:
    """Return the report as a PDF; `thai_digits` None leaves the numerals to its own layout.

    With `deterministic` the same report gives the same bytes every time.
    """
    options = PrintOptions(thai_digits, deterministic)
    return set_document(package, press or bundled_press(), options)
