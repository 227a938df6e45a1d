"""The days that a report covers, and what its round is called."""

import datetime as dt

from desktop_app.errors import Said
from desktop_app.report.values import Period, PeriodKind, Report
from desktop_app.thai.calendar import date_span, months_later, round_span

_MONTHS = {
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}


def period_span(report: Report) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day that the report covers, or None where nobody can know.

    Days that were given stand; one that was not follows from the other and the round's length,
    and without either the round is the first of its length in the fiscal year.  A custom
    period needs both days.  Nothing is put right here: the end may lie before the start.
    """
    period, months = report.period, _MONTHS.get(report.period.kind)
    if period.start and period.end:
        return period.start, period.end
    if months is None:
        return None
    try:
        return _worked_out(period, months) or round_span(report.fiscal_year, months)
    except (ValueError, OverflowError):  # beyond the calendar's end
        return None


def _worked_out(period: Period, months: int) -> tuple[dt.date, dt.date] | None:
    day = dt.timedelta(days=1)
    if period.start:
        return period.start, months_later(period.start, months) - day
    if period.end:
        return months_later(period.end + day, -months), period.end
    return None


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
        english = f"{period.start:%d %b %Y} – {period.end:%d %b %Y}"
    else:
        english = "custom round"
    return Said(round_name(period), english)
