"""The beginning, the list of reports, what is found in them, the bin, and the settings."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from desktop_app.paths import DataPlace
from desktop_app.ui.home.home_list import HomeList
from desktop_app.ui.window import Window
from tests.looks.offices import MANY, busy_office
from tests.looks.stand import Stand, Story
from tests.ui.data.ways import ask
from tests.ui.person import CONTROL, is_seen, pause, press, seen, settle, type_text, until

KEY = Qt.Key


def at_list(window: Window) -> HomeList:
    """Wait for the list, and give it the keyboard."""
    until(lambda: is_seen(window, "reports"))
    listing = seen(window, "reports", HomeList)
    until(lambda: listing.model().rowCount())
    listing.setFocus()
    return listing


def first_run(stand: Stand) -> None:
    """Nothing is stored yet."""
    with stand.opened(DataPlace(stand.folder / "data")) as window:
        until(lambda: is_seen(window, "open_sample"))
        stand.take("beginning")
        ask(window, "bin")
        stand.take("empty-bin")


def home(stand: Stand) -> None:
    """Years of reports, found, and acted upon."""
    with stand.opened(busy_office(DataPlace(stand.folder / "data"))) as window:
        listing = at_list(window)
        stand.take("full")
        press(KEY.Key_End)
        stand.take("end")
        listing.choose(MANY)
        _menu(stand, listing)
        more = seen(window, "more", QPushButton)
        stand.while_asked(more.showMenu, lambda: stand.take("more-menu"))
        _search(stand, window)


def _menu(stand: Stand, listing: HomeList) -> None:
    at = QPoint(200, 90)
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, at, listing.viewport().mapToGlobal(at)
    )
    send = QApplication.sendEvent
    stand.while_asked(lambda: send(listing.viewport(), asked), lambda: stand.take("menu"))


def _search(stand: Stand, window: Window) -> None:
    press(KEY.Key_F, CONTROL)
    type_text("น้ำ")
    pause(900)  # where it stands is looked for after the reports
    stand.take("found")
    press(KEY.Key_A, CONTROL)
    type_text("ไม่มีคำนี้")
    until(lambda: is_seen(window, "nothing_found"))
    stand.take("nothing-found")


def bin_page(stand: Stand) -> None:
    """What was deleted, and what comes of deleting."""
    with stand.opened(busy_office(DataPlace(stand.folder / "data"))) as window:
        at_list(window)
        press(KEY.Key_Down)
        press(KEY.Key_Delete)
        stand.take("deleted")
        ask(window, "bin")
        until(lambda: is_seen(window, "restore_0"))
        stand.take("full")
        button = seen(window, "empty_bin", QPushButton)
        stand.while_asked(button.click, lambda: stand.take("asks"))


def settings(stand: Stand) -> None:
    """All sections, and the lists of what can be chosen."""
    with stand.opened(busy_office(DataPlace(stand.folder / "data"))) as window:
        at_list(window)
        ask(window, "settings")
        until(lambda: is_seen(window, "settings_kept"))
        stand.take_whole("all")
        for box in window.findChildren(QComboBox):
            if box.isVisible():
                _drop_down(stand, box)
                break
        margin = seen(window, "margin_left", QWidget)
        margin.setFocus()
        press(KEY.Key_A, CONTROL)
        type_text("900")
        press(KEY.Key_Tab)
        stand.take("wrong")


def _drop_down(stand: Stand, box: QComboBox) -> None:
    box.setFocus()
    settle()
    box.showPopup()
    stand.take("drop-down")
    box.hidePopup()


STORIES: tuple[Story, ...] = (first_run, home, bin_page, settings)
