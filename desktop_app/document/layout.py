"""How blocks stand on paper: sizes, indents, gaps and keeps.

They follow the correspondence rules of the Office of the Prime Minister and the practice of
official letters: 16 pt body, 20 pt bold cover and title, the first line 2.5 cm in.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

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
    Signatures,
    TableLine,
    TitleLines,
)
from desktop_app.document.signing import BODY, Signing
from desktop_app.typeset.elements import (
    CM,
    Align,
    Bookmark,
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
from desktop_app.typeset.roles import Role
from desktop_app.typeset.setting import Press

_TITLE = 20.0
_CELL = 14.0  # text of tables
_GAP = 6.0  # before a paragraph
_HEADING_INDENT = 1.25 * CM
_TEXT_INDENT = 2.5 * CM
_COVER_TOP = 6.0 * CM  # below the top margin
_COVER_AGENCY = 4.5 * CM
_GRIDS = {1: (1, 1), 2: (1, 2), 4: (2, 2), 6: (2, 3)}  # pictures a page: columns and rows
_PHOTO_PAGE = 2 * 20.8  # what a page of pictures leaves free: for the heading and the catchword
# Number, name, date, place, topics, participants, results, improvements: the least, in cm.
_LEAST_WIDTHS = (0.9, 2.6, 3.1, 2.4, 2.5, 2.5, 2.4, 2.8)  # วันพฤหัสบดีที่ 22 stays whole
_LAST_TITLE = 3.2  # cm for the longest title, above however little text
_TEXT_AT_LEAST = 60  # letters of a cell that its least width holds well
_HEADINGS = (Role.HEADING_1, Role.HEADING_2)  # by their level in the outline
_UNREADABLE = "(เปิดภาพนี้ไม่ได้: {})"


class Layout(NamedTuple):
    """Turns blocks into elements; `digits` turns every text into the numerals wanted."""

    press: Press
    files: Mapping[str, bytes]
    digits: Callable[[str], str] = str
    sheet: Sheet = Sheet()  # of all pages but those on their side
    align: Align = Align.THAI  # of running text

    def parts(self, blocks: Sequence[Block]) -> tuple[Part, ...]:
        """Return the cover, the landscape pages up to a table where there is one, and the rest."""
        cover = [block for block in blocks if isinstance(block, Cover)]
        body = blocks[len(cover) :]
        tables = [at for at, block in enumerate(body) if isinstance(block, ActivityTable)]
        last = max(tables, default=-1)
        if all(isinstance(block, Signatures) for block in body[last + 1 :]):
            last = len(body) - 1 if last >= 0 else -1  # signatures never begin a part
        return (
            self._part(cover, self.sheet)._replace(drop=_COVER_TOP, numbered=False),
            *(
                self._part(part, sheet)
                for part, sheet in (
                    (body[: last + 1], on_its_side(self.sheet)),
                    (body[last + 1 :], self.sheet),
                )
                if part
            ),
        )

    def _part(self, blocks: Sequence[Block], sheet: Sheet) -> Part:
        return Part(tuple(e for block in blocks for e in self._elements(block, sheet)), sheet)

    def _elements(self, block: Block, sheet: Sheet) -> Iterator[Element]:
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
                return self._group(block, sheet)

    def _group(
        self, block: Items | ActivityTable | Photographs | Signatures, sheet: Sheet
    ) -> Iterator[Element]:
        match block:
            case ActivityTable():
                return iter((self._table(block, sheet),))
            case Items():
                return self._items(block)
            case Photographs():
                return self._photographs(block)
            case Signatures():
                return iter(Signing(self.press.setter, self.digits).columns(block, sheet))

    def _run(self, text: str, *, bold: bool = False) -> Run:
        return Run(self.digits(text), bold=bold)

    def _cover(self, cover: Cover) -> Iterator[Paragraph]:
        for at, line in enumerate(cover.lines):
            style = Style(_TITLE, Align.CENTRE, before=_GAP)
            yield Paragraph(
                (self._run(line, bold=True),), style, mark=("cover", at), role=Role.TITLE
            )
        style = Style(_TITLE, Align.CENTRE, before=_COVER_AGENCY)
        yield Paragraph((self._run(cover.agency, bold=True),), style, mark=cover.source)

    def _title(self, title: TitleLines) -> Iterator[Paragraph]:
        for at, line in enumerate(title.lines):
            style = Style(_TITLE, Align.CENTRE, keep_with_next=True)
            mark = title.source if at == 0 else None
            yield Paragraph((self._run(line, bold=True),), style, mark=mark, role=Role.TITLE)

    def _prose(self, prose: Prose) -> Paragraph:
        style = Style(
            BODY,
            self.align,
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
            self._hanging(_HEADING_INDENT, [label], Align.LEFT, keep=True),
            label,
            heading.source,
            Bookmark(f"{label.text} {self.digits(heading.name)}".strip(), 0),
            Role.HEADING_1,
        )

    def _clause_heading(self, heading: ClauseHeading) -> Paragraph:
        label = self._run(heading.label)
        title = heading.title if heading.text is None else f"{heading.title} : {heading.text}"
        return Paragraph(
            (self._run(title),),
            self._hanging(_HEADING_INDENT, [label], Align.LEFT, keep=heading.heads_more),
            label,
            heading.source,
            Bookmark(self.digits(f"{heading.label} {heading.title}"), heading.level),
            _HEADINGS[heading.level],
        )

    def _items(self, items: Items) -> Iterator[Paragraph]:
        labels = [self._run(item.label) for item in items.items]
        # An address of the web leaves a line so little to spread that its few letters fly apart.
        align = Align.LEFT if items.addresses else self.align
        style = self._hanging(_TEXT_INDENT, labels, align, before=0)
        first = style._replace(before=_GAP if items.addresses else 0)
        for at, (label, item) in enumerate(zip(labels, items.items, strict=True)):
            run = self._run(item.text)
            yield Paragraph((run,), style if at else first, label, item.source, role=Role.ITEM)

    def _table(self, table: ActivityTable, sheet: Sheet) -> Table:
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
        return Table(_widths(table.lines, sheet.measure), tuple(titles), tuple(rows))

    def _table_cell(self, items: Sequence[Item], *, first: bool) -> tuple[Paragraph, ...]:
        labels = [self._run(item.label) for item in items if item.label]
        hang = max((self.press.setter.label(label, _CELL).width for label in labels), default=None)
        # Few cells are wide enough for straight edges, and one beside others would look odd.
        align = Align.CENTRE if first else Align.LEFT
        return tuple(
            Paragraph(
                (self._run(item.text),),
                Style(_CELL, align, hang=hang if item.label else None),
                self._run(item.label) if item.label else None,
                item.source,
                role=Role.ITEM if item.label else Role.PARAGRAPH,
            )
            for item in items
        )

    def _hanging(
        self,
        indent: float,
        labels: Sequence[Run],
        align: Align,
        *,
        before: float = _GAP,
        keep: bool = False,
    ) -> Style:
        """Return a style whose text hangs beside the widest of `labels`."""
        widest = max(self.press.setter.label(label, BODY).width for label in labels)
        return Style(
            BODY, align, first_indent=indent, hang=widest, before=before, keep_with_next=keep
        )

    def _photographs(self, block: Photographs) -> Iterator[Element]:
        columns, rows = _GRIDS[block.per_page]
        height = (self.sheet.depth - _PHOTO_PAGE) / rows - _GAP
        pictures = [self._picture(photograph) for photograph in block.photographs]
        for start in range(0, len(pictures), columns):
            beside = tuple(pictures[start : start + columns])
            yield PictureRow(beside, columns, height, most=block.per_page)

    def _picture(self, photograph: Photograph) -> Picture:
        style = Style(BODY, Align.CENTRE)
        caption = Paragraph((self._run(photograph.caption),), style)
        try:
            shown: OpenPicture | Paragraph = self.press.open_picture(
                self.files.get(photograph.file, b"")
            )
        except UnreadablePicture:
            said = _UNREADABLE.format(photograph.file.rpartition("/")[2])
            shown = Paragraph((Run(said),), style)
        return Picture(shown, caption, photograph.source)


def on_its_side(sheet: Sheet) -> Sheet:
    """Return a sheet turned as it is bound with the others: its head lies where they are bound."""
    return Sheet(
        width=sheet.height,
        height=sheet.width,
        top=sheet.left,
        right=sheet.top,
        bottom=sheet.right,
        left=sheet.bottom,
    )


def _widths(lines: Sequence[TableLine], measure: float) -> tuple[float, ...]:
    """Return the widths of a table's columns in cm: what is left goes where most text stands."""
    columns = zip(*(line.cells for line in lines), strict=True)
    texts = [sum(len(item.text) for cell in column for item in cell) for column in columns]
    beyond = [max(text - _TEXT_AT_LEAST * len(lines), 0) for text in texts]
    widths = _shared(measure / CM, _LEAST_WIDTHS, beyond)
    if widths[-1] >= _LAST_TITLE:
        return widths
    return _shared(measure / CM, (*_LEAST_WIDTHS[:-1], _LAST_TITLE), [*beyond[:-1], 0])


def _shared(whole: float, least: Sequence[float], beyond: Sequence[int]) -> tuple[float, ...]:
    """Return widths that fill a `whole`, with what the least leave by the text beyond what they hold."""
    spare = max(whole - sum(least), 0.0)
    total = sum(beyond)
    shares = [text / total if total else 1 / len(beyond) for text in beyond]
    return tuple(width + spare * share for width, share in zip(least, shares, strict=True))
