"""What a finished report still lacks, or says twice in different ways; typing never waits for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.errors import Said
from desktop_app.report import wording
from desktop_app.report.editing import value_at
from desktop_app.report.fields import (
    ACTIVITY_SECTIONS,
    REPORT_SECTIONS,
    Field,
    Kind,
    Need,
    Section,
)
from desktop_app.report.location import Path, path_text, row_of
from desktop_app.report.rounds import is_of_its_length, period_span
from desktop_app.report.sums import sum_in
from desktop_app.report.values import (
    Activity,
    AgencyKind,
    Group,
    Participants,
    PeriodKind,
    Report,
    Session,
    Value,
)
from desktop_app.thai.calendar import round_span

__all__ = ["Path", "Problem", "Severity", "check", "is_blank", "path_text"]

_LISTS = (Kind.LINES, Kind.PASSAGES, Kind.ROWS, Kind.PHOTOS, Kind.FILES)


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"  # a finished report may not have it
    WARNING = "warning"  # worth another look


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: where, what sort, how bad, and in words."""

    path: Path
    code: str
    severity: Severity
    message: Said

    @property
    def placed(self) -> Said:
        """The message with the row that it is about, where it is about one of a list."""
        row = row_of(self.path)
        return self.message if row is None else wording.in_row(row, self.message)


def check(report: Report) -> tuple[Problem, ...]:
    """Return everything that the report lacks, in the order of the document.

    Codes: required, advised, blank_item, no_activity, period_dates, end_before_start,
    round_length, outside_year, groups_exceed_total, groups_differ, total_row,
    no_external_group, outside_period.
    """
    data, *after = REPORT_SECTIONS
    return (
        *_section_problems(report, (), data),
        *_period_problems(report),
        *_activities_problems(report),
        *(problem for section in after for problem in _section_problems(report, (), section)),
    )


def is_blank(value: object) -> bool:
    """Tell whether nothing was entered: null, white space, an unticked box, or only such things."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, tuple):
        return all(is_blank(item) for item in value)
    if isinstance(value, Value):
        return all(is_blank(part) for _, part in value)
    return value is None or value is False


def key_path(prefix: Path, field: Field) -> Path:
    """Return where a field's value stands, given where its section's owner stands."""
    return (*prefix, *field.key.split("."))


def _section_problems(report: Report, prefix: Path, section: Section) -> Iterator[Problem]:
    for field in section.fields:
        path = key_path(prefix, field)
        value = value_at(report, path)
        if is_blank(value):
            yield from _blank_field_problems(path, section, field)
        elif field.kind in _LISTS and isinstance(value, tuple):
            yield from _list_problems(path, section, field, value)


def _first_section_of(key: str) -> Section | None:
    # Two sections may share one list (dates and places): the first speaks for the list itself.
    for section in (*REPORT_SECTIONS, *ACTIVITY_SECTIONS):
        if any(field.key == key for field in section.fields):
            return section
    return None


def _blank_field_problems(path: Path, section: Section, field: Field) -> Iterator[Problem]:
    if field.need is not Need.OPTIONAL and section is _first_section_of(field.key):
        yield _lacking(path, field)


def _list_problems(
    path: Path, section: Section, field: Field, items: tuple[object, ...]
) -> Iterator[Problem]:
    for index, item in enumerate(items):
        here = (*path, index)
        if not is_blank(item):
            yield from _row_problems(here, field, item)
        elif section is _first_section_of(field.key):
            yield _warning(here, "blank_item", wording.blank_item(field))


def _row_problems(path: Path, field: Field, row: object) -> Iterator[Problem]:
    for column in field.columns:
        if column.need is not Need.OPTIONAL and is_blank(getattr(row, column.key)):
            yield _lacking((*path, column.key), column)


def _lacking(path: Path, field: Field) -> Problem:
    code = "required" if field.need is Need.REQUIRED else "advised"
    return Problem(path, code, Severity(field.need.value), wording.lacking(field))


def _error(path: Path, code: str, message: Said) -> Problem:
    return Problem(path, code, Severity.ERROR, message)


def _warning(path: Path, code: str, message: Said) -> Problem:
    return Problem(path, code, Severity.WARNING, message)


def _period_problems(report: Report) -> Iterator[Problem]:
    period = report.period
    if report.agency.kind is AgencyKind.DISTRICT and is_blank(report.agency.district):
        yield _warning(("agency", "district"), "advised", wording.NO_DISTRICT)
    if period.kind is PeriodKind.CUSTOM:
        for key in ("start", "end"):
            if getattr(period, key) is None:
                yield _error(("period", key), "period_dates", wording.period_dates(key))
    span = period_span(report)
    if span and span[1] < span[0]:
        yield _error(("period", "end"), "end_before_start", wording.PERIOD_BACKWARDS)
    elif not is_of_its_length(period):
        yield _warning(("period", "end"), "round_length", wording.round_length(period))
    yield from _year_problems(report)


def _year_problems(report: Report) -> Iterator[Problem]:
    """Yield the given days that are not in the fiscal year: an error where none of the round is."""
    try:
        first, last = round_span(report.fiscal_year, 12)
    except (ValueError, OverflowError):  # beyond the calendar's end
        return
    days = {key: getattr(report.period, key) for key in ("start", "end")}
    given = {key: day for key, day in days.items() if day}
    strange = {key: day for key, day in given.items() if not first <= day <= last}
    about = _error if len(strange) == len(given) else _warning
    for key, day in strange.items():
        yield about(("period", key), "outside_year", wording.outside_year(day, report.fiscal_year))


def _activities_problems(report: Report) -> Iterator[Problem]:
    if not report.activities:
        yield _error(("activities",), "no_activity", wording.NO_ACTIVITY)
    for index in range(len(report.activities)):
        yield from activity_problems(report, index)


def activity_problems(report: Report, index: int) -> Iterator[Problem]:
    """Yield what one activity lacks, in the order of the document; see `check`."""
    activity, prefix = report.activities[index], ("activities", index)
    for section in ACTIVITY_SECTIONS:
        yield from _section_problems(report, prefix, section)
        if section.key == "when":
            yield from _session_problems(report, prefix, activity)
        elif section.key == "participants":
            yield from _participant_problems(prefix, activity)


def _session_problems(report: Report, prefix: Path, activity: Activity) -> Iterator[Problem]:
    span = period_span(report)
    for index, session in enumerate(activity.sessions):
        path = (*prefix, "sessions", index)
        yield from _order_problems(path, session)
        last = session.end_date or session.date
        if session.date and last and span and (session.date > span[1] or last < span[0]):
            yield _warning((*path, "date"), "outside_period", wording.outside(session.date))


def _order_problems(path: Path, session: Session) -> Iterator[Problem]:
    if session.date and session.end_date and session.end_date < session.date:
        yield _error((*path, "end_date"), "end_before_start", wording.DATES_BACKWARDS)
    one_day = session.end_date is None or session.end_date == session.date
    if (
        session.start_time
        and session.end_time
        and session.end_time < session.start_time
        and one_day
    ):
        yield _error((*path, "end_time"), "end_before_start", wording.TIMES_BACKWARDS)


def groups_of(people: Participants) -> list[Group]:
    """Return the rows that are groups: not those left empty, and none that adds up the others."""
    return [one for one in people.groups if not is_blank(one) and sum_in(one) is None]


def _participant_problems(prefix: Path, activity: Activity) -> Iterator[Problem]:
    total = activity.participants.total
    where = (*prefix, "participants", "groups")
    every = enumerate(activity.participants.groups)
    sums = [at for at, group in every if sum_in(group) is not None]
    groups = groups_of(activity.participants)
    counts = [group.count for group in groups if group.count is not None]
    path = (*prefix, "participants", "total")
    if total is not None and sum(counts) > total:
        yield _warning(path, "groups_exceed_total", wording.exceeding(sum(counts), total))
    elif total is not None and len(counts) == len(groups) > 0 and sum(counts) != total:
        yield _warning(path, "groups_differ", wording.differing(sum(counts), total))
    for at in sums:
        yield _warning((*where, at), "total_row", wording.TOTAL_ROW)
    if groups and not any(group.external for group in groups):
        yield _warning(where, "no_external_group", wording.NO_EXTERNAL)
