"""The whole window: a report is made, typed, kept, found again, printed; nothing is lost."""

import datetime as dt
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from desktop_app.errors import EnvironmentFault, Said
from desktop_app.paths import DataPlace
from desktop_app.report.values import Group, Session
from desktop_app.storage.store import Store
from desktop_app.storage.summary import State
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.home.home_list import HomeList
from desktop_app.ui.preview.paper import loaded
from desktop_app.ui.window import Window
from tests.ui.journeys import go_to_page, open_new, open_sample, title
from tests.ui.person import (
    ALT,
    CONTROL,
    SHIFT,
    click,
    compose,
    is_seen,
    press,
    seen,
    settle,
    type_text,
    until,
)
from tests.ui.photos.drawn import encoded, plain

KEY = Qt.Key


THAI_DIGIT = re.compile("[๐-๙]")


def in_thai_numerals(window: Window) -> list[str]:
    """Return what the window itself says so: all but the paper, and what is in its fields."""
    labels = (one.text() for one in window.findChildren(QLabel) if one.isVisible())
    buttons = (one.text() for one in window.findChildren(QAbstractButton) if one.isVisible())
    return [said for said in (*labels, *buttons) if THAI_DIGIT.search(said)]


def test_the_window_speaks_in_its_own_numerals(window: Window) -> None:
    open_sample(window)
    go_to_page(window, "พิมพ์")
    click(window, "layout.thai_digits")
    press(KEY.Key_N, CONTROL | SHIFT)
    for row, name in (("1.1", "date_0"), ("1.4", "participants.total")):
        go_to_page(window, "1. ประชุม")
        go_to_page(window, row)
        assert THAI_DIGIT.search(seen(window, name, QLineEdit).text()), "as it prints"
        assert in_thai_numerals(window) == []
    go_to_page(window, "ตรวจสอบ")
    assert in_thai_numerals(window) == []


def go_on(window: Window, to: str) -> None:
    press(KEY.Key_Right, ALT)
    assert title(window) == to


def saved(window: Window) -> bool:
    state = seen(window, "save_state", QLabel).text()
    return state.startswith("บันทึกแล้ว")


def test_a_report_is_typed_by_keyboard_and_kept(window: Window, place: DataPlace) -> None:
    open_new(window)
    press(KEY.Key_Tab)
    compose("จังหวัดพิษณุโลก")
    press(KEY.Key_N, CONTROL | SHIFT)
    assert title(window) == "1. ชื่อกิจกรรม/โครงการ"
    type_text("ประชุมผู้บริหาร")
    go_on(window, "1.1 วัน/เดือน/ปี ที่ดำเนินการ")
    type_text("22/2/66")
    press(KEY.Key_Tab)
    press(KEY.Key_Tab)
    type_text("13.30")
    go_on(window, "1.2 สถานที่ดำเนินการ")
    type_text("ศาลากลางจังหวัดพิษณุโลก")
    go_on(window, "1.3 ประเด็น/เรื่องในการมีส่วนร่วม")
    type_text("ไฟป่า")
    press(KEY.Key_Return)
    type_text("ขยะ")
    go_on(window, "1.4 สรุปข้อมูลของผู้มีส่วนร่วม")
    type_text("191")
    press(KEY.Key_Tab)
    type_text("ผู้แทนชุมชน")
    window.close()
    with Store.open(place.database) as store:
        (summary,) = store.summaries()
        report = store.load(summary.id).report
    (activity,) = report.activities
    assert report.agency.name == "จังหวัดพิษณุโลก"
    assert activity.name == "ประชุมผู้บริหาร"
    assert activity.sessions == (
        Session(date=dt.date(2023, 2, 22), start_time=dt.time(13, 30), place="ศาลากลางจังหวัดพิษณุโลก"),
    )
    assert activity.issues == ("ไฟป่า", "ขยะ")
    assert activity.participants.total == 191
    assert activity.participants.groups == (Group(name="ผู้แทนชุมชน"),)


def test_a_pause_saves_and_says_when(window: Window, place: DataPlace) -> None:
    open_new(window)
    press(KEY.Key_Tab)
    type_text("อำเภอเมือง")
    until(lambda: saved(window))
    with Store.open(place.database) as store:
        assert [one.agency for one in store.summaries()] == ["อำเภอเมือง"]


def test_a_new_report_that_nobody_typed_in_is_not_kept(window: Window) -> None:
    open_new(window)
    click(window, "back_home")
    until(lambda: is_seen(window, "open_sample"))


def test_the_sample_opens_and_its_pages_are_shown(window: Window) -> None:
    open_sample(window)
    until(lambda: seen(window, "preview_page", QLabel).text() == "หน้า 1 / 3")


def test_the_page_beside_the_form_follows_it(window: Window) -> None:
    open_sample(window)
    page = seen(window, "preview_page", QLabel)
    until(page.text)
    go_to_page(window, "1.7 ภาพกิจกรรม")
    until(lambda: page.text() == "หน้า 3 / 3")


def test_undo_goes_to_what_it_takes_back(window: Window) -> None:
    open_sample(window)
    go_to_page(window, "ผู้ลงนาม")
    press(KEY.Key_Delete, CONTROL | SHIFT)
    assert not is_seen(window, "role_1")
    go_to_page(window, "ข้อมูลรายงาน")
    undo = seen(window, "undo", QWidget)
    assert undo.accessibleName() == "เลิกทำ: ลบผู้ลงนามที่ 1 (ผู้ลงนาม)"
    press(KEY.Key_Z, CONTROL)
    assert title(window) == "ผู้ลงนาม"
    assert is_seen(window, "role_1")
    press(KEY.Key_Y, CONTROL)
    assert not is_seen(window, "role_1")


def test_activities_are_copied_moved_removed_and_brought_back(window: Window) -> None:
    open_sample(window)
    go_to_page(window, "กิจกรรม (1)")
    click(window, "copy_activity_0")
    click(window, "activity_1")
    press(KEY.Key_End)
    type_text(" ครั้งที่สอง")
    go_to_page(window, "กิจกรรม (2)")
    click(window, "up_activity_1")
    first = seen(window, "activity_0", QWidget).accessibleName()
    assert first.startswith("1. ")
    assert first.endswith("ครั้งที่สอง")
    click(window, "remove_activity_0")
    assert not is_seen(window, "activity_1")
    press(KEY.Key_Z, CONTROL)
    assert seen(window, "activity_0", QWidget).accessibleName() == first


def test_a_problem_is_listed_and_leads_to_its_field(window: Window) -> None:
    open_new(window)
    go_to_page(window, "ตรวจสอบ")
    until(lambda: is_seen(window, "check_summary"))
    assert "ต้องแก้ไข" in seen(window, "check_summary", QLabel).text()
    press(KEY.Key_Return)
    assert title(window) == "ข้อมูลรายงาน"
    message = seen(window, "message_agency.name", QLabel)
    until(lambda: message.text() == "ยังไม่ได้ระบุชื่อหน่วยงาน")
    type_text("จังหวัดพิษณุโลก")
    until(lambda: "ยังไม่ได้" not in seen(window, "message_agency.name", QLabel).text())


def test_unreadable_text_is_still_there_when_one_comes_back(window: Window) -> None:
    open_sample(window)
    go_to_page(window, "1.1 วันเวลา")
    press(KEY.Key_A, CONTROL)
    type_text("วันพระใหญ่")
    go_to_page(window, "ตรวจสอบ")
    until(lambda: is_seen(window, "problem_unread"))
    press(KEY.Key_N, CONTROL | SHIFT)
    go_to_page(window, "1. ประชุม")
    go_to_page(window, "1.1 วันเวลา")
    assert seen(window, "date_0", QLineEdit).text() == "วันพระใหญ่"
    press(KEY.Key_N, CONTROL | SHIFT)
    go_to_page(window, "ตรวจสอบ")
    until(lambda: is_seen(window, "problem_unread"))


def test_a_removed_report_comes_back_by_one_press(window: Window) -> None:
    open_sample(window)
    press(KEY.Key_Home, ALT)
    until(lambda: seen(window, "reports", HomeList).count() == 2)
    press(KEY.Key_F, CONTROL)
    press(KEY.Key_Return)
    press(KEY.Key_Delete)
    until(lambda: is_seen(window, "message_act"))
    until(lambda: is_seen(window, "open_sample"))
    click(window, "message_act")
    until(lambda: is_seen(window, "reports"))


def test_searching_takes_either_numerals(window: Window) -> None:
    open_sample(window)
    click(window, "back_home")
    until(lambda: is_seen(window, "reports"))
    reports = seen(window, "reports", HomeList)
    until(lambda: reports.count() == 2)
    press(KEY.Key_F, CONTROL)
    type_text("พิษณุ ๒๕๖๖")
    until(lambda: reports.count() == 2)
    type_text("๗")
    until(lambda: is_seen(window, "nothing_found"))


class Chosen(Dialogs):
    """Answers the system's dialogs."""

    def __init__(self, out: Path, *files: Path) -> None:
        self.out = out
        self.files_chosen = files
        self.suggested: list[str] = []

    def photos(self, parent: QWidget) -> tuple[Path, ...]:
        del parent
        return self.files_chosen

    def pdf_to_save(self, parent: QWidget, name: str) -> Path | None:
        del parent
        self.suggested.append(name)
        return self.out / Path(name).name

    def printer(self, parent: QWidget, printer: QPrinter) -> bool:
        del parent
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.out / "paper.pdf"))
        printer.setResolution(72)
        return True


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Chosen:
    """Answer the dialogs of the window that is opened after this."""
    answers = Chosen(tmp_path, tmp_path / "ภาพ.jpg", tmp_path / "เสีย.jpg", tmp_path / "สอง.jpg")
    monkeypatch.setattr("desktop_app.ui.dialogs.Dialogs", lambda: answers)
    return answers


def test_the_report_is_saved_as_pdf_and_printed(
    chosen: Chosen, window: Window, place: DataPlace
) -> None:
    open_sample(window)
    press(KEY.Key_S, CONTROL | SHIFT)
    until(lambda: is_seen(window, "message_bar"))
    (pdf,) = chosen.out.glob("รายงาน*.pdf")
    assert pdf.name == "รายงานการมีส่วนร่วม จังหวัดพิษณุโลก รอบ 6 เดือน 2566.pdf"
    assert loaded(pdf.read_bytes()).pageCount() == 3
    press(KEY.Key_P, CONTROL)
    until(lambda: window.messages.text == "มี 4 จุดที่ควรตรวจดูก่อนพิมพ์")
    paper = chosen.out / "paper.pdf"
    assert not paper.exists()
    press(KEY.Key_Tab)
    press(KEY.Key_Return)
    until(lambda: window.messages.text.startswith("บันทึก paper.pdf ไว้ที่ "))
    assert loaded(paper.read_bytes()).pageCount() == 3
    press(KEY.Key_P, CONTROL)  # people know of it now
    until(lambda: not is_said(window, "มี 4 จุดที่ควรตรวจดูก่อนพิมพ์"))
    go_to_page(window, "พิมพ์")
    until(lambda: seen(window, "print_note", QLabel).text().startswith("พิมพ์แล้วเมื่อ"))
    with Store.open(place.database) as store:
        assert [(one.state, one.is_on_paper) for one in store.summaries()] == [
            (State.COMPLETE, True)
        ]
    click(window, "back_home")
    open_sample_again(window)
    go_to_page(window, "พิมพ์")
    until(lambda: seen(window, "print_note", QLabel).text().startswith("พิมพ์แล้วเมื่อ"))
    assert seen(window, "print_ready", QLabel).text() == "ครบถ้วน พร้อมพิมพ์ มี 4 จุดที่ควรตรวจดู"


def test_the_sample_is_marked_as_one(window: Window) -> None:
    open_sample(window)
    click(window, "back_home")
    until(lambda: is_seen(window, "reports"))
    shown = seen(window, "reports", HomeList).model()
    sample = str(shown.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert sample.startswith("จังหวัดพิษณุโลก  ·  รอบ 6 เดือน, ตัวอย่าง, ครบถ้วน, ")
    click(window, "new_report")
    until(lambda: is_seen(window, "page_title"))
    press(KEY.Key_Tab)
    type_text("ก")
    click(window, "back_home")
    until(lambda: is_seen(window, "reports"))
    shown = seen(window, "reports", HomeList).model()
    until(lambda: shown.rowCount() == 4)
    every = [str(shown.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(4)]
    assert sum("ตัวอย่าง" in one for one in every) == 1


def is_said(window: Window, text: str) -> bool:
    return any(one.isVisible() and one.text() == text for one in window.findChildren(QLabel))


def open_sample_again(window: Window) -> None:
    until(lambda: is_seen(window, "reports"))
    press(KEY.Key_F, CONTROL)
    press(KEY.Key_Return)
    press(KEY.Key_Return)
    until(lambda: is_seen(window, "page_title") and title(window))


def test_what_is_wrong_is_shown_before_printing_if_wanted(chosen: Chosen, window: Window) -> None:
    open_new(window)
    press(KEY.Key_P, CONTROL)
    until(lambda: window.messages.text.startswith("ยังต้องแก้ไข"))
    press(KEY.Key_Return)
    assert title(window) == "ตรวจสอบ"
    assert window.messages.text == ""
    assert list(chosen.out.glob("*.pdf")) == []


def test_a_pdf_of_an_unfinished_report_is_saved_and_says_so(chosen: Chosen, window: Window) -> None:
    open_new(window)
    press(KEY.Key_S, CONTROL | SHIFT)
    until(lambda: list(chosen.out.glob("*.pdf")) and window.messages.text)
    saved_to, besides = window.messages.text.splitlines()
    assert saved_to.startswith("บันทึก รายงาน")
    assert besides == "รายงานนี้ยังต้องแก้ไข 3 จุด เอกสารที่บันทึกจึงยังไม่สมบูรณ์"
    press(KEY.Key_F6)
    press(KEY.Key_Tab)
    press(KEY.Key_Tab)
    press(KEY.Key_Return)
    assert title(window) == "ตรวจสอบ"


def test_the_folder_of_the_last_pdf_is_suggested(chosen: Chosen, window: Window) -> None:
    open_sample(window)
    for count in (1, 2):
        press(KEY.Key_S, CONTROL | SHIFT)
        until(lambda: window.messages.text)
        assert len(chosen.suggested) == count
    name = "รายงานการมีส่วนร่วม จังหวัดพิษณุโลก รอบ 6 เดือน 2566.pdf"
    assert chosen.suggested == [name, str(chosen.out / name)]


def test_photos_are_added_in_order_and_a_bad_one_is_named(
    chosen: Chosen, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.ui.look.notice.FRESH", 0)  # read at once
    for path, size in zip(chosen.files_chosen, (60, 0, 30), strict=True):
        path.write_bytes(encoded(plain(size, 30), b"JPEG") if size else b"no picture")
    open_new(window)
    press(KEY.Key_N, CONTROL | SHIFT)
    go_to_page(window, "1.7 ภาพกิจกรรม")
    click(window, "add_photos")
    until(lambda: is_seen(window, "caption_1"))
    assert "เสีย.jpg" in seen(window, "message_text", QLabel).text()
    assert not is_seen(window, "caption_2")
    press(KEY.Key_Left, ALT)
    assert not is_seen(window, "message_text"), "it was about the page that was left"


def test_that_something_is_open_is_said_of_the_page_it_was_asked_on(
    chosen: Chosen, window: Window
) -> None:
    del chosen
    open_new(window)
    press(KEY.Key_P, CONTROL)
    until(lambda: window.messages.text.startswith("ยังต้องแก้ไข"))
    go_to_page(window, "ผู้ลงนาม")
    assert window.messages.text == ""


def test_closing_is_refused_only_while_words_would_be_lost(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_new(window)
    press(KEY.Key_Tab)
    type_text("ก")

    def full(*_: object) -> None:
        raise EnvironmentFault(Said("ดิสก์เต็ม ยังไม่ได้บันทึก", "The disk is full"))

    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", full)
        window.close()
        settle()
        assert window.isVisible()
        assert seen(window, "message_text", QLabel).text() == "ดิสก์เต็ม ยังไม่ได้บันทึก"
    window.close()
    until(lambda: not window.isVisible())


def test_a_formatted_paste_is_plain_text(window: Window) -> None:
    open_new(window)
    press(KEY.Key_Tab)
    data = QMimeData()
    data.setHtml("<p style='color:red'><b>จังหวัด</b>พิษณุโลก</p>")
    data.setText("จังหวัดพิษณุโลก")
    QGuiApplication.clipboard().setMimeData(data)
    press(KEY.Key_V, CONTROL)
    until(lambda: "จังหวัดพิษณุโลก" in seen(window, "report_title", QLabel).text())
