"""What is pasted, as a form wants it: clean text, and the cells of a table without their numbers.

Word processors and PDFs hand over more than one sees: marks for hyphens and breaks, spaces of many
kinds, old fonts' own places for Thai vowels and tone marks.  All of it is made the plain text
that it looks like; quotation marks, dashes and single no-break spaces stay as they are.
"""

import re

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from desktop_app.services.words.html_lists import holds_words, nested_lists

_NEW_LINE = re.compile("\r\n?|[\n\x0b\x0c\u0085\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f]"
)
_WIDE_SPACES = re.compile("[\u2000-\u200a\u202f\u205f\u3000]")
_PADDING = re.compile("[ \u00a0]{2,}")
_BULLETS = re.compile("^([ \t]*)[\uf0a7\uf0b7\uf0d8\uf0e8\uf0fc](?=\\s)", re.MULTILINE)
_PLACED = dict(
    zip(
        range(0xF700, 0xF71B),
        "ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4cญ"
        "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
"""Places of their own that old Thai fonts gave shifted marks, and the letters that they stand for."""

_SPLIT_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_AM_AFTER_TONE = re.compile("([\u0e48-\u0e4b])\u0e4d\u0e32")


def pasted_text(source: QMimeData, *, lists: bool = False) -> str:
    """Return what the clipboard or a drag hands over, as clean text; `lists` within lists as such.

    Where reading such lists would lose a word, they stay as plain text has them.
    """
    html = source.html() if source.hasHtml() else ""
    text = source.text()
    if not text.strip() and html:
        text = QTextDocumentFragment.fromHtml(html).toPlainText()
    text = cleaned(text, ends=lists)
    nested = cleaned(nested_lists(html) or "", ends=True) if lists and html else ""
    return nested if nested and holds_words(nested, text) else text


def cleaned(text: str, *, ends: bool = False) -> str:
    """Return `text` without what is not seen, with plain line feeds, spaces and Thai letters.

    With `ends` a space at a line's end stays: it tells how a line that was wrapped went on.
    """
    text = _BULLETS.sub(r"\1•", _NEW_LINE.sub("\n", text))
    text = _WIDE_SPACES.sub(" ", _INVISIBLE.sub("", text)).translate(_PLACED)
    text = _SPLIT_AM.sub("\\1\u0e33", _AM_AFTER_TONE.sub("\\1\u0e33", text))
    text = _PADDING.sub(" ", text.replace("\u0e40\u0e40", "\u0e41"))
    return "\n".join(_trimmed(line, ends=ends) for line in text.split("\n"))


def _trimmed(line: str, *, ends: bool) -> str:
    bare = line.rstrip()
    return f"{bare} " if ends and bare and line.endswith((" ", "\u00a0")) else bare


def table_cells(line: str) -> tuple[str, ...]:
    """Return the cells of a line from a table, without the number of its row."""
    cells = tuple(cell.strip() for cell in line.split("\t"))
    numbered = len(cells) > 1 and re.fullmatch(r"[0-9๐-๙]{1,3}[.)]?", cells[0])
    letters = len(cells) > 1 and re.search(r"[^\W\d_]", cells[1])
    return cells[1:] if numbered and letters else cells
