"""The outline of a PDF document: its bookmarks as a tree that a reader shows beside the pages.

Source: ISO 32000-1, 12.3.3.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from desktop_app.typeset.ready import Ready, name_in


class Entry(NamedTuple):
    """A bookmark: its title as a PDF string, its level from 0, and where it leads."""

    title: str
    level: int
    destination: str


class Outline(PDFObject):
    """Takes the place of ReportLab's outline, which takes as long as all pages together."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._data = b""

    @property
    def ready(self) -> int:
        """What ReportLab asks: -1 where there is no outline."""
        return 1 if self._entries else -1

    def add(self, entry: Entry) -> None:
        """Add the next bookmark, in the order of the pages."""
        self._entries.append(entry)

    def prepare(self, document: PDFDocument, canvas: object) -> None:
        """Make the objects of all bookmarks; ReportLab calls it before it writes the file."""
        del canvas
        if not self._entries:
            return
        items = [Ready() for _ in self._entries]
        names = [name_in(document, item) for item in items]
        root = name_in(document, self)
        families = _families([entry.level for entry in self._entries])
        for at, (entry, item) in enumerate(zip(self._entries, items, strict=True)):
            beside = _beside(families, at, names, root)
            said = (f"/Title {entry.title} /Dest {entry.destination}", *beside)
            item.data = _dictionary(*said, *_below(families, at, names))
        self._data = _dictionary("/Type /Outlines", *_below(families, -1, names))

    def format(self, document: PDFDocument) -> bytes:
        """Return the root of the outline as it stands in the file."""
        del document
        return self._data


class _Families(NamedTuple):
    """Which bookmark stands below which; -1 is the outline itself."""

    parents: list[tuple[int, int]]  # of each, and its place among its parent's
    children: dict[int, list[int]]
    descendants: dict[int, int]


def _families(levels: Sequence[int]) -> _Families:
    parents: list[tuple[int, int]] = []
    children: dict[int, list[int]] = {-1: []}
    open_ones: list[int] = []
    for at, level in enumerate(levels):
        while open_ones and levels[open_ones[-1]] >= level:
            open_ones.pop()
        parent = open_ones[-1] if open_ones else -1
        siblings = children.setdefault(parent, [])
        parents.append((parent, len(siblings)))
        siblings.append(at)
        open_ones.append(at)
    descendants = dict.fromkeys(range(-1, len(levels)), 0)
    for at in range(len(levels) - 1, -1, -1):
        descendants[parents[at][0]] += 1 + descendants[at]
    return _Families(parents, children, descendants)


def _beside(families: _Families, at: int, names: Sequence[str], root: str) -> Iterator[str]:
    """Yield what an entry says of the one above it and of those beside it."""
    parent, place = families.parents[at]
    siblings = families.children[parent]
    yield f"/Parent {root if parent < 0 else names[parent]}"
    if place:
        yield f"/Prev {names[siblings[place - 1]]}"
    if place + 1 < len(siblings):
        yield f"/Next {names[siblings[place + 1]]}"


def _below(families: _Families, at: int, names: Sequence[str]) -> tuple[str, ...]:
    """Return what an entry, or the outline, says of the entries below it, all of them open."""
    below = families.children.get(at)
    if not below:
        return ()
    first, last = names[below[0]], names[below[-1]]
    return (f"/First {first}", f"/Last {last}", f"/Count {families.descendants[at]}")


def _dictionary(*parts: str) -> bytes:
    return f"<< {' '.join(parts)} >>".encode("ascii")
