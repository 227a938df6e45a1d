"""Buddhist-era years, fiscal years and their rounds, and dates as Thai officials write and type them."""

import datetime as dt
import re

from desktop_app.thai.numerals import to_arabic_digits

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
"""Full names; January is at index 0."""

MONTH_ABBREVIATIONS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
"""The Royal Society's abbreviations; January is at index 0."""

WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""Names without วัน; Monday is at index 0, as in `date.weekday()`."""

WEEKDAY_ABBREVIATIONS = ("จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา.")
"""As calendars head their columns; Monday is at index 0."""

SUNDAY = 6
"""The index of Sunday, with which weeks begin on Thai calendars."""

_ERA = 543
_FIRST_FISCAL_MONTH = 10
_ROUND_MONTHS = (3, 6, 9, 12)


def buddhist_year(gregorian: int) -> int:
    """Return the Buddhist-era year of a Gregorian year (as counted since B.E. 2484)."""
    return gregorian + _ERA


def gregorian_year(buddhist: int) -> int:
    """Return the Gregorian year of a Buddhist-era year (as counted since B.E. 2484)."""
    return buddhist - _ERA


def fiscal_year_of(date: dt.date) -> int:
    """Return the Buddhist-era fiscal year: 1 October to 30 September, named by its end.

    Source: Budget Procedures Act, B.E. 2561 (2018), section 4.
    """
    return buddhist_year(date.year) + (date.month >= _FIRST_FISCAL_MONTH)


def months_later(date: dt.date, months: int) -> dt.date:
    """Return the same day `months` later (or earlier), or the last day of a shorter month.

    Raises ValueError beyond the years that `datetime.date` knows.
    """
    count = date.year * 12 + date.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return dt.date(year, month, min(date.day, _days_in(year, month)))


def _days_in(year: int, month: int) -> int:
    after = dt.date(year, 12, 31) if month == 12 else dt.date(year, month + 1, 1)
    return 31 if month == 12 else (after - dt.timedelta(days=1)).day


def round_span(year_be: int, months: int, number: int = 1) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a round of a fiscal year.

    `months` is 3, 6, 9 or 12; `number` counts the rounds of that length from 1 and must leave
    the round within the year (four quarters, two half-years, one of nine or twelve months).
    Raises ValueError for any other round.
    """
    if months not in _ROUND_MONTHS or not 1 <= number <= 12 // months:
        raise ValueError(f"no round {number} of {months} months in a fiscal year")
    first = dt.date(gregorian_year(year_be) - 1, _FIRST_FISCAL_MONTH, 1)
    start = months_later(first, months * (number - 1))
    return start, months_later(start, months) - dt.timedelta(days=1)


def full_date(date: dt.date) -> str:
    """Write "22 กุมภาพันธ์ 2566"."""
    return f"{_day_and_month(date)} {buddhist_year(date.year)}"


def full_date_with_weekday(date: dt.date) -> str:
    """Write "วันพุธที่ 22 กุมภาพันธ์ 2566"."""
    return f"วัน{WEEKDAYS[date.weekday()]}ที่ {full_date(date)}"


def abbreviated_date(date: dt.date) -> str:
    """Write "22 ก.พ. 2566"."""
    return f"{date.day} {MONTH_ABBREVIATIONS[date.month - 1]} {buddhist_year(date.year)}"


def full_time(time: dt.time) -> str:
    """Write "13.30 น."; the day has 24 hours, and seconds are left out."""
    return f"{time:%H.%M} น."


def time_span(start: dt.time, end: dt.time) -> str:
    """Write "09.00 – 16.30 น."."""
    return f"{start:%H.%M} – {full_time(end)}"


def date_span(start: dt.date, end: dt.date) -> str:
    """Write "1 ตุลาคม 2565 – 31 มีนาคม 2566", saying a year or month that both share once.

    Within a year: "1 ตุลาคม – 31 ธันวาคม 2565"; within a month: "22 – 24 กุมภาพันธ์ 2566";
    one day: that day.  Dates in the wrong order are both written in full.
    """
    if start == end:
        return full_date(start)
    if end < start or start.year != end.year:
        return f"{full_date(start)} – {full_date(end)}"
    first = str(start.day) if start.month == end.month else _day_and_month(start)
    return f"{first} – {full_date(end)}"


def abbreviated_span(start: dt.date, end: dt.date) -> str:
    """Return two days in short: "24–26 ก.ค. 2566", or both in full where the month differs."""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{abbreviated_date(end)}"
    return f"{abbreviated_date(start)} – {abbreviated_date(end)}"


def _day_and_month(date: dt.date) -> str:
    return f"{date.day} {MONTHS[date.month - 1]}"


# Only what is typed is read; `re` compiles these when they are first asked for, and keeps them.
_SPACES = r"[\s\u200b\ufeff]+"
_WEEKDAY = "|".join(WEEKDAYS)
_LEAD = rf"(?:(?:วัน)?(?:{_WEEKDAY}|พฤหัสฯ?|(?:จ|อา?|พฤ?|ศ|ส)\.)?(?:ที่)?)?"
_NAMED = (
    rf"{_LEAD} ?(?P<day>\d{{1,2}}) ?(?:เดือน)? ?(?P<month>[ก-๎][ก-๎. ]*?)"
    r"(?: ?(?P<era>พ\.? ?ศ\.?|ค\.? ?ศ\.?)? ?(?P<year>\d{4}|\d{2}))?"
)
_NUMBERED = (
    rf"{_LEAD} ?(?P<day>\d{{1,2}})(?P<sep> ?[/.\-] ?| )(?P<month>\d{{1,2}})"
    r"(?:(?P=sep)(?P<year>\d{4}|\d{2}))?"
)
_DAY_ONLY = rf"{_LEAD} ?(?P<day>\d{{1,2}})"
_BETWEEN = "^(?:ระหว่าง|ตั้งแต่) ?"
_UNTIL = " ?(?:[-–—]|จนถึง|ถึง) ?"
_YEAR_FIRST = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"


def parse_date(text: str, *, today: dt.date) -> dt.date | None:
    """Read a date as people type it, or return None where it is none.

    Day first ("22/2/66", "22-2-2566", "22 ก.พ. 2566", "วันพุธที่ ๒๒ กุมภาพันธ์ ๒๕๖๖") or as ISO
    8601 ("2023-02-22").  A year of four digits is Buddhist from 2400 and Gregorian from 1800 to
    2199; one of two digits is the Buddhist year nearest to `today`'s.  Without a year it is the
    last such day up to `today`.  A weekday is passed over: it is worked out when written.
    """
    parts = _parts_of(_plain(text))
    return _date_of(parts, today) if parts else None


def parse_date_span(text: str, *, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """Read two dates as people type them, the first before the last; None for anything else.

    "22-24 ก.พ. 66", "ระหว่างวันที่ 5 ถึง 7 มีนาคม 2566", "5 มี.ค. – 7 เม.ย. 2566": what the first does not
    say is as in the last.  What is one date is no span.
    """
    plain = re.sub(_BETWEEN, "", _plain(text))
    if _parts_of(plain):
        return None
    cuts = ((plain[: cut.start()], plain[cut.end() :]) for cut in re.finditer(_UNTIL, plain))
    return next(filter(None, (_span_of(*both, today) for both in cuts)), None)


def _span_of(left: str, right: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    first, last = re.fullmatch(_DAY_ONLY, left), _parts_of(right)
    parts = first.groupdict() if first else _parts_of(left)
    if parts is None or last is None or (parts.get("year") and not last["year"]):
        return None
    end = _date_of(last, today)
    if end is None:
        return None
    if parts.get("year"):
        start = _date_of(parts, today)
    else:
        month = _month_number(parts.get("month") or last["month"] or "")
        start = _date_or_none(end.year, month, int(parts["day"] or 0))
    return (start, end) if start and start < end else None


def _plain(text: str) -> str:
    return re.sub(_SPACES, " ", to_arabic_digits(text)).strip()


def _parts_of(plain: str) -> dict[str, str | None] | None:
    found = (re.fullmatch(form, plain) for form in (_YEAR_FIRST, _NUMBERED, _NAMED))
    return next((one.groupdict() for one in found if one), None)


def _date_of(parts: dict[str, str | None], today: dt.date) -> dt.date | None:
    month, day = _month_number(parts["month"] or ""), int(parts["day"] or 0)
    if parts["year"] is None:
        return _last_such_day(month, day, today)
    western = (parts.get("era") or "").startswith("ค")
    return _date_or_none(_year_meant(parts["year"], today, western=western), month, day)


def _year_meant(digits: str, today: dt.date, *, western: bool) -> int:
    """Return the Gregorian year, or 0 for one that nobody can mean."""
    year = int(digits)
    if len(digits) == 2:
        now = today.year if western else buddhist_year(today.year)
        nearest = now + (year - now + 50) % 100 - 50
        return nearest if western else gregorian_year(nearest)
    if western or 1800 <= year < 2200:
        return year if 1800 <= year < 2200 else 0
    return gregorian_year(year) if 2400 <= year < 3000 else 0


def _last_such_day(month: int, day: int, today: dt.date) -> dt.date | None:
    # Eight years back find even 29 February across a century without a leap year.
    for year in range(today.year, today.year - 9, -1):
        date = _date_or_none(year, month, day)
        if date is not None and date <= today:
            return date
    return None


def _date_or_none(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month_number(text: str) -> int:
    """Return 1 to 12 for a number, full name, abbreviation or clear beginning of a name; else 0."""
    if text.isdecimal():
        return int(text)
    bare = text.replace(".", "").replace(" ", "")
    for number, abbreviation in enumerate(MONTH_ABBREVIATIONS, 1):
        if bare == abbreviation.replace(".", ""):
            return number
    begun = [number for number, name in enumerate(MONTHS, 1) if name.startswith(bare)]
    return begun[0] if len(begun) == 1 and len(bare) >= 4 else 0


_TIME = (
    r"(?:เวลา ?)?(?:(?P<hour>\d{1,2})[.:](?P<minute>\d{2})|(?P<run>\d{4})|(?P<whole>\d{1,2}))"
    r" ?(?:น\.?|นาฬิกา)?"
)


def parse_time(text: str) -> dt.time | None:
    """Read a time of the 24-hour day as people type it ("13.30 น.", "๙.๐๐", "1330"), or None."""
    found = re.fullmatch(_TIME, _plain(text))
    if not found:
        return None
    run = found["run"] or ""
    hour, minute = run[:2] or found["hour"] or found["whole"], run[2:] or found["minute"] or "0"
    try:
        return dt.time(int(hour), int(minute))
    except ValueError:
        return None


def parse_time_span(text: str) -> tuple[dt.time, dt.time] | None:
    """Read two times as people type them ("09.00-16.30 น."), the first before the last, or None."""
    parts = re.split(_UNTIL, re.sub(_BETWEEN, "", _plain(text)))
    start, *ends = map(parse_time, parts)
    end = ends[0] if len(ends) == 1 else None
    return (start, end) if start and end and start < end else None
