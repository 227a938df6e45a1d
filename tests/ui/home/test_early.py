"""What is asked for while the program still loads is done as soon as it can be."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from desktop_app.paths import DataPlace
from desktop_app.ui import app as composition
from desktop_app.ui.desk.desk import Desk
from desktop_app.ui.desk.keeping import Keeping
from desktop_app.ui.office import Office
from desktop_app.ui.window import Window
from tests.ui.person import CONTROL, is_seen, pause, press, settle, until

PAGES = {
    "backup": "begin_backup",
    "restore": "choose_file",
    "merge": "add_files",
    "bin": "back_home",
    "settings": "back_home",
}


@pytest.fixture
def loading(
    place: DataPlace, app: object, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Window, Event]]:
    """The window that shows the list, and what lets the rest be loaded."""
    del app
    load, ready = composition.loaded, Event()

    def loaded_late(place: DataPlace) -> Office:
        ready.wait(30)
        return load(place)

    monkeypatch.setattr(composition, "loaded", loaded_late)
    window = composition.opened(place)
    window.show()
    window.activateWindow()
    until(lambda: is_seen(window, "more"))
    yield window, ready
    ready.set()
    until(lambda: window.findChildren(Desk))
    window.close()
    until(lambda: not window.isVisible())


@pytest.mark.parametrize("act", PAGES)
def test_the_menu_is_answered_once_there_is_somebody(
    loading: tuple[Window, Event], act: str
) -> None:
    window, ready = loading
    chosen = window.findChild(QAction, act)
    assert chosen is not None
    chosen.trigger()
    settle()
    assert is_seen(window, "new_report")
    ready.set()
    until(lambda: not is_seen(window, "new_report"))
    until(lambda: is_seen(window, PAGES[act]))


def test_of_several_wishes_the_last_is_done(loading: tuple[Window, Event]) -> None:
    window, ready = loading
    press(Qt.Key.Key_Comma, CONTROL)
    press(Qt.Key.Key_N, CONTROL)
    ready.set()
    until(lambda: is_seen(window, "outline"))
    pause(100)
    assert is_seen(window, "outline")


def test_the_data_are_watched_though_the_list_was_never_seen(
    loading: tuple[Window, Event],
) -> None:
    window, ready = loading
    press(Qt.Key.Key_N, CONTROL)
    ready.set()
    until(lambda: is_seen(window, "outline"))
    until(lambda: any(keeping.has_begun for keeping in window.findChildren(Keeping)))
