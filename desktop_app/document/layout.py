"""How blocks stand on paper: sizes, indents, gaps and keeps.

They follow the correspondence rules of the Office of the Prime Minister and the practice of
official letters: 16 pt body, 20 pt bold cover and title, the first line 2.5 cm in.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.document.blocks import (
    ActivityHeading,
    ActivityTable,
    Block,
    ClauseHeading,
    Cover,
    Item,
    Items,
    Photograph,
    Photographs,
    Prose,
    Signature,
    Signatures,
    TableLine,
    TitleLines,
)
from desktop_app.typeset.elements import (
    CM,
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
    Table,
    TableRow,
)
from desktop_app.typeset.pictures import OpenPicture, UnreadablePicture
from desktop_app.typeset.setting import Press

_BODY = 16.0
_TITLE = 20.0
_CELL = 14.0  # text of tables
_GAP = 6.0  # before a paragraph
_HEADING_INDENT = 1.25 * CM
_TEXT_INDENT = 2.5 * CM
_COVER_TOP = 6.0 * CM  # below the top margin
_COVER_AGENCY = 4.5 * CM
_SIGNATURES_BEFORE = 42.0
_SIGNATURE_LINE = 8.0  # before the name, position and date
_SIGNATURES_A_ROW = 3
_GRIDS = {1: (1, 1), 2: (1, 2), 4: (2, 2), 6: (2, 3)}  # pictures a page: columns and rows
_PHOTO_PAGE = 2 * 20.8  # what a page of pictures leaves free: for the heading and the catchword
_MOST_DOTS = 48
_LANDSCAPE = Sheet(width=Sheet().height, height=Sheet().width, left=2.5 * CM, right=2.0 * CM)
# Number, name, date, place, topics, participants, results, improvements: the least, in cm.
_LEAST_WIDTHS = (0.9, 2.6, 3.1, 2.4, 2.5, 2.5, 2.4, 2.8)  # วันพฤหัสบดีที่ 22 stays whole
_TEXT_AT_LEAST = 60  # letters of a cell that its least width holds well
_UNREADABLE = "{} (เปิดภาพนี้ไม่ได้)"


@dataclass(frozen=True, slots=True)
class Layout:
    """Turns blocks into elements; `digits` turns every text into the numerals wanted."""

    press: Press
    files: Mapping[str, bytes]
    digits: Callable[[str], str] = str

    def parts(self, blocks: Sequence[Block]) -> tuple[Part, ...]:
        """Return the cover, the landscape pages up to a table where there is one, and the rest."""
        cover = [block for block in blocks if isinstance(block, Cover)]
        body = blocks[len(cover) :]
        tables = [at for at, block in enumerate(body) if isinstance(block, ActivityTable)]
        last = max(tables, default=-1)
        if all(isinstance(block, Signatures) for block in body[last + 1 :]):
            last = len(body) - 1 if last >= 0 else -1  # signatures never begin a part
        return (
            Part(self._all(cover), drop=_COVER_TOP, numbered=False),
            *(
                Part(self._all(part), sheet)
                for part, sheet in ((body[: last + 1], _LANDSCAPE), (body[last + 1 :], Sheet()))
                if part
            ),
        )

    def _all(self, blocks: Sequence[Block]) -> tuple[Element, ...]:
        return tuple(element for block in blocks for element in self._elements(block))

    def _elements(self, block: Block) -> Iterator[Element]:
        match block:
            case Cover():
                return self._cover(block)
            case TitleLines():
                return self._title(block)
            case Prose():
                return iter((self._prose(block),))
            case ActivityHeading():
                return iter((self._activity_heading(block),))
            case ClauseHeading():
                return iter((self._clause_heading(block),))
            case _:
                return self._group(block)

    def _group(self, block: Items | ActivityTable | Photographs | Signatures) -> Iterator[Element]:
        match block:
            case ActivityTable():
                return iter((self._table(block),))
            case Items():
                return self._items(block)
            case Photographs():
                return self._photographs(block)
            case Signatures():
                return self._signatures(block)

    def _run(self, text: str, *, bold: bool = False) -> Run:
        return Run(self.digits(text), bold=bold)

    def _cover(self, cover: Cover) -> Iterator[Paragraph]:
        for at, line in enumerate(cover.lines):
            style = Style(_TITLE, Align.CENTRE, before=_GAP)
            yield Paragraph((self._run(line, bold=True),), style, mark=("cover", at))
        style = Style(_TITLE, Align.CENTRE, before=_COVER_AGENCY)
        yield Paragraph((self._run(cover.agency, bold=True),), style, mark=cover.source)

    def _title(self, title: TitleLines) -> Iterator[Paragraph]:
        for at, line in enumerate(title.lines):
            style = Style(_TITLE, Align.CENTRE, keep_with_next=True)
            mark = title.source if at == 0 else None
            yield Paragraph((self._run(line, bold=True),), style, mark=mark)

    def _prose(self, prose: Prose) -> Paragraph:
        style = Style(
            _BODY,
            Align.THAI,
            first_indent=_TEXT_INDENT,
            before=_GAP,
            keep_with_next=prose.heads_more,
        )
        label = self._run(prose.label) if prose.label else None
        return Paragraph((self._run(prose.text),), style, label, prose.source)

    def _activity_heading(self, heading: ActivityHeading) -> Paragraph:
        label = self._run(heading.label, bold=True)
        return Paragraph(
            (self._run(f"{heading.title} : ", bold=True), self._run(heading.name)),
            self._hanging(_HEADING_INDENT, [label], keep=True),
            label,
            heading.source,
            Bookmark(f"{label.text} {self.digits(heading.name)}".strip(), 0),
        )

    def _clause_heading(self, heading: ClauseHeading) -> Paragraph:
        label = self._run(heading.label)
        title = heading.title if heading.text is None else f"{heading.title} : {heading.text}"
        return Paragraph(
            (self._run(title),),
            self._hanging(_HEADING_INDENT, [label], keep=heading.heads_more),
            label,
            heading.source,
            Bookmark(self.digits(f"{heading.label} {heading.title}"), heading.level),
        )

    def _items(self, items: Items) -> Iterator[Paragraph]:
        labels = [self._run(item.label) for item in items.items]
        style = self._hanging(_TEXT_INDENT, labels, before=0)
        for label, item in zip(labels, items.items, strict=True):
            yield Paragraph((self._run(item.text),), style, label, item.source)

    def _table(self, table: ActivityTable) -> Table:
        title_style = Style(_CELL, Align.CENTRE)
        titles = (Paragraph((self._run(t, bold=True),), title_style) for t in table.titles)
        rows = (
            TableRow(
                tuple(self._table_cell(cell, first=at == 0) for at, cell in enumerate(line.cells)),
                line.source,
                Bookmark(self.digits(f"{number}. {line.name}".strip()), 0),
            )
            for number, line in enumerate(table.lines, start=1)
        )
        return Table(_widths(table.lines), tuple(titles), tuple(rows))

    def _table_cell(self, items: Sequence[Item], *, first: bool) -> tuple[Paragraph, ...]:
        labels = [self._run(item.label) for item in items if item.label]
        hang = max((self.press.setter.label(label, _CELL).width for label in labels), default=None)
        align = Align.CENTRE if first else Align.THAI
        return tuple(
            Paragraph(
                (self._run(item.text),),
                Style(_CELL, align, hang=hang if item.label else None),
                self._run(item.label) if item.label else None,
                item.source,
            )
            for item in items
        )

    def _hanging(
        self, indent: float, labels: Sequence[Run], *, before: float = _GAP, keep: bool = False
    ) -> Style:
        """Return a style whose text hangs beside the widest of `labels`."""
        widest = max(self.press.setter.label(label, _BODY).width for label in labels)
        return Style(
            _BODY, Align.THAI, first_indent=indent, hang=widest, before=before, keep_with_next=keep
        )

    def _photographs(self, block: Photographs) -> Iterator[Element]:
        columns, rows = _GRIDS[block.per_page]
        height = (Sheet().depth - _PHOTO_PAGE) / rows - _GAP
        pictures: list[Picture] = []
        for photograph in block.photographs:
            opened = self._opened(photograph)
            if opened is None:
                yield self._prose(Prose(_UNREADABLE.format(photograph.caption), photograph.source))
            else:
                pictures.append(self._picture(photograph, opened))
        for start in range(0, len(pictures), columns):
            yield PictureRow(tuple(pictures[start : start + columns]), columns, height)

    def _opened(self, photograph: Photograph) -> OpenPicture | None:
        try:
            return self.press.open_picture(self.files.get(photograph.file, b""))
        except UnreadablePicture:
            return None

    def _picture(self, photograph: Photograph, opened: OpenPicture) -> Picture:
        caption = Paragraph((self._run(photograph.caption),), Style(_BODY, Align.CENTRE))
        return Picture(opened, caption, photograph.source)

    def _signatures(self, block: Signatures) -> Iterator[Columns]:
        for row in _rows_alike(block.signatures, _SIGNATURES_A_ROW):
            width = Sheet().measure / len(row) - 12
            columns = tuple(tuple(self._signature(person, width)) for person in row)
            yield Columns(columns, before=_SIGNATURES_BEFORE)

    def _signature(self, person: Signature, width: float) -> Iterator[Paragraph]:
        texts = (
            self._dotted("(ลงชื่อ)", person.role, width),
            f"({person.name})" if person.name else self._dotted("(", ")", width),
            person.position or self._dotted("ตำแหน่ง", "", width),
            f"วันที่ {person.date}" if person.date else self._dotted_date(width),
        )
        for at, text in enumerate(texts):
            style = Style(_BODY, Align.CENTRE, before=_SIGNATURE_LINE if at else 0)
            mark = person.source if at == 0 else None
            yield Paragraph((self._run(text),), style, mark=mark)

    def _dotted(self, before: str, after: str, width: float) -> str:
        """Return a line to write on between two texts, as long as the column allows."""
        around = self._width_of(f"{before}  {after}")
        dot = self._width_of("." * 10) / 10
        dots = "." * max(6, min(_MOST_DOTS, int((width - around) / dot)))
        return f"{before} {dots} {after}".strip()

    def _dotted_date(self, width: float) -> str:
        """Return room to write a day, a month and a year on one line, less of it where need be."""
        wide, narrow = (
            f"วันที่ {'.' * 3 * dots} / {'.' * 6 * dots} / {'.' * 4 * dots}" for dots in (3, 2)
        )
        return wide if self._width_of(wide) <= width else narrow

    def _width_of(self, text: str) -> float:
        return self.press.setter.line_of((self._run(text),), _BODY).width


def _rows_alike(people: Sequence[Signature], most: int) -> Iterator[Sequence[Signature]]:
    """Yield rows of at most `most`, as few as can be and none longer than another by two."""
    while people:
        rows = math.ceil(len(people) / most)
        alike = math.ceil(len(people) / rows)
        yield people[:alike]
        people = people[alike:]


def _widths(lines: Sequence[TableLine]) -> tuple[float, ...]:
    """Return the widths of a table's columns in cm: what is left goes where most text stands."""
    columns = zip(*(line.cells for line in lines), strict=True)
    texts = [sum(len(item.text) for cell in column for item in cell) for column in columns]
    spare = _LANDSCAPE.measure / CM - sum(_LEAST_WIDTHS)
    beyond = [max(text - _TEXT_AT_LEAST * len(lines), 0) for text in texts]
    whole = sum(beyond) or len(beyond)
    shares = [(text if sum(beyond) else 1) / whole for text in beyond]
    return tuple(least + spare * share for least, share in zip(_LEAST_WIDTHS, shares, strict=True))
