"""Thai numerals throughout a document, but for addresses of the web and foreign text."""

import re

from desktop_app.thai.numerals import to_thai_digits

# A stretch without spaces and Thai letters that holds a Latin one is foreign: COVID-19, A4.
_FOREIGN = re.compile(r"(?:https?://|www\.)\S+|[^\sก-๛]*[A-Za-zÀ-ɏ][^\sก-๛]*")


def thai_digits_in(text: object) -> str:
    """Return `text` with Thai numerals, foreign stretches left as they are."""
    source = str(text)
    parts: list[str] = []
    at = 0
    for foreign in _FOREIGN.finditer(source):
        parts += (to_thai_digits(source[at : foreign.start()]), foreign[0])
        at = foreign.end()
    return "".join((*parts, to_thai_digits(source[at:])))
