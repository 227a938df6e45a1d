"""Stage 3, shape: words become clusters of placed glyphs, once for every word and face.

Shaping is HarfBuzz's.  The pieces that it places for one cluster (a consonant, its marks, SARA
AM) are kept together as one `ClusterGlyph`, which the document embeds as one glyph with the
cluster's whole text: that is why the text reads back exactly.  Lengths are font units, so a
word is shaped once for all sizes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from desktop_app.typeset.clusters import is_thai
from desktop_app.typeset.faces import Face

_LONGEST_CLUSTER = 32  # letters; those of a key held down would be no glyph that a font can hold


class Piece(NamedTuple):
    """One glyph of the font at its place within a cluster; font units, y upwards."""

    glyph: int
    x: int
    y: int


@dataclass(frozen=True, slots=True, eq=False)
class ClusterGlyph:
    """What is embedded as one glyph: the pieces, the text that they stand for, the advance."""

    text: str
    pieces: tuple[Piece, ...]
    width: int
    missing: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A shaped stretch of text in one face that no line breaks; compare words by identity.

    `kerns[i]` is what the pen moves, in font units, after the width of `glyphs[i]`.  Where a line is
    spread, gaps come between the clusters of a word that `spreads`: a space, or one with Thai letters.
    """

    face: Face
    text: str
    glyphs: tuple[ClusterGlyph, ...]
    kerns: tuple[int, ...]
    advance: int
    spreads: bool = True

    @property
    def as_read(self) -> tuple[ClusterGlyph, ...]:
        """The glyphs in the order of the text, which scripts from right to left draw backwards."""
        drawn = "".join(glyph.text for glyph in self.glyphs)
        return self.glyphs if drawn == self.text else self.glyphs[::-1]

    @property
    def missing(self) -> str:
        """The characters for which the face has no glyph."""
        return "".join(glyph.text for glyph in self.glyphs if glyph.missing)


@dataclass(frozen=True)
class Shaper:
    """Shapes words and remembers them; give one to everything that sets the same text again.

    `fallback` is asked for a face for clusters that the word's own face lacks.
    """

    fallback: Callable[[str], Face | None] = lambda _: None
    _words: dict[tuple[Face, str], tuple[Word, ...]] = field(default_factory=dict, repr=False)
    _glyphs: dict[tuple[Face, str, tuple[Piece, ...], int], ClusterGlyph] = field(
        default_factory=dict, repr=False
    )
    _line_ends: dict[Word, Word] = field(default_factory=dict, repr=False)

    def words(self, face: Face, text: str) -> tuple[Word, ...]:
        """Return `text` shaped: one word, more where fallback faces help out, none if empty."""
        if not text:
            return ()
        known = self._words.get((face, text))
        if known is None:
            known = self._words[face, text] = self._shape(face, text)
        return known

    def ending_a_line(self, word: Word) -> Word:
        """Return a word that ends in a hyphen as it is set at the end of a line.

        Readers take a hyphen there for one that the line end brought, and drop it (poppler, also
        over a paragraph's end) or change it (pdfium, even before a common space).  This one
        reads back with a no-break space behind it, and stays.
        """
        known = self._line_ends.get(word)
        if known is None:
            last = word.glyphs[-1]
            spaced = replace(last, text=f"{last.text}\u00a0")
            known = replace(word, glyphs=(*word.glyphs[:-1], spaced))
            self._line_ends[word] = known
        return known

    def _shape(self, face: Face, text: str) -> tuple[Word, ...]:
        word = self._in_face(face, text)
        if not word.missing:
            return (word,)
        return tuple(
            self._in_face(chosen, part) for chosen, part in self._by_face(face, word.as_read)
        )

    def _by_face(self, face: Face, glyphs: tuple[ClusterGlyph, ...]) -> list[tuple[Face, str]]:
        parts: list[tuple[Face, str]] = []
        for glyph in glyphs:
            chosen = (self.fallback(glyph.text) or face) if glyph.missing else face
            if parts and parts[-1][0] is chosen:
                parts[-1] = (chosen, parts[-1][1] + glyph.text)
            else:
                parts.append((chosen, glyph.text))
        return parts

    def _in_face(self, face: Face, text: str) -> Word:
        glyphs: list[ClusterGlyph] = []
        kerns: list[int] = []
        for part, pieces, advance in _clusters(face, text):
            width = _own_width(face, pieces, advance)
            glyphs.append(self._glyph(face, part, pieces, width))
            kerns.append(advance - width)
        advance = sum(g.width for g in glyphs) + sum(kerns)
        spreads = text == " " or any(map(is_thai, text))
        return Word(face, text, tuple(glyphs), tuple(kerns), advance, spreads)

    def _glyph(self, face: Face, text: str, pieces: tuple[Piece, ...], width: int) -> ClusterGlyph:
        key = (face, text, pieces, width)
        known = self._glyphs.get(key)
        if known is None:
            missing = any(piece.glyph == 0 for piece in pieces)
            known = self._glyphs[key] = ClusterGlyph(text, pieces, width, missing)
        return known


def _own_width(face: Face, pieces: tuple[Piece, ...], advance: int) -> int:
    # A glyph alone keeps its own width, and kerning moves the pen: one embedded glyph per letter.
    if len(pieces) == 1 and not (pieces[0].x or pieces[0].y):
        return int(face.shaper.get_glyph_h_advance(pieces[0].glyph))
    return advance


def _clusters(face: Face, text: str) -> Iterator[tuple[str, tuple[Piece, ...], int]]:
    """Yield text, pieces and advance of each cluster, from left to right as they are drawn."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "th"  # and not what the computer speaks: faces shape Latin by it, too
    hb.shape(face.shaper, buffer, {})
    placed = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    groups = [(start, list(group)) for start, group in groupby(placed, lambda g: g[0].cluster)]
    starts = sorted({start for start, _ in groups})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for start, group in groups:
        part = text[start : ends[start]]
        if len(part) > _LONGEST_CLUSTER:
            halves = (part[: len(part) // 2], part[len(part) // 2 :])
            for half in halves[::-1] if buffer.direction == "rtl" else halves:
                yield from _clusters(face, half)
        else:
            yield part, *_standing(face, *_put_together(group))


def _put_together(
    group: Sequence[tuple[hb.GlyphInfo, hb.GlyphPosition]],
) -> tuple[tuple[Piece, ...], int]:
    """Return a cluster's glyphs at their places, and how far the pen moves over them all."""
    pen, pieces = 0, list[Piece]()
    for info, position in group:
        pieces.append(Piece(info.codepoint, pen + position.x_offset, position.y_offset))
        pen += position.x_advance
    return tuple(pieces), pen


def _standing(face: Face, pieces: tuple[Piece, ...], advance: int) -> tuple[tuple[Piece, ...], int]:
    """Give a mark that has no letter to stand on half an em: readers misplace what has no width."""
    if advance > 0:
        return pieces, advance
    width = face.units_per_em // 2
    return tuple(Piece(glyph, x + width, y) for glyph, x, y in pieces), width
