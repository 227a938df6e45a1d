"""What is typed and cannot be read is kept like every other word, and said once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from desktop_app.errors import Said
from desktop_app.paths import DataPlace
from desktop_app.report.checks import check
from desktop_app.report.values import Activity, Group, Participants, Report
from desktop_app.storage.store import Store
from desktop_app.ui import app as composition
from desktop_app.ui.editing.draft import Draft, troubles
from desktop_app.ui.editing.edits import Unread
from desktop_app.ui.home.home_list import HomeList
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.window import Window
from tests.ui.forms import Form, clause
from tests.ui.journeys import go_to_page, open_sample
from tests.ui.person import (
    ALT,
    CONTROL,
    SHIFT,
    click,
    is_seen,
    press,
    seen,
    settle,
    type_text,
    until,
)

KEY = Qt.Key
TOTAL = "participants.total"


def type_nonsense(window: Window) -> None:
    open_sample(window)
    go_to_page(window, "1.4")
    press(KEY.Key_A, CONTROL)
    type_text("ร้อยกว่าคน")


def open_stored(window: Window) -> None:
    until(lambda: is_seen(window, "reports"))
    until(lambda: seen(window, "reports", HomeList).count() == 2)
    press(KEY.Key_F, CONTROL)
    press(KEY.Key_Return)  # to the list
    press(KEY.Key_Return)
    until(lambda: is_seen(window, "outline"))
    settle()


def stored_texts(place: DataPlace) -> list[str]:
    with Store.open(place.database) as store:
        every = (store.unread(one.id) for one in store.summaries())
        return [text for texts in every for text in texts.values()]


def total(window: Window) -> str:
    return seen(window, TOTAL, QLineEdit).text()


def test_it_is_there_after_another_page(window: Window) -> None:
    type_nonsense(window)
    press(KEY.Key_Right, ALT)
    press(KEY.Key_Left, ALT)
    assert total(window) == "ร้อยกว่าคน"


def test_undo_elsewhere_leaves_it_and_its_own_undo_takes_it_back(window: Window) -> None:
    type_nonsense(window)
    go_to_page(window, "1.3")
    press(KEY.Key_Delete, CONTROL | SHIFT)
    press(KEY.Key_Z, CONTROL)
    go_to_page(window, "1.4")
    assert total(window) == "ร้อยกว่าคน"
    press(KEY.Key_Z, CONTROL)
    assert total(window) == "191"
    press(KEY.Key_Y, CONTROL)
    assert total(window) == "ร้อยกว่าคน"


def test_it_is_there_when_the_report_is_opened_again(window: Window, place: DataPlace) -> None:
    type_nonsense(window)
    window.close()
    assert stored_texts(place) == ["ร้อยกว่าคน"]
    again = composition.opened(place)
    again.resize(1366, 728)
    again.show()
    again.activateWindow()
    open_stored(again)
    go_to_page(again, "1.4")
    assert total(again) == "ร้อยกว่าคน"
    assert "อ่านไม่ได้" in seen(again, f"message_{TOTAL}", QLabel).text()
    press(KEY.Key_A, CONTROL)
    type_text("200")
    again.close()
    assert stored_texts(place) == []


def test_outline_field_and_check_page_say_the_same(window: Window) -> None:
    type_nonsense(window)
    press(KEY.Key_Tab)
    rows = seen(window, "outline", QListWidget)
    (row,) = rows.findItems("1.4", Qt.MatchFlag.MatchContains)
    until(lambda: "มีจุดต้องแก้ไข" in row.toolTip())
    assert "อ่านไม่ได้" in seen(window, f"message_{TOTAL}", QLabel).text()
    go_to_page(window, "ตรวจสอบ")
    until(lambda: is_seen(window, "check_summary"))
    found = [
        one.text()
        for one in window.findChildren(QPushButton)
        if one.isVisible() and "ร้อยกว่าคน" in one.text()
    ]
    assert len(found) == 1


def test_what_was_done_can_be_undone_after_the_report_was_left(window: Window) -> None:
    open_sample(window)
    go_to_page(window, "1.3")
    press(KEY.Key_Delete, CONTROL | SHIFT)
    click(window, "back_home")
    open_stored(window)
    undo = seen(window, "undo", QWidget)
    assert undo.isEnabled()
    assert "ลบประเด็นที่ 1" in undo.toolTip()
    press(KEY.Key_Z, CONTROL)
    until(lambda: is_seen(window, "text_2"))


def test_what_is_typed_does_not_lack_as_well() -> None:
    report = Report(fiscal_year=2566, activities=(Activity(),))
    path = ("activities", 0, "participants", "total")
    said = troubles(check(report), {path: Unread((), "ร้อยคน", "อ่านไม่ได้")})
    assert [one.code for one in said if one.path == path] == ["unread"]


def test_a_word_in_an_empty_row_is_kept_with_a_row_of_its_own(tasks: Tasks) -> None:
    shown = Form(clause(1), Report(fiscal_year=2566, activities=(Activity(),)), tasks)
    type_text("พรุ่งนี้")
    assert len(shown.activity.sessions) == 1
    (unread,) = shown.session.unread.values()
    assert unread.text == "พรุ่งนี้"


def test_it_goes_and_comes_back_with_its_row(tasks: Tasks) -> None:
    people = Participants(groups=(Group(name="ก"), Group(name="ข")))
    shown = Form(
        clause(4), Report(fiscal_year=2566, activities=(Activity(participants=people),)), tasks
    )
    shown.page.go_to(("activities", 0, "participants", "groups", 1, "count"))
    type_text("สิบ")
    press(KEY.Key_Delete, CONTROL | SHIFT)
    assert not shown.session.unread
    shown.session.undo()
    (path,) = shown.session.unread
    assert path[-2:] == (1, "count")


@pytest.mark.parametrize("path", [("activities", 3, "name"), ("nothing",)])
def test_a_text_without_a_field_is_not_shown(path: tuple[str | int, ...]) -> None:
    draft = Draft(Report(fiscal_year=2566), {path: Unread((), "ก", str(Said("", "")))})
    assert not draft.fitting().unread
