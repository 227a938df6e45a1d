"""TrueType outlines."""

from fontTools.ttLib import GlyfTable
from fontTools.ttLib.tables.ttProgram import Program

class GlyphComponent:
    glyphName: str
    x: int
    y: int
    flags: int

class Glyph:
    numberOfContours: int
    components: list[GlyphComponent]
    program: Program
    xMin: int
    def __init__(self, data: bytes = b"") -> None: ...
    def expand(self, glyfTable: GlyfTable) -> None: ...
    def recalcBounds(self, glyfTable: GlyfTable) -> None: ...
