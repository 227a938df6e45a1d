"""Stage 2, breaks: where a line may end.

Thai is written without spaces between words.  Two independent segmenters must agree before a
line may end between two Thai letters: ICU's line breaker and newmm (nlpo3) with PyThaiNLP's
dictionary; newmm's "safe" mode is not used, as it loses text and cuts known words.  Either alone errs on official prose about four times as often as both together.
Everything else follows Unicode's line breaking (UAX #14, by ICU), and `ties` takes places away.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import accumulate, pairwise
from pathlib import Path

import nlpo3
from icu4py.breakers import LineBreaker

from desktop_app.typeset import ties
from desktop_app.typeset.clusters import is_thai
from desktop_app.typeset.compounds import Compounds
from desktop_app.typeset.normalise import BREAK_HERE, NEW_LINE


class Break(IntEnum):
    """How a line may end after a piece of text; the larger, the better the place."""

    NEVER = 0
    CLUSTER = 1  # only where nothing else fits
    JOINT = 2  # inside a long compound, where the line would gape otherwise
    WORD = 3
    SPACE = 4
    MUST = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text without inner break: its letters, its spaces after, its break after."""

    text: str
    spaces: int
    after: Break

    @property
    def length(self) -> int:
        """Characters of the normalised text that it covers, steering characters aside."""
        return len(self.text) + self.spaces


@dataclass(frozen=True, slots=True)
class Opportunities:
    """Offsets at which a line may end: good ones, and joints of long compounds."""

    good: set[int]
    joints: set[int]


@dataclass(frozen=True)
class Breaker:
    """Finds the breaks of normalised text.

    `dictionary` is a file of words, one a line (UTF-8); `names` are never parted.
    """

    dictionary: Path
    names: ties.Names = field(default_factory=lambda: ties.Names(frozenset()))

    compounds: Compounds = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compounds", Compounds(self.dictionary))
        # nlpo3 keeps dictionaries by name for the whole process; a second load changes nothing.
        nlpo3.load_dict(str(self.dictionary), str(self.dictionary))

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
        found = self.find(plain)
        good = found.good | _asked_for(line)
        cuts = sorted(good | found.joints | _after_spaces(plain) | {0, len(plain)})
        for start, end in pairwise(cuts):
            part = plain[start:end]
            letters = part.rstrip(" ")
            kind = _kind(end, part, good | {len(plain)}, found.joints)
            yield Stretch(letters, len(part) - len(letters), kind)
        if not plain:
            yield Stretch("", 0, Break.WORD)

    def find(self, text: str) -> Opportunities:
        """Return the offsets, ends excluded, at which a line of `text` may end."""
        by_icu = _by_icu(text)
        tokens = nlpo3.segment(text, str(self.dictionary))
        by_newmm = set(accumulate(map(len, tokens)))
        agreed = {
            at
            for at in by_icu
            if at in by_newmm or not (is_thai(text[at - 1]) and is_thai(text[at]))
        }
        inside, may = ties.web_breaks(text)
        held = ties.forbidden(text, self.names) | inside
        good = _no_lone_letter(text, agreed - held) | may
        return Opportunities(good, self._joints(tokens, by_icu) - held - good)

    def _joints(self, tokens: Sequence[str], by_icu: set[int]) -> set[int]:
        found: set[int] = set()
        start = 0
        for token in tokens:
            within = [at for at in range(1, len(token)) if start + at in by_icu]
            found.update(start + at for at in self.compounds.joints(token, within))
            start += len(token)
        return found


def _kind(end: int, part: str, good: set[int], joints: set[int]) -> Break:
    if end in joints:
        return Break.JOINT
    if end not in good:
        return Break.NEVER
    return Break.SPACE if part.endswith(" ") else Break.WORD


def _by_icu(text: str) -> set[int]:
    ends = {end for _, end in LineBreaker(text, "th").segments()}
    if not text.isascii() and max(text) > "\uffff":  # ICU counts UTF-16 units
        units = accumulate((1 + (letter > "\uffff") for letter in text), initial=0)
        at_unit = {unit: at for at, unit in enumerate(units)}
        ends = {at_unit[end] for end in ends if end in at_unit}
    return ends - {0, len(text)}


_LONE_LETTER = re.compile("(?<=[\u0e01-\u0e4e])[\u0e01-\u0e2e](?=[\u0e01-\u0e4e])")


def _no_lone_letter(text: str, offsets: set[int]) -> set[int]:
    """Drop the breaks around a consonant that would stand alone: a name that neither knew."""
    lone = {
        at
        for letter in _LONE_LETTER.finditer(text)
        if {letter.start(), letter.end()} <= offsets
        for at in letter.span()
    }
    return offsets - lone


def _asked_for(line: str) -> set[int]:
    """Offsets, in the line without them, of the places where its writer asked for a break."""
    offsets = (at - seen for seen, at in enumerate(_places_of(line, BREAK_HERE)))
    return {at for at in offsets if at > 0}


def _places_of(text: str, character: str) -> Iterable[int]:
    return (at for at, found in enumerate(text) if found == character)


def _after_spaces(text: str) -> set[int]:
    return {at for at in range(1, len(text)) if text[at - 1] == " " and text[at] != " "}
