"""The sentences of the checks, in plain official Thai and in English."""

import datetime as dt

from desktop_app.errors import Said
from desktop_app.report.fields import ACTIVITY_SECTIONS, Field, Kind
from desktop_app.report.rounds import round_said
from desktop_app.report.values import Period
from desktop_app.thai.calendar import date_span, full_date, round_span

NO_ACTIVITY = Said("ยังไม่มีกิจกรรม/โครงการ", "There is no activity yet")
NO_EXTERNAL = Said(
    "ยังไม่มีกลุ่มที่เป็นบุคคลภายนอก", "No group of participants is from outside the office yet"
)
NO_DISTRICT = Said("ยังไม่ได้ระบุอำเภอ", "District is not given yet")
PERIOD_BACKWARDS = Said("วันสิ้นสุดของรอบอยู่ก่อนวันเริ่มต้น", "The round's last day is before its first")
DATES_BACKWARDS = Said("วันสิ้นสุดอยู่ก่อนวันเริ่มต้น", "The last day is before the first")
TIMES_BACKWARDS = Said("เวลาสิ้นสุดอยู่ก่อนเวลาเริ่มต้น", "The end time is before the start time")


def in_row(row: int, said: Said) -> Said:
    """Say of which row of a list something is said; rows are counted from 0."""
    return Said(f"แถวที่ {row + 1}: {said.th}", f"Row {row + 1}: {said.en}")


def lacking(field: Field) -> Said:
    """Say that a field, or one column of a row, has nothing in it."""
    labels = _labels(field)
    if field.kind in (Kind.PHOTOS, Kind.FILES) or field.key == "signatories":
        return Said(f"ยังไม่มี{labels.th}", f"No {labels.en.lower()} yet")
    return Said(f"ยังไม่ได้ระบุ{labels.th}", f"{labels.en} not given yet")


def _labels(field: Field) -> Said:
    """Return the field's label, or those of all fields that ask for rows of one list."""
    sharing = [
        other.label
        for section in ACTIVITY_SECTIONS
        for other in section.fields
        if other.key == field.key and field.kind is Kind.ROWS
    ]
    if len(sharing) < 2:
        return field.label
    return Said(
        " และ".join(label.th for label in sharing), ", ".join(label.en for label in sharing)
    )


def blank_item(field: Field) -> Said:
    """Say that one item of a list has nothing in it."""
    return Said(f"{field.item.th}นี้ยังว่างอยู่", f"This {field.item.en} is still empty")


def period_dates(key: str) -> Said:
    """Say that a custom period lacks its first or last day."""
    if key == "start":
        return Said("รอบที่กำหนดเองต้องมีวันเริ่มต้น", "A custom period needs its first day")
    return Said("รอบที่กำหนดเองต้องมีวันสิ้นสุด", "A custom period needs its last day")


def outside_year(date: dt.date, year_be: int) -> Said:
    """Say that a day of the round is not in the report's fiscal year."""
    first, last = round_span(year_be, 12)
    return Said(
        f"วันที่ {full_date(date)} ไม่อยู่ในปีงบประมาณ {year_be} ({date_span(first, last)})",
        f"{date.isoformat()} is not in fiscal year {year_be} ({first} to {last})",
    )


def round_length(period: Period) -> Said:
    """Say that the round's days are far more, or far fewer, than its name says."""
    said = round_said(period)
    return Said(f"ช่วงวันที่ที่ระบุยาวไม่ตรงกับ{said.th}", f"The days given are not as long as {said.en}")


def outside(date: dt.date) -> Said:
    """Say that an activity was not held within the report's round."""
    return Said(
        f"วันที่ {full_date(date)} อยู่นอกรอบการรายงาน",
        f"{date.isoformat()} is outside the report's round",
    )


TOTAL_ROW = Said("แถวนี้เป็นยอดรวม ไม่ใช่กลุ่ม", "This row is the sum of the groups, and no group")


def exceeding(counted: int, total: int) -> Said:
    """Say that the groups have more people than took part in all."""
    return Said(
        f"จำนวนคนของทุกกลุ่มรวมกัน {counted:,} คน มากกว่าจำนวนทั้งหมด {total:,} คน",
        f"The groups add up to {counted:,} people, more than the total of {total:,}",
    )


def differing(counted: int, total: int) -> Said:
    """Say that every group is counted, and yet fewer people than took part in all."""
    return Said(
        f"จำนวนคนของทุกกลุ่มรวมกัน {counted:,} คน ไม่เท่ากับจำนวนทั้งหมด {total:,} คน",
        f"The groups add up to {counted:,} people, not to the total of {total:,}",
    )
