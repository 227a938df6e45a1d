"""Stage 5, second half: rows come to stand on pages, with page numbers and catchwords.

Catchwords are made last, from the row that really starts the next page.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, NamedTuple

from desktop_app.typeset.breaks import Break
from desktop_app.typeset.clusters import units
from desktop_app.typeset.elements import Part, Run, Sheet, Style
from desktop_app.typeset.fit import Item
from desktop_app.typeset.flow import Flow
from desktop_app.typeset.galleries import may_shrink, shallower
from desktop_app.typeset.lines import Line, Typesetter
from desktop_app.typeset.paging import paginate
from desktop_app.typeset.paragraphs import BASELINE, FOOT
from desktop_app.typeset.recall import Recall
from desktop_app.typeset.rows import Page, PlacedLine, Row, page_of

_PAGE_NUMBER_TOP = 36.0  # points from the top of the sheet to the top of the number's line
_CATCHWORD_WORDS = 3
_CATCHWORD_LETTERS = 12  # two words are enough from here on, and one from twice as many
_CATCHWORD_LONGEST = 40  # letters after which even a word is cut


PageKey = tuple[tuple[Row, ...], Sheet, str, str]
"""All that a page depends on: its rows, its sheet, its number and its catchword."""


class _Body(NamedTuple):
    """The rows of one page before they are placed."""

    part: Part
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Placer:
    """Turns parts into pages; kept, it works out again only what an edit moved."""

    setter: Typesetter
    flow: Flow
    once: bool = False  # nothing is kept for another document
    recall: Recall[PageKey, Page] = field(default_factory=Recall)
    catchwords: Recall[Row, str] = field(default_factory=Recall)
    shrunk: Recall[tuple[Row, float], Row] = field(default_factory=Recall)

    def pages(
        self, parts: Sequence[Part], number_text: Callable[[int], str] = str
    ) -> tuple[Page, ...]:
        """Return the pages of all parts, see `one_by_one`."""
        return tuple(self.one_by_one(parts, number_text))

    def one_by_one(
        self, parts: Sequence[Part], number_text: Callable[[int], str] = str
    ) -> Iterator[Page]:
        """Yield the pages of all parts, each part from a new page; numbers run through.

        `number_text` says how a page number reads.
        """
        for recall in self._recalls():
            recall.turn()
        number = 0
        for body, following in _with_next(self._bodies(parts)):
            number += body.part.numbered
            shown = number_text(number) if body.part.numbered and number > 1 else ""
            yield self._page(body, following, shown)
            for recall in self._recalls() if self.once else ():
                recall.clear()

    def keep(self) -> None:
        """Have what was worked out at hand for the next document, though this one was not finished."""
        for recall in self._recalls():
            recall.keep()

    def _recalls(self) -> tuple[Recall[Any, Any], ...]:
        placing = (self.recall, self.catchwords, self.shrunk)
        return (self.setter.recall, self.flow.recall, *placing)

    def _bodies(self, parts: Sequence[Part]) -> Iterator[_Body]:
        """Yield what stands on each page; no more is set than it takes to know that."""
        for at, part in enumerate(parts):
            rows = self.flow.rows(part)
            reserve = FOOT if part.numbered else 0.0
            goes_on = any(later.numbered for later in parts[at + 1 :])
            depth = part.sheet.depth
            pages = paginate(rows, depth, reserve, goes_on=goes_on, shrink=self._shrunk)
            yield from (_Body(part, page) for page in pages)

    def _shrunk(self, row: Row, depth: float) -> Row | None:
        if not may_shrink(row, depth):
            return None
        return self.shrunk.get((row, depth), lambda: shallower(row, depth))

    def _page(self, body: _Body, following: _Body | None, number: str) -> Page:
        next_row = _first_row(following) if body.part.numbered else None
        catchword = self._catchword_for(next_row) if next_row else ""
        sheet = body.part.sheet
        key = (body.rows, sheet, number, catchword)
        compose = partial(self._composed, body.rows, sheet, number, catchword)
        return compose() if self.once else self.recall.get(key, compose)

    def _composed(self, rows: tuple[Row, ...], sheet: Sheet, number: str, catchword: str) -> Page:
        page = page_of(rows, sheet, FOOT)
        head = [self._page_number(sheet, number)] if number else []
        foot = [self._catchword(sheet, catchword)] if catchword else []
        return replace(page, lines=(*head, *page.lines, *foot))

    def _page_number(self, sheet: Sheet, number: str) -> PlacedLine:
        line = self._line(f"- {number} -")
        x = sheet.left + (sheet.measure - line.width) / 2
        return PlacedLine(x, _PAGE_NUMBER_TOP + Style().size * BASELINE, line)

    def _catchword(self, sheet: Sheet, text: str) -> PlacedLine:
        line = self._line(text)
        top = sheet.height - sheet.bottom - FOOT
        x = sheet.left + sheet.measure - line.width
        return PlacedLine(x, top + Style().size * BASELINE, line)

    def _line(self, text: str) -> Line:
        return self.setter.line_of((Run(text),), Style().size)

    def _catchword_for(self, row: Row) -> str:
        return self.catchwords.get(row, lambda: f"/{self._first_words(row)}...")

    def _first_words(self, row: Row) -> str:
        if row.slice is None:
            return self._words_of("", (*row.heading, row)[0].lines)
        number, *cells = (cell for cell in row.slice.cells if cell)
        if row.slice.starts and cells:  # a table's row has a number in its first cell
            return self._words_of(f"{number[0].line.text} ", cells[0])
        return self._words_of("", number)

    def _words_of(self, label: str, lines: Sequence[PlacedLine]) -> str:
        """Return the first words of lines of which the first may be a label."""
        texts = [placed.line.text for placed in lines]
        if texts and texts[0].endswith(" "):  # only labels do
            label, texts = texts[0], texts[1:]
        body = self.setter.items((Run(next(iter(texts), "")),), Style().size)
        return label + _opening(body)


def _with_next(bodies: Iterator[_Body]) -> Iterator[tuple[_Body, _Body | None]]:
    """Yield each of `bodies` with the one after it."""
    body = next(bodies, None)
    while body is not None:
        following = next(bodies, None)
        yield body, following
        body = following


def _first_row(body: _Body | None) -> Row | None:
    rows = body.rows if body and body.part.numbered else ()
    return next((row for row in rows if row.lines or row.pictures or row.slice), None)


def _opening(items: Sequence[Item]) -> str:
    """Return the first two or three words of a line, cut where a line may end."""
    text = ""
    for words, item in enumerate(items, start=1):
        text += "".join(word.text for word in item.words) + " " * len(item.spaces)
        enough = words >= _CATCHWORD_WORDS or len(text) >= _CATCHWORD_LETTERS * (3 - words)
        if enough and item.after is not Break.NEVER:
            break
    return _cut(text.strip())


def _cut(text: str) -> str:
    """Return `text`, or of a text that would fill the line no more than its beginning."""
    if len(text) <= _CATCHWORD_LONGEST:
        return text
    shown = ""
    for unit in units(text):
        if len(shown) + len(unit) > _CATCHWORD_LONGEST:
            break
        shown += unit
    return shown or text[:_CATCHWORD_LONGEST]
