import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.typeset.breaks import Break
from desktop_app.typeset.clusters import units
from desktop_app.typeset.lines import Typesetter
from desktop_app.typeset.normalise import BREAK_HERE, NEW_LINE, normalise


def marked(setter: Typesetter, text: str) -> str:
    """Show `text` with `|` wherever a line may end inside it."""
    stretches = setter.breaker.stretches(normalise(text))
    shown = [
        stretch.text + " " * stretch.spaces + ("|" if stretch.after > Break.JOINT else "")
        for stretch in stretches
    ]
    return "".join(shown).removesuffix("|")


@pytest.mark.parametrize(
    "held",
    [
        "พ.ศ. 2566",
        "191 คน",
        "13.30 น.",
        "ชั้น 7",
        "ที่ 22",
        "๒๒ กุมภาพันธ์",
        "พิษณุโลก",
        "พระนครศรีอยุธยา",
        "พล.ต.อ. สมชาย",
        "นายสม",
        "ต่าง ๆ",
        "สด ๆ",
        "ฯลฯ",
        "วันพุธที่ 22",
        "กรุงเทพฯ",
        "(771)",
    ],
)
def test_what_belongs_together_is_not_parted(setter: Typesetter, held: str) -> None:
    assert held in marked(setter, f"ประชุมเรื่อง {held} ในวันนั้น")


@pytest.mark.parametrize(
    "phrase",
    ["เปียก |ลด|โลก", "ปีงบประมาณ |พ.ศ. 2566", "กิจกรรม/|โครงการ", "ควัน |และ|ฝุ่น"],
)
def test_a_line_may_end_between_words(setter: Typesetter, phrase: str) -> None:
    text = marked(setter, f"เรื่อง {phrase.replace('|', '')} นั้น")
    assert phrase in text


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ("หอก|ระจาย", "ผ่านหอกระจายข่าวของหมู่บ้าน"),
        ("เต|รียม", "การเตรียมความพร้อมรับมือ"),
        ("ผลก|ระทบ", "ผลกระทบต่อสิ่งแวดล้อม"),
        ("เปีย|กลด", "ถังขยะเปียกลดโลกร้อน"),
        ("ท้อง|ถิ่น", "องค์กรปกครองส่วนท้องถิ่นดำเนินการสร้างความเข้าใจ และความตระหนัก"),
        ("|ร|", "ห้องประชุมพระพุทธรชินราช"),
        ("ปฏิบัติ|การ", "โดยชุดปฏิบัติการดับไฟป่าหมู่บ้าน"),
    ],
)
def test_one_segmenter_alone_would_break_here(setter: Typesetter, wrong: str, text: str) -> None:
    assert wrong not in marked(setter, text)


def test_a_long_compound_has_joints_but_none_inside_its_parts(setter: Typesetter) -> None:
    word = "องค์กรปกครองส่วนท้องถิ่น"
    stretches = setter.breaker.stretches(word)
    assert [s.text for s in stretches] == ["องค์กร", "ปกครอง", "ส่วนท้องถิ่น"]
    assert [s.after for s in stretches[:-1]] == [Break.JOINT, Break.JOINT]


def test_a_noun_is_no_longer_a_compound_than_its_verb(setter: Typesetter) -> None:
    assert "การร้องเรียน" in [s.text for s in setter.breaker.stretches("การร้องเรียนของประชาชน")]


def test_a_web_address_breaks_only_after_its_separators(setter: Typesetter) -> None:
    shown = marked(setter, "ดู https://www.phitsanulok.go.th/news/view?id=12&page=3 ต่อไป")
    assert "https://www.phitsanulok.go.th/|news/|view?|id=12&|page=3 |" in shown


def test_what_the_writer_steered_is_obeyed(setter: Typesetter) -> None:
    stretches = setter.breaker.stretches(f"กก{BREAK_HERE}กก{NEW_LINE}ขข")
    assert [(s.text, s.after) for s in stretches] == [
        ("กก", Break.WORD),
        ("กก", Break.MUST),
        ("ขข", Break.WORD),
    ]


@given(st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)) | st.text())
def test_stretches_joined_are_the_text(setter: Typesetter, text: str) -> None:
    text = normalise(text)
    joined = "".join(s.text + " " * s.spaces for s in setter.breaker.stretches(text))
    assert joined == text.replace(BREAK_HERE, "").replace(NEW_LINE, "")


@given(st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)) | st.text())
def test_units_joined_are_the_text(text: str) -> None:
    assert "".join(units(text)) == text


@given(st.text(st.sampled_from("กขณงเแโใไะาำิีุู่้ๆฯ์ A1.")))
def test_no_break_leaves_a_mark_or_a_leading_vowel_alone(setter: Typesetter, text: str) -> None:
    text = normalise(text)
    found = setter.breaker.find(text)
    for offset in found.good | found.joints:
        assert text[offset] not in "ะาำิีุู่้ๆฯ์"
        assert text[offset - 1] not in "เแโใไ"


def test_a_break_that_a_web_page_brought_along_parts_no_name_and_no_cluster(
    setter: Typesetter,
) -> None:
    pasted = "ชาว\u200bพิษ\u200bณุ\u200bโลก\u200bฉฉฉณ\u200bขฉฉฉ\u200b"
    stretches = setter.breaker.stretches(normalise(pasted))
    assert [stretch.text for stretch in stretches] == ["ชาว", "พิษณุโลก", "ฉฉฉณ", "ขฉฉฉ"]
    assert [stretch.after for stretch in stretches][1:] == [Break.WORD] * 3
