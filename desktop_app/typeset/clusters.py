"""Which characters of Thai text hold together, whatever the width of the line.

A cluster is a consonant with its marks and SARA AM.  A line never breaks inside one, and when
nothing better fits it may break between two, except where a vowel written before its
consonant, or a sign written after its syllable, would be left alone.
"""

import re

_LEADING_VOWELS = "\u0e40-\u0e44"
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_FOLLOWERS = "\u0e30\u0e32\u0e33\u0e45\u0e2f\u0e46"  # ะ า ำ ๅ ฯ ๆ
_JOINERS = "\u0300-\u036f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"

_UNIT = re.compile(
    f"[{_LEADING_VOWELS}]*[^{_LEADING_VOWELS}]"
    f"(?:[{_MARKS}{_FOLLOWERS}{_JOINERS}\u200c]|\u200d[^{_LEADING_VOWELS}]?)*|.",
    re.DOTALL,
)


def is_thai(character: str) -> bool:
    """Tell whether a character is of the Thai block."""
    return "\u0e00" <= character <= "\u0e7f"


def units(text: str) -> list[str]:
    """Return `text` cut at every place where a line may break in need; joined they are `text`."""
    return _UNIT.findall(text)
