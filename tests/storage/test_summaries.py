"""What the list of reports shows without reading them, and what earlier reports offer."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.errors import UserFault
from desktop_app.report.flow import completeness
from desktop_app.report.package import file_paths
from desktop_app.report.values import Activity, Agency, Report
from desktop_app.storage.earlier import Earlier
from desktop_app.storage.store import Store
from desktop_app.storage.summary import State, Summary
from tests.report.strategies import reports
from tests.report.test_checks import FINISHED
from tests.storage.samples import FULL, FULL_FILES, with_activity, with_fields
from tests.storage.tidying import tidied

PRINTED = dt.datetime(2023, 4, 3, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def of(store: Store, report: Report) -> Summary:
    return next(one for one in store.summaries() if one.id == report.id)


def files_of(report: Report) -> dict[str, bytes]:
    return dict.fromkeys(file_paths(report), b"")


def test_a_finished_report_is_complete_and_another_a_draft(store: Store) -> None:
    begun = Report(fiscal_year=2566)
    store.save(begun)
    store.save(FINISHED, files_of(FINISHED))
    assert (of(store, FINISHED).state, of(store, FINISHED).completeness) == (State.COMPLETE, 1)
    assert of(store, begun).state is State.DRAFT
    assert of(store, begun).completeness == completeness(begun)


def test_a_printed_report_is_printed_until_it_changes(store: Store) -> None:
    store.save(FINISHED, files_of(FINISHED))
    assert store.note_printed(FINISHED, PRINTED)
    assert (of(store, FINISHED).is_on_paper, of(store, FINISHED).printed) == (True, PRINTED)
    assert len(store.revisions(FINISHED.id)) == 1
    store.save(FINISHED)  # nothing new in it
    assert of(store, FINISHED).is_on_paper
    changed = with_activity(FINISHED, 0, results=("มติใหม่",))
    store.save(changed)
    assert (of(store, changed).is_on_paper, of(store, changed).printed) == (False, PRINTED)
    assert store.note_printed(changed, PRINTED)
    assert of(store, changed).is_on_paper


def test_a_draft_on_paper_is_a_draft(store: Store) -> None:
    begun = Report(fiscal_year=2566)
    store.save(begun)
    assert store.note_printed(begun, PRINTED)
    assert (of(store, begun).is_on_paper, of(store, begun).state) == (True, State.DRAFT)
    assert of(store, begun).completeness == completeness(begun) < 1


def test_what_was_typed_while_it_was_printed_is_not_on_paper(store: Store) -> None:
    store.save(FINISHED, files_of(FINISHED))
    changed = with_activity(FINISHED, 0, results=("มติใหม่",))
    store.save(changed)
    assert not store.note_printed(FINISHED, PRINTED)
    assert (of(store, changed).is_on_paper, of(store, changed).printed) == (False, PRINTED)


def test_only_a_stored_report_can_have_been_printed(store: Store) -> None:
    with pytest.raises(UserFault):
        store.note_printed(FULL, PRINTED)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(reports, min_size=2, max_size=4))
def test_save_after_save_the_list_knows_how_far_a_report_is(
    store: Store, versions: list[Report]
) -> None:
    report_id = uuid4()
    for version in versions:
        report = with_fields(version, id=report_id)
        store.save(report, files_of(report))
        assert of(store, report).completeness == completeness(report)


def test_activities_that_move_and_go_are_counted_once(store: Store) -> None:
    one, other = FINISHED.activities[0], Activity(name="กิจกรรมที่สอง")
    files = files_of(FINISHED)
    for activities in ((one,), (one, other), (other, one), (one,), (), (other, other, one)):
        report = with_fields(FINISHED, activities=activities)
        store.save(report, files)
        assert of(store, report).completeness == completeness(report)


def test_what_an_older_program_counted_is_counted_again(store: Store, path: Path) -> None:
    store.save(FINISHED, files_of(FINISHED))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE report SET points = 1, points_of_all = 40")
    assert of(store, FINISHED).completeness == 1 / 40
    tidied(store)
    assert of(store, FINISHED).completeness == 1


def test_earlier_entries_come_by_use_and_then_the_latest_first(store: Store) -> None:
    for name in ("อำเภอเก่า", "อำเภอใช้บ่อย", " อำเภอใช้บ่อย ", "อำเภอใหม่", "", "  "):
        store.save(Report(fiscal_year=2566, agency=Agency(name=name)))
    assert store.earlier(Earlier.AGENCY) == ("อำเภอใช้บ่อย", "อำเภอใหม่", "อำเภอเก่า")
    assert store.earlier(Earlier.AGENCY, limit=1) == ("อำเภอใช้บ่อย",)


def test_each_kind_of_earlier_entry_is_found(store: Store) -> None:
    assert all(store.earlier(kind) == () for kind in Earlier)
    store.save(FULL, FULL_FILES)
    assert {kind: store.earlier(kind) for kind in Earlier} == {
        Earlier.AGENCY: ("อำเภอนครไทย",),
        Earlier.PLACE: ("ห้องประชุม (771)",),
        Earlier.GROUP: ("ประชาชน", "ผู้บริหาร"),
        Earlier.UNIT: ("สำนักงานท้องถิ่น",),
        Earlier.PERSON: ("นางสาวก ข",),
        Earlier.POSITION: ("ปลัด",),
    }
    store.delete(FULL.id)
    assert all(store.earlier(kind) == () for kind in Earlier)


def test_one_report_is_told_of_alone_and_none_once_it_is_deleted(store: Store) -> None:
    store.save(FINISHED, files_of(FINISHED))
    store.save(FULL, FULL_FILES)
    assert store.summary(FULL.id) == of(store, FULL)
    store.delete(FULL.id)
    assert store.summary(FULL.id) is None


def test_a_report_in_which_something_cannot_be_read_is_not_complete(store: Store) -> None:
    store.save(FINISHED, files_of(FINISHED), {("signatories", 0, "date"): "วันพุธหน้า"})
    assert (of(store, FINISHED).state, of(store, FINISHED).completeness) == (State.DRAFT, 0.99)
    store.save(FINISHED, unread={})
    assert of(store, FINISHED).state is State.COMPLETE
