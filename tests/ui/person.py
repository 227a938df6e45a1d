"""What a person does to the window: looks for things, presses, types, composes, pastes."""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

W = TypeVar("W", bound=QWidget)
NO = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def pause(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle() -> None:
    """Let the window do what is waiting to be done."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def until(happened: Callable[[], object], seconds: float = 30) -> None:
    """Let the window live until something has happened."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it never happened"
        pause(10)


def seen(where: QWidget, name: str, kind: type[W]) -> W:
    """Return the control called `name` that is to be seen."""
    found = [one for one in where.findChildren(kind, name) if one.isVisible()]
    assert found, f"no {kind.__name__} called {name} is to be seen"
    return found[0]


def show(widget: QWidget) -> None:
    """Show a window of its own, and give it the keyboard."""
    widget.show()
    widget.activateWindow()
    until(widget.isActiveWindow)


def is_seen(where: QWidget, name: str) -> bool:
    """Tell whether a control called `name` is to be seen."""
    return any(one.isVisible() for one in where.findChildren(QWidget, name))


def click(where: QWidget, name: str) -> None:
    """Press a control with the mouse."""
    QTest.mouseClick(seen(where, name, QWidget), Qt.MouseButton.LeftButton, NO, QPoint(8, 8))
    settle()


def keyboard() -> QWidget:
    """Return the control that has the keyboard."""
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the keyboard"
    return focus


def press(key: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
    """Press a key that writes nothing, wherever the keyboard is; shortcuts see it too."""
    QTest.keyClick(keyboard(), key, held)
    settle()


def type_text(text: str) -> None:
    """Type letter by letter, as a keyboard with a Thai layout does."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, NO, letter)
            QCoreApplication.sendEvent(keyboard(), event)
    settle()


def compose(text: str) -> None:
    """Commit text as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(keyboard(), event)
    settle()


def paste(text: str) -> None:
    """Paste text from the clipboard by its keys."""
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    press(Qt.Key.Key_V, CONTROL)
