"""Automatic backups happen when something changed, thin out, and reach a second folder calmly."""

import datetime as dt
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from secrets import token_bytes
from uuid import uuid4

import pytest

from desktop_app.errors import ClockSetBack, EnvironmentFault
from desktop_app.paths import DataPlace
from desktop_app.report.values import Photo
from desktop_app.services.automatic_backups import (
    Automatic,
    Policy,
    back_up_if_changed,
)
from desktop_app.services.backups import back_up, restore
from desktop_app.services.clock import clock_fault
from desktop_app.storage import backup_copy
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.backup_faults import ReadsBackWrong
from desktop_app.storage.store import Store
from tests.storage.samples import FULL, FULL_FILES, with_activity, with_fields

NOW = dt.datetime.fromisoformat("2026-11-23T16:00:00+07:00")
HOUR = dt.timedelta(hours=1)
UNLINK = Path.unlink


@pytest.fixture
def place(tmp_path: Path) -> DataPlace:
    place = DataPlace(tmp_path / "ข้อมูล")
    with Store.open(place.database) as store:
        store.save(FULL, FULL_FILES)
    return place


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "USB"
    folder.mkdir()
    return folder


def edit(place: DataPlace, title: str) -> None:
    with Store.open(place.database) as store:
        store.save(with_fields(FULL, title=title))


def backups(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.zip"))


def test_nothing_is_made_while_nothing_changes(place: DataPlace) -> None:
    first = back_up_if_changed(place, now=NOW)
    again = back_up_if_changed(place, now=NOW + HOUR)
    assert again.made is None
    assert backups(place.backups) == [first.made]
    edit(place, "ใหม่")
    assert back_up_if_changed(place, now=NOW + HOUR).made
    assert len(backups(place.backups)) == 2


def test_a_second_folder_that_is_back_gets_its_copy(place: DataPlace, stick: Path) -> None:
    back_up_if_changed(place, now=NOW)
    assert back_up_if_changed(place, stick, now=NOW) == Automatic(None)
    assert len(backups(stick)) == 1


def test_a_new_photo_is_a_change(place: DataPlace) -> None:
    back_up_if_changed(place, now=NOW)
    with Store.open(place.database) as store:
        store.save(FULL, {**FULL_FILES, "photos/0001.jpg": b"another"})
    assert back_up_if_changed(place, now=NOW + HOUR).made


def test_a_backup_that_was_spoilt_is_made_again(place: DataPlace) -> None:
    made = back_up_if_changed(place, now=NOW).made
    assert made
    made.write_bytes(made.read_bytes()[:-5000])
    assert back_up_if_changed(place, now=NOW + HOUR).made


def test_older_ones_thin_out_and_each_that_stays_is_whole(place: DataPlace) -> None:
    policy = Policy(latest=2, days=3, weeks=0, months=0)
    for number in range(12):
        edit(place, f"{number}")
        back_up_if_changed(place, now=NOW + number * 6 * HOUR, policy=policy)
    kept = backups(place.backups)
    assert len(kept) == 4
    assert all(verify_backup(path).current for path in kept)


def spoil_a_photo(database: Path) -> str:
    """Let a file of the report be other than what was stored, and return its path."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE blob SET content = x'00' WHERE rowid = 1")
        query = "SELECT path FROM file JOIN blob USING (sha256) WHERE blob.rowid = 1"
        (path,) = connection.execute(query).fetchone()
    return str(path)


def test_a_damaged_photo_does_not_stop_all_else_from_being_backed_up(place: DataPlace) -> None:
    whole = back_up_if_changed(place, now=NOW).made
    assert whole
    damaged = spoil_a_photo(place.database)
    policy = Policy(latest=1, days=1, weeks=0, months=0, before=2)
    for number in range(1, 5):
        edit(place, f"ครั้งที่ {number}")
        done = back_up_if_changed(place, now=NOW + number * HOUR, policy=policy)
        (notice,) = done.notices
        assert "เสียหาย" in notice.th
        assert damaged in notice.th
        assert damaged in notice.en
        assert done.made
        made = verify_backup(done.made)
        assert len(made.files) == len(FULL_FILES) - 1
        assert {one.path for one in made.lacking} == {damaged}
    again = back_up_if_changed(place, now=NOW + 5 * HOUR, policy=policy)
    assert again.made is None
    assert damaged in again.notices[0].th
    assert whole.exists()  # it alone has the photo
    assert verify_backup(whole).files
    assert len(backups(place.backups)) == 2


def test_another_damaged_photo_is_a_change(place: DataPlace) -> None:
    spoil_a_photo(place.database)
    assert back_up_if_changed(place, now=NOW).made
    with closing(sqlite3.connect(place.database)) as connection, connection:
        connection.execute("UPDATE blob SET content = x'00'")
    again = back_up_if_changed(place, now=NOW + HOUR)
    assert again.made
    assert not verify_backup(again.made).files


def test_a_photo_on_a_page_that_cannot_be_read_is_a_damaged_one(place: DataPlace) -> None:
    path = "photos/ใหญ่.jpg"
    photo, content = Photo(file=path, caption="ท้องนา"), token_bytes(500_000)
    with Store.open(place.database) as store:
        store.save(with_activity(FULL, 0, photos=(photo,)), {path: content})
    break_the_chain_of(place.database, content)
    done = back_up_if_changed(place, now=NOW)
    (notice,) = done.notices
    assert f"{path} “ท้องนา”" in notice.th
    assert done.made
    assert verify_backup(done.made).files


def test_a_report_that_cannot_be_read_either_stops_no_backup(
    place: DataPlace, tmp_path: Path
) -> None:
    other = with_fields(FULL, id=uuid4(), title="ฉบับที่สอง")
    with Store.open(place.database) as store:
        store.save(other, FULL_FILES)
    damaged = spoil_a_photo(place.database)
    with closing(sqlite3.connect(place.database)) as connection, connection:
        no_report = "UPDATE report SET period_kind = 'zzz' WHERE id = ?"
        connection.execute(no_report, (str(FULL.id),))
    done = back_up_if_changed(place, now=NOW)
    said = done.notices[0].th
    assert damaged in said
    assert f"รายงานทั้งฉบับ “{FULL.title}” (อำเภอนครไทย 2566)" in said
    assert done.made
    later = DataPlace(tmp_path / "ที่ใหม่")
    restore(done.made, later)
    with Store.open(later.database) as store:
        assert store.report(other.id).title == "ฉบับที่สอง"
        assert set(store.load(other.id).files) == set(FULL_FILES) - {damaged}
        assert store.ids() == (other.id,)
    assert back_up_if_changed(place, now=NOW + HOUR).made is None


def break_the_chain_of(database: Path, content: bytes) -> None:
    """Let a page of a long content lead to one that is not there."""
    with closing(sqlite3.connect(database)) as connection:
        (page,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(database.read_bytes())
    begin = data.index(content[100_000:100_100]) // page * page
    data[begin : begin + 4] = b"\xff" * 4
    database.write_bytes(data)


def test_other_files_of_the_folder_stay(place: DataPlace) -> None:
    place.backups.mkdir()
    own = place.backups / "ของฉัน.zip"
    own.write_bytes(b"mine")
    killed = place.backups / ".suanruam-0123.tmp"
    killed.write_bytes(b"killed")
    os.utime(killed, (0, 0))
    for number in range(3):
        edit(place, f"{number}")
        back_up_if_changed(place, now=NOW + number * HOUR, policy=Policy(1, 1, 0, 0, 1))
    assert own.read_bytes() == b"mine"
    assert len(backups(place.backups)) == 2
    assert not list(place.backups.glob("*.tmp"))


def test_thinning_leaves_alone_what_another_is_writing(place: DataPlace) -> None:
    between: list[Path] = []

    def edit_and_back_up(*_: int) -> bool:
        if not between:
            between.extend(place.backups.glob("*.tmp"))
            back_up_if_changed(place, now=NOW)
        return True

    place.backups.mkdir()
    merge = place.backups / "suanruam-20261123-150000-before-merge.zip"
    back_up(place.database, merge, progress=edit_and_back_up)
    assert len(between) == 1
    assert verify_backup(merge).current
    assert len(backups(place.backups)) == 2


def test_an_old_backup_that_cannot_be_removed_now_is_no_fault(
    place: DataPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = Policy(1, 0, 0, 0, 1)
    first = back_up_if_changed(place, now=NOW, policy=policy).made
    edit(place, "ใหม่")
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", refused)
        assert back_up_if_changed(place, now=NOW + HOUR, policy=policy).made
    edit(place, "ใหม่กว่า")
    assert back_up_if_changed(place, now=NOW + 2 * HOUR, policy=policy).made
    assert first not in backups(place.backups)
    assert len(backups(place.backups)) == 1


def refused(path: Path, *, missing_ok: bool = False) -> None:
    """Stand for Windows, where a file that is open is not removed."""
    if path.suffix == ".zip":
        raise PermissionError(13, "the file is open", str(path))
    UNLINK(path, missing_ok=missing_ok)


def test_a_clock_set_back_is_said_and_the_latest_stays_the_latest(place: DataPlace) -> None:
    back_up_if_changed(place, now=NOW)
    edit(place, "หลังนาฬิกาถอยหลัง")
    done = back_up_if_changed(place, now=NOW - 400 * 24 * HOUR, policy=Policy(1, 1, 1, 1))
    (notice,) = done.notices
    assert "นาฬิกา" in notice.th
    assert done.made
    assert backups(place.backups)[-1] == done.made


def test_the_latest_goes_to_the_stick_too(place: DataPlace, stick: Path) -> None:
    done = back_up_if_changed(place, stick, now=NOW)
    (copy,) = backups(stick)
    assert done.made
    assert copy.read_bytes() == done.made.read_bytes()
    assert done.notices == ()


def test_a_stick_that_is_not_there_is_said_calmly_and_catches_up(
    place: DataPlace, tmp_path: Path
) -> None:
    away = tmp_path / "E"
    done = back_up_if_changed(place, away, now=NOW)
    (notice,) = done.notices
    assert "ไม่พบโฟลเดอร์สำรองที่สอง" in notice.th
    assert done.made
    assert not away.exists()
    away.mkdir()
    assert back_up_if_changed(place, away, now=NOW + HOUR).notices == ()
    assert [path.name for path in backups(away)] == [done.made.name]


def test_a_stick_that_writes_wrongly_is_said_and_the_computers_own_is_whole(
    place: DataPlace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(source: Path, temporary: Path) -> None:
        temporary.write_bytes(source.read_bytes()[:-10] + b"0123456789")

    monkeypatch.setattr(backup_copy, "_copy", spoil)
    done = back_up_if_changed(place, stick, now=NOW)
    (notice,) = done.notices
    assert "ชำรุด" in notice.th
    assert done.made
    assert verify_backup(done.made).current
    assert backups(stick) == []
    with pytest.raises(ReadsBackWrong):
        backup_copy.copy_backup(done.made, stick / "x.zip")


def test_backups_of_another_computer_on_the_stick_stay(place: DataPlace, stick: Path) -> None:
    other = stick / "suanruam-OTHER"
    other.mkdir()
    for year in range(2000, 2060):
        (other / f"suanruam-{year}0101-000000-auto.zip").write_bytes(b"theirs")
    back_up_if_changed(place, stick, now=NOW, policy=Policy(1, 1, 1, 1, 1))
    assert len(backups(other)) == 60


def test_an_automatic_backup_can_be_restored(place: DataPlace) -> None:
    made = back_up_if_changed(place, now=NOW).made
    assert made
    edit(place, "ใหม่")
    restored = restore(made, place)
    with Store.open(place.database) as store:
        assert store.load(FULL.id).report == FULL
    assert restored.kept
    assert restored.kept.name.endswith("-before-restore.zip")
    assert verify_backup(restored.kept).current


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_a_fault(place: DataPlace) -> None:
    place.backups.mkdir(mode=0o500)
    with pytest.raises(EnvironmentFault):
        back_up_if_changed(place, now=NOW)


def test_a_file_in_place_of_the_folder_is_a_fault(place: DataPlace) -> None:
    place.backups.write_text("in the way")
    with pytest.raises(EnvironmentFault):
        back_up_if_changed(place, now=NOW)


def test_small_steps_of_the_clock_are_no_fault() -> None:
    assert clock_fault(NOW, NOW) is None
    assert clock_fault(NOW, NOW + dt.timedelta(minutes=5)) is None
    assert clock_fault(NOW + HOUR, NOW) is None
    assert isinstance(clock_fault(NOW, NOW + HOUR), ClockSetBack)
