"""What people read as the same folds to the same, however it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.thai.folding import fold

THAI = st.text(
    st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B) | st.sampled_from("aA1 \n")
)


@pytest.mark.parametrize(
    "variants",
    [
        ("น้ำ", "น\u0e49\u0e4d\u0e32", "น\u0e4d\u0e49\u0e32"),  # SARA AM, and nikhahit either way
        ("ทำ", "ท\u0e4d\u0e32"),
        ("แม่", "\u0e40\u0e40ม่"),
        ("2566", "๒๕๖๖", "２５６６"),
        ("Ab c", "aB\u00a0C", " ab  c\n", "a\u200bb c"),
    ],
)
def test_variants_fold_to_the_same(variants: tuple[str, ...]) -> None:
    assert len({fold(text) for text in variants}) == 1


@pytest.mark.parametrize(("one", "other"), [("นา", "น่า"), ("มา", "มำ"), ("10", "1"), ("ก", "ข")])
def test_what_reads_otherwise_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(THAI)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(THAI, THAI)
def test_what_has_no_spaces_is_found_across_none(one: str, other: str) -> None:
    assert fold(f"{one} {other}").split() == fold(one).split() + fold(other).split()
