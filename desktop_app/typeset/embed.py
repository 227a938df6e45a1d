"""The document's own fonts: one glyph for every cluster that the document uses.

A `DocumentFont` gives the cluster glyphs of one face their codes while pages are drawn.  Into the
document go a TrueType program in which each is one glyph (`subset`), and a ToUnicode map that gives
back the cluster's whole text (ISO 32000-1, 9.7 and 9.10.3).
"""

import hashlib
import re
import struct
import zlib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
)

from desktop_app.typeset.faces import Face
from desktop_app.typeset.outlines import Outlines
from desktop_app.typeset.shape import ClusterGlyph, Word
from desktop_app.typeset.subset import build_subset

_MAPPINGS_PER_BLOCK = 100  # the most that a CMap block may hold (Adobe technical note 5014)
_HEAVY = 600  # from this weight on a face counts as bold


class _Embedded(NamedTuple):
    """What of a font goes into a document, packed, with the clusters that it was made for."""

    used: AbstractSet[ClusterGlyph]
    name: str
    program: bytes
    program_length: int
    to_unicode: bytes
    widths: list[float]


@dataclass(slots=True, eq=False)
class DocumentFont:
    """One face's glyphs in one document; `name` is how page contents call the font.

    Codes stay as they are for as long as the font is kept, so that page contents do, too; what a
    document does not use has no glyph, no width and no text in it.
    """

    face: Face
    name: str
    _codes: dict[ClusterGlyph, int] = field(default_factory=dict, repr=False)
    _encoded: dict[Word, str] = field(default_factory=dict, repr=False)
    _embedded: _Embedded | None = field(default=None, repr=False)

    def encode(self, word: Word) -> str:
        """Return a word as elements of a TJ array: hexadecimal strings and kerns."""
        known = self._encoded.get(word)
        if known is None:
            known = self._encoded[word] = self._encode(word)
        return known

    @property
    def known(self) -> int:
        """How many clusters have codes, used or not."""
        return len(self._codes)

    def _encode(self, word: Word) -> str:
        parts: list[str] = []
        for glyph, kern in zip(word.glyphs, word.kerns, strict=True):
            parts.append(f"{self._code(glyph):04X}")
            if kern:
                parts.append(f">{-kern * 1000 / self.face.units_per_em:g}<")
        return f"<{''.join(parts)}>"

    def _code(self, glyph: ClusterGlyph) -> int:
        return self._codes.setdefault(glyph, len(self._codes) + 1)

    def add_to(self, document: PDFDocument, used: AbstractSet[ClusterGlyph]) -> None:
        """Add the font's objects into a ReportLab document that uses these of its clusters."""
        made = self._embedded
        if made is None or made.used != used:
            made = self._embedded = self._made(used)
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(
            _font(document, made, _descriptor(self.face.outlines))
        )

    def _made(self, used: AbstractSet[ClusterGlyph]) -> _Embedded:
        glyphs = {code: glyph for glyph, code in self._codes.items() if glyph in used}
        program = build_subset(self.face.outlines, glyphs)
        scale = 1000 / self.face.units_per_em
        widths = {code: round(glyph.width * scale, 3) for code, glyph in glyphs.items()}
        return _Embedded(
            used,
            f"{_tag(program)}+{_font_name(self.face)}",
            zlib.compress(program),
            len(program),
            zlib.compress(to_unicode(glyphs)),
            [widths.get(code, 0) for code in range(1, max(widths, default=0) + 1)],
        )


def _font(document: PDFDocument, made: _Embedded, descriptor: dict[str, object]) -> PDFDictionary:
    program = packed(made.program, {"Length1": made.program_length})
    descriptor |= {"FontName": PDFName(made.name), "FontFile2": document.Reference(program)}
    descendant = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType2"),
        "BaseFont": PDFName(made.name),
        "CIDSystemInfo": _system_info(),
        "FontDescriptor": document.Reference(PDFDictionary(descriptor)),
        "DW": 0,
        "W": PDFArray([1, PDFArray(made.widths)]),
        "CIDToGIDMap": PDFName("Identity"),
    }
    font: dict[str, object] = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type0"),
        "BaseFont": PDFName(made.name),
        "Encoding": PDFName("Identity-H"),
        "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
        "ToUnicode": document.Reference(packed(made.to_unicode, {})),
    }
    return PDFDictionary(font)


def _system_info() -> PDFDictionary:
    entries = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    return PDFDictionary(entries)


def _tag(program: bytes) -> str:
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def stream_of(content: bytes, entries: dict[str, object]) -> PDFStream:
    """Return a PDF stream whose content is written as it is."""
    stream = PDFStream(PDFDictionary(entries), content)
    stream.filters = ()
    return stream


def packed(content: bytes, entries: dict[str, object]) -> PDFStream:
    """Return a PDF stream of content that zlib has compressed."""
    return stream_of(content, {**entries, "Filter": PDFName("FlateDecode")})


def _font_name(face: Face) -> str:
    return re.sub("[^A-Za-z0-9-]", "", face.path.stem) or "Font"


def _descriptor(font: Outlines) -> dict[str, object]:
    """Return what a font descriptor says of the whole face (ISO 32000-1, 9.8), in 1/1000 em."""
    head, os2 = font.table("head"), font.table("OS/2")
    (units_per_em,) = struct.unpack_from(">H", head, 18)
    ascent, descent = struct.unpack_from(">2h", font.table("hhea"), 4)
    (slant,) = struct.unpack_from(">i", font.table("post").ljust(8, b"\0"), 4)
    (weight,) = struct.unpack_from(">H", os2.ljust(6, b"\0"), 4)
    (capital,) = struct.unpack_from(">h", os2.ljust(90, b"\0"), 88)
    scale = 1000 / units_per_em
    return {
        "Type": PDFName("FontDescriptor"),
        "Flags": 4 | (64 if slant else 0),
        "FontBBox": PDFArray([round(edge * scale) for edge in struct.unpack_from(">4h", head, 36)]),
        "ItalicAngle": slant / 0x10000,
        "Ascent": round(ascent * scale),
        "Descent": round(descent * scale),
        "CapHeight": round((capital or ascent) * scale),
        "StemV": 120 if weight >= _HEAVY else 80,
    }


def to_unicode(glyphs: Mapping[int, ClusterGlyph]) -> bytes:
    """Return the CMap that maps the codes of `glyphs` to their texts."""
    lines = [
        f"<{code:04X}> <{glyph.text.encode('utf-16-be').hex().upper()}>"
        for code, glyph in glyphs.items()
    ]
    blocks = []
    for start in range(0, len(lines), _MAPPINGS_PER_BLOCK):
        block = lines[start : start + _MAPPINGS_PER_BLOCK]
        blocks.append(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n")
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + "".join(blocks)
        + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
