"""The wizard's pages, without a window."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.report.checks import Severity, check
from desktop_app.report.editing import Path, value_at, with_value
from desktop_app.report.fields import ACTIVITY_NAME, ALL_SECTIONS, CLAUSES, Field, Section
from desktop_app.report.flow import (
    Page,
    State,
    Step,
    completeness,
    nearest_page,
    next_page,
    page_of,
    pages,
    prefix,
    previous_page,
    state,
    states,
    title,
)
from desktop_app.report.values import Activity, Agency, Group, Link, Report, Session
from tests.report.strategies import reports
from tests.report.test_checks import FINISHED

WHEN, WHERE, TOPICS, PEOPLE = CLAUSES[:4]
FIRST: Path = ("activities", 0)


def clause(section: Section, activity: int = 0) -> Page:
    return Page(Step.ACTIVITY, section, activity)


def test_the_pages_of_one_activity_stand_between_list_and_signatories() -> None:
    steps = [page.step for page in pages(FINISHED)]
    assert steps == [
        Step.DATA,
        Step.ACTIVITIES,
        *[Step.ACTIVITY] * 8,
        Step.SIGNATORIES,
        Step.CHECK,
        Step.PRINT,
    ]


def test_titles_are_those_on_paper_with_their_numbers() -> None:
    two = FINISHED.model_copy(update={"activities": FINISHED.activities * 2})
    assert title(clause(PEOPLE)).th == "1.4 สรุปข้อมูลของผู้มีส่วนร่วม"
    assert title(clause(CLAUSES[6], 1)).th == "2.7 ประมวลภาพกิจกรรม"
    assert title(clause(ACTIVITY_NAME, 1)).th == "2. ชื่อกิจกรรม/โครงการ"
    assert [title(page).th for page in pages(two)[-3:]] == ["ผู้ลงนาม", "ตรวจสอบ", "พิมพ์"]


@given(reports)
def test_next_and_previous_are_inverse_and_every_page_is_titled(report: Report) -> None:
    every = pages(report)
    assert previous_page(report, every[0]) is None
    assert next_page(report, every[-1]) is None
    for page, after in itertools.pairwise(every):
        assert next_page(report, page) == after
        assert previous_page(report, after) == page
    titles = [title(page).th for page in every]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_a_page_of_an_activity_that_is_gone_gives_way_to_one_that_is_there() -> None:
    gone = clause(TOPICS, 3)
    with pytest.raises(ValueError, match="not in tuple"):
        next_page(FINISHED, gone)
    assert nearest_page(FINISHED, gone) == clause(TOPICS, 0)
    assert nearest_page(FINISHED, clause(WHEN)) == clause(WHEN)
    assert nearest_page(Report(fiscal_year=2566), gone) == Page(Step.ACTIVITIES)


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ((*FIRST,), ACTIVITY_NAME),
        ((*FIRST, "name"), ACTIVITY_NAME),
        ((*FIRST, "sessions"), WHEN),
        ((*FIRST, "sessions", 0), WHEN),
        ((*FIRST, "sessions", 0, "end_time"), WHEN),
        ((*FIRST, "sessions", 0, "place"), WHERE),
        ((*FIRST, "issues", 2), TOPICS),
        ((*FIRST, "participants"), PEOPLE),
        ((*FIRST, "participants", "groups", 0, "count"), PEOPLE),
        ((*FIRST, "photos", 0, "file"), CLAUSES[6]),
        ((*FIRST, "links", 0, "url"), CLAUSES[6]),
    ],
)
def test_a_click_or_problem_in_an_activity_leads_to_its_clause(
    path: Path, section: Section
) -> None:
    assert page_of(FINISHED, path) == clause(section)


@pytest.mark.parametrize(
    ("path", "step"),
    [
        ((), Step.DATA),
        (("fiscal_year",), Step.DATA),
        (("agency", "name"), Step.DATA),
        (("period", "end"), Step.DATA),
        (("activities",), Step.ACTIVITIES),
        (("activities", 9, "name"), Step.ACTIVITIES),
        (("signatories", 0, "name"), Step.SIGNATORIES),
        (("layout", "thai_digits"), Step.PRINT),
    ],
)
def test_a_click_or_problem_elsewhere_leads_to_its_step(path: Path, step: Step) -> None:
    assert page_of(FINISHED, path).step is step


@given(reports)
def test_every_field_of_a_page_is_there_and_leads_back_to_it(report: Report) -> None:
    def where(page: Page, field: Field) -> Path:
        rows: Path = (0, field.columns[0].key) if field.key == "sessions" else ()
        return (*prefix(page), *field.key.split("."), *rows)

    for page in pages(report):
        for field in page.section.fields if page.section else ():
            assert page_of(report, where(page, field)) == page
            value_at(report, (*prefix(page), *field.key.split(".")))


def test_all_sections_have_a_page() -> None:
    assert {page.section for page in pages(FINISHED)} - {None} == set(ALL_SECTIONS)


def test_a_new_report_is_empty_on_every_page() -> None:
    blank = Report(fiscal_year=2566, activities=(Activity(),))
    found = dict(states(blank))
    assert found.pop(Page(Step.ACTIVITIES)) is State.COMPLETE
    assert found.pop(Page(Step.CHECK)) is State.PARTIAL
    assert set(found.values()) == {State.EMPTY}


def test_a_finished_report_is_complete_on_every_page() -> None:
    assert set(states(FINISHED).values()) == {State.COMPLETE}
    assert completeness(FINISHED) == 1


def test_dates_and_places_of_one_session_are_judged_apart() -> None:
    row = with_value(FINISHED, (*FIRST, "sessions"), (Session(date=dt.date(2023, 2, 22)),))
    assert (state(row, clause(WHEN)), state(row, clause(WHERE))) == (State.COMPLETE, State.EMPTY)


def test_a_field_not_come_to_yet_is_partial_and_a_contradiction_a_problem() -> None:
    partial = with_value(FINISHED, (*FIRST, "participants", "total"), None)
    assert state(partial, clause(PEOPLE)) is State.PARTIAL
    nameless = with_value(FINISHED, (*FIRST, "participants", "groups"), (Group(count=3),))
    assert state(nameless, clause(PEOPLE)) is State.PROBLEM
    timeless = with_value(FINISHED, (*FIRST, "sessions", 0, "end_date"), dt.date(2020, 1, 1))
    assert state(timeless, clause(WHEN)) is State.PROBLEM
    linked = with_value(FINISHED, (*FIRST, "links"), (Link(label="ข่าว"),))
    assert state(linked, clause(CLAUSES[6])) is State.PROBLEM


def test_the_check_and_print_pages_follow_the_errors() -> None:
    lacking = with_value(FINISHED, ("agency",), Agency())
    assert state(lacking, Page(Step.CHECK)) is State.PARTIAL
    assert state(lacking, pages(lacking)[-1]) is State.EMPTY


@given(reports)
def test_a_report_is_whole_exactly_when_no_error_is_left(report: Report) -> None:
    errors = [problem for problem in check(report) if problem.severity is Severity.ERROR]
    assert 0 <= completeness(report) <= 1
    assert (completeness(report) == 1) == (not errors)


@given(reports, st.data())
def test_every_error_is_seen_on_the_page_that_mends_it(report: Report, data: st.DataObject) -> None:
    errors = [problem for problem in check(report) if problem.severity is Severity.ERROR]
    if errors:
        error = data.draw(st.sampled_from(errors))
        assert states(report)[page_of(report, error.path)] is not State.COMPLETE


def test_completeness_grows_as_clauses_are_filled() -> None:
    empty = Report(fiscal_year=2566)
    begun = with_value(empty, ("activities",), (Activity(name="ประชุม"),))
    further = with_value(begun, (*FIRST, "issues"), ("ขยะ",))
    assert completeness(empty) == 0 < completeness(begun) < completeness(further) < 1
