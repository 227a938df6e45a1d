"""A restore puts everything back exactly, in one step, and what was there before is kept."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.errors import EnvironmentFault, Fault, InUse
from desktop_app.report.package import read_package
from desktop_app.storage import backup_faults as faults
from desktop_app.storage import restore as restoring
from desktop_app.storage import sqlite
from desktop_app.storage.backup import write_backup
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.progress import Cancelled
from desktop_app.storage.restore import restore_backup
from desktop_app.storage.snapshot import Choice
from desktop_app.storage.stairs import STAIRS, Stairs
from desktop_app.storage.store import Store
from desktop_app.storage.unpack import WORKSHOP
from tests.storage.backup_parts import DATABASE, OTHER, entries, forge
from tests.storage.make_fixture import FIXTURES
from tests.storage.samples import FULL, FULL_PACKAGE, with_fields

WORDS = "รหัสผ่าน"
LATER = with_fields(FULL, title="แก้ไขหลังสำรองข้อมูล")


@pytest.fixture
def kept(path: Path) -> Path:
    return path.parent / "backups" / "kept.zip"


@pytest.fixture
def later(filled: Path, out: Path) -> Path:
    """A database that was edited after its backup `out` had been made."""
    write_backup(filled, out)
    with Store.open(filled) as store:
        store.save(LATER)
    return filled


def title(path: Path) -> str | None:
    with Store.open(path) as store:
        return store.load(FULL.id).report.title


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_everything_comes_back(later: Path, out: Path, kept: Path) -> None:
    restored = restore_backup(out, later, kept)
    with Store.open(later) as store:
        assert store.load(FULL.id) == FULL_PACKAGE
        assert store.load(OTHER.id).report == OTHER
        assert [summary.id for summary in store.summaries()] == [FULL.id]
    assert sqlite.is_whole(later)
    assert restored.manifest == verify_backup(out)
    assert WORKSHOP not in names(later.parent)


def test_what_was_there_is_a_backup_that_can_be_restored(
    later: Path, out: Path, kept: Path
) -> None:
    assert restore_backup(out, later, kept).kept == kept
    assert restore_backup(kept, later, kept.with_name("2.zip")).kept
    assert title(later) == LATER.title


def test_a_locked_backup_is_restored_with_its_passphrase(
    later: Path, out: Path, kept: Path
) -> None:
    write_backup(later, out, passphrase=WORDS)
    with pytest.raises(faults.WrongPassphrase):
        restore_backup(out, later, kept, "อื่น")
    restore_backup(out, later, kept, WORDS)
    assert title(later) == LATER.title


def test_on_a_computer_that_has_no_data_yet(filled: Path, out: Path, tmp_path: Path) -> None:
    write_backup(filled, out)
    new = tmp_path / "เครื่องใหม่" / "suanruam.db"
    assert restore_backup(out, new, new.parent / "kept.zip").kept is None
    with Store.open(new) as store:
        assert store.load(FULL.id) == FULL_PACKAGE
    assert names(new.parent) == {"suanruam.db", "suanruam.db.lock"}


def test_a_journal_without_its_database_is_not_taken_for_the_new_ones(
    filled: Path, out: Path, kept: Path
) -> None:
    write_backup(filled, out)
    journal = hot_journal(filled)
    filled.unlink()
    filled.with_name(f"{filled.name}-journal").write_bytes(journal)
    restore_backup(out, filled, kept)
    with Store.open(filled) as store:
        assert store.load(FULL.id) == FULL_PACKAGE
    (aside,) = filled.parent.glob("*-damaged-*.db-journal")
    assert aside.read_bytes() == journal


def hot_journal(database: Path) -> bytes:
    """Return the journal of a transaction that never ends."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE text_item SET text = 'half' || hex(zeroblob(20000))")
        return database.with_name(f"{database.name}-journal").read_bytes()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"no database" * 1000),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:8192]),
        lambda path: path.write_bytes(path.read_bytes()[:4096] + b"\xa5" * 60_000),
    ],
    ids=["text", "empty", "cut short", "pages lost"],
)
def test_a_damaged_database_is_kept_as_it_is(
    later: Path, out: Path, kept: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(later)
    damaged = later.read_bytes()
    restored = restore_backup(out, later, kept)
    assert restored.was_damaged
    assert restored.kept
    assert restored.kept.read_bytes() == damaged
    assert title(later) == FULL.title


def test_damaged_photos_do_not_keep_a_restore_from_happening(
    later: Path, out: Path, kept: Path
) -> None:
    with closing(sqlite3.connect(later)) as connection, connection:
        connection.execute("UPDATE blob SET content = x'00'")
    assert restore_backup(out, later, kept).was_damaged
    with Store.open(later) as store:
        assert store.load(FULL.id) == FULL_PACKAGE


def refused(source: Path, database: Path, kept: Path, kind: type[Fault]) -> str:
    """Restore what must be refused: the present data stays as it is. Return what is said."""
    before = database.read_bytes()
    around = names(database.parent) | {"backups"}
    with pytest.raises(kind) as fault:
        restore_backup(source, database, kept)
    assert database.read_bytes() == before
    assert names(database.parent) | {"backups"} == around
    return fault.value.said.th


def test_a_damaged_backup_changes_nothing(later: Path, out: Path, kept: Path) -> None:
    data = out.read_bytes()
    out.write_bytes(data[:-200])
    assert "ไม่ถูกแก้ไข" in refused(out, later, kept, faults.DamagedBackup)


@pytest.mark.parametrize(
    "choice", [Choice(files=False), Choice(reports=frozenset({FULL.id}))], ids=["text", "selected"]
)
def test_a_part_does_not_take_the_place_of_everything(
    later: Path, out: Path, kept: Path, choice: Choice
) -> None:
    write_backup(later, out, choice)
    assert "บางส่วน" in refused(out, later, kept, faults.PartialBackup)


def test_rows_that_are_no_report_are_refused(
    later: Path, out: Path, kept: Path, tmp_path: Path
) -> None:
    inner = tmp_path / "inner.db"
    inner.write_bytes(entries(out)[DATABASE])
    with closing(sqlite3.connect(inner)) as connection, connection:
        connection.execute("UPDATE session SET date = 'yesterday'")
    data = inner.read_bytes()
    content = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    forge(out, {"database": content}, {DATABASE: data})
    refused(out, later, kept, faults.DamagedBackup)


def test_a_database_in_use_is_not_replaced(
    later: Path, out: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(later, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused(out, later, kept, InUse)


def test_nothing_is_saved_while_a_restore_goes_on(later: Path, out: Path, kept: Path) -> None:
    """A save between the backup of the present and the swap would be in neither."""
    told: list[str] = []

    def save_meanwhile(done: int, total: int) -> bool:
        if kept.exists():
            with closing(sqlite3.connect(later, timeout=0)) as other:
                try:
                    other.execute("UPDATE report SET title = 'late'")
                except sqlite3.OperationalError as error:
                    told.append(str(error))
        return done <= total

    restore_backup(out, later, kept, progress=save_meanwhile)
    assert set(told) == {"database is locked"}


@pytest.mark.parametrize("at", [0, 0.2, 0.4, 0.7, 0.99])
def test_a_cancelled_restore_changes_nothing(later: Path, out: Path, kept: Path, at: float) -> None:
    before = later.read_bytes()
    with pytest.raises(Cancelled):
        restore_backup(out, later, kept, progress=lambda done, total: done < total * at)
    assert later.read_bytes() == before
    assert WORKSHOP not in names(later.parent)


def test_no_room_for_keeping_the_present_is_no_restore(
    later: Path, out: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(later.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    refused(out, later, kept, faults.NoRoom)


def test_a_swap_that_fails_leaves_the_present(
    later: Path, out: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(finished: Path, target: Path) -> None:
        raise OSError(5, f"{finished} {target}")

    monkeypatch.setattr(restoring, "put_in_place", fail)
    with pytest.raises(EnvironmentFault):
        restore_backup(out, later, kept)
    assert title(later) == LATER.title


def test_remains_of_a_restore_that_was_killed_do_no_harm(
    later: Path, out: Path, kept: Path
) -> None:
    workshop = later.parent / WORKSHOP
    workshop.mkdir()
    for name in ("suanruam.db", "suanruam.db-journal", "suanruam.db.new"):
        (workshop / name).write_bytes(b"half of something" * 100)
    restore_backup(out, later, kept)
    assert title(later) == FULL.title


def test_a_backup_of_the_first_schema_goes_up_the_stairs(
    path: Path, out: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.db"
    shutil.copyfile(FIXTURES / "schema-0001.db", old)
    manifest = write_backup(old, out)
    assert manifest.schema == "0001"
    restore_backup(out, path, path.parent / "kept.zip")
    with Store.open(path) as store:
        assert store.load(FULL.id) == read_package(FIXTURES / "schema-0001.zip")


def shorter_stairs(folder: Path) -> Stairs:
    """Return the stairs of a program that knows no schema but the first."""
    shutil.copytree(STAIRS.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for step in (folder / "versions").glob("v*.py"):
        if not step.name.startswith("v0001"):
            step.unlink()
    return Stairs(folder)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def test_a_newer_backup_is_refused_untouched(later: Path, out: Path, kept: Path) -> None:
    forge(out, {"schema": "9999", "program": "7.8.9"})
    before = out.read_bytes()
    assert "7.8.9" in refused(out, later, kept, faults.NewerBackup)
    assert out.read_bytes() == before


def test_the_data_of_a_newer_program_is_not_replaced(later: Path, out: Path, kept: Path) -> None:
    newer(later)
    refused(out, later, kept, faults.NewerData)


def test_the_new_database_is_synced_before_it_is_swapped_in(
    later: Path, out: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, int]] = []
    fsync, replace = os.fsync, Path.replace

    def note_sync(handle: int) -> None:
        fsync(handle)
        done.append(("sync", os.fstat(handle).st_ino))

    def note_replace(self: Path, target: Path) -> Path:
        done.append(("swap", self.stat().st_ino))
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_replace)
    restore_backup(out, later, kept)
    number = later.stat().st_ino
    assert done.index(("sync", number)) < done.index(("swap", number))
    assert ("sync", later.parent.stat().st_ino) in done[done.index(("swap", number)) :]
