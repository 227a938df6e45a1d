"""Making, storing and finding reports."""

import datetime as dt
from uuid import UUID

import pytest

from desktop_app.report.package import Package
from desktop_app.report.values import Agency, Report
from desktop_app.services.naming import NamesNothing
from desktop_app.services.reports import (
    consolidate,
    duplicate,
    find_report,
    list_reports,
    new_report,
    next_round,
    open_report,
    save_report,
)
from desktop_app.storage.store import Store
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE

NEIGHBOUR = Report(id=UUID("7b0f0e0e-2566-4d2b-9b61-0c7d3f8e0009"), fiscal_year=2566)


@pytest.mark.parametrize(
    ("today", "year"), [(dt.date(2023, 9, 30), 2566), (dt.date(2023, 10, 1), 2567)]
)
def test_a_new_report_is_of_the_present_fiscal_year(today: dt.date, year: int) -> None:
    report = new_report(today)
    assert report == Report(id=report.id, fiscal_year=year)
    assert new_report(today).id != report.id


def test_what_was_saved_is_listed_and_opens(store: Store) -> None:
    saved = save_report(store, FULL, FULL_FILES)
    (summary,) = list_reports(store)
    assert (summary.id, summary.edited) == (FULL.id, saved)
    assert open_report(store, summary.id) == FULL_PACKAGE


def test_a_report_is_found_by_a_beginning_that_is_only_its_own(store: Store) -> None:
    save_report(store, FULL, FULL_FILES)
    assert find_report(store, "7") == FULL.id
    save_report(store, NEIGHBOUR)
    assert find_report(store, "7b0f0e0e-2566-4d2b-9b61-0c7d3f8e0009") == NEIGHBOUR.id
    assert open_report(store, NEIGHBOUR.id) == Package(NEIGHBOUR)
    with pytest.raises(NamesNothing) as fault:
        find_report(store, "7b0f")
    assert "2 ฉบับ" in fault.value.said.th


def test_a_beginning_of_no_id_is_named(store: Store) -> None:
    with pytest.raises(NamesNothing) as fault:
        find_report(store, "abc")
    assert "abc" in fault.value.said.th
    assert "abc" in fault.value.said.en


def test_several_reports_become_one_that_is_stored(store: Store) -> None:
    save_report(store, FULL, FULL_FILES)
    save_report(store, NEIGHBOUR)
    found, report_id = consolidate(store, [FULL.id, NEIGHBOUR.id], Agency(name="จังหวัด"))
    assert open_report(store, report_id).report == found.package.report
    assert found.total.participants == 191
    assert len(list_reports(store)) == 3


def test_the_next_round_and_a_duplicate_are_new_reports(store: Store) -> None:
    save_report(store, FULL, FULL_FILES)
    package = open_report(store, FULL.id)
    following = next_round(package)
    copy = duplicate(package)
    assert following.files == {}
    assert copy.files == FULL_FILES
    for one in (following, copy):
        save_report(store, one.report, one.files)
        assert open_report(store, one.report.id) == one
    assert open_report(store, FULL.id) == FULL_PACKAGE
    assert len(list_reports(store)) == 3
