"""The backup as the window closes: it holds what was saved last, and nobody's window closes later."""

import datetime as dt
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.errors import DiskFull, Said
from desktop_app.paths import DataPlace
from desktop_app.services.automatic_backups import Automatic, back_up_if_changed
from desktop_app.services.backups import Progress
from desktop_app.services.settings import Settings, write_settings
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.store import Store
from desktop_app.ui.desk import keeping
from desktop_app.ui.desk.keeping import Keeping
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.window import Window
from tests.ui.data.ways import said, store_sample
from tests.ui.journeys import open_new
from tests.ui.person import click, is_seen, press, settle, type_text, until


class Gate:
    """Holds every automatic backup, once its file is there, until it may go on."""

    def __init__(self) -> None:
        self.made, self.go = Event(), Event()

    def backing_up(
        self, place: DataPlace, second: Path | None, *, now: dt.datetime, progress: Progress
    ) -> Automatic:
        done = back_up_if_changed(place, second, now=now, progress=progress)
        self.made.set()
        assert self.go.wait(20)
        return done


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    gate = Gate()
    monkeypatch.setattr(keeping, "back_up_if_changed", gate.backing_up)
    return gate


@pytest.fixture
def stored(window: Window, gate: Gate) -> Window:
    """The window with a report that is in no backup yet."""
    del gate
    until(lambda: is_seen(window, "open_sample"))
    store_sample(window)
    return window


def keeper(window: Window) -> Keeping:
    (found,) = window.findChildren(Keeping)
    return found


def errand(window: Window) -> Event:
    """Begin something that people rely on, and return what ends it."""
    (tasks,) = window.findChildren(Tasks)
    end = Event()
    tasks.errand(window, lambda: end.wait(20), lambda _: None)
    return end


def act(window: Window, words: str) -> None:
    """Do what the foot of the window offers."""
    (one,) = (
        button
        for button in window.findChildren(QPushButton, "message_act")
        if button.isVisible() and button.text() == words
    )
    one.click()
    settle()


def type_into_another(window: Window) -> None:
    open_new(window)
    press(Qt.Key.Key_Tab)
    type_text("ก")


def reports_in_backups(place: DataPlace) -> int:
    return max(len(verify_backup(path).current) for path in place.backups.glob("*.zip"))


@pytest.mark.parametrize("again", [False, True])
def test_a_window_that_somebody_wants_open_does_not_close_after_a_later_backup(
    stored: Window, gate: Gate, again: bool
) -> None:
    keeper(stored).look()
    until(gate.made.is_set)
    stored.close()
    end = errand(stored)
    if again:
        stored.close()
        act(stored, "ไม่ปิด")
    gate.go.set()
    until(lambda: not keeper(stored).is_busy)
    settle()
    if not again:
        act(stored, "ไม่ปิด")
    end.set()
    settle()
    type_into_another(stored)
    until(lambda: said(stored, "save_state").startswith("บันทึกแล้ว"))
    gate.made.clear()
    for _ in range(Settings().backup_minutes):
        keeper(stored).look()
    until(gate.made.is_set)
    until(lambda: not keeper(stored).is_busy)
    settle()
    assert stored.isVisible()


def test_a_window_whose_last_words_cannot_be_saved_does_not_close_after_a_backup(
    stored: Window, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper(stored).look()
    until(gate.made.is_set)
    stored.close()
    type_into_another(stored)

    def full(*_: object) -> dt.datetime:
        raise DiskFull(Said("ดิสก์เต็ม", "The disk is full"))

    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", full)
        stored.close()
        settle()
    gate.go.set()
    until(lambda: not keeper(stored).is_busy)
    settle()
    assert stored.isVisible()


def test_what_is_saved_during_the_last_backup_is_in_another(
    stored: Window, gate: Gate, place: DataPlace
) -> None:
    stored.close()
    assert said(stored, "job_name") == "กำลังสำรองข้อมูลก่อนปิด…"
    type_into_another(stored)
    gate.go.set()
    until(lambda: not stored.isVisible())
    assert reports_in_backups(place) == 2


def test_whoever_wants_no_other_backup_gets_none(
    stored: Window, gate: Gate, place: DataPlace
) -> None:
    stored.close()
    type_into_another(stored)
    click(stored, "job_stop")
    gate.go.set()
    until(lambda: not stored.isVisible())
    assert reports_in_backups(place) == 1


def test_a_second_folder_that_is_away_keeps_no_window_open(
    place: DataPlace, tmp_path: Path, gate: Gate, request: pytest.FixtureRequest
) -> None:
    write_settings(place, Settings(second_folder=tmp_path / "แฟลชไดรฟ์"))
    window: Window = request.getfixturevalue("stored")
    window.close()
    assert window.isVisible()
    gate.go.set()
    until(lambda: not window.isVisible())
