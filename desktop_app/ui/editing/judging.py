"""What is wrong with the open report and how far each page is, found beside the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.report import flow
from desktop_app.report.checks import Problem, check
from desktop_app.report.flow import Page, State
from desktop_app.report.values import Report
from desktop_app.ui.running.tasks import Tasks

PAUSE = 120
"""Milliseconds without a change after which a report is judged anew."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the checks and the flow say of one report."""

    report: Report
    problems: tuple[Problem, ...]
    states: Mapping[Page, State]


def judged(report: Report) -> Judgement:
    """Judge a report; takes some tens of milliseconds where there are many activities."""
    return Judgement(report, check(report), flow.states(report))


class Judge(QObject):
    """Judges the newest report that was given; those in between are passed over."""

    judged = Signal(object)  # Judgement

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wanted: Report | None = None
        self._running = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)

    def ask(self, report: Report, *, at_once: bool = False) -> None:
        """Judge `report` after a pause in changes, or at once."""
        self._wanted = report
        self._pause.start(0 if at_once else PAUSE)

    def _begin(self) -> None:
        if self._running or self._wanted is None:
            return
        report, self._wanted = self._wanted, None
        self._running = True
        self._tasks.read(self, partial(judged, report), self._take)

    def _take(self, judgement: Judgement) -> None:
        self._running = False
        self.judged.emit(judgement)
        self._begin()
