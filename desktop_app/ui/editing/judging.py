"""What is wrong with the open report and how far each page is, found beside the window's thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.report import flow
from desktop_app.report.checks import Problem
from desktop_app.report.flow import Page, State
from desktop_app.report.offers import Offer, offers
from desktop_app.report.values import Report
from desktop_app.thai.places import Gazetteer
from desktop_app.ui.editing.draft import Draft, troubles
from desktop_app.ui.running.tasks import Tasks

PAUSE = 120
"""Milliseconds without a change after which a report is judged anew."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the checks and the flow say of one report, unreadable texts included."""

    report: Report
    problems: tuple[Problem, ...]
    states: Mapping[Page, State]
    offers: tuple[Offer, ...]


Check = Callable[[Report], tuple[Problem, ...]]
"""Finds what is wrong with a report; runs beside the window's thread."""


def problems_of(draft: Draft, check: Check) -> tuple[Problem, ...]:
    """Return what is wrong with a report, unreadable texts included, in the pages' order."""
    return flow.in_order(draft.report, troubles(check(draft.report), draft.unread))


def judged(draft: Draft, places: Gazetteer, check: Check) -> Judgement:
    """Judge a report; takes some tens of milliseconds where there are many activities."""
    report, problems = draft.report, problems_of(draft, check)
    return Judgement(report, problems, flow.states(report, problems), offers(report, places))


class Judge(QObject):
    """Judges the newest report that was given; those in between are passed over."""

    judged = Signal(object)  # Judgement

    def __init__(self, tasks: Tasks, places: Gazetteer, check: Check, parent: QObject) -> None:
        super().__init__(parent)
        self._places = places
        self._check = check
        self._tasks = tasks
        self._wanted: Draft | None = None
        self._running = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)

    def ask(self, draft: Draft, *, at_once: bool = False) -> None:
        """Judge `draft` after a pause in changes, or at once."""
        self._wanted = draft
        self._pause.start(0 if at_once else PAUSE)

    def _begin(self) -> None:
        if self._running or self._wanted is None:
            return
        draft, self._wanted = self._wanted, None
        self._running = True
        self._tasks.read(self, partial(judged, draft, self._places, self._check), self._take)

    def _take(self, judgement: Judgement) -> None:
        self._running = False
        self.judged.emit(judgement)
        self._begin()
