"""Where Thai words begin and end, as two independent segmenters see it.

Thai is written without spaces between words.  ICU's line breaker (dictionary and UAX #14) and newmm
(nlpo3, a longest match over PyThaiNLP's words) err in different places: what both see is nearly
always so.  newmm's "safe" mode is not used, as it loses text and cuts known words.
"""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from icu4py.breakers import LineBreaker

from desktop_app.typeset.clusters import is_thai
from desktop_app.typeset.newmm import Newmm

FUNCTION_WORDS = (
    "และ|หรือ|ถึง|จาก|ต่อ|เป็น(?!สุข)|เมื่อ|ของ|ใน|ที่(?!นั่ง)|ซึ่ง|โดย|เพื่อ|ให้|ได้|แต่|จะ|ไม่|นี้|นั้น|ก็|แล้ว|ตาม|กับ|แก่|ว่า|จึง|ณ(?= )"
    "|ทั้ง|คือ|พร้อม|ส่วน|หาก|ก่อน|หลัง(?=จาก|การ)|เช่น|ตั้งแต่|จน|จำนวน|เวลา|ประกอบ|รวม|ยัง|ต้อง|ดังนี้|ห้าม|ร่วม"
)
"""A pattern of words that go on with a sentence: no names and no counters."""

_ICU_JOINS = ("ไม่", "มี", "ที่")  # to what follows, so that after these newmm's word is enough
_THAI = re.compile("[ก-๛]+")


@dataclass(frozen=True, slots=True)
class Ties:
    """Offsets at which a line must not end, those where it is better not to, and those known good."""

    held: set[int] = field(default_factory=set)
    loose: set[int] = field(default_factory=set)
    free: set[int] = field(default_factory=set)

    def hold(self, start: int, end: int) -> None:
        """Let no line end between the letters from `start` to `end`."""
        self.held.update(range(start + 1, end))

    def add(self, other: "Ties") -> None:
        """Take in the ties of `other`."""
        self.held.update(other.held)
        self.loose.update(other.loose)
        self.free.update(other.free)


class Words(NamedTuple):
    """A text, newmm's words by the offsets where they end, and the offsets of ICU's breaks."""

    text: str
    ending: dict[int, str]
    by_icu: set[int]
    edges: set[int]  # where either lets a word begin or end
    agreed: set[int]  # where both do, or where no Thai letters meet
    strange: set[int]  # where pieces begin and end that the dictionary lacks
    known: AbstractSet[str]  # words, among which are all of the dictionary that occur in the text


class Dictionary:
    """Segments text with the words of a file, one a line (UTF-8)."""

    def __init__(self, path: Path, *, brief: bool = False) -> None:
        """Take the words of `path`; with `brief`, see `newmm`."""
        self._newmm = Newmm(path, brief=brief)

    def expect(self, texts: Iterable[str]) -> None:
        """Be ready for texts that will be segmented."""
        self._newmm.expect(texts)

    def tokens(self, text: str) -> list[str]:
        """Return `text` cut into words by newmm alone."""
        return self._newmm.divided(text)[0]

    def segment(self, text: str) -> Words:
        """Return `text` as both segmenters see it."""
        tokens, known = self._newmm.divided(text)
        ending = dict(zip(accumulate(map(len, tokens)), tokens, strict=True))
        by_icu = icu_breaks(text)
        strange = _strange(ending, known)
        mixed = {0, len(text)}
        for thai in _THAI.finditer(text):
            mixed.update(thai.span())
        agreed = {at for at in by_icu if at in ending or not _inside_thai(text, at)}
        joined = (at for at, word in ending.items() if word in _ICU_JOINS)
        agreed.update(at for at in joined if at not in strange and at not in mixed)
        return Words(text, ending, by_icu, {*mixed, *ending, *by_icu}, agreed, strange, known)


def _strange(ending: Mapping[int, str], known: AbstractSet[str]) -> set[int]:
    found: set[int] = set()
    for end, token in ending.items():
        if token not in known and is_thai(token[0]) and len(token) > 1:
            found.update((end - len(token), end))
    return found


def _inside_thai(text: str, at: int) -> bool:
    return is_thai(text[at - 1]) and is_thai(text[at])


def icu_breaks(text: str) -> set[int]:
    """Return the offsets, ends excluded, at which ICU alone would let a line of `text` end."""
    ends = {end for _, end in LineBreaker(text, "th").segments()}
    if not text.isascii() and max(text) > "\uffff":  # ICU counts UTF-16 units
        units = accumulate((1 + (letter > "\uffff") for letter in text), initial=0)
        at_unit = {unit: at for at, unit in enumerate(units)}
        ends = {at_unit[end] for end in ends if end in at_unit}
    return ends - {0, len(text)}
