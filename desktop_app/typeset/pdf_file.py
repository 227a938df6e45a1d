"""A PDF file in the making: finished pages, pictures, fonts and bookmarks go in, bytes come out.

ReportLab numbers the objects and writes the file.  Pages and bookmarks, of which a long document has
a thousand, are written here as they stand in it: spelt out as ReportLab's objects, they took longer
than all else that follows an edit.
"""

import zlib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
)

from desktop_app.typeset.elements import Bookmark, Sheet
from desktop_app.typeset.embed import DocumentFont, packed, stream_of
from desktop_app.typeset.normalise import on_one_line
from desktop_app.typeset.outline import Entry, Outline
from desktop_app.typeset.pictures import OpenPicture
from desktop_app.typeset.ready import Ready, name_in, text_string
from desktop_app.typeset.shape import ClusterGlyph
from desktop_app.typeset.tags import Piece
from desktop_app.typeset.tree import Tree

# ReportLab wraps streams in ASCII unless told otherwise: a quarter larger, and slower.
rl_config.useA85 = 0

_COLOURS = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}


class About(NamedTuple):
    """What a document says of itself; `language` after BCP 47.

    `same_bytes` leaves out date and chance; `tagged` says what each piece of the document is, in
    which order all are read, and what pictures show.
    """

    title: str = ""
    author: str = ""
    subject: str = ""
    creator: str = ""
    language: str = "th-TH"
    same_bytes: bool = False
    tagged: bool = True


class PdfFile:
    """One file; it takes pages in their order."""

    def __init__(self, about: About) -> None:
        document = PDFDocument(
            invariant=int(about.same_bytes), lang=about.language, pdfVersion=(1, 7)
        )
        document.setTitle(on_one_line(about.title))
        document.setAuthor(on_one_line(about.author))
        document.setSubject(on_one_line(about.subject))
        document.setCreator(about.creator)
        self._document = document
        self._outline = document.Outlines = document.Catalog.Outlines = Outline()
        self._parent = self._name_of(document.Pages)
        self._fonts = PDFObjectReference("BasicFonts").format(document).decode()
        self._tree = Tree() if about.tagged else None
        self._pages: list[str] = []
        self._pictures: dict[str, str] = {}
        self._profiles: dict[bytes, PDFObjectReference] = {}

    def _name_of(self, item: PDFObject) -> str:
        """Return how others call an object: its number in the file."""
        return name_in(self._document, item)

    def add_page(
        self,
        sheet: Sheet,
        content: bytes,
        pictures: Sequence[OpenPicture],
        pieces: Sequence[Piece] = (),
    ) -> None:
        """Add a page with its content, a stream of `stream_of_page`, of these pieces."""
        shown = " ".join(dict.fromkeys(map(self._picture, pictures)))
        resources = f"/Font {self._fonts}" + (f" /XObject << {shown} >>" if shown else "")
        page = Ready(
            f"<< /Type /Page /Parent {self._parent} /Contents {self._name_of(Ready(content))} "
            f"/MediaBox [0 0 {sheet.width:.3f} {sheet.height:.3f}] "
            f"/Resources << {resources} >>{self._in_tree(pieces)} >>".encode("ascii")
        )
        self._document.addPage(page)
        self._pages.append(self._name_of(page))

    def _in_tree(self, pieces: Sequence[Piece]) -> str:
        """Return what a page says of its place in the tree; fields are walked as they are read."""
        if self._tree is None:
            return ""
        return f" /StructParents {self._tree.add_page(pieces)} /Tabs /S"

    @property
    def page_count(self) -> int:
        """How many pages there are by now."""
        return len(self._pages)

    def add_bookmark(self, bookmark: Bookmark, top: float) -> None:
        """Add a bookmark that leads to a height of the last page, in points from its foot."""
        destination = f"[{self._pages[-1]} /XYZ 0 {top:.3f} 0]"
        self._outline.add(Entry(text_string(bookmark.title), bookmark.level, destination))

    def add_font(self, font: DocumentFont, used: AbstractSet[ClusterGlyph]) -> None:
        """Add a font that the pages name, with the clusters that they use."""
        font.add_to(self._document, used)

    def finished(self) -> bytes:
        """Return the file; nothing can be added any more."""
        if self._tree is not None:
            catalog = self._document.Catalog
            catalog.StructTreeRoot = self._tree.added_to(self._document, self._pages)
            catalog.MarkInfo = Ready(b"<< /Marked true >>")
            catalog.ViewerPreferences = Ready(b"<< /DisplayDocTitle true >>")
        return self._document.GetPDFData(None)

    def _picture(self, picture: OpenPicture) -> str:
        """Return what a page's resources say of a picture, which stands in the file once."""
        name = picture_name(picture)
        if name not in self._pictures:
            image = _image(picture, self._colours_of(picture))
            self._pictures[name] = f"/{name} {self._name_of(image)}"
        return self._pictures[name]

    def _colours_of(self, picture: OpenPicture) -> object:
        """Return the colour space of a picture; one profile serves all that share it."""
        plain = PDFName(picture.space)
        if not picture.profile:
            return plain
        profile = self._profiles.get(picture.profile)
        if profile is None:
            entries = {"N": _COLOURS[picture.space], "Alternate": plain}
            stream = packed(zlib.compress(picture.profile), entries)
            profile = self._profiles[picture.profile] = self._document.Reference(stream)
        return PDFArray([PDFName("ICCBased"), profile])


def stream_of_page(operators: Sequence[str]) -> bytes:
    """Return what a page shows as a stream of the file, packed."""
    data = zlib.compress("\n".join(operators).encode("ascii"))
    head = f"<< /Filter /FlateDecode /Length {len(data)} >>\nstream\n"
    return b"".join((head.encode("ascii"), data, b"\nendstream\n"))


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
