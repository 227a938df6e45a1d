"""Pens that keep what is drawn with them."""

from fontTools.ttLib import GlyphSet

Point = tuple[float, float]

class DecomposingRecordingPen:
    value: list[tuple[str, tuple[Point, ...]]]
    def __init__(self, glyphSet: GlyphSet) -> None: ...
