"""Pasted lists lose their numbers and nothing else."""

import pytest

from desktop_app.services.words.listed import list_items


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("1) ผู้บริหารจังหวัด", "ผู้บริหารจังหวัด"),
        ("๒) หัวหน้าส่วนราชการ", "หัวหน้าส่วนราชการ"),
        ("(3) ผู้แทน", "ผู้แทน"),
        ("1.6.2 องค์กรปกครอง", "องค์กรปกครอง"),
        ("1. การจัดการขยะ", "การจัดการขยะ"),
        ("-\tไฟป่า", "ไฟป่า"),
        ("• หมอกควัน", "หมอกควัน"),
        ("ก. ข้อแรก", "ข้อแรก"),
        ("13.30 น. ประชุม", "13.30 น. ประชุม"),
        ("1.5 ล้านบาท", "1.5 ล้านบาท"),
        ("2566 เป็นปีแรก", "2566 เป็นปีแรก"),
        ("191 คน", "191 คน"),
        ("กก. ของขยะ", "กก. ของขยะ"),
        ("-5 องศา", "-5 องศา"),
    ],
)
def test_a_line_is_an_item_without_its_number(line: str, item: str) -> None:
    assert list_items(f"{line}\n") == (item,)


def test_empty_lines_are_no_items() -> None:
    assert list_items("1) ก\r\n\r\n  \n2) ข") == ("ก", "ข")
