"""What the machine does while somebody types: a full disk, a read-only one, a stick pulled out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.errors import DeviceGone, DiskFull, EnvironmentFault, InUse, ReadOnly, Said
from desktop_app.paths import DataPlace
from desktop_app.report.package import read_package
from desktop_app.storage.store import Store
from desktop_app.ui.window import Window
from tests.storage.mounts import mounted
from tests.storage.test_full_disk import fill
from tests.ui.data.ways import Answers, ask, message, said, store_sample
from tests.ui.journeys import open_new
from tests.ui.person import CONTROL, click, is_seen, paste, press, seen, type_text, until

FAULTS = [
    DiskFull(Said("ดิสก์เต็ม ข้อมูลที่บันทึกไว้ก่อนหน้านี้อยู่ครบ", "full")),
    ReadOnly(Said("ดิสก์อ่านได้อย่างเดียว ข้อมูลเดิมอยู่ครบ", "read-only")),
    InUse(Said("โปรแกรมอื่นใช้ไฟล์อยู่ ข้อมูลเดิมอยู่ครบ", "in use")),
    DeviceGone(Said("อุปกรณ์ถูกถอดออก", "gone")),
]


def stored(place: DataPlace) -> list[str]:
    with Store.open(place.database) as store:
        return [one.agency for one in store.summaries()]


def saved(window: Window) -> bool:
    return said(window, "save_state").startswith("บันทึกแล้ว")


def acts(window: Window) -> dict[str, QPushButton]:
    """Return what can be done about what the foot of the window says."""
    return {one.text(): one for one in window.messages.findChildren(QPushButton) if one.isVisible()}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_typing_goes_on_in_memory_until_saving_works_again(
    window: Window, place: DataPlace, monkeypatch: pytest.MonkeyPatch, fault: EnvironmentFault
) -> None:
    def refuse(*_: object) -> None:
        raise fault

    open_new(window)
    press(Qt.Key.Key_Tab)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", refuse)
        type_text("อำเภอ")
        until(lambda: is_seen(window, "retry_save"))
        assert message(window).startswith(fault.said.th)
        assert "สิ่งที่พิมพ์ยังอยู่ครบในหน้าต่างนี้" in message(window)
        type_text("เมือง")
        until(lambda: seen(window, "report_title", QLabel).text().startswith("อำเภอเมือง"))
        click(window, "back_home")
        until(lambda: "ออกโดยไม่บันทึก" in acts(window))
        assert is_seen(window, "page_title")
    press(Qt.Key.Key_S, CONTROL)
    until(lambda: saved(window))
    assert message(window) == ""
    assert stored(place) == ["อำเภอเมือง"]
    click(window, "back_home")
    until(lambda: is_seen(window, "reports"))


def test_a_report_that_cannot_be_saved_may_be_left_knowingly(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise FAULTS[0]

    open_new(window)
    press(Qt.Key.Key_Tab)
    monkeypatch.setattr(Store, "save", refuse)
    type_text("อำเภอ")
    until(lambda: is_seen(window, "retry_save"))
    click(window, "back_home")
    until(lambda: "ออกโดยไม่บันทึก" in acts(window))
    acts(window)["ออกโดยไม่บันทึก"].click()
    until(lambda: is_seen(window, "open_sample"))


def test_a_copy_can_be_kept_elsewhere_meanwhile(
    answers: Answers, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise FAULTS[0]

    answers.saved_report = tmp_path / "สำเนา.zip"
    open_new(window)
    press(Qt.Key.Key_Tab)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", refuse)
        type_text("อำเภอเมือง")
        until(lambda: "เก็บสำเนาไว้ที่อื่น…" in acts(window))
        acts(window)["เก็บสำเนาไว้ที่อื่น…"].click()
        until(lambda: message(window) == f"เก็บสำเนาไว้ที่ {answers.saved_report} แล้ว")
    assert read_package(answers.saved_report).report.agency.name == "อำเภอเมือง"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A real small disk, which the data place lies on."""
    with mounted(tmp_path / "data", 3) as folder:
        yield folder


def test_a_disk_that_is_really_full(
    small: Path, place: DataPlace, request: pytest.FixtureRequest
) -> None:
    window: Window = request.getfixturevalue("window")
    open_new(window)
    press(Qt.Key.Key_Tab)
    type_text("อำเภอเมือง")
    until(lambda: saved(window))
    ballast = fill(small)
    paste("ก" * 30_000)
    until(lambda: is_seen(window, "retry_save"))
    assert "ดิสก์เต็ม" in message(window)
    assert stored(place) == ["อำเภอเมือง"]
    ballast.unlink()
    click(window, "retry_save")
    until(lambda: saved(window))
    assert stored(place) == ["อำเภอเมือง" + "ก" * 30_000]
    window.close()
    until(lambda: not window.isVisible())


def test_a_stick_without_room_is_refused_before_anything_is_written(
    answers: Answers, window: Window, tmp_path: Path
) -> None:
    store_sample(window)
    with mounted(tmp_path / "แฟลชไดรฟ์", 1) as stick:
        fill(stick)
        answers.chosen = stick
        ask(window, "backup")
        until(lambda: is_seen(window, "begin_backup"))
        click(window, "other_folder")
        click(window, "begin_backup")
        until(lambda: message(window).startswith("ที่ว่าง"))
        assert [path.name for path in stick.iterdir()] == ["ballast"]
        until(lambda: is_seen(window, "begin_backup"))
