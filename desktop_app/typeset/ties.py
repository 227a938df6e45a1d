"""What must not be parted by a line end, and what had better not, beyond what word breaking knows.

Everything that is tied comes together here: signs and abbreviations, numbers, people, places and a
user's own names.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.typeset import marks, numbers, people
from desktop_app.typeset.words import FUNCTION_WORDS, Ties, Words

_KINDS = ("จังหวัด", "อำเภอ", "เขต", "ตำบล", "แขวง", "เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล")
_KIND_BEFORE = re.compile(rf"(?:{'|'.join(_KINDS)}|(?:[จอต]|อบ[ตจ]|ท[นมต]|รพ|สภ)\.)\s?")
_KINDS_OF_NAME = ("ตำบล", "อำเภอ", "จังหวัด")
_KEY = 4  # letters by which names are found; shorter ones are held only after their kind
_LONG = 8  # letters from which a name needs no word's edge after it to be known
_BY_ROLE = {
    "rate": "ละ",  # วันละ, which starts no line
    "bound": "ประชา|มหา|อนุ|อภิ|สาธารณ",  # no words, only beginnings of words
    "acts": "ปฏิบัติ",  # ชุดปฏิบัติการ, ห้องปฏิบัติการ
    "prefix": "การ|ความ|ผู้|นัก|ชาว",  # better not left at the end of a line
    # What has a name of its own after it, up to a space; a temple's may be long.
    "named": "บ้าน|โรงเรียน|ถนน|ซอย|สะพาน|แม่น้ำ|คลอง|ห้วย|หนอง|บึง|เขา|ดอย|ภู|เกาะ|หาด|อ่างเก็บน้ำ|เขื่อน|ฝาย|น้ำตก|ถ้ำ"
    "|อุทยานแห่งชาติ|โรงพยาบาล|มหาวิทยาลัย|ประตูระบายน้ำ|ห้องประชุม|สมาคม|มูลนิธิ|พิพิธภัณฑ์|วิทยาลัย|ค่าย|มัสยิด"
    "|ลุง|ป้า|หลวงพ่อ|หลวงปู่|หลวงตา",
    "temple": "วัด|วัดราษฎร์|วัดป่า",
}
_ROLES = {word: role for role, words in _BY_ROLE.items() for word in words.split("|")}
_LONGEST = {"named": 14, "temple": 28}  # letters of a name that no list has
_NO_NAME = re.compile(f"{FUNCTION_WORDS}|สาย|ข้าม|ผู้|สาธารณะ|ภาย|มี|ไป|มา|อยู่|เดียว|นาย|นาง")
_RUN = re.compile("[ก-ฮเ-ไ][ก-๎]*")
_BEGINNING = 5  # letters of a longer run that are taken for a name even so
# Names that other signs show: of a firm, up to a space; between quotation marks, if they are short.
_SHOWN = re.compile(
    r"(?:บริษัท|ห้างหุ้นส่วนจำกัด|ห้างหุ้นส่วนสามัญ|หจก\.|บจก\.|บมจ\.)\s(?P<firm>[ก-๎]{2,28})(?![ก-๎])|[“‘\"'](?P<quoted>[ก-๎]{2,10})[”’\"']"
)


@dataclass(frozen=True)
class Names:
    """Names that no line end may part: provinces, districts, a user's own list.

    A name that follows the word for its kind (ตำบลในเมือง) is held only after such a word; any
    other wherever a word begins, a short one only where it ends as a word.  `own` are a user's
    words, which are held wherever their letters stand.
    """

    names: frozenset[str]
    own: frozenset[str] = frozenset()
    _own: dict[str, list[str]] = field(init=False, repr=False)
    _anywhere: dict[str, list[str]] = field(init=False, repr=False)
    _after_kind: dict[str, list[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        after_kind = {name for name in self.names if name.startswith(_KINDS_OF_NAME)}
        plain = self.names - after_kind
        bare = plain.union(map(_without_kind, after_kind))
        object.__setattr__(self, "_own", _by_start(self.own, 2))
        object.__setattr__(self, "_anywhere", _by_start(plain, _KEY))
        object.__setattr__(self, "_after_kind", _by_start(bare, 2))

    def spans(self, words: Words) -> Iterable[tuple[int, int]]:
        """Yield the start and end of each name in a text, the longest at each start."""
        text = words.text
        for kind in _KIND_BEFORE.finditer(text):
            start = kind.end()
            for name in self._after_kind.get(text[start : start + 2], ()):
                if text.startswith(name, start):
                    yield start, start + len(name)
                    break
        for start in words.edges:
            for name in self._anywhere.get(text[start : start + _KEY], ()):
                end = start + len(name)
                if text.startswith(name, start) and (len(name) >= _LONG or end in words.edges):
                    yield start, end
                    break

    def own_spans(self, text: str) -> Iterable[tuple[int, int]]:
        """Yield the start and end of each word of the user's own in a text."""
        if not self._own:
            return
        for start in range(len(text)):
            for word in self._own.get(text[start : start + 2], ()):
                if text.startswith(word, start):
                    yield start, start + len(word)
                    break


def _by_start(names: Iterable[str], letters: int) -> dict[str, list[str]]:
    """Return names by their first letters, the longest of each first."""
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        if len(name) < letters:
            break
        found.setdefault(name[:letters], []).append(name)
    return found


def _without_kind(name: str) -> str:
    kind = next(kind for kind in _KINDS_OF_NAME if name.startswith(kind))
    return name.removeprefix(kind)


def ties(words: Words, names: Names) -> Ties:
    """Return all ties of a text."""
    found = marks.ties(words.text)
    found.add(numbers.ties(words))
    found.add(people.ties(words))
    for start, end in names.spans(words):
        found.hold(start, end)
        if words.text.endswith(_KINDS, 0, start):
            found.loose.add(start)
    _tie_words(words, found)
    for shown in _SHOWN.finditer(words.text):
        start, end = shown.span(shown.lastgroup or 0)
        found.loose.update(range(start + 1, end))
    _tie_own(words, names, found)
    return found


def _tie_own(words: Words, names: Names, found: Ties) -> None:
    """Hold the user's own words whole; beside them a line may end as beside any known word."""
    for start, end in names.own_spans(words.text):
        found.hold(start, end)
        found.free.update({start, end} & words.edges - {0, len(words.text)})


def _tie_words(words: Words, found: Ties) -> None:
    for at, word in words.ending.items():
        match _ROLES.get(word):
            case "rate":
                found.held.add(at - len(word))
            case "bound":
                found.held.add(at)
            case "acts" if words.text.startswith("การ", at):
                found.held.add(at)
            case "prefix":
                if at - len(word) in words.edges and not _NO_NAME.match(words.text, at):
                    found.loose.add(at)
            case "named" | "temple" as role:
                found.loose.update(_own_name(words, at, _LONGEST[role]))


def _own_name(words: Words, start: int, longest: int) -> range:
    """Return the offsets of the name that follows; of what is too long for one, the beginning."""
    run = _RUN.match(words.text, start, start + longest + 1)
    if run is None:
        return range(0)
    for at in range(start, run.end()):
        if at in words.agreed and _NO_NAME.match(words.text, at):
            return range(start, at)
    return range(start, run.end() if len(run[0]) <= longest else start + _BEGINNING)
