"""Two texts with what differs between them marked, as rich text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from desktop_app.ui.look.theme import tokens

_CLUSTER = re.compile(r"[เ-ไ]?[ก-ฮ][ัิ-ฺ็-๎ะาำๅ]*|[A-Za-z]+|[0-9๐-๙]+|\n|.", re.DOTALL)
"""What nobody would split in reading: a Thai consonant with its vowels, a word, a number."""

_LEAST_EQUAL = 4
"""Fewer clusters than this between two differences are marked with them, lest it look spotted."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Both texts as rich text."""

    ours: str
    theirs: str


def marked(ours: str, theirs: str) -> Marked:
    """Return two texts with the differing parts marked; without marks where one is empty."""
    mine, other = _CLUSTER.findall(ours), _CLUSTER.findall(theirs)
    if not mine or not other:
        return Marked(_plain(ours), _plain(theirs))
    pieces = _joined(SequenceMatcher(None, mine, other, autojunk=False).get_opcodes())
    left, right = [], []
    for same, a, b, c, d in pieces:
        left.append(_piece("".join(mine[a:b]), same=same))
        right.append(_piece("".join(other[c:d]), same=same))
    return Marked("".join(left), "".join(right))


_Span = tuple[bool, int, int, int, int]


def _joined(found: Sequence[tuple[str, int, int, int, int]]) -> list[_Span]:
    """Return spans, short equal ones between differences taken for different."""
    spans: list[_Span] = []
    for number, (tag, a, b, c, d) in enumerate(found):
        inner = 0 < number < len(found) - 1
        same = tag == "equal" and not (inner and b - a < _LEAST_EQUAL)
        if spans and spans[-1][0] == same:
            _, first, _, other, _ = spans.pop()
            spans.append((same, first, b, other, d))
        else:
            spans.append((same, a, b, c, d))
    return spans


def _piece(text: str, *, same: bool) -> str:
    if same or not text:
        return _plain(text)
    now = tokens()
    style = f"background-color:{now.soft};color:{now.text};text-decoration:underline"
    return f'<span style="{style}">{_plain(text)}</span>'


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")
