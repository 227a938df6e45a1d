"""Every page of a report: empty, filled, crowded, wrong; and what pops up over it."""

from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget, QPushButton, QWidget

from desktop_app.paths import DataPlace
from desktop_app.report.flow import Page, Step
from desktop_app.report.flow import pages as pages_of
from desktop_app.report.values import Report
from desktop_app.ui.fields.growing import GrowingText
from desktop_app.ui.window import Window
from desktop_app.ui.wizard.report_view import ReportView
from tests.looks.home_stories import at_list
from tests.looks.offices import MANY, SAMPLE, bare, busy_office, camera_files, many_rows, wrong
from tests.looks.stand import Stand, Story
from tests.ui.forms import clause
from tests.ui.journeys import open_new, title
from tests.ui.person import (
    ALT,
    CONTROL,
    SHIFT,
    click,
    is_seen,
    keyboard,
    pause,
    press,
    seen,
    settle,
    type_text,
    until,
)

KEY = Qt.Key


def open_report(stand: Stand, report_id: UUID) -> ReportView:
    """Open a stored report, until its pages are there."""
    window = stand.window
    at_list(window).choose(report_id)
    press(KEY.Key_Return)
    until(lambda: is_seen(window, "page_title") and title(window))
    if is_seen(window, "preview_page"):
        until(lambda: window.findChildren(QWidget, "preview_page")[0].property("text"))
    (view,) = window.findChildren(ReportView)
    return view


def office(stand: Stand) -> DataPlace:
    """Return the data of an office."""
    return busy_office(DataPlace(stand.folder / "data"))


def page_of(number: int) -> Page:
    """Return the page of a clause of the first activity."""
    return Page(Step.ACTIVITY, clause(number), 0)


def _every_page(stand: Stand, report: Report) -> None:
    view = open_report(stand, report.id)
    every = [one for one in pages_of(report) if one.activity in {None, 0}]
    for number, page in enumerate(every):
        view.open_page(page)
        pause(250)
        part = page.section.clause if page.section is not None else None
        name = f"1.{part}" if part else page.step.value
        stand.take_whole(f"{number:02}-{name}")


def new_report(stand: Stand) -> None:
    """A report that has just been made, and the next round of another."""
    with stand.opened(office(stand)) as window:
        at_list(window)
        open_new(window)
        stand.take_whole("first-page")
        box = next(one for one in window.findChildren(QComboBox) if one.isVisible())
        box.showPopup()
        stand.take("drop-down")
        box.hidePopup()
        press(KEY.Key_Home, ALT)
        at_list(window).choose(SAMPLE.report.id)
        press(KEY.Key_R, CONTROL)
        until(lambda: is_seen(window, "page_title"))
        stand.take("next-round")


def report_filled(stand: Stand) -> None:
    """Every page of the sample."""
    with stand.opened(office(stand)):
        _every_page(stand, SAMPLE.report)


def report_crowded(stand: Stand) -> None:
    """Every page where lists are long and names longer."""
    with stand.opened(office(stand)):
        _every_page(stand, many_rows().report)


def report_bare(stand: Stand) -> None:
    """Every page before anything is typed."""
    with stand.opened(office(stand)):
        _every_page(stand, bare().report)


def report_wrong(stand: Stand) -> None:
    """Every page where much is to be mended."""
    with stand.opened(office(stand)) as window:
        _every_page(stand, wrong().report)
        (view,) = window.findChildren(ReportView)
        view.open_page(page_of(1))
        settle()
        line = keyboard()
        press(KEY.Key_A, CONTROL)
        type_text("วันพระ")
        press(KEY.Key_Tab)
        assert keyboard() is not line
        stand.take("unread")


def popups(stand: Stand) -> None:
    """Calendar, completion, the list of doubts, menus."""
    with stand.opened(office(stand)) as window:
        view = open_report(stand, MANY)
        view.open_page(page_of(1))
        settle()
        press(KEY.Key_Down, ALT)
        stand.take("calendar")
        over = QApplication.activePopupWidget()
        if over is not None:
            over.close()
        _completion(stand, view)
        _spelling(stand, view)
        _tips(stand, window)


def _completion(stand: Stand, view: ReportView) -> None:
    view.open_page(page_of(4))
    pause(300)
    texts = [one for one in stand.window.findChildren(GrowingText) if one.isVisible()]
    texts[-1].setFocus()
    pause(300)
    press(KEY.Key_A, CONTROL)
    type_text("ผู้แทน")
    until(lambda: is_seen(stand.window, "known_words"))
    press(KEY.Key_Down)
    stand.take("completion")
    press(KEY.Key_Escape)


def _spelling(stand: Stand, view: ReportView) -> None:
    view.open_page(page_of(3))
    pause(300)
    edit = keyboard()
    assert isinstance(edit, GrowingText)
    press(KEY.Key_A, CONTROL)
    type_text("ขออนุญาติจัดงานบริเวณลานจอดรถ")
    until(edit.extraSelections)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    at = edit.viewport().mapToGlobal(QPoint(60, 16))
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(60, 16), at)
    send = QApplication.sendEvent
    stand.while_asked(lambda: send(edit.viewport(), asked), lambda: stand.take("spelling"))


def _tips(stand: Stand, window: Window) -> None:
    zoom = next(iter(window.findChildren(QPushButton, "zoom")), None)
    if zoom is not None and zoom.isVisible():
        stand.while_asked(zoom.showMenu, lambda: stand.take("zoom-menu"))


def preview(stand: Stand) -> None:
    """The pages: searched, enlarged, a page of their own, torn off."""
    with stand.opened(office(stand)) as window:
        open_report(stand, SAMPLE.report.id)
        press(KEY.Key_F, CONTROL)
        settle()
        type_text("ประชาชน")
        until(lambda: _says(window, "find_count"))
        pause(600)
        stand.take("searched")
        press(KEY.Key_A, CONTROL)
        type_text("ไม่มีคำนี้")
        pause(700)
        stand.take("not-found")
        press(KEY.Key_Escape)
        for torn in window.findChildren(QWidget, "torn_off"):
            torn.close()
        settle()
        window.activateWindow()
        seen(window, "outline", QListWidget).setFocus()
        settle()
        if is_seen(window, "tear_preview"):
            click(window, "tear_preview")
        else:
            press(KEY.Key_F9)
        pause(900)
        stand.take("torn-off")


def _says(window: Window, name: str) -> bool:
    return any(label.text() for label in window.findChildren(QLabel, name) if label.isVisible())


def photos(stand: Stand) -> None:
    """Photos on their way in, and one being cut."""
    with stand.opened(office(stand)) as window:
        view = open_report(stand, MANY)
        view.open_page(page_of(7))
        pause(500)
        paths = camera_files(stand.folder / "กล้อง", 8)
        broken = stand.folder / "กล้อง" / "ภาพเสีย.jpg"
        broken.write_bytes(paths[0].read_bytes()[:5000])
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in (*paths, broken)])
        QGuiApplication.clipboard().setMimeData(data)
        press(KEY.Key_V, CONTROL)
        until(lambda: "/" in window.messages.text)
        pause(300)
        stand.take("progress")
        until(lambda: "ภาพเสีย" in window.messages.text, 90)
        stand.take_whole("done")
        caption = next(one for one in window.findChildren(QWidget, "caption_0") if one.isVisible())
        caption.setFocus()
        press(KEY.Key_T, CONTROL)
        until(QApplication.activeModalWidget)
        pause(300)
        stand.take("cut")


def focus(stand: Stand) -> None:
    """Where the keyboard is, on one control after the other."""
    with stand.opened(office(stand)):
        view = open_report(stand, SAMPLE.report.id)
        view.open_page(page_of(4))
        pause(300)
        for number in range(9):
            press(KEY.Key_Tab, SHIFT) if number > 5 else press(KEY.Key_Tab)
            stand.take(f"{number}")
        outline = seen(stand.window, "outline", QListWidget)
        outline.setFocus()
        press(KEY.Key_Down)
        stand.take("outline")


STORIES: tuple[Story, ...] = (
    new_report,
    report_filled,
    report_crowded,
    report_bare,
    report_wrong,
    popups,
    preview,
    photos,
    focus,
)
