"""The outline: activities are put in order there, by keys and by hand."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from desktop_app.report import flow
from desktop_app.report.flow import Page
from desktop_app.report.values import Activity, Group, Layout, Participants, Report
from desktop_app.ui.window import Window
from desktop_app.ui.wizard.outline import Outline
from tests.report.test_checks import FINISHED
from tests.ui.journeys import go_to_page, open_sample, title
from tests.ui.person import CONTROL, SHIFT, press, seen, settle, show, type_text

KEY = Qt.Key


def words(rows: QListWidget) -> list[str]:
    return [rows.item(number).text() for number in range(rows.count())]


def heads(rows: QListWidget) -> list[str]:
    return [one for one in words(rows) if one[:2] in {"1.", "2."} and one[2] == " "]


def two_activities(window: Window) -> QListWidget:
    open_sample(window)
    press(KEY.Key_N, CONTROL | SHIFT)
    type_text("กิจกรรมที่สอง")
    return seen(window, "outline", QListWidget)


def test_keys_move_an_activity_and_its_page_with_it(window: Window) -> None:
    rows = two_activities(window)
    go_to_page(window, "2. กิจกรรม")
    (item,) = rows.findItems("2. กิจกรรม", Qt.MatchFlag.MatchContains)
    rows.setFocus()
    rows.setCurrentItem(item)
    press(KEY.Key_Up, CONTROL)
    assert heads(rows)[0] == "1. กิจกรรมที่สอง"
    assert title(window) == "1. ชื่อกิจกรรม/โครงการ"
    assert rows.hasFocus()
    press(KEY.Key_Down, CONTROL)
    assert heads(rows)[1] == "2. กิจกรรมที่สอง"
    press(KEY.Key_Z, CONTROL)
    assert heads(seen(window, "outline", QListWidget))[0] == "1. กิจกรรมที่สอง"


def test_a_hand_moves_an_activity(window: Window) -> None:
    rows = two_activities(window)
    (first,) = rows.findItems("1. ประชุม", Qt.MatchFlag.MatchContains)
    (second,) = rows.findItems("2. กิจกรรม", Qt.MatchFlag.MatchContains)
    start = rows.visualItemRect(first).center()
    end = QPoint(start.x(), rows.visualItemRect(second).bottom())
    port = rows.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    settle()
    assert heads(rows) == ["1. กิจกรรมที่สอง", "2. ประชุมผู้บริหารและปลัดองค์กรปกครองส่วนท้องถิ่น"]


def test_every_row_is_named_as_its_page_and_an_activity_as_itself(window: Window) -> None:
    open_sample(window)
    go_to_page(window, "1. ประชุม")
    assert title(window) == "1. ชื่อกิจกรรม/โครงการ"
    rows = words(seen(window, "outline", QListWidget))
    assert rows[2].startswith("1. ประชุม")
    assert rows[3] == "ชื่อกิจกรรม"


def test_the_outline_speaks_in_its_own_numerals(window: Window) -> None:
    del window
    report = Report(
        fiscal_year=2566,
        activities=(Activity(name="โควิด COVID-19 รอบ ๒"),),
        layout=Layout(thai_digits=True),
    )
    outline = Outline()
    show(outline)
    outline.show_page(report, Page(flow.Step.ACTIVITIES))
    rows = words(seen(outline, "outline", QListWidget))
    assert "กิจกรรม (1)" in rows
    assert "1. โควิด COVID-19 รอบ ๒" in rows, "and names as they were typed"


def test_the_list_of_activities_sums_up_what_is_below_it(window: Window) -> None:
    del window
    outline = Outline()
    show(outline)

    def said(*activities: Activity) -> str:
        report = Report(fiscal_year=2566, activities=activities)
        outline.show_page(report, Page(flow.Step.DATA))
        outline.show_states(report, flow.states(report))
        return seen(outline, "outline", QListWidget).item(1).toolTip().partition("\n")[2]

    assert said() == "ยังไม่ได้กรอก"
    assert said(Activity()) == "ยังไม่ได้กรอก", "an empty activity is no more"
    begun, wrong = (
        Activity(name="ก"),
        Activity(name="ก", participants=Participants(groups=(Group(count=4),))),
    )
    assert said(begun) == "ยังไม่ครบ"
    assert said(begun, wrong) == "มีจุดต้องแก้ไข"
    assert said(FINISHED.activities[0]) == "ครบถ้วน"
    assert said(FINISHED.activities[0], Activity()) == "ยังไม่ครบ"
