"""What is chosen once and for all counts at once, and is there the next time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from desktop_app.paths import DataPlace, font
from desktop_app.report.values import Agency
from desktop_app.services.settings import Paper, Settings, read_settings, write_settings
from desktop_app.services.words.wordlist import read_words
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.language import language, speak
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.window import Window
from tests.ui.journeys import is_at_rest
from tests.ui.person import CONTROL, click, is_seen, press, seen, settle, type_text, until

KEY = Qt.Key


@pytest.fixture(autouse=True)
def _thai_again(app: QApplication) -> Iterator[None]:
    """Leave the other tests their language."""
    del app
    yield
    speak("th")


def open_settings(window: Window) -> None:
    until(lambda: is_seen(window, "open_sample"))
    act = window.findChild(QAction, "settings")
    assert act is not None
    act.trigger()
    until(lambda: is_seen(window, "settings_kept"))
    until(lambda: seen(window, "own_words", QTextEdit).isEnabled())


def kept(place: DataPlace) -> Settings:
    read = read_settings(place)
    assert read.notice is None
    return read.settings


def enter(window: Window, name: str, text: str) -> None:
    """Type into a field in place of what stands in it."""
    field = seen(window, name, QWidget)
    (scroll,) = (one for one in window.findChildren(QScrollArea) if one.isVisible())
    scroll.ensureWidgetVisible(field)
    field.setFocus()
    press(KEY.Key_A, CONTROL)
    type_text(text)


def step(window: Window, name: str, key: Qt.Key) -> None:
    """Go one row up or down in a box by the keyboard."""
    seen(window, name, QComboBox).setFocus()
    press(key)


def test_a_new_report_begins_with_the_office_s_defaults(window: Window, place: DataPlace) -> None:
    open_settings(window)
    enter(window, "agency.name", "อำเภอวังทอง")
    enter(window, "name_0", "นายสมชาย ใจดี")
    click(window, "back_home")
    until(lambda: is_seen(window, "new_report"))
    until(lambda: kept(place).agency.name == "อำเภอวังทอง")
    assert [one.name for one in kept(place).signatories] == ["นายสมชาย ใจดี"]
    click(window, "new_report")
    until(lambda: is_seen(window, "report_title"))
    until(lambda: "อำเภอวังทอง" in seen(window, "report_title", QLabel).text())


def test_what_was_changed_last_is_kept_though_the_window_is_closed(
    window: Window, place: DataPlace
) -> None:
    open_settings(window)
    enter(window, "agency.name", "อำเภอวังทอง")
    enter(window, "own_words", "ทับยายเชียง")
    window.close()
    assert kept(place).agency.name == "อำเภอวังทอง"
    assert read_words(place) == ("ทับยายเชียง",)


def test_a_margin_that_cannot_be_is_said_and_not_kept(window: Window, place: DataPlace) -> None:
    open_settings(window)
    enter(window, "margin_left", "300")
    until(lambda: is_seen(window, "wrong_margins"))
    enter(window, "margin_right", "25")
    assert seen(window, "margin_left", QLineEdit).property("wrong") is True
    enter(window, "margin_left", "๓๕")
    until(lambda: kept(place).paper.margins.left == 35)
    assert not is_seen(window, "wrong_margins")


def test_english_is_spoken_at_once_and_the_next_time(window: Window, place: DataPlace) -> None:
    open_settings(window)
    step(window, "language", KEY.Key_Down)
    until(lambda: language() == "en")
    until(lambda: kept(place).language == "en")
    until(lambda: seen(window, "back_home", Button).text() == "‹ All reports")
    assert QApplication.focusWidget() is seen(window, "language", QComboBox)
    press(KEY.Key_Up)
    until(lambda: language() == "th")
    until(lambda: seen(window, "back_home", Button).text() == "‹ รายงานทั้งหมด")


def test_the_language_that_was_changed_stays_in_sight(window: Window) -> None:
    open_settings(window)
    window.resize(700, 400)
    settle()
    step(window, "language", KEY.Key_Down)
    until(lambda: language() == "en")
    until(lambda: is_seen(window, "own_words") and is_at_rest(window))
    box = seen(window, "language", QComboBox)
    assert box.visibleRegion().boundingRect().size() == box.size()


def test_settings_that_could_not_be_read_are_not_written_over(
    place: DataPlace, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Settings(agency=Agency(name="อำเภอวังทอง"))
    write_settings(place, before)
    read = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path == place.settings:
            raise PermissionError(13, "used by another process")
        return read(path)

    with monkeypatch.context() as busy:
        busy.setattr(Path, "read_bytes", read_bytes)
        window: Window = request.getfixturevalue("window")
        until(lambda: "อ่านการตั้งค่า" in window.messages.text)
        open_settings(window)
        window.messages.hide()
        step(window, "language", KEY.Key_Down)
        until(lambda: "อ่านการตั้งค่า" in window.messages.text)
    assert kept(place) == before
    click(window, "back_home")
    open_settings(window)
    step(window, "language", KEY.Key_Down)
    until(lambda: kept(place) == before.model_copy(update={"language": "en"}))
    until(lambda: seen(window, "back_home", Button).text() == "‹ All reports")


class Chosen(Dialogs):
    """Answers the dialogs for files and folders."""

    def __init__(self, face: Path, second: Path) -> None:
        self.chosen = face
        self.second = second

    def face(self, parent: QWidget) -> Path | None:
        del parent
        return self.chosen

    def folder(self, parent: QWidget) -> Path | None:
        del parent
        return self.second


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Chosen:
    """Answer the dialogs of the window that is opened after this."""
    answers = Chosen(tmp_path / "เสีย.ttf", tmp_path / "stick")
    monkeypatch.setattr("desktop_app.ui.dialogs.Dialogs", lambda: answers)
    return answers


def test_a_face_and_a_second_folder_are_chosen(
    chosen: Chosen, window: Window, place: DataPlace
) -> None:
    chosen.chosen.write_bytes(b"no font")
    open_settings(window)
    click(window, "choose_face")
    until(lambda: "เสีย.ttf" in window.messages.text)
    chosen.chosen = font("Sarabun-Bold.ttf")
    click(window, "choose_face")
    until(lambda: kept(place).paper.face == chosen.chosen)
    click(window, "choose_second")
    until(lambda: kept(place).second_folder == chosen.second)
    assert seen(window, "second_folder", QLabel).text() == str(chosen.second)
    click(window, "no_second")
    until(lambda: kept(place).second_folder is None)


@pytest.fixture
def face_gone(place: DataPlace, tmp_path: Path) -> None:
    """Choose a face, and lose its file."""
    write_settings(place, Settings(paper=Paper(face=tmp_path / "หาย.ttf")))


@pytest.mark.usefixtures("face_gone")
def test_a_face_that_is_gone_is_told_of_where_it_was_chosen(window: Window) -> None:
    open_settings(window)
    until(lambda: is_seen(window, "unusable_face"))
    said = seen(window, "unusable_face", QLabel).text()
    assert "หาย.ttf" in said
    assert "Sarabun" in said


@pytest.fixture
def damaged(place: DataPlace) -> None:
    """Leave a file of settings that is none."""
    place.root.mkdir()
    place.settings.write_text("{", encoding="utf-8")


@pytest.mark.usefixtures("damaged")
def test_damaged_settings_are_told_of_and_stop_nobody(window: Window) -> None:
    until(lambda: "settings.damaged.json" in window.messages.text)
    open_settings(window)


def test_provinces_and_their_districts_are_offered(window: Window) -> None:
    open_settings(window)
    enter(window, "agency.province", "พิษณุ")
    until(lambda: is_seen(window, "known_words"))
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    enter(window, "agency.district", "วังท")
    until(lambda: offered(window) == ["วังทอง"])


def offered(window: Window) -> list[str]:
    if not is_seen(window, "known_words"):
        return []
    words = seen(window, "known_words", QListWidget)
    return [words.item(row).text() for row in range(words.count())]
