"""Stage 5, place: lines and pictures come to stand on pages.

Every element becomes rows, which a page holds whole; a row that binds the next is not parted from
it, which is all that keeps need: two lines at the foot and at the head of a page, headings with
what they head, signatures with the text before them.  Catchwords are made last, from the row that
really starts the next page.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.typeset.breaks import Break
from desktop_app.typeset.elements import (
    Align,
    Bookmark,
    Columns,
    Element,
    Paragraph,
    Part,
    Picture,
    PictureRow,
    Run,
    Sheet,
    Style,
)
from desktop_app.typeset.faces import LEADING_FACTOR
from desktop_app.typeset.fit import Item
from desktop_app.typeset.lines import Line, Typesetter
from desktop_app.typeset.pictures import OpenPicture

_BASELINE = 0.93  # of the nominal size, from the top of a line: TH Sarabun New in its line
_PAGE_NUMBER_TOP = 36.0  # points from the top of the sheet to the top of the number's line
_CATCHWORD_WORDS = 3
_CATCHWORD_LETTERS = 12  # two words are enough from here on, and one from twice as many


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its left end and baseline; points from the sheet's top left."""

    x: float
    baseline: float
    line: Line


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture with its box; points from the sheet's top left."""

    x: float
    top: float
    width: float
    height: float
    picture: OpenPicture


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """Where an element with a mark or a bookmark begins; points from the sheet's top."""

    top: float
    mark: object
    bookmark: Bookmark | None


@dataclass(frozen=True, slots=True)
class Page:
    """All that is drawn on one page."""

    sheet: Sheet
    lines: tuple[PlacedLine, ...]
    pictures: tuple[PlacedPicture, ...]
    marks: tuple[PlacedMark, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What a page holds whole, at offsets from the left margin and the row's own top."""

    height: float
    before: float = 0.0
    binds: bool = False
    lines: tuple[PlacedLine, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()
    marks: tuple[PlacedMark, ...] = ()
    label: str = ""  # of the first line, as the catchword repeats it


@dataclass(frozen=True, slots=True)
class Placer:
    """Turns parts into pages; `number_text` says how a page number reads."""

    setter: Typesetter
    number_text: Callable[[int], str] = str

    def pages(self, parts: Sequence[Part]) -> tuple[Page, ...]:
        """Return the pages of all parts, each part from a new page."""
        return tuple(page for part in parts for page in self._part(part))

    def _part(self, part: Part) -> Iterator[Page]:
        rows = self._rows(part)
        reserve = _leading(Style().size) if part.numbered else 0.0
        spans = list(paginate(rows, part.sheet.depth, reserve))
        for number, (start, end) in enumerate(spans, start=1):
            furniture: list[PlacedLine] = []
            if part.numbered and number > 1:
                furniture += self._page_number(part.sheet, number)
            body = _stack(rows[start:end], part.sheet)
            foot = (
                self._catchword(part.sheet, rows[end]) if part.numbered and end < len(rows) else []
            )
            yield replace(body, lines=(*furniture, *body.lines, *foot))

    def _rows(self, part: Part) -> list[Row]:
        rows: list[Row] = []
        for element in part.elements:
            new = list(self._element(element, part.sheet))
            if isinstance(element, Columns) and rows:
                rows[-1] = replace(rows[-1], binds=True)
            rows += new
        return _dropped(rows, part.drop)

    def _element(self, element: Element, sheet: Sheet) -> Iterator[Row]:
        match element:
            case Paragraph():
                yield from self._paragraph(element, sheet.measure)
            case PictureRow():
                yield self._pictures(element, sheet)
            case Columns():
                yield from self._columns(element, sheet)

    def _paragraph(self, paragraph: Paragraph, measure: float) -> Iterator[Row]:
        style = paragraph.style
        label = self._label(paragraph)
        first, others = _edges(style, label)
        lines = self.setter.lines(paragraph, measure - first, measure - others)
        leading = _leading(style.size)
        for index, line in enumerate(lines):
            left = first if index == 0 else others
            x = left + _shift(style.align, measure - left - line.width)
            placed = [PlacedLine(x, style.size * _BASELINE, line)]
            if index == 0 and label is not None:
                placed.insert(0, PlacedLine(style.first_indent, style.size * _BASELINE, label))
            yield Row(
                leading,
                before=style.before if index == 0 else 0.0,
                binds=_binds(style, index, len(lines)),
                lines=tuple(placed),
                marks=_marks(paragraph) if index == 0 else (),
                label=label.text if index == 0 and label is not None else "",
            )

    def _label(self, paragraph: Paragraph) -> Line | None:
        if paragraph.label is None:
            return None
        return self.setter.label(paragraph.label, paragraph.style.size)

    def _pictures(self, row: PictureRow, sheet: Sheet) -> Row:
        cell = (sheet.measure - row.gap * (row.columns - 1)) / row.columns
        sizes = [_fitted(picture.source, cell, row.height) for picture in row.pictures]
        tallest = max((height for _, height in sizes), default=0.0)
        left = _row_indent(row, cell, sheet.measure)
        cells = [
            self._cell(picture, (left + at * (cell + row.gap), cell, tallest), size)
            for at, (picture, size) in enumerate(zip(row.pictures, sizes, strict=True))
        ]
        return _side_by_side(cells, row.before)

    def _cell(
        self, picture: Picture, box: tuple[float, float, float], size: tuple[float, float]
    ) -> Row:
        """Return one picture at the foot of its box (left, width, height), its caption below."""
        left, cell, tallest = box
        width, height = size
        x, top = left + (cell - width) / 2, tallest - height
        placed = PlacedPicture(x, top, width, height, picture.source)
        caption = self._paragraph(picture.caption, cell) if picture.caption else ()
        text = _moved(tuple(caption), left, tallest)
        mark = PlacedMark(0.0, picture.mark, None)
        return replace(text, pictures=(placed,), marks=(mark,))

    def _columns(self, columns: Columns, sheet: Sheet) -> Iterator[Row]:
        count = len(columns.columns)
        cell = (sheet.measure - columns.gap * (count - 1)) / max(count, 1)
        stacks = [
            _moved(
                tuple(row for paragraph in column for row in self._paragraph(paragraph, cell)),
                at * (cell + columns.gap),
                0.0,
            )
            for at, column in enumerate(columns.columns)
        ]
        together = _side_by_side(stacks, columns.before)
        if together.height <= sheet.depth:
            yield together
            return
        for paragraph in (p for column in columns.columns for p in column):
            yield from self._paragraph(paragraph, sheet.measure)

    def _page_number(self, sheet: Sheet, number: int) -> list[PlacedLine]:
        style = Style()
        line = self.setter.line_of((Run(f"- {self.number_text(number)} -"),), style.size)
        x = sheet.left + (sheet.measure - line.width) / 2
        return [PlacedLine(x, _PAGE_NUMBER_TOP + style.size * _BASELINE, line)]

    def _catchword(self, sheet: Sheet, following: Row) -> list[PlacedLine]:
        style = Style()
        text = f"/{self._first_words(following)}..."
        line = self.setter.line_of((Run(text),), style.size)
        top = sheet.height - sheet.bottom - _leading(style.size)
        x = sheet.left + sheet.measure - line.width
        return [PlacedLine(x, top + style.size * _BASELINE, line)]

    def _first_words(self, row: Row) -> str:
        texts = [placed.line.text for placed in row.lines]
        body = next(iter(texts[1:] if row.label else texts), "")
        return row.label + _opening(self.setter.items((Run(body),), Style().size))


def _opening(items: Sequence[Item]) -> str:
    """Return the first two or three words of a line, cut where a line may end."""
    text = ""
    for words, item in enumerate(items, start=1):
        text += "".join(word.text for word in item.words) + " " * len(item.spaces)
        enough = words >= _CATCHWORD_WORDS or len(text) >= _CATCHWORD_LETTERS * (3 - words)
        if enough and item.after is not Break.NEVER:
            break
    return text.strip()


def _leading(size: float) -> float:
    return size * LEADING_FACTOR


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


def _marks(paragraph: Paragraph) -> tuple[PlacedMark, ...]:
    if paragraph.mark is None and paragraph.bookmark is None:
        return ()
    return (PlacedMark(0.0, paragraph.mark, paragraph.bookmark),)


def _fitted(picture: OpenPicture, width: float, height: float) -> tuple[float, float]:
    scale = min(width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale


def _row_indent(row: PictureRow, cell: float, measure: float) -> float:
    """Centre a row that is not full."""
    used = len(row.pictures) * (cell + row.gap) - row.gap
    return (measure - used) / 2


def _moved(rows: Sequence[Row], x: float, y: float) -> Row:
    """Return rows stacked as one, moved by `x` and `y`."""
    lines: list[PlacedLine] = []
    pictures: list[PlacedPicture] = []
    marks: list[PlacedMark] = []
    for at, row in enumerate(rows):
        y += row.before if at else 0.0
        lines += [PlacedLine(p.x + x, p.baseline + y, p.line) for p in row.lines]
        pictures += [replace(p, x=p.x + x, top=p.top + y) for p in row.pictures]
        marks += [replace(mark, top=mark.top + y) for mark in row.marks]
        y += row.height
    return Row(y, 0.0, False, tuple(lines), tuple(pictures), tuple(marks))


def _side_by_side(rows: Sequence[Row], before: float) -> Row:
    """Return rows that begin at the same height as one."""
    return Row(
        max((row.height for row in rows), default=0.0),
        before,
        lines=tuple(line for row in rows for line in row.lines),
        pictures=tuple(picture for row in rows for picture in row.pictures),
        marks=tuple(mark for row in rows for mark in row.marks),
    )


def _stack(rows: Sequence[Row], sheet: Sheet) -> Page:
    body = _moved(rows, sheet.left, sheet.top)
    return Page(sheet, body.lines, body.pictures, body.marks)


def _dropped(rows: list[Row], drop: float) -> list[Row]:
    """Return rows of which the first starts `drop` lower, whatever stands above it."""
    if not (rows and drop):
        return rows
    first = _moved(rows[:1], 0.0, drop)
    return [replace(rows[0], height=first.height, lines=first.lines, marks=first.marks), *rows[1:]]


def paginate(rows: Sequence[Row], depth: float, reserve: float) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each page's rows.

    `depth` is the height of the text, of which `reserve` is kept free at the foot of a page that
    goes on.  Bound rows move to the next page together; where they fill a page they are parted.
    """
    start = 0
    while start < len(rows):
        end = _last_fitting(rows, start, depth)
        if end < len(rows):
            end = _unbound(rows, start, _last_fitting(rows, start, depth - reserve))
        yield start, end
        start = end
    if not rows:
        yield 0, 0


def _last_fitting(rows: Sequence[Row], start: int, depth: float) -> int:
    used = rows[start].height
    end = start + 1
    while end < len(rows) and used + rows[end].before + rows[end].height <= depth:
        used += rows[end].before + rows[end].height
        end += 1
    return end


def _unbound(rows: Sequence[Row], start: int, end: int) -> int:
    best = end
    while best > start and rows[best - 1].binds:
        best -= 1
    return best if best > start else end
