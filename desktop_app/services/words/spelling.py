"""Words that are probably misspelt, with what may be meant; it would rather miss one than cry wolf.

Thai has no spaces, and official prose is full of names: what a dictionary lacks is no mistake yet.  A
word is doubted where it is one of the well-known slips (`resources/words/misspelt.tsv`), or where
pieces that are no words make, with one letter changed, a long word that is one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path

from desktop_app.paths import resource
from desktop_app.thai.places import Gazetteer
from desktop_app.typeset.clusters import units

_THAI = re.compile("[ก-๎]+")
_LETTERS = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))))
_TITLED = re.compile(
    r"(?:นางสาว|นาย|นาง|ดร\.|น\.ส\.|ว่าที่ร้อย(?:ตรี|โท|เอก)|พระ|[ก-ฮ]{1,2}\.[ก-ฮ]\.[ก-ฮ]?\.?)"
    r"\s?[ก-๎]+(?: [ก-๎]+)?"
)
"""A person's name after a title, which no dictionary has."""

_WITH_STRANGE = 6  # letters of a doubted word, one of whose pieces is no word
_OF_WORDS = 8  # and of one that falls into three words or more
_MOST, _LONGEST = 4, 24  # pieces and letters of a doubted word
_WORD = 5  # letters of a word that may be meant
_LONGEST_WORD = 14  # clusters of a word
_KNOWN, _STRANGE = 2, 5  # what a word costs, and a cluster that is none
_ALONE = "ๆฯณก็"  # letters that may stand alone


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch of text, counted in UTF-16 units as windows count, and what may be meant."""

    start: int
    end: int
    meant: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """The words of a file, one a line (UTF-8), read when they are first asked for."""

    path: Path

    @cached_property
    def all(self) -> frozenset[str]:
        """All words."""
        return frozenset(self.path.read_text(encoding="utf-8").splitlines())


@dataclass(frozen=True)
class Speller:
    """Doubts words of texts; `own` are the user's words, which are right."""

    words: Words
    places: Gazetteer
    own: frozenset[str] = frozenset()

    @cached_property
    def _slips(self) -> dict[str, str]:
        lines = resource("words", "misspelt.tsv").read_text(encoding="utf-8").splitlines()
        found = (line.split("\t") for line in lines)
        return {wrong: right for wrong, right in found if wrong not in self.own}

    @cached_property
    def _slip_pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(map(re.escape, self._slips), key=len, reverse=True)))

    @cached_property
    def _known(self) -> frozenset[str]:
        return self.words.all | self.own | frozenset(_names(self.places))

    def doubts(self, text: str) -> tuple[Doubt, ...]:
        """Return the doubted words of `text`, in order; some 0.1 ms a letter when it is new."""
        return tuple(
            Doubt(_units(text, start), _units(text, end), meant)
            for start, end, meant in sorted(self._found(text))
        )

    def _found(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        passed = [match.span() for match in _TITLED.finditer(text)]
        for word in self.own:
            passed += (match.span() for match in re.finditer(re.escape(word), text))
        for slip in self._slip_pattern.finditer(text):
            right = self._slips[slip[0]]
            begun = len(right) > len(slip[0]) and text.startswith(right, slip.start())
            if not begun:  # or else the slip is but the beginning of the right word
                passed.append(slip.span())
                yield slip.start(), slip.end(), (right,)
        for run in _THAI.finditer(text):
            for start, end, meant in self._in_run(run[0]):
                at, to = run.start() + start, run.start() + end
                if not any(at < last and first < to for first, last in passed):
                    yield at, to, meant

    def _in_run(self, run: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        tokens = pieces(run, self._known)
        ends = list(accumulate(map(len, tokens), initial=0))
        strange = [
            token not in _ALONE and (len(token) == 1 or token not in self._known)
            for token in tokens
        ]
        taken: set[int] = set()
        # A stray letter may belong to the word before or after: what explains most goes first.
        for first, last in sorted(
            self._spans(tokens, strange),
            key=lambda one: (-sum(strange[slice(*one)]), one[0] - one[1]),
        ):
            meant = (
                ()
                if taken & set(range(first, last))
                else self._meant(run[ends[first] : ends[last]])
            )
            if meant:
                taken.update(range(first, last))
                yield ends[first], ends[last], meant

    def _spans(self, tokens: list[str], strange: list[bool]) -> Iterator[tuple[int, int]]:
        """Yield from where to where pieces may be one misspelt word."""
        for first in range(len(tokens)):
            for last in range(first + 1, min(first + _MOST, len(tokens)) + 1):
                word = "".join(tokens[first:last])
                least = _OF_WORDS if last - first > 2 else _LONGEST
                if any(strange[first:last]):
                    least = _WITH_STRANGE
                if least <= len(word) <= _LONGEST and word not in self._known:
                    yield first, last

    def _meant(self, word: str) -> tuple[str, ...]:
        near = {one for one in one_letter_off(word) if len(one) >= _WORD} - {word[1:]}
        if word[-1] != word[-2]:  # a letter too many at an edge is rather one of the next word
            near.discard(word[:-1])
        return tuple(sorted(near & self.words.all))[:5]


def pieces(run: str, known: frozenset[str]) -> list[str]:
    """Return Thai letters cut into as few words as can be; what is none falls into its clusters.

    The window's process does not load newmm: that takes a tenth of a second, in which nothing
    else can run.
    """
    clusters = units(run)
    best: list[tuple[int, int]] = [(0, 0)]  # the cost up to a cluster, where its piece begins
    for end in range(1, len(clusters) + 1):
        starts = range(end - 1, max(end - _LONGEST_WORD, 0) - 1, -1)
        best.append(
            min(
                (
                    best[start][0]
                    + (_KNOWN if "".join(clusters[start:end]) in known else _STRANGE),
                    start,
                )
                for start in starts
                if start == end - 1 or "".join(clusters[start:end]) in known
            )
        )
    found: list[str] = []
    end = len(clusters)
    while end:
        start = best[end][1]
        found.append("".join(clusters[start:end]))
        end = start
    return found[::-1]


@lru_cache(maxsize=2000)
def one_letter_off(word: str) -> frozenset[str]:
    """Return what becomes of a word by one letter left out, put in, changed, or two swapped."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    less = {start + end[1:] for start, end in halves if end}
    swapped = {start + end[1] + end[0] + end[2:] for start, end in halves if len(end) > 1}
    more = {start + letter + end for start, end in halves for letter in _LETTERS}
    other = {start + letter + end[1:] for start, end in halves if end for letter in _LETTERS}
    return frozenset(less | swapped | more | other)


def _names(places: Gazetteer) -> Iterator[str]:
    for province in places.provinces():
        yield province.name
        for district in places.districts(province.name):
            yield district.name
            inside = places.subdistricts(province.name, district.name)
            yield from (one.name for one in inside)


def _units(text: str, at: int) -> int:
    return at + sum(1 for letter in text[:at] if letter > "\uffff")


def speller(places: Gazetteer, own: Iterable[str] = (), words: Path | None = None) -> Speller:
    """Return a speller with the words that come with the program."""
    return Speller(Words(words or resource("words", "thai-words.txt")), places, frozenset(own))
