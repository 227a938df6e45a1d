"""Which items make which line: the cheapest set of lines for a whole paragraph.

After D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (1981): every way to end the
lines has a cost, and the way with the least is taken, not the first that fits.  A space is a better
end than a word inside a phrase, an even line better than a loose one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.typeset.breaks import Break
from desktop_app.typeset.shape import Word

GAP_LIMIT = 0.06
"""The widest gap between two clusters of a spread line, in ems; from 0.1 on, poppler sees spaces."""

_SPACE_SHARE = 6.0  # a space widens by this many times what a gap between clusters does
_SPACE_SHRINK = 0.2  # of a space that a tight line may take away
_END_COST = {
    Break.MUST: 0.0,
    Break.SPACE: 0.0,
    Break.WORD: 0.02,
    Break.JOINT: 0.3,
    Break.CLUSTER: 4.0,
    Break.NEVER: 1000.0,  # finite: what is tied together may be wider than a narrow column
}
_TOO_LOOSE_COST = 2.0
_RUNT = 0.1  # of the measure: a last line shorter than this is better avoided
_RUNT_COST = 0.05
_SLIVER = 1e-6  # points of overhang that come of adding floats


@dataclass(frozen=True, slots=True)
class Item:
    """What no line parts: shaped letters, the spaces after them, the break after; points."""

    words: tuple[Word, ...]
    width: float
    spaces: tuple[Word, ...]
    space_width: float
    after: Break

    @property
    def clusters(self) -> int:
        """How many clusters the letters have."""
        return sum(len(word.glyphs) for word in self.words)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a stretch of items offers to a line: width without the last spaces, and what gives."""

    width: float
    clusters: int
    spaces: int
    space_width: float

    def spread(self, room: float, em: float) -> tuple[float, float]:
        """Return the share of `room` of each gap between clusters, and what a space gains besides.

        Points.  Gaps stay within the limit, so a very loose line stays short of its edge.
        """
        if room < 0:
            return 0.0, room / max(self.spaces, 1)
        shares = self.gaps + (_SPACE_SHARE - 1) * self.spaces
        gap = min(room / shares, GAP_LIMIT * em) if shares else 0.0
        return gap, gap * (_SPACE_SHARE - 1)

    @property
    def gaps(self) -> int:
        """How many gaps there are, spaces counted as clusters."""
        return max(self.clusters + self.spaces - 1, 0)

    def looseness(self, room: float, em: float) -> float | None:
        """Return how far `room` strains the line: 0 even, 1 the limit; None where it cannot fit."""
        if room < -_SLIVER:
            give = _SPACE_SHRINK * self.space_width
            return -room / give if give and -room <= give else None
        limit = GAP_LIMIT * em * (self.gaps + (_SPACE_SHARE - 1) * self.spaces)
        return max(room, 0.0) / limit if limit else 0.0 if room <= _SLIVER else 9.0


@dataclass(frozen=True, slots=True)
class Measure:
    """The widths of the first line and the others; `em` where both edges must be straight."""

    first: float
    others: float
    em: float | None = None

    def of_line(self, start: int) -> float:
        """Return the width of the line that starts with item `start`."""
        return self.first if start == 0 else self.others


class _Sums:
    """Sums of the items' measures up to each, so that any stretch is known at once."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._width, self._clusters = [0.0], [0]
        self._spaces, self._space_width = [0], [0.0]
        for item in items:
            self._width.append(self._width[-1] + item.width)
            self._clusters.append(self._clusters[-1] + item.clusters)
            self._spaces.append(self._spaces[-1] + len(item.spaces))
            self._space_width.append(self._space_width[-1] + item.space_width)

    def stretch(self, start: int, end: int) -> Stretch:
        """Return what items `start` to `end` offer; the spaces after the last do not count."""
        space_width = self._space_width[end - 1] - self._space_width[start]
        return Stretch(
            self._width[end] - self._width[start] + space_width,
            self._clusters[end] - self._clusters[start],
            self._spaces[end - 1] - self._spaces[start],
            space_width,
        )


def stretch_of(items: Sequence[Item]) -> Stretch:
    """Return what the items of one line offer."""
    return _Sums(items).stretch(0, len(items)) if items else Stretch(0.0, 0, 0, 0.0)


def choose(items: Sequence[Item], measure: Measure) -> list[int]:
    """Return the index after the last item of each line; an item too wide stands alone."""
    sums = _Sums(items)
    best: list[tuple[float, int]] = [(0.0, 0)]  # for each end: cost of all lines, where from
    for end in range(1, len(items) + 1):
        best.append(_cheapest(items, sums, end, best, measure))
    ends: list[int] = []
    at = len(items)
    while at > 0:
        ends.append(at)
        at = best[at][1]
    return ends[::-1]


def _cheapest(
    items: Sequence[Item],
    sums: _Sums,
    end: int,
    best: Sequence[tuple[float, int]],
    measure: Measure,
) -> tuple[float, int]:
    """Return the least cost of lines up to `end`, and where the last of them starts."""
    kind = Break.MUST if end == len(items) else items[end - 1].after
    found: tuple[float, int] = (float("inf"), end - 1)
    widest = max(measure.first, measure.others)
    for start in range(end - 1, -1, -1):
        if start < end - 1 and items[start].after is Break.MUST:
            break
        stretch = sums.stretch(start, end)
        if start < end - 1 and stretch.width - _SPACE_SHRINK * stretch.space_width > widest + 1:
            break
        strain = _strain(stretch, measure.of_line(start), kind, measure.em)
        if strain is None and start < end - 1:
            continue
        runt = end == len(items) and start > 0 and stretch.width < measure.others * _RUNT
        cost = best[start][0] + (strain or 0.0) + _END_COST[kind] + _RUNT_COST * runt
        found = min(found, (cost, start))
    return found


def _strain(stretch: Stretch, width: float, kind: Break, em: float | None) -> float | None:
    """Return what an uneven line costs; None where it does not fit."""
    room = width - stretch.width
    if em is None or kind is Break.MUST:
        if room < -_SLIVER:
            return None
        return 0.0 if kind is Break.MUST else (room / max(width, 1.0)) ** 2
    looseness = stretch.looseness(room, em)
    if looseness is None or looseness <= 1:
        return looseness and looseness**3
    return 1 + (looseness - 1) * _TOO_LOOSE_COST
