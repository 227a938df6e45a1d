"""The list of activities: added, opened, put in order, copied and removed."""

import time
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout

from desktop_app.errors import Said
from desktop_app.report.editing import Path
from desktop_app.report.fields import Field, Kind
from desktop_app.report.values import Activity, Report
from desktop_app.thai import calendar
from desktop_app.ui.editing.edits import Added, Edit, Moved, Removed
from desktop_app.ui.look.buttons import Button, IconButton, Tone
from desktop_app.ui.look.carrying import Carrying, Handle, Stand
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tab_order import follow_layout
from desktop_app.ui.look.tokens import TARGET, Space
from desktop_app.ui.look.word_label import WordLabel

ACTIVITIES = Field(
    "activities",
    Said("กิจกรรม", "Activities"),
    Kind.ROWS,
    item=Said("กิจกรรม", "activity"),
)
"""The list as a field, for the words of its edits."""

PATH: Path = ("activities",)

_AT_ONCE = 6
"""Lines that are made at once."""

_TURN = 0.008
"""Seconds in one turn of the event loop that more lines are made for; to lay them out takes as long."""


class _Name(Button):
    """An activity's name; Ctrl+Up and Ctrl+Down move it, Ctrl+D copies it, Delete removes it."""

    move_asked = Signal(int)
    copy_asked = Signal()
    remove_asked = Signal()

    def __init__(self, words: str, *, name: str) -> None:
        super().__init__(words, Role.ROW, name=name)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten a name that is longer than its place."""
        super().resizeEvent(event)
        room = self.width() - 2 * Space.MEDIUM
        elided = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(elided)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Up if control:
                self.move_asked.emit(-1)
            case Qt.Key.Key_Down if control:
                self.move_asked.emit(1)
            case Qt.Key.Key_Up:
                self.focusNextPrevChild(False)
            case Qt.Key.Key_Down:
                self.focusNextPrevChild(True)
            case Qt.Key.Key_D if control:
                self.copy_asked.emit()
            case Qt.Key.Key_Delete:
                self.remove_asked.emit()
            case _:
                super().keyPressEvent(event)


class ActivitiesPage(QScrollArea):
    """Shows one row an activity and asks for what is pressed on it."""

    edited = Signal(object, object, object)  # path, Field, Edit
    opened = Signal(int)

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._names: list[_Name] = []
        self._lines: list[QHBoxLayout] = []
        self._go_after: int | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._activities: tuple[Activity, ...] = ()
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._grow)
        self.show_report(report)

    def show_report(self, report: Report) -> None:
        """Show the activities of `report`; of many, most come in the next turns of the event loop."""
        self._activities = report.activities
        self._names, self._lines = [], []
        card = QFrame()
        play(card, Role.CARD)
        self._carrying = Carrying(card, self._stands)
        # Queued: the card, and the handle on it, is about to be another.
        self._carrying.moved.connect(self._move_to, Qt.ConnectionType.QueuedConnection)
        column = self._column = QVBoxLayout(card)
        column.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        column.setSpacing(Space.HAIR)
        if not report.activities:
            column.addWidget(self._invitation())
        self._add = self._add_button()
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._grow()
        self.setWidget(card)
        card.setAutoFillBackground(False)  # which would fill the corners outside of its round ones
        follow_layout(self)
        self._go_on()

    def _grow(self) -> None:
        """Make the lines that are not there yet, as many as there is time for in one turn."""
        end, begun = time.perf_counter() + _TURN, len(self._names)
        for index in range(begun, len(self._activities)):
            if index >= _AT_ONCE and time.perf_counter() > end:
                self._more.start()
                return
            self._column.insertLayout(index, self._line(index, self._activities[index]))
        if begun:
            follow_layout(self)
            self._go_on()

    def _go_on(self) -> None:
        """Give the keyboard to the activity that was moved or made, once its line is there."""
        last = len(self._activities) - 1
        if self._go_after is not None and min(self._go_after, last) < len(self._names):
            if self._names:
                self._names[min(self._go_after, last)].setFocus()
            self._go_after = None

    def _invitation(self) -> QLabel:
        words_ = self.tr("ยังไม่มีกิจกรรม เพิ่มกิจกรรมแรก แล้วกรอกทีละข้อตั้งแต่ 1.1 ถึง 1.7")
        label = WordLabel(words_)
        play(label, Role.QUIET)
        return label

    def _add_button(self) -> Button:
        said = self.tr("+ เพิ่มกิจกรรม   (Ctrl+Shift+N)")
        button = Button(said, Role.LINK, name="add_activity_in_list")
        button.setAccessibleName(self.tr("เพิ่มกิจกรรม"))
        button.clicked.connect(self.add)
        return button

    def _line(self, index: int, activity: Activity) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.HAIR)
        self._lines.append(line)
        handle = Handle()
        self._carrying.serve(handle, lambda: index)
        line.addWidget(handle)
        line.addWidget(self._name(index, activity), 1)
        when = QLabel(_days(activity))
        play(when, Role.QUIET)
        line.addWidget(when)
        said = self.tr("กิจกรรมที่ {n}").format(n=index + 1)
        count = len(self._activities)
        up, down = partial(self._move, index, -1), partial(self._move, index, 1)
        for icon, verb, keys, act, possible in (
            (Icon.UP, self.tr("ย้ายขึ้น"), "Ctrl+↑", up, index > 0),
            (Icon.DOWN, self.tr("ย้ายลง"), "Ctrl+↓", down, index + 1 < count),
            (Icon.COPY, self.tr("ทำสำเนา"), "Ctrl+D", partial(self._duplicate, index), True),
            (Icon.REMOVE, self.tr("ลบ"), "Delete", partial(self._remove, index), True),
        ):
            button = IconButton(icon, "")
            button.say(f"{verb}{said}", keys)
            button.take_tone(Tone.PlaceholderText)
            button.setObjectName(f"{icon.value}_activity_{index}")
            button.setEnabled(possible)
            button.clicked.connect(act)
            line.addWidget(button)
        return line

    def _name(self, index: int, activity: Activity) -> _Name:
        shown = (activity.name or "").strip() or self.tr("กิจกรรมใหม่")
        name = _Name(f"{index + 1}. {shown}", name=f"activity_{index}")
        name.setToolTip(shown)
        name.setMinimumHeight(TARGET + Space.SMALL)
        name.clicked.connect(partial(self.opened.emit, index))
        name.move_asked.connect(partial(self._move, index))
        name.copy_asked.connect(partial(self._duplicate, index))
        name.remove_asked.connect(partial(self._remove, index))
        self._names.append(name)
        return name

    def add(self) -> None:
        """Ask for a new activity behind the last, and open it."""
        index = len(self._activities)
        self._ask(Added(index, (Activity(),)), index)
        self.opened.emit(index)

    def _duplicate(self, index: int) -> None:
        self._ask(Added(index + 1, (self._activities[index],), copy=True), index + 1)

    def _remove(self, index: int) -> None:
        self._ask(Removed(index), max(0, index - 1))

    def _move(self, index: int, step: int) -> None:
        if 0 <= index + step < len(self._activities):
            self._move_to(index, index + step)

    def _move_to(self, index: int, to: int) -> None:
        self._ask(Moved(index, to), to)

    def _stands(self) -> list[Stand]:
        """Return where the activities stand on the card."""
        areas = [line.geometry() for line in self._lines]
        return [Stand(area, area.bottom()) for area in areas]

    def _ask(self, edit: Edit, go_to: int) -> None:
        self._go_after = go_to
        self.edited.emit(PATH, ACTIVITIES, edit)

    def go_to(self, path: Path) -> None:
        """Give the keyboard to the first activity, or to the button that adds one."""
        del path
        (self._names[0] if self._names else self._add).setFocus()


def _days(activity: Activity) -> str:
    """Return the days of an activity's first sitting, and how many more sittings there are."""
    sittings = [one for one in activity.sessions if one.date is not None]
    if not sittings or sittings[0].date is None:
        return ""
    first, end = sittings[0].date, sittings[0].end_date
    days = calendar.abbreviated_date(first)
    if end is not None and end > first:
        days = calendar.abbreviated_span(first, end)
    return days + (f" (+{len(sittings) - 1})" if len(sittings) > 1 else "")
