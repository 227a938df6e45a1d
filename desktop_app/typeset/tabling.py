"""Stage 5, first half: a table becomes rows one line deep, so that its own rows can be parted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from desktop_app.typeset.elements import Paragraph, Table, TableRow
from desktop_app.typeset.paragraphs import ParagraphRows, marks_of
from desktop_app.typeset.roles import Role, Tag
from desktop_app.typeset.rows import CELL_DEPTH, Bond, Row, Slice, lowered, moved, padded

_CELL_PAD = 4.0  # points between a table's rules and its text, at the sides
_TABLE_BEFORE = 6.0  # points between the text above and a table


class TableRows(NamedTuple):
    """Makes the rows of tables."""

    paragraphs: ParagraphRows

    def of(self, table: Table, measure: float) -> Iterator[Row]:
        """Yield the rows of a table, `measure` points wide, its header first."""
        whole = sum(table.widths)
        edges = tuple(accumulate((w / whole * measure for w in table.widths), initial=0.0))
        titles = TableRow(tuple((title,) for title in table.header))
        tag = Tag(Role.TABLE)
        header = tuple(self._row(titles, edges, 0, (), tag))
        for at, line in enumerate(header):
            yield replace(line, before=0.0 if at else _TABLE_BEFORE, bond=Bond.HEADING)
        for number, row in enumerate(table.rows, start=1):
            yield from self._row(row, edges, number, header, tag)

    def _row(
        self,
        row: TableRow,
        edges: tuple[float, ...],
        number: int,
        header: tuple[Row, ...],
        table: Tag,
    ) -> Iterator[Row]:
        """Yield a table's row, one line's depth at a time."""
        tag = Tag(Role.ROW, table, cells=len(row.cells))
        role = Role.CELL if number else Role.HEADER
        cells = [
            self._cell_rows(cell, edges, Tag(role, tag, at=at)) for at, cell in enumerate(row.cells)
        ]
        count = max((len(cell) for cell in cells), default=0)
        if not number:
            cells = [_half_way_down(cell, count) for cell in cells]
        for at in range(count):
            part = [cell[at].lines if at < len(cell) else () for cell in cells]
            starts, ends = at == 0, at == count - 1
            full = Row(
                max(cell[at].height for cell in cells if at < len(cell)),
                bond=Bond.LINES if at in (0, count - 2) and not ends else Bond.NONE,
                marks=marks_of(row) if starts else (),
                slice=Slice(tuple(part), edges, number, starts, ends, header),
            )
            yield padded(full, CELL_DEPTH * starts, CELL_DEPTH * ends)

    def _cell_rows(
        self, cell: Sequence[Paragraph], edges: tuple[float, ...], tag: Tag
    ) -> list[Row]:
        left, right = edges[tag.at], edges[tag.at + 1]
        return [
            moved([row], left + _CELL_PAD, 0.0)
            for paragraph in cell
            for row in self.paragraphs.of(paragraph, right - left - 2 * _CELL_PAD, tag)
        ]


def _half_way_down(cell: list[Row], count: int) -> list[Row]:
    """Return a header's cell in the middle of as many lines as the longest has."""
    down = sum(row.height for row in cell[:1]) * (count - len(cell)) / 2
    return [replace(row, lines=lowered(row.lines, down)) for row in cell]
