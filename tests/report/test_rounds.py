"""The days that a report covers."""

import datetime as dt

import pytest
from hypothesis import given

from desktop_app.report.rounds import is_of_its_length, period_span, round_name
from desktop_app.report.values import Period, PeriodKind, Report
from tests.report.strategies import reports

OCTOBER, MARCH = dt.date(2022, 10, 1), dt.date(2023, 3, 31)
APRIL, SEPTEMBER = dt.date(2023, 4, 1), dt.date(2023, 9, 30)


def span(period: Period) -> tuple[dt.date, dt.date] | None:
    return period_span(Report(fiscal_year=2566, period=period))


@pytest.mark.parametrize(
    ("kind", "end"),
    [
        (PeriodKind.QUARTER, dt.date(2022, 12, 31)),
        (PeriodKind.HALF_YEAR, MARCH),
        (PeriodKind.NINE_MONTHS, dt.date(2023, 6, 30)),
        (PeriodKind.YEAR, SEPTEMBER),
    ],
)
def test_a_round_without_days_begins_the_fiscal_year(kind: PeriodKind, end: dt.date) -> None:
    assert span(Period(kind=kind)) == (OCTOBER, end)


def test_a_day_that_is_not_given_is_the_first_or_last_of_the_round() -> None:
    assert span(Period(start=APRIL)) == (APRIL, SEPTEMBER)
    assert span(Period(end=SEPTEMBER)) == (APRIL, SEPTEMBER)
    assert span(Period(start=dt.date(2022, 11, 15))) == (dt.date(2022, 11, 15), MARCH)
    assert span(Period(end=dt.date(2023, 8, 15))) == (APRIL, dt.date(2023, 8, 15))
    quarter = Period(kind=PeriodKind.QUARTER, end=MARCH)
    assert span(quarter) == (dt.date(2023, 1, 1), MARCH)


def test_a_day_of_another_year_moves_no_round_out_of_the_fiscal_year() -> None:
    assert span(Period(end=dt.date(2021, 10, 1))) == (OCTOBER, dt.date(2021, 10, 1))
    assert span(Period(start=dt.date(2024, 1, 1))) == (dt.date(2024, 1, 1), MARCH)


@pytest.mark.parametrize(
    ("start", "end", "fits"),
    [
        (OCTOBER, MARCH, True),
        (OCTOBER, dt.date(2023, 3, 20), True),
        (OCTOBER, OCTOBER, False),
        (OCTOBER, SEPTEMBER, False),
        (dt.date(9999, 12, 1), dt.date(9999, 12, 31), False),
    ],
)
def test_a_round_is_about_as_long_as_it_says(start: dt.date, end: dt.date, fits: bool) -> None:
    assert is_of_its_length(Period(start=start, end=end)) is fits
    assert is_of_its_length(Period(kind=PeriodKind.CUSTOM, start=start, end=end))


def test_given_days_stand_even_in_the_wrong_order() -> None:
    assert span(Period(start=MARCH, end=OCTOBER)) == (MARCH, OCTOBER)


def test_a_custom_period_needs_both_days() -> None:
    assert span(Period(kind=PeriodKind.CUSTOM, start=APRIL)) is None
    assert span(Period(kind=PeriodKind.CUSTOM, start=APRIL, end=SEPTEMBER)) == (APRIL, SEPTEMBER)


def test_rounds_are_called_as_on_the_cover() -> None:
    assert round_name(Period()) == "รอบ 6 เดือน"
    assert round_name(Period(kind=PeriodKind.YEAR)) == "รอบ 12 เดือน"
    custom = Period(kind=PeriodKind.CUSTOM, start=APRIL, end=SEPTEMBER)
    assert round_name(custom) == "ระหว่างวันที่ 1 เมษายน – 30 กันยายน 2566"
    assert round_name(Period(kind=PeriodKind.CUSTOM)) == "รอบการรายงาน"


@given(reports)
def test_no_draft_is_too_odd_for_its_round(report: Report) -> None:
    covered = period_span(report)
    both = report.period.start is not None and report.period.end is not None
    assert covered is not None or not both
    assert round_name(report.period)
