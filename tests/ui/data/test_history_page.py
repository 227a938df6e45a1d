"""Looking back at an open report, and bringing parts of what it was into it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget

from desktop_app.paths import DataPlace
from desktop_app.report.values import Activity, Agency, Report
from desktop_app.storage.store import Store
from desktop_app.ui.home.home_list import HomeList
from desktop_app.ui.window import Window
from tests.storage.test_history import age
from tests.ui.data.ways import message, said
from tests.ui.journeys import go_to_page
from tests.ui.person import CONTROL, click, is_seen, keyboard, press, seen, type_text, until

BEFORE = Report(
    fiscal_year=2566,
    agency=Agency(name="อำเภอวังทอง"),
    introduction="ความนำเดิม",
    activities=(Activity(name="ประชุมหมู่บ้าน", issues=("ขยะ",)), Activity(name="อบรมอาสาสมัคร")),
)
AFTER = BEFORE.model_copy(
    update={
        "introduction": "ความนำใหม่",
        "activities": (Activity(name="ประชุมหมู่บ้าน", issues=("ไฟป่า",)),),
    }
)


@pytest.fixture
def stored(place: DataPlace) -> None:
    """A report that was saved yesterday and today."""
    with Store.open(place.database) as store:
        store.save(BEFORE)
        store.save(AFTER)
    age(place.database, BEFORE.id, {1: 1})


@pytest.fixture
def opened(stored: None, window: Window) -> Window:
    """The window with the report open."""
    del stored
    until(lambda: is_seen(window, "reports"))
    seen(window, "reports", HomeList).go_to_first()
    press(Qt.Key.Key_Return)
    until(lambda: is_seen(window, "page_title"))
    return window


def now(place: DataPlace) -> Report:
    with Store.open(place.database) as store:
        return store.load(BEFORE.id).report


def rows(window: Window) -> list[str]:
    found = seen(window, "revisions", QListWidget)
    return [found.item(n).text() for n in range(found.count())]


def look_back(window: Window) -> None:
    """Look at what the report was yesterday, by keyboard."""
    press(Qt.Key.Key_H, CONTROL)
    until(lambda: is_seen(window, "revisions") and "เมื่อวาน" in rows(window))
    until(lambda: is_seen(window, "same_as_now"))
    press(Qt.Key.Key_End)  # there may be one save or several of today: those of one minute are one
    until(lambda: is_seen(window, "bring_report"))


def test_the_saves_are_listed_by_time_with_what_they_changed(opened: Window) -> None:
    look_back(opened)
    until(lambda: "\n" in rows(opened)[3])
    today, new, yesterday, _ = rows(opened)
    assert (today, yesterday) == ("วันนี้", "เมื่อวาน")
    time, *changed = new.split("\n")
    assert time.endswith(" น.")
    assert changed == [
        "ข้อมูลรายงาน",
        "“ประชุมหมู่บ้าน”: ประเด็น",
        "ลบกิจกรรม “อบรมอาสาสมัคร”",
    ]


def test_a_section_comes_back_and_can_be_taken_back(opened: Window, place: DataPlace) -> None:
    look_back(opened)
    assert not is_seen(opened, "bring_signatories")
    click(opened, "bring_0_issues")
    until(lambda: not is_seen(opened, "bring_0_issues"))
    assert now(place).activities == BEFORE.activities[:1]
    assert now(place).introduction == "ความนำใหม่"
    click(opened, "message_act")
    until(lambda: is_seen(opened, "bring_0_issues"))
    assert now(place) == AFTER
    click(opened, "bring_0_issues")
    until(lambda: not is_seen(opened, "bring_0_issues"))
    press(Qt.Key.Key_Escape)
    until(lambda: is_seen(opened, "page_title"))
    go_to_page(opened, "ข้อมูลรายงาน")
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_S, CONTROL)
    until(lambda: said(opened, "save_state").startswith("บันทึกแล้ว"))
    assert now(place) == AFTER


def test_an_activity_that_is_gone_comes_back(opened: Window, place: DataPlace) -> None:
    look_back(opened)
    click(opened, "bring_activity_1")
    until(lambda: message(opened).startswith("นำ “กิจกรรม อบรมอาสาสมัคร” กลับมา"))
    until(lambda: not is_seen(opened, "bring_activity_1"))
    assert [one.name for one in now(place).activities] == ["ประชุมหมู่บ้าน", "อบรมอาสาสมัคร"]


def test_it_can_be_read_as_pages(opened: Window) -> None:
    look_back(opened)
    click(opened, "as_pages")
    until(lambda: _pages(opened))
    click(opened, "as_pages")
    assert is_seen(opened, "bring_report")


def _pages(window: Window) -> bool:
    shown = [one for one in window.findChildren(QLabel, "preview_page") if one.isVisible()]
    return any(one.text() for one in shown)


def test_what_was_typed_just_now_is_in_the_list(opened: Window) -> None:
    go_to_page(opened, "ผู้ลงนาม")
    press(Qt.Key.Key_Tab)
    type_text("ก")
    press(Qt.Key.Key_H, CONTROL)
    until(lambda: is_seen(opened, "same_as_now"))
    until(lambda: "ผู้ลงนาม" in rows(opened)[1].split("\n"))  # whether in the same minute or the next


def test_leaving_it_the_keyboard_is_where_it_was(opened: Window) -> None:
    press(Qt.Key.Key_Tab)
    field = keyboard()
    look_back(opened)
    press(Qt.Key.Key_Escape)
    until(lambda: keyboard() is field)


def test_the_way_back_goes_with_the_next_edit_and_with_the_report(opened: Window) -> None:
    look_back(opened)
    click(opened, "bring_0_issues")
    until(lambda: message(opened).endswith("กลับมาแล้ว"))
    press(Qt.Key.Key_Escape)
    until(lambda: is_seen(opened, "page_title"))
    go_to_page(opened, "ข้อมูลรายงาน")
    press(Qt.Key.Key_Tab)
    type_text("ก")
    assert message(opened) == "", "it would take back the letter"
    look_back(opened)
    click(opened, "bring_report")
    until(lambda: message(opened).endswith("กลับมาแล้ว"))
    press(Qt.Key.Key_Escape)
    click(opened, "back_home")
    until(lambda: is_seen(opened, "reports"))
    assert message(opened) == "", "it would change a report that is closed"
