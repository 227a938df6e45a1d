"""A page of the form, made from the declarations of one section's fields."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.report.checks import Problem, key_path
from desktop_app.report.editing import Path, value_at
from desktop_app.report.fields import Kind, Section
from desktop_app.report.offers import Offer
from desktop_app.report.values import Report
from desktop_app.ui.editing.edits import Edit, Unread
from desktop_app.ui.fields.base import Ask, Spelling
from desktop_app.ui.fields.factory import field_widget
from desktop_app.ui.fields.filed import Files
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tab_order import follow_layout
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.wizard.field_frame import FieldFrame

_SHORT = {Kind.NUMBER, Kind.YEAR, Kind.DATE, Kind.TIME, Kind.CHOICE}

_AROUND = 24
"""Pixels that stay in sight above and below where the keyboard is."""


class FormPage(QScrollArea):
    """Shows one section of the report and asks for edits of it."""

    edited = Signal(object, object, object)  # path of the field, Field, Edit
    unread = Signal(object, object, object)  # path of the field, Field, Unread
    entered = Signal(object)  # the path that the keyboard went to

    def __init__(self, section: Section, prefix: Path, report: Report, files: Files) -> None:
        super().__init__()
        self._frames = [
            FieldFrame(field, path, field_widget(field, path, files))
            for field in section.fields
            for path in (key_path(prefix, field),)
        ]
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._card())
        follow_layout(self)
        for frame in self._frames:
            frame.widget.take_numerals(thai=report.layout.thai_digits)
            frame.widget.set_value(value_at(report, frame.path))
            frame.widget.changed.connect(partial(self._changed, frame))
            frame.widget.unread.connect(partial(self._unread, frame))
        # What is typed makes its field grow, and the page after it, some turns of the loop later.
        self._after_growth = QTimer(self, singleShot=True, interval=0)
        self._after_growth.timeout.connect(self._keep_caret_in_sight)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._after_growth.start)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._after_growth.start())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

        self.viewport().setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files go anywhere on a page that has a place for them."""
        if any(frame.widget.takes(event.mimeData()) for frame in self._frames):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Give files to the fields that they are for."""
        for frame in self._frames:
            frame.widget.take(event.mimeData())
        event.acceptProposedAction()

    def take_known(self, ask: Ask) -> None:
        """Offer in all fields what was typed in such fields before."""
        for frame in self._frames:
            frame.widget.take_known(frame.field, ask)

    def take_spelling(self, spelling: Spelling) -> None:
        """Underline doubted words in all texts."""
        for frame in self._frames:
            frame.widget.take_spelling(frame.field, spelling)

    def show_offers(self, offers: Iterable[Offer]) -> None:
        """Show below each field what could be put into it."""
        by_path = {offer.path: offer for offer in offers}
        for frame in self._frames:
            frame.show_offer(by_path.get(frame.path))

    def _card(self) -> QWidget:
        card = QFrame()
        play(card, Role.CARD)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        for line in _lines(self._frames):
            column.addLayout(line)
        column.addStretch(1)
        return card

    def _changed(self, frame: FieldFrame, edit: Edit) -> None:
        self.edited.emit(frame.path, frame.field, edit)

    def _unread(self, frame: FieldFrame, unread: Unread) -> None:
        self.unread.emit(frame.path, frame.field, unread)

    def show_report(self, report: Report, unread: Mapping[Path, Unread]) -> None:
        """Show the values of `report`, and text that could not be read where it was typed."""
        for frame in self._frames:
            frame.widget.take_numerals(thai=report.layout.thai_digits)
            frame.widget.set_value(value_at(report, frame.path))
            for path, text in _within(frame.path, unread):
                frame.widget.show_unread(path, text.text)

    def show_troubles(self, problems: Iterable[Problem], unread: Mapping[Path, Unread]) -> None:
        """Show under each field what is wrong with it."""
        found = tuple(problems)
        for frame in self._frames:
            here = tuple(one for one in found if one.path[: len(frame.path)] == frame.path)
            own = tuple(one for one in here if self._is_of(frame, one))
            frame.show_troubles(own, tuple(text for _, text in _within(frame.path, unread)))

    @staticmethod
    def _is_of(frame: FieldFrame, problem: Problem) -> bool:
        """Tell whether a problem of a list concerns the columns that this page shows."""
        column = problem.path[len(frame.path) + 1 :][:1]
        keys = {one.key for one in frame.field.columns}
        return not column or not keys or column[0] in keys

    def go_to(self, path: Path) -> None:
        """Give the keyboard to what stands at `path`, or to the page's first control."""
        holder = next((one for one in self._frames if path[: len(one.path)] == one.path), None)
        if holder is None:
            self._frames[0].widget.go_to(())
            return
        holder.touch()
        holder.widget.go_to(path[len(holder.path) :])

    def touch(self) -> None:
        """Say of every field what it lacks."""
        for frame in self._frames:
            frame.touch()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        for frame in self._frames:
            if old is not None and frame.isAncestorOf(old) and not _is_inside(frame, new):
                frame.touch()
            if new is not None and frame.isAncestorOf(new):
                self.entered.emit(frame.path + frame.widget.path_at(new))
                QTimer.singleShot(0, self, partial(self.ensureWidgetVisible, new, 0, _AROUND))

    def _keep_caret_in_sight(self) -> None:
        focus, card = QApplication.focusWidget(), self.widget()
        if focus is not None and card is not None and card.isAncestorOf(focus):
            caret = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
            self.ensureVisible(0, focus.mapTo(card, caret).y(), 0, _AROUND)


def _is_inside(frame: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and frame.isAncestorOf(widget)


def _within(path: Path, unread: Mapping[Path, Unread]) -> list[tuple[Path, Unread]]:
    depth = len(path)
    return [(at[depth:], one) for at, one in unread.items() if at[:depth] == path]


def _lines(frames: list[FieldFrame]) -> list[QHBoxLayout]:
    """Put short fields that follow each other side by side, two a line; all else has its own."""
    lines: list[QHBoxLayout] = []
    waiting: QHBoxLayout | None = None
    for frame in frames:
        short = frame.field.kind in _SHORT
        if short and waiting is not None:
            waiting.addWidget(frame, 1, Qt.AlignmentFlag.AlignTop)
            waiting = None
            continue
        line = QHBoxLayout()
        line.setSpacing(Space.LARGE)
        line.addWidget(frame, 1, Qt.AlignmentFlag.AlignTop)
        lines.append(line)
        waiting = line if short else None
    return lines
