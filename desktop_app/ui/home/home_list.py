"""The stored reports as a list under headings of fiscal years, painted row by row."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.report.rounds import round_name
from desktop_app.thai import calendar
from desktop_app.thai.numerals import to_arabic_digits
from desktop_app.ui.look.theme import tokens
from desktop_app.ui.look.tokens import Radius, Space, Type

if TYPE_CHECKING:
    from desktop_app.storage.summary import Summary

_SUMMARY = Qt.ItemDataRole.UserRole
_QUIET = Qt.ItemDataRole.UserRole + 1
_ROW = 68
_HEADING = 48


class _Rows(QStyledItemDelegate):
    """Paints a heading, or a report's name over what is known of it."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(_SUMMARY) is None:
            self._heading(painter, option, index)
        else:
            self._report(painter, option, index)
        painter.restore()

    def _heading(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.setFont(_font(option.font, Type.QUIET, bold=True))
        painter.setPen(QColor(tokens().quiet))
        area = option.rect.adjusted(Space.HAIR, 0, 0, -Space.HAIR)
        where = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, where, index.data(Qt.ItemDataRole.DisplayRole))

    def _report(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        now = tokens()
        area = option.rect.adjusted(1, 3, -2, -3)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = chosen and bool(option.state & QStyle.StateFlag.State_Active)
        focus = focus and option.widget.hasFocus()
        painter.setPen(QPen(QColor(now.accent if focus else now.line), 2 if focus else 1))
        painter.setBrush(QColor(now.soft if over or focus else now.surface))
        painter.drawRoundedRect(area, Radius.FIELD, Radius.FIELD)
        inner = area.adjusted(Space.LARGE, 1, -Space.LARGE, -1)
        half = inner.height() // 2
        name = QRect(inner.left(), inner.top(), inner.width(), half)
        quiet = QRect(inner.left(), inner.top() + half, inner.width(), half)
        painter.setPen(QColor(now.text))
        painter.setFont(_font(option.font, Type.BODY, bold=True))
        _write(painter, name, str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.setPen(QColor(now.quiet))
        painter.setFont(_font(option.font, Type.QUIET, bold=False))
        _write(painter, quiet, str(index.data(_QUIET)))


class HomeList(QListWidget):
    """Lists reports; Enter or a click opens one, Delete puts it into the bin."""

    opened = Signal(object)  # Summary
    removed = Signal(object)  # Summary

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Summary, ...] = ()
        self._wanted: list[str] = []
        self.setObjectName("reports")
        self.setAccessibleName(self.tr("รายงานที่เก็บไว้"))
        self.setItemDelegate(_Rows(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._open)

    def show_summaries(self, summaries: "tuple[Summary, ...]") -> None:
        """Show these reports, the search still applied."""
        self._all = tuple(
            sorted(summaries, key=lambda one: (one.fiscal_year, one.edited), reverse=True)
        )
        self._fill()

    def search(self, text: str) -> None:
        """Show only reports that have every word of `text`, in either numerals."""
        self._wanted = to_arabic_digits(text).casefold().split()
        self._fill()

    def _fill(self) -> None:
        self.clear()
        year = None
        for one in self._all:
            if not all(word in _searched(one) for word in self._wanted):
                continue
            if one.fiscal_year != year:
                year = one.fiscal_year
                self._add_heading(year)
            self._add_report(one)

    def _add_heading(self, year: int) -> None:
        item = QListWidgetItem(self.tr("ปีงบประมาณ {year}").format(year=year), self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(0, _HEADING))

    def _add_report(self, one: "Summary") -> None:
        item = QListWidgetItem(title_of(one), self)
        item.setData(_SUMMARY, one)
        item.setData(_QUIET, self._known(one))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title_of(one)}, {self._known(one)}")
        item.setSizeHint(QSize(0, _ROW))

    def _known(self, one: "Summary") -> str:
        return self.tr("{count} กิจกรรม  ·  แก้ไขล่าสุด {when}").format(
            count=one.activities, when=_moment(one.edited)
        )

    def _open(self, item: QListWidgetItem) -> None:
        if item.data(_SUMMARY) is not None:
            self.opened.emit(item.data(_SUMMARY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, remove by Delete."""
        chosen = self.selectedItems()
        if chosen and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(chosen[0])
        elif chosen and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(chosen[0].data(_SUMMARY))
        else:
            super().keyPressEvent(event)

    def go_to_first(self) -> None:
        """Give the keyboard to the first report."""
        if self.count() > 1:
            self.setCurrentRow(1)
            self.setFocus()


def title_of(one: "Summary") -> str:
    """Return a stored report's name: agency and round."""
    return f"{one.agency or 'ยังไม่ได้ระบุหน่วยงาน'}  ·  {round_name(one.period)}"


def _searched(one: "Summary") -> str:
    return to_arabic_digits(f"{title_of(one)} {one.fiscal_year}").casefold()


def _moment(when: dt.datetime) -> str:
    here = when.astimezone()
    return f"{calendar.abbreviated_date(here.date())} {calendar.full_time(here.time())}"


def _font(font: QFont, size: Type, *, bold: bool) -> QFont:
    made = QFont(font)
    made.setPointSize(size)
    made.setBold(bold)
    return made


def _write(painter: QPainter, area: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
