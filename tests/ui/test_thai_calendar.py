"""A date is picked from a calendar of the Buddhist era, by keys alone or by the mouse."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableWidget

from desktop_app.report.values import Activity, Report, Session
from desktop_app.ui.fields.thai_calendar import ThaiCalendar
from desktop_app.ui.running.tasks import Tasks
from tests.ui.forms import Form, clause
from tests.ui.person import ALT, CONTROL, NO, press, seen, settle

KEY = Qt.Key
DAY = dt.date(2023, 2, 22)


@pytest.fixture
def form(tasks: Tasks) -> Form:
    activity = Activity(sessions=(Session(date=DAY),))
    return Form(clause(1), Report(fiscal_year=2566, activities=(activity,)), tasks)


def opened() -> ThaiCalendar:
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, ThaiCalendar)
    return shown


def hit(key: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
    QTest.keyClick(opened(), key, held)
    settle()


def said(name: str) -> str:
    return seen(opened(), name, QLabel).text()


def test_it_shows_the_month_of_the_field(form: Form) -> None:
    press(KEY.Key_Down, ALT)
    assert said("calendar_month") == "กุมภาพันธ์ 2566"
    assert said("calendar_said") == "วันพุธที่ 22 กุมภาพันธ์ 2566"
    days = seen(opened(), "calendar_days", QTableWidget)
    head = days.horizontalHeaderItem(0)
    assert head is not None
    assert head.text() == "อา."
    first = days.item(0, 3)
    assert first is not None
    assert first.text() == "1", "1 February 2023 was a Wednesday"
    hit(KEY.Key_Escape)
    assert form.activity.sessions[0].date == DAY


def test_arrows_pages_and_enter_pick_a_day(form: Form) -> None:
    press(KEY.Key_F4)
    hit(KEY.Key_Right)
    hit(KEY.Key_Down)
    assert said("calendar_said") == "วันพฤหัสบดีที่ 2 มีนาคม 2566"
    hit(KEY.Key_PageUp)
    hit(KEY.Key_PageUp, CONTROL)
    hit(KEY.Key_End)
    assert said("calendar_said") == "วันจันทร์ที่ 28 กุมภาพันธ์ 2565"
    hit(KEY.Key_Return)
    assert form.activity.sessions[0].date == dt.date(2022, 2, 28)
    assert seen(form.page, "date_0", QLineEdit).hasFocus()
    form.session.undo()
    assert form.activity.sessions[0].date == DAY


def test_a_click_picks_a_day(form: Form) -> None:
    press(KEY.Key_F4)
    days = seen(opened(), "calendar_days", QTableWidget)
    item = days.item(0, 3)
    assert item is not None
    spot = days.visualItemRect(item).center()
    QTest.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert form.activity.sessions[0].date == dt.date(2023, 2, 1)


def test_a_day_is_named_to_those_who_listen(form: Form) -> None:
    del form
    press(KEY.Key_F4)
    days = seen(opened(), "calendar_days", QTableWidget)
    current = days.currentItem()
    assert current is not None
    assert current.data(Qt.ItemDataRole.AccessibleTextRole) == "วันพุธที่ 22 กุมภาพันธ์ 2566"


@pytest.mark.usefixtures("app")
def test_today_is_marked() -> None:
    field = QLabel("ก")
    field.show()
    shown = ThaiCalendar(field, DAY)
    shown.open_below(field, None)
    days = seen(shown, "calendar_days", QTableWidget)
    bold = [
        item.text()
        for row in range(6)
        for column in range(7)
        if (item := days.item(row, column)) is not None and item.font().bold()
    ]
    assert bold == ["22"]
    shown.close()


def test_all_of_it_is_on_the_screen_wherever_its_field_stands(form: Form) -> None:
    window = form.page.window()
    room = window.screen().availableGeometry()
    for place in (room.topLeft(), room.bottomRight(), room.center()):
        window.move(place)
        press(KEY.Key_Down, ALT)
        assert room.contains(opened().frameGeometry()), place
        hit(KEY.Key_Escape)
