"""Lists within lists as a browser or word processor hands them over, as lines that show how deep."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from desktop_app.services.words.listed import without_mark

_LEVEL = re.compile(r"mso-list:[^;]*level(\d)", re.IGNORECASE)
_CONDITION = re.compile(r"<!\[[^\]>]*\]>")
"""What a word processor wraps the marks of its lists in."""

_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_LISTS = frozenset({"ul", "ol"})
_LINES = re.compile(
    "address|article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset"
    "|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|listing|main|menu|nav|option"
    "|p|pre|search|section|summary"
)
"""Tags of what stands on lines of its own, as browsers show it."""

_UNSEEN = frozenset({"style", "script", "title"})
_SPACES = re.compile(r"[\s\ufffc]+")  # and where a picture stood
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


@dataclass(slots=True)
class _Open:
    """A list that is not closed yet."""

    kind: str  # "ul", or the type of an "ol"
    count: int


def nested_lists(html: str) -> str | None:
    """Return a text whose lines have a tab for every level and their mark; None without a level.

    Empty lines stand between them, since a page has wrapped none.  Tables are none of it: their
    plain text has the cells.
    """
    reader = _Reader()
    seen = _CDATA.sub(lambda found: escape(found[1]), html)
    try:
        reader.feed(_CONDITION.sub("", seen))
        reader.close()
    except AssertionError:  # how the parser says of a declaration that it is none
        return None
    return "\n\n".join(reader.lines()) if reader.is_nested and not reader.has_table else None


def holds_words(lines: str, plain: str) -> bool:
    """Tell whether `lines` have all that `plain` says, in its order; spaces and marks aside."""
    held, at = _SPACES.sub("", lines), 0
    for line in plain.splitlines():
        said = {_SPACES.sub("", one) for one in (line, without_mark(line))}
        ends = [found + len(one) for one in said if (found := held.find(one, at)) >= 0]
        if not ends:
            return False
        at = min(ends)
    return True


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.is_nested = False
        self.has_table = False
        self._open: list[_Open] = []
        self._unseen = 0
        self._found: list[str] = [""]

    def lines(self) -> list[str]:
        """Return the lines that say something."""
        return [line.rstrip() for line in self._found if line.strip()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        self.has_table |= tag == "table"
        self._unseen += tag in _UNSEEN
        if tag in _LISTS:
            self._begin_text()
            kind = "ul" if tag == "ul" else given.get("type", "1")
            self._open.append(_Open(kind, _number(given.get("start"), 1) - 1))
        elif tag == "li":
            self._begin_item(given)
        elif tag == "br":
            self.handle_data(" ")
        elif _LINES.fullmatch(tag):
            self._begin_line(_LEVEL.search(given.get("style", "")))

    def _begin_item(self, given: Mapping[str, str]) -> None:
        depth = max(len(self._open) - 1, 0)
        self.is_nested |= depth > 0
        mark = "•"
        if self._open:
            within = self._open[-1]
            within.count = _number(given.get("value"), within.count + 1)
            mark = _mark(within, depth)
        self._found.append("\t" * depth + f"{mark} ")

    def _begin_line(self, level: re.Match[str] | None) -> None:
        if level is not None:
            depth = int(level[1]) - 1
            self.is_nested |= depth > 0
            self._found.append("\t" * depth)
        elif self._open:  # within an item a paragraph goes on with its line
            self.handle_data(" ")
        else:
            self._begin_text()

    def _begin_text(self) -> None:
        """Begin a line without a mark, which stands where the item around it does."""
        self._found.append("\t" * max(len(self._open) - 1, 0))

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag in _LISTS:
            self._open = self._open[:-1]
            self._begin_text()
        elif _LINES.fullmatch(tag):
            self._begin_line(None)

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        text, line = re.sub(r"\s+", " ", data), self._found[-1]
        self._found[-1] = line + (text.lstrip() if not line.strip() or line[-1] == " " else text)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 4 else otherwise


def _mark(within: _Open, depth: int) -> str:
    count = max(within.count, 1)
    match within.kind:
        case "ul":
            return "-" if depth else "•"
        case "a" | "A" if count <= 26:
            return f"{chr(ord(within.kind) + count - 1)}."
        case "i" if count <= len(_ROMAN):
            return f"{_ROMAN[count - 1]}."
        case _:
            return f"{count}."
