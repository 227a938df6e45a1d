"""Setting a report as a PDF with the faces and words that come with the program."""

from collections.abc import Callable, Iterable
from pathlib import Path

from desktop_app.document.pdf import PrintedDocument, PrintOptions, set_document
from desktop_app.paths import resource
from desktop_app.report.package import Package
from desktop_app.services.faces import family_of
from desktop_app.services.settings import USUAL, Alignment, Margins, Paper
from desktop_app.thai.places import Gazetteer
from desktop_app.typeset.elements import CM, Align, Sheet
from desktop_app.typeset.setting import Press

_ALIGN = {Alignment.THAI: Align.THAI, Alignment.LEFT: Align.LEFT}

__all__ = ["PrintedDocument", "bundled_press", "print_document", "protected_names"]


def bundled_press(
    words: Iterable[str] = (),
    face: Path | None = None,
    *,
    brief: bool = False,
    between: Callable[[], None] = lambda: None,
) -> Press:
    """Return a press with Sarabun or `face`; keep it where more than one document is set.

    No line parts one of the user's own `words` (`wordlist.read_words`).  With `brief` a single
    short document is finished sooner.  What `between`, called while a document is set, raises ends that.
    """
    return Press(
        family_of(face),
        resource("words", "thai-words.txt"),
        protected_names(),
        words,
        brief=brief,
        between=between,
    )


def protected_names() -> frozenset[str]:
    """Return the names that no line parts: the country's places, and those of its institutions."""
    lines = resource("words", "official-names.txt").read_text(encoding="utf-8").splitlines()
    official = frozenset(line for line in lines if not line.startswith("#"))
    return official | Gazetteer(resource("places", "thailand.tsv")).protected_names()


def print_document(
    package: Package,
    thai_digits: bool | None = None,
    deterministic: bool = False,
    *,
    press: Press | None = None,
    paper: Paper = USUAL.paper,
    tagged: bool = True,
) -> PrintedDocument:
    """Return the report as a PDF; `thai_digits` None leaves the numerals to its own layout.

    `paper` is what an office has chosen for all its reports; its face counts where no press is given.
    With `deterministic` the same report gives the same bytes every time.  A `tagged` one tells readers
    that do not see it what each piece is, which what is only looked at need not.
    """
    options = PrintOptions(
        thai_digits, deterministic, _sheet(paper.margins), _ALIGN[paper.alignment], tagged
    )
    return set_document(package, press or bundled_press(face=paper.face, brief=True), options)


def _sheet(margins: Margins) -> Sheet:
    return Sheet(
        left=margins.left / 10 * CM,
        right=margins.right / 10 * CM,
        top=margins.top / 10 * CM,
        bottom=margins.bottom / 10 * CM,
    )
