"""Pasted lists become rows, with what stands below an item in its text."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit

from desktop_app.report.values import Activity, Report
from desktop_app.ui.running.tasks import Tasks
from tests.ui.forms import Form, clause
from tests.ui.person import CONTROL, paste, press, seen

KEY = Qt.Key

NESTED = (
    "<ol><li>ก</li><li>ข<ol><li><p>ค</p></li><li>ง<br>งง<ul><li>จ</li></ul></li></ol></li>"
    "<li>ฉ</li></ol>"
)


def form(tasks: Tasks, number: int) -> Form:
    return Form(clause(number), Report(fiscal_year=2566, activities=(Activity(),)), tasks)


def paste_page(text: str, html: str) -> None:
    data = QMimeData()
    data.setText(text)
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    press(KEY.Key_V, CONTROL)


def test_a_list_with_parts_becomes_rows_and_is_one_step(tasks: Tasks) -> None:
    shown = form(tasks, 3)
    paste("๑) ไฟป่า\n๒) ขยะ\n๒.๑ คัดแยก\n๒.๒ ธนาคารขยะ\n๓) น้ำ")
    assert shown.issues() == ("ไฟป่า", "ขยะ\n๒.๑ คัดแยก\n๒.๒ ธนาคารขยะ", "น้ำ")
    second = seen(shown.page, "text_1", QTextEdit)
    assert second.height() > 2 * seen(shown.page, "text_0", QTextEdit).height() * 0.8, "3 lines"
    shown.session.undo()
    assert shown.issues() == ()


def test_one_item_with_parts_is_one_row(tasks: Tasks) -> None:
    shown = form(tasks, 6)
    paste("1) จัดทำแผน\n- ก\n- ข")
    assert shown.activity.improvements == ("จัดทำแผน\n- ก\n- ข",)


def test_a_nested_list_of_a_browser_is_pasted_with_its_levels(tasks: Tasks) -> None:
    shown = form(tasks, 3)
    paste_page("ก\nข\nค\nง งง\nจ\nฉ", NESTED)
    assert shown.issues() == ("ก", "ข\n1. ค\n2. ง งง\n- จ", "ฉ")


def test_a_page_whose_list_would_lose_words_is_pasted_as_plain_text(tasks: Tasks) -> None:
    shown = form(tasks, 3)
    paste_page("ถนน\nหมู่ 1\nน้ำ", "<title><ul><li>ถนน<ul><li>หมู่ 1</ul></title><ul><ul><li>น้ำ")
    assert shown.issues() == ("ถนน", "หมู่ 1", "น้ำ")


def test_a_page_that_leaves_its_head_open_is_pasted_whole(tasks: Tasks) -> None:
    shown = form(tasks, 3)
    html = "<head><meta charset=utf-8><body><ol><li><p>ถนน</p><p>งบ 5 ล้าน</p><ul><li>หมู่ 1</ul></ol>"
    paste_page("ถนน\nงบ 5 ล้าน\nหมู่ 1", html)
    assert shown.issues() == ("ถนน งบ 5 ล้าน\n- หมู่ 1",)
