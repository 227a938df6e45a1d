"""Signs, abbreviations and addresses of the web: where a line must not end beside or inside them.

Sources: the Royal Society's rules on spacing and punctuation (ไม้ยมก and ไปยาลน้อย stand with the
word before them), the Office of the Prime Minister's correspondence rules for letter numbers.
"""

import re
from collections.abc import Iterable

from desktop_app.typeset.words import Ties

_NOT_BEFORE = re.compile(r"(?<!\s)[)\]}”’»!?,.;:%…]|[ๆฯ](?!พณฯ)|[–—-](?=\s)")
_NOT_AFTER = re.compile(r"[(\[{“‘«]|(?<![A-Za-z])[A-Za-z]-|ฯพณฯ\s|\.[/–-]")
_ABBREVIATION = re.compile(r"(?<![ก-๎.])(?:[เ-ไ]?[ก-ฮ][ิีุ]?[ก-ฮ]{0,4}\.)+|ฯพณฯ")
# จ. อ. ต. before a place, ซ. ถ. before a street; not น. after a time, nor ม. after a length.
_ONE_LETTER = re.compile(r"(?<![ก-๎.])(?<![0-9๐-๙]\s)[ก-ธบ-ฮ]\.\s(?=[ก-ไ])")
_LOOSE_AFTER = re.compile(
    r"(?<![ก-๎])(?:พ\.ร\.[บก]\.|ณ)\s|\((?<![0-9๐-๙]\s\()(?:[0-9๐-๙]{1,2}|[ก-ฮ])\)\s(?=[ก-ไ])|[–—-](?<=\s[–—-])\s"
)
WEB_ADDRESS = re.compile(r"(?:https?://|www\.)(?:[^\sก-๛]|[ก-๎]+(?=\.[A-Za-z]))+")
_WEB_BREAK = re.compile(r"(?<=[/?&])(?<!:/)(?<!://)(?![/?&])")
_NO_START = frozenset("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎")
_NO_END = frozenset("เแโใไ")


def between_clusters(text: str, offsets: Iterable[int]) -> set[int]:
    """Return those offsets at which a break leaves no vowel and no mark without its consonant."""
    return {at for at in offsets if text[at] not in _NO_START and text[at - 1] not in _NO_END}


def ties(text: str) -> Ties:
    """Return the ties that signs and abbreviations of `text` ask for."""
    found = Ties()
    for match in _NOT_BEFORE.finditer(text):
        found.held.add(match.start())
    found.held.update(match.end() for match in _NOT_AFTER.finditer(text))
    for match in _ABBREVIATION.finditer(text):
        found.hold(*match.span())
    found.held.update(match.end() for match in _ONE_LETTER.finditer(text))
    found.loose.update(match.end() for match in _LOOSE_AFTER.finditer(text))
    return found


def web_breaks(text: str) -> tuple[set[int], set[int]]:
    """Return all offsets inside addresses of the web, and those where one may break."""
    inside: set[int] = set()
    may: set[int] = set()
    for address in WEB_ADDRESS.finditer(text):
        inside.update(range(address.start() + 1, address.end()))
        may.update(
            address.start() + cut.start()
            for cut in _WEB_BREAK.finditer(address[0])
            if 0 < cut.start() < len(address[0])
        )
    return inside, may
