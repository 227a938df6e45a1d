"""How numbers, years, dates and times are read from what people type, and shown again."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from desktop_app.errors import Said
from desktop_app.report.declaring import Kind
from desktop_app.report.unreadable import TROUBLES
from desktop_app.thai import calendar
from desktop_app.thai.numerals import parse_number


@dataclass(frozen=True, slots=True)
class Reading:
    """How one kind of value is read from text and shown again."""

    read: Callable[[str], object | None]
    show: Callable[[object], str]
    trouble: Said
    hint: Said
    widest: str  # what a line has room for
    may_be_empty: bool = True
    mend: Callable[[str], object | None] = lambda _: None  # a last try when the field is left
    shorter: Callable[[object], str] | None = None  # where the whole does not fit
    span: Callable[[str], tuple[object, object] | None] = lambda _: None  # from and to


def _shown_number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else ""


def _read_count(text: str) -> int | None:
    number = parse_number(text)
    return number if number is not None and 0 <= number <= 999_999_999 else None


def _read_year(text: str) -> int | None:
    number = parse_number(text.strip().removeprefix("พ.ศ."))
    return number if number is not None and 2400 <= number <= 2999 else None


def _mended_year(text: str) -> int | None:
    """Read 66 as 2566, and a year of the common era as the Buddhist year that it is."""
    number = parse_number(text)
    if number is not None and 0 <= number <= 99:
        return 2500 + number
    return calendar.buddhist_year(number) if number and 1900 <= number <= 2299 else None


Spans = Callable[[], tuple[tuple[dt.date, dt.date], ...]]
"""Tells first and last days, the likeliest first, between which a day without a year lies."""


def today() -> dt.date:
    """Return the day by the clock of this computer's own."""
    return dt.datetime.now().astimezone().date()


def _read_date(spans: Spans, text: str) -> dt.date | None:
    found = [(one, calendar.parse_date(text, today=one[1])) for one in spans()]
    within = (day for (first, last), day in found if day and first <= day <= last)
    return next(within, found[-1][1] if found else calendar.parse_date(text, today=today()))


def _read_days(spans: Spans, text: str) -> tuple[dt.date, dt.date] | None:
    found = [(one, calendar.parse_date_span(text, today=one[1])) for one in spans()]
    within = (days for (first, last), days in found if days and first <= days[0] <= days[1] <= last)
    return next(within, found[-1][1] if found else calendar.parse_date_span(text, today=today()))


def _shown_date(value: object) -> str:
    return calendar.full_date_with_weekday(value) if isinstance(value, dt.date) else ""


def _short_date(value: object) -> str:
    if not isinstance(value, dt.date):
        return ""
    day = calendar.WEEKDAY_ABBREVIATIONS[value.weekday()]
    return f"{day} {calendar.abbreviated_date(value)}"


def _shown_time(value: object) -> str:
    return calendar.full_time(value) if isinstance(value, dt.time) else ""


NUMBER = Reading(
    _read_count,
    _shown_number,
    TROUBLES[Kind.NUMBER],
    Said("", ""),
    "99,999 คน",
)

YEAR = Reading(
    _read_year,
    lambda value: str(value or ""),
    TROUBLES[Kind.YEAR],
    Said("", ""),
    "2566 2566",
    may_be_empty=False,
    mend=_mended_year,
)

DATE = Reading(
    partial(_read_date, tuple),
    _shown_date,
    TROUBLES[Kind.DATE],
    Said("เช่น 22 ก.พ. 2566", "as in 22/2/2566"),
    "วันพฤหัสบดีที่ ๓๐ กุมภาพันธ์ ๒๕๖๖",
    shorter=_short_date,
    span=partial(_read_days, tuple),
)


def date_within(spans: Spans) -> Reading:
    """Return how a date is read whose year is known where none is typed."""
    return replace(DATE, read=partial(_read_date, spans), span=partial(_read_days, spans))


TIME = Reading(
    calendar.parse_time,
    _shown_time,
    TROUBLES[Kind.TIME],
    Said("เช่น 13.30", "as in 13.30"),
    "เช่น 13.30 น.",
    span=calendar.parse_time_span,
)
