"""Stage 5, first half: elements become rows, of lines that know where they stand in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from desktop_app.typeset.elements import (
    Align,
    Columns,
    Element,
    Paragraph,
    Part,
    Picture,
    PictureRow,
    Sheet,
    Style,
    Table,
    TableRow,
)
from desktop_app.typeset.faces import LEADING_FACTOR
from desktop_app.typeset.lines import Line, Typesetter
from desktop_app.typeset.pictures import OpenPicture
from desktop_app.typeset.recall import Recall
from desktop_app.typeset.rows import (
    PlacedLine,
    PlacedMark,
    PlacedPicture,
    Row,
    Slice,
    dropped,
    moved,
    side_by_side,
)

BASELINE = 0.93
"""From the top of a line to its baseline, in nominal sizes: TH Sarabun New in its line."""

_LEAST_PICTURE = 150.0  # points below which no picture is made smaller
_MOST_CAPTION = 0.5  # of a picture's cell; what is longer stands below the row, over all its width
_CELL_PAD = 4.0  # points between a table's rules and its text, at the sides
_CELL_DEPTH = 3.0  # and above and below
_TABLE_BEFORE = 6.0  # points between the text above and a table


def leading(size: float) -> float:
    """Return the line pitch of a nominal size, in points."""
    return size * LEADING_FACTOR


FOOT = leading(Style().size)
"""What is kept free for the catchword at the foot of a page, in points."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Makes the rows of a part."""

    setter: Typesetter
    recall: Recall[tuple[Element, Sheet], tuple[Row, ...]] = field(default_factory=Recall)

    def rows(self, part: Part) -> list[Row]:
        """Return the rows of all elements of a part."""
        rows: list[Row] = []
        for element in self._beside_columns(part):
            new = self._rows_of(element, part.sheet)
            if isinstance(element, Columns) and rows:
                rows[-1] = replace(rows[-1], binds=True)
            rows += new
        return dropped(rows, part.drop)

    def _beside_columns(self, part: Part) -> list[Element]:
        """Return the elements, pictures just before columns so small that both fit on a page."""
        elements: list[Element] = []
        below = 0.0
        for element in reversed(part.elements):
            if isinstance(element, Columns):
                rows = self._rows_of(element, part.sheet)
                below += sum(row.before + row.height for row in rows)
                elements.append(element)
            else:
                elements.append(_above(element, part.sheet.depth - below) if below else element)
                below = 0.0
        return elements[::-1]

    def _rows_of(self, element: Element, sheet: Sheet) -> tuple[Row, ...]:
        return self.recall.get((element, sheet), lambda: tuple(self._element(element, sheet)))

    def _element(self, element: Element, sheet: Sheet) -> Iterator[Row]:
        match element:
            case Paragraph():
                yield from self._paragraph(element, sheet.measure)
            case PictureRow():
                yield from self._pictures(element, sheet)
            case Columns():
                yield from self._columns(element, sheet)
            case Table():
                yield from self._table(element, sheet.measure)

    def _paragraph(self, paragraph: Paragraph, measure: float) -> Iterator[Row]:
        style = paragraph.style
        label = self._label(paragraph)
        first, others = _edges(style, label)
        lines = self.setter.lines(paragraph, measure - first, measure - others)
        pitch = leading(style.size)
        for index, line in enumerate(lines):
            left = first if index == 0 else others
            x = left + _shift(style.align, measure - left - line.width)
            placed = [PlacedLine(x, style.size * BASELINE, line)]
            if index == 0 and label is not None:
                placed.insert(0, PlacedLine(style.first_indent, style.size * BASELINE, label))
            yield Row(
                pitch,
                before=style.before if index == 0 else 0.0,
                binds=_binds(style, index, len(lines)),
                lines=tuple(placed),
                marks=_marks(paragraph) if index == 0 else (),
            )

    def _label(self, paragraph: Paragraph) -> Line | None:
        if paragraph.label is None:
            return None
        return self.setter.label(paragraph.label, paragraph.style.size)

    def _pictures(self, row: PictureRow, sheet: Sheet) -> Iterator[Row]:
        cell = (sheet.measure - row.gap * (row.columns - 1)) / row.columns
        captions = [self._caption(picture, cell) for picture in row.pictures]
        deepest = max((caption.height for caption in captions), default=0.0)
        too_long = deepest > row.height * _MOST_CAPTION
        if too_long:
            captions, deepest = [Row(0.0) for _ in captions], 0.0
        sizes = [_fitted(p.source, cell, row.height - deepest) for p in row.pictures]
        tallest = max((height for _, height in sizes), default=0.0)
        left = _row_indent(row, cell, sheet.measure)
        cells = [
            _pictured(picture, (left + at * (cell + row.gap), cell, tallest), size, caption)
            for at, (picture, size, caption) in enumerate(
                zip(row.pictures, sizes, captions, strict=True)
            )
        ]
        yield replace(side_by_side(cells, row.before), binds=too_long)
        for picture in row.pictures:
            if picture.caption and too_long:
                yield from self._paragraph(picture.caption, sheet.measure)

    def _caption(self, picture: Picture, cell: float) -> Row:
        rows = self._paragraph(picture.caption, cell) if picture.caption else ()
        return moved(tuple(rows), 0.0, 0.0)

    def _columns(self, columns: Columns, sheet: Sheet) -> Iterator[Row]:
        count = len(columns.columns)
        cell = (sheet.measure - columns.gap * (count - 1)) / max(count, 1)
        stacks = [
            moved(
                tuple(row for paragraph in column for row in self._paragraph(paragraph, cell)),
                at * (cell + columns.gap),
                0.0,
            )
            for at, column in enumerate(columns.columns)
        ]
        together = side_by_side(stacks, columns.before)
        if together.height <= sheet.depth - FOOT:
            yield together
            return
        for paragraph in (p for column in columns.columns for p in column):
            yield from self._paragraph(paragraph, sheet.measure)

    def _table(self, table: Table, measure: float) -> Iterator[Row]:
        whole = sum(table.widths)
        edges = tuple(accumulate((w / whole * measure for w in table.widths), initial=0.0))
        titles = TableRow(tuple((title,) for title in table.header))
        header = tuple(self._table_row(titles, edges, 0, ()))
        for at, line in enumerate(header):
            yield replace(line, before=0.0 if at else _TABLE_BEFORE, binds=True)
        for number, row in enumerate(table.rows, start=1):
            yield from self._table_row(row, edges, number, header)

    def _table_row(
        self, row: TableRow, edges: tuple[float, ...], number: int, header: tuple[Row, ...]
    ) -> Iterator[Row]:
        """Yield a table's row, one line's depth at a time."""
        cells = [self._cell_rows(cell, edges, at) for at, cell in enumerate(row.cells)]
        count = max((len(cell) for cell in cells), default=0)
        for at in range(count):
            part = [cell[at].lines if at < len(cell) else () for cell in cells]
            starts, ends = at == 0, at == count - 1
            height = max(cell[at].height for cell in cells if at < len(cell))
            slice_ = Slice(tuple(part), edges, number, starts, ends, header)
            full = Row(
                height,
                binds=at in (0, count - 2) and not ends,
                marks=_marks(row) if starts else (),
                slice=slice_,
            )
            yield _padded(full, _CELL_DEPTH * starts, _CELL_DEPTH * ends)

    def _cell_rows(self, cell: Sequence[Paragraph], edges: tuple[float, ...], at: int) -> list[Row]:
        width = edges[at + 1] - edges[at] - 2 * _CELL_PAD
        return [
            moved([row], edges[at] + _CELL_PAD, 0.0)
            for paragraph in cell
            for row in self._paragraph(paragraph, width)
        ]


def _above(element: Element, depth: float) -> Element:
    """Return what stands above columns: pictures no deeper than `depth` and a heading let them be."""
    room = depth - 2 * FOOT
    if not isinstance(element, PictureRow) or room < _LEAST_PICTURE:
        return element
    return replace(element, height=min(element.height, room))


def _pictured(
    picture: Picture, box: tuple[float, float, float], size: tuple[float, float], caption: Row
) -> Row:
    """Return one picture at the foot of its box (left, width, height), its caption below."""
    left, cell, tallest = box
    width, height = size
    x, top = left + (cell - width) / 2, tallest - height
    placed = PlacedPicture(x, top, width, height, picture.source)
    mark = PlacedMark(0.0, picture.mark, None)
    return replace(moved([caption], left, tallest), pictures=(placed,), marks=(mark,))


def _padded(row: Row, above: float, below: float) -> Row:
    if row.slice is None or not (above or below):
        return row
    cells = tuple(
        tuple(replace(line, baseline=line.baseline + above) for line in cell)
        for cell in row.slice.cells
    )
    return replace(row, height=row.height + above + below, slice=replace(row.slice, cells=cells))


def _shift(align: Align, room: float) -> float:
    if align is Align.CENTRE:
        return room / 2
    return room if align is Align.RIGHT else 0.0


def _edges(style: Style, label: Line | None) -> tuple[float, float]:
    """Return the left edge of the first line's text and of the others'."""
    width = 0.0 if label is None else label.width
    if style.hang is None:
        return style.first_indent + width, style.indent
    return style.first_indent + max(style.hang, width), style.first_indent + style.hang


def _binds(style: Style, index: int, count: int) -> bool:
    if index == count - 1:
        return style.keep_with_next
    return style.keep_together or style.keep_with_next or index == 0 or index == count - 2


def _marks(element: Paragraph | TableRow) -> tuple[PlacedMark, ...]:
    if element.mark is None and element.bookmark is None:
        return ()
    return (PlacedMark(0.0, element.mark, element.bookmark),)


def _fitted(picture: OpenPicture, width: float, height: float) -> tuple[float, float]:
    scale = min(width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale


def _row_indent(row: PictureRow, cell: float, measure: float) -> float:
    """Centre a row that is not full."""
    used = len(row.pictures) * (cell + row.gap) - row.gap
    return (measure - used) / 2
