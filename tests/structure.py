"""What tagged PDFs say of themselves, read by pdfium: what each piece is, and what is its text."""

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage


@dataclass(frozen=True)
class Element:
    """A structure element as far as one page shows it; its kids are elements and texts."""

    kind: str
    alt: str
    kids: "tuple[Element | str, ...]"
    pieces: tuple[int, ...]

    def below(self) -> "Iterator[Element]":
        """Yield this and all below it, as they are read."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.below()

    @property
    def text(self) -> str:
        """All text, as it is read."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    @property
    def outline(self) -> str:
        """The kinds, as `Table(TR(TH TH) TR(TD TD))`; what repeats is told every time."""
        kids = " ".join(kid.outline for kid in self.kids if isinstance(kid, Element))
        return f"{self.kind}({kids})" if kids else self.kind


@dataclass(frozen=True)
class StructuredPage:
    """The structure of one page, and the text of all its pieces by their numbers."""

    roots: tuple[Element, ...]
    texts: Mapping[int, str]
    loose: str  # marked as no piece: furniture

    def all(self) -> Iterator[Element]:
        """Yield all elements as they are read."""
        for root in self.roots:
            yield from root.below()


def structure(pdf: bytes) -> list[StructuredPage]:
    """Return the structure of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = []
        for number in range(len(document)):
            with closing(document[number]) as page:
                pages.append(_structured(page))
        return pages


def _structured(page: PdfPage) -> StructuredPage:
    texts = _texts(page)
    loose = texts.pop(-1, "")
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        count = pdfium.FPDF_StructTree_CountChildren(tree)
        children = (pdfium.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(count))
        return StructuredPage(tuple(_element(child, texts) for child in children), texts, loose)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _element(raw: object, texts: Mapping[int, str]) -> Element:
    kids: list[Element | str] = []
    pieces: list[int] = []
    for at in range(pdfium.FPDF_StructElement_CountChildren(raw)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(raw, at)
        if child:
            kids.append(_element(child, texts))
            continue
        piece = pdfium.FPDF_StructElement_GetChildMarkedContentID(raw, at)
        if piece >= 0:
            pieces.append(piece)
            kids.append(texts[piece])
    kind = _said(pdfium.FPDF_StructElement_GetType, raw)
    alt = _said(pdfium.FPDF_StructElement_GetAltText, raw)
    return Element(kind, alt, tuple(kids), tuple(pieces))


def _said(ask: Callable[[object, object, int], int], raw: object) -> str:
    length = ask(raw, None, 0)
    buffer = ctypes.create_string_buffer(length)
    ask(raw, buffer, length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _texts(page: PdfPage) -> dict[int, str]:
    texts: dict[int, str] = defaultdict(str)
    with closing(page.get_textpage()) as reader:
        for thing in page.get_objects():
            text = ""
            if thing.type == pdfium.FPDF_PAGEOBJ_TEXT:
                text = _text_of(thing.raw, reader.raw)
            texts[pdfium.FPDFPageObj_GetMarkedContentID(thing.raw)] += text
    return dict(texts)


def _text_of(thing: object, reader: object) -> str:
    length = pdfium.FPDFTextObj_GetText(thing, reader, None, 0)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFTextObj_GetText(thing, reader, buffer, length)
    # Where a line runs to the left, pdfium turns the halves of a character beyond U+FFFF as well.
    return bytes(buffer).decode("utf-16-le", "surrogatepass").partition("\0")[0]
