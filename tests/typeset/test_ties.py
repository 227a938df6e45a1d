"""What holds together whatever stands around it: people, places, numbers, abbreviations."""

import pytest

from desktop_app.paths import resource
from desktop_app.typeset.breaks import Breaker
from desktop_app.typeset.ties import Names

PLACES = frozenset({"ตำบลในเมือง", "ตำบลปง", "น้ำปาด", "ท่าสองยาง", "สุไหงโก-ลก", "ตาก"})


@pytest.fixture(scope="module")
def breaker() -> Breaker:
    return Breaker(resource("words", "thai-words.txt"), Names(PLACES))


def marked(breaker: Breaker, text: str) -> str:
    """Show `text` with `|` where a line may end, `~` where it had better not."""
    found = breaker.find(text)
    signs = dict.fromkeys(found.joints, "~") | dict.fromkeys(found.good, "|")
    return "".join(signs.get(at, "") + letter for at, letter in enumerate(text))


def check(breaker: Breaker, expected: str) -> None:
    assert marked(breaker, expected.replace("|", "").replace("~", "")) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "โดย|มี|นายกมล ~รุ่งอรุณทวี |เป็น|ประธาน",
        "โดย|นายณัฐวุฒิ|เป็น|ประธาน",
        "มอบ|ว่าที่ ร.ต.หญิง ปิยะธิดา ~สุขสมบูรณ์พูนผล |แล้ว",
        "(พล.ต.อ. ธนาวุฒิ ~มั่งมีศรีสุข)",
        "ร้อยตำรวจเอกหญิง กนกวลี ~ธรรมรักษา |ตรวจ",
        "ผศ.ดร.วรากร ~โชติกเสถียร |กล่าว",
        "นางสาวสุขใจ ~ณ อยุธยา |กล่าว",
    ],
)
def test_people_keep_their_titles_and_their_whole_names(breaker: Breaker, expected: str) -> None:
    check(breaker, expected)


@pytest.mark.parametrize("office", ["นายกเทศมนตรี", "นายอำเภอ", "อาจารย์ใหญ่", "นางพยาบาล"])
def test_an_office_is_no_title_before_a_name(breaker: Breaker, office: str) -> None:
    check(breaker, f"{office}|ประชุม|ร่วมกับ|ประชาชน")


@pytest.mark.parametrize(
    "expected",
    [
        "อำเภอ~น้ำปาด |และ|ท่าสองยาง",
        "ตำบล~ปง |อำเภอ~สุไหงโก-ลก",
        "น้ำท่วม|ที่|ท่าสองยาง|แล้ว",
        "คน|ใน|เมือง|กับ|คน|ใน|ตำบล~ในเมือง",  # after the word for its kind only
        "ชาวบ้าน|นั่ง|ตากลม",
    ],
)
def test_places_are_whole_and_do_no_harm_elsewhere(breaker: Breaker, expected: str) -> None:
    check(breaker, expected)


@pytest.mark.parametrize(
    "expected",
    [
        "3 ชั้น |12 ห้อง",
        "ใน|รอบ 24 ชั่วโมง",
        "ตาม|มาตรา 9 |และ|ข้อ 12 |ของ|ระเบียบ |พ.ศ. 2566 |จังหวัด|จึง",
        "ปี 2567 |กลุ่ม|เกษตรกร",
        "จ่าย |20 ล้านบาท",
        "ที่ มท 0810.7/ว 2345 |ลงวันที่ 9 มิ.ย. ~2566 |แจ้ง",
        "โทร. 0 5537 1234 |ต่อ 15 |ใน|เวลา|ราชการ",
        "รุ่นที่ 6 |จำนวน ~30 คน",
        "วัด|ได้ |70 dB(A) |เกิน|ค่า",
        "ห่าง |1.8 กม. |มี|ต้นไม้",
        "ราคา|กิโลกรัมละ ~7 บาท",
        "เวลา ~16.30 - 20.00 น. |วันจันทร์",
        "๓ แห่ง |หมู่ที่ ๔ |ตำบล~ปง",
    ],
)
def test_numbers_hold_on_to_what_they_count_or_number(breaker: Breaker, expected: str) -> None:
    check(breaker, expected)


@pytest.mark.parametrize(
    "expected",
    [
        "ใน|วันที่ 22 – 24 กุมภาพันธ์ ~2566 |แล้ว",
        "จำนวน ~๕ - ๑๐ คน |แล้ว",
        "ใน|วันที่ 1 ตุลาคม ~2565 – ~31 มีนาคม ~2566 |แล้ว",
    ],
)
def test_a_range_is_parted_only_where_what_it_counts_stands_twice(
    breaker: Breaker, expected: str
) -> None:
    check(breaker, expected)


@pytest.mark.parametrize(
    "expected",
    [
        "ระบบ |e-Office |และ |PM 2.5 |สูง",
        "(1) ~ปลัด|จังหวัด |(2) ~ท้องถิ่น",
        "ต่าง ๆ |และ |ฯพณฯ เอกอัครราชทูต",
        "อ. เมือง |จ. น่าน",
        "ผลผลิต |620 กก./ไร่",
    ],
)
def test_signs_and_abbreviations_stand_with_their_words(breaker: Breaker, expected: str) -> None:
    check(breaker, expected)


@pytest.mark.parametrize("text", ["บ้านนาย" * 900, "นาย ก 5 ที่ " * 900, "หนองคลองห้วย" * 900])
def test_long_text_of_nothing_but_titles_and_kinds_is_set(breaker: Breaker, text: str) -> None:
    found = breaker.find(text)
    assert found.good | found.joints <= set(range(1, len(text)))
