"""How much of a finished report is there, counted section by section.

An edit of one activity changes what that activity counts for and nothing else, so that a save
need not look through a whole report to know how far it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Self

from desktop_app.report.checks import is_blank
from desktop_app.report.fields import Need
from desktop_app.report.flow import Page, State, Step, activity_pages, activity_states, states
from desktop_app.report.values import Activity, Report, Value

_WORTH: Mapping[State, int] = {State.EMPTY: 0, State.REVIEW: 2, State.COMPLETE: 2}
_BEGUN = 1
_YEAR = 2566  # any: no activity's state depends on its report


@dataclass(frozen=True, slots=True)
class Tally:
    """Points that are there, of those that a finished report has; two a page, one when begun."""

    points: int = 0
    of_all: int = 0

    def __add__(self, other: Self) -> "Tally":
        return Tally(self.points + other.points, self.of_all + other.of_all)

    def __sub__(self, other: Self) -> "Tally":
        return Tally(self.points - other.points, self.of_all - other.of_all)

    @property
    def fraction(self) -> float:
        """How much is there, from 0 to 1; 1 means that nothing required is missing."""
        return self.points / self.of_all if self.of_all else 0.0


def tally(report: Report) -> Tally:
    """Return the tally of a whole report; its fraction is `flow.completeness`."""
    total = head_tally(report)
    for activity in report.activities:
        total += activity_tally(activity)
    return total


def head_tally(report: Report) -> Tally:
    """Return what all but the activities counts; without any, one that is empty is missed."""
    head = report.model_copy(update={"activities": ()})
    found = _sum(states(head).items())
    if report.activities:
        return found + Tally(2, 2)
    missed = [(page, State.EMPTY) for page in activity_pages(0)]
    return found + Tally(0, 2) + _sum(missed)  # the page that lists them, and their own


def activity_tally(activity: Activity) -> Tally:
    """Return what one activity counts."""
    alone = Report(fiscal_year=_YEAR, activities=(activity,))
    return _sum(activity_states(alone, 0).items())


def counts_alike(was: object, now: object) -> bool:
    """Tell, quickly, that both count the same: they differ in nothing but what words say.

    Most edits are such.  False says nothing.
    """
    if was is now or was == now:
        return True
    if isinstance(was, Value) and isinstance(now, Value):
        both = zip(vars(was).values(), vars(now).values(), strict=True)
        return all(old is new or counts_alike(old, new) for old, new in both)
    if isinstance(was, tuple) and isinstance(now, tuple) and len(was) == len(now):
        return all(map(counts_alike, was, now))
    if isinstance(was, Enum) or not (isinstance(was, str) and isinstance(now, str)):
        return False
    return not is_blank(was) and not is_blank(now)


def _sum(found: Iterable[tuple[Page, State]]) -> Tally:
    worth = [_WORTH.get(state, _BEGUN) for page, state in found if _counts(page, state)]
    return Tally(sum(worth), 2 * len(worth))


def _counts(page: Page, found: State) -> bool:
    """Tell whether a page counts: not one that may stay empty, and is."""
    if page.section is None or page.step is Step.PRINT:
        return False
    return found is not State.EMPTY or any(
        field.need is Need.REQUIRED for field in page.section.fields
    )
