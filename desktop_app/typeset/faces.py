"""Faces: one font file each, with the factor that makes its size mean what people expect.

Thai offices think in points of TH Sarabun, whose letters are small for their size.  A face
carries `factor`, the size at which it is drawn for one nominal point, so that 16 pt of any
face looks like 16 pt of TH Sarabun New.
"""

import struct
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

SARABUN_FACTOR = 1 / 1.517
"""Sarabun (SIL OFL) is the design of TH Sarabun New drawn 1.517 times larger."""

LEADING_FACTOR = 20.8 / 16
"""Line pitch of TH Sarabun New at single spacing, per nominal point (measured: 20.8 pt at 16)."""


class UnusableFont(Exception):
    """The font file cannot serve: not TrueType outlines, damaged, or not to be embedded."""


@dataclass(frozen=True, eq=False)
class Face:
    """One font file opened for shaping; compare faces by identity."""

    path: Path
    factor: float

    @cached_property
    def _source(self) -> hb.Face:
        try:
            face = hb.Face(hb.Blob.from_file_path(self.path))
        except (OSError, hb.HarfBuzzError) as problem:
            raise UnusableFont(f"{self.path.name}: {problem}") from problem
        if "glyf" not in face.table_tags:
            raise UnusableFont(f"{self.path.name}: no TrueType outlines")
        if _forbids_embedding(face):
            raise UnusableFont(f"{self.path.name}: its licence forbids embedding")
        return face

    @cached_property
    def shaper(self) -> hb.Font:
        """The HarfBuzz font, in font units."""
        return hb.Font(self._source)

    @cached_property
    def units_per_em(self) -> int:
        """Font units to the em."""
        return int(self._source.upem)

    def points(self, units: float, size: float) -> float:
        """Return a length of font units in points at a nominal `size`."""
        return units * size * self.factor / self.units_per_em


def _forbids_embedding(face: hb.Face) -> bool:
    # OS/2 fsType, OpenType 1.9: bit 1 alone is "restricted licence"; bit 9, bitmaps only.
    table = face.reference_table("OS/2").data
    if len(table) < 10:
        return False
    (rights,) = struct.unpack_from(">H", table, 8)
    return rights & 0x000E == 0x0002 or bool(rights & 0x0200)


@dataclass(frozen=True, eq=False)
class Family:
    """The four faces of a text, and those that help out where they lack a character."""

    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face
    fallbacks: tuple[Face, ...] = ()

    def face(self, *, bold: bool, italic: bool) -> Face:
        """Return the face for a style."""
        if italic:
            return self.bold_italic if bold else self.italic
        return self.bold if bold else self.regular
