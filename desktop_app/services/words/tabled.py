"""The lines of a pasted table as texts for the columns of a list; no word of it is left out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.report.declaring import Field, Kind
from desktop_app.services.words.counted import Counted, counted_rows
from desktop_app.services.words.headings import Cells, head_lines, heads_of, is_named, is_numbering
from desktop_app.services.words.listed import list_items

_ROW_NUMBER = re.compile("[0-9๐-๙]{1,3}[.)]?|[•·▪*–—-]")
_LETTER = re.compile(r"[^\W\d_]")
_NOTHING = re.compile("[-–—. ]*")
_WORDS = frozenset({Kind.LINE, Kind.PROSE})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list, and how its field reads a text; None where it cannot."""

    field: Field
    read: Callable[[str], object | None]

    @property
    def has_words(self) -> bool:
        """Whether any text can stand there."""
        return self.field.kind in _WORDS


def table_rows(text: str, columns: Sequence[Column], first: int = 0) -> tuple[Cells, ...]:
    """Return for each row below the heading a text for every column, "" for none.

    What has no column of its own is put behind the words of the row, in brackets.  A table without
    a heading begins at the column `first`.
    """
    lines = _without_empty_columns(_cells_of(text))
    count = head_lines(lines, [one.field for one in columns])
    heads = heads_of(lines[:count], max(map(len, lines), default=0))
    if _counts(columns) and columns[first].has_words:
        found = [_of_counted(one, columns) for one in counted_rows(lines[count:], heads)]
    else:
        found = _placed(lines[count:], heads, columns, first)
    return tuple(row for row in found if any(row))


def _counts(columns: Sequence[Column]) -> bool:
    """Tell whether a row is a name and a number."""
    numbers = [one for one in columns if one.field.kind is Kind.NUMBER]
    return len(numbers) == sum(one.has_words for one in columns) == 1


def _cells_of(text: str) -> list[Cells]:
    lines = (tuple(cell.strip() for cell in line.split("\t")) for line in text.splitlines())
    return [line for line in lines if any(line)]


def _without_empty_columns(lines: Sequence[Cells]) -> list[Cells]:
    """Return the lines as long as each other, without columns that say nothing."""
    width = max(map(len, lines), default=0)
    whole = [line + ("",) * (width - len(line)) for line in lines]
    used = [at for at in range(width) if any(line[at] for line in whole)]
    return [tuple(line[at] for at in used) for line in whole]


def _of_counted(row: Counted, columns: Sequence[Column]) -> Cells:
    texts, rest = [""] * len(columns), []
    for at, one in enumerate(columns):
        if one.has_words:
            items = list_items(row.name)
            texts[at] = items[0] if len(items) == 1 else row.name
        elif one.field.kind is Kind.NUMBER:
            texts[at] = row.count
    for cell in row.rest:
        free = (at for at, one in enumerate(columns) if not texts[at] and not one.has_words)
        own = next((at for at in free if columns[at].field.kind is Kind.FLAG), None)
        if own is not None and columns[own].read(cell) is not None:
            texts[own] = cell
        else:
            rest.append(cell)
    return _with_rest(texts, rest, columns)


def _placed(
    lines: Sequence[Cells], heads: Cells, columns: Sequence[Column], first: int
) -> list[Cells]:
    """Put cells into the columns that they are headed by, or else one after the other."""
    numbering = next((at for at, head in enumerate(heads) if is_numbering(head)), None)
    if numbering is not None:
        lines = [(*line[:numbering], *line[numbering + 1 :]) for line in lines]
        heads = (*heads[:numbering], *heads[numbering + 1 :])
    elif any(map(_is_numbered, lines)):
        lines = [line[1:] if _is_numbered(line) or not line[0] else line for line in lines]
    places = _places(heads, columns, first)
    return [_row(line, places, columns) for line in lines]


def _is_numbered(line: Cells) -> bool:
    return len(line) > 1 and bool(_ROW_NUMBER.fullmatch(line[0]) and _LETTER.search(line[1]))


def _places(heads: Cells, columns: Sequence[Column], first: int) -> list[int | None]:
    """Return the column of each cell, the named ones first; None where there is none left."""
    places: list[int | None] = [None] * len(heads)
    for at, head in enumerate(heads):
        named = (n for n, one in enumerate(columns) if head and is_named(head, one.field))
        places[at] = next((one for one in named if one not in places), None)
    free = [at for at in range(first, len(columns)) if at not in places]
    for at, place in enumerate(places):
        if place is None and free:
            places[at] = free.pop(0)
    return places


def _row(line: Cells, places: Sequence[int | None], columns: Sequence[Column]) -> Cells:
    texts, rest = [""] * len(columns), []
    for cell, at in zip(line, places, strict=False):
        if at is None:
            rest.append(cell)
        else:
            texts[at] = cell
    return _with_rest(texts, rest, columns)


def _with_rest(texts: list[str], left: Sequence[str], columns: Sequence[Column]) -> Cells:
    """Put what has no column behind the last words of the row, in brackets."""
    rest = [one for one in left if not _NOTHING.fullmatch(one)]
    words = [at for at, one in enumerate(columns) if one.has_words]
    host = next((at for at in reversed(words) if texts[at]), words[0] if words else 0)
    if rest and not texts[host]:
        texts[host] = rest.pop(0)
    if rest:
        texts[host] += f" ({', '.join(rest)})"
    return tuple(texts)
