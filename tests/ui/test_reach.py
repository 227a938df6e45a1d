"""Everything in every view is reached by keyboard: by Tab, or by keys that its tool tip tells."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from desktop_app.ui.window import Window
from tests.ui.journeys import every_view
from tests.ui.person import press, settle

CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractItemView)
KEYS = re.compile(r"Ctrl|Alt|Shift|Enter|Delete|Esc|F\d")
MOST = 120
"""Presses of Tab after which a round through a view should have ended."""


def test_every_control_is_reached_without_a_mouse(window: Window) -> None:
    lost = [f"{view}: {said}" for view in every_view(window) for said in unreached(window)]
    assert not lost, "\n".join(lost)


def unreached(window: Window) -> Iterator[str]:
    before, reached = QApplication.focusWidget(), round_by_tab(window)
    for control in pressed_controls(window):
        told = KEYS.search(control.toolTip())
        if control not in reached and not told:
            kind = type(control).__name__
            yield f"{kind} {control.objectName()} {control.accessibleName()!r} is out of reach"
    if before is not None:
        before.setFocus()
        settle()


def pressed_controls(window: Window) -> Iterator[QWidget]:
    """Yield what can be used with a mouse, parts of other controls left out."""
    for widget in window.findChildren(QWidget):
        part = isinstance(widget.parent(), QComboBox | QLineEdit | QAbstractItemView)
        seen = widget.isVisibleTo(window) and widget.isEnabled()
        if isinstance(widget, CONTROLS) and seen and not part and not inside_bar(widget):
            yield widget


def inside_bar(widget: QWidget) -> bool:
    return isinstance(widget.parent(), QScrollBar)


def round_by_tab(window: Window) -> set[QWidget]:
    """Press Tab until the keyboard is where it was before, and return where it has been."""
    reached: list[QWidget] = []
    for _ in range(MOST):
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            return set(reached)
        reached.append(focus)
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab has no end in {window.windowTitle()}")
