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
        ("ป\uf70a\uf702", "ป\u0e35\u0e48"),  # marks as old Windows fonts had them, and Mac OS
        ("ท\uf70bน\uf71aญ\uf718", "ท\u0e49น\u0e3aญ\u0e38"),
        ("ก\uf884ว ป\uf88cา \uf89e\uf89b", "กัว ป\u0e48า ฐุ"),
        ("น\uf711\uf70bา", "น\u0e49ำ"),
        ("ก\u200dข\u200cค\u2060ง\u200e", "กขคง"),  # joiners that join nothing
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧\u200d", "👩\u200d👧"),
        (
            "ภา\u200bษาเ\u200b\u200bพื\u200bอ\u200bน\u200b\u0e49ำ",
            "ภา\u200bษาเพื\u200bอ\u200bน\u0e49ำ",
        ),
    ],
)
def test_text_as_typed_becomes_text_as_set(typed: str, set_as: str) -> None:
    assert normalise(typed) == set_as


@given(st.text())
def test_normalising_again_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


def test_all_old_codes_of_windows_become_thai_letters() -> None:
    real = normalise("ก".join(map(chr, range(0xF700, 0xF71B))))
    assert all("\u0e01" <= letter <= "\u0e5b" for letter in real)


@given(thai)
def test_no_letter_is_lost(text: str) -> None:
    def letters(of: str) -> str:
        return "".join(c for c in of if unicodedata.category(c) != "Mn" and c not in "าำเแ")

    assert letters(normalise(text)) == letters(unicodedata.normalize("NFC", text))
