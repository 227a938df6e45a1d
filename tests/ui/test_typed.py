"""Dates, times, numbers and years as offices type them."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.editing.edits import Edit, Put, Unread
from desktop_app.ui.fields.readings import DATE, NUMBER, TIME, YEAR, Reading
from desktop_app.ui.fields.typed import TypedField
from tests.ui.person import press, show, type_text

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
