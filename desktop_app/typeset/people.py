"""Names of people: never parted from their titles and ranks, never inside.

The lists hold what stands before names in official letters: civil titles, ranks of the forces, the
police and the Volunteer Defence Corps with their abbreviations, academic, medical, royal and
monastic titles.
"""

import re

from desktop_app.typeset.words import FUNCTION_WORDS, Ties, Words

_GRADES = "(?:เอก|โท|ตรี|จัตวา)"
_CORPS = (
    "พลตำรวจ|พลอากาศ|พลเรือ|พล|พันตำรวจ|พันจ่าอากาศ|พันจ่า|พัน|ร้อยตำรวจ|ร้อย|นาวาอากาศ|นาวา|เรืออากาศ|เรือ"
    "|จ่าสิบตำรวจ|จ่าสิบ|จ่าอากาศ|จ่า|สิบตำรวจ|สิบ|นายกอง|นายหมวด|นายหมู่"
)
_TITLE = re.compile(
    rf"(?:ว่าที่\s?)?(?:(?:{_CORPS}){_GRADES}|ดาบตำรวจ|พล\.(?:[ตร]\.|อ\.)?[อทตจ]\.|[พรนจส]\.(?:[ตสอ]\.)?[อทต]\.|ด\.ต\.)"
    r"(?:\s?หญิง)?(?:\s?ดร\.)?"
    r"|(?:(?:ผู้ช่วย|รอง)?ศาสตราจารย์|(?:ผศ|รศ|ศ)\.)(?:\s?ดร\.|\s?(?:นพ|พญ)\.)?|ดร\."
    r"|นพ\.|พญ\.|ทพญ?\.|ภ[กญ]\.|สพ\.ญ\.|น\.สพ\.|(?:นาย)?สัตวแพทย์|นายแพทย์|แพทย์หญิง|ทันตแพทย์(?:หญิง)?|เภสัชกร(?:หญิง)?"
    r"|นางสาว|นาง|นาย|น\.ส\.|เด็กชาย|เด็กหญิง|ด\.[ชญ]\.|คุณหญิง|ท่านผู้หญิง|ม\.(?:ร\.ว|ล|จ)\.|หม่อม(?:ราชวงศ์|หลวง|เจ้า)"
    r"|ผอ\.|พระ(?:ครู|มหา|อธิการ|อาจารย์|ปลัด|สมุห์|ใบฎีกา)|อาจารย์"
)
_FIRST = frozenset("วพรนจสดผศทภแเคมหอ")  # the first letters of titles
# `re` compiles these when the first title asks for them, and keeps them.
_NO_TITLE = (  # longer words; นายก is an office, unless its last letter begins a name: นายกมล
    "นายก(?:[^ก-๎]|ฯ|$|เทศ|รัฐ|องค์|สมาคม|สภา|สโมสร|เหล่า|เมือง|อบ|พระ|พิเศษ)|นายแพทย์(?:สาธารณสุข|เชี่ยว|ชำนาญ|ทรงคุณ|ปฏิบัติ)"
    "|นาย(?:คลัง|งาน|เงิน|จ้าง|ช่าง|ด่าน|ตรวจ|ตำรวจ|ทหาร|ทะเบียน|ท่า|ทุน|ธนาคาร|แบบ|ไปรษณีย์|โรง|เวร|สถานี|หน้า|หัว|ห้าง|อากร|อำเภอ)"
    "|นาง(?:แบบ|พยาบาล|กำนัล|ฟ้า|ใน|รำ|สนม|พญา|เลิ้ง|แอ่น|ละคร|รม|สาวไทย|สนองพระ|นพมาศ|รอง|แล)"
    "|อาจารย์(?:ใหญ่|ประจำ|พิเศษ|มหา|แนะแนว)|พระมหา(?:กษัตริย์|ธาตุ|กรุณา|ชนก|เจดีย์|มณฑป|วิหาร|มงกุฎ|ราชวัง)"
)
_JOINS = "และ|หรือ|ซึ่ง|ได้|เป็น(?!สุข|ไทย)|กับ|ที่|ใน|เพื่อ|โดย|จาก|ผู้|ของ|จำนวน|อายุ|เมื่อ|ให้|ร่วม"
_OFFICES = (
    "ตำแหน่ง|นาย|นาง|ประธาน|รอง|หัวหน้า|ปลัด|กำนัน|สารวัตร|สมาชิก|กรรมการ|ครู|อาจารย์|พนักงาน|เจ้า(?:หน้าที่|พนักงาน|อาวาส|คณะ)"
    "|นัก|แพทย์|พยาบาล|คณะ|เลขา|ตัวแทน|อดีต|ประจำ|จังหวัด|อำเภอ|ตำบล|เทศบาล|สำนักงาน|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล"
)
_VERBS = "พร้อม|กล่าว|แจ้ง|เสนอ|รายงาน|มอบ|ทำ"
_NO_NAME = f"(?P<joins>{_JOINS})|{_OFFICES}|{_VERBS}"
_AFTER_NAME = f"{FUNCTION_WORDS}|{_JOINS}|{_OFFICES}|{_VERBS}"
_RUN = re.compile("[ก-ฮเ-ไ][ก-๎]*")
_NOBLE = re.compile("ณ [ก-๎]{3,10}(?![ก-๎])")  # a surname of two words: ณ อยุธยา
_USUAL, _LONGEST = 14, 24  # letters of a name that stands alone, and of any


def ties(words: Words) -> Ties:
    """Return the ties of all names that stand after titles."""
    found = Ties()
    for start in words.edges:
        title = _TITLE.match(words.text, start) if words.text[start : start + 1] in _FIRST else None
        if title and not re.compile(_NO_TITLE).match(words.text, start):
            _tie_name(words, title, found)
    return found


def _tie_name(words: Words, title: re.Match[str], found: Ties) -> None:
    text, at = words.text, title.end()
    at += text.startswith(" ", at)
    given = _end_of_name(words, at)
    if given is None:
        return
    found.hold(title.start(), given)
    if text.startswith(" ", given):
        noble = _NOBLE.match(text, given + 1)
        surname = noble.end() if noble else _end_of_name(words, given + 1)
        if surname is not None:
            found.loose.add(given + 1)
            found.hold(given + 1, surname)


def _end_of_name(words: Words, start: int) -> int | None:
    """Return where the name that starts at `start` ends; None where none starts there."""
    run = _RUN.match(words.text, start, start + _LONGEST + 1)
    if run is None:
        return None
    short = len(run[0]) <= _USUAL
    other = re.compile(_NO_NAME).match(words.text, start)
    if other and other.end() in words.edges and (other["joins"] or not short):
        return None
    if short:
        return run.end()
    edges = [at for at in range(start + 1, run.end()) if at in words.agreed]
    after_name = re.compile(_AFTER_NAME)
    for at in edges:
        after = after_name.match(words.text, at)
        if after and after.end() in words.edges:
            return at
    if len(run[0]) <= _LONGEST:
        return run.end()
    return next((at for at in edges if at > start + 3), run.end())
