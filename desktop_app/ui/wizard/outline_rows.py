"""How a row of the outline is painted: a mark for its state, its words, where one stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.report.flow import State
from desktop_app.ui.look.icons import Icon, drawn
from desktop_app.ui.look.theme import tokens
from desktop_app.ui.look.tokens import TARGET, Radius, Space, Tokens

PAGE_ROLE = Qt.ItemDataRole.UserRole
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
HERE_ROLE = Qt.ItemDataRole.UserRole + 2
DEPTH_ROLE = Qt.ItemDataRole.UserRole + 3
ACTIVITY_ROLE = Qt.ItemDataRole.UserRole + 4

_MARKS = {
    State.EMPTY: Icon.EMPTY,
    State.PARTIAL: Icon.PARTIAL,
    State.PROBLEM: Icon.PROBLEM,
    State.REVIEW: Icon.REVIEW,
    State.COMPLETE: Icon.COMPLETE,
}
_MARK_SIDE = 16
_INDENT = 14


def _colour(state: State, now: Tokens) -> QColor:
    colours = {State.PROBLEM: now.error, State.REVIEW: now.warning, State.COMPLETE: now.good}
    return QColor(colours.get(state, now.quiet))


class OutlineRows(QStyledItemDelegate):
    """Paints the outline's rows."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give every row the height of a target, or of its letters where those are higher."""
        del index
        return QSize(0, max(TARGET, option.fontMetrics.height() + 2))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        now = tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index, now)
        place = QRect(option.rect)
        place.setLeft(Space.SMALL + index.data(DEPTH_ROLE) * _INDENT)
        state = index.data(STATE_ROLE)
        if isinstance(state, State):
            self._mark(painter, place, state, now)
        place.setLeft(place.left() + _MARK_SIDE + Space.SMALL)
        place.setRight(option.rect.right() - Space.SMALL)
        self._words(painter, option, index, place)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        now: Tokens,
    ) -> None:
        area = option.rect.adjusted(1, 1, -1, -1)
        if index.data(HERE_ROLE) or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.soft if index.data(HERE_ROLE) else now.line))
            painter.drawRoundedRect(area, Radius.FIELD, Radius.FIELD)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, Radius.FIELD, Radius.FIELD)

    def _mark(self, painter: QPainter, place: QRect, state: State, now: Tokens) -> None:
        ratio = painter.device().devicePixelRatioF()
        mark = drawn(_MARKS[state], _colour(state, now), ratio, _MARK_SIDE)
        painter.drawPixmap(place.left(), place.center().y() - _MARK_SIDE // 2 + 1, mark)

    def _words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        place: QRect,
    ) -> None:
        font = option.font
        font.setBold(bool(index.data(HERE_ROLE)))
        painter.setFont(font)
        painter.setPen(QColor(tokens().text))
        said = painter.fontMetrics().elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)),
            Qt.TextElideMode.ElideRight,
            place.width(),
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, said)
