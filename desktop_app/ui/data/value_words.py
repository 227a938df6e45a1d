"""Any value of a report in words, as the form says it: for comparing and for looking back."""

import datetime as dt
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop_app.report.editing import value_at
from desktop_app.report.fields import Choice, Field, Kind, Section
from desktop_app.report.location import Path
from desktop_app.report.values import (
    Activity,
    Attachment,
    Group,
    Link,
    Photo,
    Report,
    Session,
    Signatory,
)
from desktop_app.thai.calendar import date_span, full_date, full_time, time_span
from desktop_app.ui.language import words


def value_words(field: Field | None, value: object) -> str:
    """Return a value in words, a line for each part of it; nothing for what is not there."""
    if field is not None and field.kind is Kind.CHOICE:
        return _chosen(field.choices, value)
    match value:
        case None | "" | ():
            return ""
        case bool():
            return _said("ใช่") if value else _said("ไม่ใช่")
        case tuple():
            return "\n".join(_numbered(value, field))
        case Activity():
            return _activity(value)
        case _:
            return _one(value, field)


def section_words(report: Report, section: Section, prefix: Path) -> Iterator[tuple[str, str]]:
    """Yield label and words of each field of a section that says something."""
    for field in section.fields:
        said = value_words(field, value_at(report, (*prefix, *field.key.split("."))))
        if said:
            yield words(field.label), said


def _chosen(choices: tuple[Choice, ...], value: object) -> str:
    return next((words(one.label) for one in choices if one.value == value), str(value))


def _numbered(values: tuple[object, ...], field: Field | None) -> Iterator[str]:
    several = len(values) > 1
    for number, value in enumerate(values, 1):
        said = _one(value, field)
        yield f"{number}. {said}" if several else said


def _one(value: object, field: Field | None) -> str:
    match value:
        case Session():
            return _session(value, field)
        case dt.date():
            return full_date(value)
        case dt.time():
            return full_time(value)
        case None | "":
            return _said("(ว่าง)")
        case int() if field is not None and field.kind is Kind.NUMBER:
            return f"{value:,}"
        case _:
            return _row(value)


def _row(value: object) -> str:
    match value:
        case Group():
            return _group(value)
        case Signatory():
            return _signatory(value)
        case Photo():
            return value.caption or _said("ภาพไม่มีคำบรรยาย")
        case Link():
            return " ".join(part for part in (value.label, value.url) if part)
        case Attachment():
            return value.title or value.file
        case _:
            return str(value)


def _session(one: Session, field: Field | None) -> str:
    keys = {column.key for column in field.columns} if field else {"date", "place"}
    parts = []
    if "date" in keys and one.date:
        last = one.end_date
        parts.append(date_span(one.date, last) if last else full_date(one.date))
    if "date" in keys and one.start_time:
        last_time = one.end_time
        spanned = time_span(one.start_time, last_time) if last_time else full_time(one.start_time)
        parts.append(_said("เวลา {time}").format(time=spanned))
    if "place" in keys and one.place:
        parts.append(one.place)
    return " ".join(parts) or _said("(ว่าง)")


def _group(one: Group) -> str:
    parts = [one.name or _said("(ไม่มีชื่อกลุ่ม)")]
    if one.count is not None:
        parts.append(_said("{count} คน").format(count=f"{one.count:,}"))
    if one.external:
        parts.append(_said("(บุคคลภายนอก)"))
    return " ".join(parts)


def _signatory(one: Signatory) -> str:
    day = full_date(one.date) if one.date else ""
    found = [part for part in (one.role, one.name, one.position, day) if part]
    return " · ".join(found) or _said("(ว่าง)")


def _activity(one: Activity) -> str:
    named = one.name or _said("กิจกรรมที่ยังไม่มีชื่อ")
    days = [_one(session, None) for session in one.sessions[:1]]
    counted = []
    if one.photos:
        counted.append(_said("ภาพ {count} ภาพ").format(count=len(one.photos)))
    return "\n".join((named, *days, *counted))


def _said(words: str) -> str:
    return QCoreApplication.translate("ValueWords", words)
