import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.typeset.normalise import normalise

thai = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B))


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("ก่ิ", "กิ่"),  # tone typed before the vowel above
        ("กุ่", "กุ่"),  # and before the vowel below
        ("ที่่", "ที่"),  # typed twice
        ("นํา", "นำ"),  # NIKHAHIT and SARA AA for SARA AM
        ("นํ้า", "น้ำ"),
        ("นำ้", "น้ำ"),  # tone after SARA AM
        ("เเม่", "แม่"),  # SARA E twice for SARA AE
        ("ก\tข", "ก ข"),
        ("ก\r\nข\rค", "ก\nข\nค"),
        ("\ufeffก\u00adข\x00", "กข"),
        ("e\u0301", "é"),
        ("", ""),
    ],
)
def test_text_as_typed_becomes_text_as_set(typed: str, set_as: str) -> None:
    assert normalise(typed) == set_as


@given(st.text())
def test_normalising_again_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(thai)
def test_no_letter_is_lost(text: str) -> None:
    def letters(of: str) -> str:
        return "".join(c for c in of if unicodedata.category(c) != "Mn" and c not in "าำเแ")

    assert letters(normalise(text)) == letters(unicodedata.normalize("NFC", text))
