"""Dates, times, numbers and years as offices type them."""

import datetime as dt
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.report.fields import REPORT_DATA, SIGNATORIES
from desktop_app.report.values import Activity, Period, PeriodKind, Report, Session, Signatory
from desktop_app.ui.editing.edits import Edit, Put, Unread
from desktop_app.ui.fields.readings import DATE, NUMBER, TIME, YEAR, Reading
from desktop_app.ui.fields.typed import TypedField
from desktop_app.ui.running.tasks import Tasks
from tests.ui.forms import Form, clause
from tests.ui.person import press, seen, show, type_text

pytestmark = pytest.mark.usefixtures("app")


class Typed:
    """A field that is typed in, and what it asked for."""

    def __init__(self, reading: Reading, value: object = None) -> None:
        self.field = TypedField(reading)
        self.edits: list[Edit] = []
        self.unread: list[Unread] = []
        self.field.set_value(value)
        self.field.changed.connect(self.edits.append)
        self.field.unread.connect(self.unread.append)
        self.field.resize(400, 40)
        show(self.field)
        self.field.entry().setFocus()
        press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    def leave(self) -> str:
        """Take the keyboard away, and return what the field shows then."""
        self.field.entry().clearFocus()
        line = self.field.entry()
        assert isinstance(line, QLineEdit)
        return line.text()


@pytest.mark.parametrize(
    ("reading", "text", "value", "shown"),
    [
        (DATE, "22/2/66", dt.date(2023, 2, 22), "วันพุธที่ 22 กุมภาพันธ์ 2566"),
        (DATE, "22 ก.พ. 2566", dt.date(2023, 2, 22), "วันพุธที่ 22 กุมภาพันธ์ 2566"),
        (DATE, "๒๒ กุมภาพันธ์ ๒๕๖๖", dt.date(2023, 2, 22), "วันพุธที่ 22 กุมภาพันธ์ 2566"),
        (TIME, "13.30", dt.time(13, 30), "13.30 น."),
        (TIME, "๙.๐๐", dt.time(9), "09.00 น."),
        (NUMBER, "๑,๒๓๔", 1234, "1,234"),
        (NUMBER, "0", 0, "0"),
        (YEAR, "2567", 2567, "2567"),
        (YEAR, "๖๗", 2567, "2567"),
        (YEAR, "2023", 2566, "2566"),
    ],
)
def test_it_is_read_and_shown_in_full(
    reading: Reading, text: str, value: object, shown: str
) -> None:
    typed = Typed(reading)
    type_text(text)
    assert typed.leave() == shown
    assert typed.edits[-1] == Put((), value)
    assert typed.field.value() == value


@pytest.mark.parametrize(
    ("reading", "text"),
    [(DATE, "31 ก.พ. 2566"), (TIME, "25.00"), (NUMBER, "หลายคน"), (YEAR, "ปีหน้า")],
)
def test_what_cannot_be_read_is_kept_and_told(reading: Reading, text: str) -> None:
    typed = Typed(reading)
    type_text(text)
    assert all(one.typing for one in typed.unread), "nobody is told before the word is finished"
    assert typed.leave() == text
    assert typed.unread[-1].text == text
    assert typed.unread[-1].said
    assert not typed.unread[-1].typing


def test_a_date_that_is_typed_over_by_nonsense_is_no_date_any_more() -> None:
    typed = Typed(DATE, dt.date(2023, 2, 22))
    type_text("พรุ่งนี้")
    assert typed.edits == [Put((), None)]
    assert typed.leave() == "พรุ่งนี้"


def test_a_date_that_is_deleted_is_no_date_any_more() -> None:
    typed = Typed(DATE, dt.date(2023, 2, 22))
    press(Qt.Key.Key_Delete)
    assert typed.edits[-1] == Put((), None)


def test_a_year_cannot_be_taken_away() -> None:
    typed = Typed(YEAR, 2566)
    press(Qt.Key.Key_Delete)
    assert typed.leave() == "2566"
    assert typed.edits == []


def test_mending_the_text_takes_the_message_back() -> None:
    typed = Typed(TIME)
    type_text("25.00")
    typed.leave()
    typed.field.entry().setFocus()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text("15.00")
    assert typed.unread[-1].text == ""
    assert typed.edits[-1] == Put((), dt.time(15))


SPAN = (dt.date(2022, 10, 1), dt.date(2023, 3, 31))


@pytest.mark.parametrize("key", ["period.start", "period.end"])
@pytest.mark.parametrize("text", ["1 ต.ค. 65 - 31 มี.ค. 66", "๑/๑๐/๖๕ ถึง ๓๑/๓/๖๖"])
def test_a_span_typed_for_the_round_fills_both_days(tasks: Tasks, key: str, text: str) -> None:
    form = Form(REPORT_DATA, Report(fiscal_year=2566), tasks)
    form.page.go_to(tuple(key.split(".")))
    type_text(text)
    press(Qt.Key.Key_Tab)
    period = form.session.report.period
    assert (period.start, period.end) == SPAN
    assert form.session.unread == {}
    lines = [seen(form.page, name, QLineEdit).text() for name in ("period.start", "period.end")]
    assert all(
        re.search(month, line) for month, line in zip(("ต.ค.|ตุลา", "มี.ค.|มีนา"), lines, strict=True)
    )
    form.session.undo()
    period = form.session.report.period
    assert (period.start, period.end) == (None, None), "with its typing it was one step"


@pytest.mark.parametrize(
    ("cell", "text", "ends"),
    [
        ("end_date", "1 ต.ค. 65 - 31 มี.ค. 66", SPAN),
        ("end_time", "9.00-16.30", (dt.time(9), dt.time(16, 30))),
    ],
)
def test_a_span_typed_where_it_ends_fills_both_cells(
    tasks: Tasks, cell: str, text: str, ends: tuple[object, object]
) -> None:
    report = Report(fiscal_year=2566, activities=(Activity(sessions=(Session(place="ก"),)),))
    form = Form(clause(1), report, tasks)
    form.page.go_to(("activities", 0, "sessions", 0, cell))
    type_text(text)
    press(Qt.Key.Key_Tab)
    (session,) = form.activity.sessions
    first = session.date if cell == "end_date" else session.start_time
    assert (first, getattr(session, cell)) == ends


def period(kind: PeriodKind = PeriodKind.HALF_YEAR) -> Report:
    """Return a report of a fiscal year that is over, of one activity."""
    once = Activity(sessions=(Session(),))
    signed = (Signatory(),)
    return Report(
        fiscal_year=2566, period=Period(kind=kind), activities=(once,), signatories=signed
    )


@pytest.mark.parametrize(
    ("kind", "typed", "first", "last"),
    [
        (PeriodKind.HALF_YEAR, "5/2", dt.date(2023, 2, 5), None),
        (PeriodKind.HALF_YEAR, "5/11", dt.date(2022, 11, 5), None),
        (PeriodKind.YEAR, "5/6", dt.date(2023, 6, 5), None),
        (PeriodKind.HALF_YEAR, "5/6", dt.date(2023, 6, 5), None),  # in the fiscal year at least
        (PeriodKind.YEAR, "5/6/2565", dt.date(2022, 6, 5), None),
        (PeriodKind.YEAR, "24-26 ก.ค.", dt.date(2023, 7, 24), dt.date(2023, 7, 26)),
    ],
)
def test_a_day_without_a_year_is_in_the_round(
    tasks: Tasks, kind: PeriodKind, typed: str, first: dt.date, last: dt.date | None
) -> None:
    shown = Form(clause(1), period(kind), tasks)
    type_text(typed)
    press(Qt.Key.Key_Tab)
    (once,) = shown.activity.sessions
    assert (once.date, once.end_date) == (first, last)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5/4", dt.date(2023, 4, 5)),
        ("25/3", dt.date(2023, 3, 25)),
        ("5/11", dt.date(2023, 11, 5)),
    ],
)
def test_a_report_is_signed_about_when_its_round_ends(
    tasks: Tasks, typed: str, day: dt.date
) -> None:
    shown = Form(SIGNATORIES, period(), tasks)
    shown.page.go_to(("signatories", 0, "date"))
    type_text(typed)
    press(Qt.Key.Key_Tab)
    assert shown.session.report.signatories[0].date == day


def test_the_rounds_own_days_are_in_the_fiscal_year_that_stands_beside_them(tasks: Tasks) -> None:
    shown = Form(REPORT_DATA, period(), tasks)
    shown.page.go_to(("fiscal_year",))
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text("2564")
    shown.page.go_to(("period", "start"))
    type_text("1/10")
    press(Qt.Key.Key_Tab)
    assert shown.session.report.period.start == dt.date(2020, 10, 1)
