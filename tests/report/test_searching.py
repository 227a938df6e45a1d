"""What was found is shown, and marked where it stands, however it was typed."""

import pytest

from desktop_app.report.searching import hits, marks
from desktop_app.report.values import Activity, Report


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("การจัดการขยะ", "ขยะ", ["ขยะ"]),
        ("ปีงบประมาณ ๒๕๖๖ และ 2566", "2566", ["๒๕๖๖", "2566"]),
        ("สำนักงาน", "สํานัก", ["สำนัก"]),
        ("สํานักงาน", "สำนัก", ["สํานัก"]),
        ("ไฟป่า หมอกควัน", "ควัน ไฟ", ["ไฟ", "ควัน"]),
        ("EXAMPLE.org", "example", ["EXAMPLE"]),
        ("น้ำท่วม", "น้ำ", ["น้ำ"]),
        ("เเม่น้ำ", "แม่", ["เเม่"]),  # SARA AE as two SARA E
        ("ไม่มี", "ขยะ", []),
        ("ก", "", []),
    ],
)
def test_what_was_found_is_marked(text: str, query: str, marked: list[str]) -> None:
    assert [text[begin:end] for begin, end in marks(text, query)] == marked


def test_the_words_are_in_what_is_shown_of_a_long_text() -> None:
    text = "น้ำ" * 500 + "ขยะ" + "น้ำ" * 500
    report = Report(fiscal_year=2566, activities=(Activity(results=(text,)),))
    (hit,) = hits(report, "ขยะ")
    assert hit.path == ("activities", 0, "results", 0)
    assert "ขยะ" in hit.text
    assert len(hit.text) < 100
