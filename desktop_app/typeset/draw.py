"""Stage 6, draw: placed pages become a PDF.  No decision is left here."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from desktop_app.typeset.embed import DocumentFont
from desktop_app.typeset.faces import Face
from desktop_app.typeset.lines import Line
from desktop_app.typeset.pdf_file import About, PdfFile, picture_name, stream_of_page
from desktop_app.typeset.recall import Recall
from desktop_app.typeset.rows import Page, PlacedLine, PlacedPicture, Rule
from desktop_app.typeset.shape import ClusterGlyph
from desktop_app.typeset.tags import END, RULES, Marking, Piece, stretches

__all__ = ["About", "Ink", "draw"]

_RULE_WIDTH = 0.5
_MOST_UNUSED = 2  # times what is used: so many clusters may have codes before they are dealt anew


class Content(NamedTuple):
    """A page's stream and its pieces, the clusters it uses of each face, the characters none had."""

    data: bytes
    pieces: tuple[Piece, ...]
    used: Mapping[Face, frozenset[ClusterGlyph]]
    missing: frozenset[str]


class Drawn(NamedTuple):
    """A PDF document, its number of pages, and the characters in it that no face had."""

    pdf: bytes
    page_count: int
    missing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ink:
    """The fonts and finished page contents of a document; kept, the next drawing is quicker."""

    fonts: dict[Face, DocumentFont] = field(default_factory=dict)
    contents: Recall[Page, Content] = field(default_factory=Recall)

    def font(self, face: Face) -> DocumentFont:
        """Return the document's font for a face; they are named in the order of first use."""
        font = self.fonts.get(face)
        if font is None:
            font = self.fonts[face] = DocumentFont(face, f"T{len(self.fonts)}")
        return font

    def renew(self, used: Mapping[Face, AbstractSet[ClusterGlyph]]) -> None:
        """Begin anew where what is no longer used has become more than what a document uses."""
        known = sum(font.known for font in self.fonts.values())
        if known > _MOST_UNUSED * sum(map(len, used.values())):
            self.fonts.clear()
            self.contents.clear()


def draw(pages: Iterable[Page], about: About, ink: Ink | None = None) -> Drawn:
    """Return the pages as a PDF document, which holds of each face only what they use.

    An `ink` that has drawn before brings along what it knows; without one, the same pages give
    the same bytes wherever `about` asks for it, and none is kept once it is drawn.
    """
    kept, ink = ink, ink or Ink()
    ink.contents.turn()
    file = PdfFile(about)
    used: dict[Face, set[ClusterGlyph]] = {}
    missing: set[str] = set()
    for page in pages:
        made = _content_of(page, ink)
        content = kept.contents.get(page, made) if kept else made()
        _add(page, content, file)
        missing |= content.missing
        for face, glyphs in content.used.items():
            used.setdefault(face, set()).update(glyphs)
    for face, font in ink.fonts.items():
        if face in used:
            file.add_font(font, used[face])
    ink.renew(used)
    return Drawn(file.finished(), file.page_count, frozenset(missing))


def _add(page: Page, content: Content, file: PdfFile) -> None:
    pictures = [placed.picture for placed in page.pictures]
    file.add_page(page.sheet, content.data, pictures, content.pieces)
    for mark in page.marks:
        if mark.bookmark is not None:
            file.add_bookmark(mark.bookmark, page.sheet.height - mark.top)


def _content_of(page: Page, ink: Ink) -> Callable[[], Content]:
    return lambda: _content(page, ink)


def _content(page: Page, ink: Ink) -> Content:
    words = {word for placed in page.lines for word in placed.line.words}
    used: dict[Face, set[ClusterGlyph]] = {}
    for word in words:
        used.setdefault(word.face, set()).update(word.glyphs)
    marking = Marking()
    return Content(
        stream_of_page(_operators(page, ink, marking)),
        marking.pieces(),
        {face: frozenset(glyphs) for face, glyphs in used.items()},
        frozenset(character for word in words for character in word.missing),
    )


def _operators(page: Page, ink: Ink, marking: Marking) -> Sequence[str]:
    height = page.sheet.height
    shown: list[str] = []
    for picture in page.pictures:
        shown += [marking.picture(picture), _pictured(picture, height), END]
    if page.rules:
        shown += [RULES, f"{_RULE_WIDTH} w", *(_ruled(rule, height) for rule in page.rules), END]
    if page.lines:
        shown += ["BT", *_texts(page, ink, marking), "ET"]
    return shown


def _texts(page: Page, ink: Ink, marking: Marking) -> Iterator[str]:
    for lines in stretches([placed for placed in page.lines if placed.line.words]):
        yield marking.text(lines[0])
        for placed in lines:
            yield _shown(placed, page.sheet.height, ink)
        yield END


def _pictured(placed: PlacedPicture, height: float) -> str:
    x, y = placed.x, height - placed.top - placed.height
    a, b, c, d, e, f = placed.picture.turn
    width, depth = placed.width, placed.height
    matrix = (a * width, b * depth, c * width, d * depth, x + e * width, y + f * depth)
    numbers = " ".join(f"{number:.3f}" for number in matrix)
    return f"q {numbers} cm /{picture_name(placed.picture)} Do Q"


def _ruled(rule: Rule, height: float) -> str:
    start = f"{rule.x:.3f} {height - rule.top:.3f} m"
    return f"{start} {rule.to_x:.3f} {height - rule.to_top:.3f} l S"


def _shown(placed: PlacedLine, height: float, ink: Ink) -> str:
    line = placed.line
    start = f"{line.gap:.4f} Tc 1 0 0 1 {placed.x:.3f} {height - placed.baseline:.3f} Tm"
    return "\n".join((start, *_strings(line, ink)))


def _strings(line: Line, ink: Ink) -> list[str]:
    """Return text operators: one TJ for each stretch of words in the same face, spread alike."""
    operators: list[str] = []
    gap = line.gap
    for (face, spreads), words in groupby(line.words, key=lambda word: (word.face, word.spreads)):
        font, size = ink.font(face), line.size * face.factor
        gain = f"{-line.space_gain / size * 1000:.3f}" if line.space_gain else ""
        parts = (font.encode(word) + (gain if word.text == " " else "") for word in words)
        if gap != (gap := line.gap if spreads else 0.0):
            operators.append(f"{gap:.4f} Tc")
        operators.append(f"/{font.name} {size:.4f} Tf [{''.join(parts)}]TJ")
    return operators
