"""Rows of a pasted table that are a name and a number of people, which may be given in parts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.report.sums import is_sum_name
from desktop_app.services.words import headings
from desktop_app.services.words.headings import Cells
from desktop_app.thai.numerals import parse_number

_MARK = re.compile("[0-9๐-๙]{1,3}[.)]|[•·▪*–—-]")
_SMALL = re.compile("[0-9๐-๙]{1,3}")
_LETTER = re.compile(r"[^\W\d_]")
_DASH = re.compile("[-–—.]*")
_OTHER = re.compile("(?:โทร|เบอร์|หมายเหตุ|remark|tel|phone).*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """A row: who, how many as far as that is clear, and what else it says."""

    name: str
    count: str  # all numbers of the row where it is not clear which of them is meant
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Roles:
    """What the columns of the table are for."""

    heads: Cells
    numbering: int | None
    name: int
    numbers: tuple[int, ...]
    whole: int | None  # which of the numbers is the sum of the others


def counted_rows(lines: Sequence[Cells], heads: Cells) -> list[Counted]:
    """Read lines of one length below their heading, "" where a column has none."""
    roles = _roles(lines, heads)
    found = (_sum_row(line, roles) if _is_sum(line) else _row(line, roles) for line in lines)
    return [one for one in found if one.name or one.count or one.rest]


def _roles(lines: Sequence[Cells], heads: Cells) -> _Roles:
    groups = [line for line in lines if not _is_sum(line)] or lines
    numbers = [at for at in range(len(heads)) if _has_numbers(heads[at], [x[at] for x in groups])]
    numbering = _numbering(groups, heads, numbers)
    numbers = [at for at in numbers if at != numbering]
    texts = [at for at in range(len(heads)) if at not in numbers and at != numbering]
    name = texts[0] if texts else 0
    if not numbers and name + 1 in texts:
        numbers = [name + 1]
    return _Roles(heads, numbering, name, tuple(numbers), _whole(lines, heads, numbers))


def _is_sum(line: Cells) -> bool:
    return is_sum_name(next(filter(None, line), ""))


def _has_numbers(head: str, column: Sequence[str]) -> bool:
    said = [cell for cell in column if not _DASH.fullmatch(cell)]
    if headings.is_rate(head) or _OTHER.fullmatch(head) or not said:
        return False
    return headings.is_count(head) or 2 * sum(map(_is_number, said)) >= len(said)


def _is_number(cell: str) -> bool:
    telephone = cell.startswith(("0", "๐")) and len(cell) > 1
    return parse_number(cell) is not None and not telephone


def _numbering(lines: Sequence[Cells], heads: Cells, numbers: Sequence[int]) -> int | None:
    """Return the column that numbers the rows, which is no number of people."""
    if (named := [at for at, head in enumerate(heads) if headings.is_numbering(head)]) or any(
        heads
    ):
        return named[0] if named else None
    marked = [line for line in lines if line[0]]
    if len(heads) < 2 or not marked or not all(_LETTER.search(line[1]) for line in marked):
        return None
    if all(_MARK.fullmatch(line[0]) for line in marked):
        return 0
    if not all(_SMALL.fullmatch(line[0]) for line in marked):
        return None
    return 0 if _is_row_number([int(one[0]) for one in marked], alone=numbers == [0]) else None


def _is_row_number(values: Sequence[int], *, alone: bool) -> bool:
    """Tell numbers of rows from numbers of people, which may be all that there are."""
    first = values[0]
    if alone:
        follow = list(range(first, first + len(values))) == list(values)
        return follow and (len(values) > 1 or first == 1)
    return sorted(set(values)) == list(values) or max(values) <= len(values)


def _whole(lines: Sequence[Cells], heads: Cells, numbers: Sequence[int]) -> int | None:
    """Return which of the numbers is the sum: as it is headed, or as all rows add up."""
    if len(numbers) < 2:
        return None
    own = [heads[at] for at in numbers]
    if named := [at for at, head in enumerate(own) if headings.is_for_all(head)]:
        return named[-1]
    rows = [_values([line[at] for at in numbers]) for line in lines if not _is_sum(line)]
    for at in (len(numbers) - 1, 0):
        if rows and all(_adds_up(row, at) for row in rows):
            return at
    counts = [at for at, head in enumerate(own) if head.startswith(("จำนวน", "คน"))]
    counts = [at for at in counts if not headings.is_of_a_sex(own[at])]
    return counts[0] if len(counts) == 1 and all(own) else None


def _values(cells: Sequence[str]) -> list[int | None]:
    return [0 if _DASH.fullmatch(cell) else parse_number(cell) for cell in cells]


def _adds_up(values: Sequence[int | None], at: int) -> bool:
    parts = [one for one in (*values[:at], *values[at + 1 :]) if one is not None]
    return len(parts) == len(values) - 1 and sum(parts) == values[at]


def _row(line: Cells, roles: _Roles) -> Counted:
    count, left = _count([line[at] for at in roles.numbers], roles)
    known = {roles.numbering, roles.name, *roles.numbers}
    rest = (_with_head(line, at, roles) for at in range(len(line)) if at not in known)
    return Counted(line[roles.name], count, (*left, *filter(None, rest)))


def _with_head(line: Cells, at: int, roles: _Roles) -> str:
    """Return a cell that has no column, by its heading where it has no words itself."""
    bare = not _LETTER.search(line[at]) and not _DASH.fullmatch(line[at])
    return f"{roles.heads[at]} {line[at]}".strip() if bare else line[at]


def _count(cells: Sequence[str], roles: _Roles) -> tuple[str, list[str]]:
    """Return how many people the numbers of a row say, and those that are no part of it."""
    said = [cell for cell in cells if not _DASH.fullmatch(cell)]
    if len(cells) == 1 or len(said) < 2:
        return "".join(said or cells[:1]), []
    values, whole = _values(cells), roles.whole
    if whole is not None and cells[whole] in said:
        others = [n for n, cell in enumerate(cells) if n != whole and cell in said]
        if _adds_up(values, whole):
            return cells[whole], []
        return cells[whole], [f"{roles.heads[roles.numbers[n]]} {cells[n]}".strip() for n in others]
    return _unnamed(cells, values, roles) or " ".join(said), []


def _unnamed(cells: Sequence[str], values: Sequence[int | None], roles: _Roles) -> str:
    """Return the sum of a row that no heading names; "" where it is not clear."""
    for at in (len(cells) - 1, 0):
        if _adds_up(values, at):
            return cells[at]
    sexes = all(headings.is_of_a_sex(roles.heads[at]) for at in roles.numbers)
    known = [one for one in values if one is not None]
    return str(sum(known)) if sexes and len(known) == len(cells) else ""


def _sum_row(line: Cells, roles: _Roles) -> Counted:
    """Read the row that adds up the others; its first cells may be one, and so all others moved."""
    at = next(n for n, cell in enumerate(line) if cell)
    name, after = line[at], line[at + 1 :]
    said = [cell for cell in after if not _DASH.fullmatch(cell)]
    numbers = [cell for cell in said if _is_number(cell)]
    if not numbers:
        return Counted(name, " ".join(filter(None, after)), ())
    own = _moved(line, at, roles) or numbers
    count, left = _count(own, roles) if len(own) == len(roles.numbers) else (" ".join(own), [])
    rest = tuple(cell for cell in said if cell not in numbers and _LETTER.search(cell))
    return Counted(name, " ".join(filter(None, own)) if left else count, rest)


def _moved(line: Cells, at: int, roles: _Roles) -> list[str] | None:
    """Return the numbers of the row below those of the others; None where they are not."""
    blanks = len(line) - max(n for n, cell in enumerate(line, 1) if cell)
    name, after = ("",) * at + line[at : at + 1], line[at + 1 :]
    ways = [name + ("",) * by + after[: len(after) - by] for by in range(blanks + 1)]
    ways += [(*line[by:], *("",) * by) for by in range(1, at + 1)]
    return next((own for way in ways if (own := _below(way, roles))), None)


def _below(line: Cells, roles: _Roles) -> list[str] | None:
    own = [line[n] for n in roles.numbers]
    last = max(roles.numbers, default=0)
    strays = [n for n in range(last) if n not in roles.numbers and _is_number(line[n])]
    fits = all(not cell or _is_number(cell) for cell in own)
    return own if any(own) and fits and not strays else None
