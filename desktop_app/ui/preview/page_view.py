"""Sheets of paper one below the other: scrolled, zoomed, drawn as they come into view."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop_app.ui.look.theme import tokens
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.preview.paper import Place, Sheets
from desktop_app.ui.running.tasks import Tasks

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Widths of a sheet, as parts of the view's width."""

_KEPT = 12


@dataclass(frozen=True, slots=True)
class _Picture:
    image: QImage
    sheets: Sheets
    pixels: int


class PageView(QAbstractScrollArea):
    """Shows sheets; a picture of before stands in until the new one is drawn."""

    page_changed = Signal(int)  # the page in the middle, from 0
    clicked = Signal(int, float)  # page, points from its top

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._sheets: Sheets | None = None
        self._pictures: dict[int, _Picture] = {}
        self._asked: set[tuple[int, int, int]] = set()
        self._zoom = 1.0
        self._mark: Place | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.setObjectName("page_view")

    @property
    def sheets(self) -> Sheets | None:
        """What is shown."""
        return self._sheets

    @property
    def zoom(self) -> float:
        """The sheet's width as a part of the view's."""
        return self._zoom

    def show_sheets(self, sheets: Sheets) -> None:
        """Show other sheets at the same place."""
        self._sheets = sheets
        self._asked.clear()
        self._mark = None
        self._pictures = {
            page: one for page, one in self._pictures.items() if page < len(sheets.sizes)
        }
        self._measure()
        self._scrolled()

    def set_zoom(self, zoom: float) -> None:
        """Show sheets `zoom` times as wide as the view, keeping the place in the middle."""
        bar = self.verticalScrollBar()
        part = (bar.value() + self.viewport().height() / 2) / max(1, self._height())
        self._zoom = zoom
        self._measure()
        bar.setValue(round(part * self._height() - self.viewport().height() / 2))
        self.viewport().update()

    def step_zoom(self, step: int) -> None:
        """Go to the next larger or smaller zoom."""
        place = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - self._zoom))
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, place + step))])

    def show_place(self, place: Place | None) -> None:
        """Mark a place, and scroll there unless it is well in view."""
        self._mark = place
        self.viewport().update()
        if place is None or self._sheets is None or place.page >= len(self._sheets.sizes):
            return
        area = self._areas()[place.page]
        y = area.top() + place.top * self._scale()
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        if not bar.value() + height * 0.08 <= y <= bar.value() + height * 0.8:
            bar.setValue(round(y - height * 0.25))

    def _scale(self) -> float:
        """Return device-independent pixels a point."""
        if self._sheets is None or not self._sheets.sizes:
            return 1.0
        widest = max(size.width() for size in self._sheets.sizes)
        return (self.viewport().width() - 2 * Space.MEDIUM) * self._zoom / widest

    def _areas(self) -> list[QRectF]:
        """Return where each sheet lies, from the top of the first."""
        if self._sheets is None:
            return []
        scale, y = self._scale(), float(Space.SMALL)
        areas = []
        for size in self._sheets.sizes:
            width = size.width() * scale
            x = max(float(Space.MEDIUM), (self.viewport().width() - width) / 2)
            areas.append(QRectF(x, y, width, size.height() * scale))
            y += size.height() * scale + Space.MEDIUM
        return areas

    def _height(self) -> float:
        areas = self._areas()
        return areas[-1].bottom() + Space.MEDIUM if areas else 0.0

    def _measure(self) -> None:
        view = self.viewport().size()
        wide = max((area.width() for area in self._areas()), default=0) + 2 * Space.MEDIUM
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(48)
        self.verticalScrollBar().setRange(0, max(0, round(self._height() - view.height())))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, round(wide - view.width())))

    def _scrolled(self) -> None:
        self.viewport().update()
        self.page_changed.emit(self.current_page())

    def current_page(self) -> int:
        """Return the page in the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return max(0, sum(1 for area in self._areas() if area.top() <= middle) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sheets into the view's new width."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheets in view, and ask for pictures that are missing or old."""
        del event
        now = tokens()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(now.desk))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        view = QRectF(painter.worldTransform().inverted()[0].mapRect(self.viewport().rect()))
        for page, area in enumerate(self._areas()):
            if area.intersects(view):
                self._paint_page(painter, page, area, QColor(now.line))
        self._paint_mark(painter, QColor(now.accent))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, area: QRectF, edge: QColor) -> None:
        painter.fillRect(area, Qt.GlobalColor.white)
        picture = self._pictures.get(page)
        if picture is not None:
            painter.drawImage(area, picture.image)
        painter.setPen(edge)
        painter.drawRect(area)
        self._ask(page, round(area.width() * self.devicePixelRatioF()))

    def _paint_mark(self, painter: QPainter, colour: QColor) -> None:
        areas = self._areas()
        if self._mark is None or self._mark.page >= len(areas):
            return
        area, scale = areas[self._mark.page], self._scale()
        top = area.top() + self._mark.top * scale
        painter.fillRect(QRectF(area.left(), top, 3, max(14.0, 18 * scale)), colour)

    def _ask(self, page: int, pixels: int) -> None:
        sheets, picture = self._sheets, self._pictures.get(page)
        fresh = picture is not None and picture.sheets is sheets and picture.pixels == pixels
        key = (id(sheets), page, pixels)
        if sheets is None or fresh or key in self._asked:
            return
        self._asked.add(key)
        self._tasks.read(
            self, partial(sheets.drawn, page, pixels), partial(self._take, sheets, page, pixels)
        )

    def _take(self, sheets: Sheets, page: int, pixels: int, image: QImage) -> None:
        self._asked.discard((id(sheets), page, pixels))
        if sheets is not self._sheets:
            return
        self._pictures.pop(page, None)
        self._pictures[page] = _Picture(image, sheets, pixels)
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom while Ctrl is held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom and scroll by keyboard."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.step_zoom(1)
            case Qt.Key.Key_Minus:
                self.step_zoom(-1)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say which place of which page was clicked."""
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        at = event.position() + QPointF(x, y)
        for page, area in enumerate(self._areas()):
            if area.contains(at):
                self.clicked.emit(page, (at.y() - area.top()) / self._scale())
