"""The lines of a pasted list: which are items, and which belong to the item above them.

A report's items are plain texts.  So an item loses its own number, which the page makes anew, and
what stands below it in the pasted list (2.1, ก., a bullet) is a line of its text and keeps its own.
"""

import re
from dataclasses import dataclass, field, replace

from desktop_app.thai.numerals import to_arabic_digits

_DASHES = "–—-"
_MARK = re.compile(
    rf"""(?:
        (?P<bullet>[•·▪◦‣●○■□➢✓*{_DASHES}](?=\s)|o(?=\t))
        | (?P<parts>[0-9๐-๙]{{1,3}}(?:\.[0-9๐-๙]{{1,3}})+)[.)]?(?=\s)     # 1.6.2, 2.1, or a time
        | (?P<open>\(?)(?P<number>[0-9๐-๙]{{1,3}})(?P<close>[.)])\)?(?![0-9๐-๙])  # 1) 1. (1)
        | (?P<thai>[ก-ฮ])[.)](?=\s)
        | (?P<latin>[a-z]|[ivx]{{1,4}})[.)](?=\s)
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)


_FIRST = frozenset("กai")
"""Letters that a row of them begins with; the first two stand for their rows."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, what it is numbered with, and how far it is indented."""

    text: str  # without the mark
    mark: str
    style: str  # equal for marks of one row; "" for none
    numbers: tuple[int, ...]
    indent: int
    is_tabbed: bool  # after the mark, as a word processor does it

    @property
    def whole(self) -> str:
        return f"{self.mark} {self.text}".strip()


@dataclass(slots=True)
class _List:
    """What is known of the list so far."""

    items: list[str] = field(default_factory=list)
    top: _Line | None = None  # the first that is marked
    number: int = 0  # of the last item
    below: dict[str, int] = field(default_factory=dict)  # styles below it, and their indents

    def add(self, line: _Line) -> None:
        """Take the next line for an item, or for a part of the last one."""
        line = line if self._is_mark(line) else replace(line, style="", numbers=())
        if self.top is not None and line.style and self._is_below(line, self.top):
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
        return line.style not in _FIRST or line.mark[0].lower() in _FIRST or line.style in begun

    def _is_part(self, line: _Line, top: _Line) -> bool:
        """Tell whether 2.1 is below 2, or 1.6.2.1 below 1.6.2; a time is below nothing."""
        if len(top.numbers) > 1:
            return len(line.numbers) > len(top.numbers)
        if line.numbers[0] != self.number or not top.numbers:
            return False
        return len(line.numbers) > 2 or line.style in self.below or line.numbers[1] == 1


def _marks_an_item(line: _Line, top: _Line | None) -> bool:
    """Tell whether a mark is one that the page makes anew; 13.30 and a. are words of the text."""
    if line.style == "1 points":
        return line.is_tabbed
    return line.style not in {"", "a"} or (top is not None and top.style == "a" == line.style)


def list_items(text: str) -> tuple[str, ...]:
    """Return the items of pasted text: lines that say something, with what stands below each."""
    found = _List()
    for line in text.splitlines():
        if (read := _read(line)).whole:
            found.add(read)
    return tuple(item for item in found.items if item)


def _read(line: str) -> _Line:
    bare = line.strip(" \u00a0\t\r")
    before = line[: len(line) - len(line.lstrip())]
    indent = sum(8 if one == "\t" else 1 for one in before)
    found = _MARK.match(bare)
    if found is None:
        return _Line(bare, "", "", (), indent, is_tabbed=False)
    mark = found[0].rstrip()
    digits = found["parts"] or found["number"] or ""
    numbers = tuple(int(one) for one in to_arabic_digits(digits).split(".") if one)
    tabbed = "\t" in found[0]
    return _Line(bare[found.end() :], mark, _style(found), numbers, indent, is_tabbed=tabbed)


def _style(found: re.Match[str]) -> str:
    if found["bullet"]:
        return "-" if found["bullet"] in _DASHES else found["bullet"]
    if found["parts"]:
        return f"{found['parts'].count('.')} points"
    if found["number"]:
        return f"{found['open']}1{found['close']}"
    return "ก" if found["thai"] else "a"
