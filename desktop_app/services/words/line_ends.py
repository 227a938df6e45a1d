"""Where lines of text on the screen may end: between Thai words too, as on paper."""

import re
from functools import lru_cache
from itertools import accumulate

from desktop_app.typeset.words import icu_breaks

_SILENT = re.compile("[ก-ฮ][\u0e34\u0e38]?\u0e4c")
_LONE = re.compile("[ก-๎][ก-ฮ][ก-๎]")


@lru_cache(maxsize=256)  # Qt lays a text out some ten times until it stands in its place
def line_ends(text: str) -> tuple[int, ...]:
    """Return where a line of `text` may end, in order, counted in UTF-16 units as windows count.

    Takes a fifth of a millisecond for a long paragraph; the paper's own breaks are found with
    more care, and may differ.
    """
    found = icu_breaks(text)
    ends = sorted(found - _within_words(text, found))
    if text.isascii() or max(text, default="") <= "\uffff":
        return tuple(ends)
    units = list(accumulate((1 + (letter > "\uffff") for letter in text), initial=0))
    return tuple(units[end] for end in ends)


def _within_words(text: str, ends: set[int]) -> set[int]:
    """Return ends that cannot be: before a silent letter, and around a consonant left alone."""
    silent = {end for end in ends if _SILENT.match(text, end)}
    lone = {end for end in ends if end + 1 in ends and _LONE.match(text, end - 1)}
    return silent | lone | {end + 1 for end in lone}
