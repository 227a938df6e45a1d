"""Undo and redo say what they take back and where it was done, and lead there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QToolButton

from desktop_app.ui.window import Window
from tests.ui.journeys import go_to_page, open_new, open_sample, title
from tests.ui.person import CONTROL, SHIFT, keyboard, press, seen, type_text, until

KEY = Qt.Key


def undo_says(window: Window) -> str:
    button = seen(window, "undo", QToolButton)
    assert button.toolTip().startswith(button.accessibleName())
    return button.accessibleName()


def redo_says(window: Window) -> str:
    return seen(window, "redo", QToolButton).accessibleName()


def test_undo_names_the_act_and_its_section_and_leads_there(window: Window) -> None:
    open_sample(window)
    go_to_page(window, "1.3")
    until(lambda: keyboard().objectName() == "text_0")
    press(KEY.Key_Down, CONTROL)
    assert undo_says(window) == "เลิกทำ: ย้ายประเด็นที่ 1 (1.3 ประเด็น)"
    press(KEY.Key_Delete, CONTROL | SHIFT)
    assert undo_says(window) == "เลิกทำ: ลบประเด็นที่ 2 (1.3 ประเด็น)"
    gone = title(window)
    go_to_page(window, "ผู้ลงนาม")
    assert title(window) != gone
    assert undo_says(window) == "เลิกทำ: ลบประเด็นที่ 2 (1.3 ประเด็น)", "also elsewhere"
    press(KEY.Key_Z, CONTROL)
    assert title(window) == gone
    until(lambda: keyboard().objectName() == "text_1")
    assert redo_says(window) == "ทำซ้ำ: ลบประเด็นที่ 2 (1.3 ประเด็น)"
    go_to_page(window, "ข้อมูลรายงาน")
    press(KEY.Key_Y, CONTROL)
    assert title(window) == gone


def test_a_place_comes_back_on_its_own_page(window: Window) -> None:
    open_new(window)
    press(KEY.Key_N, CONTROL | SHIFT)
    go_to_page(window, "1.2")
    where = title(window)
    type_text("ศาลากลาง")
    press(KEY.Key_Delete, CONTROL | SHIFT)
    press(KEY.Key_Delete, CONTROL | SHIFT)
    assert undo_says(window).endswith("(1.2 สถานที่)")
    go_to_page(window, "1.5")
    press(KEY.Key_Z, CONTROL)
    assert title(window) == where, "and not that of the dates, which share the list"


def test_data_of_the_report_and_activities_have_their_pages_too(window: Window) -> None:
    open_new(window)
    press(KEY.Key_Tab)
    type_text("อำเภอเมือง")
    assert undo_says(window) == "เลิกทำ: แก้ไขชื่อหน่วยงาน (ข้อมูลรายงาน)"
    press(KEY.Key_N, CONTROL | SHIFT)
    assert undo_says(window) == "เลิกทำ: เพิ่มกิจกรรม (กิจกรรม/โครงการ)"
    press(KEY.Key_Z, CONTROL)
    press(KEY.Key_Z, CONTROL)
    assert title(window) == "ข้อมูลรายงาน"
    assert keyboard().objectName() == "agency.name"
    assert not seen(window, "agency.name", QTextEdit).toPlainText()
