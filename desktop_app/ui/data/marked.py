"""Two texts, and where in them they differ."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

_CLUSTER = re.compile(r"[เ-ไ]?[ก-ฮ][ัิ-ฺ็-๎ะาำๅ]*|[A-Za-z]+|[0-9๐-๙]+|\n|.", re.DOTALL)
"""What nobody would split in reading: a Thai consonant with its vowels, a word, a number."""

_LEAST_EQUAL = 4
"""Fewer clusters than this between two differences are marked with them, lest it look spotted."""


Spans = tuple[tuple[int, int], ...]
"""Begins and ends of parts of a text, in characters."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The parts of each text that are not in the other."""

    ours: Spans
    theirs: Spans


def marked(ours: str, theirs: str) -> Marked:
    """Return what differs between two texts; nothing where one is empty."""
    mine, other = _CLUSTER.findall(ours), _CLUSTER.findall(theirs)
    if not mine or not other:
        return Marked((), ())
    pieces = _joined(SequenceMatcher(None, mine, other, autojunk=False).get_opcodes())
    parts = [one for one in pieces if not one[0]]
    return Marked(
        _spans(mine, [(a, b) for _, a, b, _, _ in parts]),
        _spans(other, [(c, d) for _, _, _, c, d in parts]),
    )


def _spans(clusters: Sequence[str], parts: Sequence[tuple[int, int]]) -> Spans:
    """Return parts that are counted in clusters as parts that are counted in characters."""
    ends = [0, *accumulate(map(len, clusters))]
    return tuple((ends[begin], ends[end]) for begin, end in parts if begin < end)


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
