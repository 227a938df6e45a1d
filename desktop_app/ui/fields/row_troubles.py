"""What is wrong with a row, said where it is wrong, and not before a word is finished."""

from dataclasses import replace

from desktop_app.report.editing import Path
from desktop_app.ui.fields.cell import Cell
from desktop_app.ui.fields.trouble import Trouble, TroubleLabel, Troubles


class RowTroubles:
    """Marks cells, and says below each, or below the row, what is wrong with it."""

    def __init__(self, cells: tuple[Cell, ...]) -> None:
        self._cells = cells
        self.label = TroubleLabel()  # below the row, where cells have none of their own
        self.labels: dict[Path, TroubleLabel] = {}
        self._known: Troubles = ()
        self._said: Troubles = ()
        self._typed: Cell | None = None

    def show(self, troubles: Troubles) -> None:
        """Say what is wrong; paths are relative to the row's item."""
        self._known = troubles
        self._say()

    def typing_in(self, cell: Cell | None) -> None:
        """Note where somebody is typing: what is wrong there is said when the cell is left."""
        self._typed = cell
        if cell is None:
            self._say()

    def _say(self) -> None:
        said = tuple(one for one in self._known if one in self._said or not self._is_typed(one))
        if said == self._said:
            return
        self._said = said
        for cell in self._cells:
            own = tuple(replace(one, path=()) for one in said if self._cell_of(one) is cell)
            cell.widget.show_troubles(own)
            if cell.path in self.labels:
                self.labels[cell.path].show_troubles(own)
        self.label.show_troubles(() if self.labels else said)

    def _is_typed(self, trouble: Trouble) -> bool:
        return self._cell_of(trouble) is self._typed

    def _cell_of(self, trouble: Trouble) -> Cell:
        """Return the cell of a trouble; what is wrong with the whole row is said at its first."""
        return next((one for one in self._cells if one.path == trouble.path), self._cells[0])
