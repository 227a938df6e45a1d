"""What is wrong with what stands in a field, and how the field looks then."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.report.editing import Path
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.word_label import WordLabel


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something to mend: where, relative to the field, in words, and whether it must be."""

    path: Path
    said: str
    grave: bool

    @property
    def role(self) -> Role:
        """How it looks."""
        return Role.ERROR if self.grave else Role.WARNING


Troubles = tuple[Trouble, ...]
"""The gravest first."""


def by_row(troubles: Troubles) -> Mapping[int, Troubles]:
    """Return by its index what is wrong with each row, as the row itself sees it."""
    found: dict[int, Troubles] = {}
    for one in troubles:
        if one.path and isinstance(one.path[0], int):
            own = Trouble(one.path[1:], one.said, one.grave)
            found[one.path[0]] = (*found.get(one.path[0], ()), own)
    return found


def mark(control: QWidget, troubles: Troubles) -> None:
    """Let a control look as grave as the first of its troubles; without any, as always."""
    look = troubles[0].role.value if troubles else ""
    if (control.property("trouble") or "") == look:
        return
    control.setProperty("trouble", look)
    if control.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        control.style().unpolish(control)
        control.style().polish(control)


class TroubleLabel(WordLabel):
    """Says below a control what is wrong with it; takes no room where nothing is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trouble")
        self.hide()

    def show_troubles(self, troubles: Troubles) -> None:
        """Say them, each on a line."""
        self.setText("\n".join(dict.fromkeys(one.said for one in troubles)))
        if troubles:
            play(self, troubles[0].role)
        self.setVisible(bool(troubles))
