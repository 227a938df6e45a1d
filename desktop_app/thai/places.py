"""The country's provinces, districts and subdistricts, and their names as no line should part them."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

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

_EVERYDAY_NAMES = (
    "กลางดง กลางใหญ่ ข้าวงาม คลองขวาง คลองขุด คลองยา คลองสอง คลองสิบ คลองสี่ คลองหก คลองเจ็ด คลองเมือง จะทิ้งพระ จะรัง "
    "ชายนา ดินดำ ดินแดง ตลาดน้อย ตลาดใหญ่ ตลาดใหม่ ถนนขาด ถนนหัก ทางขวาง ทางช้าง ที่วัง ทุ่งต่อ ท่าขึ้น ท่าคอย ท่าอยู่ "
    "ท้ายดง ท้ายตลาด ท้ายทุ่ง ท้ายน้ำ ท้ายบ้าน ท้ายหาด นกออก นาข้าวเสีย นาคู่ นายาว นาใหญ่ น้ำขุ่น น้ำดำ น้ำรอบ น้ำสวย "
    "น้ำสุด น้ำหัก น้ำเป็น น้ำใส บางดี บางนอน บางนาง บางพูด บางรูป บางวัน บางเขา บางเดือน บ้านกลับ บ้านกลาง บ้านขอ บ้านขาว "
    "บ้านค่าย บ้านดง บ้านต้อง บ้านถ้ำ บ้านทาน บ้านนา บ้านน้อย บ้านป่า บ้านร้อง บ้านสวน บ้านหัน บ้านเพิ่ม บ้านเลือก "
    "บ้านเล่า บ้านเสด็จ บ้านแจ้ง บ้านแดง บ้านใหม่ บ้านใหม่สามัคคี บ้านไทย ปากคลอง ปากทะเล ปากน้ำ ป่าขาด ป่าไม้งาม ฝั่งแดง "
    "รวมไทยพัฒนา รอบเมือง รอบเวียง ริมเหนือ ริมใต้ ลานดอกไม้ วัดป่า วัดใหม่ วันดาว วันยาว ศาลาขาว ศาลาใหม่ สร้างก่อ สวนดอก "
    "สวนดอกไม้ สองคลอง สองห้อง สะพานสูง สะพานหิน สะอาดสมบูรณ์ สามตำบล สามหมื่น สามเมือง สี่ร้อย สี่หมื่น สุขสำราญ หน้าถ้ำ "
    "หน้าเขา หน้าเมือง หลักสอง หลักสาม หลักหก หัวเมือง หัวเรือ หายยา หินตก หินตั้ง เกาะกลาง เกาะใหญ่ เขาขาว เขาต่อ เชิงดอย "
    "เชิงทะเล เมืองเก่า เมืองใหม่ เหนือคลอง เหนือเมือง แม่คือ แม่นะ ในคลองบางปลากด ในวงเหนือ ในวงใต้ ในเมือง ในเวียง "
    "ไม้ขาว ไม้งาม ไร่น้อย ไร่เก่า ไร่ใหม่ "
)
"""Names that are everyday phrases as well: in a town, a new house, a road that was cut off."""

_EVERYDAY = frozenset(_EVERYDAY_NAMES.split())

_SHORT = 4  # letters below which a name is one syllable, and often a word


class Province(NamedTuple):
    """A province, or Bangkok."""

    name: str

    @property
    def full_name(self) -> str:
        """The name after the word for its kind; the capital has none."""
        return self.name if self.name == CAPITAL else f"จังหวัด{self.name}"


class District(NamedTuple):
    """A district (อำเภอ), or one of Bangkok's (เขต)."""

    name: str
    province: str

    @property
    def full_name(self) -> str:
        """The name after the word for its kind."""
        return f"{'เขต' if self.province == CAPITAL else 'อำเภอ'}{self.name}"


class Subdistrict(NamedTuple):
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
    return f"{kind}{name}" if len(name) < _SHORT or name in _EVERYDAY else name
