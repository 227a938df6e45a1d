"""Tables pasted into lists of rows: headings, sums, men and women, and cells that fit nowhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.report.fields import SIGNATORIES, Section
from desktop_app.report.values import Activity, Photo, Report
from desktop_app.ui.running.tasks import Tasks
from tests.ui.forms import Form, clause
from tests.ui.person import paste, press, seen, settle

KEY = Qt.Key
Rows = list[tuple[str | None, int | None]]

SEXES = "กำนัน\t3\t4\t7\nอสม.\t10\t20\t30"
OF_SEXES: Rows = [("กำนัน", 7), ("อสม.", 30)]


def form(tasks: Tasks, section: Section | None = None) -> Form:
    report = Report(fiscal_year=2566, activities=(Activity(),))
    shown = Form(section or clause(4), report, tasks)
    if section is None:
        press(KEY.Key_Tab)
    return shown


def groups(shown: Form) -> Rows:
    return [(one.name, one.count) for one in shown.activity.participants.groups]


@pytest.mark.parametrize(
    ("table", "rows", "total"),
    [
        (f"{SEXES}\nรวม\t13\t24\t37", OF_SEXES, 37),
        ("กำนัน\t7\t3\t4\nอสม.\t30\t10\t20\nรวม\t37\t13\t24", OF_SEXES, 37),
        (f"กลุ่ม\tชาย\tหญิง\tรวม\n{SEXES}\nรวม\t13\t24\t37", OF_SEXES, 37),
        (
            "ที่\tกลุ่ม\tจำนวน (คน)\t\t\n\t\tชาย\tหญิง\tรวม\n1\tกำนัน\t3\t4\t7\nรวม\t\t3\t4\t7",
            [("กำนัน", 7)],
            7,
        ),
        ("กลุ่ม\tชาย\tหญิง\nกำนัน\t3\t4", [("กำนัน", 7)], None),
        ("กลุ่ม\tเป้าหมาย\tจำนวน\nกำนัน\t5\t4", [("กำนัน (เป้าหมาย 5)", 4)], None),
        ("กลุ่ม\tชาย\tหญิง\tรวม\nกำนัน\t3\t4\t8", [("กำนัน (ชาย 3, หญิง 4)", 8)], None),
        ("กลุ่ม\tจำนวน\tร้อยละ\nกำนัน\t45\t100", [("กำนัน (ร้อยละ 100)", 45)], None),
        ("1\tกำนัน\t45\tต.ปงยางคก", [("กำนัน (ต.ปงยางคก)", 45)], None),
        ("1\tกำนัน\t45\tต.ปงยางคก\t-\tเชิญแล้ว", [("กำนัน (ต.ปงยางคก, เชิญแล้ว)", 45)], None),
        ("1\tกำนัน\t45\nรวม\t\t57", [("กำนัน", 45)], 57),
        ("1\tกำนัน\t45\nรวม\t57", [("กำนัน", 45)], 57),
        ("1\tกำนัน\t3\t4\t7\nรวม\t3\t4\t7", [("กำนัน", 7)], 7),
        ("1\tกำนัน\t45\t78.9%\nรวม\t57\t100%", [("กำนัน (78.9%)", 45)], 57),
        (
            "ที่\tกลุ่ม\tจำนวน\tร้อยละ\n1\tกำนัน\t57\t100\nรวม\t57\t100",
            [("กำนัน (ร้อยละ 100)", 57)],
            57,
        ),
        ("1\tกำนัน\t45\n\tรวม\t57", [("กำนัน", 45)], 57),
        ("ที่\tกลุ่ม\tจำนวน (คน)\n1\tกำนัน\t45", [("กำนัน", 45)], None),
        ("ลำดับ\tกลุ่มเป้าหมาย\tจำนวน\n1\tกำนัน\t๔๕ คน\n2\tอสม.\t5", [("กำนัน", 45), ("อสม.", 5)], None),
        ("กลุ่ม\tจำนวน\nกำนัน\t45\nรวมทั้งสิ้น\t45", [("กำนัน", 45)], 45),
        ("จำนวน\tกลุ่ม\n45\tกำนัน\n5\tอสม.", [("กำนัน", 45), ("อสม.", 5)], None),
        ("45\tกำนัน\n5\tอสม.", [("กำนัน", 45), ("อสม.", 5)], None),
        ("1. กำนัน\t45\n2. อสม.\t0", [("กำนัน", 45), ("อสม.", 0)], None),
        ("1\tกำนัน\n2\tอสม.", [("กำนัน", None), ("อสม.", None)], None),
        ("กำนัน\t45\t0812345678", [("กำนัน (0812345678)", 45)], None),
        ("ผู้นำ\tกำนัน\t3\n\tอสม.\t5", [("ผู้นำ (กำนัน)", 3), ("อสม.", 5)], None),
    ],
)
def test_a_table_of_groups_is_read_as_it_is_meant(
    tasks: Tasks, table: str, rows: Rows, total: int | None
) -> None:
    shown = form(tasks)
    paste(table)
    assert groups(shown) == rows
    assert shown.activity.participants.total == total
    assert not shown.session.unread
    shown.session.undo()
    assert not groups(shown)
    assert shown.activity.participants.total is None


def test_numbers_of_which_none_is_clear_stay_to_be_mended(tasks: Tasks) -> None:
    shown = form(tasks)
    paste("กำนัน\t3\t4\nอสม.\t10\t20")
    assert groups(shown) == [("กำนัน", None), ("อสม.", None)]
    assert seen(shown.page, "count_0", QLineEdit).text() == "3 4"
    assert seen(shown.page, "count_1", QLineEdit).text() == "10 20"
    assert [one.text for one in shown.session.unread.values()] == ["3 4", "10 20"]


def test_a_paste_with_an_unreadable_cell_is_one_step(tasks: Tasks) -> None:
    shown = form(tasks)
    paste("กลุ่ม\tจำนวน\nกำนัน\t45\nอสม.\tสามสิบ\nผู้สูงอายุ\t5")
    assert groups(shown) == [("กำนัน", 45), ("อสม.", None), ("ผู้สูงอายุ", 5)]
    assert seen(shown.page, "count_1", QLineEdit).text() == "สามสิบ"
    shown.session.undo()
    assert (groups(shown), dict(shown.session.unread)) == ([], {})
    assert shown.session.history.undo_label is None, "all of it was one step"
    shown.session.redo()
    settle()
    assert seen(shown.page, "count_1", QLineEdit).text() == "สามสิบ"
    assert [one.text for one in shown.session.unread.values()] == ["สามสิบ"]


def test_an_unreadable_sum_is_not_taken_for_a_total(tasks: Tasks) -> None:
    shown = form(tasks)
    paste("กำนัน\t45\nรวม\tสี่สิบห้า")
    assert groups(shown)[-1] == ("รวม", None)
    assert seen(shown.page, "count_1", QLineEdit).text() == "สี่สิบห้า"


@pytest.mark.parametrize(
    "table",
    [
        "ที่\tชื่อ-สกุล\tตำแหน่ง\tหมายเหตุ\n1\tนายก ข\tนายอำเภอ\tลาป่วย",
        "ผู้รายงาน\tนายก ข\tนายอำเภอ\t\tลาป่วย",
    ],
)
def test_a_table_of_signatories_loses_no_word(tasks: Tasks, table: str) -> None:
    shown = form(tasks, SIGNATORIES)
    paste(table)
    (one,) = shown.session.report.signatories
    said = (one.role, one.name, one.position)
    assert "นายก ข" in said
    words = " ".join(filter(None, said)) + "".join(x.text for x in shown.session.unread.values())
    assert "ลาป่วย" in words
    assert any((cell or "").startswith("นายอำเภอ") for cell in said)


def test_lines_pasted_into_a_caption_are_its_words(tasks: Tasks) -> None:
    activity = Activity(photos=(Photo(file="photos/0001.jpg"),))
    shown = Form(clause(7), Report(fiscal_year=2566, activities=(activity,)), tasks)
    shown.page.go_to(("activities", 0, "photos", 0, "caption"))
    paste("พิธีเปิด\nการประชุม")
    assert shown.activity.photos[0].caption == "พิธีเปิด การประชุม"
