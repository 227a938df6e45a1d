"""Stage 5, first half: elements become rows, of lines that know where they stand in them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, groupby, zip_longest

from desktop_app.typeset.elements import (
    Columns,
    Element,
    Paragraph,
    Part,
    PictureRow,
    Sheet,
    Table,
)
from desktop_app.typeset.galleries import LEAST_PICTURE, GalleryRows, no_deeper
from desktop_app.typeset.lines import Typesetter
from desktop_app.typeset.paragraphs import FOOT, ParagraphRows
from desktop_app.typeset.recall import Recall
from desktop_app.typeset.roles import Role, Tag
from desktop_app.typeset.rows import Bond, Row, dropped, moved, side_by_side
from desktop_app.typeset.tabling import TableRows

_TIGHT = (0.55, 0.45)  # of the gaps of columns that would not fit on a page with what is above


@dataclass(frozen=True, slots=True)
class Flow:
    """Makes the rows of a part."""

    setter: Typesetter
    between: Callable[[], None] = lambda: None  # called before each element that is set
    recall: Recall[tuple[Element, Sheet], tuple[Row, ...]] = field(default_factory=Recall)

    def rows(self, part: Part) -> Iterator[Row]:
        """Yield the rows of all elements of a part; none is set before it is asked for."""
        return dropped(self._rows(part), part.drop)

    def _rows(self, part: Part) -> Iterator[Row]:
        last: list[Row] = []  # those that what comes next may have to be bound to
        elements = self._beside_columns(part)
        for at, element in enumerate(elements):
            if isinstance(element, Columns) and last:
                _bind_columns(last, among=isinstance(elements[at - 1], Columns))
            rows = [*last, *self._rows_of(element, part.sheet)]
            yield from rows[:-2]
            last = rows[-2:]
        yield from last

    def _beside_columns(self, part: Part) -> list[Element]:
        """Return the elements, columns and a picture just above so that both fit on a page."""
        elements: list[Element] = []
        for are_columns, group in groupby(part.elements, key=lambda e: isinstance(e, Columns)):
            if not are_columns:
                elements += group
                continue
            above = elements[-1] if elements else None
            columns = self._fitting([c for c in group if isinstance(c, Columns)], above, part.sheet)
            if isinstance(above, PictureRow):
                elements[-1] = no_deeper(above, self._room_above(columns, part.sheet))
            elements += columns
        return elements

    def _fitting(
        self, columns: list[Columns], above: Element | None, sheet: Sheet
    ) -> list[Columns]:
        """Return columns, closer together where they would fill the page that others begin."""
        needed = 3 * FOOT + (LEAST_PICTURE if isinstance(above, PictureRow) else 0.0)
        if isinstance(above, Table):
            header = self._rows_of(above._replace(rows=()), sheet)
            needed += sum(row.height for row in header)
        ways = [columns, *([_tight(one, gaps) for one in columns] for gaps in _TIGHT)]
        fitting = (way for way in ways if self._depth(way, sheet) <= sheet.depth - needed)
        return next(fitting, ways[1])

    def _depth(self, columns: Sequence[Columns], sheet: Sheet) -> float:
        return sum(self._height(one, sheet) for one in columns)

    def _room_above(self, columns: Sequence[Columns], sheet: Sheet) -> float:
        """Return the depth of a page above columns, as many of which stand below as can."""
        below = accumulate((self._height(one, sheet) for one in columns), initial=0.0)
        rooms = [sheet.depth - depth for depth in below]
        return min(room for room in rooms if room == rooms[0] or room > LEAST_PICTURE + 2 * FOOT)

    def _height(self, element: Element, sheet: Sheet) -> float:
        return sum(row.before + row.height for row in self._rows_of(element, sheet))

    def _rows_of(self, element: Element, sheet: Sheet) -> tuple[Row, ...]:
        return self.recall.get((element, sheet), lambda: tuple(self._element(element, sheet)))

    def _element(self, element: Element, sheet: Sheet) -> Iterator[Row]:
        self.between()
        paragraphs = ParagraphRows(self.setter)
        match element:
            case Paragraph():
                yield from paragraphs.of(element, sheet.measure)
            case PictureRow():
                yield from GalleryRows(paragraphs).of(element, sheet.measure)
            case Columns():
                yield from _columns(paragraphs, element, sheet)
            case Table():
                yield from TableRows(paragraphs).of(element, sheet.measure)


def _columns(paragraphs: ParagraphRows, columns: Columns, sheet: Sheet) -> Iterator[Row]:
    """Yield columns as one row, or one after another where they are deeper than a page."""
    count = len(columns.columns)
    cell = (sheet.measure - columns.gap * (count - 1)) / max(count, 1)
    tags = [Tag(Role.SIGNATURE) for _ in columns.columns]
    set_apart = [
        [moved(tuple(paragraphs.of(paragraph, cell, tag)), 0.0, 0.0) for paragraph in column]
        for column, tag in zip(columns.columns, tags, strict=True)
    ]
    levels = _levels(columns, set_apart)
    stacks = [_stack(rows, levels, at * (cell + columns.gap)) for at, rows in enumerate(set_apart)]
    heading = tuple(row for p in columns.heading for row in paragraphs.of(p, sheet.measure))
    together = replace(side_by_side(stacks, columns.before), heading=heading)
    if columns.before + together.height <= sheet.depth - FOOT * (1 + len(heading)):
        yield together
        return
    for column, tag in zip(columns.columns, tags, strict=True):
        for paragraph in column:
            for row in paragraphs.of(paragraph, sheet.measure, tag):
                yield replace(row, heading=heading)


def _levels(columns: Columns, stacks: Sequence[Sequence[Row]]) -> list[float]:
    """Return the tops of paragraphs in their stacks: those of the same place stand beside others."""
    tops, foot = list[float](), 0.0
    for paragraphs, rows in zip(zip_longest(*columns.columns), zip_longest(*stacks), strict=True):
        before = max(paragraph.style.before for paragraph in paragraphs if paragraph)
        tops.append(foot + (before if tops else 0.0))
        foot = tops[-1] + max(row.height for row in rows if row)
    return tops


def _stack(rows: Sequence[Row], levels: Sequence[float], x: float) -> Row:
    placed = [moved([row], x, top) for row, top in zip(rows, levels, strict=False)]
    return replace(
        side_by_side(placed, 0.0), height=max((row.height for row in placed), default=0.0)
    )


def _tight(columns: Columns, gaps: float) -> Columns:
    def closer(paragraph: Paragraph) -> Paragraph:
        style = paragraph.style
        return paragraph._replace(style=style._replace(before=style.before * gaps))

    closer_columns = tuple(tuple(map(closer, column)) for column in columns.columns)
    return columns._replace(columns=closer_columns, before=columns.before * gaps)


def _bind_columns(rows: list[Row], *, among: bool) -> None:
    """Bind what comes next, columns, to the row above, or to two lines where there are any."""
    last = rows[-1]
    rows[-1] = replace(last, bond=Bond.COLUMNS if among else Bond.ABOVE_COLUMNS)
    if not among and last.gallery is None and len(rows) > 1:
        rows[-2] = replace(rows[-2], bond=max(rows[-2].bond, Bond.HEADING))
