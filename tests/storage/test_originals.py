"""The original of a photo that was turned or cut stays until the report is printed."""

import datetime as dt
from uuid import UUID

import pytest

from desktop_app.report.originals import Treatment, treated_name
from desktop_app.report.values import Activity, Photo, Report
from desktop_app.storage.store import Store
from tests.storage.tidying import tidied

ORIGINAL = "photos/0001.jpg"
TURNED = treated_name(ORIGINAL, Treatment(turn=90))
FILES = {ORIGINAL: b"as it was taken", TURNED: b"turned"}
REPORT = Report(fiscal_year=2566, activities=(Activity(photos=(Photo(file=TURNED),)),))


@pytest.fixture
def stored(store: Store) -> UUID:
    """A report whose photo was turned before it was first saved, so no history has the original."""
    store.save(REPORT, FILES)
    return REPORT.id


def test_the_original_is_there_again_when_the_report_is_opened(store: Store, stored: UUID) -> None:
    assert store.load(stored).files == FILES


def test_tidying_leaves_the_original_of_a_draft(store: Store, stored: UUID) -> None:
    tidied(store)
    assert store.load(stored).files == FILES


def test_once_the_report_is_printed_the_original_may_go(store: Store, stored: UUID) -> None:
    store.note_printed(REPORT, dt.datetime.now(dt.UTC))
    assert tidied(store) == len(FILES[ORIGINAL])
    assert store.load(stored).files == {TURNED: FILES[TURNED]}


def test_whoever_goes_on_after_printing_keeps_the_original(store: Store, stored: UUID) -> None:
    store.note_printed(REPORT, dt.datetime.now(dt.UTC))
    store.save(REPORT.model_copy(update={"title": "แก้ไข"}))
    tidied(store)
    assert store.load(stored).files == FILES


def test_what_was_typed_while_it_was_printed_keeps_the_original(store: Store, stored: UUID) -> None:
    store.save(REPORT.model_copy(update={"title": "แก้ไข"}))
    store.note_printed(REPORT, dt.datetime.now(dt.UTC))
    tidied(store)
    assert store.load(stored).files == FILES


def test_what_is_undone_needs_no_original(store: Store, stored: UUID) -> None:
    store.save(REPORT.model_copy(update={"activities": ()}))
    assert store.load(stored).files == {}
