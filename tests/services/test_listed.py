"""What stands below an item of a pasted list belongs to the item, and keeps its own number."""

import re
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.services.words.html_lists import holds_words, nested_lists
from desktop_app.services.words.listed import list_items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("๑) ก\n๒) ข\n๒.๑ ค\n๒.๒ ง\n๓) จ", ("ก", "ข\n๒.๑ ค\n๒.๒ ง", "จ")),
        ("1.\tก\n1.1\tค\n1.1.1\tง\n2.\tข", ("ก\n1.1 ค\n1.1.1 ง", "ข")),
        ("1) ก\n- ค\n- ง\n2) ข\n• จ", ("ก\n- ค\n- ง", "ข\n• จ")),
        ("1. ก\n1) ค\n2) ง\n2. ข\n1) จ\n3. ฉ", ("ก\n1) ค\n2) ง", "ข\n1) จ", "ฉ")),
        ("1) ก\n(1) ค\n(2) ง\n2) ข", ("ก\n(1) ค\n(2) ง", "ข")),
        ("1. ก\nก. ค\nข. ง\n2. ข", ("ก\nก. ค\nข. ง", "ข")),
        ("ก. ก\n1) ค\n2) ง\nข. ข", ("ก\n1) ค\n2) ง", "ข")),
        ("1. ก\na. ค\nb. ง\n2. ข", ("ก\na. ค\nb. ง", "ข")),
        ("1. ก\n\t1. ค\n\t2. ง\n2. ข", ("ก\n1. ค\n2. ง", "ข")),
        ("• ก\no\tค\n• ข", ("ก\no ค", "ข")),
        ("- ก\n  - ค\n- ข", ("ก\n- ค", "ข")),
        ("1.6.1 ก\n1.6.1.1 ค\n1.6.2 ข", ("ก\n1.6.1.1 ค", "ข")),
        ("1) ก\n2. ข\n(3) ค", ("ก", "ข", "ค")),
        (" 9. ก\n10. ข", ("ก", "ข")),
        ("1. ก\n13.30 น. ประชุม\n1.5 ล้านบาท\n2. ข", ("ก\n13.30 น. ประชุม 1.5 ล้านบาท", "ข")),
        ("1) ก\nจ. ตาก\nอ. แม่สอด", ("ก", "จ. ตาก", "อ. แม่สอด")),
        ("ที่ประชุมมีมติ ดังนี้\n- ก\n- ข", ("ที่ประชุมมีมติ ดังนี้", "ก", "ข")),
        ("(1) ก\n(ก) ค\n(ข) ง\n(2) ข", ("ก\n(ก) ค\n(ข) ง", "ข")),
        ("(ก) ก\n(ข) ข", ("ก", "ข")),
        ("1. ก\no   ค\n§ ง\n2. ข", ("ก\no ค\n§ ง", "ข")),
        ("1.\tสตรี\t25\n-\tเยาวชน\t5", ("สตรี\t25", "เยาวชน\t5")),
        ("22.2.66 ประชุม\n23.2.66 ลงพื้นที่", ("22.2.66 ประชุม", "23.2.66 ลงพื้นที่")),
        ("๑. ก\n๒. ข\n12.5.23 ประชุม", ("ก", "ข", "12.5.23 ประชุม")),
        ("081.234.567 โทร\n081.234.012 ศูนย์", ("081.234.567 โทร", "081.234.012 ศูนย์")),
        ("192.168.1.1 ก\n10.0.0.1 ข", ("192.168.1.1 ก", "10.0.0.1 ข")),
        ("09.00\tลงทะเบียน\n13.30\tประชุม", ("09.00 ลงทะเบียน", "13.30 ประชุม")),
        ("2.3.9 ก\n2.3.10 ข\n2.3.11 ค", ("ก", "ข", "ค")),
        ("2.3.1 ก\n2.4.1 ข\n2.5.12\tค", ("ก", "ข", "ค")),
        ("2.3\tก\n1.11\tข\n1.12\tค", ("ก", "ข", "ค")),
        ("1.\n1.1 ย่อย\n1.2 รอง\n2. ข", ("1.1 ย่อย\n1.2 รอง", "ข")),
    ],
)
def test_a_pasted_list_is_read_as_it_is_seen(text: str, items: tuple[str, ...]) -> None:
    assert list_items(text) == items


FIRST = "1) การจัดการขยะมูลฝอยในชุมชนและการคัดแยก"
SECOND = "2) การป้องกันไฟป่าและหมอกควันในพื้นที่ป่าสงวน"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (f"{FIRST}\nตั้งแต่ต้นทาง\n2) น้ำ", (f"{FIRST[3:]}ตั้งแต่ต้นทาง", "น้ำ")),
        (f"{FIRST} \nตั้งแต่ต้นทาง\n2) น้ำ", (f"{FIRST[3:]} ตั้งแต่ต้นทาง", "น้ำ")),
        (f"{FIRST}\nZero Waste\n2) น้ำ", (f"{FIRST[3:]} Zero Waste", "น้ำ")),
        (f"{FIRST}\n25 ตัน\n2) น้ำ", (f"{FIRST[3:]} 25 ตัน", "น้ำ")),
        (f"{FIRST}\n\nหมายเหตุ\n2) น้ำ", (f"{FIRST[3:]}\nหมายเหตุ", "น้ำ")),
        (f"1) น้ำ\n{SECOND}\nแห่งชาติ", ("น้ำ", f"{SECOND[3:]}แห่งชาติ")),
        (f"{FIRST}\n2) น้ำ\nจบการประชุม", (FIRST[3:], "น้ำ", "จบการประชุม")),
        (
            f"{FIRST}\n1.1 {SECOND[3:]}\nแห่งชาติ\n2) น้ำ",
            (f"{FIRST[3:]}\n1.1 {SECOND[3:]}แห่งชาติ", "น้ำ"),
        ),
        (f"{FIRST}\nอำเภอเมือง\n{FIRST}\n{SECOND}", (FIRST[3:], "อำเภอเมือง", FIRST[3:], SECOND[3:])),
    ],
)
def test_a_line_that_was_wrapped_is_no_item(text: str, items: tuple[str, ...]) -> None:
    assert list_items(text) == items


NESTED = (
    "<ol><li>ก</li><li>ข<ol><li><p>ค</p></li><li>ง<br>งง<ul><li>จ</li></ul></li></ol></li>"
    "<li>ฉ</li></ol>"
)
WORD = """<html><head><style>p.MsoListParagraph {margin: 0}</style></head><body>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>1)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>
<![endif]>ก<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1)<span>&nbsp; </span></span><![endif]>ค</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>2)<span>&nbsp; </span></span><![endif]>ง</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>2)<span>&nbsp; </span></span><![endif]>ข</p></body></html>"""


@pytest.mark.parametrize(
    ("html", "items"),
    [
        (NESTED, ("ก", "ข\n1. ค\n2. ง งง\n- จ", "ฉ")),
        ("<ul><li>ก</li><ul><li>ค</li></ul><li>ข</li></ul><p>จบ</p>", ("ก\n- ค", "ข", "จบ")),
        ('<ol start="3"><li>ก<ol type="a"><li>ค<li>ง</ol><li>ข</ol>', ("ก\na. ค\nb. ง", "ข")),
        (WORD, ("ก\n1) ค\n2) ง", "ข")),
    ],
)
def test_lists_within_lists_show_how_deep_they_are(html: str, items: tuple[str, ...]) -> None:
    lines = nested_lists(html)
    assert lines is not None
    assert list_items(lines) == items


PARTS = "<ul><li>หมู่หนึ่ง</li></ul>"


@pytest.mark.parametrize(
    ("html", "items"),
    [
        (f"<head><meta charset=utf-8><body><ol><li>ก{PARTS}</ol>", ("ก\n- หมู่หนึ่ง",)),
        (
            f"<ol><li><p>ปรับปรุงถนน</p><p>งบประมาณ</p>{PARTS}</li></ol>",
            ("ปรับปรุงถนน งบประมาณ\n- หมู่หนึ่ง",),
        ),
        (
            f"<ol><li>ก{PARTS}ระยะทาง</li><li>ข</li></ol>",
            ("ก\n- หมู่หนึ่ง\nระยะทาง", "ข"),
        ),
        (f"<ul><li>ก{PARTS}</ul><section>ข</section>ค", ("ก\n- หมู่หนึ่ง", "ข", "ค")),
        (f"<ul><li>ก{PARTS}</ul><dl><dt>ข<dd>ค</dl>", ("ก\n- หมู่หนึ่ง", "ข", "ค")),
        (f"<ul><li>ก{PARTS}</ul><pre>ข</pre>", ("ก\n- หมู่หนึ่ง", "ข")),
        (f"<ul><li><![CDATA[ก < ข]]>{PARTS}</ul>", ("ก < ข\n- หมู่หนึ่ง",)),
    ],
)
def test_words_of_different_blocks_are_all_kept_apart(html: str, items: tuple[str, ...]) -> None:
    assert list_items(nested_lists(html) or "") == items


LETTERS = st.text("กขคงจ", min_size=1, max_size=3)
BLOCKS = ("p", "div", "section", "dt", "pre", "h2", "blockquote", "ul", "li", "ol", "article")


class Part(NamedTuple):
    """A part of a page; words that follow an open one are of its block."""

    html: str
    is_text: bool
    is_open: bool


def _placed(parts: list[Part]) -> str:
    """Return parts of a page behind each other; a space only within one block."""
    befores = [Part("", is_text=False, is_open=False), *parts]
    spaces = [
        " " * (one.is_text and before.is_open) for before, one in zip(befores, parts, strict=False)
    ]
    return "".join(space + one.html for space, one in zip(spaces, parts, strict=True))


def _block(tag: str, parts: list[Part], ends: bool) -> Part:
    closed = ends or tag in {"ul", "ol"}
    html = f"<{tag}>{_placed(parts)}" + f"</{tag}>" * closed
    return Part(html, is_text=False, is_open=not closed)


WORDS = st.builds(
    lambda text, form: Part(form.format(text), is_text=True, is_open=True),
    LETTERS,
    st.sampled_from(["{}", "<b>{}</b>", "<![CDATA[{}]]>", "<span>{}<o:p></o:p></span>"]),
)
PAGES = st.recursive(
    WORDS,
    lambda parts: st.builds(
        _block, st.sampled_from(BLOCKS), st.lists(parts, max_size=4), st.booleans()
    ),
    max_leaves=12,
)
HEADS = ("", "<html><head><meta charset=utf-8><body>", "<head><style>p {ก: 1}</style></head><body>")


@given(st.sampled_from(HEADS), st.lists(PAGES, max_size=4))
def test_no_letter_of_a_page_is_lost_and_no_blocks_are_glued(head: str, parts: list[Part]) -> None:
    body = _placed(parts) + "<ul><li>ก<ul><li>ข</ul></ul>"
    letters = re.findall("[กขคงจ]+", re.sub(r"<!\[CDATA\[|\]\]>|<[^>]*>", " ", body))
    lines = nested_lists(head + body)
    assert lines is not None
    assert re.findall("[กขคงจ]+", lines) == letters
    assert re.findall("[กขคงจ]+", "\n".join(list_items(lines))) == letters
    assert holds_words(lines, "\n".join(letters))
    assert not holds_words(lines, "\n".join([*letters, "ก"]))


@pytest.mark.parametrize(
    ("plain", "held"),
    [
        ("๑) ถนน\n  * หมู่ 1\n๒) น้ำ", True),
        ("1.\tถนน\no\tหมู่\u00a01\n\ufffc2.\tน้ำ", True),
        ("ถนน\nหมู่ 1\nน้ำ\nป่า", False),
        ("ถนน\nน้ำ\nหมู่ 1", False),
        ("ถนน\nหมู่ 11\nน้ำ", False),
        ("", True),
    ],
)
def test_lines_hold_what_plain_text_says(plain: str, held: bool) -> None:
    assert holds_words("1. ถนน\n\n\t- หมู่ 1\n\n2. น้ำ", plain) is held


@pytest.mark.parametrize(
    "html",
    [
        "<ol><li>ก</li><li>ข</li></ol>",
        "<p>1) ก</p><p>2) ข</p>",
        "<table><tr><td>ก<ul><li>ข<ul><li>ค</ul></ul></td></tr></table>",
        "<ol><li",
        "",
    ],
)
def test_what_has_no_level_below_is_left_to_its_plain_text(html: str) -> None:
    assert nested_lists(html) is None


@pytest.mark.parametrize("end", ["<![x", "<![x y z>", "<![foo bar>ก", "<!x", "<!--", "<p style"])
def test_broken_pages_are_pasted_too(end: str) -> None:
    lines = nested_lists(f"<ol><li>ก<ol><li>ข{end}")
    assert lines is None or lines.startswith("1. ก\n\n\t1. ข"), "as lists, or else their plain text"
