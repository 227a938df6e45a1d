"""Setting a report as a PDF with the faces and words that come with the program."""

from collections.abc import Iterable

from desktop_app.document.pdf import PrintedDocument, PrintOptions, set_document
from desktop_app.paths import font, resource
from desktop_app.report.package import Package
from desktop_app.thai.places import Gazetteer
from desktop_app.typeset.faces import open_family
from desktop_app.typeset.installed import InstalledFaces, font_folders
from desktop_app.typeset.setting import Press

_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")

__all__ = ["PrintedDocument", "bundled_press", "print_document"]


def bundled_press(words: Iterable[str] = ()) -> Press:
    """Return a press with Sarabun; keep it where more than one document is set.

    No line parts one of the user's own `words` (`wordlist.read_words`).
    """
    files = (font(f"Sarabun-{style}.ttf") for style in _STYLES)
    installed = InstalledFaces(font_folders())
    family = open_family(*files, fallback=installed.face_with)
    return Press(
        family,
        resource("words", "thai-words.txt"),
        Gazetteer(resource("places", "thailand.tsv")).protected_names(),
        words,
    )


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
