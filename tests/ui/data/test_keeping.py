"""What the window keeps safe by itself: backups when something changed, one at a time, risks said."""

import datetime as dt
import json
from functools import partial
from pathlib import Path, PurePath
from threading import Event
from time import sleep

import pytest
from PySide6.QtCore import Qt

from desktop_app.errors import EnvironmentFault, InUse, Said
from desktop_app.paths import DataPlace
from desktop_app.report.values import Report
from desktop_app.services import places
from desktop_app.services.automatic_backups import Automatic, back_up_if_changed
from desktop_app.services.backups import Cancelled, Progress
from desktop_app.services.settings import Settings, write_settings
from desktop_app.storage import lock
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.folders import Drive, PathFacts
from desktop_app.storage.lock import DatabaseLock, HeldHere
from desktop_app.storage.store import Store
from desktop_app.ui import app as composition
from desktop_app.ui.desk import keeping
from desktop_app.ui.desk.keeping import Keeping
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.window import Window
from tests.ui.data.ways import message, said, store_sample
from tests.ui.journeys import open_new, until_idle
from tests.ui.person import click, is_seen, press, type_text, until


def backups(place: DataPlace) -> list[Path]:
    return sorted(place.backups.glob("suanruam-*.zip"))


def close(window: Window) -> None:
    window.close()
    until(lambda: not window.isVisible())


def shown(place: DataPlace) -> Window:
    """Open the window, of which nobody knows yet what it will show."""
    window = composition.opened(place)
    window.resize(1366, 728)
    window.show()
    window.activateWindow()
    return window


def keeper(window: Window) -> Keeping:
    (found,) = window.findChildren(Keeping)
    return found


def has_begun(window: Window) -> bool:
    """Tell whether the database is open, and all that is said of it at once has been said."""
    return any(one.has_begun for one in window.findChildren(Keeping))


@pytest.fixture
def opened(place: DataPlace, window: Window) -> Window:
    """The window once its database is open."""
    until(place.database.exists)
    until(lambda: is_seen(window, "open_sample"))
    return window


def test_closing_backs_up_what_changed(opened: Window, place: DataPlace) -> None:
    store_sample(opened)
    close(opened)
    (path,) = backups(place)
    assert len(verify_backup(path).current) == 1


def test_closing_backs_up_nothing_where_nothing_changed(opened: Window, place: DataPlace) -> None:
    close(opened)
    assert backups(place) == []


def held(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Let the next automatic backup run until it is told to stop."""
    asked: list[bool] = []

    def endless(*_: object, progress: object, **__: object) -> Automatic:
        assert callable(progress)
        while progress(1, 2):
            asked.append(True)
            sleep(0.01)
        raise Cancelled

    monkeypatch.setattr(keeping, "back_up_if_changed", endless)
    return asked


def test_a_long_backup_at_the_end_shows_and_can_be_left_out(
    opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_sample(opened)
    asked = held(monkeypatch)
    opened.close()
    assert opened.isVisible()
    assert said(opened, "job_name") == "กำลังสำรองข้อมูลก่อนปิด…"
    assert asked
    click(opened, "job_stop")
    until(lambda: not opened.isVisible())
    assert opened.remembered("data/not_backed_up") == ""  # somebody wished it so


def test_what_changed_since_a_backup_by_the_clock_is_in_the_one_at_the_end(
    opened: Window, place: DataPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, go = Event(), Event()

    def slow(
        place: DataPlace, second: Path | None, *, now: dt.datetime, progress: Progress
    ) -> Automatic:
        done = back_up_if_changed(place, second, now=now, progress=progress)
        made.set()
        go.wait(20)
        return done

    store_sample(opened)
    monkeypatch.setattr(keeping, "back_up_if_changed", slow)
    keeper(opened).look()
    until(made.is_set)
    open_new(opened)
    press(Qt.Key.Key_Tab)
    type_text("ก")
    opened.close()
    assert opened.isVisible()
    go.set()
    until(lambda: not opened.isVisible())
    assert max(len(verify_backup(path).current) for path in backups(place)) == 2


@pytest.mark.parametrize("seconds", [0, 2 * keeping.PATIENCE])
def test_why_there_was_no_backup_at_the_end_is_said_once_at_the_next_start(
    opened: Window, place: DataPlace, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    def fails(*_: object, **__: object) -> Automatic:
        sleep(seconds)
        raise EnvironmentFault(Said("ดิสก์เต็ม", "The disk is full"))

    store_sample(opened)
    with monkeypatch.context() as full:
        full.setattr(keeping, "back_up_if_changed", fails)
        close(opened)
    again = shown(place)
    until(lambda: message(again).startswith("ปิดโปรแกรมครั้งก่อนแล้วสำรองข้อมูลไม่สำเร็จ: ดิสก์เต็ม"))
    assert "บันทึกไว้ครบ" in message(again)
    keeper(again).look()
    until(lambda: len(backups(place)) == 1 and not keeper(again).is_busy)
    close(again)
    third = shown(place)
    until(partial(has_begun, third))
    until_idle(third)
    assert message(third) == ""
    close(third)


def test_the_clock_makes_backups_of_what_changed(
    place: DataPlace, request: pytest.FixtureRequest
) -> None:
    write_settings(place, Settings(backup_minutes=1))
    opened: Window = request.getfixturevalue("opened")
    store_sample(opened)
    keeper(opened).look()
    until(lambda: len(backups(place)) == 1)
    until(lambda: not keeper(opened).is_busy)
    keeper(opened).look()
    assert not keeper(opened).is_busy
    open_new(opened)
    press(Qt.Key.Key_Tab)
    type_text("ก")
    until(lambda: said(opened, "save_state").startswith("บันทึกแล้ว"))
    keeper(opened).look()
    until(lambda: len(backups(place)) == 2)


def test_a_second_folder_that_is_away_is_said_once(
    place: DataPlace, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    away = tmp_path / "แฟลชไดรฟ์"
    write_settings(place, Settings(backup_minutes=1, second_folder=away))
    window = request.getfixturevalue("opened")
    store_sample(window)
    keeper(window).look()
    until(lambda: "แฟลชไดรฟ์" in message(window))
    window.messages.hide()
    open_new(window)
    press(Qt.Key.Key_Tab)
    type_text("ก")
    until(lambda: said(window, "save_state").startswith("บันทึกแล้ว"))
    keeper(window).look()
    until(lambda: len(backups(place)) == 2 and not keeper(window).is_busy)
    assert message(window) == ""
    away.mkdir()
    close(window)
    (folder,) = away.iterdir()
    assert [path.name for path in folder.iterdir()] == [backups(place)[-1].name]


def test_a_clock_that_was_set_back_is_said(
    place: DataPlace, app: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    with Store.open(place.database) as store:
        store.save(Report(fiscal_year=2566))
    past = dt.datetime(2023, 2, 22, 13, 30, tzinfo=dt.UTC)
    monkeypatch.setattr(keeping, "now", lambda: past)
    window = shown(place)
    until(lambda: message(window).startswith("นาฬิกาของเครื่องบอกเวลา 22 ก.พ. 2566"))
    close(window)


def _warned(window: Window) -> bool:
    return "ข้อมูลสำรอง" in message(window)


@pytest.mark.parametrize("drive", [Drive.NETWORK, Drive.REMOVABLE])
def test_a_risky_folder_is_told_until_somebody_knows(
    place: DataPlace, app: object, monkeypatch: pytest.MonkeyPatch, drive: Drive
) -> None:
    del app
    monkeypatch.setattr(places, "path_facts", lambda _: PathFacts(PurePath("/x"), drive))
    for told in (True, False):
        window = shown(place)
        until(partial(is_seen, window, "open_sample"))
        if told:
            until(partial(_warned, window))
            click(window, "message_act")
        else:
            until(partial(has_begun, window))
            until_idle(window)
            assert message(window) == ""
        close(window)


def elsewhere(place: DataPlace) -> Path:
    """Leave the record of another computer that has the database open just now."""
    place.root.mkdir(parents=True, exist_ok=True)
    record = place.database.with_name(f"{place.database.name}.open.json")
    holder = {
        "machine": "เครื่องห้องทะเบียน",
        "person": "สมศรี",
        "process": 1,
        "since": "",
        "token": "x",
    }
    record.write_text(json.dumps(holder), encoding="utf-8")
    return record


def test_data_that_another_computer_has_open_is_left_alone(place: DataPlace, app: object) -> None:
    del app
    with Store.open(place.database):
        pass
    record = elsewhere(place)
    before = place.database.read_bytes()
    window = shown(place)
    until(lambda: is_seen(window, "closed_0"))
    assert said(window, "closed_0").startswith("เครื่อง “เครื่องห้องทะเบียน” (ผู้ใช้ สมศรี)")
    assert place.database.read_bytes() == before
    click(window, "try_again")
    until(lambda: is_seen(window, "closed_0"))
    record.unlink()
    click(window, "try_again")
    until(lambda: is_seen(window, "open_sample"))
    close(window)


def test_a_second_process_is_refused_on_a_page(place: DataPlace, app: object) -> None:
    del app
    with DatabaseLock.take(place.database):
        window = shown(place)
        until(lambda: is_seen(window, "closed_0"))
    click(window, "try_again")
    until(lambda: is_seen(window, "open_sample"))
    close(window)


def test_a_computer_that_slept_stops_saving_over_another(opened: Window, place: DataPlace) -> None:
    open_new(opened)
    press(Qt.Key.Key_Tab)
    type_text("อำเภอ")
    until(lambda: said(opened, "save_state").startswith("บันทึกแล้ว"))
    record = elsewhere(place)
    keeper(opened).renew()
    until(lambda: "เครื่องห้องทะเบียน" in message(opened))
    type_text("เมือง")
    until(lambda: is_seen(opened, "retry_save"))
    with Store.open(place.database) as store:
        assert [one.agency for one in store.summaries()] == ["อำเภอ"]
    record.unlink()
    click(opened, "retry_save")
    until(lambda: said(opened, "save_state").startswith("บันทึกแล้ว"))
    with Store.open(place.database) as store:
        assert [one.agency for one in store.summaries()] == ["อำเภอเมือง"]


def _has(asked: list[object], times: int) -> bool:
    return len(asked) >= times


def test_a_scanner_that_has_the_record_for_a_moment_is_no_other_computer(
    opened: Window, place: DataPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def busy(*_: object) -> None:
        asked.append(None)
        raise InUse(Said("โปรแกรมอื่นเปิดไฟล์นี้อยู่", "another program has it open"))

    with monkeypatch.context() as scanned:
        scanned.setattr(lock, "write_whole", busy)
        for times in (1, 2):
            keeper(opened).renew()
            until(partial(_has, asked, times))
    with pytest.raises(HeldHere):
        DatabaseLock.take(place.database)
    assert message(opened) == ""


def test_the_data_stay_ours_while_a_long_restore_runs(opened: Window, place: DataPlace) -> None:
    record = place.database.with_name(f"{place.database.name}.open.json")
    ended = Event()
    (tasks,) = opened.findChildren(Tasks)
    tasks.alone(opened, lambda: ended.wait(60), lambda _: None)
    record.unlink()
    keeper(opened).renew()
    until(record.exists)
    assert not ended.is_set()
    ended.set()


def test_a_damaged_database_leads_to_the_backups(place: DataPlace, app: object) -> None:
    del app
    with Store.open(place.database):
        pass
    place.database.write_bytes(b"SQLite format 3\0" + bytes(5000))
    window = shown(place)
    until(lambda: is_seen(window, "restore_instead"))
    click(window, "restore_instead")
    until(lambda: is_seen(window, "choose_file"))
    close(window)
