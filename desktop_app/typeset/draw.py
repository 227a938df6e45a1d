"""Stage 6, draw: placed pages become a PDF.  No decision is left here."""

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFName, PDFPage, PDFResourceDictionary, PDFStream
from reportlab.pdfgen.canvas import Canvas

from desktop_app.typeset.embed import DocumentFont, packed, stream_of
from desktop_app.typeset.faces import Face
from desktop_app.typeset.lines import Line
from desktop_app.typeset.normalise import on_one_line
from desktop_app.typeset.pictures import OpenPicture
from desktop_app.typeset.recall import Recall
from desktop_app.typeset.rows import Page, PlacedLine, PlacedPicture, Rule
from desktop_app.typeset.shape import ClusterGlyph

# ReportLab wraps streams in ASCII unless told otherwise: a quarter larger, and slower.
rl_config.useA85 = 0

_RULE_WIDTH = 0.5
_COLOURS = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}
_MOST_UNUSED = 2  # times what is used: so many clusters may have codes before they are dealt anew


class About(NamedTuple):
    """What a document says of itself; `language` after BCP 47.

    `same_bytes` leaves out date and chance.
    """

    title: str = ""
    author: str = ""
    subject: str = ""
    creator: str = ""
    language: str = "th-TH"
    same_bytes: bool = False


class Content(NamedTuple):
    """What a page says in PDF, packed, and the clusters that it uses of each face."""

    data: bytes
    used: Mapping[Face, frozenset[ClusterGlyph]]


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


def draw(pages: Iterable[Page], about: About, ink: Ink | None = None) -> bytes:
    """Return the pages as a PDF document, which holds of each face only what they use.

    An `ink` that has drawn before brings along what it knows; without one, the same pages give
    the same bytes wherever `about` asks for it.
    """
    ink = ink or Ink()
    ink.contents.turn()
    out = BytesIO()
    canvas = _PageByPage(out, about)
    used: dict[Face, set[ClusterGlyph]] = {}
    for page in pages:
        content = ink.contents.get(page, _content_of(page, ink))
        canvas.add_page(page, content.data)
        for face, glyphs in content.used.items():
            used.setdefault(face, set()).update(glyphs)
    for face, font in ink.fonts.items():
        if face in used:
            canvas.add_font(font, used[face])
    canvas.save()
    ink.renew(used)
    return out.getvalue()


def _content_of(page: Page, ink: Ink) -> Callable[[], Content]:
    return lambda: Content(
        zlib.compress("\n".join(_operators(page, ink)).encode("ascii")), _used(page)
    )


def _used(page: Page) -> dict[Face, frozenset[ClusterGlyph]]:
    words = {word for placed in page.lines for word in placed.line.words}
    used: dict[Face, set[ClusterGlyph]] = {}
    for word in words:
        used.setdefault(word.face, set()).update(word.glyphs)
    return {face: frozenset(glyphs) for face, glyphs in used.items()}


class _PageByPage(Canvas):
    """A ReportLab canvas that takes finished pages, and brings no font of its own (Helvetica)."""

    def __init__(self, out: BytesIO, about: About) -> None:
        super().__init__(out, invariant=int(about.same_bytes), lang=about.language)
        self.setTitle(on_one_line(about.title))
        self.setAuthor(on_one_line(about.author))
        self.setSubject(on_one_line(about.subject))
        self.setCreator(about.creator)
        self._pictures: set[str] = set()
        self._profiles: dict[bytes, object] = {}
        self._page_count = 0

    def _make_preamble(self) -> None:
        self._preamble = ""

    def add_page(self, page: Page, content: bytes) -> None:
        """Add a page with its compressed content."""
        self._add_bookmarks(page)
        sheet = PDFPage()
        sheet.pagewidth, sheet.pageheight = page.sheet.width, page.sheet.height
        sheet.Contents = packed(content, {})
        sheet.Resources = PDFResourceDictionary()
        sheet.Resources.basicFonts()
        if page.pictures:
            names = [self._add_picture(placed.picture) for placed in page.pictures]
            sheet.Resources.XObject = self._doc.xobjDict(names)
        self._doc.addPage(sheet)
        self._page_count += 1

    def _add_bookmarks(self, page: Page) -> None:
        for at, mark in enumerate(page.marks):
            if mark.bookmark is not None:
                key = f"m{self._page_count}-{at}"
                self.bookmarkHorizontal(key, 0, page.sheet.height - mark.top)
                self.addOutlineEntry(on_one_line(mark.bookmark.title), key, mark.bookmark.level)

    def _add_picture(self, picture: OpenPicture) -> str:
        name = picture_name(picture)
        if name not in self._pictures:
            self._pictures.add(name)
            self._doc.addForm(name, _image(picture, self._colours_of(picture)))
        return name

    def _colours_of(self, picture: OpenPicture) -> object:
        """Return the colour space of a picture; one profile serves all that share it."""
        plain = PDFName(picture.space)
        if not picture.profile:
            return plain
        profile = self._profiles.get(picture.profile)
        if profile is None:
            entries = {"N": _COLOURS[picture.space], "Alternate": plain}
            stream = packed(zlib.compress(picture.profile), entries)
            profile = self._profiles[picture.profile] = self._doc.Reference(stream)
        return PDFArray([PDFName("ICCBased"), profile])

    def add_font(self, font: DocumentFont, used: AbstractSet[ClusterGlyph]) -> None:
        """Add a font that the pages name, with the clusters that they use."""
        font.add_to(self._doc, used)


def picture_name(picture: OpenPicture) -> str:
    """Return a name that the same picture has in every document."""
    return f"P{zlib.crc32(picture.data):08x}{len(picture.data):x}"


def _image(picture: OpenPicture, colours: object) -> PDFStream:
    width, height = picture.stored
    entries: dict[str, object] = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": width,
        "Height": height,
        "ColorSpace": colours,
        "BitsPerComponent": 8,
        "Filter": PDFName(picture.filter),
    }
    if picture.inverted:
        entries["Decode"] = PDFArray([1, 0] * 4)
    return stream_of(picture.data, entries)


def _operators(page: Page, ink: Ink) -> Sequence[str]:
    height = page.sheet.height
    shown = [_pictured(placed, height) for placed in page.pictures]
    if page.rules:
        shown += [f"{_RULE_WIDTH} w", *(_ruled(rule, height) for rule in page.rules)]
    if page.lines:
        shown += ["BT", *(_shown(placed, height, ink) for placed in page.lines), "ET"]
    return shown


def _pictured(placed: PlacedPicture, height: float) -> str:
    x, y = placed.x, height - placed.top - placed.height
    a, b, c, d, e, f = placed.picture.turn
    width, depth = placed.width, placed.height
    matrix = (a * width, b * depth, c * width, d * depth, x + e * width, y + f * depth)
    numbers = " ".join(f"{number:.3f}" for number in matrix)
    return f"q {numbers} cm /FormXob.{picture_name(placed.picture)} Do Q"


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
