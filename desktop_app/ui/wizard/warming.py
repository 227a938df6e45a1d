"""Makes a field of every kind unseen, while nobody waits: the first of each takes twice as long."""

from PySide6.QtCore import QObject, QTimer

from desktop_app.report.fields import ACTIVITY_SECTIONS, LAYOUT, REPORT_DATA, SIGNATORIES, Field
from desktop_app.ui.fields.factory import field_widget
from desktop_app.ui.fields.filed import Files
from desktop_app.ui.wizard.field_frame import FieldFrame

_PAUSE = 20
"""Milliseconds between two fields, in which whoever types is served."""


class Warming(QObject):
    """Makes one field after the other, draws it, and drops it."""

    def __init__(self, files: Files, parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        sections = (LAYOUT, SIGNATORIES, *ACTIVITY_SECTIONS, REPORT_DATA)
        self._waiting = list({f.kind: f for one in sections for f in one.fields}.values())
        self._next = QTimer(self, interval=_PAUSE)
        self._next.timeout.connect(self._make_next)
        self._next.start()

    def _make_next(self) -> None:
        if not self._waiting:
            self.deleteLater()
            return
        field = self._waiting.pop()
        frame = FieldFrame(field, (), field_widget(field, _path(field), self._files))
        frame.grab()
        frame.deleteLater()


def _path(field: Field) -> tuple[str, ...]:
    """Return a path that will do for a field that edits nothing."""
    return tuple(field.key.split("."))
