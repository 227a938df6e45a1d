"""The whole way of typesetting in one call: parts in, a PDF and the places of marks out."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.typeset.breaks import Breaker
from desktop_app.typeset.draw import About, draw
from desktop_app.typeset.elements import Part
from desktop_app.typeset.faces import Family
from desktop_app.typeset.lines import Typesetter
from desktop_app.typeset.place import Placer
from desktop_app.typeset.rows import Page
from desktop_app.typeset.shape import Shaper
from desktop_app.typeset.ties import Names


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """Where a mark stands: page counted from 0, points from the sheet's top."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class SetDocument:
    """A finished PDF, its number of pages, the places of marks, the characters no face had."""

    pdf: bytes
    page_count: int
    places: Mapping[Hashable, MarkPlace]
    missing: frozenset[str]


def typesetter(family: Family, dictionary: Path, names: frozenset[str] = frozenset()) -> Typesetter:
    """Return a typesetter for Thai; keep it, since it remembers every word that it has shaped."""
    return Typesetter(Breaker(dictionary, Names(names)), Shaper(family.fallbacks), family)


def set_parts(
    parts: Sequence[Part],
    setter: Typesetter,
    about: About,
    number_text: Callable[[int], str] = str,
) -> SetDocument:
    """Set parts as a PDF document."""
    pages = Placer(setter, number_text).pages(parts)
    return SetDocument(draw(pages, about), len(pages), _places(pages), _missing(pages))


def _places(pages: Sequence[Page]) -> dict[Hashable, MarkPlace]:
    places: dict[Hashable, MarkPlace] = {}
    for number, page in enumerate(pages):
        for mark in page.marks:
            if mark.mark is not None:
                places.setdefault(mark.mark, MarkPlace(number, mark.top))
    return places


def _missing(pages: Sequence[Page]) -> frozenset[str]:
    words = {word for page in pages for placed in page.lines for word in placed.line.words}
    return frozenset(character for word in words for character in word.missing)
