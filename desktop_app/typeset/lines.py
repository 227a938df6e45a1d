"""Stage 4, lines: a paragraph's shaped words become lines.

The set of lines is chosen for the whole paragraph, not line by line (after D. E. Knuth and
M. F. Plass, "Breaking Paragraphs into Lines", 1981): a space is a better end than a word inside
a phrase, and no line is left short where moving a word would mend it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.typeset.breaks import Break, Breaker, Stretch
from desktop_app.typeset.clusters import units
from desktop_app.typeset.elements import Paragraph, Run
from desktop_app.typeset.faces import Family
from desktop_app.typeset.normalise import normalise
from desktop_app.typeset.shape import Shaper, Word

_END_COST = {
    Break.MUST: 0.0,
    Break.SPACE: 0.0,
    Break.WORD: 0.02,
    Break.CLUSTER: 4.0,
    Break.NEVER: 1000.0,  # finite: what is tied together may be wider than a narrow column
}
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


@dataclass(frozen=True, slots=True)
class Line:
    """One set line: words and spaces in order, its natural width, what each space gains."""

    words: tuple[Word, ...]
    width: float
    size: float
    spread: float = 0.0

    @property
    def text(self) -> str:
        """The line's text as it will read back."""
        return "".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Typesetter:
    """What setting lines needs: where lines may end, how words look, in which faces."""

    breaker: Breaker
    shaper: Shaper
    family: Family

    def items(self, runs: Sequence[Run], size: float) -> list[Item]:
        """Return the runs of a paragraph as items at a nominal size."""
        texts = [normalise(run.text) for run in runs]
        stretches = self.breaker.stretches("".join(texts))
        cuts = _run_cuts(texts)
        items: list[Item] = []
        start = 0
        for stretch in stretches:
            parts = _by_run(stretch.text, start, cuts)
            items.append(self._item(stretch, [(runs[at], part) for at, part in parts], size))
            start += stretch.length
        return items

    def _item(self, stretch: Stretch, parts: list[tuple[Run, str]], size: float) -> Item:
        words = tuple(word for run, part in parts for word in self._words(run, part))
        run = parts[-1][0]
        spaces = self._words(run, " ") * stretch.spaces
        return Item(words, _width(words, size), spaces, _width(spaces, size), stretch.after)

    def _words(self, run: Run, text: str) -> tuple[Word, ...]:
        face = self.family.face(bold=run.bold, italic=run.italic)
        return self.shaper.words(face, text)

    def line_of(self, runs: Sequence[Run], size: float) -> Line:
        """Return the runs as one line, however long."""
        return self._line(self.items(runs, size), size)

    def label(self, run: Run, size: float) -> Line:
        """Return a label as a line that ends in a space, so that readers part it from the text."""
        words = (*self._words(run, normalise(run.text)), *self._words(run, " "))
        return Line(words, _width(words, size), size)

    def lines(self, paragraph: Paragraph, first: float, others: float) -> tuple[Line, ...]:
        """Return the paragraph's lines, none wider than `first` or `others` points."""
        size = paragraph.style.size
        items = self.items(paragraph.runs, size)
        fitting = [part for item in items for part in self._fitted(item, size, min(first, others))]
        ends = choose(fitting, first, others)
        return tuple(self._line(fitting[a:b], size) for a, b in pairwise([0, *ends]))

    def _line(self, items: Sequence[Item], size: float) -> Line:
        words: list[Word] = []
        width = 0.0
        for item in items:
            words += item.words
            words += item.spaces
            width += item.width + item.space_width
        if items and items[-1].spaces:  # spaces at a line's end are not set
            width -= items[-1].space_width
            words = words[: -len(items[-1].spaces)]
        if words and words[-1].text.endswith("-"):
            words[-1] = self.shaper.ending_a_line(words[-1])
        return Line(tuple(words), width, size)

    def _fitted(self, item: Item, size: float, width: float) -> list[Item]:
        """Return the item, cut between clusters where it is wider than a line."""
        if item.width <= width:
            return [item]
        parts = [
            self.shaper.words(word.face, unit) for word in item.words for unit in units(word.text)
        ]
        cut = [Item(part, _width(part, size), (), 0.0, Break.CLUSTER) for part in parts]
        last = cut[-1]
        cut[-1] = Item(last.words, last.width, item.spaces, item.space_width, item.after)
        return cut


def _width(words: Sequence[Word], size: float) -> float:
    return sum(word.face.points(word.advance, size) for word in words)


def _run_cuts(texts: Sequence[str]) -> list[int]:
    ends: list[int] = []
    for text in texts:
        # Steering characters are not in the stretches, so they do not count here.
        visible = len(text) - text.count("\u200b") - text.count("\n")
        ends.append((ends[-1] if ends else 0) + visible)
    return ends


def _by_run(text: str, start: int, ends: Sequence[int]) -> list[tuple[int, str]]:
    """Cut `text`, which starts at `start` of the paragraph, where one run ends and the next begins."""
    parts: list[tuple[int, str]] = []
    at = 0
    for run, end in enumerate(ends):
        if end <= start + at and run < len(ends) - 1:
            continue
        until = len(text) if run == len(ends) - 1 else min(len(text), end - start)
        parts.append((run, text[at:until]))
        at = until
        if at >= len(text):
            break
    return parts or [(0, text)]


def choose(items: Sequence[Item], first: float, others: float) -> list[int]:
    """Return the index after the last item of each line, the cheapest set for all lines.

    `first` and `others` are widths in points; an item wider than a line stands alone on one.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]  # for each end: cost of all lines, where from
    for end in range(1, len(items) + 1):
        best.append(_cheapest(items, end, best, first, others))
    ends: list[int] = []
    at = len(items)
    while at > 0:
        ends.append(at)
        at = best[at][1]
    return ends[::-1]


def _cheapest(
    items: Sequence[Item],
    end: int,
    best: Sequence[tuple[float, int]],
    first: float,
    others: float,
) -> tuple[float, int]:
    """Return the least cost of lines up to `end`, and where the last of them starts."""
    last = end == len(items)
    kind = Break.MUST if last else items[end - 1].after
    found: tuple[float, int] = (float("inf"), end - 1)
    width = -items[end - 1].space_width
    for start in range(end - 1, -1, -1):
        if start < end - 1 and items[start].after is Break.MUST:
            break
        width += items[start].width + items[start].space_width
        if start < end - 1 and width > max(first, others) + _SLIVER:
            break
        measure = first if start == 0 else others
        if start == end - 1 or width <= measure + _SLIVER:
            runt = _RUNT_COST if last and start > 0 and width < measure * _RUNT else 0.0
            cost = best[start][0] + _cost(measure - width, measure, kind) + runt
            found = min(found, (cost, start))
    return found


def _cost(room: float, width: float, kind: Break) -> float:
    slack = 0.0 if kind is Break.MUST else (max(room, 0.0) / max(width, 1.0)) ** 2
    return slack + _END_COST[kind]
