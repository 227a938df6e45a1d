"""The menu of what is done now and then, of the bar above the stored reports."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.look.buttons import Button


class MoreButton(Button):
    """Opens a menu: backups, other offices' reports, the bin, the settings."""

    backup_asked = Signal()
    restore_asked = Signal()
    merge_asked = Signal()
    bin_asked = Signal()
    settings_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Let shortcuts of the menu's acts reach wherever `parent` is."""
        super().__init__("", name="more")
        self.setText(self.tr("เพิ่มเติม"))
        self._parent = parent
        menu = QMenu(self)
        menu.setObjectName("more_menu")
        self._add(menu, self.tr("สำรองข้อมูล…"), "backup", self.backup_asked)
        self._add(menu, self.tr("คืนข้อมูลจากไฟล์สำรอง…"), "restore", self.restore_asked)
        self._add(menu, self.tr("รวมรายงานจากหน่วยงานอื่น…"), "merge", self.merge_asked)
        menu.addSeparator()
        self._add(menu, self.tr("ถังขยะ"), "bin", self.bin_asked)
        self._add(menu, self.tr("ตั้งค่า"), "settings", self.settings_asked, "Ctrl+,")
        self.setMenu(menu)
        self.setProperty("menu", True)

    def _add(
        self, menu: QMenu, said: str, name: str, asked: SignalInstance, keys: str = ""
    ) -> None:
        act = QAction(said, self)
        act.setObjectName(name)
        act.setShortcut(keys)
        act.triggered.connect(asked)
        menu.addAction(act)
        self._parent.addAction(act)
