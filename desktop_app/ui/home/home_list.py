"""The stored reports as a list under headings of fiscal years, with what can be done to each."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from desktop_app.services.finding import Place
from desktop_app.storage.summary import Summary
from desktop_app.ui.home.home_model import HomeModel
from desktop_app.ui.home.home_rows import HomeRows
from desktop_app.ui.home.report_menu import Act, act_of, report_menu

_SETTLED = 30
"""Milliseconds after scrolling until it is asked where in the reports to be seen something is."""


_MENU = "Shift+F10"
"""Opens menus on every system; Qt sees to the menu key itself."""


class HomeList(QListView):
    """Lists thousands of reports; a click or Enter opens one, ⋯ or a right click shows its acts."""

    asked = Signal(object, object)  # Act, Summary
    places_wanted = Signal(object)  # the ids of reports to be seen, as a tuple

    def __init__(self) -> None:
        super().__init__()
        self._model = HomeModel(self)
        self.setModel(self._model)
        self.setObjectName("reports")
        self.setAccessibleName(self.tr("รายงานที่เก็บไว้"))
        self._rows = HomeRows(self._model, self.font())
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self._want_places)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._settled.start())

    def show_summaries(self, summaries: Sequence[Summary]) -> None:
        """Show these reports; the chosen one stays so, or what stands in its place."""
        before, chosen = self.currentIndex().row(), self._model.summary(self.currentIndex())
        scrolled = self.verticalScrollBar().value()
        self._model.show_summaries(summaries)
        if chosen is not None:
            index = self._model.index_of(chosen.id)
            self.setCurrentIndex(index if index.isValid() else self._model.near(before))
            self.verticalScrollBar().setValue(scrolled)
        self._settled.start()

    def show_places(self, places: Mapping[UUID, Place | None]) -> None:
        """Show where in these reports something was found."""
        self._model.show_places(places)

    def place(self, summary: Summary) -> Place | None:
        """Return where in a report something was found, if that is shown."""
        return self._model.place(summary)

    def count(self) -> int:
        """Return how many rows there are, headings included."""
        return self._model.rowCount()

    def choose(self, report_id: UUID) -> None:
        """Let the row of a report be the one that keys are about."""
        index = self._model.index_of(report_id)
        if index.isValid():
            self.setCurrentIndex(index)

    def choose_first(self) -> None:
        """Choose the first report where none is chosen."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.first())

    def go_to_first(self) -> None:
        """Give the keyboard to the first report."""
        first = self._model.first()
        if first.isValid():
            self.setCurrentIndex(first)
            self.setFocus()

    def open_chosen(self) -> None:
        """Ask to open the chosen report."""
        one = self._model.summary(self.currentIndex())
        if one is not None:
            self.asked.emit(Act.OPEN, one)

    def _want_places(self) -> None:
        """Ask where something was found in the reports that are to be seen."""
        seen = self._seen()
        wanted = tuple(one.id for one in seen if not self._model.is_placed(one))
        if wanted:
            self.places_wanted.emit(wanted)

    def _seen(self) -> tuple[Summary, ...]:
        area = self.viewport().rect()
        first = self.indexAt(area.topLeft()).row()
        last = self.indexAt(area.bottomLeft()).row()
        end = self._model.rowCount() if last < 0 else last + 1
        rows = (self._model.summary(self._model.index(row)) for row in range(max(first, 0), end))
        return tuple(one for one in rows if one is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more rows."""
        super().resizeEvent(event)
        self._settled.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was pressed, or its menu."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        one = self._model.summary(index)
        if one is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._rows.more_area(self.visualRect(index)).contains(event.position().toPoint()):
            self._show_menu(index, event.position().toPoint())
        else:
            self.asked.emit(Act.OPEN, one)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the row under the mouse, or by its key of the chosen one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if self._model.summary(index) is None:
            return
        self.setCurrentIndex(index)
        if by_key:
            self._show_menu_below(index)
        else:
            self._show_menu(index, event.pos())

    def _show_menu_below(self, index: QModelIndex) -> None:
        self._show_menu(index, self._rows.more_area(self.visualRect(index)).bottomLeft())

    def _show_menu(self, index: QModelIndex, at: QPoint) -> None:
        one = self._model.summary(index)
        menu = report_menu(self, lambda act: self.asked.emit(act, one))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do to the chosen report what the key says."""
        act, chosen = act_of(event), self._model.summary(self.currentIndex())
        if act is not None and chosen is not None:
            self.asked.emit(act, chosen)
        elif QKeySequence(event.keyCombination()) == QKeySequence(_MENU) and chosen is not None:
            self._show_menu_below(self.currentIndex())
        else:
            super().keyPressEvent(event)
