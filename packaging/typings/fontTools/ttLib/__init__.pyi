"""What the tests use of fontTools' TrueType reader."""

from os import PathLike
from typing import BinaryIO, Literal, overload

class Glyph:
    numberOfContours: int
    xMin: int
    yMin: int
    xMax: int
    yMax: int
    def recalcBounds(self, glyfTable: GlyfTable) -> None: ...

class GlyfTable:
    def __getitem__(self, name: str) -> Glyph: ...

class NameTable:
    def getDebugName(self, nameID: int) -> str | None: ...

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
        self, file: str | PathLike[str] | BinaryIO | None = None, *, checkChecksums: int = 0
    ) -> None: ...
    @overload
    def __getitem__(self, tag: Literal["glyf"]) -> GlyfTable: ...
    @overload
    def __getitem__(self, tag: Literal["cmap"]) -> CmapTable: ...
    @overload
    def __getitem__(self, tag: Literal["name"]) -> NameTable: ...
    def getGlyphSet(self) -> GlyphSet: ...
    def getGlyphOrder(self) -> list[str]: ...
    def save(self, file: BinaryIO, reorderTables: bool | None = True) -> None: ...
