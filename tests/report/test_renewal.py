"""The next round's report, begun from the last one."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.report.renewal import duplicated, renewed
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

TODAY = dt.date(2023, 4, 10)


def of(kind: PeriodKind, start: dt.date | None = None, end: dt.date | None = None) -> Report:
    return Report(fiscal_year=2566, period=Period(kind=kind, start=start, end=end))


def spanned(report: Report) -> tuple[int, dt.date | None, dt.date | None]:
    return report.fiscal_year, report.period.start, report.period.end


@pytest.mark.parametrize(
    ("kind", "year", "months", "number"),
    [
        (PeriodKind.QUARTER, 2566, 3, 2),
        (PeriodKind.HALF_YEAR, 2566, 6, 2),
        (PeriodKind.NINE_MONTHS, 2567, 9, 1),
        (PeriodKind.YEAR, 2567, 12, 1),
    ],
)
def test_the_round_is_the_one_after(kind: PeriodKind, year: int, months: int, number: int) -> None:
    next_one = renewed(of(kind), dt.date(2022, 12, 1))
    assert next_one.period.kind is kind
    assert spanned(next_one) == (year, *round_span(year, months, number))


def test_of_rounds_that_have_ended_it_is_the_latest() -> None:
    second_half = of(PeriodKind.HALF_YEAR, *round_span(2565, 6, 2))
    # In April one reports on the half that ended in March, not on the one that has just begun.
    assert spanned(renewed(second_half, TODAY)) == (2566, *round_span(2566, 6, 1))
    assert spanned(renewed(second_half, dt.date(2025, 1, 5))) == (2567, *round_span(2567, 6, 2))


def test_a_custom_period_goes_on_for_as_long() -> None:
    months = of(PeriodKind.CUSTOM, dt.date(2022, 10, 1), dt.date(2022, 11, 30))
    assert spanned(renewed(months, dt.date(2022, 12, 1))) == (
        2566,
        dt.date(2022, 12, 1),
        dt.date(2023, 1, 31),
    )
    days = of(PeriodKind.CUSTOM, dt.date(2022, 10, 3), dt.date(2022, 10, 12))
    assert spanned(renewed(days, dt.date(2022, 10, 13)))[1:] == (
        dt.date(2022, 10, 13),
        dt.date(2022, 10, 22),
    )


def test_a_period_that_nobody_knows_is_left_to_be_entered() -> None:
    assert spanned(renewed(of(PeriodKind.CUSTOM), TODAY)) == (2566, None, None)
    backwards = of(PeriodKind.CUSTOM, dt.date(2023, 3, 31), dt.date(2022, 10, 1))
    assert spanned(renewed(backwards, dt.date(2023, 10, 1))) == (2567, None, None)
    last = of(PeriodKind.CUSTOM, dt.date(9999, 1, 1), dt.date(9999, 12, 31))
    assert spanned(renewed(last, TODAY)) == (2566, None, None)


def test_people_places_and_groups_stay_and_dates_and_results_go() -> None:
    next_one = renewed(FULL, TODAY)
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
    next_one = renewed(report, TODAY)
    expected = title if kept else None
    assert (next_one.title, next_one.introduction) == (expected, expected)


@given(reports, st.dates(dt.date(2000, 1, 1), dt.date(2200, 1, 1)))
def test_any_report_can_go_on(report: Report, today: dt.date) -> None:
    next_one = renewed(report, today)
    assert Report.model_validate_json(next_one.model_dump_json()) == next_one
    assert len(next_one.activities) == len(report.activities)


def test_a_duplicate_is_another_report_with_all_that_is_in_it() -> None:
    copy = duplicated(FULL)
    assert copy.id != FULL.id
    assert copy.model_copy(update={"id": FULL.id}) == FULL
