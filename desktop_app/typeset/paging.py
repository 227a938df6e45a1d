"""Stage 5, between its halves: which rows make which page.

Pages are filled one after another and end where no bond is parted.  Where bonds hold more rows
together than a page can take, they are parted in the way that costs least.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.typeset.rows import Bond, Row, header_of

_HORIZON = 240  # rows of a chain that are weighed together: some pages


def paginate(
    rows: Sequence[Row], depth: float, reserve: float, *, goes_on: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each page's rows.

    `depth` is the height of the text, of which `reserve` is kept free at the foot of a page that
    goes on, as the last does where it says so.
    """
    paging = _Paging(rows, depth, reserve)
    start = 0
    while start < len(rows):
        end = paging.page_from(start, goes_on=goes_on)
        yield start, end
        start = end
    if not rows:
        yield 0, 0


@dataclass(frozen=True, slots=True)
class _Paging:
    rows: Sequence[Row]
    depth: float
    reserve: float

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
        """Return the depth for rows from `start` on: a table's header may stand above them."""
        return self.depth - sum(row.height for row in header_of(self.rows[start : start + 1]))

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
