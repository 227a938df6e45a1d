"""Rows: what a page holds whole, and how rows are stacked, set side by side, and made pages.

The bond of a row to the next is all that keeps need: two lines at the foot and at the head of a page,
headings with what they head, signatures with the text before them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple

from desktop_app.typeset.elements import Bookmark, Sheet
from desktop_app.typeset.lines import Line
from desktop_app.typeset.pictures import OpenPicture
from desktop_app.typeset.roles import Tag

CELL_DEPTH = 3.0
"""Points between a table's rules and its text, above and below."""


class PlacedLine(NamedTuple):
    """A line with its left end and baseline; points from the sheet's top left.

    `opens` says that it is the first of what its `tag` stands for.
    """

    x: float
    baseline: float
    line: Line
    tag: Tag | None = None
    opens: bool = False


class PlacedPicture(NamedTuple):
    """A picture with its box; points from the sheet's top left."""

    x: float
    top: float
    width: float
    height: float
    picture: OpenPicture
    tag: Tag | None = None


class PlacedMark(NamedTuple):
    """Where an element with a mark or a bookmark begins; points from the sheet's top."""

    top: float
    mark: object
    bookmark: Bookmark | None


class Rule(NamedTuple):
    """A straight line of a table, from (x, top) to (to_x, to_top)."""

    x: float
    top: float
    to_x: float
    to_top: float


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """All that is drawn on one page; points from the sheet's top left."""

    sheet: Sheet
    lines: tuple[PlacedLine, ...]
    pictures: tuple[PlacedPicture, ...]
    marks: tuple[PlacedMark, ...]
    rules: tuple[Rule, ...] = ()


class Slice(NamedTuple):
    """What makes a row one line's depth of a table's row: its cells, apart, within their edges.

    `edges` are the x of all vertical rules.  Rows of the same `table_row` are read cell by cell.
    """

    cells: tuple[tuple[PlacedLine, ...], ...]
    edges: tuple[float, ...]
    table_row: int
    starts: bool
    ends: bool
    header: "tuple[Row, ...]" = ()


class Bond(IntEnum):
    """What holds a row to the next; the larger, the worse where a page's end parts them."""

    NONE = 0
    PART = 1  # of a heading's lines
    LINES = 3  # two lines of a paragraph at the foot of a page and at its head
    HEADING = 10  # with what it heads, a table's header, a picture with its long caption
    COLUMNS = 20  # of signatures, with further ones
    ABOVE_COLUMNS = 60  # what is signed, with the signatures


class Gallery(NamedTuple):
    """What makes a row one of pictures: how many there are, and the most that a page may hold."""

    pictures: int
    most: int


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """What a page holds whole, at offsets from the left margin and the row's own top.

    `heading` stands above it where it begins a page, as a table's header above what goes on.
    Rows and pages are compared by identity: what stayed the same is the same row again.
    """

    height: float
    before: float = 0.0
    bond: Bond = Bond.NONE
    lines: tuple[PlacedLine, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()
    marks: tuple[PlacedMark, ...] = ()
    slice: Slice | None = None
    gallery: Gallery | None = None
    heading: "tuple[Row, ...]" = ()


def moved(rows: Sequence[Row], x: float, y: float) -> Row:
    """Return rows stacked as one, moved by `x` and `y`; the gap before the first does not count."""
    lines: list[PlacedLine] = []
    pictures: list[PlacedPicture] = []
    marks: list[PlacedMark] = []
    for at, row in enumerate(rows):
        y += row.before if at else 0.0
        lines += [PlacedLine(p.x + x, p.baseline + y, p.line, p.tag, p.opens) for p in row.lines]
        pictures += [p._replace(x=p.x + x, top=p.top + y) for p in row.pictures]
        marks += [mark._replace(top=mark.top + y) for mark in row.marks]
        y += row.height
    return Row(y, lines=tuple(lines), pictures=tuple(pictures), marks=tuple(marks))


def side_by_side(rows: Sequence[Row], before: float) -> Row:
    """Return rows that begin at the same height as one."""
    return Row(
        max((row.height for row in rows), default=0.0),
        before,
        lines=tuple(line for row in rows for line in row.lines),
        pictures=tuple(picture for row in rows for picture in row.pictures),
        marks=tuple(mark for row in rows for mark in row.marks),
    )


def dropped(rows: Iterator[Row], drop: float) -> Iterator[Row]:
    """Yield rows of which the first starts `drop` lower, whatever stands above it."""
    first = next(rows, None) if drop else None
    if first is not None:
        yield Row(drop, bond=Bond.HEADING)
        yield replace(first, before=0.0)
    yield from rows


def page_of(rows: Sequence[Row], sheet: Sheet, foot: float = 0.0) -> Page:
    """Return a page of rows; what goes on from the page before begins with its header.

    A page that is full of pictures has them evenly spread over all its depth but the `foot`.
    """
    air = _air(rows, sheet.depth - foot)
    body = [
        *map(_as_furniture, header_of(rows)),
        *(replace(row, before=row.before + air) if air else row for row in _closed(rows)),
    ]
    lines: list[PlacedLine] = []
    pictures: list[PlacedPicture] = []
    marks: list[PlacedMark] = []
    rules: list[Rule] = []
    top = sheet.top + air / 2
    for table_row, group in groupby(body, key=lambda row: row.slice and row.slice.table_row):
        block = list(group)
        top += block[0].before if block[0] is not body[0] else 0.0
        whole = moved([_as_stack(row) for row in block], sheet.left, top)
        lines += whole.lines if table_row is None else _cell_by_cell(block, sheet.left, top)
        pictures += whole.pictures
        marks += whole.marks
        rules += _rules(block, sheet.left, top)
        top = whole.height
    return Page(sheet, tuple(lines), tuple(pictures), tuple(marks), tuple(rules))


def _closed(rows: Sequence[Row]) -> list[Row]:
    """Return rows, with room below the rule above a table's row that goes on, and above that below."""
    closed = list(rows)
    if closed and is_continued(closed[0]):
        closed[0] = padded(closed[0], CELL_DEPTH, 0.0)
    if closed and closed[-1].slice and not closed[-1].slice.ends:
        closed[-1] = padded(closed[-1], 0.0, CELL_DEPTH)
    return closed


def is_continued(row: Row) -> bool:
    """Say whether a row is not the first of a table's row."""
    return row.slice is not None and not row.slice.starts


def padded(row: Row, above: float, below: float) -> Row:
    """Return a row of a table with more room above and below its lines, in points."""
    if row.slice is None or not (above or below):
        return row
    cells = tuple(lowered(cell, above) for cell in row.slice.cells)
    return replace(row, height=row.height + above + below, slice=row.slice._replace(cells=cells))


def lowered(lines: Sequence[PlacedLine], down: float) -> tuple[PlacedLine, ...]:
    """Return lines `down` points further down."""
    return tuple(line._replace(baseline=line.baseline + down) for line in lines)


def _air(rows: Sequence[Row], depth: float) -> float:
    """Return what each row of a page full of pictures gains in depth, 0 on any other page."""
    galleries = [row.gallery for row in rows if row.gallery]
    most = galleries[0].most if galleries else 0
    if not most or len(galleries) < len(rows) or sum(g.pictures for g in galleries) < most:
        return 0.0
    used = sum(row.height for row in rows) + sum(row.before for row in rows[1:])
    return max(depth - used, 0.0) / len(rows)


def header_of(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return what stands above rows that begin a page: a table's header, their own, or nothing."""
    if not rows:
        return ()
    return rows[0].slice.header if rows[0].slice else rows[0].heading


def _as_furniture(row: Row) -> Row:
    """Return the row of a header that was read before."""
    if row.slice is None:
        return replace(row, lines=tuple(line._replace(tag=None) for line in row.lines))
    cells = tuple(tuple(line._replace(tag=None) for line in cell) for cell in row.slice.cells)
    return replace(row, slice=row.slice._replace(cells=cells))


def _as_stack(row: Row) -> Row:
    if row.slice is None:
        return row
    return replace(row, lines=tuple(line for cell in row.slice.cells for line in cell))


def _cell_by_cell(block: Sequence[Row], x: float, top: float) -> Iterator[PlacedLine]:
    """Yield the lines of a table's row in the order in which it is read."""
    slices = [row.slice for row in block if row.slice]
    for cell in range(len(slices[0].cells)):
        column = [replace(r, lines=s.cells[cell]) for r, s in zip(block, slices, strict=True)]
        yield from moved(column, x, top).lines


def _rules(block: Sequence[Row], x: float, top: float) -> Iterator[Rule]:
    """Yield the frame of a table's row, or of what of it stands on this page."""
    first = block[0].slice
    if first is None:
        return
    bottom = top + sum(row.height for row in block)
    edges = [x + edge for edge in first.edges]
    for edge in edges:
        yield Rule(edge, top, edge, bottom)
    for level in (top, bottom):
        yield Rule(edges[0], level, edges[-1], level)
