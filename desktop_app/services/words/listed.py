"""The lines of a pasted list: which are items, and which belong to the item above them.

A report's items are plain texts.  So an item loses its own number, which the page makes anew, and
what stands below it in the pasted list (2.1, ก., a bullet) is a line of its text and keeps its own.
A line between two numbers that has none is where the item above was wrapped, as in a PDF.
"""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace

from desktop_app.thai.numerals import to_arabic_digits

_DASHES = "–—-"
_MARK = re.compile(
    rf"""(?:
        (?P<bullet>[•·▪◦‣●○■□➢✓*§Øü{_DASHES}](?=\s)|o(?=\s))
        | (?P<parts>[0-9๐-๙]{{1,3}}(?:\.[0-9๐-๙]{{1,3}})+)[.)]?(?=\s)     # 1.6.2, 2.1, or a time
        | (?P<open>\(?)(?P<number>[0-9๐-๙]{{1,3}})(?P<close>[.)])\)?(?![0-9๐-๙])  # 1) 1. (1)
        | \((?P<thai_within>[ก-ฮ])\)
        | (?P<thai>[ก-ฮ])[.)](?=\s)
        | \((?P<latin_within>[a-z]|[ivx]{{1,4}})\)(?=\s)
        | (?P<latin>[a-z]|[ivx]{{1,4}})[.)](?=\s)
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)


_FIRST = frozenset("กai")
"""Letters that a row of them begins with; the first two stand for their rows."""

_FULL, _NEARLY = 0.6, 0.8
"""Parts of the longest line that a line is full at, between two numbers and below the last."""

_LEAST = 30
"""Characters of a line that may be wrapped where no number follows to tell."""

_YEARS = 40
"""No list counts so far: 12.5.66 is a date, and 192.168.1.1 an address."""

_FEW = 10
"""Lists of parts that count so far show others of their numbers, too."""

_ZERO = re.compile(r"(?:^|\.)[0๐]")

_UNSEEN = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200b]")
_LETTERS = re.compile("[\u0e01-\u0e45\u0e47-\u0e4e]{2}")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, what it is numbered with, and how far it is indented."""

    text: str  # without the mark
    mark: str
    style: str  # equal for marks of one row; "" for none
    numbers: tuple[int, ...]
    indent: int
    gap: str = " "  # between the mark and the text; a tab is a word processor's own
    is_parted: bool = False  # from the line above by an empty one
    is_open: bool = False  # it ends with a space
    is_clear: bool = True  # its mark, 1.6.2, is a number of a list, and no date, time or telephone

    @property
    def whole(self) -> str:
        gap = self.gap if self.gap == "\u00a0" else " "
        return f"{self.mark}{gap}{self.text}".strip()

    @property
    def width(self) -> int:
        return len(_UNSEEN.sub("", self.whole))


@dataclass(slots=True)
class _List:
    """What is known of the list so far."""

    longest: int  # width of a line
    items: list[str] = field(default_factory=list)
    top: _Line | None = None  # the first that is marked
    number: int = 0  # of the last item
    below: dict[str, int] = field(default_factory=dict)  # styles below it, and their indents
    above: _Line | None = None  # the line before

    def add(self, line: _Line, following: Iterable[_Line]) -> None:
        """Take the next line for an item, for a part of the last one, or for more of its words."""
        line = line if self._is_mark(line) else replace(line, style="", numbers=())
        if (joint := self._joint(line, following)) is not None:
            self.items[-1] += joint + line.whole
        else:
            self._begin(line)
        self.above = line

    def _joint(self, line: _Line, following: Iterable[_Line]) -> str | None:
        """Return what stands between the last item and a line that goes on with it; or None."""
        above, top = self.above, self.top
        if above is None or top is None or not top.numbers or "\t" in line.text:
            return None
        if _marks_an_item(line, top) or self._is_below_top(line):
            return None
        to_come = next((one.numbers[-1] for one in following if one.style == top.style), None)
        between = to_come == self.number + 1
        if not between and to_come is not None:
            return None  # it heads another list
        full = above.width >= self.longest * (_FULL if between else _NEARLY)
        if full and not line.is_parted and (between or above.width >= _LEAST):
            return _space_between(above, line)
        return "\n" if between else None

    def _is_below_top(self, line: _Line) -> bool:
        return self.top is not None and bool(line.style) and self._is_below(line, self.top)

    def _begin(self, line: _Line) -> None:
        if self._is_below_top(line):
            self.below[line.style] = line.indent
            self.items[-1] += f"\n{line.whole}"
            return
        marked = _marks_an_item(line, self.top)
        self.items.append(line.text if marked else line.whole)
        self.below = {}
        if marked:
            self.top = self.top or line
            self.number = line.numbers[-1] if line.numbers else 0

    def _is_below(self, line: _Line, top: _Line) -> bool:
        if "\t" in line.text:
            return False  # a row of a table
        if len(line.numbers) > 1:
            return self._is_part(line, top)
        if line.style == top.style:
            continues = line.numbers == (self.number + 1,)
            known = self.below.get(line.style) == line.indent
            return line.indent > top.indent and (known or not continues)
        if not line.numbers or line.style in self.below:
            return True
        return line.numbers == (1,)

    def _is_mark(self, line: _Line) -> bool:
        """Tell whether a letter numbers a line: จ. is a province where no ก. stands above."""
        begun = {self.top.style if self.top else "", *self.below}
        letter = line.style.strip("()") in _FIRST
        return not letter or line.mark.strip("()")[0].lower() in _FIRST or line.style in begun

    def _is_part(self, line: _Line, top: _Line) -> bool:
        """Tell whether 2.1 is below 2, or 1.6.2.1 below 1.6.2; a time is below nothing."""
        if len(top.numbers) > 1:
            return len(line.numbers) > len(top.numbers)
        if line.numbers[0] != self.number or not top.numbers:
            return False
        return len(line.numbers) > 2 or line.style in self.below or line.numbers[1] == 1


def _marks_an_item(line: _Line, top: _Line | None) -> bool:
    """Tell whether a mark is one that the page makes anew; 13.30 and a. are words of the text."""
    if not line.is_clear:
        return False
    return line.style not in {"", "a"} or (top is not None and top.style == "a" == line.style)


def _space_between(above: _Line, line: _Line) -> str:
    """Return what a wrapped line is joined by: Thai words have no space between them."""
    thai = _LETTERS.fullmatch(above.whole[-1:] + line.whole[:1])
    return "" if thai and not above.is_open else " "


def list_items(text: str) -> tuple[str, ...]:
    """Return the items of pasted text: lines that say something, with what stands below each."""
    lines = _read_lines(text)
    found = _List(max((one.width for one in lines), default=0))
    for index, line in enumerate(lines, 1):
        found.add(line, (lines[at] for at in range(index, len(lines))))
    return tuple(said for item in found.items if (said := item.strip(" \n")))


def without_mark(line: str) -> str:
    """Return a line without the number or bullet that it begins with."""
    return _read(line).text


def _read_lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    parted = False
    for line in text.splitlines():
        if (read := _read(line)).whole:
            found.append(replace(read, is_parted=parted))
        parted = not read.whole
    known = frozenset(one.numbers for one in found)
    return [replace(one, is_clear=_is_clear(one, known)) for one in found]


def _is_clear(line: _Line, known: Container[tuple[int, ...]]) -> bool:
    """Tell whether a mark with points is a list's number: by itself, its tab or its like."""
    if len(line.numbers) < 2:
        return True
    *above, last = line.numbers
    if max(line.numbers) >= _YEARS or _ZERO.search(line.mark):
        return False
    tabbed = "\t" in line.gap
    if (*above, last - 1) in known or (*above, last + 1) in known:
        return tabbed or len(above) > 1
    if len(above) == 1:
        return tabbed and last < _FEW
    return tabbed or (1 in {above[0], last} and last < _FEW)


def _read(line: str) -> _Line:
    bare = line.strip(" \u00a0\t\r")
    before = line[: len(line) - len(line.lstrip())]
    indent = sum(8 if one == "\t" else 1 for one in before)
    is_open = line.endswith((" ", "\u00a0"))
    found = _MARK.match(bare)
    if found is None or _is_framed(found, bare):
        return _Line(bare, "", "", (), indent, is_open=is_open)
    mark = found[0].rstrip()
    digits = found["parts"] or found["number"] or ""
    numbers = tuple(int(one) for one in to_arabic_digits(digits).split(".") if one)
    gap = "\t" if "\t" in found[0] else found[0][len(mark) :]
    return _Line(bare[found.end() :], mark, _style(found), numbers, indent, gap, is_open=is_open)


def _is_framed(found: re.Match[str], bare: str) -> bool:
    """Tell whether dashes stand on both sides, as in "- ไม่มี -"."""
    return bool(found["bullet"]) and found["bullet"] in _DASHES and bare[-1] in _DASHES


def _style(found: re.Match[str]) -> str:
    if found["bullet"]:
        return "-" if found["bullet"] in _DASHES else found["bullet"]
    if found["parts"]:
        return f"{found['parts'].count('.')} points"
    if found["number"]:
        return f"{found['open']}1{found['close']}"
    if found["thai_within"] or found["latin_within"]:
        return "(ก)" if found["thai_within"] else "(a)"
    return "ก" if found["thai"] else "a"
