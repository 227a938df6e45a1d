"""Reports go in and come out exactly, and a save writes what changed and nothing else."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import EnvironmentFault, UserFault
from desktop_app.report.package import Package, file_paths
from desktop_app.report.values import Activity, Photo, Report
from desktop_app.storage.store import Store
from desktop_app.storage.tables import Table
from tests.report.strategies import reports
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE, with_activity, with_fields

ALL_TABLES = frozenset(Table.metadata.tables)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """Two stores of one database: one saves, the other only ever reads what is there."""
    path = tmp_path_factory.mktemp("shared") / "suanruam.db"
    with Store.open(path) as writer, Store.open(path) as reader:
        yield writer, reader


def bytes_for(report: Report, salt: str = "") -> dict[str, bytes]:
    return {path: (path + salt).encode() for path in file_paths(report)}


def forbid_writing(path: Path, *tables: str) -> None:
    """Let every later change of a row in one of `tables` fail."""
    with closing(sqlite3.connect(path)) as connection:
        for table in tables:
            for act in ("INSERT", "UPDATE", "DELETE"):
                connection.execute(
                    f"CREATE TRIGGER no_{act}_{table} BEFORE {act} ON {table} "
                    f"BEGIN SELECT raise(ABORT, '{act} of {table}'); END"
                )


def keys_of_activities(path: Path) -> list[tuple[str, str | None]]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.execute("SELECT id, name FROM activity ORDER BY ordinal"))


def test_everything_comes_back(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    assert store.load(FULL.id) == FULL_PACKAGE
    with Store.open(path) as another:
        assert another.load(FULL.id) == FULL_PACKAGE


@given(report=reports)
def test_any_report_comes_back(shared: tuple[Store, Store], report: Report) -> None:
    writer, reader = shared
    files = bytes_for(report)
    writer.save(report, files)
    assert reader.load(report.id) == Package(report, files)


@settings(max_examples=40)
@given(states=st.lists(reports, min_size=2, max_size=4), data=st.data())
def test_any_change_of_a_report_comes_back(
    shared: tuple[Store, Store], states: list[Report], data: st.DataObject
) -> None:
    writer, reader = shared
    report_id = uuid4()
    pool = [activity for state in states for activity in state.activities]
    for state in states:
        # Activities of earlier states come back, in any order: moved, removed, doubled.
        mixed = tuple(data.draw(st.lists(st.sampled_from(pool), max_size=5))) if pool else ()
        report = with_fields(state, id=report_id, activities=mixed)
        files = bytes_for(report)
        writer.save(report, files)
        assert reader.load(report_id) == Package(report, files)


def test_saving_twice_is_saving_once(store: Store, path: Path) -> None:
    first = store.save(FULL, FULL_FILES)
    before = path.read_bytes()
    assert store.save(FULL, FULL_FILES) == first
    with Store.open(path) as another:
        assert another.save(FULL) == first
    assert path.read_bytes() == before


def test_the_time_of_a_save_is_now_and_has_its_zone(store: Store) -> None:
    before = dt.datetime.now(dt.UTC)
    saved = store.save(FULL, FULL_FILES)
    assert before <= saved <= dt.datetime.now(dt.UTC)
    assert store.summaries()[0].edited == saved


def test_an_edited_text_touches_its_own_list_only(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    forbid_writing(path, *ALL_TABLES - {"report", "activity", "text_item", "version"})
    edited = with_activity(FULL, 0, results=("ที่ประชุมเห็นชอบ",))
    store.save(edited)
    assert store.load(FULL.id).report == edited


def test_bytes_that_are_there_are_never_written_again(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    forbid_writing(path, "blob")
    doubled = with_fields(FULL, activities=(*FULL.activities, FULL.activities[0]))
    store.save(doubled, FULL_FILES)
    store.save(with_fields(FULL, id=uuid4()), FULL_FILES)
    assert store.load(FULL.id) == Package(doubled, FULL_FILES)


def test_activities_keep_their_keys_when_they_move(store: Store, path: Path) -> None:
    a, b, c = (Activity(name=name, issues=(name,)) for name in "กขค")
    report = with_fields(FULL, activities=(a, b, c))
    store.save(report)
    keys = {name: key for key, name in keys_of_activities(path)}
    forbid_writing(path, "text_item")
    store.save(with_fields(report, activities=(c, a, b)))
    assert keys_of_activities(path) == [(keys[name], name) for name in "คกข"]


def test_an_activity_keeps_its_key_when_it_is_edited(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    (first, _), (second, _) = keys_of_activities(path)
    store.save(with_activity(FULL, 0, name="ชื่อใหม่"))
    assert keys_of_activities(path) == [(first, "ชื่อใหม่"), (second, None)]


def test_a_photo_that_comes_back_needs_no_bytes(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    store.save(with_activity(FULL, 0, photos=(), attachments=()))
    assert store.load(FULL.id).files == {}
    store.save(FULL)  # as after an undo
    assert store.load(FULL.id) == FULL_PACKAGE


def test_new_bytes_under_an_old_path(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    changed = {**FULL_FILES, "photos/0001.jpg": b"turned"}
    store.save(FULL, {"photos/0001.jpg": b"turned"})
    assert store.load(FULL.id) == Package(FULL, changed)


def test_a_photo_without_bytes_is_refused_and_nothing_changes(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    lacking = with_activity(FULL, 1, name="ใหม่", photos=(Photo(file="photos/9.jpg"),))
    with pytest.raises(ValueError, match=r"photos/9\.jpg"):
        store.save(lacking)
    assert store.load(FULL.id) == FULL_PACKAGE


def test_one_report_does_not_see_the_files_of_another(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    with pytest.raises(ValueError, match="no bytes"):
        store.save(with_fields(FULL, id=uuid4()))


def test_what_another_program_saved_meanwhile_is_replaced_whole(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    with Store.open(path) as other:
        other.save(with_activity(with_fields(FULL, title="อื่น"), 0, issues=("อื่น",)))
    store.save(with_fields(FULL, introduction="ใหม่"))
    assert store.load(FULL.id).report == with_fields(FULL, introduction="ใหม่")


def test_summaries_show_the_latest_year_first(store: Store) -> None:
    old = with_fields(FULL, id=uuid4(), fiscal_year=2565, activities=())
    unnamed = Report(fiscal_year=2567)
    for report in (old, unnamed, FULL):
        store.save(report, FULL_FILES)
    shown = [(s.id, s.agency, s.fiscal_year, s.activities, s.period) for s in store.summaries()]
    assert shown == [
        (unnamed.id, "", 2567, 0, unnamed.period),
        (FULL.id, "อำเภอนครไทย", 2566, 2, FULL.period),
        (old.id, "อำเภอนครไทย", 2565, 0, FULL.period),
    ]


def test_a_deleted_report_is_out_of_sight_and_comes_back(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    store.delete(FULL.id)
    assert store.summaries() == ()
    assert store.ids_beginning("7b0f") == ()
    assert store.holds(FULL.id)
    assert store.load(FULL.id) == FULL_PACKAGE
    store.save(FULL)
    assert [summary.id for summary in store.summaries()] == [FULL.id]


def test_an_unknown_id_is_named(store: Store) -> None:
    unknown = uuid4()
    assert not store.holds(unknown)
    for ask in (store.load, store.delete):
        with pytest.raises(UserFault) as fault:
            ask(unknown)
        assert str(unknown) in fault.value.said.th


@pytest.mark.parametrize(
    "text", ["7", "7b0f", "7B0F0E0E", "7b0f0e0e-2", "7b0f0e0e2566", str(FULL.id), FULL.id.hex]
)
def test_an_id_is_found_by_its_beginning(store: Store, text: str) -> None:
    store.save(FULL, FULL_FILES)
    store.save(Report(id=UUID("70000000-0000-4000-8000-000000000000"), fiscal_year=2566))
    assert FULL.id in store.ids_beginning(text)


@pytest.mark.parametrize("text", ["", "-", "%", "_", "8", "7b0f0e0e-3", "ก", f"{FULL.id}0"])
def test_what_begins_no_id_finds_nothing(store: Store, text: str) -> None:
    store.save(FULL, FULL_FILES)
    assert store.ids_beginning(text) == ()


def test_a_damaged_photo_is_named_and_not_shown_as_good(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE blob SET content = zeroblob(length(content)) "
            "WHERE sha256 = (SELECT sha256 FROM file WHERE path = 'photos/ภาพ 2.jpg')"
        )
    with pytest.raises(EnvironmentFault) as fault:
        store.load(FULL.id)
    assert "photos/ภาพ 2.jpg" in fault.value.said.th


def test_rows_that_no_report_has_are_said_to_be_damage(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE report SET agency_kind = 'planet', period_kind = 'moon'")
    for ask in (lambda: store.load(FULL.id), store.summaries):
        with pytest.raises(EnvironmentFault) as fault:
            ask()
        assert "เสียหาย" in fault.value.said.th
    with Store.open(path) as another, pytest.raises(EnvironmentFault):
        another.save(FULL)
