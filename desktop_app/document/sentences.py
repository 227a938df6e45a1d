"""The standard sentences of the document, as last year's reports have them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop_app.report.rounds import period_span, round_name
from desktop_app.report.values import Group, Participants, Report, Session
from desktop_app.thai.calendar import (
    date_span,
    full_date,
    full_date_with_weekday,
    full_time,
    time_span,
)

_DOTS = "." * 20


def agency_name(report: Report) -> str:
    """Return the agency's name, or dots to write on."""
    return (report.agency.name or "").strip() or _DOTS


def round_and_year(report: Report) -> str:
    """Return "รอบ 6 เดือน ประจำปีงบประมาณ พ.ศ. 2566"."""
    return f"{round_name(report.period)} ประจำปีงบประมาณ พ.ศ. {report.fiscal_year}"


def cover_lines(report: Report) -> tuple[str, ...]:
    """Return the lines of the cover's title."""
    own = (report.title or "").strip()
    title = (own,) if own else ("รายงานผล", "การเปิดโอกาสให้บุคคลภายนอกได้มีส่วนร่วมในการดำเนินงาน")
    return (*title, round_and_year(report))


def title_lines(report: Report) -> tuple[str, ...]:
    """Return the lines of the title on the first page."""
    own = (report.title or "").strip()
    title = (
        (own,)
        if own
        else (
            "สรุปผลการดำเนินการเพื่อเปิดโอกาสให้บุคคลภายนอกได้มีส่วนร่วม",
            f"ในการดำเนินงานของ{agency_name(report)}",
        )
    )
    return (*title, round_and_year(report))


def signed_lines(report: Report) -> tuple[str, ...]:
    """Return the lines above signatures that go on from the page before: what is signed."""
    *first, last, round_ = title_lines(report)
    return (*first, f"{last} {round_} (ต่อ)")


def introduction(report: Report) -> str:
    """Return the introduction: the report's own, else the standard one."""
    own = (report.introduction or "").strip()
    if own:
        return own
    span = period_span(report)
    covered = f" ตั้งแต่ วันที่ {date_span(*span)}" if span else ""
    return (
        f"ปีงบประมาณ พ.ศ. {report.fiscal_year}{covered} {agency_name(report)} "
        "ได้ดำเนินกิจกรรม/โครงการ ที่เป็นการเปิดโอกาสให้บุคคลภายนอกได้มีส่วนร่วมในการดำเนินงานตามภารกิจ ดังนี้"
    )


def session_time(session: Session) -> str:
    """Return "วันพุธที่ 22 กุมภาพันธ์ 2566 เวลา 13.30 น.", or what of it is known."""
    return " ".join(part for part in (_days(session), _hours(session)) if part)


def _days(session: Session) -> str:
    start, end = session.date, session.end_date
    if start and end and end != start:
        joined = date_span(start, end) if start < end else f"{full_date(start)} – {full_date(end)}"
        return f"ระหว่างวันที่ {joined}"
    day = start or end
    return full_date_with_weekday(day) if day else ""


def _hours(session: Session) -> str:
    start, end = session.start_time, session.end_time
    if start and end:
        return f"เวลา {time_span(start, end)}"
    if start:
        return f"เวลา {full_time(start)}"
    return f"ถึงเวลา {full_time(end)}" if end else ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is said of one of several sessions: its number among them all, and where it stands."""

    label: str
    text: str
    index: int


def session_times(sessions: Sequence[Session]) -> list[Sitting]:
    """Return the times of sessions as they are numbered."""
    return _numbered(sessions, session_time)


def session_places(sessions: Sequence[Session]) -> list[Sitting]:
    """Return the places of sessions as they are numbered, one that is the same for all just once."""
    places = _numbered(sessions, _place)
    held = [session for session in sessions if session_time(session) or _place(session)]
    if len({place.text for place in places}) == 1 and len(places) == len(held):
        return [replace(places[0], label="")]
    return places


def _place(session: Session) -> str:
    return (session.place or "").strip()


def _numbered(sessions: Sequence[Session], read: Callable[[Session], str]) -> list[Sitting]:
    """Number what is said of sessions by all that are known of, so that time and place agree."""
    known = [at for at, one in enumerate(sessions) if session_time(one) or _place(one)]
    said = [
        Sitting(f"{number})", read(sessions[at]), at)
        for number, at in enumerate(known, start=1)
        if read(sessions[at])
    ]
    alone = len(said) == 1 and said[0].index == known[0]
    return [replace(said[0], label="")] if alone else said


def head_count(participants: Participants) -> str:
    """Return "มีผู้เข้าร่วมกิจกรรม/โครงการ จำนวน 191 คน ได้แก่", or "" where nothing is known."""
    total, named = participants.total, any(map(group_text, participants.groups))
    if total is None and not named:
        return ""
    counted = "" if total is None else f" จำนวน {total:,} คน"
    return f"มีผู้เข้าร่วมกิจกรรม/โครงการ{counted}{' ได้แก่' if named else ''}"


def group_text(group: Group) -> str:
    """Return a group's name, with its head count where one was given."""
    name = (group.name or "").strip()
    return name if group.count is None else f"{name} จำนวน {group.count:,} คน".strip()
