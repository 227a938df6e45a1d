"""The text of the PDF is the text that was set, whoever reads it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.typeset.normalise import normalise
from tests.readers import READERS, without_spaces
from tests.typeset.conftest import SetTexts

SYLLABLES = [
    normalise(consonant + vowel + tone)
    for consonant in map(chr, range(0x0E01, 0x0E2F))
    for vowel in ("", *"ะัาำิีึืฺุู็์ํๅ")
    for tone in ("", *"่้๊๋")
]
HARD = [
    "ไม่มี -",
    "-",
    "พ.ศ. 2566- และต่อไป-",
    "😀 漢字 ok",
    "a" * 300,
    "ก" * 5000,
    "ตากลม" * 1000,
    '(<&>"\\) %s {x} <b>ไม่ใช่คำสั่ง</b> &amp;',
    "ก ่ ้ก ิ",
    "แต่\tแท็บ\x00\x07 ZWSP\u200bตรงนี้ soft\u00adhyphen",
    "AVATAR To We fi ffl",
    "น" + "ำ" * 300 + " เ" * 3 + "ไ" * 300 + " ก" + "ะ" * 300 + " e" + "\u0301\u0302" * 300,
    "“เคาะประตูบ้าน” ‘x’ – — … ฿ ๑๒๓ ๆ ฯลฯ ๏ ๚ ๛ ½ ² °C",
]


def expected(*texts: str) -> str:
    return without_spaces("".join(normalise(text).replace("\u200b", "") for text in texts))


@pytest.mark.parametrize("reader", READERS)
def test_every_consonant_vowel_and_tone(set_texts: SetTexts, reader: str) -> None:
    text = " ".join(SYLLABLES)
    assert without_spaces(READERS[reader](set_texts(text).pdf)) == expected(text)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_text(set_texts: SetTexts, reader: str, text: str) -> None:
    pdf = set_texts(text, "บรรทัดต่อไป").pdf
    assert without_spaces(READERS[reader](pdf)) == expected(text, "บรรทัดต่อไป")


@pytest.mark.parametrize("reader", READERS)
def test_no_space_appears_inside_a_word(set_texts: SetTexts, reader: str) -> None:
    text = "องค์กรปกครองส่วนท้องถิ่น ประชาสัมพันธ์ ปั้นน้ำ ญาติผู้ใหญ่"
    assert READERS[reader](set_texts(text).pdf).split() == text.split()


THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B))


# Unlike lines: pdfium takes two equal lines for one drawn twice where piled marks make them touch.
@settings(max_examples=40)
@given(st.lists(THAI, max_size=4, unique_by=normalise))
def test_any_thai(set_texts: SetTexts, texts: list[str]) -> None:
    pdf = set_texts(*texts).pdf
    for read in READERS.values():
        assert without_spaces(read(pdf)) == expected(*texts)


def test_what_no_face_has_is_named_and_still_read(set_texts: SetTexts) -> None:
    done = set_texts("ประชุม 😀 漢字")
    assert done.missing == frozenset("😀漢字")
    assert "😀" in READERS["mupdf"](done.pdf)
