"""What a report was, section by section, with a way to bring back what is otherwise now."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop_app.report.checks import key_path
from desktop_app.report.editing import value_at
from desktop_app.report.fields import ACTIVITY_SECTIONS, REPORT_SECTIONS, Section
from desktop_app.report.location import Path
from desktop_app.report.values import Report
from desktop_app.services.history import Past
from desktop_app.ui.data.page import card, text
from desktop_app.ui.data.value_words import section_words
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role
from desktop_app.ui.look.tokens import Space

_LABELS = 170


class PastSections(QObject):
    """Makes the cards of one earlier state; what differs from now can be brought back."""

    section_asked = Signal(object, object)  # Section, the index of its activity then or None
    activity_asked = Signal(int)  # the index of an activity then

    def __init__(self, past: Past, now: Report, parent: QObject) -> None:
        super().__init__(parent)
        self._past = past
        self._then = past.package.report
        self._now = now

    def cards(self) -> Iterator[QWidget]:
        """Yield the cards, in the order of the form."""
        data, *rest = REPORT_SECTIONS
        yield self._section(data, (), (), None)
        for index in range(len(self._then.activities)):
            yield from self._activity(index)
        for section in rest:
            yield self._section(section, (), (), None)

    def _activity(self, index: int) -> Iterator[QWidget]:
        then, now = self._then.activities[index], self._past.activities[index]
        name = then.name or self.tr("ยังไม่มีชื่อ")
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, Space.SMALL, 0, 0)
        title = self.tr("กิจกรรมที่ {n} “{name}”").format(n=index + 1, name=name)
        line.addWidget(text(title, Role.LABEL), 1)
        gone = now is None or now >= len(self._now.activities)
        if then not in self._now.activities:
            words = self.tr("นำกิจกรรมนี้กลับมา") if gone else self.tr("นำทั้งกิจกรรมกลับมา")
            back = Button(words, name=f"bring_activity_{index}")
            back.setAccessibleName(f"{words}: {name}")
            back.clicked.connect(partial(self.activity_asked.emit, index))
            line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        yield head
        place: Path | None = None if gone or now is None else ("activities", now)
        for section in ACTIVITY_SECTIONS:
            yield self._section(section, ("activities", index), place, index)

    def _section(
        self, section: Section, then: Path, now: Path | None, activity: int | None
    ) -> QWidget:
        differs = now is not None and self._differs(section, then, now)
        said = self._said(section, then)
        if not differs:
            return card(words(section.title), said)
        key = section.key if activity is None else f"{activity}_{section.key}"
        back = Button(self.tr("นำส่วนนี้กลับมา"), name=f"bring_{key}")
        back.setAccessibleName(self.tr("นำ “{part}” กลับมา").format(part=words(section.title)))
        back.clicked.connect(partial(self.section_asked.emit, section, activity))
        line = QHBoxLayout()
        line.addWidget(text(self.tr("ต่างจากตอนนี้"), Role.WARNING), 1)
        line.addWidget(back)
        return card(words(section.title), line, said)

    def _said(self, section: Section, then: Path) -> QGridLayout:
        """Return what the fields of a section say, each beside its label."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.LARGE)
        grid.setVerticalSpacing(Space.HAIR)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 3)
        for row, (label, said) in enumerate(section_words(self._then, section, then)):
            named = text(label, Role.QUIET)
            named.setMaximumWidth(_LABELS)
            grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text(said), row, 1, Qt.AlignmentFlag.AlignTop)
        if not grid.count():
            grid.addWidget(text(self.tr("(ว่าง)"), Role.QUIET), 0, 0)
        return grid

    def _differs(self, section: Section, then: Path, now: Path) -> bool:
        return any(
            value_at(self._then, key_path(then, field)) != value_at(self._now, key_path(now, field))
            for field in section.fields
        )
