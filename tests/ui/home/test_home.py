"""The first view: reports by year, found by anything in them, and all that is done to one."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit, QTextEdit, QWidget

from desktop_app.paths import DataPlace
from desktop_app.report.package import json_bytes, read_package
from desktop_app.report.values import Agency, Report
from desktop_app.storage.store import Store
from desktop_app.storage.summary import Summary
from desktop_app.ui.home.home import Home
from desktop_app.ui.home.home_list import HomeList
from desktop_app.ui.home.home_model import HomeModel
from desktop_app.ui.look.notice import Notice
from desktop_app.ui.preview.paper import loaded
from desktop_app.ui.window import Window
from tests.ui.home.conftest import EVERY, NAKHON_THAI, WANG_THONG, Answers
from tests.ui.journeys import title
from tests.ui.person import (
    ALT,
    CONTROL,
    SHIFT,
    click,
    is_seen,
    keyboard,
    press,
    seen,
    settle,
    type_text,
    until,
)

KEY = Qt.Key


def model(window: Window) -> HomeModel:
    found = seen(window, "reports", HomeList).model()
    assert isinstance(found, HomeModel)
    return found


def rows(window: Window) -> list[str]:
    shown = model(window)
    return [str(shown.index(row).data()) for row in range(shown.rowCount())]


def heard(window: Window, row: int) -> str:
    return str(model(window).index(row).data(Qt.ItemDataRole.AccessibleTextRole))


def listed(window: Window, count: int) -> None:
    """Wait until so many rows are shown, headings included."""
    until(lambda: is_seen(window, "reports") and len(rows(window)) == count)


def choose(window: Window, agency: str) -> None:
    listing = seen(window, "reports", HomeList)
    (row,) = (number for number, name in enumerate(rows(window)) if agency in name)
    listing.setCurrentIndex(model(window).index(row))
    listing.setFocus()


def stored(place: DataPlace) -> tuple[Summary, ...]:
    with Store.open(place.database) as store:
        return store.summaries()


def message(window: Window) -> str:
    return window.messages.text


def test_reports_stand_under_their_years_and_the_keyboard_is_in_the_list(window: Window) -> None:
    listed(window, 5)
    assert rows(window)[0] == "ปีงบประมาณ 2566"
    assert rows(window)[3:] == ["ปีงบประมาณ 2565", "อำเภอนครไทย  ·  รอบ 6 เดือน"]
    assert "ร่าง" in heard(window, 4)
    assert "0 กิจกรรม" in heard(window, 4)
    until(lambda: isinstance(keyboard(), HomeList))
    press(KEY.Key_Return)
    until(lambda: is_seen(window, "page_title"))


@pytest.mark.parametrize("query", ["ขุดลอก", "น้ำท่วม", "น้ําท่วม", "ไฟป่า ปี 2566", "๒๕๖๖ ไฟ"])
def test_a_word_from_anywhere_finds_its_report(window: Window, query: str) -> None:
    listed(window, 5)
    press(KEY.Key_F, CONTROL)
    type_text(query)
    listed(window, 2)
    assert "อำเภอวังทอง" in rows(window)[1]


def test_what_was_found_opens_where_it_stands(window: Window) -> None:
    listed(window, 5)
    press(KEY.Key_F, CONTROL)
    type_text("ผู้ใหญ่")
    listed(window, 2)
    until(lambda: "1.4 สรุปข้อมูลของผู้มีส่วนร่วม: ผู้ใหญ่บ้าน" in heard(window, 1))
    press(KEY.Key_Return)
    press(KEY.Key_Return)
    until(lambda: is_seen(window, "page_title"))
    until(lambda: title(window) == "1.4 สรุปข้อมูลของผู้มีส่วนร่วม")
    entry = keyboard()
    assert isinstance(entry, QTextEdit | QPlainTextEdit)
    assert entry.toPlainText() == "ผู้ใหญ่บ้าน"


def test_who_presses_enter_before_anything_is_found_gets_what_is_found(window: Window) -> None:
    listed(window, 5)
    press(KEY.Key_F, CONTROL)
    type_text("นครไทย")
    press(KEY.Key_Return)
    press(KEY.Key_Return)
    until(lambda: is_seen(window, "report_title"))
    assert "นครไทย" in seen(window, "report_title", QLabel).text()


def test_only_the_last_of_what_was_typed_is_shown(window: Window) -> None:
    listed(window, 5)
    press(KEY.Key_F, CONTROL)
    type_text("นครไทย")
    press(KEY.Key_A, CONTROL)
    type_text("ไม่มีที่ใด")
    until(lambda: is_seen(window, "nothing_found"))
    press(KEY.Key_Escape)
    listed(window, 5)


def test_the_next_round_is_begun_from_a_report(window: Window, place: DataPlace) -> None:
    listed(window, 5)
    choose(window, "วังทอง")
    press(KEY.Key_R, CONTROL)
    until(lambda: is_seen(window, "page_title"))
    press(KEY.Key_Home, ALT)
    until(lambda: is_seen(window, "reports"))
    begun = [one for one in stored(place) if one.id not in {report.id for report in EVERY}]
    assert [(one.agency, one.activities) for one in begun] == [("อำเภอวังทอง", 1)]


def test_a_copy_stands_in_the_list_chosen(window: Window) -> None:
    listed(window, 5)
    choose(window, "นครไทย")
    press(KEY.Key_D, CONTROL)
    listed(window, 6)
    assert sum("นครไทย" in name for name in rows(window)) == 2
    assert "นครไทย" in str(seen(window, "reports", HomeList).currentIndex().data())


def test_a_report_goes_out_as_a_file_and_as_paper(answers: Answers, window: Window) -> None:
    listed(window, 5)
    choose(window, "วังทอง")
    press(KEY.Key_E, CONTROL)
    until(lambda: "บันทึก" in message(window))
    (out,) = answers.out.glob("*.zip")
    assert out.name == "รายงานการมีส่วนร่วม อำเภอวังทอง รอบ 6 เดือน 2566.zip"
    assert read_package(out).report == WANG_THONG
    press(KEY.Key_S, CONTROL | SHIFT)
    until(lambda: ".pdf" in message(window))
    (pdf,) = answers.out.glob("*.pdf")
    assert loaded(pdf.read_bytes()).pageCount() > 0
    assert "เอกสารที่บันทึกจึงยังไม่สมบูรณ์" in message(window), "it is a draft still"


def test_what_worked_in_the_end_is_said_to_have_failed_no_more(
    answers: Answers, window: Window, tmp_path: Path
) -> None:
    listed(window, 5)
    choose(window, "วังทอง")
    answers.out = tmp_path / "ถอดออกแล้ว"
    press(KEY.Key_S, CONTROL | SHIFT)
    until(lambda: window.messages.text != "")
    failed = message(window)
    assert "ถอดออกแล้ว" in failed
    answers.out.mkdir()
    press(KEY.Key_S, CONTROL | SHIFT)
    until(lambda: "แล้ว\n" in message(window))
    shown = [one.text() for one in window.messages.findChildren(QLabel, "message_text")]
    assert failed not in [one for one in shown if one]
    assert len([one for one in window.messages.findChildren(Notice) if one.isVisible()]) == 1


def test_a_file_that_goes_out_says_what_it_has_no_place_for(
    answers: Answers, place: DataPlace, request: pytest.FixtureRequest
) -> None:
    with Store.open(place.database) as store:
        total = ("activities", 0, "participants", "total")
        store.save(WANG_THONG, unread={total: "ร้อยกว่าคน"})
    window = request.getfixturevalue("window")
    listed(window, 5)
    choose(window, "วังทอง")
    press(KEY.Key_E, CONTROL)
    until(lambda: "ยังมีข้อความ 1 แห่ง" in message(window))
    (out,) = answers.out.glob("*.zip")
    assert read_package(out).report == WANG_THONG


def test_the_row_s_button_and_a_right_click_show_the_same_acts(window: Window) -> None:
    listed(window, 5)
    listing = seen(window, "reports", HomeList)
    row = listing.visualRect(model(window).index(1))
    more = QPoint(row.right() - 28, row.center().y())
    QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=more)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    acts = [act.text().split("\t")[0] for act in menu.actions() if act.text()]
    assert acts == ["เปิด", "ทำรอบถัดไปจากรายงานนี้", "ทำสำเนา", "ส่งออก…", "บันทึก PDF…", "ลบ"]
    menu.close()
    choose(window, "วังทอง")
    QTest.keyPress(keyboard(), KEY.Key_F10, SHIFT)
    again = QApplication.activePopupWidget()
    assert isinstance(again, QMenu)
    assert [act.text().split("\t")[0] for act in again.actions() if act.text()] == acts
    again.close()
    settle()
    assert is_seen(window, "reports")


def test_a_removed_report_comes_back_from_wherever_one_went(window: Window) -> None:
    listed(window, 5)
    choose(window, "นครไทย")
    press(KEY.Key_Delete)
    listed(window, 3)
    assert "นครไทย" in message(window)
    press(KEY.Key_Return)
    until(lambda: is_seen(window, "page_title"))
    assert message(window) == "", "what is offered goes with its view"
    press(KEY.Key_Home, ALT)
    listed(window, 3)
    press(KEY.Key_Z, CONTROL)
    listed(window, 5)
    assert message(window) == ""


def open_bin(window: Window) -> None:
    seen(window, "more", QWidget)
    act = window.findChild(QAction, "bin")
    assert act is not None
    act.trigger()
    until(lambda: is_seen(window, "back_home"))


def test_the_bin_gives_back(window: Window) -> None:
    listed(window, 5)
    choose(window, "นครไทย")
    press(KEY.Key_Delete)
    listed(window, 3)
    open_bin(window)
    until(lambda: is_seen(window, "restore_0"))
    press(KEY.Key_Space)
    until(lambda: not is_seen(window, "restore_0"))
    press(KEY.Key_Escape)
    listed(window, 5)


def test_what_is_removed_for_good_is_asked_for_plainly(
    answers: Answers, window: Window, place: DataPlace
) -> None:
    listed(window, 5)
    choose(window, "นครไทย")
    press(KEY.Key_Delete)
    listed(window, 3)
    open_bin(window)
    until(lambda: is_seen(window, "purge_0"))
    click(window, "purge_0")
    until(lambda: not is_seen(window, "purge_0"))
    (question,) = answers.agreed
    assert "นครไทย" in question
    assert "นำกลับมาไม่ได้" in question
    assert message(window) == ""  # no way back is offered where there is none
    with Store.open(place.database) as store:
        assert not store.holds(NAKHON_THAI.id)


def files(folder: Path) -> tuple[Path, ...]:
    """Write a new report, a known one, one that differs from what is stored, and no report."""
    new = Report(fiscal_year=2564, agency=Agency(name="อำเภอพรหมพิราม"))
    differing = NAKHON_THAI.model_copy(update={"title": "อื่น"})
    made = tuple(folder / name for name in ("ใหม่.json", "เดิม.json", "ต่าง.json", "เสีย.json"))
    for path, report in zip(made, (new, WANG_THONG, differing), strict=False):
        path.write_bytes(json_bytes(report))
    made[-1].write_text(json.dumps([1]), encoding="utf-8")
    return made


def test_several_files_are_taken_in_and_told_of_once(
    answers: Answers, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.ui.look.notice.FRESH", 0)  # read at once
    listed(window, 5)
    answers.chosen = files(answers.out)
    press(KEY.Key_O, CONTROL)
    listed(window, 7)
    lines = message(window).splitlines()
    assert lines[:3] == ["นำเข้าแล้ว 1 ฉบับ", "มีอยู่แล้วเหมือนกันทุกอย่าง 1 ฉบับ", "ไม่ได้นำเข้า 2 ไฟล์:"]
    assert [line.split(":")[0] for line in lines[3:]] == ["ต่าง.json", "เสีย.json"]
    press(KEY.Key_Return)
    until(lambda: is_seen(window, "page_title"))
    assert message(window) == ""  # it was about the view that was left


def test_files_are_dropped_into_the_window(window: Window, tmp_path: Path) -> None:
    listed(window, 5)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files(tmp_path)[:1]])
    (home,) = window.findChildren(Home)
    event = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    home.dropEvent(event)
    listed(window, 7)
    assert any("พรหมพิราม" in name for name in rows(window))


def test_thousands_of_reports_are_rows_of_one_height(window: Window) -> None:
    listed(window, 5)
    (one,) = (each for each in (model(window).summary(model(window).index(4)),) if each)
    listing = seen(window, "reports", HomeList)
    listing.show_summaries([one] * 5000)
    settle()
    heights = {listing.visualRect(model(window).index(row)).height() for row in (0, 1, 2500, 5000)}
    assert len(heights) == 1
