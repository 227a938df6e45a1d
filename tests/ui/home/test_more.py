"""The menu of what is done now and then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop_app.ui.home.home import Home
from desktop_app.ui.home.more_menu import MoreButton
from tests.ui.person import CONTROL, press, seen, settle, show

ACTS = ("backup", "restore", "merge", "bin", "settings")


@pytest.fixture
def home(app: object) -> Home:
    """The first view by itself."""
    del app
    made = Home()
    show(made)
    return made


@pytest.mark.parametrize("act", ACTS)
def test_the_menu_asks_for_what_it_says(home: Home, act: str) -> None:
    asked: list[str] = []
    for name in ACTS:
        getattr(home, f"{name}_asked").connect(lambda name=name: asked.append(name))
    seen(home, "more", MoreButton).setFocus()
    press(Qt.Key.Key_Return)
    menu = seen(home, "more_menu", QMenu)
    chosen = home.findChild(QAction, act)
    assert chosen in menu.actions()
    menu.setActiveAction(chosen)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
    assert asked == [act]


def test_settings_have_a_key(home: Home) -> None:
    asked: list[bool] = []
    home.settings_asked.connect(lambda: asked.append(True))
    seen(home, "more", MoreButton).setFocus()
    press(Qt.Key.Key_Comma, CONTROL)
    assert asked == [True]
