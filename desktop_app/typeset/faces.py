"""Faces: one font file each, with the factor that makes its size mean what people expect.

Thai offices think in points of TH Sarabun, whose letters are small for their size.  A face
carries `factor`, the size at which it is drawn for one nominal point, so that 16 pt of any
face looks like 16 pt of TH Sarabun New.
"""

import struct
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from desktop_app.typeset.normalise import normalise
from desktop_app.typeset.outlines import Outlines

LEADING_FACTOR = 20.8 / 16
"""Line pitch of TH Sarabun New at single spacing, per nominal point (measured: 20.8 pt at 16)."""

_CONSONANTS = "".join(map(chr, range(0x0E01, 0x0E2F)))
_NEEDED = _CONSONANTS + "ะาำิีึืุูเแโใไ็่้๊๋์ๆฯ๐๑๒๓๔๕๖๗๘๙"
_THAI_WIDTH = 0.41177
"""Mean advance of ก to ฮ in TH Sarabun New, in ems: Sarabun's, which is 1.517 times larger."""

_INVISIBLE = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})

FALLBACK_FACTOR = 0.62
"""Factor of faces that only help out: a little smaller than Sarabun's, for their wider letters."""


class Unfitness(Enum):
    """Why a font file cannot serve."""

    UNREADABLE = "it is no font, or damaged"
    NOT_TRUETYPE = "its outlines are not TrueType"
    NO_EMBEDDING = "its licence forbids embedding (OS/2 fsType)"
    NO_THAI = "it lacks Thai letters"


class UnusableFont(Exception):
    """The font file cannot serve; `reason` says why."""

    def __init__(self, path: Path, reason: Unfitness) -> None:
        super().__init__(f"{path.name}: {reason.value}")
        self.reason = reason


@dataclass(frozen=True, eq=False)
class Face:
    """One font file opened for shaping; compare faces by identity."""

    path: Path
    factor: float

    @cached_property
    def _source(self) -> hb.Face:
        try:
            face = hb.Face(hb.Blob.from_file_path(self.path))
            tags = face.table_tags
        except (OSError, hb.HarfBuzzError) as problem:
            raise UnusableFont(self.path, Unfitness.UNREADABLE) from problem
        if "cmap" not in tags:
            raise UnusableFont(self.path, Unfitness.UNREADABLE)
        if "glyf" not in tags:
            raise UnusableFont(self.path, Unfitness.NOT_TRUETYPE)
        if _forbids_embedding(face):
            raise UnusableFont(self.path, Unfitness.NO_EMBEDDING)
        return face

    @cached_property
    def shaper(self) -> hb.Font:
        """The HarfBuzz font, in font units.  Raises UnusableFont."""
        return hb.Font(self._source)

    @cached_property
    def outlines(self) -> Outlines:
        """The outlines, for embedding.  Raises UnusableFont."""
        return Outlines(self._source)

    @cached_property
    def units_per_em(self) -> int:
        """Font units to the em."""
        return int(self._source.upem)

    def points(self, units: float, size: float) -> float:
        """Return a length of font units in points at a nominal `size`."""
        return units * size * self.factor / self.units_per_em

    def lacks(self, text: str) -> str:
        """Return the characters of `text` for which the font has no glyph, each once."""
        letters = dict.fromkeys(text)
        return "".join(c for c in letters if not self.shaper.get_nominal_glyph(ord(c)))

    def advance(self, character: str) -> float:
        """Return a character's own advance, in ems; 0 where there is no glyph."""
        glyph = self.shaper.get_nominal_glyph(ord(character))
        return self.shaper.get_glyph_h_advance(glyph) / self.units_per_em if glyph else 0.0


def _forbids_embedding(face: hb.Face) -> bool:
    # OS/2 fsType, OpenType 1.9: bit 1 alone is "restricted licence"; bit 9, bitmaps only.
    table = face.reference_table("OS/2").data
    if len(table) < 10:
        return False
    (rights,) = struct.unpack_from(">H", table, 8)
    return rights & 0x000E == 0x0002 or bool(rights & 0x0200)


@dataclass(frozen=True, eq=False)
class Family:
    """The four faces of a text; `fallback` finds one for what they lack, or None."""

    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face
    fallback: Callable[[str], Face | None] = lambda _: None

    def face(self, *, bold: bool, italic: bool) -> Face:
        """Return the face for a style."""
        if italic:
            return self.bold_italic if bold else self.italic
        return self.bold if bold else self.regular

    def lacking(self, text: str) -> str:
        """Return the characters of `text`, each once, that will show as an empty box.

        Neither the regular face nor a fallback has them, and they are not invisible anyway.
        """
        shown = "".join(c for c in normalise(text) if unicodedata.category(c) not in _INVISIBLE)
        return "".join(c for c in self.regular.lacks(shown) if self.fallback(c) is None)


def size_factor(path: Path) -> float:
    """Return the factor of a font: how large it is drawn for one point of TH Sarabun New.

    Worked out from the mean advance of the Thai consonants.  Raises UnusableFont, also where
    letters, marks or digits that official Thai needs are lacking.
    """
    face = Face(path, 1.0)
    if face.lacks(_NEEDED):
        raise UnusableFont(path, Unfitness.NO_THAI)
    return _THAI_WIDTH / (sum(map(face.advance, _CONSONANTS)) / len(_CONSONANTS))


def open_family(
    regular: Path,
    bold: Path | None = None,
    italic: Path | None = None,
    bold_italic: Path | None = None,
    *,
    fallback: Callable[[str], Face | None] = lambda _: None,
) -> Family:
    """Open the faces of a family, all drawn as large as the regular one.

    A style without a file of its own is set in the nearest that has one.  Raises UnusableFont.
    """
    factor = size_factor(regular)
    upright = Face(regular, factor)
    heavy = Face(bold, factor) if bold else upright
    slanted = Face(italic, factor) if italic else upright
    both = Face(bold_italic, factor) if bold_italic else heavy
    for face in (heavy, slanted, both):
        if face.lacks(_NEEDED):
            raise UnusableFont(face.path, Unfitness.NO_THAI)
    return Family(upright, heavy, slanted, both, fallback)
