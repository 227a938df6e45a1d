"""A calendar as it hangs on a Thai wall: years of the Buddhist era, weeks that begin on Sunday."""

import datetime as dt

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.thai import calendar
from desktop_app.thai.calendar import (
    MONTHS,
    SUNDAY,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
    buddhist_year,
    months_later,
)
from desktop_app.ui.look.buttons import Button, IconButton
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.theme import tokens
from desktop_app.ui.look.tokens import Space

_WEEKS, _DAYS = 6, 7
_CELL = 36
_DATE = Qt.ItemDataRole.UserRole


class ThaiCalendar(QFrame):
    """Shows one month; a day is picked by a click, or by arrows and Enter."""

    picked = Signal(object)  # date

    def __init__(self, parent: QWidget, today: dt.date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar")
        play(self, Role.POPUP)
        self._today = today
        self._day = today
        self._month = QLabel()
        self._month.setObjectName("calendar_month")
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        play(self._month, Role.HEADING)
        self._days = _Days(self)
        self._days.setObjectName("calendar_days")
        self._days.setAccessibleName(self.tr("ปฏิทิน"))
        self._days.itemClicked.connect(lambda item: self._pick(item.data(_DATE)))
        self._said = QLabel()
        self._said.setObjectName("calendar_said")
        play(self._said, Role.QUIET)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        for icon, name, words, keys, months in (
            (Icon.BACK, "month_before", self.tr("เดือนก่อน"), "Page Up", -1),
            (Icon.FORWARD, "month_after", self.tr("เดือนถัดไป"), "Page Down", 1),
        ):
            button = IconButton(icon, words)
            button.setObjectName(name)
            button.say(words, keys)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _, n=months: self._by_months(n))
            head.addWidget(button)
        head.insertWidget(1, self._month, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        now = Button(self.tr("วันนี้"), Role.LINK, name="calendar_today")
        now.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        now.clicked.connect(lambda: self._pick(self._today))
        foot.addWidget(now)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(Space.SMALL,) * 4)
        column.setSpacing(Space.HAIR)
        column.addLayout(head)
        column.addWidget(self._days)
        column.addLayout(foot)

    def open_below(self, field: QWidget, day: dt.date | None) -> None:
        """Show the month of `day`, or today's, where the field leaves room on the screen."""
        self._show(day or self._today)
        below = field.mapToGlobal(QPoint(0, field.height() + 2))
        self.show()
        self.adjustSize()  # only what is shown wears its dress, and is larger in it
        self.move(_within(field.screen().availableGeometry(), self.size(), below, field))
        self._days.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the days, and pick one."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self._by_days(steps[key])
        elif key in pages:
            self._by_months(pages[key] * (12 if control else 1))
        elif key == Qt.Key.Key_Home:
            self._show(self._day.replace(day=1))
        elif key == Qt.Key.Key_End:
            self._show(months_later(self._day.replace(day=1), 1) - dt.timedelta(days=1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._pick(self._day)
        else:
            super().keyPressEvent(event)

    def _by_days(self, days: int) -> None:
        self._show(self._day + dt.timedelta(days=days))

    def _by_months(self, months: int) -> None:
        self._show(months_later(self._day, months))

    def _pick(self, day: dt.date) -> None:
        self.picked.emit(day)
        self.close()

    def _show(self, day: dt.date) -> None:
        """Show the month of `day`, with `day` marked."""
        self._day = day
        self._month.setText(f"{MONTHS[day.month - 1]} {buddhist_year(day.year)}")
        self._said.setText(calendar.full_date_with_weekday(day))
        first = day.replace(day=1)
        sunday = first - dt.timedelta(days=(first.weekday() + 1) % _DAYS)
        self._days.show_weeks(sunday, day, self._today)


class _Days(QTableWidget):
    """The days of six weeks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_WEEKS, _DAYS, parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeaderLabels([WEEKDAY_ABBREVIATIONS[n - 1] for n in range(_DAYS)])
        for column in range(_DAYS):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setToolTip(WEEKDAYS[column - 1])
        for header, side in ((self.horizontalHeader(), _CELL + 4), (self.verticalHeader(), _CELL)):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(side)
            header.setDefaultSectionSize(side)
            header.setHighlightSections(False)
        self.verticalHeader().hide()
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the size of all days and their names."""
        high = self.horizontalHeader().sizeHint().height()
        return QSize(_DAYS * (_CELL + 4) + 4, _WEEKS * _CELL + high + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the calendar."""
        event.ignore()

    def show_weeks(self, sunday: dt.date, chosen: dt.date, today: dt.date) -> None:
        """Show six weeks from `sunday` on, `chosen` and its month standing out."""
        for place in range(_WEEKS * _DAYS):
            day = sunday + dt.timedelta(days=place)
            item = QTableWidgetItem(str(day.day))
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setData(_DATE, day)
            said = calendar.full_date_with_weekday(day)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setForeground(QBrush(_colour(day, chosen)))
            if day == today:
                font = QFont(self.font())
                font.setBold(True)
                font.setUnderline(True)
                item.setFont(font)
                item.setToolTip(self.tr("วันนี้"))
            self.setItem(place // _DAYS, place % _DAYS, item)
            if day == chosen:
                self.setCurrentItem(item)


def _within(screen: QRect, size: QSize, below: QPoint, field: QWidget) -> QPoint:
    """Return where all of a popup is on the screen: below its field, above it, or beside."""
    above = field.mapToGlobal(QPoint(0, -size.height() - 2))
    last = screen.bottomRight() - QPoint(size.width(), size.height()) + QPoint(1, 1)
    if below.y() <= last.y():
        place = below
    elif above.y() >= screen.top():
        place = above
    else:
        place = QPoint(field.mapToGlobal(QPoint(field.width() + 2, 0)).x(), last.y())
    return QPoint(
        max(screen.left(), min(place.x(), last.x())), max(screen.top(), min(place.y(), last.y()))
    )


def _colour(day: dt.date, chosen: dt.date) -> QColor:
    now = tokens()
    if day.month != chosen.month:
        return QColor(now.edge)
    return QColor(now.error if day.weekday() == SUNDAY else now.text)
