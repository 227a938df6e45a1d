"""The report of the next round, begun from the last one: what stays the same is there already."""

import datetime as dt
import re
from uuid import uuid4

from desktop_app.report.rounds import period_span
from desktop_app.report.values import (
    Activity,
    Group,
    Participants,
    Period,
    PeriodKind,
    Report,
    Session,
    Signatory,
    Text,
)
from desktop_app.thai.calendar import MONTH_ABBREVIATIONS, MONTHS, fiscal_year_of, months_later

_DAY = dt.timedelta(days=1)
_NAMES = "|".join(map(re.escape, (*MONTHS, *MONTH_ABBREVIATIONS)))
_OF_ITS_TIME = re.compile(rf"\d|{_NAMES}")


def renewed(report: Report, today: dt.date) -> Report:
    """Return a report of the round after `report`'s, with its own id.

    Where several rounds have ended by `today` it is the latest of those.  Office, activities with
    their units, places and groups, and who signs are kept; dates, numbers of people, all that was
    said and decided, photos, links and attachments are not.
    """
    fiscal_year, period = _next_round(report, today)
    return report.model_copy(
        update={
            "id": uuid4(),
            "fiscal_year": fiscal_year,
            "period": period,
            "title": _timeless(report.title),
            "introduction": _timeless(report.introduction),
            "activities": tuple(map(_again, report.activities)),
            "signatories": tuple(map(_unsigned, report.signatories)),
        }
    )


def duplicated(report: Report) -> Report:
    """Return the same report as another one, with its own id."""
    return report.model_copy(update={"id": uuid4()})


def _next_round(report: Report, today: dt.date) -> tuple[int, Period]:
    kind, span = report.period.kind, period_span(report)
    if span is None or span[1] < span[0]:
        return fiscal_year_of(today), Period(kind=kind)
    try:
        start, end = _following(span, kind, today)
        fiscal_year = Report(fiscal_year=fiscal_year_of(end)).fiscal_year
    except (ValueError, OverflowError):  # beyond the calendar's end, or no year of a report
        return report.fiscal_year, Period(kind=kind)
    return fiscal_year, Period(kind=kind, start=start, end=end)


def _following(
    span: tuple[dt.date, dt.date], kind: PeriodKind, today: dt.date
) -> tuple[dt.date, dt.date]:
    found = _after(span, kind)
    if kind is PeriodKind.CUSTOM:  # nobody knows whether there was another of it since
        return found
    while (later := _after(found, kind))[1] < today:
        found = later
    return found


def _after(span: tuple[dt.date, dt.date], kind: PeriodKind) -> tuple[dt.date, dt.date]:
    """Return the round after one; nine months are the first nine of each year."""
    start, end = span
    if kind is PeriodKind.NINE_MONTHS:
        return months_later(start, 12), months_later(end + _DAY, 12) - _DAY
    months = _whole_months(start, end + _DAY)
    if months is None:
        return end + _DAY, end + _DAY + (end - start)
    return end + _DAY, months_later(end + _DAY, months) - _DAY


def _whole_months(start: dt.date, after: dt.date) -> int | None:
    months = (after.year - start.year) * 12 + after.month - start.month
    return months if months and start.day == after.day else None


def _timeless(text: Text) -> Text:
    """Return a text in which no year, day or month stands; of others nothing."""
    return None if text is None or _OF_ITS_TIME.search(text) else text


def _again(activity: Activity) -> Activity:
    groups = activity.participants.groups
    return Activity(
        name=activity.name,
        organisers=activity.organisers,
        sessions=tuple(Session(place=session.place) for session in activity.sessions),
        participants=Participants(
            groups=tuple(Group(name=one.name, external=one.external) for one in groups)
        ),
    )


def _unsigned(signatory: Signatory) -> Signatory:
    return signatory.model_copy(update={"date": None})
