"""Words of the dictionary that are more than one: long compounds and phrases.

องค์กรปกครองส่วนท้องถิ่น is one word of the dictionary and a quarter of a line.  Between its parts a
line may end in need, after องค์กร and ปกครอง, but never inside a part: ท้อง|ถิ่น.  มีประสิทธิภาพ is a
phrase that the dictionary has as well: after มี a line may end as after any word.
"""

import re
from collections.abc import Collection, Sequence

LONG = 12
"""Letters from which a compound counts as long."""

_SHORTEST_PART = 5
_SHORTEST_PHRASE = 4
_OPENS_PHRASE = re.compile(
    "(?:ทุก|เพื่อ)(?=[ก-๎]{2})|มี(?!ส่วน)(?=[ก-๎]{3})|(?:เป็น|ให้|ขอ|ตาม|เมื่อ|ยัง|ไม่)(?=[ก-๎]{4})"
    "|ได้(?=ที่$)|ขอ(?=(?:รับ|ให้)$)|(?:ทำ|ใช้|รับ)(?=ได้$)|คน(?=ใน$)|ตาม(?=ที่$)|(?:ออก|ห่าง)(?=จาก$)|(?:กล่าว|อ้าง|ถือ|เห็น|เชื่อ|ทราบ|บอก)(?=ว่า$)|พอ(?=กับ$)|กำหนด(?=ให้$)"
)
_OPENS_NOUN = re.compile("การ|ความ|ผู้|นัก")


def phrase(word: str, words: Collection[str]) -> int:
    """Return where a phrase that counts as one word may be parted, 0 where it is no phrase."""
    opening = _OPENS_PHRASE.match(word) if len(word) >= _SHORTEST_PHRASE else None
    return opening.end() if opening and word[opening.end() :] in words else 0


def joints(word: str, candidates: Sequence[int], words: Collection[str]) -> list[int]:
    """Return those of `candidates`, offsets in `word`, that part it into words, the most parts.

    Nothing where `word` is short or cannot be parted.
    """
    opening = _OPENS_NOUN.match(word)
    if opening and word[opening.end() :] in words:  # การร้องเรียน is no better parted than ร้องเรียน
        start = opening.end()
        inside = [at - start for at in candidates if at > start]
        return [at + start for at in joints(word[start:], inside, words)]
    if len(word) < LONG:
        return []
    ends = [*candidates, len(word)]
    best: dict[int, list[int]] = {0: []}
    for end in ends:
        found = [
            [*best[start], end]
            for start in best
            if end - start >= _SHORTEST_PART and word[start:end] in words
            if end - start < len(word)
        ]
        if found:
            best[end] = max(found, key=len)
    return best.get(len(word), [])[:-1]
