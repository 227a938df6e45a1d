"""Thai and Arabic numerals, both ways, and whole numbers as people type them."""

import re

from desktop_app.thai.foreign import FOREIGN

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC = "0123456789"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)

_COUNT = re.compile(r"([0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4}) ?(?:คน|ราย|ท่าน|รูป)?")


def to_thai_digits(text: str) -> str:
    """Return `text` with 0–9 written ๐–๙; nothing else changes."""
    return text.translate(_TO_THAI)


def to_arabic_digits(text: str) -> str:
    """Return `text` with ๐–๙ written 0–9; nothing else changes."""
    return text.translate(_TO_ARABIC)


def thai_digits_in(text: object) -> str:
    """Return `text` as a document in Thai numerals has it: addresses and foreign words as they are."""
    source = str(text)
    parts: list[str] = []
    at = 0
    for foreign in re.finditer(FOREIGN, source):
        parts += (to_thai_digits(source[at : foreign.start()]), foreign[0])
        at = foreign.end()
    return "".join((*parts, to_thai_digits(source[at:])))


def parse_number(text: str) -> int | None:
    """Read a whole number from 0 on, or return None where it is none.

    Either numerals, commas at the thousands ("๑,๒๓๔"), and a counter of people after it
    ("191 คน") are read.  At most 15 digits: more are a slip, not a number.
    """
    found = _COUNT.fullmatch(" ".join(to_arabic_digits(text).split()))
    return int(found[1].replace(",", "")) if found else None
