"""The document's own fonts: one glyph for every cluster that the document uses.

A `DocumentFont` collects cluster glyphs of one face while pages are drawn, and at the end
builds a TrueType subset in which each is one glyph (a composite where it has several pieces), with
a ToUnicode map that gives back the cluster's whole text (ISO 32000-1, 9.7 and 9.10.3).
"""

import hashlib
import re
import zlib
from io import BytesIO

from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from fontTools.ttLib.tables.ttProgram import Program
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
)

from desktop_app.typeset.faces import Face
from desktop_app.typeset.shape import ClusterGlyph, Word

_ARGS_ARE_XY = 0x0002
_ROUND_XY_TO_GRID = 0x0004
_MAPPINGS_PER_BLOCK = 100  # the most that a CMap block may hold (Adobe technical note 5014)


class DocumentFont:
    """One face's glyphs in one document; `name` is how page contents call the font."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[ClusterGlyph, int] = {}
        self._encoded: dict[Word, str] = {}
        self._built: tuple[int, bytes, dict[str, object]] | None = None

    def encode(self, word: Word) -> str:
        """Return a word as elements of a TJ array: hexadecimal strings and kerns."""
        known = self._encoded.get(word)
        if known is None:
            known = self._encoded[word] = self._encode(word)
        return known

    def _program(self, glyphs: tuple[ClusterGlyph, ...]) -> tuple[bytes, dict[str, object]]:
        """Return the font program and its description, built anew only for new glyphs."""
        if self._built is None or self._built[0] != len(glyphs):
            with TTFont(self.face.path, lazy=True, recalcTimestamp=False) as source:
                program = _Subset(source, glyphs).compiled()
                self._built = len(glyphs), program, _descriptor(source)
        _, program, descriptor = self._built
        return program, dict(descriptor)

    def _encode(self, word: Word) -> str:
        parts: list[str] = []
        for glyph, kern in zip(word.glyphs, word.kerns, strict=True):
            parts.append(f"{self._code(glyph):04X}")
            if kern:
                parts.append(f">{-kern * 1000 / self.face.units_per_em:g}<")
        return f"<{''.join(parts)}>"

    def _code(self, glyph: ClusterGlyph) -> int:
        return self._codes.setdefault(glyph, len(self._codes) + 1)

    def add_to(self, document: PDFDocument) -> None:
        """Write the font's objects into a ReportLab document, once all pages are drawn."""
        glyphs = tuple(self._codes)
        program, descriptor = self._program(glyphs)
        base = f"{_tag(program)}+{_font_name(self.face)}"
        descriptor |= {"FontName": PDFName(base)}
        scale = 1000 / self.face.units_per_em
        descriptor["FontFile2"] = document.Reference(
            stream_of(
                zlib.compress(program),
                {"Length1": len(program), "Filter": PDFName("FlateDecode")},
            )
        )
        widths = [round(glyph.width * scale, 3) for glyph in self._codes]
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(base),
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(PDFDictionary(descriptor)),
                "DW": 0,
                "W": PDFArray([1, PDFArray(widths)]),
                "CIDToGIDMap": PDFName("Identity"),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(base),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(stream_of(to_unicode(glyphs), {})),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font)


def _tag(program: bytes) -> str:
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def stream_of(content: bytes, entries: dict[str, object]) -> PDFStream:
    """Return a PDF stream whose content is written as it is."""
    stream = PDFStream(PDFDictionary(entries), content)
    stream.filters = ()
    return stream


def _font_name(face: Face) -> str:
    return re.sub("[^A-Za-z0-9-]", "", face.path.stem) or "Font"


def _descriptor(source: TTFont) -> dict[str, object]:
    scale = 1000 / source["head"].unitsPerEm
    head, hhea, os2, post = source["head"], source["hhea"], source["OS/2"], source["post"]
    bold = os2.usWeightClass >= 600
    return {
        "Type": PDFName("FontDescriptor"),
        "Flags": 4 | (64 if post.italicAngle else 0),
        "FontBBox": PDFArray(
            [round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)]
        ),
        "ItalicAngle": post.italicAngle,
        "Ascent": round(hhea.ascent * scale),
        "Descent": round(hhea.descent * scale),
        "CapHeight": round((getattr(os2, "sCapHeight", 0) or hhea.ascent) * scale),
        "StemV": 120 if bold else 80,
    }


def to_unicode(glyphs: tuple[ClusterGlyph, ...]) -> bytes:
    """Return the CMap that maps code n+1 to the text of `glyphs[n]`."""
    lines = [
        f"<{code:04X}> <{glyph.text.encode('utf-16-be').hex().upper()}>"
        for code, glyph in enumerate(glyphs, start=1)
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


def build_subset(face: Face, glyphs: tuple[ClusterGlyph, ...]) -> bytes:
    """Return a TrueType program whose glyph n+1 draws `glyphs[n]`; hinting is left out."""
    with TTFont(face.path, lazy=True, recalcTimestamp=False) as source:
        return _Subset(source, glyphs).compiled()


class _Subset:
    """The tables of the new font; the source's glyphs that clusters need follow the clusters."""

    def __init__(self, source: TTFont, glyphs: tuple[ClusterGlyph, ...]) -> None:
        self._source = source
        self._outlines = source["glyf"]
        self._order = source.getGlyphOrder()
        self._names = [".notdef", *(f"c{code}" for code in range(1, len(glyphs) + 1))]
        self._glyphs: dict[str, Glyph] = {}
        self._metrics: dict[str, tuple[int, int]] = {}
        self._copied: dict[str, str] = {}
        self._put(".notdef", self._copy(self._order[0]), source["hmtx"][self._order[0]][0])
        for code, glyph in enumerate(glyphs, start=1):
            self._put(f"c{code}", self._drawn(glyph), glyph.width)

    def _put(self, name: str, outline: Glyph, width: int) -> None:
        self._glyphs[name] = outline
        self._metrics[name] = (width, getattr(outline, "xMin", 0) or 0)

    def _drawn(self, cluster: ClusterGlyph) -> Glyph:
        pieces = [(self._order[piece.glyph], piece) for piece in cluster.pieces]
        inked = [(name, p) for name, p in pieces if self._outlines[name].numberOfContours != 0]
        if not inked:
            return Glyph()
        if len(inked) == 1 and not (inked[0][1].x or inked[0][1].y):
            return self._copy(inked[0][0])
        outline = Glyph()
        outline.numberOfContours = -1
        outline.components = [self._component(name, p.x, p.y) for name, p in inked]
        return outline

    def _component(self, name: str, x: int, y: int) -> GlyphComponent:
        component = GlyphComponent()
        component.glyphName = self._part(name)
        component.x, component.y = x, y
        component.flags = _ARGS_ARE_XY | _ROUND_XY_TO_GRID
        return component

    def _part(self, name: str) -> str:
        """Return the new name of a glyph of the source, copied with all that it is made of."""
        if name not in self._copied:
            new = self._copied[name] = f"p{len(self._copied)}"
            self._names.append(new)
            self._put(new, self._copy(name), self._source["hmtx"][name][0])
        return self._copied[name]

    def _copy(self, name: str) -> Glyph:
        original = self._outlines[name]
        original.expand(self._outlines)
        outline = Glyph()
        outline.__dict__.update(original.__dict__)
        if outline.numberOfContours == -1:
            outline.components = [self._renamed(part) for part in original.components]
        outline.program = Program()  # without the font's own tables, hints mean nothing
        outline.program.fromBytecode(b"")
        return outline

    def _renamed(self, part: GlyphComponent) -> GlyphComponent:
        renamed = GlyphComponent()
        renamed.__dict__.update(part.__dict__)
        renamed.glyphName = self._part(part.glyphName)
        return renamed

    def compiled(self) -> bytes:
        font = TTFont(recalcTimestamp=False)
        font.setGlyphOrder(self._names)
        font["head"] = self._source["head"]
        font["hhea"] = self._source["hhea"]
        font["maxp"] = self._source["maxp"]
        font["glyf"] = outlines = newTable("glyf")
        outlines.glyphs = self._glyphs
        outlines.glyphOrder = self._names
        font["loca"] = newTable("loca")
        font["hmtx"] = metrics = newTable("hmtx")
        for name in self._names:
            outline = self._glyphs[name]
            if outline.numberOfContours:
                outline.recalcBounds(outlines)
            self._metrics[name] = (self._metrics[name][0], getattr(outline, "xMin", 0) or 0)
        metrics.metrics = self._metrics
        out = BytesIO()
        font.save(out, reorderTables=False)
        return out.getvalue()
