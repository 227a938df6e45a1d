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
    data = QMimeData()
    data.setText("ก\nข\nค\nง งง\nจ\nฉ")
    data.setHtml(NESTED)
    QGuiApplication.clipboard().setMimeData(data)
    press(KEY.Key_V, CONTROL)
    assert shown.issues() == ("ก", "ข\n1. ค\n2. ง งง\n- จ", "ฉ")
