"""Outline, form and pages: the pages fold where there is no room, and stand alone if wanted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.window import Window
from desktop_app.ui.wizard.panes import Panes
from tests.ui.journeys import go_to_page, open_sample
from tests.ui.person import CONTROL, click, is_seen, keyboard, press, seen, settle, type_text, until

KEY = Qt.Key


def test_the_pages_fold_with_the_room_and_come_back(window: Window) -> None:
    open_sample(window)
    assert is_seen(window, "page_view")
    window.resize(800, 500)
    settle()
    assert window.size().width() == 800
    assert not is_seen(window, "page_view")
    window.resize(1366, 728)
    settle()
    assert is_seen(window, "page_view")


def test_folded_by_hand_they_stay_folded(window: Window) -> None:
    open_sample(window)
    press(KEY.Key_F9)
    assert not is_seen(window, "page_view")
    window.resize(800, 500)
    window.resize(1366, 728)
    settle()
    assert not is_seen(window, "page_view")
    press(KEY.Key_F9)
    assert is_seen(window, "page_view")


def torn_off(window: Window) -> QWidget:
    return seen(window, "torn_off", QWidget)


def test_torn_off_they_follow_the_form_still(window: Window) -> None:
    open_sample(window)
    until(lambda: seen(window, "preview_page", QLabel).text())
    click(window, "tear_preview")
    alone = torn_off(window)
    assert alone.isWindow()
    window.activateWindow()
    until(window.isActiveWindow)
    go_to_page(window, "1.7 ภาพกิจกรรม")
    until(lambda: seen(alone, "preview_page", QLabel).text() == "หน้า 3 / 3")
    alone.close()
    settle()
    assert not is_seen(window, "torn_off")
    assert is_seen(window, "page_view")


def test_without_room_f9_gives_them_a_window(window: Window) -> None:
    open_sample(window)
    window.resize(800, 500)
    settle()
    press(KEY.Key_F9)
    assert is_seen(torn_off(window), "page_view")
    window.activateWindow()
    until(window.isActiveWindow)
    press(KEY.Key_F9)
    assert not is_seen(window, "torn_off")


def test_they_go_with_the_report(window: Window) -> None:
    open_sample(window)
    click(window, "tear_preview")
    window.activateWindow()
    until(window.isActiveWindow)
    click(window, "back_home")
    until(lambda: is_seen(window, "reports"))
    assert not is_seen(window, "torn_off")


def test_looking_for_words_unfolds_them(window: Window) -> None:
    open_sample(window)
    press(KEY.Key_F9)
    press(KEY.Key_F, CONTROL)
    assert seen(window, "find_words", QWidget).hasFocus()


def test_back_from_their_window_all_is_as_it_was(window: Window) -> None:
    open_sample(window)
    panes = seen(window, "page_view", QWidget).window().findChildren(Panes)[0]
    panes.setSizes([300, 600, 464])
    settle()
    before, field = panes.sizes(), keyboard()
    click(window, "tear_preview")
    alone = torn_off(window)
    until(lambda: seen(alone, "page_view", QWidget).hasFocus())
    alone.close()
    window.activateWindow()
    until(window.isActiveWindow)
    until(field.hasFocus)
    assert panes.sizes() == before


def test_the_titles_follow_the_name(window: Window) -> None:
    open_sample(window)
    click(window, "tear_preview")
    alone = torn_off(window)
    window.activateWindow()
    until(window.isActiveWindow)
    go_to_page(window, "ข้อมูลรายงาน")
    press(KEY.Key_Tab)
    press(KEY.Key_A, CONTROL)
    type_text("อำเภอวังทอง")
    until(lambda: window.windowTitle().startswith("อำเภอวังทอง · "))
    assert "อำเภอวังทอง" in alone.windowTitle()
