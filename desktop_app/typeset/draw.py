"""Stage 6, draw: placed pages become a PDF.  No decision is left here."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from desktop_app.typeset.embed import DocumentFont
from desktop_app.typeset.faces import Face
from desktop_app.typeset.lines import Line
from desktop_app.typeset.rows import Page, PlacedLine, Rule

# ReportLab wraps streams in ASCII unless told otherwise: a quarter larger, and slower.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself; `same_bytes` leaves out date and chance."""

    title: str = ""
    author: str = ""
    subject: str = ""
    creator: str = ""
    language: str = "th-TH"
    same_bytes: bool = False


def draw(pages: Sequence[Page], about: About) -> bytes:
    """Return the pages as a PDF document."""
    out = BytesIO()
    canvas = _PlainCanvas(
        out,
        pageCompression=1,
        invariant=1 if about.same_bytes else 0,
        lang=about.language,
    )
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator(about.creator)
    fonts = _Fonts()
    for number, page in enumerate(pages):
        _draw_page(canvas, page, number, fonts)
        canvas.showPage()
    canvas.add_fonts(fonts.used())
    canvas.save()
    return out.getvalue()


class _PlainCanvas(Canvas):
    """A ReportLab canvas that brings no font of its own (Helvetica, not embedded) into the file."""

    def _make_preamble(self) -> None:
        self._preamble = ""

    def add_fonts(self, fonts: Sequence[DocumentFont]) -> None:
        for font in fonts:
            font.add_to(self._doc)


class _Fonts:
    """The fonts of one document, by face, in the order of first use."""

    def __init__(self) -> None:
        self._by_face: dict[Face, DocumentFont] = {}

    def of(self, face: Face) -> DocumentFont:
        font = self._by_face.get(face)
        if font is None:
            font = self._by_face[face] = DocumentFont(face, f"T{len(self._by_face)}")
        return font

    def used(self) -> Sequence[DocumentFont]:
        return tuple(self._by_face.values())


def _draw_page(canvas: Canvas, page: Page, number: int, fonts: _Fonts) -> None:
    height = page.sheet.height
    canvas.setPageSize((page.sheet.width, height))
    for at, mark in enumerate(page.marks):
        if mark.bookmark is not None:
            key = f"m{number}-{at}"
            canvas.bookmarkHorizontal(key, 0, height - mark.top)
            canvas.addOutlineEntry(mark.bookmark.title, key, mark.bookmark.level)
    for placed in page.pictures:
        canvas.drawImage(
            placed.picture.reader,
            placed.x,
            height - placed.top - placed.height,
            placed.width,
            placed.height,
        )
    if page.rules:
        canvas.addLiteral("\n".join(("0.5 w", *(_ruled(rule, height) for rule in page.rules))))
    if page.lines:
        shown = "\n".join(_shown(placed, height, fonts) for placed in page.lines)
        canvas.addLiteral(f"BT\n{shown}\nET")


def _ruled(rule: Rule, height: float) -> str:
    start = f"{rule.x:.3f} {height - rule.top:.3f} m"
    return f"{start} {rule.to_x:.3f} {height - rule.to_top:.3f} l S"


def _shown(placed: PlacedLine, height: float, fonts: _Fonts) -> str:
    line = placed.line
    start = f"{line.gap:.4g} Tc 1 0 0 1 {placed.x:.3f} {height - placed.baseline:.3f} Tm"
    return "\n".join((start, *_strings(line, fonts)))


def _strings(line: Line, fonts: _Fonts) -> list[str]:
    """Return text operators: one TJ for each stretch of words in the same face."""
    operators: list[str] = []
    for face, words in groupby(line.words, key=lambda word: word.face):
        font, size = fonts.of(face), line.size * face.factor
        gain = f"{-line.space_gain / size * 1000:.4g}" if line.space_gain else ""
        parts = (font.encode(word) + (gain if word.text == " " else "") for word in words)
        operators.append(f"/{font.name} {size:.4f} Tf [{''.join(parts)}]TJ")
    return operators
