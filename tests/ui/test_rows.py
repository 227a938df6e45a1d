"""Lists are edited by keyboard, row by row."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTextEdit

from desktop_app.report.values import Activity, Group, Layout, Participants, Report, Session
from desktop_app.ui.running.tasks import Tasks
from tests.ui.forms import Form, clause
from tests.ui.person import (
    CONTROL,
    SHIFT,
    compose,
    is_seen,
    keyboard,
    paste,
    press,
    seen,
    settle,
    type_text,
)

KEY = Qt.Key


def form(tasks: Tasks, number: int, activity: Activity | None = None) -> Form:
    report = Report(fiscal_year=2566, activities=(activity or Activity(),))
    return Form(clause(number), report, tasks)


def test_an_empty_list_has_a_row_to_type_in(tasks: Tasks) -> None:
    shown = form(tasks, 3)
    assert shown.issues() == ()
    type_text("ไฟป่า")
    assert shown.issues() == ("ไฟป่า",)


def test_an_input_method_types_too(tasks: Tasks) -> None:
    shown = form(tasks, 3)
    compose("หมอกควัน")
    compose(" และฝุ่นละออง")
    assert shown.issues() == ("หมอกควัน และฝุ่นละออง",)


def test_enter_adds_a_row_after_and_goes_there(tasks: Tasks) -> None:
    shown = form(tasks, 3)
    type_text("ก")
    press(KEY.Key_Return)
    type_text("ข")
    press(KEY.Key_Return)
    type_text("ค")
    assert shown.issues() == ("ก", "ข", "ค")


def test_enter_in_an_empty_row_adds_no_other(tasks: Tasks) -> None:
    shown = form(tasks, 3)
    type_text("ก")
    for _ in range(3):
        press(KEY.Key_Return)
    assert shown.issues() == ("ก", "")


def test_control_and_arrows_move_a_row_and_the_keyboard_with_it(tasks: Tasks) -> None:
    shown = form(tasks, 3, Activity(issues=("ก", "ข", "ค")))
    press(KEY.Key_Down, CONTROL)
    press(KEY.Key_Down, CONTROL)
    assert shown.issues() == ("ข", "ค", "ก")
    press(KEY.Key_Up, CONTROL)
    type_text("!")
    assert shown.issues() == ("ข", "ก!", "ค")


def test_backspace_removes_an_empty_row_only(tasks: Tasks) -> None:
    shown = form(tasks, 3, Activity(issues=("ก", "ข")))
    shown.page.go_to(("activities", 0, "issues", 1))
    press(KEY.Key_End)
    press(KEY.Key_Backspace)
    assert shown.issues() == ("ก", "")
    press(KEY.Key_Backspace)
    assert shown.issues() == ("ก",)
    assert keyboard().objectName() == "text_0"


def test_a_row_with_words_is_removed_by_its_own_keys(tasks: Tasks) -> None:
    shown = form(tasks, 3, Activity(issues=("ก", "ข")))
    press(KEY.Key_Delete, CONTROL | SHIFT)
    assert shown.issues() == ("ข",)


def test_pasted_lines_become_rows(tasks: Tasks) -> None:
    shown = form(tasks, 3, Activity(issues=("ก",)))
    press(KEY.Key_Return)
    paste("1) ไฟป่า\n2) ขยะ\n\n๓) หอกระจายข่าว")
    assert shown.issues() == ("ก", "ไฟป่า", "ขยะ", "หอกระจายข่าว")


@pytest.mark.parametrize(
    ("pasted", "item"),
    [
        ("1. ไฟป่า\n", "ไฟป่า"),
        ("2. มีข้อเดียว", "มีข้อเดียว"),
        ("• มีข้อเดียว", "มีข้อเดียว"),
        ("2.5 ล้านบาท", "2.5 ล้านบาท"),
        ("13.30 น. ประชุม", "13.30 น. ประชุม"),
        ("12.5.66 ประชุม", "12.5.66 ประชุม"),
        ("- ไม่มี -", "- ไม่มี -"),
        ("2.", "2."),
    ],
)
def test_one_pasted_item_is_its_row_without_its_number(
    tasks: Tasks, pasted: str, item: str
) -> None:
    shown = form(tasks, 3)
    paste(pasted)
    assert shown.issues() == (item,)
    shown.session.undo()
    assert shown.issues() == (), "and it was one step"


def test_a_number_within_a_text_is_pasted_as_it_is(tasks: Tasks) -> None:
    shown = form(tasks, 3)
    type_text("ข้อ ")
    paste("2. ของระเบียบ")
    assert shown.issues() == ("ข้อ 2. ของระเบียบ",)
    press(KEY.Key_A, CONTROL)
    paste("2. ของระเบียบ")
    assert shown.issues() == ("ของระเบียบ",)


def test_spaces_that_do_not_break_stay(tasks: Tasks) -> None:
    shown = form(tasks, 3)
    paste("13.30\u00a0น.")
    assert shown.issues() == ("13.30\u00a0น.",)


def test_a_paragraph_takes_line_breaks_by_shift_and_enter(tasks: Tasks) -> None:
    shown = form(tasks, 5)
    type_text("บรรทัดแรก")
    press(KEY.Key_Return, SHIFT)
    type_text("บรรทัดที่สอง")
    assert shown.activity.results == ("บรรทัดแรก\nบรรทัดที่สอง",)


def test_a_group_is_typed_across_its_columns(tasks: Tasks) -> None:
    shown = form(tasks, 4)
    type_text("๑๙๑")
    press(KEY.Key_Tab)
    type_text("ผู้แทนชุมชน")
    press(KEY.Key_Tab)
    type_text("12")
    press(KEY.Key_Tab)
    press(KEY.Key_Space)
    people = shown.activity.participants
    assert people.total == 191
    assert [(g.name, g.count, g.external) for g in people.groups] == [("ผู้แทนชุมชน", 12, True)]


def test_what_cannot_be_read_stays_and_says_so(tasks: Tasks) -> None:
    shown = form(tasks, 4, Activity(participants=Participants(total=191)))
    press(KEY.Key_A, CONTROL)
    type_text("ร้อยคน")
    press(KEY.Key_Tab)
    assert shown.activity.participants.total is None, "and what was there before is not said"
    shown.page.show_troubles((), shown.session.unread)
    assert seen(shown.page, "participants.total", QLineEdit).text() == "ร้อยคน"
    message = seen(shown.page, "message_participants.total", QLabel)
    assert "ตัวเลขนี้อ่านไม่ได้" in message.text()


def test_the_button_adds_too(tasks: Tasks) -> None:
    shown = form(tasks, 3, Activity(issues=("ก",)))
    seen(shown.page, "add_issues", QPushButton).click()
    type_text("ข")
    assert shown.issues() == ("ก", "ข")


def test_undo_shows_the_list_as_it_was(tasks: Tasks) -> None:
    shown = form(tasks, 3, Activity(issues=("ก", "ข")))
    press(KEY.Key_Delete, CONTROL | SHIFT)
    shown.session.undo()
    settle()
    texts = [seen(shown.page, f"text_{n}", QTextEdit).toPlainText() for n in range(2)]
    assert texts == ["ก", "ข"]
    assert not is_seen(shown.page, "text_2")


def test_control_and_d_makes_a_copy(tasks: Tasks) -> None:
    shown = form(
        tasks, 4, Activity(participants=Participants(groups=(Group(name="สตรี", count=9),)))
    )
    shown.page.go_to(("activities", 0, "participants", "groups", 0))
    press(KEY.Key_D, CONTROL)
    assert [one.count for one in shown.activity.participants.groups] == [9, 9]
    label = shown.session.history.undo_label
    assert label is not None
    assert label.th == "ทำสำเนากลุ่มที่ 1"


def test_the_caret_is_behind_what_was_pasted(tasks: Tasks) -> None:
    shown = form(tasks, 3)
    paste("ก\nข")
    type_text("!")
    assert shown.issues() == ("ก", "ข!")


def test_a_pasted_table_fills_the_columns(tasks: Tasks) -> None:
    shown = form(tasks, 4)
    press(KEY.Key_Tab)
    paste("1\tกลุ่มสตรี\t25\r\n2\tผู้สูงอายุ\tสามสิบ\r\n3\tเยาวชน\t๔๐\tใช่\r\n")
    groups = shown.activity.participants.groups
    assert [(one.name, one.count, one.external) for one in groups] == [
        ("กลุ่มสตรี", 25, False),
        ("ผู้สูงอายุ", None, False),
        ("เยาวชน", 40, True),
    ]
    assert [one.text for one in shown.session.unread.values()] == ["สามสิบ"]


def test_the_sum_below_a_pasted_table_is_no_group(tasks: Tasks) -> None:
    shown = form(tasks, 4)
    press(KEY.Key_Tab)
    paste("กลุ่มสตรี\t80\nผู้สูงอายุ\t40\nรวม\t120")
    groups = shown.activity.participants.groups
    assert [(one.name, one.count) for one in groups] == [("กลุ่มสตรี", 80), ("ผู้สูงอายุ", 40)]


def test_one_pasted_name_and_count_fill_one_row(tasks: Tasks) -> None:
    shown = form(tasks, 4)
    press(KEY.Key_Tab)
    paste("กลุ่มสตรี\t25")
    (group,) = shown.activity.participants.groups
    assert (group.name, group.count) == ("กลุ่มสตรี", 25)


def test_paragraphs_pasted_into_results_become_rows(tasks: Tasks) -> None:
    shown = form(tasks, 5)
    paste("1.\tที่ประชุมรับทราบ\n2.\tที่ประชุมเห็นชอบ")
    assert shown.activity.results == ("ที่ประชุมรับทราบ", "ที่ประชุมเห็นชอบ")


def test_spaces_around_a_text_go_when_it_is_left(tasks: Tasks) -> None:
    shown = form(tasks, 3)
    type_text(" ไฟป่า  ")
    press(KEY.Key_Tab)
    assert shown.issues() == ("ไฟป่า",)
    shown.session.undo()
    assert shown.issues() == (), "dropping them was no step of its own"


WHEN_AND_WHERE = Activity(
    sessions=(Session(date=dt.date(2023, 2, 22), start_time=dt.time(13, 30), place="ศาลากลาง"),)
)


def test_a_place_says_which_day_it_is_for(tasks: Tasks) -> None:
    shown = form(tasks, 2, WHEN_AND_WHERE)
    said = seen(shown.page, "beside", QLabel).text()
    assert said == "วันพุธที่ 22 กุมภาพันธ์ 2566 เวลา 13.30 น."
    other = form(tasks, 1, WHEN_AND_WHERE)
    assert "ศาลากลาง" in seen(other.page, "beside", QLabel).text()


def test_a_day_lacks_no_place_on_a_page_that_has_no_field_for_it(tasks: Tasks) -> None:
    sessions = (Session(date=dt.date(2023, 2, 22)),)
    assert not is_seen(form(tasks, 1, Activity(sessions=sessions)).page, "beside")


def test_a_place_taken_away_leaves_its_day(tasks: Tasks) -> None:
    shown = form(tasks, 2, WHEN_AND_WHERE)
    press(KEY.Key_Delete, CONTROL | SHIFT)
    (session,) = shown.activity.sessions
    assert (session.date, session.place) == (dt.date(2023, 2, 22), None)


def test_a_long_date_is_seen_to_its_end(tasks: Tasks) -> None:
    day = dt.date(2023, 9, 28)
    shown = form(tasks, 1, Activity(sessions=(Session(date=day, end_date=day),)))
    for line in (seen(shown.page, name, QLineEdit) for name in ("date_0", "end_date_0")):
        assert line.text() == "วันพฤหัสบดีที่ 28 กันยายน 2566"
        needs = line.fontMetrics().horizontalAdvance(line.text())
        assert line.width() >= needs + 20


def test_thai_numerals_are_those_of_the_paper(tasks: Tasks) -> None:
    report = Report(fiscal_year=2566, activities=(WHEN_AND_WHERE,), layout=Layout(thai_digits=True))
    shown = Form(clause(1), report, tasks)
    shown.page.resize(860, 560)
    settle()
    assert seen(shown.page, "date_0", QLineEdit).text() == "วันพุธที่ ๒๒ กุมภาพันธ์ ๒๕๖๖"
    press(KEY.Key_A, CONTROL)
    type_text("23/2/66")
    press(KEY.Key_Tab)
    assert seen(shown.page, "date_0", QLineEdit).text() == "วันพฤหัสบดีที่ ๒๓ กุมภาพันธ์ ๒๕๖๖"


def test_a_date_without_room_is_shortened_and_not_cut(tasks: Tasks) -> None:
    shown = form(tasks, 1, Activity(sessions=(Session(date=dt.date(2023, 9, 28)),)))
    press(KEY.Key_Tab)
    shown.page.resize(560, 560)
    settle()
    assert seen(shown.page, "date_0", QLineEdit).text() == "พฤ. 28 ก.ย. 2566"
