"""A TrueType program in which every cluster that a document uses is one glyph.

A cluster of several pieces is a composite of the font's own glyphs, which stand behind the
clusters.  After the OpenType specification 1.9; the tables are those that a PDF asks for
(ISO 32000-1, 9.9).
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from desktop_app.typeset.outlines import Outline, Outlines, Part, composed
from desktop_app.typeset.shape import ClusterGlyph

_NOTDEF = 0
_WHOLE_FONT = 0xB1B0AFBA  # what the checksum of a font comes to
_MOST = 0xFFFF
_SHORT_OFFSETS_TO = 2 * _MOST


def build_subset(font: Outlines, glyphs: Mapping[int, ClusterGlyph]) -> bytes:
    """Return a program that draws `glyphs` by the numbers that they have here, which count from 1.

    Numbers that none has draw nothing.  Hints are left out.
    """
    inked = {code: _inked(font, glyph) for code, glyph in glyphs.items()}
    inked[_NOTDEF] = [Part(_NOTDEF, 0, 0)] if font[_NOTDEF].data else []
    size = max(inked) + 1
    numbers = {part: size + at for at, part in enumerate(_parts(font, inked.values()))}
    clusters = {code: _drawn(font, parts, numbers) for code, parts in inked.items()}
    outlines = [clusters.get(code, Outline()) for code in range(size)]
    outlines += (font[part].renumbered(numbers) for part in numbers)
    widths = [min(glyphs[code].width, _MOST) if code in glyphs else 0 for code in range(size)]
    most = max(map(len, inked.values()))
    return _file(_tables(font, [outline.data for outline in outlines], widths, most))


def _inked(font: Outlines, glyph: ClusterGlyph) -> list[Part]:
    """Return the pieces of a cluster that draw something."""
    pieces = glyph.pieces
    return [Part(piece.glyph, piece.x, piece.y) for piece in pieces if font[piece.glyph].data]


def _as_it_is(parts: Sequence[Part]) -> bool:
    return len(parts) == 1 and not (parts[0].x or parts[0].y)


def _parts(font: Outlines, clusters: Iterable[Sequence[Part]]) -> list[int]:
    """Return all glyphs of the font that others are made of, in the order of their first use."""
    found: dict[int, None] = {}
    for parts in clusters:
        if _as_it_is(parts):
            found.update((part, None) for _, part in font[parts[0].glyph].parts)
        else:
            found.update((part.glyph, None) for part in parts)
    waiting = list(found)
    while waiting:
        new = [part for _, part in font[waiting.pop()].parts if part not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return list(found)


def _drawn(font: Outlines, parts: Sequence[Part], numbers: Mapping[int, int]) -> Outline:
    if not parts:
        return Outline()
    if _as_it_is(parts):
        return font[parts[0].glyph].renumbered(numbers)
    moved = [Part(numbers[part.glyph], part.x, part.y) for part in parts]
    return composed(moved, [font[part.glyph].box for part in parts])


def _tables(
    font: Outlines, outlines: Sequence[bytes], widths: Sequence[int], most: int
) -> dict[str, bytes]:
    """Return the tables of a font of these outlines; `most` is the most pieces of a cluster."""
    padded = [outline + b"\0" * (-len(outline) % 2) for outline in outlines]
    ends = list(accumulate(map(len, padded), initial=0))
    long = ends[-1] > _SHORT_OFFSETS_TO
    loca = struct.pack(f">{len(ends)}I", *ends)
    if not long:
        loca = struct.pack(f">{len(ends)}H", *(end // 2 for end in ends))
    return {
        "glyf": b"".join(padded),
        "head": _changed(font.table("head"), (8, "I", 0), (50, "h", int(long))),
        "hhea": _changed(font.table("hhea"), (10, "H", max(widths)), (34, "H", len(widths))),
        "hmtx": _metrics(outlines, widths),
        "loca": loca,
        "maxp": _maxima(font.table("maxp"), len(outlines), most),
    }


def _changed(table: bytes, *changes: tuple[int, str, int]) -> bytes:
    """Return a table with numbers changed: each by its offset and its format."""
    data = bytearray(table)
    for at, kind, value in changes:
        struct.pack_into(f">{kind}", data, at, value)
    return bytes(data)


def _metrics(outlines: Sequence[bytes], widths: Sequence[int]) -> bytes:
    """Return hmtx; glyphs beyond `widths`, which are only parts of others, need no width."""
    edges = [data[2:4] or b"\0\0" for data in outlines]
    full = (struct.pack(">H", width) + edge for width, edge in zip(widths, edges, strict=False))
    return b"".join((*full, *edges[len(widths) :]))


def _maxima(table: bytes, count: int, most: int) -> bytes:
    """Return maxp; where clusters add to what the font says, nothing is more than this."""
    table = table.ljust(32, b"\0")
    points, contours, in_composites, contours_in_composites = struct.unpack_from(">4H", table, 6)
    elements, depth = struct.unpack_from(">2H", table, 28)
    return _changed(
        table,
        (4, "H", count),
        (10, "H", min(most * max(points, in_composites), _MOST)),
        (12, "H", min(most * max(contours, contours_in_composites), _MOST)),
        *((at, "H", 0) for at in range(16, 28, 2)),  # of instructions, which are left out
        (14, "H", 1),
        (28, "H", max(elements, most)),
        (30, "H", depth + 1),
    )


def _file(tables: Mapping[str, bytes]) -> bytes:
    """Return tables as a font file."""
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    header = struct.pack(">I4H", 0x00010000, count, search, power, 16 * count - search)
    starts: dict[str, int] = {}
    entries: list[bytes] = []
    bodies: list[bytes] = []
    at = len(header) + 16 * count
    for tag, data in sorted(tables.items()):
        starts[tag] = at
        bodies.append(data + b"\0" * (-len(data) % 4))
        entries.append(struct.pack(">4s3I", tag.encode(), _checksum(bodies[-1]), at, len(data)))
        at += len(bodies[-1])
    font = b"".join((header, *entries, *bodies))
    return _changed(font, (starts["head"] + 8, "I", (_WHOLE_FONT - _checksum(font)) % 2**32))


def _checksum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}I", data)
    return sum(words) % 2**32
