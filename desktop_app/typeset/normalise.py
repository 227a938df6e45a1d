"""Stage 1, normalise: text as typed becomes text that can be set.

Only the page sees the result; what people typed stays as it is in the report.  Marks are put in
the order in which a Thai font expects them, marks typed twice are set once, and characters
that have no place on paper go: controls, the signs that order or hide letters without being any
(bidirectional controls, soft hyphens, word joiners), and joiners beside letters that do not join.
Marks that old fonts kept in codes of their own, as text from old programs has them, become real
ones.  Two characters steer the later stages and stay: U+200B (a line may break here) and the line
feed (a line must break here).
"""

import re
import unicodedata

BREAK_HERE = "\u200b"
NEW_LINE = "\n"

_NIKHAHIT, _SARA_AA, _SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
_TONES = "\u0e48-\u0e4b"
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"

_MARK_RUN = re.compile(f"[{_MARKS}]{{2,}}")
_AM_THEN_MARKS = re.compile(f"{_SARA_AM}([{_TONES}]+)")
_SPLIT_AM = re.compile(f"{_NIKHAHIT}([{_TONES}]*){_SARA_AA}")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
# Not for paper: C0 and C1 controls, invisible formatting, surrogates, noncharacters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\ufdd0-\ufdef]"
)
# Joiners shape scripts that join, and emoji; neither Latin nor Thai is of them.
_JOINS = "[^\x00-\u036f\u0e00-\u0e7f\u200b-\u200f]"
_IDLE_JOINER = f"(?<!{_JOINS})[\u200c\u200d]|[\u200c\u200d](?!{_JOINS})"
# A break was asked for where none may be: automatic ones of web pages come to stand so.
_IDLE_BREAK = re.compile(
    f"{BREAK_HERE}+(?=[\u0e30\u0e32\u0e33\u0e45{_MARKS}])|(?<=[เ-ไ]){BREAK_HERE}+"
)
_SPACES = re.compile("[\t\u2000-\u200a\u202f\u205f\u3000]")

_RARE = re.compile("[\u200c\u200d\uf700-\uf89e]")  # most text is spared what follows from these

# Where the Thai fonts of old Windows and Mac OS kept marks that stand lower or further left, and the
# two letters that lose their feet; as the shaping tables of HarfBuzz have them (hb-ot-shaper-thai).
_TONES_AND_KARAN = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_OF_WINDOWS = f"ฐ\u0e34\u0e35\u0e36\u0e37{_TONES_AND_KARAN * 2}ญ\u0e31\u0e4d\u0e47{_TONES_AND_KARAN}\u0e38\u0e39\u0e3a"
_OF_MAC_OS = (
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47"
    + "".join(mark * 3 for mark in _TONES_AND_KARAN)
    + "\u0e4dญ\u0e38\u0e39\u0e3aฐ"
)
_OLD_CODES = {
    code: real
    for first, letters in ((0xF700, _OF_WINDOWS), (0xF884, _OF_MAC_OS))
    for code, real in enumerate(letters, start=first)
}

# The order of marks over one consonant: below, above, nikhahit, tone, thanthakhat and the rest.
_MARK_ORDER = {
    **dict.fromkeys("\u0e38\u0e39\u0e3a", 0),
    **dict.fromkeys("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47", 1),
    _NIKHAHIT: 2,
    **dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b", 3),
    **dict.fromkeys("\u0e4c\u0e4e", 4),
}


def _ordered_once(run: re.Match[str]) -> str:
    return "".join(sorted(dict.fromkeys(run[0]), key=_MARK_ORDER.__getitem__))


def on_one_line(text: str) -> str:
    """Return `text` normalised and without breaks and doubled spaces, for titles and outlines."""
    return " ".join(normalise(text).replace(BREAK_HERE, "").split())


def normalise(text: str) -> str:
    """Return `text` as it will be set: NFC, marks ordered, SARA AM whole, no control characters.

    The result is a fixed point: normalising it again changes nothing.
    """
    text = _LINE_ENDS.sub(NEW_LINE, text)
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    if text.isascii():
        return text
    if _RARE.search(text):
        text = re.sub(_IDLE_JOINER, "", text.translate(_OLD_CODES))
    text = unicodedata.normalize("NFC", text)
    if BREAK_HERE in text:
        text = _IDLE_BREAK.sub("", text)
    text = text.replace("\u0e40\u0e40", "\u0e41")  # two SARA E look like SARA AE
    text = _AM_THEN_MARKS.sub(rf"\1{_SARA_AM}", text)
    text = _MARK_RUN.sub(_ordered_once, text)
    return _SPLIT_AM.sub(rf"\1{_SARA_AM}", text)
