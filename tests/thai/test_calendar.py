"""Dates as officials write and type them, years and rounds of the Buddhist era."""

import datetime as dt
import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.thai.calendar import (
    MONTH_ABBREVIATIONS,
    MONTHS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
    abbreviated_date,
    buddhist_year,
    date_span,
    fiscal_year_of,
    full_date,
    full_date_with_weekday,
    full_time,
    gregorian_year,
    months_later,
    parse_date,
    parse_date_span,
    parse_time,
    parse_time_span,
    round_span,
    time_span,
)
from desktop_app.thai.numerals import to_thai_digits

TODAY = dt.date(2023, 4, 5)
MEETING = dt.date(2023, 2, 22)

Writer = Callable[[dt.date], str]

modern_dates = st.dates(dt.date(1900, 1, 1), dt.date(2156, 12, 31))
fiscal_years = st.integers(2400, 2999)


def test_dates_stand_as_in_the_reference_report() -> None:
    assert full_date_with_weekday(MEETING) == "วันพุธที่ 22 กุมภาพันธ์ 2566"
    assert full_date(MEETING) == "22 กุมภาพันธ์ 2566"
    assert abbreviated_date(MEETING) == "22 ก.พ. 2566"
    assert full_time(dt.time(13, 30)) == "13.30 น."
    half_year = date_span(dt.date(2022, 10, 1), dt.date(2023, 3, 31))
    assert half_year == "1 ตุลาคม 2565 – 31 มีนาคม 2566"


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        (MEETING, MEETING, "22 กุมภาพันธ์ 2566"),
        (MEETING, dt.date(2023, 2, 24), "22 – 24 กุมภาพันธ์ 2566"),
        (MEETING, dt.date(2023, 3, 1), "22 กุมภาพันธ์ – 1 มีนาคม 2566"),
        (MEETING, dt.date(2024, 2, 22), "22 กุมภาพันธ์ 2566 – 22 กุมภาพันธ์ 2567"),
        (MEETING, dt.date(2023, 2, 20), "22 กุมภาพันธ์ 2566 – 20 กุมภาพันธ์ 2566"),
    ],
)
def test_a_span_says_shared_parts_once(start: dt.date, end: dt.date, written: str) -> None:
    assert date_span(start, end) == written


def test_a_time_has_two_digits_for_the_hour() -> None:
    assert full_time(dt.time(9, 5, 59)) == "09.05 น."
    assert time_span(dt.time(9), dt.time(16, 30)) == "09.00 – 16.30 น."


def test_a_day_of_every_weekday_and_month_is_named() -> None:
    monday = dt.date(2023, 1, 2)
    week = [full_date_with_weekday(monday + dt.timedelta(days=n)) for n in range(7)]
    assert [text.split("ที่ ")[0] for text in week] == [f"วัน{name}" for name in WEEKDAYS]
    assert WEEKDAYS[0] == "จันทร์"
    assert [abbreviated_date(dt.date(2023, n, 1)).split()[1] for n in range(1, 13)] == list(
        MONTH_ABBREVIATIONS
    )
    assert (MONTHS[0], MONTHS[11]) == ("มกราคม", "ธันวาคม")


@given(st.integers(1, 9999))
def test_years_go_both_ways(year: int) -> None:
    assert gregorian_year(buddhist_year(year)) == year


def test_a_fiscal_year_is_named_by_the_year_it_ends() -> None:
    assert fiscal_year_of(dt.date(2022, 9, 30)) == 2565
    assert fiscal_year_of(dt.date(2022, 10, 1)) == 2566
    assert fiscal_year_of(dt.date(2023, 9, 30)) == 2566
    assert round_span(2566, 12) == (dt.date(2022, 10, 1), dt.date(2023, 9, 30))


@given(modern_dates)
def test_every_day_lies_in_its_fiscal_year(date: dt.date) -> None:
    first, last = round_span(fiscal_year_of(date), 12)
    assert first <= date <= last


@given(fiscal_years, st.sampled_from([3, 6]))
def test_rounds_of_one_length_fill_the_fiscal_year(year: int, months: int) -> None:
    rounds = [round_span(year, months, n + 1) for n in range(12 // months)]
    assert (rounds[0][0], rounds[-1][1]) == round_span(year, 12)
    for earlier, later in itertools.pairwise(rounds):
        assert later[0] - earlier[1] == dt.timedelta(days=1)


def test_rounds_of_the_reference_year() -> None:
    assert round_span(2566, 6) == (dt.date(2022, 10, 1), dt.date(2023, 3, 31))
    assert round_span(2566, 6, 2) == (dt.date(2023, 4, 1), dt.date(2023, 9, 30))
    assert round_span(2566, 3, 2) == (dt.date(2023, 1, 1), dt.date(2023, 3, 31))
    assert round_span(2566, 9) == (dt.date(2022, 10, 1), dt.date(2023, 6, 30))


@pytest.mark.parametrize(("months", "number"), [(4, 1), (6, 0), (6, 3), (9, 2), (12, 2), (3, 5)])
def test_a_round_that_is_not_in_the_year_is_a_mistake(months: int, number: int) -> None:
    with pytest.raises(ValueError, match=f"no round {number} of {months} months"):
        round_span(2566, months, number)


@given(modern_dates, st.integers(-600, 600))
def test_going_months_and_back_loses_only_days_of_short_months(date: dt.date, n: int) -> None:
    there = months_later(date, n)
    back = months_later(there, -n)
    assert (back.year, back.month) == (date.year, date.month)
    assert back.day == min(date.day, there.day)


@pytest.mark.parametrize(
    "typed",
    [
        "22 ก.พ. 2566",
        "22 ก.พ.66",
        "22 กพ 66",
        "22ก.พ.2566",
        "22/2/66",
        "22/02/2566",
        "22-2-2566",
        "22.2.66",
        "22 2 66",
        "22 / 2 / 66",
        "22/2/2023",
        "๒๒ กุมภาพันธ์ ๒๕๖๖",
        "๒๒/๒/๖๖",
        "22 กุมภาพันธ์ 2566",
        "22 กุมภาพันธ์ พ.ศ. 2566",
        "22 กุมภาพันธ์ พ.ศ.2566",
        "22 กุมภา 66",
        "22 กุมภาพันธ์ ค.ศ. 2023",
        "22 กุมภาพันธ์ 2023",
        "วันพุธที่ 22 กุมภาพันธ์ 2566",
        "วันพุธที่ ๒๒ เดือนกุมภาพันธ์ พ.ศ. ๒๕๖๖",
        "พุธ 22 ก.พ. 2566",
        "วันที่ 22 ก.พ. 2566",
        "  22\u00a0กุมภาพันธ์\u200b 2566\n",
        "2023-02-22",
        "2566-02-22",
        "2566-2-22",
        "22 กุมภาพันธ์",
        "22/2",
    ],
)
def test_what_people_type_for_the_meeting_is_understood(typed: str) -> None:
    assert parse_date(typed, today=TODAY) == MEETING


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "22",
        "กุมภาพันธ์ 2566",
        "31 ก.พ. 2566",
        "29/2/2566",
        "0/2/2566",
        "22/13/2566",
        "22 มี 2566",
        "22 ก 2566",
        "22 มิถุนาพันธ์ 2566",
        "22/2/566",
        "22/2/2300",
        "22/2/3566",
        "22/2-66",
        "22 กุมภาพันธ์ ค.ศ. 2566",
        "วันพุธ",
        "ประมาณ 22 ก.พ. 2566",
        "22 ก.พ. 2566 เวลา 13.30 น.",
        "2566-02-22T00:00",
    ],
)
def test_what_is_no_date_is_no_date(typed: str) -> None:
    assert parse_date(typed, today=TODAY) is None


def test_a_leap_day_follows_the_gregorian_year() -> None:
    assert parse_date("29 ก.พ. 2567", today=TODAY) == dt.date(2024, 2, 29)
    assert parse_date("29 ก.พ.", today=TODAY) == dt.date(2020, 2, 29)


def test_two_digits_mean_the_nearest_buddhist_year() -> None:
    assert parse_date("1/1/99", today=TODAY) == dt.date(gregorian_year(2599), 1, 1)
    assert parse_date("1/1/20", today=TODAY) == dt.date(gregorian_year(2520), 1, 1)
    new_century = dt.date(gregorian_year(2598), 6, 1)
    assert parse_date("1/1/02", today=new_century) == dt.date(gregorian_year(2602), 1, 1)


def test_without_a_year_the_last_such_day_is_meant() -> None:
    assert parse_date("5 เมษายน", today=TODAY) == TODAY
    assert parse_date("6 เมษายน", today=TODAY) == dt.date(2022, 4, 6)


@given(modern_dates, st.sampled_from([full_date, full_date_with_weekday, abbreviated_date]))
def test_every_date_that_is_written_is_read_back(date: dt.date, write: Writer) -> None:
    written = write(date)
    assert parse_date(written, today=TODAY) == date
    assert parse_date(to_thai_digits(written), today=TODAY) == date


@given(modern_dates, modern_dates)
def test_a_short_date_is_read_in_the_years_around_today(date: dt.date, today: dt.date) -> None:
    typed = f"{date.day}/{date.month}/{buddhist_year(date.year) % 100:02}"
    read = parse_date(typed, today=today)
    if abs(date.year - today.year) < 50:
        assert read == date
    elif read is not None:
        assert abs(read.year - today.year) <= 50


@given(st.text(), st.dates())
def test_no_text_is_too_odd_for_a_date_field(text: str, today: dt.date) -> None:
    assert parse_date(text, today=today) is None or any(c.isdigit() for c in text)
    assert parse_time(text) is None or any(c.isdigit() for c in text)


@given(st.times())
def test_every_time_that_is_written_is_read_back(time: dt.time) -> None:
    minute = time.replace(second=0, microsecond=0, fold=0)
    assert parse_time(full_time(time)) == minute
    assert parse_time(to_thai_digits(full_time(time))) == minute


@pytest.mark.parametrize(
    "typed",
    ["13.30", "13:30", "13.30 น.", "13.30น.", "๑๓.๓๐", "1330", "เวลา 13.30 น.", "13.30 นาฬิกา"],
)
def test_what_people_type_for_half_past_one_is_understood(typed: str) -> None:
    assert parse_time(typed) == dt.time(13, 30)


def test_a_bare_hour_is_a_time() -> None:
    assert parse_time("9.00") == parse_time("9") == parse_time("๙ น.") == dt.time(9)


@pytest.mark.parametrize("typed", ["", "24.00", "13.60", "13.3", "13..30", "บ่ายโมงครึ่ง", "133000"])
def test_what_is_no_time_is_no_time(typed: str) -> None:
    assert parse_time(typed) is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31)))
def test_a_short_weekday_is_passed_over(day: dt.date) -> None:
    short = f"{WEEKDAY_ABBREVIATIONS[day.weekday()]} {abbreviated_date(day)}"
    assert parse_date(short, today=dt.date(2023, 2, 22)) == day


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("22-24 ก.พ. 66", (2, 22), (2, 24)),
        ("๒๒ – ๒๔ กุมภาพันธ์ ๒๕๖๖", (2, 22), (2, 24)),
        ("ระหว่างวันที่ 5 - 7 มีนาคม 2566", (3, 5), (3, 7)),
        ("ตั้งแต่วันที่ 5 ถึงวันที่ 7 มีนาคม 2566", (3, 5), (3, 7)),
        ("5 มี.ค. – 7 เม.ย. 2566", (3, 5), (4, 7)),
        ("22-24/2/66", (2, 22), (2, 24)),
        ("22/2/66 - 24/2/66", (2, 22), (2, 24)),
        ("22-2-66 - 24-2-66", (2, 22), (2, 24)),
        ("2023-02-22 - 2023-02-24", (2, 22), (2, 24)),
        ("วันพุธที่ 22 - วันศุกร์ที่ 24 กุมภาพันธ์ 2566", (2, 22), (2, 24)),
        ("22-24 ก.พ.", (2, 22), (2, 24)),
    ],
)
def test_days_from_and_to_are_read(text: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    found = (dt.date(2023, *start), dt.date(2023, *end))
    assert parse_date_span(text, today=TODAY) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22-2",
        "5-7-66",
        "5 - 7",
        "22 ก.พ. 66 - ",
        "24-22 ก.พ. 66",
        "30-31 ก.พ. 66",
        "22-24-26 ก.พ. 66",
        "5 มี.ค. 2566 – 7 เม.ย.",
        "28 ธ.ค. – 3 ม.ค. 2566",
    ],
)
def test_what_is_no_span_of_days_is_none(text: str) -> None:
    assert parse_date_span(text, today=TODAY) is None


@given(modern_dates, modern_dates)
def test_a_span_of_days_that_was_written_is_read_back(one: dt.date, other: dt.date) -> None:
    start, end = sorted((one, other))
    found = parse_date_span(date_span(start, end), today=TODAY)
    assert found == ((start, end) if start < end else None)


@given(st.text(alphabet="0129-–./ :น.ถึงกุมภาพันธ์๕๖วันที่ระหว่าง", max_size=30))
def test_no_text_is_too_odd_for_a_span(text: str) -> None:
    days = parse_date_span(text, today=TODAY)
    assert days is None or days[0] < days[1]
    times = parse_time_span(text)
    assert times is None or times[0] < times[1]


@given(st.times(), st.times())
def test_a_span_of_times_that_was_written_is_read_back(one: dt.time, other: dt.time) -> None:
    start, end = sorted(time.replace(second=0, microsecond=0) for time in (one, other))
    found = parse_time_span(time_span(start, end))
    assert found == ((start, end) if start < end else None)


@pytest.mark.parametrize("text", ["09.00-16.30 น.", "9 ถึง 16.30", "เวลา ๐๙.๐๐ น. – ๑๖.๓๐ น."])
def test_times_from_and_to_are_read(text: str) -> None:
    assert parse_time_span(text) == (dt.time(9), dt.time(16, 30))


@pytest.mark.parametrize("text", ["", "9", "16.30-9.00", "9-10-11", "9-25"])
def test_what_is_no_span_of_times_is_none(text: str) -> None:
    assert parse_time_span(text) is None
