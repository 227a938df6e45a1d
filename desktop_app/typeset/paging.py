"""Stage 5, between its halves: which rows make which page.

Pages are filled one after another and end where no bond is parted.  Where bonds hold more rows
together than a page can take, they are parted in the way that costs least.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from desktop_app.typeset.rows import CELL_DEPTH, Bond, Row, header_of, is_continued

_EMPTY = 0.3  # of a page's depth that should not stay empty for pictures
_HEADINGS = 8  # lines of headings above pictures, at most, that move with them
_HORIZON = 240  # rows of a chain that are weighed together: some pages
_AHEAD = _HORIZON + 60  # rows that are known beyond the start of a page, with which it is filled


Shrink = Callable[[Row, float], Row | None]
"""Makes a row of pictures so deep and no deeper, where it can be."""


def never(row: Row, depth: float) -> None:
    """Shrink no row."""
    del row, depth


def paginate(
    rows: Iterable[Row],
    depth: float,
    reserve: float,
    *,
    goes_on: bool = False,
    shrink: Shrink = never,
) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each page; no more of them are asked for than it takes to know it.

    `depth` is the height of the text, of which `reserve` is kept free at the foot of a page that
    goes on, as the last does where it says so.  Where pictures would leave much of a page empty, their
    row takes its place as `shrink` makes it.  Without rows there is one page.
    """
    source = iter(rows)
    ahead: list[Row] = []
    paging = _Paging(ahead, depth, reserve)
    _read_on(ahead, source, 2 * depth)
    if not ahead:
        yield ()
    while ahead:
        end = paging.page_from(0, goes_on=goes_on)
        if paging.fill(0, end, shrink):
            end = paging.page_from(0, goes_on=goes_on)
        yield tuple(ahead[:end])
        del ahead[:end]
        _read_on(ahead, source, 2 * depth)


def _read_on(ahead: list[Row], source: Iterator[Row], depth: float) -> None:
    """Add rows from `source` until enough are known, deeper than `depth`, or there are no more."""
    known = sum(row.before + row.height for row in ahead)
    while len(ahead) < _AHEAD or known <= depth:
        row = next(source, None)
        if row is None:
            return
        ahead.append(row)
        known += row.before + row.height


class _Paging(NamedTuple):
    rows: list[Row]
    depth: float
    reserve: float

    def fill(self, start: int, end: int, shrink: Shrink) -> bool:
        """Make the pictures that would begin the next page fit this one, if much of it is empty."""
        left = self._room(start) - self.reserve - self._used(start, end)
        at = self._waiting(end)
        if at is None or left < _EMPTY * self.depth or self._too_many(start, at):
            return False
        before = self._used(start, at) - self._used(start, end) + self.rows[at].before
        smaller = shrink(self.rows[at], left - before)
        if smaller is not None:
            self.rows[at] = smaller
        return smaller is not None

    def _waiting(self, end: int) -> int | None:
        """Return where the pictures stand that begin the page after, below their heading or not."""
        chain = range(end, min(end + _HEADINGS, len(self.rows)))
        at = next((at for at in chain if self.rows[at].gallery or not self.rows[at].bond), None)
        if at is None or not self.rows[at].gallery or self.rows[at].bond:
            return None
        return at

    def _too_many(self, start: int, at: int) -> bool:
        galleries = [row.gallery for row in self.rows[start : at + 1] if row.gallery]
        return 0 < galleries[-1].most < sum(gallery.pictures for gallery in galleries)

    def _used(self, start: int, end: int) -> float:
        rows = self.rows[start:end]
        return sum(row.before + row.height for row in rows) - self.rows[start].before

    def page_from(self, start: int, *, goes_on: bool) -> int:
        """Return the end of the page that begins with row `start`."""
        whole = self._room(start)
        if self._last_fitting(start, whole - self.reserve * goes_on) == len(self.rows):
            return len(self.rows)
        end = self._last_fitting(start, whole - self.reserve)
        while end > start and self.rows[end - 1].bond:
            end -= 1
        return end if end > start else self._page_of_chain(start)

    def _room(self, start: int) -> float:
        """Return the depth for rows from `start` on: a header may stand above them."""
        header = header_of(self.rows[start : start + 1])
        between = self.rows[start].before if header else 0.0
        between += CELL_DEPTH * is_continued(self.rows[start])
        return self.depth - sum(row.height for row in header) - between

    def _last_fitting(self, start: int, depth: float) -> int:
        return max(self._fitting(start, depth), default=start + 1)

    def _fitting(self, start: int, depth: float) -> Iterator[int]:
        """Yield the ends of all rows from `start` on that `depth` points hold."""
        used = -self.rows[start].before
        pictures = 0
        for at in range(start, len(self.rows)):
            row = self.rows[at]
            used += row.before + row.height
            if row.gallery:
                pictures += row.gallery.pictures
                if 0 < row.gallery.most < pictures:
                    return
            if used > depth:
                return
            yield at + 1

    def _page_of_chain(self, start: int) -> int:
        """Return the end of the first page of a chain of bound rows that fills more than one."""
        stop = self._end_of_chain(start)
        costs, ends = {stop: 0}, {stop: stop}
        for at in range(stop - 1, start - 1, -1):
            fitting = self._fitting(at, self._room(at) - self.reserve)
            choices = [end for end in fitting if end <= stop] or [at + 1]
            ends[at] = min(reversed(choices), key=lambda end: costs[end] + self._cost(end, stop))
            costs[at] = costs[ends[at]] + self._cost(ends[at], stop)
        return ends[start]

    def _end_of_chain(self, start: int) -> int:
        last = min(start + _HORIZON, len(self.rows))
        loose = (at for at in range(start, last) if self.rows[at].bond is Bond.NONE)
        return next(loose, last - 1) + 1

    def _cost(self, end: int, stop: int) -> int:
        return 0 if end == stop else self.rows[end - 1].bond
