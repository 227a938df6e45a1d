"""How the pages about data speak: when something was, how large it is, what a report is called."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.report.rounds import round_said
from desktop_app.report.values import Report
from desktop_app.ui.days import day_said, time_said
from desktop_app.ui.language import words

if TYPE_CHECKING:
    from desktop_app.storage.manifest import ReportNote
    from desktop_app.storage.summary import Summary

_KILO = 1024


def moment(when: dt.datetime) -> str:
    """Return when something was, as people say it: today, yesterday, or the day."""
    return f"{day(when)} {clock(when)}"


def day(when: dt.datetime) -> str:
    """Return the day of a moment with a zone, as people say it."""
    here = when.astimezone()
    ago = (dt.datetime.now().astimezone().date() - here.date()).days
    if ago == 0:
        return _said("วันนี้")
    return _said("เมื่อวาน") if ago == 1 else day_said(here.date())


def clock(when: dt.datetime) -> str:
    """Return the time of day of a moment: 13.45 น."""
    return time_said(when)


def size(count: int) -> str:
    """Return a number of bytes as people read it."""
    if count < _KILO**2:
        return f"{max(1, round(count / _KILO)):,} KB"
    if count < _KILO**3:
        return f"{count / _KILO**2:,.1f} MB"
    return f"{count / _KILO**3:,.2f} GB"


def summary_name(one: "Summary", *, gap: str = " ") -> str:
    """Return what a stored report is called: agency, round, and after a gap its fiscal year."""
    year = _said("ปีงบประมาณ {year}").format(year=one.fiscal_year)
    return f"{one.agency or _nameless()} · {words(round_said(one.period))}{gap}{year}"


def note_name(one: "ReportNote", *, gap: str = " · ") -> str:
    """Return what a report of a backup is called: agency, and after a gap its fiscal year."""
    year = _said("ปีงบประมาณ {year}").format(year=one.fiscal_year)
    return f"{one.agency or _nameless()}{gap}{year}"


def report_title(report: Report) -> str:
    """Return what a report is called that is not stored here."""
    year = _said("ปีงบประมาณ {year}").format(year=report.fiscal_year)
    return f"{report.agency.name or _nameless()} · {words(round_said(report.period))} {year}"


def _nameless() -> str:
    return _said("ยังไม่ได้ระบุหน่วยงาน")


def _said(words: str) -> str:
    return QCoreApplication.translate("DataWording", words)
