"""Reads the sentences of official_prose.txt, which were marked by hand with where a line may end."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from desktop_app.paths import resource
from desktop_app.services.printing import protected_names
from desktop_app.typeset.breaks import Breaker
from desktop_app.typeset.ties import Names

PROSE = Path(__file__).with_name("official_prose.txt")
LATER = PROSE.with_name("later_prose.txt")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence, the offsets of its good and its poor places, the spans of its names."""

    text: str
    good: frozenset[int]
    poor: frozenset[int]
    names: tuple[tuple[int, int], ...]

    def shown(self, breaks: Collection[int]) -> str:
        """Return the sentence with `|` at the offsets `breaks`."""
        ends = sorted({0, *breaks, len(self.text)})
        return "|".join(self.text[start:end] for start, end in pairwise(ends))

    def parts_name(self, start: int, end: int, breaks: Collection[int]) -> bool:
        """Tell whether one of the offsets `breaks` is inside the name from `start` to `end`."""
        return any(start < at < end for at in breaks)


def read(line: str) -> Marked:
    """Return the sentence that a marked line holds."""
    text = ""
    marks: dict[str, list[int]] = {mark: [] for mark in "|~{}"}
    for letter in line:
        if letter in marks:
            marks[letter].append(len(text))
        else:
            text += letter
    names = tuple(zip(marks["{"], marks["}"], strict=True))
    return Marked(text, frozenset(marks["|"]), frozenset(marks["~"]), names)


def sentences(prose: Path = PROSE) -> tuple[Marked, ...]:
    """Return all sentences of a set."""
    lines = prose.read_text(encoding="utf-8").splitlines()
    return tuple(read(line) for line in lines if line and not line.startswith("#"))


def breaker() -> Breaker:
    """Return a breaker as the program has it, which knows the country's places and institutions."""
    return Breaker(resource("words", "thai-words.txt"), Names(protected_names()))
