"""A backup holds everything, is whole before it has its name, and is refused when it is not."""

import datetime as dt
import json
import os
import shutil
import sqlite3
import threading
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from desktop_app import __version__
from desktop_app.errors import Damaged, DiskFull, EnvironmentFault, UserFault
from desktop_app.storage import backup_faults as faults
from desktop_app.storage import sealed, snapshot
from desktop_app.storage.backup import write_backup
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.manifest import manifest_bytes, read_manifest
from desktop_app.storage.progress import Cancelled
from desktop_app.storage.snapshot import Choice
from desktop_app.storage.store import Store
from tests.storage.backup_parts import OTHER
from tests.storage.samples import FULL, FULL_FILES, with_fields

WORDS = "รหัสผ่าน"


def rows(path: Path) -> dict[str, list[object]]:
    """Return all that a database holds."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        found = {name: connection.execute(" ".join(("SELECT * FROM", name))) for (name,) in tables}
        return {name: sorted(table, key=repr) for name, table in found.items()}


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_a_backup_says_what_is_in_it(filled: Path, out: Path) -> None:
    before = dt.datetime.now(dt.UTC)
    manifest = write_backup(filled, out)
    assert verify_backup(out) == manifest
    assert manifest.program == __version__
    assert manifest.office == "อำเภอนครไทย"
    assert [note.id for note in manifest.current] == [FULL.id]
    assert {note.id for note in manifest.reports} == {FULL.id, OTHER.id}
    assert manifest.activities == 2
    assert len(manifest.files) == len(FULL_FILES)
    assert before <= manifest.made <= dt.datetime.now(dt.UTC)
    assert manifest.is_complete


def test_any_program_that_reads_zip_files_gets_at_everything(filled: Path, out: Path) -> None:
    write_backup(filled, out)
    with zipfile.ZipFile(out) as found:
        assert found.testzip() is None
        assert {info.compress_type for info in found.infolist()} == {zipfile.ZIP_STORED}
        photos = {found.read(name) for name in found.namelist() if name.startswith("files/")}
        listed = json.loads(found.read("manifest.json"))
    assert photos == set(FULL_FILES.values())
    assert listed["format"] == "suanruam-backup"
    assert listed["reports"][0]["agency"] == "อำเภอนครไทย"


def test_every_row_of_every_table_is_in_it(filled: Path, out: Path, tmp_path: Path) -> None:
    write_backup(filled, out)
    with zipfile.ZipFile(out) as found:
        inner = Path(found.extract("suanruam.db", tmp_path))
        blobs = [(n.removeprefix("files/"), found.read(n)) for n in found.namelist() if "/" in n]
    there = rows(inner)
    there["blob"] = sorted(blobs, key=repr)
    assert there == rows(filled)


def test_a_manifest_is_read_as_it_was_written(filled: Path, out: Path) -> None:
    manifest = write_backup(filled, out)
    assert read_manifest(manifest_bytes(manifest)) == manifest


def test_people_save_on_while_a_backup_is_made(filled: Path, out: Path) -> None:
    """The backup is of one moment: title and introduction of one save, never of two."""
    with Store.open(filled) as store:
        done = threading.Event()
        saves: list[dt.datetime] = []

        def save_on() -> None:
            while not done.is_set():
                text = f"ครั้งที่ {len(saves)}"
                saves.append(store.save(with_fields(FULL, title=text, introduction=text)))

        saver = threading.Thread(target=save_on)
        saver.start()
        manifests = [write_backup(filled, out) for _ in range(5)]
        done.set()
        saver.join()
    assert len(saves) > 5
    with zipfile.ZipFile(out) as found:
        inner = Path(found.extract("suanruam.db", out.parent))
    with closing(sqlite3.connect(inner)) as connection:
        query = "SELECT title = introduction FROM report WHERE deleted IS NULL"
        assert connection.execute(query).fetchall() == [(1,)]
    assert len({manifest.database.sha256 for manifest in manifests}) > 1


def test_what_a_killed_save_left_half_done_is_not_in_it(filled: Path, out: Path) -> None:
    """The journal of an unfinished transaction lies beside the database: it must be heeded."""
    wanted = rows(filled)
    with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE report SET title = zeroblob(100000)|| title")
        connection.execute("UPDATE text_item SET text = 'half' || hex(zeroblob(20000))")
        killed = filled.with_name("killed.db")
        shutil.copyfile(filled, killed)
        shutil.copyfile(f"{filled}-journal", f"{killed}-journal")
    write_backup(killed, out)
    with zipfile.ZipFile(out) as found:
        inner = Path(found.extract("suanruam.db", out.parent))
    assert rows(inner)["text_item"] == wanted["text_item"]


def test_selected_reports_and_nothing_of_the_others(filled: Path, out: Path) -> None:
    with Store.open(filled) as store:
        secret = with_fields(FULL, id=uuid4(), title="ความลับ", agency=FULL.agency)
        store.save(secret, {**FULL_FILES, "photos/0001.jpg": b"secret photo"})
    manifest = write_backup(filled, out, Choice(reports=frozenset({FULL.id})))
    assert [note.id for note in verify_backup(out).reports] == [FULL.id]
    assert not manifest.is_complete
    data = out.read_bytes()
    assert "ความลับ".encode() not in data
    assert b"secret photo" not in data
    assert FULL_FILES["photos/0001.jpg"] in data


def test_without_photos_it_is_small_enough_for_e_mail(filled: Path, out: Path) -> None:
    manifest = write_backup(filled, out, Choice(files=False))
    assert verify_backup(out).files == ()
    assert not manifest.is_complete
    assert all(data not in out.read_bytes() for data in FULL_FILES.values())


def test_a_locked_backup_opens_with_its_passphrase_only(filled: Path, out: Path) -> None:
    manifest = write_backup(filled, out, passphrase=WORDS)
    assert verify_backup(out, WORDS) == manifest
    with pytest.raises(faults.PassphraseNeeded):
        verify_backup(out)
    with pytest.raises(faults.WrongPassphrase):
        verify_backup(out, "รหัสอื่น")
    data = out.read_bytes()
    assert data.startswith(sealed.MAGIC)
    assert "นครไทย".encode() not in data


def test_progress_goes_from_nothing_to_all(filled: Path, out: Path) -> None:
    told: list[tuple[int, int]] = []

    def note(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    write_backup(filled, out, progress=note)
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert len({total for _, total in told}) == 1


@pytest.mark.parametrize("at", [0.01, 0.3, 0.6, 0.99])
def test_a_cancelled_backup_leaves_the_one_from_before(filled: Path, out: Path, at: float) -> None:
    out.write_bytes(b"from before")
    with pytest.raises(Cancelled):
        write_backup(filled, out, progress=lambda done, total: done < total * at)
    assert out.read_bytes() == b"from before"
    assert names(out.parent) == {out.name}


def test_a_link_is_followed(filled: Path, out: Path) -> None:
    link = out.with_name("link.zip")
    link.symlink_to(out)
    write_backup(filled, link)
    assert link.is_symlink()
    assert verify_backup(out).current


def test_the_database_is_not_overwritten_by_its_backup(filled: Path) -> None:
    before = filled.read_bytes()
    with pytest.raises(UserFault):
        write_backup(filled, filled)
    assert filled.read_bytes() == before


def test_damage_in_a_photo_of_the_database_is_no_good_backup(filled: Path, out: Path) -> None:
    out.write_bytes(b"the last good one")
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("UPDATE blob SET content = x'00' WHERE length(content) > 100")
    with pytest.raises(faults.DamagedPhotos) as fault:
        write_backup(filled, out)
    assert "ข้อความของรายงานอยู่ครบ" in fault.value.said.th
    assert out.read_bytes() == b"the last good one"


def test_damage_in_the_text_of_the_database_is_no_good_backup(filled: Path, out: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("UPDATE activity SET report_id = 'nobody'")
    with pytest.raises(Damaged):
        write_backup(filled, out)
    assert names(out.parent) == set()


def test_too_little_room_is_said_before_anything_is_written(
    filled: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(out.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(DiskFull) as fault:
        write_backup(filled, out)
    assert "MB" in fault.value.said.th
    assert names(out.parent) == set()


def test_a_device_that_writes_wrongly_is_found_out(
    filled: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out.write_bytes(b"the last good one")
    fsync = os.fsync

    def spoil(handle: int) -> None:
        fsync(handle)
        if os.fstat(handle).st_size > 50_000:
            os.pwrite(handle, b"\xa5" * 100, 40_000)

    monkeypatch.setattr(os, "fsync", spoil)
    with pytest.raises(faults.ReadsBackWrong) as fault:
        write_backup(filled, out)
    assert "ชำรุด" in fault.value.said.th
    assert out.read_bytes() == b"the last good one"
    assert names(out.parent) == {out.name}


@pytest.mark.parametrize(
    "spoil",
    [lambda out: out.parent.rmdir(), lambda out: out.mkdir()],
    ids=["no such folder", "a folder"],
)
def test_a_target_that_cannot_be_is_said(
    filled: Path, out: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(out)
    with pytest.raises(EnvironmentFault) as fault:
        write_backup(filled, out)
    assert str(out) in fault.value.said.th


def test_a_backup_of_what_is_no_database_is_said_as_such(out: Path, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(Damaged) as fault:
        write_backup(path, out)
    assert str(path) in fault.value.said.th
    assert names(out.parent) == set()


def test_photos_that_are_removed_meanwhile_do_no_harm(
    filled: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes_of = snapshot.sizes_of

    def sizes_after_tidying(path: Path) -> dict[str, int]:
        monkeypatch.setattr(snapshot, "sizes_of", sizes_of)
        with Store.open(path) as store:
            store.save(with_fields(FULL, activities=()))
            store.purge([OTHER.id])
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DELETE FROM photo")
            connection.execute("DELETE FROM attachment")
            connection.execute("DELETE FROM file")
            connection.execute("DELETE FROM blob")
        return sizes_of(path)

    monkeypatch.setattr(snapshot, "sizes_of", sizes_after_tidying)
    assert write_backup(filled, out).files == ()
    assert verify_backup(out).files == ()
