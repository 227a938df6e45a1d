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
from desktop_app.report.fields import Field, Kind, Section
from desktop_app.report.offers import Offer
from desktop_app.report.rounds import Span, likely_spans
from desktop_app.report.values import Report
from desktop_app.ui.editing.edits import Edit, Pasted, Put, Removed, Together, Unread, with_total
from desktop_app.ui.fields.base import Ask, Spelling
from desktop_app.ui.fields.factory import field_widget
from desktop_app.ui.fields.files import Files
from desktop_app.ui.fields.readings import today
from desktop_app.ui.fields.typed import TypedField
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tab_order import follow_layout
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.wizard.field_frame import FieldFrame

_SHORT = {Kind.NUMBER, Kind.YEAR, Kind.DATE, Kind.TIME, Kind.CHOICE}

_AROUND = 24
"""Pixels that stay in sight above and below where the keyboard is."""


_AT_ONCE, _A_TURN = 4, 2
"""Fields that are made at once, as many as are seen first; and in each next turn of the event loop."""

_LISTS = {Kind.PHOTOS, Kind.FILES}
"""Kinds of which there is one a turn, whose rows take as long as several fields."""


class FormPage(QScrollArea):
    """Shows one section of the report and asks for edits of it."""

    edited = Signal(object, object, object)  # path of the field, Field, Edit
    unread = Signal(object, object, object)  # path of the field, Field, Unread
    entered = Signal(object)  # the path that the keyboard went to

    def __init__(self, section: Section, prefix: Path, report: Report, files: Files) -> None:
        super().__init__()
        self._prefix, self._report, self._files = prefix, report, files
        self._frames: list[FieldFrame] = []
        self._to_come = list(section.fields)
        self._ask: Ask | None = None
        self._spelling: Spelling | None = None
        self._problems: tuple[Problem, ...] = ()
        self._unreads: Mapping[Path, Unread] = {}
        self._offers: Mapping[Path, Offer] = {}
        self._touched = False
        self._lines = _Lines()
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._grow)
        self._make(_AT_ONCE)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._card())
        follow_layout(self)
        # What is typed makes its field grow, and the page after it, some turns of the loop later.
        self._after_growth = QTimer(self, singleShot=True, interval=0)
        self._after_growth.timeout.connect(self._keep_caret_in_sight)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._after_growth.start)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._after_growth.start())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

        self.viewport().setAcceptDrops(True)

    def _grow(self) -> None:
        self._make(_A_TURN)
        follow_layout(self)

    def _make(self, count: int) -> None:
        """Make so many of the fields that are not there yet; the rest come a few a turn."""
        if any(one.kind in _LISTS for one in self._to_come[:count]):
            count = 1
        coming, self._to_come = self._to_come[:count], self._to_come[count:]
        for field in coming:
            path = key_path(self._prefix, field)
            frame = FieldFrame(field, path, field_widget(field, path, self._files))
            self._frames.append(frame)
            self._lines.add(frame)
            frame.taken.connect(partial(self._take_offer, frame))
            frame.widget.take_days(partial(self._spans, path))
            self._show_value(frame)
            frame.widget.changed.connect(partial(self._changed, frame))
            frame.widget.unread.connect(partial(self._unread, frame))
            if (field.until or field.since) and isinstance(frame.widget, TypedField):
                frame.widget.take_spans(is_end=bool(field.since))
                frame.widget.spanned.connect(partial(self._spanned, field))
            self._tell(frame)
        if self._to_come:
            self._more.start()

    def _tell(self, frame: FieldFrame) -> None:
        """Tell a field that has just come what the page was told before."""
        if self._ask is not None:
            frame.widget.take_known(frame.field, self._ask)
        if self._spelling is not None:
            frame.widget.take_spelling(frame.field, self._spelling)
        self._show_unread(frame)
        self._show_troubles(frame)
        frame.show_offer(self._offers.get(frame.path))
        if self._touched:
            frame.touch()

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
        self._ask = ask
        for frame in self._frames:
            frame.widget.take_known(frame.field, ask)

    def take_spelling(self, spelling: Spelling) -> None:
        """Underline doubted words in all texts."""
        self._spelling = spelling
        for frame in self._frames:
            frame.widget.take_spelling(frame.field, spelling)

    def show_offers(self, offers: Iterable[Offer]) -> None:
        """Show below each field what could be put into it."""
        self._offers = {offer.path: offer for offer in offers}
        for frame in self._frames:
            frame.show_offer(self._offers.get(frame.path))

    def _card(self) -> QWidget:
        card = QFrame()
        play(card, Role.CARD)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.LARGE)
        column.addLayout(self._lines)
        column.addStretch(1)
        return card

    def _changed(self, frame: FieldFrame, edit: Edit) -> None:
        if frame.field.total and isinstance(edit, Pasted):
            key = tuple(frame.field.total.split("."))
            whole = with_total((key_path((), frame.field), edit), key, self._entered(key))
            self.edited.emit(self._prefix, frame.field, whole)
        else:
            self.edited.emit(frame.path, frame.field, edit)

    def _spans(self, path: Path) -> tuple[Span, ...]:
        """Return where a day without a year lies, by the year that stands on the page."""
        report = self._report
        year = self._entered(("fiscal_year",)) if path[:1] == ("period",) else None
        if isinstance(year, int):
            report = report.model_copy(update={"fiscal_year": year})
        return likely_spans(report, path, today())

    def _entered(self, key: Path) -> object:
        """Return what stands in another field of the page, be it readable or not."""
        holder = self._holder(self._prefix + key)
        if holder is None:
            return value_at(self._report, self._prefix + key)
        value = holder.widget.value()
        return "" if value is None and holder.widget.shows_text() else value

    def _take_offer(self, frame: FieldFrame, offer: Offer) -> None:
        """Put the offered value into its field; a row that it was taken from goes."""
        depth = len(self._prefix)
        parts: tuple[tuple[Path, Edit], ...] = ((offer.path[depth:], Put((), offer.value)),)
        if offer.drops is not None:
            *of_list, index = offer.drops[depth:]
            parts = (*parts, (tuple(of_list), Removed(int(index))))
        self.edited.emit(self._prefix, frame.field, Together(parts))
        frame.widget.go_to(())

    def _spanned(self, field: Field, own: object, other: object) -> None:
        """Ask for both ends that were typed in one field, as one edit with their typing."""
        also = ((tuple((field.until or field.since).split(".")), other),)
        edit = Put(key_path((), field), own, tidies=True, also=also)
        self.edited.emit(self._prefix, field, edit)

    def _unread(self, frame: FieldFrame, unread: Unread) -> None:
        self.unread.emit(frame.path, frame.field, unread)

    def show_report(self, report: Report, unread: Mapping[Path, Unread]) -> None:
        """Show the values of `report`, and text that could not be read where it was typed."""
        self._report, self._unreads = report, unread
        for frame in self._frames:
            self._show_value(frame)
            self._show_unread(frame)

    def _show_value(self, frame: FieldFrame) -> None:
        frame.widget.take_numerals(thai=self._report.layout.thai_digits)
        frame.widget.set_value(value_at(self._report, frame.path))

    def _show_unread(self, frame: FieldFrame) -> None:
        for path, text in _within(frame.path, self._unreads):
            frame.widget.show_unread(path, text.text)

    def show_troubles(
        self, problems: Iterable[Problem] | None, unread: Mapping[Path, Unread]
    ) -> None:
        """Show under each field what is wrong with it; None where that is not known anew yet."""
        self._problems = self._problems if problems is None else tuple(problems)
        self._unreads = unread
        for frame in self._frames:
            self._show_troubles(frame)

    def _show_troubles(self, frame: FieldFrame) -> None:
        here = (one for one in self._problems if one.path[: len(frame.path)] == frame.path)
        own = tuple(one for one in here if self._is_of(frame, one))
        frame.show_troubles(own, _within(frame.path, self._unreads))

    @staticmethod
    def _is_of(frame: FieldFrame, problem: Problem) -> bool:
        """Tell whether a problem of a list concerns the columns that this page shows."""
        column = problem.path[len(frame.path) + 1 :][:1]
        keys = {one.key for one in frame.field.columns}
        return not column or not keys or column[0] in keys

    def go_to(self, path: Path) -> None:
        """Give the keyboard to what stands at `path`, or to the page's first control."""
        holder = self._holder(path)
        while holder is None and path and self._to_come:
            self._grow()
            holder = self._holder(path)
        if holder is None:
            self._frames[0].widget.go_to(())
            return
        holder.touch()
        holder.widget.go_to(path[len(holder.path) :])

    def _holder(self, path: Path) -> FieldFrame | None:
        return next((one for one in self._frames if path[: len(one.path)] == one.path), None)

    def touch(self) -> None:
        """Say of every field what it lacks."""
        self._touched = True
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


class _Lines(QVBoxLayout):
    """Puts short fields that follow each other side by side, two a line; all else has its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(Space.MEDIUM)
        self._waiting: QHBoxLayout | None = None

    def add(self, frame: FieldFrame) -> None:
        """Put a field behind the others."""
        short = frame.field.kind in _SHORT
        if short and self._waiting is not None:
            self._waiting.addWidget(frame, 1, Qt.AlignmentFlag.AlignTop)
            self._waiting = None
            return
        line = QHBoxLayout()
        line.setSpacing(Space.LARGE)
        line.addWidget(frame, 1, Qt.AlignmentFlag.AlignTop)
        self.addLayout(line)
        self._waiting = line if short else None
