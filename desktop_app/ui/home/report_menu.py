"""What can be done with one stored report: by a menu, and by keys."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class Act(Enum):
    """One thing to do with a report."""

    OPEN = auto()
    NEXT_ROUND = auto()
    DUPLICATE = auto()
    EXPORT = auto()
    SAVE_PDF = auto()
    DELETE = auto()


_KEYS = {
    Act.OPEN: "Return",
    Act.NEXT_ROUND: "Ctrl+R",
    Act.DUPLICATE: "Ctrl+D",
    Act.EXPORT: "Ctrl+E",
    Act.SAVE_PDF: "Ctrl+Shift+S",
    Act.DELETE: "Del",
}
_SHOWN = {Act.OPEN: "Enter"}
_APART_FROM_WORDS = "\u2003"
"""Before keys: Qt begins them where the longest words end."""

_APART = (Act.EXPORT, Act.DELETE)
"""Acts that a line parts from those before."""


def act_of(event: QKeyEvent) -> Act | None:
    """Return what a key asks for."""
    pressed = QKeySequence(event.keyCombination())
    if pressed == QKeySequence("Enter"):
        return Act.OPEN
    return next((act for act, keys in _KEYS.items() if pressed == QKeySequence(keys)), None)


def report_menu(parent: QWidget, do: Callable[[Act], None]) -> QMenu:
    """Return the menu of one report, which tells `do` what was chosen."""
    menu = QMenu(parent)
    menu.setObjectName("report_menu")
    for act in Act:
        if act in _APART:
            menu.addSeparator()
        keys = _SHOWN.get(act, _KEYS[act])
        item = menu.addAction(f"{_name(act)}\t{_APART_FROM_WORDS}{keys}")
        item.setObjectName(f"act_{act.name.lower()}")
        item.triggered.connect(lambda _=False, act=act: do(act))
    return menu


def _name(act: Act) -> str:
    match act:
        case Act.OPEN:
            return _said("เปิด")
        case Act.NEXT_ROUND:
            return _said("ทำรอบถัดไปจากรายงานนี้")
        case Act.DUPLICATE:
            return _said("ทำสำเนา")
        case Act.EXPORT:
            return _said("ส่งออก…")
        case Act.SAVE_PDF:
            return _said("บันทึก PDF…")
        case Act.DELETE:
            return _said("ลบ")


def _said(text: str) -> str:
    return QCoreApplication.translate("ReportMenu", text)
