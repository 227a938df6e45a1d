"""What is deleted waits in the bin, comes back as it was, and goes for good only when asked."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from desktop_app.errors import UserFault
from desktop_app.storage import sqlite
from desktop_app.storage.store import Store
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE, with_fields


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        lines = [line for line in connection.iterdump() if line.startswith("INSERT INTO")]
    return dict(Counter(line.split('"')[1] for line in lines))


def test_the_bin_shows_the_latest_deleted_first(store: Store) -> None:
    others = [with_fields(FULL, id=uuid4()) for _ in range(2)]
    for report in (FULL, *others):
        store.save(report, FULL_FILES)
    for report in (others[1], FULL):
        store.delete(report.id)
    assert [summary.id for summary in store.binned()] == [FULL.id, others[1].id]
    assert all(summary.deleted for summary in store.binned())
    assert [(summary.id, summary.deleted) for summary in store.summaries()] == [
        (others[0].id, None)
    ]


def test_what_is_restored_is_as_it_was(store: Store) -> None:
    edited = store.save(FULL, FULL_FILES)
    store.delete(FULL.id)
    store.restore(FULL.id)
    store.restore(FULL.id)
    assert store.binned() == ()
    assert [summary.edited for summary in store.summaries()] == [edited]
    assert store.load(FULL.id) == FULL_PACKAGE
    assert [revision.number for revision in store.revisions(FULL.id)] == [1]


def test_deleting_twice_keeps_the_first_time(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    store.delete(FULL.id)
    first = store.binned()
    store.delete(FULL.id)
    assert store.binned() == first


def test_a_save_after_another_programs_deletion_brings_the_report_back(
    store: Store, path: Path
) -> None:
    store.save(FULL, FULL_FILES)
    with Store.open(path) as other:
        other.delete(FULL.id)
    store.save(with_fields(FULL, title="ใหม่"))
    assert [summary.id for summary in store.summaries()] == [FULL.id]


def test_purging_leaves_nothing_of_the_report_and_all_of_the_others(
    store: Store, path: Path
) -> None:
    other = with_fields(FULL, id=uuid4())
    photo = {**FULL_FILES, "photos/0001.jpg": b"only here"}
    store.save(other, FULL_FILES)
    before = counts(path)
    store.save(FULL, photo)
    store.save(with_fields(FULL, title="ใหม่"))
    store.delete(FULL.id)
    assert store.purge([FULL.id, other.id]) == len(b"only here")
    assert counts(path) == before
    assert not store.holds(FULL.id)
    assert store.load(other.id).files == FULL_FILES
    assert sqlite.is_whole(path)


def test_what_is_not_in_the_bin_is_not_purged(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    assert store.purge([FULL.id, uuid4()]) == 0
    assert store.load(FULL.id) == FULL_PACKAGE


def test_a_purged_report_can_be_saved_again(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    store.delete(FULL.id)
    store.purge([FULL.id])
    store.save(FULL, FULL_FILES)
    assert store.load(FULL.id) == FULL_PACKAGE


def test_what_another_program_purged_is_saved_anew(store: Store, path: Path) -> None:
    store.save(FULL, FULL_FILES)
    with Store.open(path) as other:
        other.delete(FULL.id)
        other.purge([FULL.id])
    store.save(with_fields(FULL, title="ใหม่"), {**FULL_FILES, "photos/0001.jpg": b"new"})
    assert store.load(FULL.id).files["photos/0001.jpg"] == b"new"


def test_an_unknown_id_is_not_restored(store: Store) -> None:
    with pytest.raises(UserFault):
        store.restore(uuid4())
