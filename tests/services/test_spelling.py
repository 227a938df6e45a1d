"""A misspelt word is doubted with what may be meant; names and good prose are left in peace."""

import pytest

from desktop_app.paths import resource
from desktop_app.report.package import read_package
from desktop_app.report.values import Value
from desktop_app.services.known import gazetteer
from desktop_app.services.words.spelling import Speller, speller
from tests.typeset.marked import sentences


@pytest.fixture(scope="module")
def spelling() -> Speller:
    return speller(gazetteer())


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("ขออนุญาติจัดโครงการ", "อนุญาติ", "อนุญาต"),
        ("ตามกฏหมายที่เกี่ยวข้อง", "กฏหมาย", "กฎหมาย"),
        ("สถาณการณ์ไฟป่า", "สถาณการณ์", "สถานการณ์"),
        ("ในบริเวนนี้", "บริเวน", "บริเวณ"),
        ("โครงงการนี้", "โครงงการ", "โครงการ"),
        ("ประสิทธภาพของงาน", "ประสิทธภาพ", "ประสิทธิภาพ"),
        ("ผลการปฎิบัติงาน", "ปฎิบัติ", "ปฏิบัติ"),
    ],
)
def test_a_misspelt_word_is_doubted(spelling: Speller, text: str, wrong: str, right: str) -> None:
    (doubt,) = spelling.doubts(text)
    assert text[doubt.start : doubt.end] == wrong
    assert right in doubt.meant


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    return [text for _, part in value for text in texts(part)] if isinstance(value, Value) else []


def test_the_real_report_is_not_doubted_anywhere(spelling: Speller) -> None:
    report = read_package(resource("samples", "phitsanulok-2566", "report.json")).report
    assert [text for text in texts(report) if spelling.doubts(text)] == []


def test_official_prose_with_all_its_names_is_not_doubted(spelling: Speller) -> None:
    assert [one.text for one in sentences() if spelling.doubts(one.text)] == []


def test_own_words_are_right() -> None:
    assert speller(gazetteer()).doubts("โครงการอนุญาติ")
    assert not speller(gazetteer(), ["อนุญาติ"]).doubts("โครงการอนุญาติ")


def test_offsets_count_as_windows_do(spelling: Speller) -> None:
    (doubt,) = spelling.doubts("😀อนุญาติ")
    assert (doubt.start, doubt.end) == (2, 9)


def test_every_well_known_slip_is_put_right_by_a_word(spelling: Speller) -> None:
    lines = resource("words", "misspelt.tsv").read_text(encoding="utf-8").splitlines()
    for wrong, right in (line.split("\t") for line in lines):
        assert wrong != right
        assert any(right in one.meant for one in spelling.doubts(wrong)), wrong
        assert not spelling.doubts(right), right
