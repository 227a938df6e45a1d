"""What the report still lacks, page by page, each line the way to mend it."""

import time
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.errors import Said
from desktop_app.report import flow
from desktop_app.report.checks import Problem, Severity
from desktop_app.report.editing import Path
from desktop_app.report.values import Report
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.elided import ElidedButton
from desktop_app.ui.look.icons import SIDE, Icon, tinted
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tab_order import follow_layout
from desktop_app.ui.look.theme import tokens
from desktop_app.ui.look.tokens import TARGET, Space
from desktop_app.ui.look.word_label import WordLabel

_TURN = 0.008
"""Seconds in one turn of the event loop that lines are made for; to lay them out takes as long."""


class CheckPage(QScrollArea):
    """Lists the problems and asks to jump to one."""

    jump_asked = Signal(object)  # the problem's path

    def __init__(self) -> None:
        super().__init__()
        self._first: QWidget | None = None
        self._wants_keyboard = False
        self._shown: tuple[Problem, ...] | None = None
        self._lines = QVBoxLayout()
        self._to_come: Iterator[QWidget] = iter(())
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._grow)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_problems(self, report: Report, problems: tuple[Problem, ...]) -> None:
        """Show what is wrong with `report`, in the order of its pages."""
        if problems == self._shown:
            return
        self._shown = problems
        focus = QApplication.focusWidget()
        self._wants_keyboard |= focus is not None and self.isAncestorOf(focus)
        card = QFrame()
        play(card, Role.CARD)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        column.setSpacing(Space.HAIR)
        heading = WordLabel(words(summary(*counted(problems))))
        heading.setObjectName("check_summary")
        play(heading, Role.LABEL)
        column.addWidget(heading)
        self._first = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.HAIR)
        column.addLayout(self._lines)
        column.addStretch(1)
        self._to_come = self._parts(report, problems)
        self._grow()
        self.setWidget(card)
        if self._wants_keyboard:
            self.go_to(())

    def _parts(self, report: Report, problems: Iterable[Problem]) -> Iterator[QWidget]:
        """Make a heading for every page of the form, and below it a line for each problem."""
        for page, found in groupby(problems, key=lambda one: flow.page_of(report, one.path)):
            heading = WordLabel(words(flow.title(page)))
            play(heading, Role.QUIET)
            self._lines.addSpacing(Space.SMALL)
            yield heading
            yield from map(self._line, found)

    def _grow(self) -> None:
        """Make what is not there yet, as much as there is time for in one turn."""
        end = time.perf_counter() + _TURN
        for part in self._to_come:
            self._lines.addWidget(part)
            if time.perf_counter() > end:
                self._more.start()
                break
        follow_layout(self)

    def _line(self, problem: Problem) -> Button:
        now = tokens()
        line = ElidedButton("", Role.ROW, name=f"problem_{problem.code}")
        line.say(words(problem.placed))
        grave = problem.severity is Severity.ERROR
        line.setIcon(tinted(Icon.PROBLEM, QColor(now.error if grave else now.warning)))
        line.setIconSize(QSize(SIDE, SIDE))
        line.setMinimumHeight(TARGET)
        kind = self.tr("ต้องแก้ไข") if grave else self.tr("ควรตรวจดู")
        line.setAccessibleName(f"{kind}: {words(problem.placed)}")
        line.setToolTip(f"{kind}: {words(problem.placed)}")
        line.clicked.connect(partial(self.jump_asked.emit, problem.path))
        self._first = self._first or line
        return line

    def go_to(self, path: Path) -> None:
        """Give the keyboard to the first problem, as soon as it is known."""
        del path
        self._wants_keyboard = self._first is None
        if self._first is not None:
            self._first.setFocus()


def counted(problems: tuple[Problem, ...]) -> tuple[int, int]:
    """Return how much is to be mended, and how much to be looked at."""
    errors = sum(1 for one in problems if one.severity is Severity.ERROR)
    return errors, len(problems) - errors


def summary(errors: int, warnings: int) -> Said:
    """Return how far a report is from being printed."""
    if not errors and not warnings:
        return Said("ครบถ้วน พร้อมพิมพ์", "Complete and ready to print")
    if not errors:
        return Said(
            f"ครบถ้วน พร้อมพิมพ์ มี {warnings} จุดที่ควรตรวจดู",
            f"Ready to print; {warnings} to look at",
        )
    if not warnings:
        return Said(f"ต้องแก้ไข {errors} จุด", f"{errors} to mend")
    return Said(
        f"ต้องแก้ไข {errors} จุด ควรตรวจดู {warnings} จุด",
        f"{errors} to mend, {warnings} to look at",
    )
