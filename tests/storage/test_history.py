"""Every save is remembered, the old ones more sparsely, and none of them wrongly."""

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
from desktop_app.report.values import Activity, Report
from desktop_app.storage.history import Revision
from desktop_app.storage.store import Store
from desktop_app.storage.thinning import kept
from tests.report.strategies import reports
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE, with_activity, with_fields
from tests.storage.tidying import tidied

NOW = dt.datetime(2023, 6, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("shared") / "suanruam.db") as store:
        yield store


def age(path: Path, report_id: UUID, days: dict[int, float]) -> None:
    """Let some revisions of a report be older by days."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for number, back in days.items():
            moment = (dt.datetime.now(dt.UTC) - dt.timedelta(days=back)).isoformat()
            connection.execute(
                "UPDATE version SET moment = ? WHERE report_id = ? AND revision = ?",
                (moment, str(report_id), number),
            )


def numbers(store: Store, report_id: UUID) -> list[int]:
    return [revision.number for revision in store.revisions(report_id)]


def blobs(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        [(count,)] = connection.execute("SELECT count(*) FROM blob")
    return int(count)


def test_every_save_can_be_looked_at(store: Store) -> None:
    first = store.save(FULL, FULL_FILES)
    second = store.save(with_activity(FULL, 0, issues=("อื่น",)))
    store.save(with_fields(FULL, activities=()))
    assert numbers(store, FULL.id) == [3, 2, 1]
    assert [revision.moment for revision in store.revisions(FULL.id)][1:] == [second, first]
    assert store.load_revision(FULL.id, 1).package == FULL_PACKAGE
    assert store.load_revision(FULL.id, 2).package.report.activities[0].issues == ("อื่น",)
    assert store.load_revision(FULL.id, 3).package == Package(with_fields(FULL, activities=()))


def test_a_save_of_nothing_new_is_no_revision(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    store.save(FULL, FULL_FILES)
    assert numbers(store, FULL.id) == [1]


def test_what_was_is_kept_by_section_and_not_whole(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    store.save(with_activity(FULL, 0, issues=("อื่น",)))
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT section FROM version WHERE revision = 2"
        [(section,)] = connection.execute(query)
        [(key,)] = connection.execute("SELECT id FROM activity WHERE ordinal = 0")
    assert section == key


def test_an_old_photo_is_remembered_under_a_path_that_has_another_now(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    store.save(FULL, {"photos/0001.jpg": b"turned"})
    assert store.load_revision(FULL.id, 1).package == FULL_PACKAGE
    turned = {**FULL_FILES, "photos/0001.jpg": b"turned"}
    assert store.load_revision(FULL.id, 2).package == Package(FULL, turned)


def test_a_past_activity_is_known_by_where_it_stands_now(store: Store) -> None:
    a, b, c = (Activity(name=name) for name in "กขค")
    report = Report(fiscal_year=2566, activities=(a, b, c))
    store.save(report)
    store.save(with_fields(report, activities=(c, a)))
    assert store.load_revision(report.id, 1).activities == (1, None, 0)


@settings(max_examples=40)
@given(states=st.lists(reports, min_size=1, max_size=5), data=st.data())
def test_any_state_is_remembered(shared: Store, states: list[Report], data: st.DataObject) -> None:
    report_id = uuid4()
    pool = [activity for state in states for activity in state.activities]
    saved: dict[int, Package] = {}
    for salt, state in enumerate(states):
        mixed = tuple(data.draw(st.lists(st.sampled_from(pool), max_size=4))) if pool else ()
        report = with_fields(state, id=report_id, activities=mixed)
        files = {path: f"{path}{salt % 2}".encode() for path in file_paths(report)}
        shared.save(report, files)
        saved[shared.revisions(report_id)[0].number] = Package(report, files)
    found = {number: shared.load_revision(report_id, number).package for number in saved}
    assert found == saved
    assert set(numbers(shared, report_id)) == set(saved)


@settings(max_examples=30)
@given(
    states=st.lists(reports, min_size=2, max_size=6),
    ages=st.lists(st.floats(0, 900), min_size=6, max_size=6),
)
def test_thinning_forgets_revisions_and_changes_none(
    tmp_path_factory: pytest.TempPathFactory, states: list[Report], ages: list[float]
) -> None:
    path = tmp_path_factory.mktemp("thin") / "suanruam.db"
    report_id = uuid4()
    with Store.open(path) as store:
        saved: dict[int, Package] = {}
        for state in states:
            report = with_fields(state, id=report_id)
            files = {name: name.encode() for name in file_paths(report)}
            store.save(report, files)
            saved[store.revisions(report_id)[0].number] = Package(report, files)
        age(path, report_id, dict(zip(saved, sorted(ages, reverse=True), strict=False)))
        latest = max(saved)
        tidied(store)
        left = numbers(store, report_id)
        assert latest in left
        assert {n: store.load_revision(report_id, n).package for n in left} == {
            n: saved[n] for n in left
        }
        assert store.load(report_id) == saved[latest]
        before = path.read_bytes()
        assert tidied(store) == 0
        assert path.read_bytes() == before


def at(*ages: float) -> list[Revision]:
    """Return revisions of ages in hours, the first the oldest."""
    return [
        Revision(number, NOW - dt.timedelta(hours=hours), None) for number, hours in enumerate(ages)
    ]


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ((0.9, 0.89, 0.1, 0), {0, 1, 2, 3}),  # within the hour all
        ((5.05, 5.04, 4.6, 0), {1, 2, 3}),  # within the day one of ten minutes
        ((49.9, 49.5, 47, 0), {1, 2, 3}),  # within the week one an hour
        ((10 * 24 + 11, 10 * 24 + 1, 0), {1, 2}),  # within the month one a day
        ((9000 * 24, 9000 * 24 - 1, 0), {1, 2}),
        ((9000, 9000 - 24 * 40, 0), {0, 1, 2}),
        ((-100, -101), {0, 1}),  # from a clock that ran ahead
    ],
)
def test_older_revisions_are_fewer(ages: tuple[float, ...], expected: set[int]) -> None:
    assert kept(at(*ages), NOW) == expected


def test_a_forgotten_revision_is_said_to_be(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    for report_id, number in ((FULL.id, 0), (uuid4(), 1)):
        with pytest.raises(UserFault) as fault:
            store.load_revision(report_id, number)
        assert str(report_id) in fault.value.said.th


def test_bytes_stay_as_long_as_the_history_names_them(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    store.save(with_activity(FULL, 0, photos=(), attachments=()))
    assert tidied(store) == 0
    assert store.load_revision(FULL.id, 1).package == FULL_PACKAGE
    store.save(with_activity(FULL, 0, photos=(), attachments=(), name="ใหม่"))
    age(path, FULL.id, {1: 3000, 2: 2999.99, 3: 0})
    assert tidied(store) == sum(map(len, FULL_FILES.values()))
    assert blobs(path) == 0
    with pytest.raises(ValueError, match="no bytes"):
        store.save(FULL)


def test_a_history_thins_by_itself_while_it_is_written(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    for number in range(126):
        store.save(with_fields(FULL, title=f"{number}"))
    age(path, FULL.id, dict.fromkeys(range(1, 124), 500))
    store.save(with_fields(FULL, title="สุดท้าย"))
    assert len(numbers(store, FULL.id)) < 8
    assert store.load_revision(FULL.id, 128).package.report.title == "สุดท้าย"


def test_a_damaged_history_is_no_reason_to_lose_a_save(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE version SET moment = 'long ago', content = '{}'")
    for number in range(130):
        store.save(with_fields(FULL, title=f"{number}"))
    tidied(store)
    assert store.load(FULL.id).report.title == "129"


def test_a_damaged_photo_of_the_past_is_named(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE blob SET content = zeroblob(length(content))")
    with pytest.raises(EnvironmentFault) as fault:
        store.load_revision(FULL.id, 1)
    assert "photos/" in fault.value.said.th
