"""What a row says of the parts that another page edits: which day a place is for, and the like."""

from PySide6.QtCore import QCoreApplication

from desktop_app.report.fields import Field
from desktop_app.report.values import Session
from desktop_app.thai import calendar


def beside(field: Field, item: object) -> str:
    """Return what stands beside the parts of `item` that `field` edits; "" where nothing does."""
    if not field.beside or not isinstance(item, Session):
        return ""
    return _place(item) if "place" in field.beside else _day(item)


def _place(session: Session) -> str:
    """Name the place, if there is one: that one is lacking is said on the page that has its field."""
    place = (session.place or "").strip()
    return _said("สถานที่: {place}").format(place=place) if place else ""


def _day(session: Session) -> str:
    if session.date is None:
        return _said("ยังไม่ได้ระบุวันที่ของสถานที่นี้")
    day = calendar.full_date_with_weekday(session.date)
    if session.end_date is not None and session.end_date != session.date:
        day = calendar.date_span(session.date, session.end_date)
    if session.start_time is None:
        return day
    time = calendar.full_time(session.start_time)
    if session.end_time is not None:
        time = calendar.time_span(session.start_time, session.end_time)
    return _said("{day} เวลา {time}").format(day=day, time=time)


def _said(words: str) -> str:
    return QCoreApplication.translate("Beside", words)
