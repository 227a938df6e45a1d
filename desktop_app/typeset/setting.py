"""The whole way of typesetting in one call: parts in, a PDF and the places of marks out."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app.typeset.breaks import Breaker
from desktop_app.typeset.draw import About, Ink, draw
from desktop_app.typeset.elements import Columns, Element, Paragraph, Part, PictureRow, Table
from desktop_app.typeset.faces import Family
from desktop_app.typeset.flow import Flow
from desktop_app.typeset.lines import Typesetter
from desktop_app.typeset.normalise import on_one_line
from desktop_app.typeset.pictures import OpenPicture, open_picture
from desktop_app.typeset.place import Placer
from desktop_app.typeset.recall import Recall
from desktop_app.typeset.rows import Page
from desktop_app.typeset.shape import Shaper
from desktop_app.typeset.ties import Names


class MarkPlace(NamedTuple):
    """Where a mark stands: page counted from 0, points from the sheet's top."""

    page: int
    top: float


class SetDocument(NamedTuple):
    """A finished PDF, its number of pages, the places of marks, the characters no face had."""

    pdf: bytes
    page_count: int
    places: Mapping[Hashable, MarkPlace]
    missing: frozenset[str]


class Press:
    """Sets documents one after another; what stays the same from one to the next is not set again.

    Give each document that is being edited its own press, and use a press from one thread at a
    time.  What it keeps never grows beyond the document, and what a document no longer uses is not
    in its file.
    """

    def __init__(
        self,
        family: Family,
        dictionary: Path,
        names: frozenset[str] = frozenset(),
        own: Iterable[str] = (),
        *,
        brief: bool = False,
        between: Callable[[], None] = lambda: None,
    ) -> None:
        """Set in the faces of `family` (`faces.open_family`).

        `dictionary` is a file of Thai words, one a line (UTF-8); no line parts one of `names`
        where it stands as a name, nor one of a user's `own` words wherever its letters stand.
        With `brief` a single short document is finished sooner, and a long one a little later;
        nothing is kept for another, so that a document takes less memory.

        `between` is called again and again while a document is set; what it raises ends that, and
        what was set so far is at hand for the next.
        """
        breaker = Breaker(dictionary, Names(names, frozenset(map(on_one_line, own))), brief)
        self.setter = Typesetter(breaker, Shaper(family.fallback), family)
        self._placer = Placer(self.setter, Flow(self.setter, between), once=brief)
        self._ink = Ink()
        self._pictures: Recall[bytes, OpenPicture] = Recall()
        self._brief, self._between = brief, between

    def open_picture(self, data: bytes) -> OpenPicture:
        """Open a picture, once for as long as the document keeps it.

        Raises pictures.UnreadablePicture.
        """
        return self._pictures.get(data, lambda: open_picture(data))

    def set_parts(
        self,
        parts: Sequence[Part],
        about: About,
        number_text: Callable[[int], str] = str,
    ) -> SetDocument:
        """Set parts as a PDF document (ISO 32000-1); no text makes it raise.

        Each part begins on a new page, and `number_text` says how the number of a page reads.
        Where `about` asks for the same bytes, no document that was set before shows in them.
        Raises faces.UnusableFont where a face cannot be read any more.
        """
        self.setter.expect(_paragraphs(parts))
        places: dict[Hashable, MarkPlace] = {}
        pages = self._noted(self._placer.one_by_one(parts, number_text), places)
        self._pictures.turn()
        # What was drawn before shows in the order of glyphs, unless the ink is fresh.
        fresh = about.same_bytes or self._brief
        try:
            drawn = draw(pages, about, None if fresh else self._ink)
        except BaseException:
            self._placer.keep()
            self._ink.contents.keep()
            raise
        return SetDocument(drawn.pdf, drawn.page_count, places, drawn.missing)

    def _noted(self, pages: Iterable[Page], places: dict[Hashable, MarkPlace]) -> Iterator[Page]:
        """Yield pages, and note where each mark stands first."""
        for number, page in enumerate(pages):
            self._between()
            for mark in page.marks:
                if mark.mark is not None:
                    places.setdefault(mark.mark, MarkPlace(number, mark.top))
            yield page


def _paragraphs(parts: Sequence[Part]) -> Iterator[Paragraph]:
    for part in parts:
        for element in part.elements:
            yield from _paragraphs_of(element)


def _paragraphs_of(element: Element) -> Iterator[Paragraph]:
    match element:
        case Paragraph():
            yield element
        case PictureRow(pictures):
            yield from (picture.caption for picture in pictures if picture.caption)
        case Columns(columns, heading=heading):
            yield from (paragraph for column in (heading, *columns) for paragraph in column)
        case Table(_, header, rows):
            yield from header
            yield from (p for row in rows for cell in row.cells for p in cell)
