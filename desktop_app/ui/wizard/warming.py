"""Makes a field of every kind unseen, while nobody waits: the first of each takes twice as long."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.report import flow
from desktop_app.report.fields import ACTIVITY_SECTIONS, LAYOUT, REPORT_DATA, SIGNATORIES, Field
from desktop_app.report.flow import State
from desktop_app.report.values import Report
from desktop_app.ui.fields.factory import field_widget
from desktop_app.ui.fields.files import Files
from desktop_app.ui.wizard.field_frame import FieldFrame
from desktop_app.ui.wizard.outline import Outline

_PAUSE = 20
"""Milliseconds between two fields, in which whoever types is served."""


class Warming(QObject):
    """Makes one part of the view of a report after the other, draws it, and drops it."""

    def __init__(self, files: Files, beside: Callable[[], QWidget], parent: QObject) -> None:
        """Make fields, the outline, and what is `beside` them."""
        super().__init__(parent)
        sections = (LAYOUT, SIGNATORIES, *ACTIVITY_SECTIONS, REPORT_DATA)
        fields = {field.kind: field for one in sections for field in one.fields}
        self._waiting: list[Callable[[], QWidget]] = [
            beside,
            _outline,
            *(partial(_framed, field, files) for field in fields.values()),
        ]
        self._next = QTimer(self, interval=_PAUSE)
        self._next.timeout.connect(self._make_next)
        self._next.start()

    def _make_next(self) -> None:
        if not self._waiting:
            self.deleteLater()
            return
        made = self._waiting.pop()()
        made.grab()
        made.deleteLater()


def _framed(field: Field, files: Files) -> QWidget:
    path = tuple(field.key.split("."))  # one will do as well as another: nothing is edited
    return FieldFrame(field, path, field_widget(field, path, files))


def _outline() -> QWidget:
    outline, report = Outline(), Report(fiscal_year=2566)
    every = flow.pages(report)
    outline.show_page(report, every[0])
    outline.show_states(report, dict(zip(every, State, strict=False)))
    return outline
