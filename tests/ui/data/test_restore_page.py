"""Going back to a backup in the window: looked into, compared, done, taken back; and refused."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.errors import DiskFull, Said
from desktop_app.paths import DataPlace
from desktop_app.report.values import Agency, Report
from desktop_app.services.backups import EVERYTHING, Cancelled, Choice, Progress, back_up
from desktop_app.storage.store import Store
from desktop_app.ui.data.restore_page import RestorePage
from desktop_app.ui.home.home_list import HomeList
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.window import Window
from tests.storage.make_fixture import FIXTURES
from tests.storage.samples import FULL
from tests.ui.data.ways import Answers, ask, drop, message, said, store_sample
from tests.ui.journeys import open_new
from tests.ui.person import click, is_seen, pause, press, seen, type_text, until

WORDS = "นาข้าวสีเขียว"


def agencies(place: DataPlace) -> set[str]:
    with Store.open(place.database) as store:
        return {one.agency for one in store.summaries()}


@pytest.fixture
def backup(tmp_path: Path) -> Callable[..., Path]:
    """Makes a backup of two offices' reports, and leaves no trace of them."""

    def made(choice: Choice = EVERYTHING, passphrase: str | None = None) -> Path:
        other = DataPlace(tmp_path / "other")
        path = tmp_path / "สำรองของอำเภอ.zip"
        with Store.open(other.database) as store:
            for name in ("อำเภอวังทอง", "อำเภอพรหมพิราม"):
                store.save(Report(fiscal_year=2566, agency=Agency(name=name)))
        back_up(other.database, path, choice, passphrase=passphrase)
        return path

    return made


def choose(window: Window, answers: Answers, path: Path) -> None:
    answers.chosen = path
    ask(window, "restore")
    until(lambda: is_seen(window, "choose_file"))
    click(window, "choose_file")


def listed(window: Window) -> int:
    """Return how many rows the list has, the headings of years among them."""
    return seen(window, "reports", HomeList).count() if is_seen(window, "reports") else 0


def test_a_restore_shows_all_at_once_and_is_taken_back(
    answers: Answers, window: Window, place: DataPlace, backup: Callable[..., Path]
) -> None:
    store_sample(window)
    choose(window, answers, backup())
    until(lambda: is_seen(window, "begin_restore"))
    assert said(window, "inside").startswith("รายงาน 2 ฉบับ")
    assert said(window, "present").startswith("รายงาน 1 ฉบับ")
    changes = [said(window, f"beside_{n}_3") for n in (1, 2, 3)]
    assert changes == ["กลับมา", "กลับมา", "จะไม่มีในเครื่อง (อยู่ในไฟล์ที่สำรองไว้ก่อน)"]
    click(window, "begin_restore")
    until(lambda: listed(window) == 3)
    assert agencies(place) == {"อำเภอวังทอง", "อำเภอพรหมพิราม"}
    (kept,) = place.backups.glob("*-before-restore.zip")
    assert kept.name in message(window)
    click(window, "message_act")
    until(lambda: message(window).startswith("เลิกทำแล้ว"))
    assert agencies(place) == {"จังหวัดพิษณุโลก"}
    until(lambda: listed(window) == 2)


def restored(window: Window, answers: Answers, backup: Path) -> None:
    """Go back to a backup, and be at the list."""
    choose(window, answers, backup)
    until(lambda: is_seen(window, "begin_restore"))
    click(window, "begin_restore")
    until(lambda: is_seen(window, "message_act"))


def test_a_restore_is_taken_back_with_a_report_open_whose_words_stay_with_its_data(
    answers: Answers, window: Window, place: DataPlace, backup: Callable[..., Path]
) -> None:
    store_sample(window)
    restored(window, answers, backup())
    open_new(window)
    press(Qt.Key.Key_Tab)
    type_text("อำเภอนครไทย")
    click(window, "message_act")
    until(lambda: message(window).startswith("เลิกทำแล้ว"))
    until(lambda: listed(window) == 2)
    pause(600)  # longer than anything typed waits to be saved
    assert agencies(place) == {"จังหวัดพิษณุโลก"}
    made = place.backups.glob("*-before-restore*.zip")
    kept = max(made, key=lambda path: path.stat().st_mtime_ns)
    choose(window, answers, kept)
    until(lambda: is_seen(window, "inside"))
    assert said(window, "inside").startswith("รายงาน 3 ฉบับ")


def test_a_restore_is_not_taken_back_over_words_that_cannot_be_saved(
    answers: Answers,
    window: Window,
    place: DataPlace,
    backup: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise DiskFull(Said("ดิสก์เต็ม", "The disk is full"))

    store_sample(window)
    restored(window, answers, backup())
    open_new(window)
    press(Qt.Key.Key_Tab)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", full)
        type_text("อำเภอนครไทย")
        click(window, "message_act")
        until(lambda: message(window) == "ดิสก์เต็ม")
        assert is_seen(window, "outline")
        assert agencies(place) == {"อำเภอวังทอง", "อำเภอพรหมพิราม"}


def test_what_is_typed_after_a_restore_is_kept(
    answers: Answers, window: Window, place: DataPlace, backup: Callable[..., Path]
) -> None:
    choose(window, answers, backup())
    until(lambda: is_seen(window, "begin_restore"))
    assert said(window, "present") == "ไม่มีรายงาน"
    click(window, "begin_restore")
    until(lambda: is_seen(window, "reports"))
    open_new(window)
    press(Qt.Key.Key_Tab)
    type_text("อำเภอนครไทย")
    until(lambda: said(window, "save_state").startswith("บันทึกแล้ว"))
    assert agencies(place) == {"อำเภอวังทอง", "อำเภอพรหมพิราม", "อำเภอนครไทย"}


def test_a_locked_file_asks_until_the_passphrase_is_right(
    answers: Answers, window: Window, backup: Callable[..., Path]
) -> None:
    choose(window, answers, backup(passphrase=WORDS))
    until(lambda: is_seen(window, "file_passphrase"))
    type_text("ผิด")
    press(Qt.Key.Key_Return)
    until(lambda: is_seen(window, "wrong_passphrase"))
    assert seen(window, "file_passphrase", QLineEdit).text() == ""
    type_text(WORDS)
    click(window, "unlock")
    until(lambda: is_seen(window, "begin_restore"))


@pytest.fixture
def old(place: DataPlace) -> str:
    """A database of an older program in which a photo is damaged; the photo's path."""
    place.root.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(FIXTURES / "schema-0001.db", place.database)
    with closing(sqlite3.connect(place.database)) as connection, connection:
        connection.execute("UPDATE blob SET content = x'00' WHERE rowid = 1")
        query = "SELECT path FROM file JOIN blob USING (sha256) WHERE blob.rowid = 1"
        return str(connection.execute(query).fetchone()[0])


def test_what_was_before_an_upgrade_is_there_though_a_photo_was_damaged(
    old: str, answers: Answers, window: Window, place: DataPlace
) -> None:
    del answers
    until(lambda: is_seen(window, "reports"))
    with Store.open(place.database) as store:
        (one,) = store.summaries()
        store.save(store.report(one.id).model_copy(update={"title": "หลังจากนั้น"}))
    ask(window, "restore")
    until(lambda: is_seen(window, "known_0"))
    rows = [seen(window, f"known_{n}", Button) for n in range(3) if is_seen(window, f"known_{n}")]
    (row,) = [one for one in rows if "ก่อนใช้โปรแกรมรุ่นใหม่ เว้นภาพที่เสียหาย" in one.text()]
    click(window, row.objectName())
    until(lambda: is_seen(window, "begin_restore"))
    assert "1 รายการ" in said(window, "lacking")  # though two places of the report name it
    assert old in said(window, "lacking")
    click(window, "begin_restore")
    until(lambda: message(window).startswith("คืนข้อมูลที่สำรองไว้เมื่อ"))
    with Store.open(place.database) as store:
        package = store.load(one.id)
    assert package.report.title != "หลังจากนั้น"
    assert package.report.activities[0].results == FULL.activities[0].results
    assert old not in package.files


def test_of_a_damaged_file_what_is_readable_is_saved(
    answers: Answers, window: Window, place: DataPlace, backup: Callable[..., Path]
) -> None:
    store_sample(window)
    path = backup()
    whole = path.read_bytes()
    path.write_bytes(whole[:-40])
    choose(window, answers, path)
    until(lambda: is_seen(window, "readable"))
    assert "รายงาน 2" in said(window, "readable")
    answers.chosen = path.parent
    click(window, "salvage")
    until(lambda: is_seen(window, "begin_restore"))
    assert (path.parent / f"{path.stem}-recovered.zip").is_file()
    assert path.read_bytes() == whole[:-40]
    assert agencies(place) == {"จังหวัดพิษณุโลก"}


def test_of_rubble_nothing_is_promised(
    answers: Answers, window: Window, backup: Callable[..., Path]
) -> None:
    path = backup()
    path.write_bytes(path.read_bytes()[:600])
    choose(window, answers, path)
    until(lambda: is_seen(window, "damaged") or is_seen(window, "restore_fault"))
    assert not is_seen(window, "salvage")


def test_another_kind_of_file_is_refused(answers: Answers, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "จดหมาย.docx"
    path.write_bytes(b"PK")
    choose(window, answers, path)
    until(lambda: is_seen(window, "restore_fault"))
    assert "จดหมาย.docx" in said(window, "restore_fault")


def test_a_part_cannot_take_the_place_of_all(
    answers: Answers, window: Window, backup: Callable[..., Path]
) -> None:
    choose(window, answers, backup(Choice(files=False)))
    until(lambda: is_seen(window, "merge_instead"))
    assert not is_seen(window, "begin_restore")


def test_the_programs_own_backups_are_offered_and_files_can_be_dropped(
    answers: Answers, window: Window, place: DataPlace, backup: Callable[..., Path]
) -> None:
    del answers
    store_sample(window)
    place.backups.mkdir(exist_ok=True)
    back_up(place.database, place.backups / "suanruam-20230222-133000-auto.zip")
    ask(window, "restore")
    until(lambda: is_seen(window, "known_0"))
    click(window, "known_0")
    until(lambda: is_seen(window, "begin_restore"))
    assert said(window, "beside_1_3") == "เหมือนเดิม"
    click(window, "another_file")
    until(lambda: is_seen(window, "choose_file"))
    (page,) = window.findChildren(RestorePage)
    drop(page, backup())
    until(lambda: is_seen(window, "begin_restore"))
    assert said(window, "inside").startswith("รายงาน 2 ฉบับ")


def test_a_file_that_vanishes_is_said(
    answers: Answers, window: Window, backup: Callable[..., Path]
) -> None:
    path = backup()
    choose(window, answers, path)
    until(lambda: is_seen(window, "begin_restore"))
    path.unlink()
    click(window, "begin_restore")
    until(lambda: is_seen(window, "restore_fault"))
    assert path.name in said(window, "restore_fault")


@pytest.mark.parametrize("step", ["verified", "restore"])
def test_reading_and_swapping_can_be_stopped(
    answers: Answers,
    window: Window,
    place: DataPlace,
    backup: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    def held(*_: object, progress: Progress) -> None:
        while progress(1, 2):
            sleep(0.01)
        raise Cancelled

    store_sample(window)
    monkeypatch.setattr(f"desktop_app.ui.desk.restore_desk.{step}", held)
    choose(window, answers, backup())
    if step == "restore":
        until(lambda: is_seen(window, "begin_restore"))
        click(window, "begin_restore")
    until(lambda: is_seen(window, "job_bar"))
    click(window, "job_stop")
    until(lambda: is_seen(window, "choose_file"))
    assert not is_seen(window, "job_bar")
    assert agencies(place) == {"จังหวัดพิษณุโลก"}
