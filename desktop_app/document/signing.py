"""Where people sign: lines to write on, side by side, each block centred on itself."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.document.blocks import Signature, Signatures
from desktop_app.typeset.elements import CM, Align, Columns, Paragraph, Run, Sheet, Style
from desktop_app.typeset.lines import Typesetter

BODY = 16.0
"""The nominal size of text, in points."""

_BEFORE = 42.0  # room for the hand above a line to sign on
_LINE = 8.0  # before the name, position and date
_NARROWEST = 5.0 * CM  # of a block, gaps included
_GAP = 12.0
_MOST_DOTS = 48
_FEW_ROWS = 2  # that are set, rather than one, so that every name stays in one piece


class Signing(NamedTuple):
    """Turns signatures into columns; `digits` turns every text into the numerals wanted."""

    setter: Typesetter
    digits: Callable[[str], str] = str

    def columns(self, block: Signatures, sheet: Sheet) -> Iterator[Columns]:
        """Yield the rows of signatures, as many side by side as the sheet has room for."""
        style = Style(BODY, Align.CENTRE)
        heading = tuple(Paragraph((self._run(line),), style) for line in block.heading)
        for row in self._rows(block.signatures, sheet):
            width = _width(row, sheet)
            columns = tuple(tuple(self._signature(person, width)) for person in row)
            yield Columns(columns, before=_BEFORE, gap=_GAP, heading=heading)

    def _rows(self, people: Sequence[Signature], sheet: Sheet) -> list[Sequence[Signature]]:
        """Return rows in which no name is parted, where they are two or no more than need be."""
        most = max(int(sheet.measure // _NARROWEST), 1)
        ways = [list(_rows_alike(people, count)) for count in range(most, 0, -1)]
        short = [way for way in ways if len(way) <= max(_FEW_ROWS, len(ways[0]))]
        whole = (way for way in short if all(self._fits(row, sheet) for row in way))
        return next(whole, ways[0])

    def _fits(self, row: Sequence[Signature], sheet: Sheet) -> bool:
        names = (f"({person.name})" for person in row if person.name)
        return all(self._width_of(name) <= _width(row, sheet) for name in names)

    def _signature(self, person: Signature, width: float) -> Iterator[Paragraph]:
        texts = (
            self._dotted("(ลงชื่อ)", person.role, width),
            f"({person.name})" if person.name else self._dotted("(", ")", width),
            person.position or self._dotted("ตำแหน่ง", "", width),
            f"วันที่ {person.date}" if person.date else self._dotted_date(width),
        )
        for at, text in enumerate(texts):
            style = Style(BODY, Align.CENTRE, before=_LINE if at else 0)
            mark = person.source if at == 0 else None
            yield Paragraph((self._run(text),), style, mark=mark)

    def _dotted(self, before: str, after: str, width: float) -> str:
        """Return a line to write on between two texts, as long as the column allows."""
        dot = self._width_of("." * 10) / 10
        around = self._width_of(f"{before} . {after}".strip()) - dot
        dots = "." * max(6, min(_MOST_DOTS, int((width - around) / dot)))
        return f"{before} {dots} {after}".strip()

    def _dotted_date(self, width: float) -> str:
        """Return room to write a day, a month and a year on one line, less of it where need be."""
        wide, narrow = (
            f"วันที่ {'.' * 3 * dots} / {'.' * 6 * dots} / {'.' * 4 * dots}" for dots in (3, 2)
        )
        return wide if self._width_of(wide) <= width else narrow

    def _width_of(self, text: str) -> float:
        return self.setter.line_of((self._run(text),), BODY).width

    def _run(self, text: str) -> Run:
        return Run(self.digits(text))


def _width(row: Sequence[Signature], sheet: Sheet) -> float:
    return (sheet.measure + _GAP) / len(row) - _GAP


def _rows_alike(people: Sequence[Signature], most: int) -> Iterator[Sequence[Signature]]:
    """Yield rows of at most `most`, as few as can be and none longer than another by two."""
    while people:
        rows = math.ceil(len(people) / most)
        alike = math.ceil(len(people) / rows)
        yield people[:alike]
        people = people[alike:]
