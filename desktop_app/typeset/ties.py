"""What must not be parted by a line end, beyond what word breaking knows.

Sources: the Office of the Prime Minister's correspondence rules and the Royal Society's rules on
spacing and punctuation (ไม้ยมก and ไปยาลน้อย stand with the word before them), and practice of
official letters for numbers, dates, ranks and names.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_DIGITS = "0-9๐-๙"
_NUMBER = f"[{_DIGITS}](?:[{_DIGITS}.,:/–-]*[{_DIGITS}])?"
_MONTHS = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\."
)
_COUNTERS = (
    r"คน|ราย|น\.|นาฬิกา|บาท|ล้านบาท|ล้าน|แสน|หมื่น|พัน|ร้อย|วัน|เดือน|ปี|ครั้ง|ครัวเรือน|หลังคาเรือน|หลัง|แห่ง|หมู่บ้าน"
    r"|(?:ตำบล|อำเภอ|จังหวัด)(?![ก-ฮเ-ไ])|ชุมชน|ข้อ|เรื่อง|ประเด็น|โครงการ|กิจกรรม|ฉบับ|ชุด|คัน|เครื่อง|ตัว|ต้น|ไร่|งาน|ตารางวา"
    r"|ตารางกิโลเมตร|ตารางเมตร|ลูกบาศก์เมตร|กิโลเมตร|กม\.|เมตร|ม\.|เซนติเมตร|ซม\.|ตัน|กิโลกรัม|กก\.|ลิตร|องศา"
    r"|ชั่วโมง|นาที|เปอร์เซ็นต์|ร้อยละ|%|แผ่น|หน้า|ภาพ|กลุ่ม|ทีม|รูป|ท่าน|นาย|หน่วยงาน|องค์กร|สาย|จุด|ด้าน|ขั้นตอน"
)
_LEADS = (
    r"พ\.ศ\.|ค\.ศ\.|ร\.ศ\.|จ\.ศ\.|ชั้นที่|ชั้น|วันที่|ครั้งที่|หมู่ที่|หมู่|ม\.|ข้อที่|ข้อ|มาตรา|เลขที่|ลำดับที่|ลำดับ"
    r"|ฉบับที่|เล่มที่|เล่ม|หน้าที่|หน้า|ตอนที่|ตอน|ภาพที่|ตารางที่|รอบที่|รอบ|ระยะที่|ภาคที่|เขตที่|เขต|แปลงที่|ที่|เวลา"
    r"|จำนวน|ร้อยละ|โทร\.|โทรศัพท์|ประจำปี|ปี|อาคาร|ห้อง|ถนนสาย|ไตรมาสที่|ไตรมาส|วาระที่|ลงวันที่"
)
_TITLES = (
    r"นางสาว|นาง|นาย|น\.ส\.|ด\.ช\.|ด\.ญ\.|เด็กชาย|เด็กหญิง|ดร\.|ผศ\.|รศ\.|ศ\.|นพ\.|พญ\.|ทพ\.|ภก\.|ม\.ร\.ว\.|ม\.ล\."
    r"|ว่าที่\s?ร\.[ตทอ]\.|ว่าที่ร้อยตรี|ว่าที่ร้อยโท|ว่าที่ร้อยเอก|พล\.[ตรอ]\.[ตทอจ]\.|พล\.[ตทอ]\.|พ\.[ตจ]?\.?[ตทอ]\."
    r"|ร\.[ตจ]?\.?[ตทอ]\.|[จสด]\.ส\.[ตทอ]\.|ด\.ต\.|จ\.ส\.ต\.|อส\.|พระครู|พระมหา|พระ|คุณหญิง|ท่านผู้หญิง"
)

_HELD_WHOLE = (
    re.compile(rf"(?:{_LEADS})\s?{_NUMBER}"),
    re.compile(rf"{_NUMBER}\s?(?:{_COUNTERS})"),
    re.compile(rf"{_NUMBER}\s(?:{_MONTHS})"),
    re.compile(rf"(?:{_MONTHS})\s{_NUMBER}(?=\s|$)"),
    re.compile(rf"(?:พ\.ศ\.|ค\.ศ\.)\s?{_NUMBER}"),
    re.compile(r"(?:[ก-ฮ]\.){2,}"),
    re.compile(r"วัน(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์)(?:ที่(?=\s?[0-9๐-๙]))?"),
)
_TITLE_BEFORE_NAME = re.compile(rf"(?<![ก-๎])(?:{_TITLES})\s?(?=[ก-ฮเ-ไA-Z])")
_NEVER_BEFORE = re.compile(r"\s?(?=[ๆฯ])|(?<=\S)(?=[)\]}”’»!?,.;:%…ฯๆ])|(?=[ะ-ฺๅ็-๎])")
_NEVER_AFTER = re.compile(r"(?<=[(\[{“‘«เ-ไ])")
WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[^\sก-๛]+")
_WEB_BREAK = re.compile(r"(?<=[/?&])(?<!:/)(?<!://)(?![/?&])")


@dataclass(frozen=True)
class Names:
    """Names that no line end may part: provinces, districts, a user's own list."""

    names: frozenset[str]
    _by_start: dict[str, tuple[int, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        lengths: dict[str, set[int]] = {}
        for name in self.names:
            if len(name) > 1:
                lengths.setdefault(name[:2], set()).add(len(name))
        ordered = {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()}
        object.__setattr__(self, "_by_start", ordered)

    def spans(self, text: str) -> Iterable[tuple[int, int]]:
        """Yield the start and end of each name in `text`, the longest at each start."""
        for start in range(len(text) - 1):
            for length in self._by_start.get(text[start : start + 2], ()):
                if text[start : start + length] in self.names:
                    yield start, start + length
                    break


def forbidden(text: str, names: Names) -> set[int]:
    """Return the offsets of `text` at which a line must not break."""
    held = {
        offset
        for pattern in _HELD_WHOLE
        for match in pattern.finditer(text)
        for offset in range(match.start() + 1, match.end())
    }
    for match in _TITLE_BEFORE_NAME.finditer(text):
        held.update(range(match.start() + 1, match.end() + 1))
    for match in _NEVER_BEFORE.finditer(text):
        held.update((match.start(), match.end()))
    held.update(match.start() for match in _NEVER_AFTER.finditer(text))
    for start, end in names.spans(text):
        held.update(range(start + 1, end))
    return held


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
