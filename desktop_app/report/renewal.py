"""The report of the next round, begun from the last one: what stays the same is there already."""

import datetime as dt
import re
from uuid import uuid4

from desktop_app.report.rounds import period_span
from desktop_app.report.sums import sum_in
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
from desktop_app.thai.calendar import (
    MONTH_ABBREVIATIONS,
    MONTHS,
    fiscal_year_of,
    months_later,
    round_span,
)

_DAY = dt.timedelta(days=1)
_FOLLOWING = {
    PeriodKind.HALF_YEAR: PeriodKind.YEAR,
    PeriodKind.NINE_MONTHS: PeriodKind.YEAR,
    PeriodKind.YEAR: PeriodKind.HALF_YEAR,
}
"""The state's assessment asks in April of six months, and in October of the whole year."""

_NAMES = "|".join(map(re.escape, (*MONTHS, *MONTH_ABBREVIATIONS)))
_OF_ITS_TIME = re.compile(rf"\d|{_NAMES}")


def renewed(report: Report) -> Report:
    """Return a report of the round after `report`'s, with its own id.

    After six or nine months comes the whole fiscal year, then six months of the next one; a quarter
    is followed by a quarter.  Office, activities with their units, places and groups, and who
    signs are kept; dates, numbers of people, all that was said and decided, photos, links and
    attachments are not.
    """
    fiscal_year, period = _next_round(report)
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


def _next_round(report: Report) -> tuple[int, Period]:
    kind, span = report.period.kind, period_span(report)
    year, following = report.fiscal_year, _FOLLOWING.get(kind, kind)
    try:
        if following is kind and span is not None and span[0] <= span[1]:
            return _on_from(span[1] + _DAY, kind)
        if kind is PeriodKind.YEAR:
            year = Report(fiscal_year=year + 1).fiscal_year
    except (ValueError, OverflowError):  # beyond the calendar's end, or no year of a report
        return report.fiscal_year, Period(kind=following)
    return year, Period(kind=following)


def _on_from(start: dt.date, kind: PeriodKind) -> tuple[int, Period]:
    """Return the round that begins on a day: only a later quarter has to say its days."""
    year = Report(fiscal_year=fiscal_year_of(start)).fiscal_year
    if kind is not PeriodKind.QUARTER or start == round_span(year, 12)[0]:
        return year, Period(kind=kind)
    return year, Period(kind=kind, start=start, end=months_later(start, 3) - _DAY)


def _timeless(text: Text) -> Text:
    """Return a text in which no year, day or month stands; of others nothing."""
    return None if text is None or _OF_ITS_TIME.search(text) else text


def _again(activity: Activity) -> Activity:
    groups = (row for row in activity.participants.groups if sum_in(row) is None)
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
