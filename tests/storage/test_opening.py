"""What opening a database promises: durable commits, and no harm to a file that is not right."""

import shutil
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from desktop_app.errors import EnvironmentFault, Fault, UserFault
from desktop_app.paths import DataPlace
from desktop_app.storage import sqlite
from desktop_app.storage.stairs import STAIRS
from desktop_app.storage.store import Store
from tests.storage.make_fixture import FIXTURES
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE, with_fields

GOOD = FIXTURES / f"schema-{STAIRS.top}.db"


def put(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)


def said_on_opening(path: Path, kind: type[Fault]) -> str:
    """Open what must be refused; return what is said in Thai. The folder stays as it was."""
    before = {entry.name: entry.read_bytes() for entry in path.parent.iterdir()}
    with pytest.raises(kind) as fault, Store.open(path) as store:
        store.summaries()
    after = {entry.name: entry.read_bytes() for entry in path.parent.iterdir()}
    assert after == before
    assert str(path) in fault.value.said.th
    assert str(path) in fault.value.said.en
    return fault.value.said.th


def test_the_first_start_makes_folder_and_database(path: Path) -> None:
    with Store.open(path) as store:
        assert store.summaries() == ()
    assert path.is_file()


def test_commits_are_durable_and_foreign_keys_hold(made: Path) -> None:
    engine = sqlite.engine_for(made)
    with engine.connect() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "integrity_check")
        }
    engine.dispose()
    # 3 is EXTRA: FULL, and the folder synced after the journal's removal.
    assert found == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "integrity_check": "ok",
    }


def test_a_newer_database_is_left_alone_and_says_what_it_needs(path: Path) -> None:
    put(path, GOOD.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("INSERT INTO schema_step VALUES ('9999', '7.8.9', '2030-01-01')")
    said = said_on_opening(path, UserFault)
    assert "7.8.9" in said
    assert "ไม่ถูกแก้ไข" in said


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"SQLite format 3\x00",
        b"not a database, though long enough to have a header" * 20,
        GOOD.read_bytes()[:4096],
        GOOD.read_bytes()[:-4096],
        b"\x00" * 4096 + GOOD.read_bytes()[4096:],
    ],
    ids=["empty", "a beginning", "text", "first page", "last page gone", "zeros at first"],
)
def test_a_file_that_is_no_good_database_is_left_alone(path: Path, data: bytes) -> None:
    put(path, data)
    said = said_on_opening(path, EnvironmentFault)
    assert "โปรแกรมไม่ได้แก้ไขไฟล์นี้" in said
    assert "ข้อมูลสำรอง" in said


def test_damage_within_is_said_when_it_is_met(path: Path) -> None:
    put(path, GOOD.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'text_item'"
        [(page,)] = connection.execute(query)
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    with Store.open(path) as store:
        assert [summary.id for summary in store.summaries()] == [FULL.id]
        with pytest.raises(EnvironmentFault) as fault:
            store.load(FULL.id)
    assert "เสียหาย" in fault.value.said.th
    assert path.read_bytes() == data


def test_another_programs_database_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE report (id TEXT)")
    assert "โปรแกรมอื่น" in said_on_opening(path, EnvironmentFault)


def test_a_folder_in_place_of_the_database(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(EnvironmentFault):
        Store.open(path)


def test_a_file_in_place_of_the_folder(place: DataPlace) -> None:
    place.root.write_text("x")
    with pytest.raises(EnvironmentFault) as fault:
        Store.open(place.database)
    assert str(place.root) in fault.value.said.en


def test_a_database_that_is_gone_is_not_made_anew_under_ones_hands(
    store: Store, path: Path
) -> None:
    store.close()
    shutil.rmtree(path.parent)
    with pytest.raises(EnvironmentFault):
        store.save(FULL, FULL_FILES)
    assert not path.exists()


def test_a_full_disk_keeps_what_was_saved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(path) as store:
        store.save(FULL, FULL_FILES)
    pages = path.stat().st_size // 4096
    connect = sqlite.connect

    def connect_to_full_disk(path: Path, mode: str = "rw") -> sqlite3.Connection:
        connection = connect(path, mode)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(sqlite, "connect", connect_to_full_disk)
    with Store.open(path) as store:
        with pytest.raises(EnvironmentFault) as fault:
            store.save(with_fields(FULL, introduction="ก" * 1_000_000))
        assert store.load(FULL.id) == FULL_PACKAGE
    assert "ดิสก์เต็ม" in fault.value.said.th


def test_a_database_in_use_keeps_what_was_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_BUSY_SECONDS", 0.1)
    with Store.open(path) as store:
        store.save(FULL, FULL_FILES)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert store.load(FULL.id) == FULL_PACKAGE
            with pytest.raises(EnvironmentFault) as fault:
                store.save(with_fields(FULL, title="ใหม่"))
        assert "โปรแกรมอื่นกำลังใช้อยู่" in fault.value.said.th
        store.save(with_fields(FULL, title="ใหม่"))
        assert store.load(FULL.id).report.title == "ใหม่"


def test_one_thread_saves_while_others_read(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    states = [with_fields(FULL, title=f"{n}", introduction=f"{n}") for n in range(40)]
    done = threading.Event()

    def read_on() -> list[bool]:
        seen = []
        while not done.is_set():
            report = store.load(FULL.id).report
            seen.append(report == FULL or report.title == report.introduction)
        return seen

    with ThreadPoolExecutor(max_workers=3) as pool:
        readers = [pool.submit(read_on) for _ in range(2)]

        def write_all() -> None:
            for state in states:
                store.save(state)

        pool.submit(write_all).result()
        done.set()
        assert all(all(reader.result()) for reader in readers)
    assert store.load(FULL.id).report == states[-1]


def test_programs_that_start_together_make_one_database(path: Path) -> None:
    ids = [uuid4() for _ in range(6)]

    def start(number: int) -> None:
        with Store.open(path) as store:
            store.save(with_fields(FULL, id=ids[number]), FULL_FILES)

    with ThreadPoolExecutor(max_workers=6) as pool:
        list(pool.map(start, range(6)))
    with Store.open(path) as store:
        assert {summary.id for summary in store.summaries()} == set(ids)


def test_a_read_only_database_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(path, GOOD.read_bytes())
    connect = sqlite.connect
    monkeypatch.setattr(sqlite, "connect", lambda path: connect(path, "ro"))
    with Store.open(path) as store:
        assert store.load(FULL.id) == FULL_PACKAGE
        with pytest.raises(EnvironmentFault) as fault:
            store.save(with_fields(FULL, title="ใหม่"))
    assert "อ่านได้อย่างเดียว" in fault.value.said.th
