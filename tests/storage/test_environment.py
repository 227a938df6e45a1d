"""What the machine does is known by its kind, and said with what is safe and what to do."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.errors import DeviceGone, EnvironmentFault, InUse, ReadOnly
from desktop_app.storage import sqlite
from desktop_app.storage.backup import write_backup
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.lock import DatabaseLock
from desktop_app.storage.store import Store
from tests.storage.mounts import make_read_only, make_writable, mounted
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE, with_fields

LATER = with_fields(FULL, title="หลังจากนั้น")


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A file system that can be made read-only."""
    with mounted(tmp_path / "USB", 8) as folder:
        yield folder


def said(kind: type[EnvironmentFault], act: Callable[[], object]) -> str:
    """Return in Thai what is said where an act meets a fault of this kind."""
    with pytest.raises(kind) as caught:
        act()
    for line in (caught.value.said.th, caught.value.said.en):
        assert line.isprintable()
        assert "Error" not in line
    return caught.value.said.th


def test_a_read_only_disk_can_be_read_and_says_so_when_it_is_written_to(stick: Path) -> None:
    path = stick / "data" / "suanruam.db"
    with Store.open(path) as store:
        store.save(FULL, FULL_FILES)
    make_read_only(stick)
    with Store.open(path) as store:
        assert store.load(FULL.id) == FULL_PACKAGE
        assert "อ่านได้อย่างเดียว" in said(ReadOnly, lambda: store.save(LATER))
        assert "อ่านได้อย่างเดียว" in said(ReadOnly, lambda: store.delete(FULL.id))
        assert store.load(FULL.id) == FULL_PACKAGE
    said(ReadOnly, lambda: DatabaseLock.take(path))
    make_writable(stick)
    with Store.open(path) as store:
        store.save(LATER)
        assert store.load(FULL.id).report == LATER


def test_a_backup_to_a_read_only_stick_leaves_the_one_from_before(
    filled: Path, stick: Path
) -> None:
    target = stick / "สำรอง.zip"
    before = write_backup(filled, target)
    make_read_only(stick)
    said(ReadOnly, lambda: write_backup(filled, target))
    assert verify_backup(target) == before
    assert [path.name for path in stick.iterdir()] == [target.name]


def test_a_stick_that_is_pulled_out_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    port, pocket = tmp_path / "USB", tmp_path / "กระเป๋า"
    path = port / "suanruam.db"
    with Store.open(path) as store:
        store.save(FULL, FULL_FILES)
        shutil.move(port, pocket)
        text = said(EnvironmentFault, lambda: store.save(LATER))
        assert "บันทึก" in text or "โปรดตรวจ" in text
        shutil.move(pocket, port)
    with Store.open(path) as store:
        assert store.load(FULL.id) == FULL_PACKAGE
        store.save(LATER)
        assert store.load(FULL.id).report == LATER


def test_a_folder_that_is_gone_is_a_device_that_is_gone(filled: Path, tmp_path: Path) -> None:
    said(DeviceGone, lambda: write_backup(filled, tmp_path / "E" / "สำรอง.zip"))


def test_a_database_that_another_holds_is_in_use(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.storage.sqlite._BUSY_SECONDS", 0.1)
    with Store.open(filled) as store, sqlite.writers_kept_out(filled):
        text = said(InUse, lambda: store.save(LATER))
        assert "ข้อมูลเดิมอยู่ครบ" in text
    with Store.open(filled) as store:
        store.save(LATER)
