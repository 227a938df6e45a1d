"""The cells of a row beside each other, or where there is no room for that one below the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.ui.look.tokens import Space

LEAST = 190
"""Pixels that a text has at least beside other cells; else it has a line of its own."""


class CellLines(QGridLayout):
    """Puts texts, which take what room there is, and short cells into one line or several."""

    def __init__(self, cells: tuple[tuple[QWidget, bool], ...]) -> None:
        super().__init__()
        self._cells = cells  # with whether each is a text
        self._one_below_other: bool | None = None
        self.setHorizontalSpacing(Space.SMALL)
        self.setVerticalSpacing(Space.HAIR)
        self.arrange(10_000)

    def arrange(self, room: int) -> None:
        """Arrange the cells for so many pixels."""
        below = len(self._cells) > 1 and room < self._least_beside()
        if below is self._one_below_other:
            return
        self._one_below_other = below
        for place, (cell, _) in enumerate(self._cells):
            self.removeWidget(cell)
            self.setColumnStretch(place, 0)
        if below:
            self._put_below()
        else:
            self._put_beside()

    def _least_beside(self) -> int:
        widths = (LEAST if text else cell.sizeHint().width() for cell, text in self._cells)
        return sum(widths) + Space.SMALL * (len(self._cells) - 1)

    def _put_beside(self) -> None:
        for place, (cell, text) in enumerate(self._cells):
            self.addWidget(cell, 0, place, Qt.AlignmentFlag.AlignTop)
            self.setColumnStretch(place, int(text))

    def _put_below(self) -> None:
        """Give each text a line; short cells that follow each other share one."""
        line, place = -1, 0
        for number, (cell, text) in enumerate(self._cells):
            alone = text or number == 0 or self._cells[number - 1][1]
            line, place = (line + 1, 0) if alone else (line, place + 1)
            span = len(self._cells) if text else 1
            self.addWidget(cell, line, place, 1, span, Qt.AlignmentFlag.AlignTop)
        self.setColumnStretch(len(self._cells) - 1, 1)


class CellPairs(QGridLayout):
    """Puts cells with labels two by two, or where there is no room for that one below the other."""

    def __init__(self, cells: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._cells = cells
        self._across = 0
        self.setHorizontalSpacing(Space.MEDIUM)
        self.setVerticalSpacing(Space.HAIR)
        self.setContentsMargins(0, 0, 0, Space.SMALL)
        self.arrange(10_000)

    def arrange(self, room: int) -> None:
        """Arrange the cells for so many pixels."""
        across = 1 if room < 2 * LEAST + Space.MEDIUM else 2
        if across == self._across:
            return
        self._across = across
        for cell in self._cells:
            self.removeWidget(cell)
        for place, cell in enumerate(self._cells):
            self.addWidget(cell, place // across, place % across)
        self.setColumnStretch(0, 1)
        self.setColumnStretch(1, across - 1)
