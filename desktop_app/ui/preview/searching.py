"""Where words stand on the pages, as people compare them: either numerals, any line's end."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop_app.thai.folding import fold
from desktop_app.ui.preview.paper import Sheets

_NIKHAHIT = "\u0e4d"
_TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b")
_AROUND = 2.5  # points above and below the letters, for their marks
MOST = 500
"""Hits that are looked for at most."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words stand: a page from 0, and a box in points for each line that they are on."""

    page: int
    boxes: tuple[QRectF, ...]


def find(sheets: Sheets, words: str) -> tuple[Hit, ...]:
    """Return where `words` stand, from the first page on; may run on any thread."""
    wanted = "".join(folded for folded, _ in _letters(fold(words)))
    if not wanted:
        return ()
    hits: list[Hit] = []
    for page in range(len(sheets.sizes)):
        hits += _on_page(sheets, page, wanted)
        if len(hits) >= MOST:
            break
    return tuple(hits[:MOST])


def _on_page(sheets: Sheets, page: int, wanted: str) -> list[Hit]:
    letters = _letters(sheets.text(page))
    text = "".join(folded for folded, _ in letters)
    hits, at = [], text.find(wanted)
    while at >= 0:
        begin, end = letters[at][1], letters[at + len(wanted) - 1][1]
        boxes = tuple(
            box.adjusted(0, -_AROUND, 0, _AROUND)
            for box in sheets.boxes(page, begin, end - begin + 1)
        )
        hits.append(Hit(page, boxes))
        at = text.find(wanted, at + len(wanted))
    return hits


def _letters(text: str) -> list[tuple[str, int]]:
    """Return the letters that a search compares, each with where it stands in `text`.

    Spaces and the ends of lines say nothing in Thai, and are left out; so are invisible signs.
    """
    letters: list[tuple[str, int]] = []
    for place, letter in enumerate(text):
        for folded in fold(letter):
            if folded == _NIKHAHIT and letters and letters[-1][0] in _TONES:
                letters.insert(len(letters) - 1, (folded, place))
            else:
                letters.append((folded, place))
    return letters
