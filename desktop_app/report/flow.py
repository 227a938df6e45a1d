"""The wizard as values: which pages there are, what comes next, and how far each one is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from desktop_app.errors import Said
from desktop_app.report.checks import (
    Problem,
    Severity,
    activity_problems,
    check,
    is_blank,
    key_path,
)
from desktop_app.report.editing import value_at
from desktop_app.report.fields import (
    ACTIVITY_NAME,
    ACTIVITY_SECTIONS,
    LAYOUT,
    REPORT_DATA,
    SIGNATORIES,
    Field,
    Need,
    Section,
)
from desktop_app.report.location import Path
from desktop_app.report.values import Report


class Step(Enum):
    """The large steps of the wizard."""

    DATA = "data"
    ACTIVITIES = "activities"  # the list of activities: add, order, remove
    ACTIVITY = "activity"  # one section of one activity
    SIGNATORIES = "signatories"
    CHECK = "check"
    PRINT = "print"


class State(Enum):
    """How far a page is."""

    EMPTY = "empty"  # nothing entered yet
    PARTIAL = "partial"  # begun, and something required is not there yet
    PROBLEM = "problem"  # what was entered contradicts itself, lacks a part or cannot be read
    REVIEW = "review"  # nothing required is missing, and something is worth another look
    COMPLETE = "complete"  # nothing is missing


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the wizard; `activity` is the index of the activity that it edits."""

    step: Step
    section: Section | None = None
    activity: int | None = None


_DATA = Page(Step.DATA, REPORT_DATA)
_ACTIVITIES = Page(Step.ACTIVITIES)
_SIGNATORIES = Page(Step.SIGNATORIES, SIGNATORIES)
_CHECK = Page(Step.CHECK)
_PRINT = Page(Step.PRINT, LAYOUT)

_OWN_TITLES = {
    Step.ACTIVITIES: Said("กิจกรรม/โครงการ", "Activities and projects"),
    Step.CHECK: Said("ตรวจสอบ", "Check"),
    Step.PRINT: Said("พิมพ์", "Print"),
}


def pages(report: Report) -> tuple[Page, ...]:
    """Return all pages of the wizard, in order."""
    return _pages(len(report.activities))


@lru_cache(maxsize=8)
def _pages(activities: int) -> tuple[Page, ...]:
    return (
        _DATA,
        _ACTIVITIES,
        *(page for index in range(activities) for page in activity_pages(index)),
        _SIGNATORIES,
        _CHECK,
        _PRINT,
    )


@cache
def activity_pages(index: int) -> tuple[Page, ...]:
    """Return the pages of one activity: its name, then its seven clauses."""
    return tuple(Page(Step.ACTIVITY, section, index) for section in ACTIVITY_SECTIONS)


def next_page(report: Report, page: Page) -> Page | None:
    """Return the page after `page`, or None after the last; ValueError for no page of the report."""
    every = pages(report)
    after = every.index(page) + 1
    return every[after] if after < len(every) else None


def previous_page(report: Report, page: Page) -> Page | None:
    """Return the page before `page`, or None before the first; ValueError as in `next_page`."""
    every = pages(report)
    before = every.index(page) - 1
    return every[before] if before >= 0 else None


def nearest_page(report: Report, page: Page) -> Page:
    """Return `page`, or where its activity is gone the same section of the last one that is left."""
    if page.activity is None or page.activity < len(report.activities):
        return page
    if not report.activities:
        return _ACTIVITIES
    return Page(page.step, page.section, len(report.activities) - 1)


def title(page: Page) -> Said:
    """Return the page's title as on paper: "1.4 สรุปข้อมูลของ…"."""
    said = _OWN_TITLES.get(page.step)
    if page.section is None or said is not None:
        return said or Said("", "")
    number = _number(page)
    return Said(f"{number}{page.section.title.th}", f"{number}{page.section.title.en}")


def short_title(page: Page) -> Said:
    """Return the page's title in short: "1.4 ผู้มีส่วนร่วม"."""
    if page.section is None or page.step in _OWN_TITLES:
        return title(page)
    number, short = _number(page), page.section.short
    return Said(f"{number}{short.th}", f"{number}{short.en}")


def _number(page: Page) -> str:
    if page.activity is None or page.section is None:
        return ""
    clause = page.section.clause
    return f"{page.activity + 1}.{clause or ''} "


def prefix(page: Page) -> Path:
    """Return the path of the value that the page's field keys are relative to."""
    return () if page.activity is None else ("activities", page.activity)


def page_of(report: Report, path: Path) -> Page:
    """Return the page that edits what stands at `path` (the problem's, or the click's)."""
    match path:
        case ("activities", int(index), *rest) if 0 <= index < len(report.activities):
            return Page(Step.ACTIVITY, _section_of(tuple(rest)), index)
        case ("activities", *_):
            return _ACTIVITIES
        case ("signatories", *_):
            return _SIGNATORIES
        case ("layout", *_):
            return _PRINT
    return _DATA


def _section_of(rest: Path) -> Section:
    """Return the section of an activity that shows `rest`; columns tell apart who shares a list."""
    sharing = [
        (section, field)
        for section in ACTIVITY_SECTIONS
        for field in section.fields
        if rest[: len(key_path((), field))] == key_path((), field)
    ]
    for section, field in sharing:
        column = rest[len(key_path((), field)) + 1 :][:1]
        if column and column[0] in {other.key for other in field.columns}:
            return section
    if sharing:
        return sharing[0][0]
    heads = (s for s in ACTIVITY_SECTIONS for f in s.fields if key_path((), f)[:1] == rest[:1])
    return next(heads, ACTIVITY_NAME)


def in_order(report: Report, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems in the order of the pages that they are mended on."""
    order = {page: number for number, page in enumerate(pages(report))}
    return tuple(sorted(problems, key=lambda one: order[page_of(report, one.path)]))


def state(report: Report, page: Page) -> State:
    """Return how far one page is; `states` is quicker for all of them."""
    return states(report)[page]


def states(report: Report, problems: Iterable[Problem] | None = None) -> Mapping[Page, State]:
    """Return how far every page is, given what is wrong, or what `check` finds."""
    every = tuple(check(report) if problems is None else problems)
    found = dict(_states(report, pages(report), every))
    errors = any(problem.severity is Severity.ERROR for problem in every)
    fine = State.REVIEW if every else State.COMPLETE
    found[_CHECK] = State.PARTIAL if errors else fine
    found[_PRINT] = State.EMPTY if errors else State.COMPLETE
    return found


def activity_states(report: Report, index: int) -> Mapping[Page, State]:
    """Return how far the pages of one activity are."""
    return dict(_states(report, activity_pages(index), activity_problems(report, index)))


def _states(
    report: Report, of: Sequence[Page], problems: Iterable[Problem]
) -> Iterator[tuple[Page, State]]:
    by_page: dict[Page, list[Problem]] = {}
    for problem in problems:
        by_page.setdefault(page_of(report, problem.path), []).append(problem)
    for page in of:
        yield page, _state(report, page, by_page.get(page, []))


def _state(report: Report, page: Page, problems: list[Problem]) -> State:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if not _begun(report, page) and not any(one.code == "unread" for one in errors):
        return State.EMPTY
    if any(_is_in_something_begun(problem) for problem in errors):
        return State.PROBLEM
    if errors:
        return State.PARTIAL
    return State.REVIEW if problems else State.COMPLETE


def _is_in_something_begun(problem: Problem) -> bool:
    """Tell a contradiction, or a row with a part missing, from a field nobody came to yet."""
    in_row = any(isinstance(step, int) for step in problem.path[2:]) or (
        problem.path[:1] == ("signatories",) and len(problem.path) > 1
    )
    return in_row or problem.code != "required"


def _begun(report: Report, page: Page) -> bool:
    if page.section is None:
        return bool(report.activities)
    return any(
        not is_blank(part)
        for field in page.section.fields
        for part in _entered(report, key_path(prefix(page), field), field)
    )


def _entered(report: Report, path: Path, field: Field) -> list[object]:
    value = value_at(report, path)
    if field.choices or path == ("fiscal_year",):
        return []  # always has a value, so it tells nothing
    if isinstance(value, tuple) and field.columns and field.key == "sessions":
        return [getattr(row, column.key) for row in value for column in field.columns]
    return [value]


def completeness(report: Report) -> float:
    """Return how much of a finished report is there, from 0 to 1; 1 means that no error is left.

    Pages count alike, one half when begun; a report without activities is measured as one
    whose first activity is still empty.
    """
    every = states(report)
    found = [every[page] for page in every if _counts(page, every[page])]
    if not report.activities:
        found += [State.EMPTY] * sum(1 for page in activity_pages(0) if _counts(page, State.EMPTY))
    worth = {State.EMPTY: 0.0, State.REVIEW: 1.0, State.COMPLETE: 1.0}
    return sum(worth.get(state, 0.5) for state in found) / len(found)


def _counts(page: Page, found: State) -> bool:
    if page.step in (Step.CHECK, Step.PRINT):
        return False
    if page.section is None or found is not State.EMPTY:
        return True
    return any(field.need is Need.REQUIRED for field in page.section.fields)
