"""What is wrong in a list is said of its row, and marked in that very row."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from desktop_app.report.checks import check
from desktop_app.report.fields import REPORT_DATA, SIGNATORIES, Section
from desktop_app.report.values import (
    Activity,
    Group,
    Layout,
    Participants,
    Period,
    PeriodKind,
    Report,
    Session,
    Signatory,
)
from desktop_app.ui.editing.draft import troubles
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.window import Window
from tests.ui.forms import Form, clause
from tests.ui.journeys import go_to_page, open_new
from tests.ui.person import CONTROL, SHIFT, is_seen, keyboard, press, seen, settle, type_text, until

KEY = Qt.Key
DAY = dt.date(2023, 2, 22)
FINE = Session(date=DAY, start_time=dt.time(9), end_time=dt.time(12), place="ศาลากลาง")
BACKWARDS = Session(date=DAY, start_time=dt.time(9), end_time=dt.time(8), place="ศาลากลาง")
SAID = "เวลาสิ้นสุดอยู่ก่อนเวลาเริ่มต้น"


def shown(tasks: Tasks, section: Section, report: Report) -> Form:
    form = Form(section, report, tasks)
    form.page.touch()
    form.page.show_troubles(check(report), {})
    settle()
    return form


def with_sessions(*sessions: Session, layout: Layout | None = None) -> Report:
    return Report(
        fiscal_year=2566,
        activities=(Activity(sessions=sessions),),
        layout=layout or Layout(),
    )


def marked(form: Form) -> dict[str, str]:
    """Return the controls that look wrong, and how."""
    return {
        one.objectName(): one.property("trouble")
        for one in form.page.findChildren(QWidget)
        if one.property("trouble")
    }


def said_in_rows(form: Form) -> list[str]:
    return [one.text() for one in form.page.findChildren(QLabel, "trouble") if one.isVisible()]


def message(form: Form, key: str) -> str:
    """Return what is said below a field, if anything."""
    (label,) = form.page.findChildren(QLabel, f"message_{key}")
    return label.text() if label.isVisible() else ""


def test_a_session_that_ends_before_it_begins_is_marked_in_its_row(tasks: Tasks) -> None:
    form = shown(tasks, clause(1), with_sessions(FINE, FINE, BACKWARDS))
    assert message(form, "sessions") == "", "the row says it, and is in sight"
    assert marked(form) == {"end_time_2": "error"}
    assert said_in_rows(form) == [SAID]
    cell = seen(form.page, "end_time_2", QLineEdit)
    (said,) = (one for one in form.page.findChildren(QLabel, "trouble") if one.isVisible())
    assert (
        said.mapTo(form.page, said.rect().topLeft()).y()
        >= cell.mapTo(form.page, cell.rect().bottomLeft()).y()
    ), "its text stands below the cell"
    assert SAID in cell.accessibleDescription()


def test_below_a_list_stands_where_to_look(tasks: Tasks) -> None:
    late = FINE.model_copy(update={"date": dt.date(2024, 2, 22)})
    report = with_sessions(late, BACKWARDS, layout=Layout(thai_digits=True))
    form = shown(tasks, clause(1), report)
    assert message(form, "sessions") == "ดูแถวที่ 1, 2", "and no sentence for a second time"
    assert marked(form) == {"date_0": "warning", "end_time_1": "error"}


def test_what_is_put_right_is_marked_no_more(tasks: Tasks) -> None:
    form = shown(tasks, clause(1), with_sessions(BACKWARDS))
    assert marked(form) == {"end_time_0": "error"}
    form.page.show_troubles(check(with_sessions(FINE)), {})
    assert marked(form) == {}
    assert said_in_rows(form) == []
    assert SAID not in seen(form.page, "end_time_0", QLineEdit).accessibleDescription()


def test_an_empty_topic_is_marked(tasks: Tasks) -> None:
    report = Report(fiscal_year=2566, activities=(Activity(issues=("ขยะ", "", "น้ำ")),))
    form = shown(tasks, clause(3), report)
    assert said_in_rows(form) == ["ประเด็นนี้ยังว่างอยู่"]
    assert marked(form) == {"text_1": "warning"}


def test_a_group_without_a_name_is_marked(tasks: Tasks) -> None:
    people = Participants(groups=(Group(name="ก", external=True), Group(count=4)))
    report = Report(fiscal_year=2566, activities=(Activity(participants=people),))
    form = shown(tasks, clause(4), report)
    assert marked(form)["name_1"] == "error"
    assert said_in_rows(form) == ["ยังไม่ได้ระบุกลุ่ม"]


def test_a_signatory_without_a_name_is_marked(tasks: Tasks) -> None:
    report = Report(
        fiscal_year=2566,
        signatories=(
            Signatory(role="ผู้รายงาน", name="ก", position="ปลัด"),
            Signatory(role="ผู้รับรอง", position="นายอำเภอ"),
        ),
    )
    form = shown(tasks, SIGNATORIES, report)
    assert said_in_rows(form) == ["ยังไม่ได้ระบุชื่อ-นามสกุล"]
    assert marked(form) == {"name_1": "warning"}


def test_a_date_that_cannot_be_read_is_said_of_its_row(tasks: Tasks) -> None:
    form = shown(tasks, clause(1), with_sessions(FINE, FINE))
    form.page.go_to(("activities", 0, "sessions", 1, "date"))
    press(KEY.Key_A, CONTROL)
    type_text("31 ก.พ. 66")
    press(KEY.Key_Tab)
    unread = form.session.troubling
    form.page.show_troubles(troubles((), unread), unread)
    assert message(form, "sessions") == ""
    assert marked(form) == {"date_1": "error"}
    assert said_in_rows(form) == ["วันที่นี้อ่านไม่ได้ ลองพิมพ์เช่น 22 ก.พ. 2566"], "once"


def test_a_single_field_is_marked_too(tasks: Tasks) -> None:
    period = Period(kind=PeriodKind.CUSTOM, start=dt.date(2023, 3, 31), end=dt.date(2022, 10, 1))
    form = shown(tasks, REPORT_DATA, Report(fiscal_year=2566, period=period))
    assert message(form, "period.end") == "วันสิ้นสุดของรอบอยู่ก่อนวันเริ่มต้น"
    assert marked(form)["period.end"] == "error"


def test_rows_that_come_later_are_marked_as_they_come(tasks: Tasks) -> None:
    report = with_sessions(*[FINE] * 30, BACKWARDS)
    form = shown(tasks, clause(1), report)
    until(lambda: form.page.findChildren(QLineEdit, "end_time_30"))
    settle()
    assert marked(form) == {"end_time_30": "error"}


def test_a_row_far_from_the_lists_end_is_named_there(tasks: Tasks) -> None:
    form = shown(tasks, clause(1), with_sessions(BACKWARDS, *[FINE] * 7))
    assert message(form, "sessions") == "ดูแถวที่ 1"
    form.page.show_troubles(check(with_sessions(*[BACKWARDS] * 8)), {})
    assert message(form, "sessions") == "ดูแถวที่ 1, 2, 3, 4, 5 และอีก 3 แถว"


def type_up_to_the_end_of_a_session(window: Window) -> None:
    """Begin an activity, and its first session as far as the hour at which that ends."""
    open_new(window)
    press(KEY.Key_N, CONTROL | SHIFT)
    go_to_page(window, "1.1")
    type_text("22/2/66")
    press(KEY.Key_Tab)
    press(KEY.Key_Tab)
    type_text("13.30")
    press(KEY.Key_Tab)


def test_a_word_is_called_wrong_only_once_it_is_finished(window: Window) -> None:
    type_up_to_the_end_of_a_session(window)
    type_text("1")  # of 16.30, and an hour of its own so far
    rows = seen(window, "outline", QListWidget)
    until(lambda: bool(rows.findItems("1. กิจกรรมใหม่", Qt.MatchFlag.MatchExactly)))
    (head,) = rows.findItems("1. กิจกรรมใหม่", Qt.MatchFlag.MatchExactly)
    until(lambda: "มีจุดต้องแก้ไข" in head.toolTip())
    line = seen(window, "end_time_0", QLineEdit)
    assert not line.property("trouble")
    press(KEY.Key_Tab)
    assert line.property("trouble") == "error"


def test_the_check_page_names_the_row_and_leads_to_it(window: Window) -> None:
    type_up_to_the_end_of_a_session(window)
    type_text("8.00")
    go_to_page(window, "ตรวจสอบ")
    until(lambda: is_seen(window, "problem_end_before_start"))
    line = seen(window, "problem_end_before_start", QPushButton)
    assert line.text() == f"แถวที่ 1: {SAID}"
    line.click()
    settle()
    assert keyboard().objectName() == "end_time_0"
    until(lambda: keyboard().property("trouble") == "error")
