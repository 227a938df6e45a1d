"""Faces of the computer that help out where the document's own lacks a character."""

import os
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from desktop_app.typeset.faces import FALLBACK_FACTOR, Face, UnusableFont

# Plain text faces with many scripts, the likeliest to have what is looked for and to look sober.
_LIKELY = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "segoeui.ttf", "seguisym.ttf", "arial.ttf")


def font_folders() -> tuple[Path, ...]:
    """Return the folders where this system keeps its fonts."""
    own = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", own))
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        folders = (windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts")
    elif sys.platform == "darwin":
        folders = (Path("/System/Library/Fonts"), Path("/Library/Fonts"))
    else:
        folders = (Path("/usr/share/fonts"), own / ".local" / "share" / "fonts")
    return folders


class InstalledFaces:
    """Finds a TrueType face for a character among the files of some folders; looks only if asked."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._found: dict[str, Face | None] = {}

    def face_with(self, text: str) -> Face | None:
        """Return a face that has every character of `text`, or None."""
        if text not in self._found:
            self._found[text] = next((f for f in self._faces if not f.lacks(text)), None)
        return self._found[text]

    @cached_property
    def _faces(self) -> tuple[Face, ...]:
        return tuple(self._usable(sorted(self._files(), key=_likeliest_first)))

    def _files(self) -> Iterator[Path]:
        for folder in self._folders:
            yield from folder.rglob("*.ttf")

    def _usable(self, files: Sequence[Path]) -> Iterator[Face]:
        for file in files:
            face = Face(file, FALLBACK_FACTOR)
            try:
                face.lacks(" ")
            except UnusableFont:
                continue
            yield face


def _likeliest_first(file: Path) -> tuple[int, str]:
    names = [name.casefold() for name in _LIKELY]
    name = file.name.casefold()
    return (names.index(name) if name in names else len(names), str(file))
