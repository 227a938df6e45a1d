"""The days that a report covers, and what its round is called."""

import datetime as dt

from desktop_app.errors import Said
from desktop_app.report.location import Path
from desktop_app.report.values import Period, PeriodKind, Report
from desktop_app.thai.calendar import buddhist_year, date_span, months_later, round_span

_MONTHS = {
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}

_ABOUT = dt.timedelta(days=15)
"""How far from the end of its months a round may end."""


def period_span(report: Report) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day that the report covers, or None where nobody can know.

    Days that were given stand; one that was not is the first or last day of the round that the
    other lies in, and where that is none, of the first round of its length in the fiscal year.
    A custom period needs both days.  Nothing is put right here: the end may lie before the start.
    """
    period, months = report.period, _MONTHS.get(report.period.kind)
    if period.start and period.end:
        return period.start, period.end
    if months is None:
        return None
    try:
        first, last = _round_of(report.fiscal_year, months, period.start or period.end)
    except (ValueError, OverflowError):  # beyond the calendar's end
        return None
    return period.start or first, period.end or last


Span = tuple[dt.date, dt.date]
"""A first and a last day."""

_SIGNED_WITHIN = 9
"""Months after a round's end in which its report is signed."""


def likely_spans(report: Report, path: Path, today: dt.date) -> tuple[Span, ...]:
    """Return where a day lies that is entered at `path` without a year, the likeliest first.

    An activity is in the round, or else in the fiscal year; the round is in the fiscal year; who
    signs does so by today, within some months after the round.
    """
    try:
        year = round_span(report.fiscal_year, 12)
        days = period_span(report) or year
        if path[:1] == ("signatories",):
            signed = min(today, months_later(days[1], _SIGNED_WITHIN))
            return ((months_later(signed, -12) + dt.timedelta(days=1), signed),)
    except (ValueError, OverflowError):  # beyond the calendar's end
        return ()
    return (year,) if path[:1] == ("period",) else (days, year)


def _round_of(year_be: int, months: int, day: dt.date | None) -> tuple[dt.date, dt.date]:
    """Return the round of a fiscal year that a day is in, or the first one."""
    rounds = [round_span(year_be, months, n) for n in range(1, 12 // months + 1)]
    return next((one for one in rounds if day and one[0] <= day <= one[1]), rounds[0])


def is_of_its_length(period: Period) -> bool:
    """Tell whether the days that are given are about as many as the round's kind says."""
    months = _MONTHS.get(period.kind)
    if months is None or period.start is None or period.end is None:
        return True
    try:
        end = months_later(period.start, months) - dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return False
    return abs(period.end - end) <= _ABOUT


def round_name(period: Period) -> str:
    """Return what the round is called on paper: "รอบ 6 เดือน", or a custom period's days."""
    months = _MONTHS.get(period.kind)
    if months is not None:
        return f"รอบ {months} เดือน"
    if period.start and period.end:
        return f"ระหว่างวันที่ {date_span(period.start, period.end)}"
    return "รอบการรายงาน"


def round_said(period: Period) -> Said:
    """Return what the round is called on the screen, in Thai as on paper."""
    months = _MONTHS.get(period.kind)
    if months is not None:
        english = f"{months} months"
    elif period.start and period.end:
        english = f"{_english(period.start)} – {_english(period.end)}"
    else:
        english = "custom round"
    return Said(round_name(period), english)


def _english(day: dt.date) -> str:
    return f"{day.day} {day:%b} {buddhist_year(day.year)}"
