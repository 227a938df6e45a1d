"""The provinces, and what is inside them."""

import re
from pathlib import Path

import pytest

from desktop_app.paths import resource
from desktop_app.thai.places import PROVINCES, District, Gazetteer, Province, Subdistrict


def dictionary_key(name: str) -> str:
    """Order as a Thai dictionary does: a leading vowel after its consonant, tone marks last."""
    turned = re.sub("([เ-ไ])(.)", r"\2\1", name)
    return re.sub("[็-์]", "", turned)


@pytest.fixture(scope="module")
def country() -> Gazetteer:
    return Gazetteer(resource("places", "thailand.tsv"))


def test_there_are_seventy_seven_in_dictionary_order() -> None:
    assert len(set(PROVINCES)) == 77
    assert list(PROVINCES) == sorted(PROVINCES, key=dictionary_key)


def test_the_capital_and_the_youngest_province_are_among_them() -> None:
    assert {"กรุงเทพมหานคร", "บึงกาฬ", "พิษณุโลก"} <= set(PROVINCES)
    assert not [name for name in PROVINCES if name.startswith("จังหวัด")]


def test_every_district_of_the_country_is_in_a_province_and_has_subdistricts(
    country: Gazetteer,
) -> None:
    districts = [one for name in PROVINCES for one in country.districts(name)]
    inside = [country.subdistricts(one.province, one.name) for one in districts]
    assert [one.name for one in country.provinces()] == list(PROVINCES)
    assert len(districts) == 878 + 50  # อำเภอ and เขต
    assert all(inside)
    assert sum(map(len, inside)) > 7400


def test_names_are_plain_thai(country: Gazetteer) -> None:
    for province in PROVINCES:
        for district in country.districts(province):
            names = [one.name for one in country.subdistricts(province, district.name)]
            for name in [district.name, *names]:
                assert re.fullmatch("[ก-ฮะ-ฺเ-์.-]+", name), name
                assert not re.match("อำเภอ|เขต|ตำบล|แขวง", name), name


def test_a_province_begins_with_its_capital_district(country: Gazetteer) -> None:
    first, *others = country.districts("พิษณุโลก")
    assert first == District("เมืองพิษณุโลก", "พิษณุโลก")
    assert District("วังทอง", "พิษณุโลก") in others
    assert len(others) == 8
    assert Subdistrict("ในเมือง", "เมืองพิษณุโลก", "พิษณุโลก") in country.subdistricts(
        "พิษณุโลก", "เมืองพิษณุโลก"
    )


def test_places_are_called_by_the_words_for_their_kinds() -> None:
    assert Province("น่าน").full_name == "จังหวัดน่าน"
    assert District("ปัว", "น่าน").full_name == "อำเภอปัว"
    assert Subdistrict("ศิลาเพชร", "ปัว", "น่าน").full_name == "ตำบลศิลาเพชร"
    assert Province("กรุงเทพมหานคร").full_name == "กรุงเทพมหานคร"
    assert District("ดุสิต", "กรุงเทพมหานคร").full_name == "เขตดุสิต"
    assert Subdistrict("วชิรพยาบาล", "ดุสิต", "กรุงเทพมหานคร").full_name == "แขวงวชิรพยาบาล"


def test_unknown_places_hold_nothing(country: Gazetteer) -> None:
    assert country.districts("ลพบุรีใหม่") == ()
    assert country.subdistricts("น่าน", "ดุสิต") == ()


def test_names_are_protected_alone_or_after_their_kind(country: Gazetteer) -> None:
    names = country.protected_names()
    assert {*PROVINCES, "เมืองพิษณุโลก", "พลายชุมพล", "สุไหงโก-ลก"} <= names
    assert {"ตำบลในเมือง", "ตำบลบ้านใหม่", "อำเภอปัว"} <= names
    assert not {"ในเมือง", "บ้านใหม่", "ปัว", "ถนนขาด"} & names


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "places.tsv"
    places = Gazetteer(path)
    path.write_text("น่าน\tปัว\tปัว ศิลาเพชร\n", encoding="utf-8")
    assert [one.name for one in places.subdistricts("น่าน", "ปัว")] == ["ปัว", "ศิลาเพชร"]
