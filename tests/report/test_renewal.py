"""The next round's report, begun from the last one."""

import datetime as dt

import pytest
from hypothesis import given

from desktop_app.report.renewal import duplicated, renewed
from desktop_app.report.rounds import period_span
from desktop_app.report.values import (
    Activity,
    Agency,
    Group,
    Participants,
    Period,
    PeriodKind,
    Report,
    Session,
    Signatory,
)
from desktop_app.thai.calendar import round_span
from tests.report.strategies import reports
from tests.storage.samples import FULL


def of(kind: PeriodKind, start: dt.date | None = None, end: dt.date | None = None) -> Report:
    return Report(fiscal_year=2566, period=Period(kind=kind, start=start, end=end))


def spanned(report: Report) -> tuple[int, dt.date | None, dt.date | None]:
    return report.fiscal_year, report.period.start, report.period.end


@pytest.mark.parametrize(
    ("kind", "following", "year"),
    [
        (PeriodKind.HALF_YEAR, PeriodKind.YEAR, 2566),
        (PeriodKind.NINE_MONTHS, PeriodKind.YEAR, 2566),
        (PeriodKind.YEAR, PeriodKind.HALF_YEAR, 2567),
    ],
)
def test_six_months_and_the_whole_year_take_turns(
    kind: PeriodKind, following: PeriodKind, year: int
) -> None:
    begun = dt.date(2022, 10, 1)
    for last in (of(kind), of(kind, begun, dt.date(2023, 3, 31)), of(kind, begun)):
        next_one = renewed(last)
        assert next_one.period.kind is following
        assert spanned(next_one) == (year, None, None)


def test_a_quarter_is_followed_by_the_next() -> None:
    report = of(PeriodKind.QUARTER)
    for number in (2, 3, 4):
        report = renewed(report)
        assert spanned(report) == (2566, *round_span(2566, 3, number))
    first = renewed(report)
    assert spanned(first) == (2567, None, None)
    assert period_span(first) == round_span(2567, 3, 1)


def test_days_of_ones_own_are_left_to_be_entered() -> None:
    months = of(PeriodKind.CUSTOM, dt.date(2022, 10, 1), dt.date(2023, 9, 30))
    assert spanned(renewed(months)) == (2567, None, None)
    assert spanned(renewed(of(PeriodKind.CUSTOM))) == (2566, None, None)
    backwards = of(PeriodKind.CUSTOM, dt.date(2023, 3, 31), dt.date(2022, 10, 1))
    assert spanned(renewed(backwards)) == (2566, None, None)
    last = of(PeriodKind.CUSTOM, dt.date(9999, 1, 1), dt.date(9999, 12, 31))
    assert spanned(renewed(last)) == (2566, None, None)


def test_people_places_and_groups_stay_and_dates_and_results_go() -> None:
    next_one = renewed(FULL)
    assert next_one.id != FULL.id
    assert next_one.agency == FULL.agency
    assert next_one.layout == FULL.layout
    assert next_one.signatories == (
        Signatory(role="ผู้รายงาน", name="นางสาวก ข", position="ปลัด"),
        Signatory(),
    )
    was, (now, _) = FULL.activities[0], next_one.activities
    assert now == Activity(
        name=was.name,
        organisers=was.organisers,
        sessions=(Session(place="ห้องประชุม (771)"), Session()),
        participants=Participants(
            groups=(Group(name="ผู้บริหาร"), Group(name="ประชาชน", external=True))
        ),
    )


def test_a_row_that_adds_up_is_no_group_of_the_next_round() -> None:
    people = Participants(groups=(Group(name="สตรี", count=80), Group(name="รวม", count=80)))
    was = FULL.model_copy(update={"activities": (Activity(participants=people),)})
    (now,) = renewed(was).activities
    assert now.participants.groups == (Group(name="สตรี"),)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("รายงานผลการมีส่วนร่วม", True),
        ("รายงานรอบ 6 เดือน", False),
        ("รายงานปี ๒๕๖๖", False),
        ("รายงานเดือนมีนาคม", False),
        (None, True),
    ],
)
def test_a_title_that_names_its_time_goes(title: str | None, *, kept: bool) -> None:
    report = Report(fiscal_year=2566, agency=Agency(), title=title, introduction=title)
    next_one = renewed(report)
    expected = title if kept else None
    assert (next_one.title, next_one.introduction) == (expected, expected)


@given(reports)
def test_any_report_can_go_on(report: Report) -> None:
    next_one = renewed(report)
    assert Report.model_validate_json(next_one.model_dump_json()) == next_one
    assert len(next_one.activities) == len(report.activities)


def test_a_duplicate_is_another_report_with_all_that_is_in_it() -> None:
    copy = duplicated(FULL)
    assert copy.id != FULL.id
    assert copy.model_copy(update={"id": FULL.id}) == FULL
