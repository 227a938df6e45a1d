"""How well each way of breaking Thai lines does on official prose: `python -m tests.benchmarks.breaks`.

Over the sentences of tests/typeset/official_prose.txt, and of later_prose.txt, which were marked before
any of them was tried: the share of good places that are found, the
breaks that are wrong, the poor ones, and the names of people and places that are parted.
"""

import sys
from collections.abc import Callable
from ctypes.util import find_library
from dataclasses import dataclass
from itertools import accumulate

from desktop_app.typeset.breaks import Breaker
from desktop_app.typeset.clusters import is_thai
from desktop_app.typeset.words import Dictionary, icu_breaks
from tests.typeset.marked import LATER, Marked, breaker, sentences

try:
    from PySide6.QtCore import QTextBoundaryFinder
except ImportError:
    HAS_QT = False
else:
    HAS_QT = True

Way = Callable[[str], set[int]]


@dataclass(frozen=True, slots=True)
class Rate:
    """What one way of breaking made of all sentences."""

    found: int
    wrong: int
    poor: int
    parted: int


def rate(way: Way, prose: tuple[Marked, ...]) -> Rate:
    """Return what `way`, from a text to the offsets of its breaks, makes of `prose`."""
    made = [(one, way(one.text)) for one in prose]
    return Rate(
        sum(len(breaks & one.good) for one, breaks in made),
        sum(len(breaks - one.good - one.poor) for one, breaks in made),
        sum(len(breaks & one.poor) for one, breaks in made),
        sum(one.parts_name(start, end, breaks) for one, breaks in made for start, end in one.names),
    )


def by_newmm(dictionary: Dictionary, text: str) -> set[int]:
    """Return newmm's breaks between Thai letters; it is no line breaker, so ICU's elsewhere."""
    words = set(accumulate(map(len, dictionary.tokens(text)))) - {len(text)}
    inside = {at for at in words if is_thai(text[at - 1]) and is_thai(text[at])}
    elsewhere = {at for at in icu_breaks(text) if not (is_thai(text[at - 1]) and is_thai(text[at]))}
    return inside | elsewhere


def by_qt(text: str) -> set[int]:
    """Return the places where Qt may break a line; between Thai letters it asks libthai."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    return set(iter(finder.toNextBoundary, -1)) - {len(text)}


def ways(ours: Breaker) -> dict[str, Way]:
    """Return the ways of breaking lines by their names in the table."""
    dictionary = Dictionary(ours.dictionary)
    found: dict[str, Way] = {
        "ours": lambda text: ours.find(text).good,
        "ours, with joints": lambda text: ours.find(text).good | ours.find(text).joints,
        "consensus without ties": lambda text: icu_breaks(text) & by_newmm(dictionary, text),
        "ICU alone": icu_breaks,
        "newmm alone": lambda text: by_newmm(dictionary, text),
    }
    if HAS_QT:
        found["Qt with libthai" if find_library("thai") else "Qt without libthai"] = by_qt
    return found


def table(prose: tuple[Marked, ...]) -> list[str]:
    """Return the lines of the table for a set of sentences."""
    good = sum(len(one.good) for one in prose)
    poor = sum(len(one.poor) for one in prose)
    names = sum(len(one.names) for one in prose)
    lines = [
        f"{len(prose)} sentences: {good} good places, {poor} poor ones, {names} names",
        f"{'':24}{'good found':>16}{'wrong':>8}{'poor':>8}{'names parted':>15}",
    ]
    for name, way in ways(breaker()).items():
        made = rate(way, prose)
        share = f"{made.found} ({made.found / good:.1%})"
        lines.append(f"{name:24}{share:>16}{made.wrong:>8}{made.poor:>8}{made.parted:>15}")
    return lines


def main() -> None:
    """Print a table for the sentences that the rules were made on, and one for later ones."""
    lines = [*table(sentences()), "", *table(sentences(LATER))]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
