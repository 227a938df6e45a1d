"""Stage 6, beside drawing: the pieces of a page, marked by number (ISO 32000-1, 14.6)."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_app.typeset.roles import Tag
from desktop_app.typeset.rows import PlacedLine, PlacedPicture

END = "EMC"
FURNITURE = "/Artifact <</Type/Pagination>>BDC"  # page numbers, catchwords, repeated headers
RULES = "/Artifact <</Type/Layout>>BDC"


class Piece(NamedTuple):
    """One stretch of a page's content, as its tag says; `top` in points from the sheet's top."""

    number: int
    tag: Tag
    opens: bool
    top: float


@dataclass(slots=True, eq=False)
class Marking:
    """Numbers the pieces of one page while its content is written."""

    _pictures: list[Piece] = field(default_factory=list)
    _texts: list[Piece] = field(default_factory=list)

    def picture(self, placed: PlacedPicture) -> str:
        """Return the operator that begins a picture."""
        return self._begin(self._pictures, placed.tag, placed.top, opens=True)

    def text(self, placed: PlacedLine) -> str:
        """Return the operator that begins a stretch of lines."""
        return self._begin(self._texts, placed.tag, placed.baseline, opens=placed.opens)

    def _begin(self, pieces: list[Piece], tag: Tag | None, top: float, *, opens: bool) -> str:
        if tag is None:
            return FURNITURE
        number = len(self._pictures) + len(self._texts)
        pieces.append(Piece(number, tag, opens, top))
        return f"/{tag.role.value} <</MCID {number}>>BDC"

    def pieces(self) -> tuple[Piece, ...]:
        """Return all pieces as they are read: a picture before the text that stands below it."""
        read: list[Piece] = []
        pictures = deque(self._pictures)
        for text in self._texts:
            while pictures and pictures[0].top < text.top:
                read.append(pictures.popleft())
            read.append(text)
        return (*read, *pictures)


def stretches(lines: Sequence[PlacedLine]) -> Iterator[Sequence[PlacedLine]]:
    """Yield lines that follow each other and are part of the same."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].opens or lines[at].tag is not lines[start].tag:
            yield lines[start:at]
            start = at
