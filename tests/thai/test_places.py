"""The provinces."""

import re

from desktop_app.thai.places import PROVINCES


def dictionary_key(name: str) -> str:
    """Order as a Thai dictionary does: a leading vowel after its consonant, tone marks last."""
    turned = re.sub("([เ-ไ])(.)", r"\2\1", name)
    return re.sub("[็-์]", "", turned)


def test_there_are_seventy_seven_in_dictionary_order() -> None:
    assert len(set(PROVINCES)) == 77
    assert list(PROVINCES) == sorted(PROVINCES, key=dictionary_key)


def test_the_capital_and_the_youngest_province_are_among_them() -> None:
    assert {"กรุงเทพมหานคร", "บึงกาฬ", "พิษณุโลก"} <= set(PROVINCES)
    assert not [name for name in PROVINCES if name.startswith("จังหวัด")]
