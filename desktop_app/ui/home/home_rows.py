"""How a row of the first view's list is painted: a heading, or a card with a report on it."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.services.finding import Place
from desktop_app.storage.summary import State, Summary
from desktop_app.ui.home.home_model import (
    Heading,
    HomeModel,
    Index,
    heading_of,
    known_of,
    mark_of,
    state_of,
    title_of,
)
from desktop_app.ui.language import words
from desktop_app.ui.look.icons import Icon, drawn
from desktop_app.ui.look.theme import tokens
from desktop_app.ui.look.tokens import TARGET, Radius, Space, Type

_STATE_WIDTH = 120
_BAR = 4
_AIR = 6
"""Pixels between a card and its row's edges, above and below together, as within the card."""


class HomeRows(QStyledItemDelegate):
    """Paints headings and reports, all of one height."""

    def __init__(self, model: HomeModel, font: QFont) -> None:
        super().__init__(model)
        self._model = model
        self._name = _sized(font, Type.BODY, bold=True)
        self._quiet = _sized(font, Type.QUIET, bold=False)
        self._strong = _sized(font, Type.QUIET, bold=True)
        lines = QFontMetrics(self._name).height() + QFontMetrics(self._quiet).height()
        self._card = QSize(0, lines + 2 * _AIR)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of every row: a list of thousands asks for one alone."""
        del option, index
        return self._card

    def more_area(self, row: QRect) -> QRect:
        """Return where in a row its acts are opened."""
        area = QRect(0, 0, TARGET, TARGET)
        area.moveCenter(row.center())
        area.moveRight(row.right() - Space.MEDIUM)
        return area

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self._model.row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, option.rect, row)
        else:
            self._paint_card(painter, option)
            self._paint_report(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Heading) -> None:
        painter.setFont(self._strong)
        painter.setPen(QColor(tokens().quiet))
        area = rect.adjusted(Space.HAIR, 0, 0, -Space.SMALL)
        where = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, where, heading_of(row))

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        now = tokens()
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = chosen and option.widget.hasFocus()
        painter.setPen(QPen(QColor(now.accent if focus else now.line), 2 if focus else 1))
        painter.setBrush(QColor(now.soft if over or focus else now.surface))
        area = option.rect.adjusted(1, _AIR // 2, -2, -_AIR // 2)
        painter.drawRoundedRect(area, Radius.FIELD, Radius.FIELD)
        more = drawn(Icon.MORE, QColor(now.quiet), option.widget.devicePixelRatioF())
        place = self.more_area(option.rect)
        side = round(more.deviceIndependentSize().width())
        painter.drawPixmap(place.center() - QRect(0, 0, side, side).center(), more)

    def _paint_report(self, painter: QPainter, option: QStyleOptionViewItem, one: Summary) -> None:
        now = tokens()
        inner = option.rect.adjusted(Space.LARGE, _AIR, 0, -_AIR)
        inner.setRight(self.more_area(option.rect).left() - Space.MEDIUM)
        state = QRect(inner)
        state.setLeft(inner.right() - _STATE_WIDTH)
        inner.setRight(state.left() - Space.LARGE)
        half = QFontMetrics(self._name).height()
        upper = QRect(inner.left(), inner.top(), inner.width(), half)
        lower = inner.adjusted(0, half, 0, 0)
        self._paint_name(painter, upper, one)
        painter.setPen(QColor(now.quiet))
        place = self._model.place(one)
        painter.setFont(self._quiet)
        if place is None:
            _write(painter, lower, known_of(one))
        else:
            self._paint_place(painter, lower, place)
        self._paint_state(painter, state, one)

    def _paint_name(self, painter: QPainter, area: QRect, one: Summary) -> None:
        """Paint the name, and quietly beside it what the report is marked as."""
        mark = mark_of(one)
        room = QFontMetrics(self._quiet).horizontalAdvance(mark) + Space.MEDIUM if mark else 0
        name = area.adjusted(0, 0, -room, 0)
        painter.setPen(QColor(tokens().text))
        painter.setFont(self._name)
        _write(painter, name, title_of(one))
        if mark:
            wide = min(QFontMetrics(self._name).horizontalAdvance(title_of(one)), name.width())
            painter.setPen(QColor(tokens().quiet))
            painter.setFont(self._quiet)
            _write(painter, area.adjusted(wide + Space.MEDIUM, 0, 0, 0), mark)

    def _paint_state(self, painter: QPainter, area: QRect, one: Summary) -> None:
        """Paint the state's words over a thin bar of completeness."""
        now = tokens()
        done = one.state is not State.DRAFT
        painter.setFont(self._strong if done else self._quiet)
        painter.setPen(QColor(now.good if done else now.quiet))
        upper = area.adjusted(0, 0, 0, -area.height() // 2)
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight, state_of(one))
        bar = QRect(area.left(), area.bottom() - area.height() // 4, area.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.line))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        bar.setWidth(round(bar.width() * one.completeness))
        if bar.width() > 0:
            painter.setBrush(QColor(now.good if done else now.accent))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)

    def _paint_place(self, painter: QPainter, area: QRect, place: Place) -> None:
        """Paint the clause where something was found, and the text with the words marked."""
        painter.setFont(self._strong)
        metrics = painter.fontMetrics()
        clause = f"{words(place.clause)}:"
        clause = metrics.elidedText(clause, Qt.TextElideMode.ElideRight, area.width() // 3)
        _write(painter, area, clause)
        rest = area.adjusted(metrics.horizontalAdvance(f"{clause} ") + Space.HAIR, 0, 0, 0)
        if place.more:
            said = self.tr("และอีก {count} แห่ง").format(count=place.more)
            painter.setFont(self._quiet)
            painter.drawText(
                rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said
            )
            rest.setRight(rest.right() - painter.fontMetrics().horizontalAdvance(f"{said}  "))
        self._paint_found(painter, rest, place)

    def _paint_found(self, painter: QPainter, area: QRect, place: Place) -> None:
        metrics = QFontMetrics(self._quiet)
        text, skipped = place.text, 0
        begin, end = place.marks[0] if place.marks else (0, 0)
        if metrics.horizontalAdvance(text[:end]) > area.width():
            skipped = max(0, begin - 8)
            text = text[skipped:]
        layout = QTextLayout(text, self._quiet)
        layout.setFormats([_marked(one[0] - skipped, one[1] - skipped) for one in place.marks])
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(len(text))
        layout.endLayout()
        painter.setClipRect(area)
        top = area.top() + (area.height() - line.height()) / 2
        layout.draw(painter, QPointF(area.left(), top))
        painter.setClipping(False)


def _marked(begin: int, end: int) -> QTextLayout.FormatRange:
    """Return the look of what was searched for, as letters of a text."""
    now = tokens()
    look = QTextCharFormat()
    look.setForeground(QColor(now.text))
    look.setBackground(QColor(now.mark))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = max(begin, 0), max(end - max(begin, 0), 0), look
    return made


def _sized(font: QFont, size: Type, *, bold: bool) -> QFont:
    made = QFont(font)
    made.setPointSize(size)
    made.setBold(bold)
    return made


def _write(painter: QPainter, area: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
