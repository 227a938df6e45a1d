"""The outlines of a TrueType font as its file keeps them, ready to be carried over into another.

After the OpenType specification 1.9 (glyf, loca, head, hmtx).  Outlines are bytes, without their
instructions (hints); of what is inside, only the numbers of other glyphs are read, which change
when a glyph moves to another font.  Lengths are font units.
"""

import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import uharfbuzz as hb

# Flags of a component: wide numbers, offsets rather than points that meet, whole units, and so on.
_WIDE, _OFFSETS, _TO_GRID, _MORE, _HAS_PROGRAM = 0x0001, 0x0002, 0x0004, 0x0020, 0x0100
_SCALES = ((0x0008, 2), (0x0040, 4), (0x0080, 8))  # flag of a scale, bytes that it adds
_NO_PROGRAM = b"\0\0"
_FARTHEST = 0x7FFF  # from the origin, in either direction

Box = tuple[int, int, int, int]
"""The left, bottom, right and top edge of what is drawn."""


class Part(NamedTuple):
    """A glyph, by its number, moved to the right and up."""

    glyph: int
    x: int
    y: int


class Outline(NamedTuple):
    """One glyph's outline without instructions; no data where it draws nothing.

    `parts` holds the offsets in the data of the numbers of glyphs that it is made of, and the
    numbers.
    """

    data: bytes = b""
    parts: tuple[tuple[int, int], ...] = ()

    @property
    def box(self) -> Box:
        """The edges that the font gives for what is drawn."""
        left, bottom, right, top = struct.unpack_from(">4h", self.data, 2)
        return left, bottom, right, top

    def renumbered(self, numbers: Mapping[int, int]) -> "Outline":
        """Return the outline with the glyphs that it is made of called by other numbers."""
        if not self.parts:
            return self
        data = bytearray(self.data)
        for at, part in self.parts:
            struct.pack_into(">H", data, at, numbers[part])
        return Outline(bytes(data), tuple((at, numbers[part]) for at, part in self.parts))


class Outlines:
    """The outlines and advances of one font, read one by one as they are asked for."""

    def __init__(self, font: hb.Face) -> None:
        """Read `font`, which must have TrueType outlines."""
        self._font = font
        self._known: dict[int, Outline] = {}
        self._glyf = self.table("glyf")
        offsets = self.table("loca")
        if struct.unpack_from(">h", self.table("head"), 50)[0]:
            self._starts = struct.unpack(f">{len(offsets) // 4}I", offsets)
        else:
            self._starts = tuple(2 * at for at in struct.unpack(f">{len(offsets) // 2}H", offsets))

    def table(self, tag: str) -> bytes:
        """Return a table as it stands in the font's file, empty where it has none."""
        return bytes(self._font.reference_table(tag).data)

    def __getitem__(self, glyph: int) -> Outline:
        """Return the outline of a glyph; one that the font lacks draws nothing."""
        known = self._known.get(glyph)
        if known is None:
            known = self._known[glyph] = self._read(glyph)
        return known

    def _read(self, glyph: int) -> Outline:
        data = self._glyf[slice(*self._starts[glyph : glyph + 2])]
        contours = struct.unpack_from(">h", data)[0] if len(data) > 10 else 0
        if contours == 0:
            return Outline()
        return _simple(data, contours) if contours > 0 else _composite(data)


def _simple(data: bytes, contours: int) -> Outline:
    at = 10 + 2 * contours
    (instructions,) = struct.unpack_from(">H", data, at)
    return Outline(data[:at] + _NO_PROGRAM + data[at + 2 + instructions :])


def _composite(data: bytes) -> Outline:
    kept = bytearray(data)
    parts: list[tuple[int, int]] = []
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">2H", data, at)
        struct.pack_into(">H", kept, at, flags & ~_HAS_PROGRAM)
        parts.append((at + 2, part))
        at += 8 if flags & _WIDE else 6
        at += sum(size for flag, size in _SCALES if flags & flag)
    return Outline(bytes(kept[:at]), tuple(parts))


def composed(parts: Sequence[Part], boxes: Sequence[Box]) -> Outline:
    """Return an outline made of others, which draw within `boxes` before they are moved."""
    placed = [Part(part.glyph, _within(part.x), _within(part.y)) for part in parts]
    moved = [
        (left + part.x, bottom + part.y, right + part.x, top + part.y)
        for (left, bottom, right, top), part in zip(boxes, placed, strict=True)
    ]
    lefts, bottoms, rights, tops = zip(*moved, strict=True)
    edges = map(_within, (min(lefts), min(bottoms), max(rights), max(tops)))
    flags = [_WIDE | _OFFSETS | _TO_GRID | _MORE] * len(placed)
    flags[-1] ^= _MORE
    components = (
        struct.pack(">2H2h", flag, *part) for flag, part in zip(flags, placed, strict=True)
    )
    return Outline(b"".join((struct.pack(">5h", -1, *edges), *components)))


def _within(length: int) -> int:
    return max(-_FARTHEST, min(length, _FARTHEST))
