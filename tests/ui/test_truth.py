"""While the text of a field cannot be read, the report says nothing there: neither old nor half."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from desktop_app.report.editing import Path, value_at
from desktop_app.report.fields import REPORT_DATA, Section
from desktop_app.report.values import Activity, Participants, Report, Session
from desktop_app.ui.editing.draft import Draft
from desktop_app.ui.editing.edits import Unread
from desktop_app.ui.running.tasks import Tasks
from tests.ui.forms import Form, clause
from tests.ui.person import CONTROL, paste, press, settle, type_text

KEY = Qt.Key
SESSION = ("activities", 0, "sessions", 0)
TOTAL = ("activities", 0, "participants", "total")
OLD = Session(date=dt.date(2023, 1, 4), start_time=dt.time(13, 30))
REPORT = Report(
    fiscal_year=2566,
    activities=(Activity(sessions=(OLD,), participants=Participants(total=191)),),
)
DATE: Path = (*SESSION, "date")
TIME: Path = (*SESSION, "start_time")
PERIOD: Path = ("period", "start")

UNREADABLE = [
    (clause(1), DATE, "22-2ก"),
    (clause(1), DATE, "22/2/66 ถึงวันศุกร์"),
    (clause(1), TIME, "25.00"),
    (clause(1), TIME, "9.5"),
    (clause(4), TOTAL, "12.5"),
    (REPORT_DATA, PERIOD, "1/10/65 ?"),
]


def form(section: Section, tasks: Tasks, path: Path, report: Report = REPORT) -> Form:
    shown = Form(section, report, tasks)
    shown.page.go_to(path)
    press(KEY.Key_A, CONTROL)
    return shown


def value(shown: Form, path: Path) -> object:
    return value_at(shown.session.report, path)


@pytest.mark.parametrize("saving", [False, True])
@pytest.mark.parametrize(("section", "path", "text"), UNREADABLE)
def test_no_beginning_of_a_word_and_no_old_value_is_left(
    tasks: Tasks, section: Section, path: Path, text: str, saving: bool
) -> None:
    shown = form(section, tasks, path)
    before = shown.session.draft
    for letter in text:
        type_text(letter)
        if saving:
            shown.session.flush()
        unread = path in shown.session.unread
        assert not unread or value(shown, path) is None
    press(KEY.Key_Tab)
    assert shown.session.unread[path].text == text
    assert value(shown, path) is None
    if not saving:
        shown.session.undo()
        assert shown.session.draft == before, "the word is one step, value and text together"
        shown.session.redo()
        assert (value(shown, path), shown.session.unread[path].text) == (None, text)
    while shown.session.history.undo_label:
        shown.session.undo()
        assert path not in shown.session.unread or value(shown, path) is None
    assert shown.session.draft == before


@pytest.mark.parametrize("saving", [False, True])
@pytest.mark.parametrize(
    ("path", "text", "ends"),
    [
        (DATE, "22-24 ก.พ. 66", (dt.date(2023, 2, 22), dt.date(2023, 2, 24))),
        (DATE, "ระหว่างวันที่ 5 - 7 มีนาคม 2566", (dt.date(2023, 3, 5), dt.date(2023, 3, 7))),
        (TIME, "09.00-16.30 น.", (dt.time(9), dt.time(16, 30))),
    ],
)
def test_both_ends_of_a_span_that_is_typed_in_one_field_are_one_step(
    tasks: Tasks, path: Path, text: str, ends: tuple[object, object], saving: bool
) -> None:
    shown = form(clause(1), tasks, path)
    before = shown.session.draft
    for letter in text:
        type_text(letter)
    if saving:
        shown.session.flush()
    press(KEY.Key_Tab)
    other: Path = (*SESSION, "end_date" if path == DATE else "end_time")
    assert (value(shown, path), value(shown, other)) == ends
    assert not shown.session.unread
    shown.session.undo()
    assert shown.session.draft == before
    shown.session.redo()
    assert (value(shown, path), value(shown, other)) == ends


def test_a_span_in_an_empty_row_fills_both_fields(tasks: Tasks) -> None:
    empty = Report(fiscal_year=2566, activities=(Activity(),))
    shown = Form(clause(1), empty, tasks)
    paste("22 – 24 กุมภาพันธ์ 2566")
    press(KEY.Key_Tab)
    (session,) = shown.activity.sessions
    assert (session.date, session.end_date) == (dt.date(2023, 2, 22), dt.date(2023, 2, 24))
    press(KEY.Key_D, CONTROL)
    assert shown.activity.sessions == (session, session)


def test_typing_on_to_what_can_be_read_gives_just_that(tasks: Tasks) -> None:
    shown = form(clause(1), tasks, TIME)
    type_text("9.5")
    press(KEY.Key_Backspace)
    press(KEY.Key_Backspace)
    assert value(shown, TIME) == dt.time(9)
    assert not shown.session.unread
    type_text(".45")
    press(KEY.Key_Tab)
    assert value(shown, TIME) == dt.time(9, 45)
    assert not shown.session.unread


def test_the_old_value_typed_again_is_there_again(tasks: Tasks) -> None:
    shown = form(clause(4), tasks, TOTAL)
    type_text("19x")
    assert value(shown, TOTAL) is None
    press(KEY.Key_Backspace)
    type_text("1")
    assert value(shown, TOTAL) == 191
    assert not shown.session.unread


def test_nonsense_that_is_pasted_over_a_date_takes_the_date_away(tasks: Tasks) -> None:
    shown = form(clause(1), tasks, DATE)
    paste("ราว ๆ กลางเดือนมีนาคม 2566")
    press(KEY.Key_Tab)
    assert value(shown, DATE) is None
    shown.session.undo()
    assert value(shown, DATE) == OLD.date


def test_a_row_added_by_a_copy_has_no_old_value(tasks: Tasks) -> None:
    shown = form(clause(1), tasks, DATE)
    type_text("พรุ่งนี้")
    press(KEY.Key_D, CONTROL)
    settle()
    assert [one.date for one in shown.activity.sessions] == [None, None]


def test_a_year_that_cannot_be_read_leaves_the_one_before_the_typing(tasks: Tasks) -> None:
    path = ("fiscal_year",)
    shown = form(REPORT_DATA, tasks, path)
    type_text("2567")
    assert value(shown, path) == 2567
    type_text("8")
    press(KEY.Key_Tab)
    assert value(shown, path) == 2566
    assert shown.session.unread[path].text == "25678"


def test_what_an_older_program_left_below_a_text_is_not_said(tasks: Tasks) -> None:
    del tasks
    text = Unread((), "พรุ่งนี้", "อ่านไม่ได้")
    draft = Draft(REPORT, {DATE: text, ("fiscal_year",): text}).fitting()
    assert value_at(draft.report, DATE) is None
    assert draft.report.fiscal_year == 2566
    assert draft.unread.keys() == {DATE, ("fiscal_year",)}


def test_a_version_that_is_brought_back_says_what_it_said() -> None:
    text = Unread((), "พรุ่งนี้", "อ่านไม่ได้")
    draft = Draft(REPORT, {DATE: text, PERIOD: text}).with_report(REPORT)
    assert draft.report == REPORT
    assert draft.unread == {PERIOD: text}
