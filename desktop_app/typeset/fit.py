"""Which items make which line: the cheapest set of lines for a whole paragraph.

After D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (1981): every way to end the
lines has a cost, and the way with the least is taken, not the first that fits.  A space is a better
end than a word inside a phrase, an even line better than a loose one.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from desktop_app.typeset.breaks import Break
from desktop_app.typeset.shape import Word

GAP_LIMIT = 0.085
"""The widest gap between two clusters of a spread line, in ems; from 0.1 on, poppler sees spaces."""

_EASY_GAP = 0.06  # ems up to which a line is no worse than others
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
_RAGGED_END_COST = _END_COST | {Break.JOINT: 0.08}  # a ragged edge strains less to begin with
_TOO_LOOSE_COST = 2.0
_MOST_STRAIN = GAP_LIMIT / _EASY_GAP  # what a line bears; beyond, it does not reach its edge
_SHORT_COST = 25.0  # of a line that ends short by all its measure
_RUNT = 0.1  # of the measure: a last line shorter than this is better avoided
_RUNT_COST = 0.6
_NOTHING = float("inf")  # the cost of lines that cannot be
_SLIVER = 1e-6  # points of overhang that come of adding floats


class Item(NamedTuple):
    """What no line parts: shaped letters, the spaces after them, the break after; points.

    `clusters` are those after which there is a gap where the line is spread, and the last letters
    are of them or not.
    """

    words: tuple[Word, ...]
    width: float
    spaces: tuple[Word, ...]
    space_width: float
    after: Break
    clusters: int = 1
    last_spreads: bool = True


class Slack(NamedTuple):
    """What the items of one line offer: their width without the last spaces, and what gives.

    `gaps` come after letters and spaces alike.
    """

    width: float
    gaps: int
    spaces: int

    def spread(self, room: float, em: float) -> tuple[float, float]:
        """Return the share of `room` of each gap between clusters, and what a space gains besides.

        Points.  Spaces and gaps widen together, so that no space gapes where there are few; a line
        that would need more than the limit is left as it is.
        """
        if room < 0:
            return 0.0, room / max(self.spaces, 1)
        shares = self.gaps + (_SPACE_SHARE - 1) * self.spaces
        gap = room / shares if shares else 0.0
        if gap > GAP_LIMIT * em:
            return 0.0, 0.0
        return gap, gap * (_SPACE_SHARE - 1)


class Measure(NamedTuple):
    """The widths of the first line and the others; `em` where both edges must be straight.

    Lines that are `alike` are as long as each other, the last one too.
    """

    first: float
    others: float
    em: float | None = None
    alike: bool = False

    def of_line(self, start: int) -> float:
        """Return the width of the line that starts with item `start`."""
        return self.first if start == 0 else self.others


def slack_of(items: Sequence[Item]) -> Slack:
    """Return what the items of one line offer; the spaces after the last do not count."""
    space_width = sum(item.space_width for item in items[:-1])
    spaces = sum(len(item.spaces) for item in items[:-1])
    gaps = sum(item.clusters for item in items) + spaces
    beyond_the_edge = bool(items) and items[-1].last_spreads
    return Slack(
        sum(item.width for item in items) + space_width, max(gaps - beyond_the_edge, 0), spaces
    )


def choose(items: Sequence[Item], measure: Measure) -> list[int]:
    """Return the index after the last item of each line; an item too wide stands alone."""
    fit = _Fit(items, measure)
    ends: list[int] = []
    at = len(items)
    while at > 0:
        ends.append(at)
        at = fit.start_of_line_to(at)
    return ends[::-1]


class _Fit:
    """The cheapest lines up to every item, found from the first to the last.

    Running sums give the width of any stretch of items, and how far it gives, in a few steps: this
    is where the time of setting a document is spent.
    """

    def __init__(self, items: Sequence[Item], measure: Measure) -> None:
        self._items = items
        self._measure = measure
        self._end_cost = _RAGGED_END_COST if measure.em is None else _END_COST
        self._widest = max(measure.first, measure.others) + 2 * _SLIVER
        self._narrowest = min(measure.first, measure.others)
        shrink = _SPACE_SHRINK if measure.em else 0.0
        wide = [item.width + item.space_width for item in items]
        tight = [item.width + item.space_width * (1 - shrink) for item in items]
        self._widths = list(accumulate(wide, initial=0.0))
        self._least = list(accumulate(tight, initial=0.0))
        share = _EASY_GAP * (measure.em or 0.0)
        limits = [share * (i.clusters + _SPACE_SHARE * len(i.spaces)) for i in items]
        self._limits = list(accumulate(limits, initial=0.0))
        # What a line loses of these at its end: the spaces there, and the gap before them.
        at_end = [share * (_SPACE_SHARE * len(i.spaces) + i.last_spreads) for i in items]
        self._limit_at_end = [0.0, *at_end]
        self._costs, self._starts = [0.0], [0]
        first = 0
        for end, item in enumerate(items, start=1):
            cost, start = self._cheapest(end, first)
            self._costs.append(cost)
            self._starts.append(start)
            if item.after is Break.MUST:
                first = end

    def start_of_line_to(self, end: int) -> int:
        """Return where the line that ends with item `end` - 1 starts."""
        return self._starts[end]

    def _cheapest(self, end: int, first: int) -> tuple[float, int]:
        """Return the least cost of lines up to `end`, and the start of the last, from `first`."""
        item = self._items[end - 1]
        kind = Break.MUST if end == len(self._items) else item.after
        tightest = self._least[end - 1] + item.width - self._widest
        earliest = min(bisect_left(self._least, tightest, first, end), end - 1)
        starts = range(earliest, end)
        if kind is Break.MUST:
            found, found_at = self._cheapest_last(starts, end)
        elif self._measure.em is None:
            found, found_at = self._cheapest_ragged(starts, end)
        else:
            found, found_at = self._cheapest_even(starts, end)
        if found == _NOTHING:
            found = self._costs[found_at]  # an item wider than a line stands alone
        return found + self._end_cost[kind], found_at

    def _cheapest_last(self, starts: range, end: int) -> tuple[float, int]:
        """Return what the lines up to a forced end cost, and where the last best starts."""
        found, found_at = _NOTHING, end - 1
        right = self._widths[end] - self._items[end - 1].space_width
        for start in starts:
            width = right - self._widths[start]
            if width > self._measure.of_line(start) + _SLIVER:
                continue
            runt = start > 0 and end == len(self._items) and width < self._measure.others * _RUNT
            cost = self._costs[start] + (_RUNT_COST if runt else 0.0)
            if self._measure.alike:
                cost += (1 - width / self._measure.of_line(start)) ** 2
            if cost < found:
                found, found_at = cost, start
        return found, found_at

    def _cheapest_ragged(self, starts: range, end: int) -> tuple[float, int]:
        """Return what the lines up to `end` cost where only the left edge is straight."""
        found, found_at = _NOTHING, end - 1
        right = self._widths[end] - self._items[end - 1].space_width
        for start in starts:
            whole = self._measure.of_line(start)
            room = whole - (right - self._widths[start])
            cost = self._costs[start] + (room / whole) ** 2
            if room >= -_SLIVER and cost < found:
                found, found_at = cost, start
        return found, found_at

    def _cheapest_even(self, starts: range, end: int) -> tuple[float, int]:
        """Return what the lines up to `end` cost where both edges are straight.

        Starts that cannot be cheaper are passed over, and so are all after one from which the
        line alone is too loose: it only gets looser.
        """
        found, found_at = _NOTHING, end - 1
        item, first, others = self._items[end - 1], self._measure.first, self._measure.others
        costs, widths, limits = self._costs, self._widths, self._limits
        right, limit, at_end = widths[end] - item.space_width, limits[end], self._limit_at_end[end]
        for start in starts:
            cost = costs[start]
            if cost >= found:
                continue
            width = right - widths[start]
            room = (others if start else first) - width
            if room < 0:
                strain = self._tightness(start, end, width, room)
            else:
                gives = limit - limits[start] - at_end
                short = room / (others if start else first) * _SHORT_COST
                strain = room / gives if gives > 0 else _NOTHING
                strain = strain**3 if strain <= 1 else _loose(strain, short)
                if min(strain, short) >= found and width < self._narrowest:
                    break
            if cost + strain < found:
                found, found_at = cost + strain, start
        return found, found_at

    def _tightness(self, start: int, end: int, width: float, room: float) -> float:
        """Return what it costs to take the missing `room` from a line's spaces."""
        least = self._least[end - 1] + self._items[end - 1].width - self._least[start]
        shrink = width - least
        return (-room / shrink) ** 3 if shrink and -room <= shrink else _NOTHING


def _loose(strain: float, short: float) -> float:
    """Return what a line costs that needs wider gaps than are easy to read, or too wide ones.

    Of the latter, which end `short`, it is how short they end that counts: an address of the web
    has nothing to give, and may miss its edge by little.
    """
    return 1 + (strain - 1) * _TOO_LOOSE_COST if strain <= _MOST_STRAIN else short
