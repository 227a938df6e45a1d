"""Sheets of paper one below the other: scrolled, zoomed, marked, drawn as they come into view."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop_app.ui.look.theme import tokens
from desktop_app.ui.look.tokens import LIGHT
from desktop_app.ui.preview.arranging import Fit, View, Zoom, next_zoom
from desktop_app.ui.preview.paper import Sheets
from desktop_app.ui.preview.pictures import Pictures
from desktop_app.ui.preview.searching import Hit
from desktop_app.ui.running.tasks import Tasks

_LINE = 18  # points: what is marked where nothing stands below


@dataclass(frozen=True, slots=True)
class Mark:
    """What is being edited, as a stretch of a page, in points from the page's top."""

    page: int
    top: float
    bottom: float | None = None


class PageView(QAbstractScrollArea):
    """Shows sheets, and on them what is edited and what was searched for."""

    page_changed = Signal(int)  # the page that is looked at, from 0
    clicked = Signal(int, float)  # page, points from its top
    zoomed = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._sheets: Sheets | None = None
        self._pictures = Pictures(tasks, self)
        self._pictures.drawn.connect(self.viewport().update)
        self._zoom: Zoom = Fit.WIDTH
        self._one_by_one = False
        self._mark: Mark | None = None
        self._hits: tuple[Hit, ...] = ()
        self._hit: Hit | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.setObjectName("page_view")

    @property
    def sheets(self) -> Sheets | None:
        """What is shown."""
        return self._sheets

    @property
    def zoom(self) -> Zoom:
        """What was chosen: a fit, or a part of the true size."""
        return self._zoom

    @property
    def part(self) -> float:
        """The size at which sheets are shown, as a part of their true size."""
        return self._view().part(self._sizes())

    @property
    def one_by_one(self) -> bool:
        """Whether no two sheets are seen at once."""
        return self._one_by_one

    def show_sheets(self, sheets: Sheets) -> None:
        """Show other sheets at the same place."""
        self._sheets = sheets
        self._pictures.show_sheets(sheets)
        self._mark, self._hits, self._hit = None, (), None
        self._measure()
        self._scrolled()
        self.zoomed.emit()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show sheets in another size, keeping the place in the middle."""
        self._rearrange(zoom, one_by_one=self._one_by_one)

    def set_one_by_one(self, one_by_one: bool) -> None:
        """Show one sheet at a time, or sheets one below the other."""
        self._rearrange(self._zoom, one_by_one=one_by_one)

    def _rearrange(self, zoom: Zoom, *, one_by_one: bool) -> None:
        page = self.current_page()
        areas, half = self._areas(), self.viewport().height() / 2
        middle = self.verticalScrollBar().value() + half
        part = (middle - areas[page].top()) / areas[page].height() if areas else 0.0
        self._zoom, self._one_by_one = zoom, one_by_one
        self._measure()
        if areas:
            area = self._areas()[page]
            self.verticalScrollBar().setValue(round(area.top() + part * area.height() - half))
        if one_by_one:
            self.turn_to(page)
        self._scrolled()
        self.zoomed.emit()

    def step_zoom(self, step: int) -> None:
        """Go to the next larger or smaller zoom."""
        self.set_zoom(next_zoom(self.part, step))

    def turn_to(self, page: int) -> None:
        """Show a page from its top, or in the middle where it fits."""
        areas = self._areas()
        if areas:
            area = areas[max(0, min(len(areas) - 1, page))]
            spare = max(0.0, self.viewport().height() - area.height()) / 2
            self.verticalScrollBar().setValue(round(area.top() - spare))

    def show_mark(self, mark: Mark | None) -> None:
        """Mark what is edited, and scroll there unless it is well in view."""
        self._mark = mark
        if mark is not None:
            self._bring(mark.page, mark.top)
        self._scrolled()

    def show_hits(self, hits: Sequence[Hit], hit: Hit | None, *, go: bool) -> None:
        """Show where what was searched for stands, and `go` to one of the places."""
        self._hits, self._hit = tuple(hits), hit
        if go and hit is not None and hit.boxes:
            self._mark = None  # the label is to name the page of what was found
            self._bring(hit.page, hit.boxes[0].top())
        self._scrolled()

    def _bring(self, page: int, top: float) -> None:
        """Scroll so that a place is well in view."""
        areas = self._areas()
        if page >= len(areas):
            return
        area, height = areas[page], self.viewport().height()
        if self._one_by_one and area.height() <= height:
            self.turn_to(page)
            return
        y = area.top() + top * self._scale()
        bar = self.verticalScrollBar()
        if not bar.value() + height * 0.08 <= y <= bar.value() + height * 0.8:
            bar.setValue(round(y - height * 0.25))

    def _view(self) -> View:
        size = QSizeF(self.viewport().size())
        return View(size, self.logicalDpiX(), self._zoom, self._one_by_one)

    def _sizes(self) -> tuple[QSizeF, ...]:
        return self._sheets.sizes if self._sheets is not None else ()

    def _scale(self) -> float:
        """Return device-independent pixels a point."""
        return self._view().scale(self._sizes())

    def _areas(self) -> list[QRectF]:
        """Return where each sheet lies, from the top of the first."""
        return self._view().areas(self._sizes())

    def _measure(self) -> None:
        view, areas = self.viewport().size(), self._areas()
        margin = areas[0].top() if areas else 0
        wide = max((area.right() for area in areas), default=0) + 1
        high = areas[-1].bottom() + margin if areas else 0
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(48)
        self.verticalScrollBar().setRange(0, max(0, round(high - view.height())))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, round(wide - view.width())))

    def _scrolled(self) -> None:
        self.viewport().update()
        self.page_changed.emit(self.current_page())

    def current_page(self) -> int:
        """Return the page that is looked at, from 0: the marked one in view, else the middle one."""
        bar, height = self.verticalScrollBar().value(), self.viewport().height()
        areas = self._areas()
        if self._mark is not None and self._mark.page < len(areas):
            y = areas[self._mark.page].top() + self._mark.top * self._scale()
            if bar <= y <= bar + height:
                return self._mark.page
        return max(0, sum(1 for area in areas if area.top() <= bar + height / 2) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sheets into the view's new size, at the same place."""
        super().resizeEvent(event)
        bar, before = self.verticalScrollBar(), max(1, self.verticalScrollBar().maximum())
        part = bar.value() / before
        self._measure()
        bar.setValue(round(part * bar.maximum()))
        self.zoomed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheets in view, what is marked on them, and the ring of the keyboard."""
        del event
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(tokens().desk))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        view = QRectF(painter.worldTransform().inverted()[0].mapRect(self.viewport().rect()))
        for page, area in enumerate(self._areas()):
            if area.intersects(view):
                self._paint_page(painter, page, area)
        painter.resetTransform()
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, area: QRectF) -> None:
        painter.fillRect(area, Qt.GlobalColor.white)
        picture = self._pictures.of(page, round(area.width() * self.devicePixelRatioF()))
        if picture is not None:
            painter.drawImage(area, picture)
        painter.setPen(QColor(tokens().line))
        painter.drawRect(area)
        scale = self._scale()
        if self._mark is not None and self._mark.page == page:
            _paint_mark(painter, self._mark, area, scale)
        for hit in self._hits:
            if hit.page == page:
                _paint_hit(painter, hit, area, scale, chosen=hit is self._hit)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard has gone."""
        super().focusOutEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom while Ctrl is held; turn whole pages where one at a time fits."""
        step = 1 if event.angleDelta().y() < 0 else -1
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(-step)
        elif self._turns() and event.angleDelta().y():
            self.turn_to(self.current_page() + step)
        else:
            super().wheelEvent(event)

    def _turns(self) -> bool:
        areas = self._areas()
        return self._one_by_one and bool(areas) and areas[0].height() <= self.viewport().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and scroll by keyboard."""
        bar = self.verticalScrollBar()
        keys = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Space: 1}
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case key if key in keys and self._turns():
                self.turn_to(self.current_page() + keys[Qt.Key(key)])
            case Qt.Key.Key_Space:
                bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say which place of which page was clicked."""
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        at = event.position() + QPointF(x, y)
        for page, area in enumerate(self._areas()):
            if area.contains(at):
                self.clicked.emit(page, (at.y() - area.top()) / self._scale())


# The paper is white in the dark as well, and so is what lies on it.


def _paint_mark(painter: QPainter, mark: Mark, area: QRectF, scale: float) -> None:
    colour = QColor(LIGHT.accent)
    top = area.top() + mark.top * scale
    bottom = area.top() + (mark.bottom or mark.top + _LINE) * scale
    painter.fillRect(QRectF(area.left(), top, 4, bottom - top), colour)
    colour.setAlphaF(0.07)
    painter.fillRect(QRectF(area.left(), top, area.width(), bottom - top), colour)


def _paint_hit(painter: QPainter, hit: Hit, area: QRectF, scale: float, *, chosen: bool) -> None:
    colour = QColor(LIGHT.warning if chosen else LIGHT.accent)
    colour.setAlphaF(0.4 if chosen else 0.22)
    for box in hit.boxes:
        left, top = area.left() + box.left() * scale, area.top() + box.top() * scale
        painter.fillRect(QRectF(left, top, box.width() * scale, box.height() * scale), colour)
