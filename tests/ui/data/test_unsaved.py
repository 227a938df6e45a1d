"""Words that do not reach the disk: neither home nor closing leaves them behind without a word."""

import datetime as dt
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.errors import DiskFull, Said
from desktop_app.paths import DataPlace
from desktop_app.report.package import Package, read_package
from desktop_app.services.press.messages import Paper
from desktop_app.storage.store import Store
from desktop_app.ui.desk.keeping import Keeping
from desktop_app.ui.desk.unsaved import Unsaved
from desktop_app.ui.editing.edits import Put
from desktop_app.ui.editing.session import Session
from desktop_app.ui.office import Office
from desktop_app.ui.photos.file_desk import FileDesk
from desktop_app.ui.window import Window
from tests.ui.data.ways import Answers, message, said
from tests.ui.journeys import go_to_page, open_new, open_sample, title
from tests.ui.person import CONTROL, SHIFT, click, is_seen, pause, press, settle, type_text, until
from tests.ui.photos.drawn import encoded, plain
from tests.ui.test_session import NAME, NAME_FIELD


def stored(place: DataPlace) -> list[str]:
    with Store.open(place.database) as store:
        return [one.agency for one in store.summaries()]


@pytest.fixture
def bugs(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """The bugs that reach the crash dialog."""
    del window
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    return caught


def broken(*_: object) -> None:
    raise ZeroDivisionError


def test_what_a_bug_kept_from_the_disk_is_not_left_unawares(
    window: Window,
    place: DataPlace,
    bugs: list[type[BaseException]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_new(window)
    press(Qt.Key.Key_Tab)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", broken)
        type_text("อำเภอ")
        until(lambda: is_seen(window, "retry_save"))
        assert said(window, "save_state") == "ยังไม่ได้บันทึก"
        assert "เพราะโปรแกรมผิดพลาด" in message(window)
        click(window, "back_home")
        until(lambda: is_seen(window, "message_act"))
        assert is_seen(window, "outline")
        window.close()
        settle()
        assert window.isVisible()
    assert bugs == [ZeroDivisionError]
    click(window, "retry_save")
    until(lambda: said(window, "save_state").startswith("บันทึกแล้ว"))
    assert stored(place) == ["อำเภอ"]


def test_a_bug_in_closing_leaves_the_window_open(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_new(window)
    with monkeypatch.context() as patch:
        patch.setattr(Keeping, "may_close", broken)
        with pytest.raises(ZeroDivisionError):
            window.close()
        assert window.isVisible()


def full(*_: object) -> dt.datetime:
    raise DiskFull(Said("ดิสก์เต็ม", "The disk is full"))


def test_photos_are_taken_in_after_closing_was_refused(
    answers: Answers,
    window: Window,
    place: DataPlace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    photo = tmp_path / "ภาพ.jpg"
    photo.write_bytes(encoded(plain(60, 30), b"JPEG"))
    monkeypatch.setattr(answers, "photos", lambda _: (photo,), raising=False)
    open_new(window)
    press(Qt.Key.Key_N, CONTROL | SHIFT)
    until(lambda: title(window).startswith("1."))
    type_text("ประชุม")
    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", full)
        window.close()
        settle()
        assert window.isVisible()
    go_to_page(window, "1.7 ภาพกิจกรรม")
    click(window, "add_photos")
    until(lambda: is_seen(window, "caption_0"))
    click(window, "back_home")
    until(lambda: is_seen(window, "reports"))
    with Store.open(place.database) as store:
        (one,) = store.summaries()
        assert len(store.load(one.id).files) == 1
    assert window.findChildren(FileDesk) == []


def test_who_closes_without_the_last_words_is_asked_again_about_newer_ones(
    window: Window, place: DataPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_new(window)
    press(Qt.Key.Key_Tab)
    type_text("อำเภอ")
    until(lambda: said(window, "save_state").startswith("บันทึกแล้ว"))
    backing_up = [False]
    monkeypatch.setattr(Keeping, "may_close", lambda _: not backing_up[0])
    monkeypatch.setattr(Store, "save", full)
    type_text("เมือง")
    window.close()
    settle()
    backing_up[0] = True
    press_act(window, "ปิดโดยไม่บันทึก")
    assert window.isVisible()
    (session,) = window.findChildren(Session)  # the window is there still, and goes on
    session.edit(NAME, NAME_FIELD, Put((), "อำเภอใหม่"))
    backing_up[0] = False
    window.close()
    settle()
    assert window.isVisible()
    press_act(window, "ปิดโดยไม่บันทึก")
    assert not window.isVisible()
    assert stored(place) == ["อำเภอ"]


def press_act(window: Window, said: str) -> None:
    """Do what the foot of the window offers."""
    (act,) = (
        one
        for one in window.messages.findChildren(QPushButton, "message_act")
        if one.isVisible() and one.text() == said
    )
    act.click()
    settle()


def test_a_copy_is_kept_while_a_save_hangs(
    answers: Answers, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers.saved_report = tmp_path / "สำเนา.zip"
    gate = threading.Event()
    hanging = threading.Event()

    def hang(*_: object) -> dt.datetime:
        hanging.set()
        gate.wait(20)
        return full()

    open_new(window)
    press(Qt.Key.Key_Tab)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", full)
        type_text("อำเภอ")
        until(lambda: is_seen(window, "retry_save"))
        patch.setattr(Store, "save", hang)
        click(window, "retry_save")
        until(hanging.is_set)
        press_act(window, "เก็บสำเนาไว้ที่อื่น…")
        until(lambda: "เก็บสำเนาไว้ที่" in message(window))
        assert read_package(answers.saved_report).report.agency.name == "อำเภอ"
        gate.set()
        until(lambda: is_seen(window, "retry_save"))
    assert window.findChildren(Unsaved)


class Held:
    """Sets no page until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = threading.Event()
        setting = Office.set_document

        def held(
            office: Office,
            package: Package,
            unwanted: threading.Event | None = None,
            *,
            tagged: bool = True,
        ) -> Paper:
            self.go.wait(20)
            return setting(office, package, unwanted, tagged=tagged)

        monkeypatch.setattr(Office, "set_document", held)


def test_closing_waits_for_a_pdf_that_was_asked_for(
    answers: Answers, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "รายงาน.pdf"
    monkeypatch.setattr(answers, "pdf_to_save", lambda *_: out)
    held = Held(monkeypatch)
    open_sample(window)
    press(Qt.Key.Key_S, CONTROL | SHIFT)
    window.close()
    settle()
    assert window.isVisible()
    assert message(window) == "จะปิดหน้าต่างเมื่อทำงานที่สั่งไว้เสร็จ"
    held.go.set()
    until(lambda: not window.isVisible())
    assert out.read_bytes().startswith(b"%PDF")


def test_a_pdf_that_fails_keeps_the_window_open_and_is_said(
    answers: Answers, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "ไม่มี" / "รายงาน.pdf"
    monkeypatch.setattr(answers, "pdf_to_save", lambda *_: out)
    held = Held(monkeypatch)
    open_sample(window)
    press(Qt.Key.Key_S, CONTROL | SHIFT)
    window.close()
    settle()
    held.go.set()
    until(lambda: "ไม่มี" in message(window))
    pause(50)
    assert window.isVisible()


def test_nobody_has_to_wait_for_a_pdf(
    answers: Answers, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "pdf_to_save", lambda *_: tmp_path / "รายงาน.pdf")
    held = Held(monkeypatch)
    open_sample(window)
    press(Qt.Key.Key_S, CONTROL | SHIFT)
    window.close()
    settle()
    press_act(window, "ไม่ปิด")
    assert window.isVisible()
    window.close()
    settle()
    threading.Timer(0.1, held.go.set).start()
    press_act(window, "ปิดเลย")
    until(lambda: not window.isVisible())
