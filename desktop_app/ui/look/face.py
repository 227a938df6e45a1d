"""The interface's typeface: the bundled Sarabun with line metrics that hold every Thai mark.

The face's own line metrics (1.068 em above the baseline, 0.232 em below) are shorter than its
ink: ฟื้ reaches 1.4 em up and ฎู 0.6 em down, so Qt clips them in labels, rows and fields.
The metrics are widened in memory before Qt sees the font, and with them every widget becomes
tall enough by itself.  The altered font carries a name of its own and is never written to disk.
"""

import struct

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

from desktop_app import paths

FAMILY = "SarabUI"
"""The altered face's name, so that an installed Sarabun cannot take its place."""

ASCENT = 1440
"""Height above the baseline that is kept for ink, in thousandths of an em."""

DESCENT = 620
"""Depth below the baseline that is kept for ink, in thousandths of an em."""

_ORIGINAL = "Sarabun"
_FILES = ("Sarabun-Regular.ttf", "Sarabun-Bold.ttf")


def install() -> str:
    """Give Qt the interface's face, regular and bold, and return the family's name.

    Raises OSError where a bundled font file is missing.
    """
    for name in _FILES:
        QFontDatabase.addApplicationFontFromData(QByteArray(_tall(paths.font(name).read_bytes())))
    return FAMILY


def _tall(font: bytes) -> bytes:
    """Return the font file with wider line metrics and another name (OpenType hhea, OS/2)."""
    data = bytearray(font)
    tables = _tables(font)
    struct.pack_into(">hhh", data, tables["hhea"] + 4, ASCENT, -DESCENT, 0)
    struct.pack_into(">hhhHH", data, tables["OS/2"] + 68, ASCENT, -DESCENT, 0, ASCENT, DESCENT)
    return _renamed(bytes(data))


def _tables(font: bytes) -> dict[str, int]:
    """Return where each table of an OpenType file begins, in bytes."""
    (count,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4s4xL", font, 12 + 16 * n) for n in range(count))
    return {tag.decode("ascii"): offset for tag, offset in records}


def _renamed(font: bytes) -> bytes:
    """Replace the family's name where it stands; both names have seven letters."""
    for coding in ("utf-16-be", "ascii"):
        font = font.replace(_ORIGINAL.encode(coding), FAMILY.encode(coding))
    return font
