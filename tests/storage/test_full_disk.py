"""A disk that is really full: what was saved stays, and work goes on once there is room."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.errors import DiskFull
from desktop_app.storage import sqlite
from desktop_app.storage.backup import write_backup
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.restore import restore_backup
from desktop_app.storage.store import Store
from tests.storage.mounts import mounted
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE, with_fields

MEGABYTES = 3


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few megabytes."""
    with mounted(tmp_path / "ดิสก์เล็ก", MEGABYTES) as folder:
        yield folder


def fill(folder: Path, leave: int = 0) -> Path:
    """Fill the disk but for `leave` bytes; return the file that does it."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(max(0, file.tell() - leave))
    return ballast


def test_saves_go_on_until_the_disk_is_full_and_again_after(small_disk: Path) -> None:
    path = small_disk / "suanruam.db"
    with Store.open(path) as store:
        store.save(FULL, FULL_FILES)
        ballast = fill(small_disk, leave=200_000)
        report = saved = FULL
        fault = None
        for number in range(1, 40):
            report = with_fields(FULL, introduction="ก" * 20_000 * number)
            try:
                store.save(report)
            except DiskFull as full:
                fault = full
                break
            saved = report
        assert fault
        assert "ดิสก์เต็ม" in fault.said.th
        assert store.load(FULL.id).report == saved
        assert sqlite.is_whole(path)
        ballast.unlink()
        store.save(report)
        assert store.load(FULL.id).report == report


def test_a_photo_that_does_not_fit_costs_nothing_else(small_disk: Path) -> None:
    path = small_disk / "suanruam.db"
    large = os.urandom(MEGABYTES * 2**20)
    with Store.open(path) as store:
        store.save(FULL, FULL_FILES)
        with pytest.raises(DiskFull):
            store.save(FULL, {**FULL_FILES, "photos/0001.jpg": large})
        assert store.load(FULL.id) == FULL_PACKAGE
    assert sqlite.is_whole(path)


def test_a_full_disk_has_no_room_for_a_new_database(small_disk: Path) -> None:
    fill(small_disk)
    with pytest.raises(DiskFull):
        Store.open(small_disk / "suanruam.db")
    (small_disk / "ballast").unlink()
    with Store.open(small_disk / "suanruam.db") as store:
        assert store.summaries() == ()


@pytest.mark.parametrize("room", [0, 60_000])
def test_a_backup_to_a_full_stick_leaves_the_one_from_before(
    filled: Path, small_disk: Path, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = small_disk / "สำรอง.zip"
    before = write_backup(filled, target)
    fill(small_disk, leave=room)
    told = shutil.disk_usage(small_disk)
    for free in (told.free, 10**12):  # also where the free space is told wrongly
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: told._replace(free=free))
        with pytest.raises(DiskFull):
            write_backup(filled, target)
        assert verify_backup(target) == before
        assert {entry.name for entry in small_disk.iterdir()} == {target.name, "ballast"}


def test_a_restore_that_finds_no_room_leaves_the_present(
    filled: Path, small_disk: Path, out: Path
) -> None:
    with Store.open(filled) as store:
        store.save(FULL, {**FULL_FILES, "photos/0001.jpg": os.urandom(2**20)})
    write_backup(filled, out)
    path = small_disk / "suanruam.db"
    with Store.open(path) as store:
        store.save(FULL, FULL_FILES)
    fill(small_disk, leave=400_000)
    with pytest.raises(DiskFull):
        restore_backup(out, path, path.parent / "backups" / "kept.zip")
    with Store.open(path) as store:
        assert store.load(FULL.id) == FULL_PACKAGE
    (small_disk / "ballast").unlink()
    restore_backup(out, path, path.parent / "backups" / "again.zip")
    with Store.open(path) as store:
        assert len(store.load(FULL.id).files["photos/0001.jpg"]) == 2**20
