"""Numbers hold on to what they count and to what they number: 191 คน, ชั้น 7, วันพุธที่ 22 กุมภาพันธ์.

A number is parted neither from the word before it that makes it a label, a year or a rate, nor,
where there is none, from the word after it, which it then counts.  From practice of official letters.
"""

import re
from typing import NamedTuple

from desktop_app.typeset.words import FUNCTION_WORDS, Ties, Words


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


_D = "0-9๐-๙"
_NUMBER = re.compile(rf"(?<![A-Za-z{_D}.,/+–-])[{_D}](?:[{_D}.,:/+–-]*[{_D}])?(?:%|\.-)?")
_YEAR = re.compile(r"(?:19|20|24|25|26)[0-9]{2}|[๑๒][๐๔๕๖๙][๐-๙]{2}")
_LONELY = re.compile(rf"[{_D}]{{1,3}}\Z")
_NUMBER_ENDS = re.compile(rf"[{_D}]\s?\Z")
_MONTHS = (
    "(?:มกรา|มีนา|พฤษภา|กรกฎา|สิงหา|ตุลา|ธันวา)คม|กุมภาพันธ์|(?:เมษา|มิถุนา|กันยา|พฤศจิกา)ยน"
    r"|(?:ม|มี|พ|ก|ส|ต|ธ)\.ค\.|(?:เม|มิ|ก|พ)\.ย\.|ก\.พ\."
)
_MONTH = re.compile(rf"\s?(?P<name>{_MONTHS})(?P<year>\s(?=พ\.ศ\.|[{_D}]))?")

# What stands before a number, up to its last letter.
_MONTH_BEFORE = re.compile(rf"(?:{_MONTHS})\Z")
_AMOUNT = _words("จำนวน|เวลา|ประมาณ|ราว|เกือบ|กว่า|รวม|ทั้ง|เพียง|ขนาด|อายุ|ละ|ต่อ|นับ|ทุก")
_LABEL = _words(  # whatever follows the number
    "พุทธศักราช|คริสต์ศักราช|ร้อยละ|หมายเลข|เลขที่|มาตรา|โทรศัพท์|โทรสาร|ลำดับ|ไตรมาส|พระราม|ทะเบียน|รหัส"
)
_LABEL_OR_NOT = _words(  # ชั้น 7, but 3 ชั้น 12 ห้อง
    "ชั้น|หมู่|ข้อ|เล่ม|หน้า|ตอน|รอบ|ระยะ|ภาค|เขต|ห้อง|อาคาร|ประตู|ช่อง|สาย|รุ่น|ตาราง|ภาพ|รูป|วรรค|บท|แบบ|ปี|ประจำปี|เบอร์|เลข|หมวด|อนุบาล"
)
_YEARS = _words("ปี|ประจำปี|ปีงบประมาณ|ปีการศึกษา|ปีภาษี|ปีพุทธศักราช")
_COUNTED_OFF = _words(  # with ที่ after it: กลุ่มที่ 1
    "หมู่|กลุ่ม|ครั้ง|วาระ|ระเบียบวาระ|วัน|ลงวัน|ชั้น|ปี|รุ่น|ข้อ|รอบ|ระยะ|หน่วย|ภาค|ภาคเรียน|เขต|แปลง|ตอน|เล่ม|บท|แผ่น|ภาพ|ตาราง"
    "|ลำดับ|อันดับ|งวด|ไตรมาส|ฉบับ|สัปดาห์|เดือน|ห้อง|ประการ|ประเด็น|คน|ราย|ด้าน|หน้า|สาย|ช่อง|โซน|ช่วง|แห่ง|กม.|เลข|บ้านเลข"
)
_PLACE = _words("พื้น|เนื้อ|หน้า|เจ้าหน้า|สถาน|ท้อง|ได้|อยู่|ทัน|คง|เต็ม")
_ABBREVIATION = re.compile(r"(?:โทร\.|(?<![ก-๎])(?!น\.)(?:[เ-ไ]?[ก-ฮ]{1,4}[ิีุ]?\.)+)\Z")
_ERA = re.compile(r"(?:พ|ค|ร|จ|ฮ)\.ศ\.|โทร\.")
_LETTERS = re.compile(r"(?<![ก-๎])[ก-ฮ]{2,3}\Z|[A-Za-z]{2,}\Z|(?:ซ\.|ซอย)\s?[ก-๎]{2,16}\Z")
_REACH = 20  # letters before a number that may be its label

# What stands after a number.
_COUNTER = re.compile(
    r"\s?(?:คน|ราย|น\.|นาฬิกา|บาท|สตางค์|ล้าน|แสน|หมื่น|พัน|ร้อย|วัน|สัปดาห์|เดือน|ปี|ขวบ|ครั้ง|ครัวเรือน|หลัง|แห่ง|หมู่บ้าน"
    r"|(?:ตำบล|อำเภอ|จังหวัด)(?![ก-ฮเ-ไ])|ประเทศ|ชุมชน|ข้อ|ประเด็น|โครงการ|กิจกรรม|ฉบับ|ชุด|ชนิด|ประเภท|ชิ้น|คัน|เครื่อง|ตัว|ต้น"
    r"|ไร่|งาน|ตาราง|ลูกบาศก์|กิโลเมตร|กม\.|เมตร|เซนติเมตร|ซม\.|นิ้ว|ตัน|กิโลกรัม|กก\.|กรัม|ลิตร|องศา|ชั่วโมง|ชม\.|นาที|วินาที"
    r"|เปอร์เซ็นต์|แผ่น|หน้า|ภาพ|กลุ่ม|ทีม|ท่าน|นาย|หน่วย|องค์กร|สาย|จุด|ด้าน|ขั้นตอน|รายการ|แปลง|บัตร|คะแนน|เสียง|ที่นั่ง|ห้อง"
    r"|อัตรา|ตำแหน่ง|โรง|ร้าน|ถุง|ขวด|กล่อง|เม็ด|เตียง|โดส|เที่ยว|รอบ|รุ่น|เล่ม|เท่า|ลำ|ขั้น|ระดับ|กิโลวัตต์|วัตต์|ครอบครัว|นัด|คู่|ใบ)"
)
_COUNTED = re.compile(  # any word but those that go on with the sentence
    rf"\s?(?!{FUNCTION_WORDS}|มี|อยู่|ไป|ลง|ขึ้น|เหลือ|(?:ตำบล|อำเภอ|จังหวัด)[ก-ฮเ-ไ])(?:(?:สิบ|ร้อย(?!ละ)|พัน|หมื่น|แสน|ล้าน)*[ก-ฮเ-ไ])"
)
_UNIT = re.compile(r"\s?[A-Za-zµ°Ω][A-Za-z²³/]{0,3}(?:\([A-Z]\))?(?![A-Za-z])")
_PARTED = re.compile("[/+%]")  # 12/2566, 14+200, 18%: no numbers of things

_TELEPHONE = re.compile(rf"(?<![{_D}.,/-])[{_D}]{{1,4}}(?: [{_D}]{{3,4}}){{1,3}}(?![{_D},.])")
_EXTENSION = re.compile(rf" ต่อ ?([{_D}]{{1,5}})(?![{_D}])")
_LETTER = re.compile(rf"(?<![ก-๎])[ก-ฮ]{{2,4}}\.?\s[{_D}][{_D}.]*/(?:\s?ว\s?)?[{_D}]+")
_HOURS = re.compile(
    rf"(?<![{_D}.])[{_D}]{{1,2}}[.:][{_D}]{{2}}\s?[–-]\s?[{_D}]{{1,2}}[.:][{_D}]{{2}}(?![{_D}])"
)
# From number to number, as "22 – 24 กุมภาพันธ์" or "5 – 10 คน" and unlike "1 ตุลาคม 2565 – 31 มีนาคม 2566".
_RANGE = re.compile(rf"(?<![{_D}.,/+–-])[{_D}]{{1,3}}\s[–-]\s(?=[{_D}]{{1,3}}(?![{_D}/])\s?[ก-๎%])")
_WEEKDAY = re.compile("วัน(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์)(?:ที่)?")
_CLASS = re.compile(rf"ชั้น\s[มป]\.\s?[{_D}]")


class _Label(NamedTuple):
    """A word that a number stands after as its label; uncertain where it may count as well."""

    start: int
    certain: bool = True


def ties(words: Words) -> Ties:
    """Return the ties of all numbers in a text."""
    found = Ties()
    for pattern in (_WEEKDAY, _CLASS, _HOURS):
        for match in pattern.finditer(words.text):
            found.hold(*match.span())
    found.held.update(match.end() for match in _RANGE.finditer(words.text))
    for match in _LETTER.finditer(words.text):
        start = match.start()
        found.hold(start - 4 if words.text.endswith("ที่ ", 0, start) else start, match.end())
    telephones = _tie_telephones(words.text, found)
    for number in _NUMBER.finditer(words.text):
        found.hold(*number.span())
        label = _label(words, number, found)
        if label:
            found.hold(label.start, number.start() + 1)
        if number.start() not in telephones:
            _tie_to_counted(words.text, number, label, found)
    return found


def _tie_telephones(text: str, found: Ties) -> set[int]:
    """Hold telephone numbers whole; return the offsets that they cover."""
    covered: set[int] = set()
    for match in _TELEPHONE.finditer(text):
        found.hold(*match.span())
        covered.update(range(*match.span()))
    for match in _EXTENSION.finditer(text):
        if text[max(0, match.start() - 4) : match.start()].isdecimal():
            found.hold(match.start() + 1, match.end())
            covered.add(match.start(1))
    return covered


def _label(words: Words, number: re.Match[str], found: Ties) -> _Label | None:
    """Return the label before a number; where an amount's word stands there, tie it loosely."""
    text, at = words.text, number.start()
    end = at - 1 if text.endswith(" ", 0, at) else at
    word = words.ending.get(end, "")
    if _MONTH_BEFORE.search(text, max(0, end - _REACH), end):
        found.loose.add(at)
        return _Label(at)
    if word in _AMOUNT:
        found.loose.add(at)
        return None
    if word.endswith("ที่"):
        return _ordinal(words, end, word)
    return _label_of(words, end, word, number)


def _ordinal(words: Words, end: int, word: str) -> _Label | None:
    """Return the label before a number that ends in ที่ at `end`."""
    start = end - len(word)
    before = word[:-3] or words.ending.get(start, "")
    if before in _COUNTED_OFF:
        return _Label(end - 3 - len(before))
    if before in _PLACE:
        return None
    # ที่ 1450/2567 after a space; without one, the word before it is counted off.
    return _Label(start if before.isspace() or not before else start - 1, certain=False)


def _label_of(words: Words, end: int, word: str, number: re.Match[str]) -> _Label | None:
    """Return the label before a number that is the word, or the abbreviation, that ends at `end`."""
    start = end - len(word)
    if word in _LABEL or (word in _YEARS and _YEAR.fullmatch(number[0])):
        return _Label(start)
    counts = _counts(words.text, number)
    if word in _LABEL_OR_NOT:
        counter = counts and _NUMBER_ENDS.search(words.text, max(0, start - 2), start)
        return None if counter else _Label(start, certain=False)
    pattern = _ABBREVIATION if words.text.endswith(".", 0, end) else _LETTERS
    label = pattern.search(words.text, max(0, end - _REACH), end)
    if label is None or (counts and not _ERA.fullmatch(label[0])):
        return None
    return _Label(label.start())


def _counts(text: str, number: re.Match[str]) -> bool:
    """Tell whether one of the common counters follows a number."""
    return bool(_COUNTER.match(text, number.end())) and not _PARTED.search(number[0])


def _tie_to_counted(text: str, number: re.Match[str], label: _Label | None, found: Ties) -> None:
    """Tie a number to the month, the unit or the word that it counts."""
    at = number.end()
    month = _MONTH.match(text, at)
    if month:
        found.hold(at - 1, month.end("name"))
        if month["year"]:
            found.loose.add(month.end())
        return
    counted = _UNIT.match(text, at)
    if not counted and not (label and label.certain):
        only_counters = label or _YEAR.fullmatch(number[0]) or _PARTED.search(number[0])
        if not only_counters or _counts(text, number):
            counted = _COUNTED.match(text, at)
    if counted:
        found.hold(at - 1, counted.end())
    elif not label and _LONELY.match(number[0]) and not text.startswith((")", ".", " ต่อ"), at):
        found.loose.add(number.start())  # rather belongs to what is before it: ชั้นอนุบาล 1
