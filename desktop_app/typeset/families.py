"""Font files by the names that they give themselves: families that can set official Thai."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from desktop_app.typeset.faces import UnusableFont, size_factor

_FAMILY, _STYLE = 1, 2  # of OpenType's name table: as a style of four has them
_REGULAR = ("Regular", "Normal", "Book", "")


class FontFile(NamedTuple):
    """A font file, and what family and style it calls itself."""

    path: Path
    family: str
    style: str


def font_file(path: Path) -> FontFile | None:
    """Return what a font file calls itself; None where it is no font or has no name."""
    try:
        face = hb.Face(hb.Blob.from_file_path(path))
        family, style = face.get_name(_FAMILY), face.get_name(_STYLE)
    except (OSError, hb.HarfBuzzError, ValueError):
        return None
    return FontFile(path, family, style or "") if family else None


def styles_beside(regular: Path) -> tuple[Path | None, Path | None, Path | None]:
    """Return the bold, italic and bold italic files of a font's family, from its own folder."""
    own = font_file(regular)
    files = (font_file(path) for path in sorted(regular.parent.glob("*.[tT][tT][fF]")))
    family = [one for one in files if own and one and one.family == own.family]
    bold, italic, both = (
        next((one.path for one in family if one.style == style), None)
        for style in ("Bold", "Italic", "Bold Italic")
    )
    return bold, italic, both


def thai_families(folders: Sequence[Path]) -> tuple[FontFile, ...]:
    """Return the regular font of each family of these folders that can set official Thai."""
    found: dict[str, FontFile] = {}
    for path in _files(folders):
        one = font_file(path)
        if one and one.style in _REGULAR and one.family not in found and _serves(path):
            found[one.family] = one
    return tuple(found[name] for name in sorted(found))


def _files(folders: Iterable[Path]) -> Iterable[Path]:
    for folder in folders:
        yield from sorted(folder.rglob("*.[tT][tT][fF]"))


def _serves(path: Path) -> bool:
    try:
        size_factor(path)
    except UnusableFont:
        return False
    return True
