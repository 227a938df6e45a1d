"""Thai and Arabic numerals both ways, and counts as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.thai.numerals import parse_number, to_arabic_digits, to_thai_digits

plain_text = st.text().filter(lambda text: not set(text) & set("๐๑๒๓๔๕๖๗๘๙"))


def test_digits_change_and_nothing_else() -> None:
    assert to_thai_digits("1.6.2 จำนวน 191 คน") == "๑.๖.๒ จำนวน ๑๙๑ คน"
    assert to_arabic_digits("๑๓.๓๐ น. (๗๗๑) ๐๒๔๕๖๘๙") == "13.30 น. (771) 0245689"


@given(plain_text)
def test_thai_numerals_and_back_is_the_same_text(text: str) -> None:
    assert to_arabic_digits(to_thai_digits(text)) == text


@given(st.text())
def test_arabic_numerals_leave_no_thai_digit_and_no_change_of_length(text: str) -> None:
    arabic = to_arabic_digits(text)
    assert not set(arabic) & set("๐๑๒๓๔๕๖๗๘๙")
    assert len(arabic) == len(text)
    assert to_thai_digits(arabic) == to_thai_digits(text)


@given(st.integers(0, 10**15 - 1))
def test_every_count_is_read_in_either_numerals_with_or_without_commas(number: int) -> None:
    for written in (f"{number}", f"{number:,}"):
        assert parse_number(written) == number
        assert parse_number(to_thai_digits(written)) == number
        assert parse_number(f" {written} คน ") == number


@pytest.mark.parametrize(
    "typed",
    ["", "คน", "-5", "1.5", "12,34", "1234,567", ",123", "191 บาท", "1 2", "๑๒๓๔๕๖๗๘๙๐๑๒๓๔๕๖", "²"],
)
def test_what_is_no_count_is_no_count(typed: str) -> None:
    assert parse_number(typed) is None


@given(st.text())
def test_no_text_is_too_odd_for_a_number_field(text: str) -> None:
    number = parse_number(text)
    assert number is None or number >= 0
