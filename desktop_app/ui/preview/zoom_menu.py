"""The button that says how large the pages are shown, and opens a menu of other ways."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role
from desktop_app.ui.preview.arranging import ZOOMS, Fit, Zoom


class ZoomButton(Button):
    """Says a percentage; its menu holds the fits, the sizes and one page at a time."""

    zoom_asked = Signal(object)  # Zoom
    one_by_one_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__("", Role.LINK, name="zoom")
        self._menu = QMenu(self)
        self._zooms: dict[Zoom, QAction] = {}
        self._add(Fit.WIDTH, self.tr("พอดีความกว้าง\tCtrl+0"))
        self._add(Fit.PAGE, self.tr("ทั้งหน้า\tCtrl+9"))
        self._menu.addSeparator()
        for zoom in ZOOMS:
            keys = "\tCtrl+1" if zoom == 1 else ""
            self._add(zoom, f"{zoom:.0%}{keys}")
        self._menu.addSeparator()
        self._single = self._menu.addAction(self.tr("ดูทีละหน้า"))
        self._single.setCheckable(True)
        self._single.triggered.connect(self.one_by_one_asked)
        self.setToolTip(self.tr("ขนาดที่แสดง"))
        self.clicked.connect(self._open)

    def _add(self, zoom: Zoom, said: str) -> None:
        act = self._menu.addAction(said)
        act.setCheckable(True)
        act.triggered.connect(partial(self.zoom_asked.emit, zoom))
        self._zooms[zoom] = act

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def say(self, zoom: Zoom, part: float, *, one_by_one: bool) -> None:
        """Say how large pages are shown, and tick what was chosen."""
        self.setText(f"{part:.0%}")
        self.setAccessibleName(self.tr("ขนาดที่แสดง {part}").format(part=f"{part:.0%}"))
        for of, act in self._zooms.items():
            act.setChecked(of == zoom)
        self._single.setChecked(one_by_one)
