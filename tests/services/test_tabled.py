"""Tables become texts for the columns of a list, and every word of them is in one."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.report.declaring import Kind
from desktop_app.report.fields import CLAUSES, SIGNATORIES, Field
from desktop_app.services.words.tabled import Column, table_rows
from desktop_app.thai.numerals import parse_number

READ: dict[Kind, Callable[[str], object]] = {Kind.NUMBER: parse_number, Kind.FLAG: {"ใช่": True}.get}


def columns(field: Field) -> list[Column]:
    return [Column(one, READ.get(one.kind, str)) for one in field.columns]


GROUPS = columns(CLAUSES[3].fields[1])
PEOPLE = columns(SIGNATORIES.fields[0])

words = st.sampled_from(["", "กำนัน", "ต.ปงยางคก", "อสม.", "รวมพลัง", "สามสิบ", "ลาป่วย"])


@given(st.lists(st.lists(words, min_size=2, max_size=6), min_size=1, max_size=5))
def test_no_word_is_lost(table: list[list[str]]) -> None:
    text = "\n".join("\t".join(line) for line in table)
    for own in (GROUPS, PEOPLE):
        rows = table_rows(text, own)
        lines = [line for line in table if any(line)]
        assert len(rows) == len(lines)
        for row, line in zip(rows, lines, strict=True):
            said = " ".join(row)
            assert all(said.count(word) >= line.count(word) for word in filter(None, line))


numbers = st.integers(min_value=0, max_value=99)


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=6))
def test_men_and_women_are_counted_together(rows: list[tuple[int, int]]) -> None:
    lines = [f"กลุ่ม\t{men}\t{women}\t{men + women}" for men, women in rows]
    counts = [row[1] for row in table_rows("\n".join(lines), GROUPS)]
    assert counts == [str(men + women) for men, women in rows]


def test_a_heading_alone_is_kept() -> None:
    assert table_rows("กลุ่ม\tจำนวน", GROUPS) == (("กลุ่ม", "จำนวน", ""),)


def test_columns_are_known_by_their_headings() -> None:
    text = "ตำแหน่ง\tชื่อ-สกุล\tฐานะ\nนายอำเภอ\tนายก ข\tผู้รายงาน"
    assert table_rows(text, PEOPLE) == (("ผู้รายงาน", "นายก ข", "นายอำเภอ", ""),)
