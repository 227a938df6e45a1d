"""Of a damaged backup, everything that the damage did not hit is saved, and nothing wrong with it."""

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.report.package import Package
from desktop_app.storage import backup_faults as faults
from desktop_app.storage.backup import write_backup, write_contents
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.manifest import Scope
from desktop_app.storage.restore import restore_backup
from desktop_app.storage.salvage import salvaged
from desktop_app.storage.sealed import PIECE
from desktop_app.storage.store import Store
from tests.storage.samples import FULL, FULL_FILES, UNREAD, with_fields

WORDS = "รหัสผ่าน"
PHOTO = 40_000


def report(number: int) -> Package:
    """Return one of many reports, with a photo of its own."""
    photo = f"{number:05}".encode() * (PHOTO // 5)
    title = f"ฉบับที่ {number} " * 300
    return Package(
        with_fields(FULL, id=UUID(int=number + 1), title=title),
        {**FULL_FILES, "photos/0001.jpg": photo},
    )


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of eight reports."""
    folder = tmp_path_factory.mktemp("good")
    with Store.open(folder / "suanruam.db") as store:
        for number in range(8):
            store.save(report(number).report, report(number).files, UNREAD)
    write_backup(folder / "suanruam.db", folder / "good.zip")
    return folder / "good.zip"


def restored(bad: Path, folder: Path, words: str | None = None) -> tuple[set[int], int]:
    """Save and restore what is readable; return the numbers of whole reports, and of photos."""
    with salvaged(bad, words) as found:
        assert found
        write_contents(found.contents, folder / "recovered.zip")
    manifest = verify_backup(folder / "recovered.zip")
    assert manifest.scope is Scope.RECOVERED
    database = folder / "restored" / "suanruam.db"
    restore_backup(folder / "recovered.zip", database, folder / "kept.zip")
    with Store.open(database) as store:
        loaded = [store.load(note.id) for note in manifest.reports]
        assert all(store.unread(note.id).keys() <= UNREAD.keys() for note in manifest.reports)
    numbers = {package.report.id.int - 1 for package in loaded}
    return {n for n in numbers if report(n) in loaded}, len(manifest.files)


def test_a_file_cut_short_in_its_photos_has_all_reports(good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(good.read_bytes()[: -3 * PHOTO])
    whole, photos = restored(bad, tmp_path)
    assert photos == 8 + 2 - 3
    assert len(whole) == 5
    with Store.open(tmp_path / "restored" / "suanruam.db") as store:
        assert all(store.unread(report(n).report.id) == UNREAD for n in whole)
    with salvaged(bad) as found:
        assert found
        assert found.manifest
        assert len(found.manifest.files) - len(found.contents.manifest.files) == 3


def test_damage_in_one_photo_costs_that_photo(good: Path, tmp_path: Path) -> None:
    data = bytearray(good.read_bytes())
    at = data.index(report(3).files["photos/0001.jpg"])
    data[at + 100] ^= 1
    (tmp_path / "bad.zip").write_bytes(data)
    whole, photos = restored(tmp_path / "bad.zip", tmp_path)
    assert whole == set(range(8)) - {3}
    assert photos == 9


def test_damage_in_the_list_of_contents_costs_nothing(good: Path, tmp_path: Path) -> None:
    data = bytearray(good.read_bytes())
    data[:1000] = bytes(1000)
    data[-1000:] = bytes(1000)
    (tmp_path / "bad.zip").write_bytes(data)
    assert restored(tmp_path / "bad.zip", tmp_path) == (set(range(8)), 10)


def test_damage_in_the_text_costs_the_reports_that_it_hit(good: Path, tmp_path: Path) -> None:
    data = bytearray(good.read_bytes())
    at = data.index("ฉบับที่ 4 ".encode() * 5)
    data[at - 4096 : at + 4096] = b"\xa5" * 8192
    (tmp_path / "bad.zip").write_bytes(data)
    whole, _ = restored(tmp_path / "bad.zip", tmp_path)
    assert len(whole) >= 4
    assert 4 not in whole


def test_damage_in_a_locked_backup_costs_what_it_hit(good: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "suanruam.db") as store:
        for number in range(60):
            store.save(report(number).report, report(number).files)
    bad = tmp_path / "bad.zip"
    write_backup(tmp_path / "suanruam.db", bad, passphrase=WORDS)
    data = bytearray(bad.read_bytes())
    data[-PIECE] ^= 1
    bad.write_bytes(data)
    assert good.exists()
    with pytest.raises(faults.DamagedBackup):
        verify_backup(bad, WORDS)
    with pytest.raises(faults.PassphraseNeeded), salvaged(bad):
        pass
    whole, photos = restored(bad, tmp_path, WORDS)
    assert 60 - 2 * PIECE // PHOTO <= len(whole) < 60
    assert photos < 62


@pytest.mark.parametrize("size", [0, 10, 3000])
def test_of_some_files_nothing_is_left(good: Path, tmp_path: Path, size: int) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(good.read_bytes()[:size])
    with salvaged(bad) as found:
        assert found is None


@settings(max_examples=25)
@given(st.data())
def test_whatever_the_damage_what_is_saved_is_good(
    good: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("bad")
    bad = bytearray(good.read_bytes())
    begin = data.draw(st.integers(0, len(bad) - 1))
    length = data.draw(st.integers(1, 30_000))
    bad[begin : begin + length] = data.draw(st.sampled_from([b"", bytes(length), b"\xa5" * length]))
    (folder / "bad.zip").write_bytes(bad)
    with salvaged(folder / "bad.zip") as found:
        if found:
            write_contents(found.contents, folder / "recovered.zip")
            assert verify_backup(folder / "recovered.zip").reports
