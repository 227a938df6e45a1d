"""The country's provinces, districts and subdistricts, and their names as no line should part them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

CAPITAL = "กรุงเทพมหานคร"

PROVINCES = (
    "กระบี่",
    "กรุงเทพมหานคร",
    "กาญจนบุรี",
    "กาฬสินธุ์",
    "กำแพงเพชร",
    "ขอนแก่น",
    "จันทบุรี",
    "ฉะเชิงเทรา",
    "ชลบุรี",
    "ชัยนาท",
    "ชัยภูมิ",
    "ชุมพร",
    "เชียงราย",
    "เชียงใหม่",
    "ตรัง",
    "ตราด",
    "ตาก",
    "นครนายก",
    "นครปฐม",
    "นครพนม",
    "นครราชสีมา",
    "นครศรีธรรมราช",
    "นครสวรรค์",
    "นนทบุรี",
    "นราธิวาส",
    "น่าน",
    "บึงกาฬ",
    "บุรีรัมย์",
    "ปทุมธานี",
    "ประจวบคีรีขันธ์",
    "ปราจีนบุรี",
    "ปัตตานี",
    "พระนครศรีอยุธยา",
    "พะเยา",
    "พังงา",
    "พัทลุง",
    "พิจิตร",
    "พิษณุโลก",
    "เพชรบุรี",
    "เพชรบูรณ์",
    "แพร่",
    "ภูเก็ต",
    "มหาสารคาม",
    "มุกดาหาร",
    "แม่ฮ่องสอน",
    "ยโสธร",
    "ยะลา",
    "ร้อยเอ็ด",
    "ระนอง",
    "ระยอง",
    "ราชบุรี",
    "ลพบุรี",
    "ลำปาง",
    "ลำพูน",
    "เลย",
    "ศรีสะเกษ",
    "สกลนคร",
    "สงขลา",
    "สตูล",
    "สมุทรปราการ",
    "สมุทรสงคราม",
    "สมุทรสาคร",
    "สระแก้ว",
    "สระบุรี",
    "สิงห์บุรี",
    "สุโขทัย",
    "สุพรรณบุรี",
    "สุราษฎร์ธานี",
    "สุรินทร์",
    "หนองคาย",
    "หนองบัวลำภู",
    "อ่างทอง",
    "อำนาจเจริญ",
    "อุดรธานี",
    "อุตรดิตถ์",
    "อุทัยธานี",
    "อุบลราชธานี",
)
"""In the order of a Thai dictionary, without the word จังหวัด."""

_EVERYDAY = re.compile(
    r"บ้าน(?:กลับ|กลาง|ขอ|ขาว|ค่าย|แจ้ง|ดง|แดง|ต้อง|ถ้ำ|ทาน|ไทย|นา|น้อย|ป่า|เพิ่ม|ร้อง|เล่า|เลือก|สวน|เสด็จ|หัน|ใหม่(?:สามัคคี)?)"
    r"|น้ำ(?:ขุ่น|ดำ|ใส|สวย|เป็น|รอบ|สุด|หัก)|ใน(?:คลองบางปลากด|เมือง|วงใต้|วงเหนือ|เวียง)|บาง(?:เขา|ดี|เดือน|นอน|นาง|พูด|รูป|วัน)"
    r"|คลอง(?:ขวาง|ขุด|เมือง|ยา|สอง|สี่|หก|เจ็ด|สิบ)|เมือง(?:เก่า|ใหม่)|(?:หัว|เหนือ|รอบ|หน้า|สาม)เมือง|ท้าย(?:ดง|ตลาด|ทุ่ง|น้ำ|บ้าน|หาด)"
    r"|ท่า(?:ขึ้น|คอย|อยู่)|ปาก(?:คลอง|น้ำ|ทะเล)|ริม(?:ใต้|เหนือ)|รอบเวียง|เหนือคลอง|หน้า(?:เขา|ถ้ำ)|เชิง(?:ดอย|ทะเล)|ทาง(?:ขวาง|ช้าง)"
    r"|หลัก(?:สอง|สาม|หก)|สอง(?:คลอง|ห้อง)|สาม(?:ตำบล|หมื่น)|สี่(?:ร้อย|หมื่น)|(?:กลาง|เกาะ|ตลาด|นา)ใหญ่|กลางดง|เกาะกลาง|ตลาด(?:น้อย|ใหม่)"
    r"|ไร่(?:เก่า|น้อย|ใหม่)|วัด(?:ป่า|ใหม่)|ศาลา(?:ขาว|ใหม่)|สะพาน(?:สูง|หิน)|ถนน(?:ขาด|หัก)|นา(?:ข้าวเสีย|คู่|ยาว)|ป่า(?:ขาด|ไม้งาม)|ไม้(?:งาม|ขาว)"
    r"|สวนดอก(?:ไม้)?|ลานดอกไม้|หิน(?:ตก|ตั้ง)|เขา(?:ขาว|ต่อ)|แม่(?:คือ|นะ)|วัน(?:ดาว|ยาว)|จะ(?:ทิ้งพระ|รัง)|ดิน(?:ดำ|แดง)|ข้าวงาม|ชายนา"
    r"|ทุ่งต่อ|ที่วัง|นกออก|ฝั่งแดง|รวมไทยพัฒนา|สร้างก่อ|สะอาดสมบูรณ์|สุขสำราญ|หัวเรือ|หายยา"
)
"""Names that are everyday phrases as well: in a town, a new house, a road that was cut off."""

_SHORT = 4  # letters below which a name is one syllable, and often a word


@dataclass(frozen=True, slots=True)
class Province:
    """A province, or Bangkok."""

    name: str

    @property
    def full_name(self) -> str:
        """The name after the word for its kind; the capital has none."""
        return self.name if self.name == CAPITAL else f"จังหวัด{self.name}"


@dataclass(frozen=True, slots=True)
class District:
    """A district (อำเภอ), or one of Bangkok's (เขต)."""

    name: str
    province: str

    @property
    def full_name(self) -> str:
        """The name after the word for its kind."""
        return f"{'เขต' if self.province == CAPITAL else 'อำเภอ'}{self.name}"


@dataclass(frozen=True, slots=True)
class Subdistrict:
    """A subdistrict (ตำบล), or one of Bangkok's (แขวง)."""

    name: str
    district: str
    province: str

    @property
    def full_name(self) -> str:
        """The name after the word for its kind."""
        return f"{'แขวง' if self.province == CAPITAL else 'ตำบล'}{self.name}"


class Gazetteer:
    """The places that a file names, one line a district: province, district, its subdistricts.

    The first two end with a tab, subdistricts are parted by spaces (UTF-8).  The file is read when
    the first question is asked; within a province, districts stand in the order of their official
    codes, the provincial capital's first.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _subdistricts(self) -> dict[str, dict[str, tuple[str, ...]]]:
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for line in self._path.read_bytes().decode().splitlines():
            province, district, inside = line.split("\t")
            found.setdefault(province, {})[district] = tuple(inside.split(" "))
        return found

    def provinces(self) -> tuple[Province, ...]:
        """Return all provinces in the order of a Thai dictionary."""
        return tuple(Province(name) for name in PROVINCES)

    def districts(self, province: str) -> tuple[District, ...]:
        """Return the districts of a province; none where there is no such province."""
        return tuple(District(name, province) for name in self._subdistricts.get(province, {}))

    def subdistricts(self, province: str, district: str) -> tuple[Subdistrict, ...]:
        """Return the subdistricts of a district; none where there is no such district."""
        inside = self._subdistricts.get(province, {}).get(district, ())
        return tuple(Subdistrict(name, district, province) for name in inside)

    def protected_names(self) -> frozenset[str]:
        """Return the names that no line should part.

        A name that is an everyday phrase as well, or very short, is given after the word for its
        kind (ตำบลในเมือง): alone it may be anything.
        """
        return frozenset(self._protected_names())

    def _protected_names(self) -> Iterator[str]:
        yield from PROVINCES
        for districts in self._subdistricts.values():
            for district, inside in districts.items():
                yield _protected(district, "อำเภอ")
                yield from (_protected(name, "ตำบล") for name in inside)


def _protected(name: str, kind: str) -> str:
    return f"{kind}{name}" if len(name) < _SHORT or _EVERYDAY.fullmatch(name) else name
