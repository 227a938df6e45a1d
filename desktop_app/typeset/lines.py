"""Stage 4, lines: a paragraph's runs become set lines, through breaks, shapes and the fit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from desktop_app.typeset.breaks import Break, Breaker, Stretch
from desktop_app.typeset.clusters import units
from desktop_app.typeset.elements import Align, Paragraph, Run, Style
from desktop_app.typeset.faces import Family
from desktop_app.typeset.fit import Item, Measure, choose, slack_of
from desktop_app.typeset.normalise import BREAK_HERE, NEW_LINE, normalise, on_one_line
from desktop_app.typeset.recall import Recall
from desktop_app.typeset.shape import Shaper, Word

_NARROW = 30.0  # ems: in a column narrower than this, one loose line makes all ragged
_MOST_KNOWN = 20_000  # items, of a thousand pages and more
_RAGGED_FROM = 0.5  # points by which a spread line may miss its edge
_SPACE = re.compile("( )")


LinesKey = tuple[tuple[Run, ...], Style, float, float]
"""All that a paragraph's lines depend on: its runs, its style, the widths of its lines."""

ItemKey = tuple[Stretch, bool, bool, float]
"""All that an item of one run depends on: its stretch, whether bold, whether italic, its size."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One set line: words and spaces in order, its width, what it gains when it is spread.

    Points.  `gap` follows every space and every cluster of a word that spreads, `space_gain` every
    space besides; `width` has both in it.
    """

    words: tuple[Word, ...]
    width: float
    size: float
    gap: float = 0.0
    space_gain: float = 0.0

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
    recall: Recall[LinesKey, tuple[Line, ...]] = field(default_factory=Recall, repr=False)
    _known: dict[ItemKey, Item] = field(default_factory=dict, repr=False)

    def expect(self, paragraphs: Iterable[Paragraph]) -> None:
        """Be ready for paragraphs that will be set."""
        self.breaker.expect(
            "".join(normalise(run.text) for run in paragraph.runs) for paragraph in paragraphs
        )

    def items(self, runs: Sequence[Run], size: float) -> list[Item]:
        """Return the runs of a paragraph as items at a nominal size."""
        texts = [normalise(run.text) for run in runs]
        stretches = self.breaker.stretches("".join(texts))
        if len(runs) == 1:
            return [self._repeated(stretch, runs[0], size) for stretch in stretches]
        cuts = _run_cuts(texts)
        items: list[Item] = []
        start = 0
        for stretch in stretches:
            parts = [(runs[at], part) for at, part in _by_run(stretch.text, start, cuts)]
            items.append(self._item(stretch, parts, size))
            start += stretch.length
        return items

    def _repeated(self, stretch: Stretch, run: Run, size: float) -> Item:
        """Return the item of a stretch of one run; prose says the same words over and over."""
        key = (stretch, run.bold, run.italic, size)
        known = self._known.get(key)
        if known is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = self._item(stretch, [(run, stretch.text)], size)
        return known

    def _item(self, stretch: Stretch, parts: list[tuple[Run, str]], size: float) -> Item:
        words = tuple(word for run, part in parts for word in self._words(run, part))
        run = parts[-1][0]
        spaces = self._words(run, " ") * stretch.spaces
        return _item(words, size, spaces, stretch.after)

    def _words(self, run: Run, text: str) -> tuple[Word, ...]:
        face = self.family.face(bold=run.bold, italic=run.italic)
        return self.shaper.words(face, text)

    def line_of(self, runs: Sequence[Run], size: float) -> Line:
        """Return the runs as one line, however long; no places to break it are looked for."""
        words = [
            word
            for run in runs
            for part in _SPACE.split(on_one_line(run.text))
            for word in self._words(run, part)
        ]
        return Line(self._ended(words), _width(words, size), size)

    def label(self, run: Run, size: float) -> Line:
        """Return a label as a line that ends in a space, so that readers part it from the text."""
        words = (*self._words(run, normalise(run.text)), *self._words(run, " "))
        return Line(words, _width(words, size), size)

    def lines(self, paragraph: Paragraph, first: float, others: float) -> tuple[Line, ...]:
        """Return the paragraph's lines, none wider than `first` or `others` points."""
        key = (paragraph.runs, paragraph.style, first, others)
        return self.recall.get(key, lambda: self._lines(paragraph, first, others))

    def _lines(self, paragraph: Paragraph, first: float, others: float) -> tuple[Line, ...]:
        style = paragraph.style
        em = style.size * self.family.regular.factor
        items = self.items(paragraph.runs, style.size)
        narrowest = min(first, others)
        fitting = [part for item in items for part in self._fitted(item, style.size, narrowest)]
        if style.align is Align.THAI:
            spread = self._spread(fitting, Measure(first, others, em), style.size)
            if spread is not None:
                return spread
        alike = style.align is Align.CENTRE
        ends = choose(fitting, Measure(first, others, alike=alike))
        return tuple(self._line(fitting[a:b], style.size) for a, b in pairwise([0, *ends]))

    def _spread(
        self, items: Sequence[Item], measure: Measure, size: float
    ) -> tuple[Line, ...] | None:
        """Return lines with both edges straight; None where the column is too narrow for that."""
        em = measure.em or size
        lines: list[Line] = []
        for start, end in pairwise([0, *choose(items, measure)]):
            line = self._line(items[start:end], size)
            width = measure.of_line(start)
            if end < len(items) and items[end - 1].after is not Break.MUST:
                line = _spread_to(line, items[start:end], width, em)
                if width - line.width > _RAGGED_FROM and measure.others < _NARROW * em:
                    return None
            lines.append(line)
        return tuple(lines)

    def _line(self, items: Sequence[Item], size: float) -> Line:
        words: list[Word] = []
        for item in items:
            words += item.words
            words += item.spaces
        if items and items[-1].spaces:  # spaces at a line's end are not set
            words = words[: -len(items[-1].spaces)]
        return Line(self._ended(words), slack_of(items).width, size)

    def _ended(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """Return the words of a line as they are set where the line ends after them."""
        if not words or not words[-1].text.endswith("-"):
            return tuple(words)
        return (*words[:-1], self.shaper.ending_a_line(words[-1]))

    def _fitted(self, item: Item, size: float, width: float) -> list[Item]:
        """Return the item, cut between clusters where it is wider than a line, words if it can be."""
        if item.width <= width:
            return [item]
        edges = self.breaker.edges("".join(word.text for word in item.words))
        parts: list[tuple[tuple[Word, ...], Break]] = []
        at = 0
        for word in item.words:
            for unit in units(word.text):
                at += len(unit)
                *inside, last = self._narrow(self.shaper.words(word.face, unit), size, width)
                parts += [(part, Break.CLUSTER) for part in inside]
                parts.append((last, Break.JOINT if at in edges else Break.CLUSTER))
        *before, end = [_item(part, size, (), after) for part, after in parts]
        return [*before, _item(end.words, size, item.spaces, item.after)]

    def _narrow(
        self, unit: tuple[Word, ...], size: float, width: float
    ) -> Iterator[tuple[Word, ...]]:
        """Yield a unit, letter by letter where even that is wider than a line."""
        if _width(unit, size) <= width:
            yield unit
            return
        for word in unit:
            for glyph in word.as_read:
                yield self.shaper.words(word.face, glyph.text)


def evened(label: Line, line: Line) -> tuple[Line, Line]:
    """Return a label and the spread line beside it, with the label's space as wide as the line's."""
    if line.gap <= 0:
        return label, line
    gained = line.width - _width(line.words, line.size)
    of_space = line.gap + line.space_gain
    gain = of_space * gained / (gained + of_space)
    less = gain / of_space
    width = line.width - gain
    even = replace(line, width=width, gap=line.gap * less, space_gain=line.space_gain * less)
    return replace(label, width=label.width + gain, space_gain=gain), even


def _item(words: tuple[Word, ...], size: float, spaces: tuple[Word, ...], after: Break) -> Item:
    clusters = sum(len(word.glyphs) for word in words if word.spreads)
    spreads = bool(words) and words[-1].spreads
    return Item(words, _width(words, size), spaces, _width(spaces, size), after, clusters, spreads)


def _spread_to(line: Line, items: Sequence[Item], width: float, em: float) -> Line:
    slack = slack_of(items)
    gap, space_gain = slack.spread(width - line.width, em)
    gained = gap * slack.gaps + space_gain * slack.spaces
    return replace(line, width=line.width + gained, gap=gap, space_gain=space_gain)


def _width(words: Sequence[Word], size: float) -> float:
    return sum(word.face.points(word.advance, size) for word in words)


def _run_cuts(texts: Sequence[str]) -> list[int]:
    ends: list[int] = []
    for text in texts:
        # Steering characters are not in the stretches, so they do not count here.
        visible = len(text) - text.count(BREAK_HERE) - text.count(NEW_LINE)
        ends.append((ends[-1] if ends else 0) + visible)
    return ends


def _by_run(text: str, start: int, ends: Sequence[int]) -> list[tuple[int, str]]:
    """Cut `text`, which starts at `start` of the paragraph, where a run ends and another begins."""
    if len(ends) == 1:
        return [(0, text)]
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
