"""Stage 2, breaks: where a line may end.

Two independent segmenters must agree before a line may end between two Thai letters (`words`):
either alone errs on official prose several times as often as both together.  Everything else
follows Unicode's line breaking (UAX #14, by ICU), and `ties` takes places away.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from desktop_app.typeset import compounds, marks, ties
from desktop_app.typeset.clusters import is_thai
from desktop_app.typeset.normalise import BREAK_HERE, NEW_LINE
from desktop_app.typeset.words import Dictionary, Words

_SPACES = re.compile(" +(?=[^ ])")
_LONE_LETTER = re.compile("[ก-๎][ก-ฮ][ก-๎]")


class Break(IntEnum):
    """How a line may end after a piece of text; the larger, the better the place."""

    NEVER = 0
    CLUSTER = 1  # only where nothing else fits
    JOINT = 2  # inside a compound, a full name, a date: where the line would gape otherwise
    WORD = 3
    SPACE = 4
    MUST = 5


class Stretch(NamedTuple):
    """A stretch of text without inner break: its letters, its spaces after, its break after."""

    text: str
    spaces: int
    after: Break

    @property
    def length(self) -> int:
        """Characters of the normalised text that it covers, steering characters aside."""
        return len(self.text) + self.spaces


class Opportunities(NamedTuple):
    """Offsets at which a line may end: good ones, and joints of what reads better in one piece."""

    good: set[int]
    joints: set[int]


@dataclass(frozen=True)
class Breaker:
    """Finds the breaks of normalised text.

    `dictionary` is a file of words, one a line (UTF-8); `names` are never parted.  With `brief`,
    a short document is ready sooner and a long one a little later.
    """

    dictionary: Path
    names: ties.Names = field(default_factory=lambda: ties.Names(frozenset()))
    brief: bool = False

    _words: Dictionary = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_words", Dictionary(self.dictionary, brief=self.brief))

    def expect(self, texts: Iterable[str]) -> None:
        """Be ready for normalised texts that will be asked for: quicker than one by one."""
        self._words.expect(text.replace(BREAK_HERE, "") for text in texts)

    def stretches(self, text: str) -> tuple[Stretch, ...]:
        """Return `text` cut wherever a line may end, and at every space."""
        found: list[Stretch] = []
        for line in text.split(NEW_LINE):
            if found:
                found[-1] = Stretch(found[-1].text, found[-1].spaces, Break.MUST)
            found.extend(self._of_line(line))
        return tuple(found)

    def _of_line(self, line: str) -> Iterator[Stretch]:
        plain = line.replace(BREAK_HERE, "")
        found = self.find(plain, _asked_for(line))
        good = found.good | {len(plain)}
        cuts = sorted(good | found.joints | _after_spaces(plain) | {0})
        for start, end in pairwise(cuts):
            part = plain[start:end]
            letters = part.rstrip(" ")
            kind = _kind(end, part, good, found.joints)
            yield Stretch(letters, len(part) - len(letters), kind)
        if not plain:
            yield Stretch("", 0, Break.WORD)

    def edges(self, text: str) -> set[int]:
        """Return where either segmenter sees a word begin: for what is too wide for any line."""
        inside = self._words.segment(text).edges - {0, len(text)}
        return marks.between_clusters(text, inside)

    def find(self, text: str, asked: set[int] | frozenset[int] = frozenset()) -> Opportunities:
        """Return the offsets, ends excluded, at which a line of `text` may end.

        Its writer `asked` for some, and gets them but where they would part a name.
        """
        words = self._words.segment(text)
        phrases, joints = _inside_words(words)
        tied = ties.ties(words, self.names)
        inside, may = marks.web_breaks(text)
        held = tied.held | inside - asked
        loose = (tied.loose | _beside_strange(words) - tied.free) - asked
        good = (words.agreed | phrases | tied.free | asked) - held
        good = marks.between_clusters(text, _no_lone_letter(text, good))
        return Opportunities(good - loose | may, (joints | good & loose) - held - may)


def _inside_words(words: Words) -> tuple[set[int], set[int]]:
    """Return where phrases and compounds, which newmm takes for words, may be parted."""
    phrases: set[int] = set()
    joints: set[int] = set()
    for end, word in words.ending.items():
        start = end - len(word)
        if parted := compounds.phrase(word, words.known):
            phrases.add(start + parted)
        if len(word) >= compounds.LONG:
            within = [at - start for at in range(start + 1, end) if at in words.by_icu]
            found = compounds.joints(word, within, words.known)
            joints.update(start + at for at in found)
    return phrases, joints - phrases


def _kind(end: int, part: str, good: set[int], joints: set[int]) -> Break:
    if end in joints:
        return Break.JOINT
    if end not in good:
        return Break.NEVER
    return Break.SPACE if part.endswith(" ") else Break.WORD


def _beside_strange(words: Words) -> set[int]:
    """Return where words begin or end that are not in the dictionary: rather names than words."""
    text = words.text
    return {
        at for at in words.strange & words.agreed if is_thai(text[at - 1]) and is_thai(text[at])
    }


def _no_lone_letter(text: str, offsets: set[int]) -> set[int]:
    """Drop the breaks around a consonant that would stand alone: a name that neither knew."""
    lone = {
        cut
        for at in offsets
        if at + 1 in offsets and _LONE_LETTER.match(text, at - 1)
        for cut in (at, at + 1)
    }
    return offsets - lone


def _asked_for(line: str) -> set[int]:
    """Offsets, in the line without them, of the places where its writer asked for a break."""
    places = [match.start() for match in re.finditer(BREAK_HERE, line)]
    return {at - seen for seen, at in enumerate(places)} - {0, len(line) - len(places)}


def _after_spaces(text: str) -> set[int]:
    return {match.end() for match in _SPACES.finditer(text)}
