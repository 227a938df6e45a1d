"""Doubted words are underlined once nobody types, and put right by the menu."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from desktop_app.paths import DataPlace
from desktop_app.report.values import Activity, Report
from desktop_app.services.known import gazetteer
from desktop_app.services.settings import Settings, write_settings
from desktop_app.services.words.spelling import Doubt, speller
from desktop_app.services.words.wordlist import read_words
from desktop_app.ui.fields.growing import GrowingText
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.window import Window
from tests.ui.forms import Form, clause
from tests.ui.journeys import go_to_page, open_sample
from tests.ui.person import keyboard, pause, press, settle, type_text, until

KEY = Qt.Key


class Known:
    """Looks texts through at once, and remembers what it was told to learn."""

    def __init__(self) -> None:
        self.learnt: list[str] = []

    def look(self, asker: QObject, text: str, then: Callable[[tuple[Doubt, ...]], None]) -> None:
        del asker
        then(speller(gazetteer(), self.learnt).doubts(text))

    def learn(self, word: str) -> None:
        self.learnt.append(word)


def entry() -> GrowingText:
    edit = keyboard()
    assert isinstance(edit, GrowingText)
    return edit


def underlined(edit: GrowingText) -> list[str]:
    return [one.cursor.selectedText() for one in edit.extraSelections()]


def menu_at(edit: GrowingText, position: int) -> QMenu:
    menu = QMenu(edit)
    menu.addAction("คัดลอก")
    edit.menu_asked.emit(menu, position)
    return menu


def shown(tasks: Tasks, known: Known) -> Form:
    form = Form(clause(3), Report(fiscal_year=2566, activities=(Activity(),)), tasks)
    form.page.take_spelling(known)
    type_text("ขออนุญาติจัดงาน")
    until(lambda: underlined(entry()))
    return form


def test_a_doubted_word_is_underlined_and_put_right(tasks: Tasks) -> None:
    form = shown(tasks, Known())
    assert underlined(entry()) == ["อนุญาติ"]
    menu = menu_at(entry(), 4)
    texts = [one.text() for one in menu.actions()]
    assert texts[:2] == ["อนุญาต", "เพิ่มในคำของฉัน"]
    assert texts[-1] == "คัดลอก"
    menu.actions()[0].trigger()
    settle()
    assert form.issues() == ("ขออนุญาตจัดงาน",)
    assert underlined(entry()) == []


def test_a_learnt_word_is_right(tasks: Tasks) -> None:
    known = Known()
    form = shown(tasks, known)
    menu_at(entry(), 4).actions()[1].trigger()
    pause(800)
    assert known.learnt == ["อนุญาติ"]
    assert underlined(entry()) == []
    assert form.issues() == ("ขออนุญาติจัดงาน",), "and nothing typed was touched"


def test_beside_the_word_the_menu_is_as_ever(tasks: Tasks) -> None:
    shown(tasks, Known())
    assert len(menu_at(entry(), 14).actions()) == 1


def test_the_window_doubts_and_learns(window: Window, place: DataPlace) -> None:
    open_sample(window)
    go_to_page(window, "1.3")
    press(KEY.Key_End)
    type_text("สถาณการณ์")
    until(lambda: underlined(entry()))
    text = entry().text()
    at = text.index("สถาณการณ์") + 2
    menu = menu_at(entry(), at)
    next(one for one in menu.actions() if one.text() == "เพิ่มในคำของฉัน").trigger()
    until(lambda: read_words(place) == ("สถาณการณ์",))


def test_it_can_be_turned_off(place: DataPlace, request: pytest.FixtureRequest) -> None:
    write_settings(place, Settings(spelling=False))
    window: Window = request.getfixturevalue("window")
    open_sample(window)
    go_to_page(window, "1.3")
    type_text("สถาณการณ์")
    pause(1500)
    assert underlined(entry()) == []
