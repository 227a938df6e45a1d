"""Text as a search compares it: what people read as the same becomes the same."""

import re
import unicodedata

from desktop_app.thai.numerals import to_arabic_digits

_THAI_DIGIT = re.compile("[๐-๙]")
_NEITHER_THAI_NOR_ASCII = re.compile("[^\x00-\x7f\u0e01-\u0e5b]")
_TONE_THEN_NIKHAHIT = re.compile("([\u0e48-\u0e4b]+)\u0e4d")
_TONE_BEFORE_NIKHAHIT = tuple(f"{tone}\u0e4d" for tone in "\u0e48\u0e49\u0e4a\u0e4b")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def fold(text: str) -> str:
    """Return `text` with Arabic digits, small letters, single spaces and Thai marks in one order.

    SARA AM becomes nikhahit and SARA AA however it was typed, and two SARA E become SARA AE.
    """
    # Most texts are plain, and a search folds a great many: look before each costly step.
    if _THAI_DIGIT.search(text):
        text = to_arabic_digits(text)
    if _NEITHER_THAI_NOR_ASCII.search(text):
        text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    text = text.casefold().replace("\u0e33", "\u0e4d\u0e32").replace("\u0e40\u0e40", "\u0e41")
    if any(pair in text for pair in _TONE_BEFORE_NIKHAHIT):
        text = _TONE_THEN_NIKHAHIT.sub("\u0e4d\\1", text)
    return " ".join(text.split())
