"""The sum of the groups: read off a row that says it, offered faintly, never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop_app.report.checks import check
from desktop_app.report.offers import offers
from desktop_app.report.sums import sum_in
from desktop_app.report.values import Activity, Group, Layout, Participants, Report
from desktop_app.services.known import gazetteer
from desktop_app.ui.running.tasks import Tasks
from tests.ui.forms import Form, clause
from tests.ui.person import is_seen, paste, press, seen, settle, type_text

KEY = Qt.Key
TABLE = "กลุ่มสตรี\t80\nผู้สูงอายุ\t40\n"


def form(tasks: Tasks, people: Participants | None = None, *, thai: bool = False) -> Form:
    activity = Activity(participants=people or Participants())
    report = Report(fiscal_year=2566, activities=(activity,), layout=Layout(thai_digits=thai))
    shown = Form(clause(4), report, tasks)
    judge(shown)
    return shown


def judge(shown: Form) -> None:
    """Say of the page what the judgement of its report would say."""
    shown.page.show_troubles(check(shown.session.report), shown.session.troubling)
    shown.page.show_offers(offers(shown.session.report, gazetteer()))
    settle()


def people_of(shown: Form) -> tuple[int | None, list[tuple[str | None, int | None]]]:
    people = shown.activity.participants
    return people.total, [(one.name, one.count) for one in people.groups]


def codes(shown: Form) -> set[str]:
    return {one.code for one in check(shown.session.report)}


def offered(shown: Form) -> str:
    return seen(shown.page, "offer_participants.total", QPushButton).text()


def ghost(shown: Form) -> str:
    return seen(shown.page, "participants.total", QLineEdit).placeholderText()


@pytest.mark.parametrize(
    ("name", "count", "total"),
    [
        ("รวม", 120, 120),
        ("รวมทั้งสิ้น", 120, 120),
        ("ทั้งหมด", 120, 120),
        ("รวมผู้เข้าร่วมทั้งหมด", 120, 120),
        ("Total", 120, 120),
        ("รวมทั้งสิ้น ๑,๑๒๐ คน", None, 1120),
        ("รวม", None, None),
        ("รวมพลคนรักป่า", 120, None),
        ("กลุ่มรวมใจ", 120, None),
        ("ตัวแทนทั้งหมดทุกหมู่บ้าน", 12, None),
    ],
)
def test_a_row_that_adds_up_is_told_from_a_group(
    name: str, count: int | None, total: int | None
) -> None:
    assert sum_in(Group(name=name, count=count)) == total


@pytest.mark.parametrize("below", ["รวม\t120", "รวมทั้งสิ้น\t150", "\tทั้งหมด\t๑๕๐ คน"])
def test_a_sum_pasted_below_groups_is_the_total(tasks: Tasks, below: str) -> None:
    shown = form(tasks)
    press(KEY.Key_Tab)
    paste(TABLE + below)
    total = 120 if "120" in below else 150
    assert people_of(shown) == (total, [("กลุ่มสตรี", 80), ("ผู้สูงอายุ", 40)])
    assert ("groups_differ" in codes(shown)) is (total != 120), "and it is said where it differs"
    shown.session.undo()
    assert people_of(shown) == (None, []), "all of it was one step"
    shown.session.redo()
    assert people_of(shown)[0] == total


def test_a_pasted_sum_stays_where_another_total_is_entered(tasks: Tasks) -> None:
    shown = form(tasks, Participants(total=100))
    press(KEY.Key_Tab)
    paste(TABLE + "รวม\t150")
    assert people_of(shown) == (100, [("กลุ่มสตรี", 80), ("ผู้สูงอายุ", 40), ("รวม", 150)])
    judge(shown)
    assert offered(shown) == "ใช้ 150 จากแถว “รวม” เป็นจำนวนทั้งหมด"
    seen(shown.page, "offer_participants.total", QPushButton).click()
    assert people_of(shown) == (150, [("กลุ่มสตรี", 80), ("ผู้สูงอายุ", 40)])
    shown.session.undo()
    assert people_of(shown)[1][-1] == ("รวม", 150)


@pytest.mark.parametrize("cell", ["-", "รอยืนยัน"])
def test_a_sum_with_a_word_that_cannot_be_read_stays_a_row(tasks: Tasks, cell: str) -> None:
    two = (Group(name="ก", count=5), Group(name="ค", count=77))
    shown = form(tasks, Participants(groups=two))
    shown.page.go_to(("activities", 0, "participants", "groups", 0))
    paste(f"กลุ่มสตรี\t80\nรวม 191 คน\t{cell}\n")
    rows = [("ก", 5), ("กลุ่มสตรี", 80), ("รวม 191 คน", None), ("ค", 77)]
    assert people_of(shown) == (None, rows), "the row below keeps its number"
    place = ("activities", 0, "participants", "groups", 2, "count")
    assert {path: one.text for path, one in shown.session.unread.items()} == {place: cell}


def test_a_cell_above_a_pasted_sum_that_cannot_be_read_stays_in_its_row(tasks: Tasks) -> None:
    two = (Group(name="ก", count=5), Group(name="ค", count=77))
    shown = form(tasks, Participants(groups=two))
    shown.page.go_to(("activities", 0, "participants", "groups", 0))
    paste("กลุ่มสตรี\tหลายคน\nรวม\t191\n")
    assert people_of(shown) == (191, [("ก", 5), ("กลุ่มสตรี", None), ("ค", 77)])
    place = ("activities", 0, "participants", "groups", 1, "count")
    assert {path: one.text for path, one in shown.session.unread.items()} == {place: "หลายคน"}


def test_a_total_that_cannot_be_read_is_not_pasted_over(tasks: Tasks) -> None:
    shown = form(tasks)
    type_text("ร้อยกว่าคน")
    press(KEY.Key_Tab)
    paste(TABLE + "รวม\t150")
    assert people_of(shown)[1][-1] == ("รวม", 150)
    assert [one.text for one in shown.session.unread.values()] == ["ร้อยกว่าคน"]


def test_a_typed_sum_is_no_group_and_is_offered(tasks: Tasks) -> None:
    shown = form(tasks, Participants(groups=(Group(name="กลุ่มสตรี", count=80, external=True),)))
    shown.page.go_to(("activities", 0, "participants", "groups", 0))
    press(KEY.Key_Return)
    type_text("รวม")
    press(KEY.Key_Tab)
    type_text("85")
    assert codes(shown) >= {"total_row"}
    judge(shown)
    assert ghost(shown) == "85"
    shown.page.go_to(("activities", 0, "participants", "total"))
    press(KEY.Key_Down)
    assert people_of(shown) == (85, [("กลุ่มสตรี", 80)])
    assert "groups_differ" in codes(shown)
    shown.session.undo()
    assert people_of(shown) == (None, [("กลุ่มสตรี", 80), ("รวม", 85)])


def test_a_sum_row_does_not_count_twice(tasks: Tasks) -> None:
    rows = (Group(name="ก", count=80, external=True), Group(name="รวม", count=80))
    shown = form(tasks, Participants(total=80, groups=rows))
    assert not codes(shown) & {"groups_exceed_total", "groups_differ"}
    assert offered(shown) == "นำแถว “รวม” ออกจากกลุ่ม"


TWO = (Group(name="ก", count=1040), Group(name="ข", count=5))


def test_an_empty_total_shows_the_sum_faintly_and_one_key_takes_it(tasks: Tasks) -> None:
    shown = form(tasks, Participants(groups=TWO))
    assert ghost(shown) == "1,045"
    assert offered(shown) == "ใช้ผลรวม 1,045   (↓)"
    press(KEY.Key_Down)
    assert shown.activity.participants.total == 1045
    assert seen(shown.page, "participants.total", QLineEdit).text() == "1,045"
    judge(shown)
    assert not is_seen(shown.page, "offer_participants.total")
    assert ghost(shown) == ""
    label = shown.session.history.undo_label
    assert label is not None
    assert label.th == "แก้ไขจำนวนผู้เข้าร่วมทั้งหมด (คน)"


def test_the_faint_sum_is_in_the_numerals_of_the_paper(tasks: Tasks) -> None:
    shown = form(tasks, Participants(groups=TWO), thai=True)
    assert ghost(shown) == "๑,๐๔๕"
    assert offered(shown) == "ใช้ผลรวม 1,045   (↓)"


def test_a_total_that_differs_is_warned_of_with_the_sum_to_press(tasks: Tasks) -> None:
    shown = form(tasks, Participants(total=40, groups=TWO))
    press(KEY.Key_Down)
    assert shown.activity.participants.total == 40, "what is typed is replaced by no slip"
    assert offered(shown) == "ใช้ผลรวม 1,045"
    seen(shown.page, "offer_participants.total", QPushButton).click()
    assert shown.activity.participants.total == 1045


def test_a_pasted_table_is_one_step(tasks: Tasks) -> None:
    shown = form(tasks, Participants(groups=(Group(),)))
    shown.page.go_to(("activities", 0, "participants", "groups", 0))
    paste(TABLE)
    assert people_of(shown)[1] == [("กลุ่มสตรี", 80), ("ผู้สูงอายุ", 40)]
    shown.session.undo()
    assert people_of(shown)[1] == [(None, None)]
