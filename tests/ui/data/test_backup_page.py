"""A backup in the window: chosen, made while people go on, verified, stopped, refused."""

import shutil
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QWidget

from desktop_app.paths import DataPlace
from desktop_app.services.backups import Choice, Manifest, Progress, back_up
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.backup_faults import PassphraseNeeded
from desktop_app.storage.manifest import Scope
from desktop_app.storage.store import Store
from desktop_app.ui import app as composition
from desktop_app.ui.desk import backup_desk, errands, keeping
from desktop_app.ui.desk.keeping import CUT_SHORT
from desktop_app.ui.window import Window
from tests.ui.data.ways import Answers, ask, message, said, store_sample
from tests.ui.journeys import open_new
from tests.ui.person import click, is_seen, press, seen, settle, type_text, until

pytestmark = pytest.mark.usefixtures("answers")


@pytest.fixture
def stick(tmp_path: Path, answers: Answers) -> Path:
    """A folder that the dialog answers."""
    folder = tmp_path / "แฟลชไดรฟ์"
    folder.mkdir()
    answers.chosen = folder
    return folder


def ask_for_backup(window: Window) -> None:
    ask(window, "backup")
    until(lambda: is_seen(window, "begin_backup"))
    click(window, "other_folder")


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_a_backup_is_made_and_says_what_was_verified(
    stick: Path, window: Window, place: DataPlace
) -> None:
    store_sample(window)
    ask_for_backup(window)
    name = seen(window, "backup_name", QLineEdit).text()
    assert name.startswith("สำรองส่วนร่วม จังหวัดพิษณุโลก ")
    until(lambda: said(window, "backup_sizes").startswith("รวมภาพ"))
    click(window, "begin_backup")
    until(lambda: is_seen(window, "backup_counts"))
    assert "รายงาน 1 ฉบับ" in said(window, "backup_counts")
    path = only_file(stick)
    assert said(window, "backup_path") == str(path)
    assert path.name == name
    manifest = verify_backup(path)
    assert manifest.is_complete
    with Store.open(place.database) as store:
        assert [note.id for note in manifest.reports] == [one.id for one in store.summaries()]


def test_one_report_without_photos_locked(stick: Path, window: Window) -> None:
    store_sample(window)
    ask_for_backup(window)
    seen(window, "some_reports", QRadioButton).click()
    assert not seen(window, "begin_backup", QWidget).isEnabled()
    seen(window, "report_0", QCheckBox).click()
    seen(window, "without_photos", QCheckBox).click()
    assert is_seen(window, "partial")
    seen(window, "lock", QCheckBox).click()
    assert "หากรหัสผ่านหาย" in said(window, "passphrase_warning")
    assert not seen(window, "begin_backup", QWidget).isEnabled()
    for field, typed in (("passphrase", "ลับ"), ("passphrase_again", "ล")):
        seen(window, field, QLineEdit).setFocus()
        type_text(typed)
    assert is_seen(window, "passphrase_differs")
    assert not seen(window, "begin_backup", QWidget).isEnabled()
    type_text("ับ")
    assert not is_seen(window, "passphrase_differs")
    click(window, "begin_backup")
    until(lambda: is_seen(window, "backup_counts"))
    path = only_file(stick)
    with pytest.raises(PassphraseNeeded):
        verify_backup(path)
    manifest = verify_backup(path, "ลับ")
    assert (manifest.scope, manifest.with_files) == (Scope.SELECTED, False)


def test_a_second_backup_of_a_day_replaces_nothing(stick: Path, window: Window) -> None:
    store_sample(window)
    for count in (1, 2):
        ask_for_backup(window)
        click(window, "begin_backup")
        until(lambda: is_seen(window, "done"))
        click(window, "done")
        until(lambda: is_seen(window, "reports"))
        assert len(list(stick.iterdir())) == count


class Gate:
    """Holds the work until it is let go, and looks on the way whether it is to stop."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = Event()
        self.reached = Event()

        def held(
            database: Path,
            out: Path,
            choice: Choice,
            *,
            passphrase: str | None,
            progress: Progress,
        ) -> Manifest:
            def told(done: int, total: int) -> bool:
                self.reached.set()
                assert self.go.wait(20)
                return progress(done, total)

            return back_up(database, out, choice, passphrase=passphrase, progress=told)

        monkeypatch.setattr("desktop_app.ui.desk.backup_desk.back_up", held)


def begin_held(window: Window, monkeypatch: pytest.MonkeyPatch) -> Gate:
    gate = Gate(monkeypatch)
    ask_for_backup(window)
    click(window, "begin_backup")
    until(gate.reached.is_set)
    until(lambda: is_seen(window, "job_bar"))
    return gate


def test_people_type_on_meanwhile(
    stick: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_sample(window)
    gate = begin_held(window, monkeypatch)
    click(window, "go_home")
    until(lambda: is_seen(window, "new_report"))
    open_new(window)
    press(Qt.Key.Key_Tab)
    type_text("อำเภอเมือง")
    until(lambda: said(window, "save_state").startswith("บันทึกแล้ว"))
    assert said(window, "job_name") == "กำลังสำรองข้อมูล…"
    gate.go.set()
    until(lambda: message(window).startswith("สำรองข้อมูลและตรวจสอบแล้ว"))
    assert not is_seen(window, "job_bar")
    assert verify_backup(only_file(stick)).is_complete


def test_a_stopped_backup_leaves_nothing(
    stick: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_sample(window)
    gate = begin_held(window, monkeypatch)
    click(window, "job_stop")
    gate.go.set()
    until(lambda: message(window).startswith("ยกเลิก"))
    until(lambda: is_seen(window, "begin_backup"))
    assert list(stick.iterdir()) == []


def test_a_stick_pulled_out_midway_is_said(
    stick: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_sample(window)
    gate = begin_held(window, monkeypatch)
    shutil.rmtree(stick)
    gate.go.set()
    until(lambda: str(stick) in message(window))
    until(lambda: is_seen(window, "begin_backup"))


def test_a_stick_pulled_out_before_is_said(stick: Path, window: Window) -> None:
    store_sample(window)
    ask_for_backup(window)
    stick.rmdir()
    click(window, "begin_backup")
    assert "ถอดแฟลชไดรฟ์" in message(window)
    assert is_seen(window, "begin_backup")


def test_the_window_closes_after_it(
    stick: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_sample(window)
    gate = begin_held(window, monkeypatch)
    window.close()
    assert window.isVisible()
    assert message(window) == "จะปิดหน้าต่างเมื่อทำงานที่สั่งไว้เสร็จ"
    gate.go.set()
    until(lambda: not window.isVisible())
    assert verify_backup(only_file(stick)).is_complete
    assert window.remembered(CUT_SHORT) == ""


def test_somebody_may_close_without_it(
    stick: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_sample(window)
    gate = begin_held(window, monkeypatch)
    window.close()
    Timer(0.2, gate.go.set).start()  # closing waits until the work has seen that it is to stop
    click(window, "message_act")
    until(lambda: not window.isVisible())
    settle()
    assert list(stick.iterdir()) == []
    assert window.remembered(CUT_SHORT) == ""


def test_of_one_that_was_cut_short_the_next_start_tells_once(
    stick: Path, window: Window, place: DataPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_sample(window)
    gate = begin_held(window, monkeypatch)
    with monkeypatch.context() as off:
        for room in (errands, keeping, backup_desk):
            off.setattr(room, "is_shutting_down", lambda: True)
        Timer(0.2, gate.go.set).start()
        window.close()
        until(lambda: not window.isVisible())
        settle()
    assert list(stick.iterdir()) == []
    again = composition.opened(place)
    again.show()
    until(lambda: is_seen(again, "reports"))
    until(lambda: str(stick) in message(again))
    assert message(again).startswith("การสำรองข้อมูลไปที่")
    assert again.remembered(CUT_SHORT) == ""
    again.close()
    until(lambda: not again.isVisible())
