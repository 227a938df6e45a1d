"""What this program uses of fontTools' TrueType reader and writer."""

from os import PathLike
from typing import BinaryIO, Literal, Self, overload

from fontTools.ttLib.tables._g_l_y_f import Glyph

class GlyfTable:
    glyphs: dict[str, Glyph]
    glyphOrder: list[str]
    def __getitem__(self, name: str) -> Glyph: ...

class LocaTable: ...

class HmtxTable:
    metrics: dict[str, tuple[int, int]]
    def __getitem__(self, name: str) -> tuple[int, int]: ...

class NameTable:
    def getDebugName(self, nameID: int) -> str | None: ...

class HeadTable:
    unitsPerEm: int
    xMin: int
    yMin: int
    xMax: int
    yMax: int

class HheaTable:
    ascent: int
    descent: int

class MaxpTable: ...

class OS2Table:
    usWeightClass: int
    sCapHeight: int

class PostTable:
    italicAngle: float

class CmapSubtable:
    cmap: dict[int, str]

class CmapTable:
    tables: list[CmapSubtable]

class DrawableGlyph:
    width: int
    def draw(self, pen: object) -> None: ...

class GlyphSet:
    def __getitem__(self, name: str) -> DrawableGlyph: ...

class TTFont:
    def __init__(
        self,
        file: str | PathLike[str] | BinaryIO | None = None,
        *,
        lazy: bool | None = None,
        recalcTimestamp: bool = True,
    ) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *exception: object) -> None: ...
    @overload
    def __getitem__(self, tag: Literal["glyf"]) -> GlyfTable: ...
    @overload
    def __getitem__(self, tag: Literal["cmap"]) -> CmapTable: ...
    @overload
    def __getitem__(self, tag: Literal["hmtx"]) -> HmtxTable: ...
    @overload
    def __getitem__(self, tag: Literal["name"]) -> NameTable: ...
    @overload
    def __getitem__(self, tag: Literal["head"]) -> HeadTable: ...
    @overload
    def __getitem__(self, tag: Literal["hhea"]) -> HheaTable: ...
    @overload
    def __getitem__(self, tag: Literal["maxp"]) -> MaxpTable: ...
    @overload
    def __getitem__(self, tag: Literal["OS/2"]) -> OS2Table: ...
    @overload
    def __getitem__(self, tag: Literal["post"]) -> PostTable: ...
    def __setitem__(self, tag: str, table: object) -> None: ...
    def getGlyphSet(self) -> GlyphSet: ...
    def getGlyphOrder(self) -> list[str]: ...
    def setGlyphOrder(self, order: list[str]) -> None: ...
    def save(self, file: BinaryIO, reorderTables: bool | None = True) -> None: ...

@overload
def newTable(tag: Literal["glyf"]) -> GlyfTable: ...
@overload
def newTable(tag: Literal["loca"]) -> LocaTable: ...
@overload
def newTable(tag: Literal["hmtx"]) -> HmtxTable: ...
