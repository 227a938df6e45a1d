"""Every view: named controls, Thai words, nothing cut, targets large enough, Tab as the eye goes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from desktop_app.ui.look.elided import ElidedLabel
from desktop_app.ui.look.tokens import TARGET
from desktop_app.ui.window import Window
from tests.ui.journeys import every_view
from tests.ui.person import press, seen, settle

CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox)
LATIN = re.compile(r"[A-Za-z]{2,}")
KEYS = re.compile(r"\b(Ctrl|Alt|Shift|Home|Enter|PDF|F\d+|Delete)\b")


def shown(window: Window) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and widget.visibleRegion().boundingRect().isValid():
            yield widget


def controls(window: Window) -> Iterator[QWidget]:
    for widget in shown(window):
        own = not isinstance(widget.parent(), QComboBox | QLineEdit)
        if isinstance(widget, CONTROLS) and own:
            yield widget


def says(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) and not isinstance(widget, QLineEdit | QTextEdit) else ""


SCREENS = {
    "": QSize(1366, 728),  # an office's notebook, less the bar of the desktop
    "smaller-": QSize(1024, 700),
    "double-": QSize(683, 380),  # that notebook at 200 %
}
"""Windows by the names of their pictures, in device-independent pixels."""


@pytest.mark.parametrize("screen", SCREENS, ids=lambda name: name or "notebook")
def test_every_view_keeps_its_manners(window: Window, artefacts: Path, screen: str) -> None:
    breaches: list[str] = []
    window.resize(SCREENS[screen])
    for number, view in enumerate(every_view(window)):
        window.grab().save(str(artefacts / f"window-{screen}{number:02}.png"))
        for widget in controls(window):
            name = f"{view}: {type(widget).__name__} {widget.objectName()} {says(widget)!r}"
            breaches += [f"{name} {said}" for said in unmannerly(widget)]
        for label in shown(window):
            if isinstance(label, QLabel):
                breaches += [f"{view}: {label.text()!r} {said}" for said in cut(label)]
        breaches += [f"{view}: {text!r} is not Thai" for text in foreign(window)]
    assert not breaches, "\n".join(breaches)


def unmannerly(widget: QWidget) -> Iterator[str]:
    if not (widget.accessibleName() or says(widget)):
        yield "has no accessible name"
    if widget.height() < TARGET:
        yield f"is only {widget.height()} high"
    if widget.visibleRegion().boundingRect().width() < widget.width():
        yield "is cut at its side"
    if (
        isinstance(widget, QAbstractButton)
        and says(widget)
        and widget.width() < widget.minimumSizeHint().width()
    ):
        yield "is too narrow for its words"


def cut(label: QLabel) -> Iterator[str]:
    if label.wordWrap() or not label.text() or isinstance(label, ElidedLabel):
        return
    metrics = QFontMetrics(label.font())
    if label.height() < metrics.height():
        yield f"is {label.height()} high and needs {metrics.height()}"
    if label.width() < metrics.horizontalAdvance(label.text()):
        yield f"is {label.width()} wide and needs {metrics.horizontalAdvance(label.text())}"


def foreign(window: Window) -> Iterator[str]:
    for widget in shown(window):
        for text in (says(widget), widget.toolTip(), widget.accessibleName()):
            if LATIN.search(KEYS.sub("", text)):
                yield text


def test_tab_goes_down_the_page(window: Window) -> None:
    """Within the form each control that Tab reaches stands below or right of the one before."""
    for view in every_view(window):
        if not view.startswith(("1.1", "1.4", "ข้อมูล", "ผู้ลงนาม")):
            continue
        places = [place_of(step, window) for step in tab_walk(window)]
        rows = [(y // 20, x) for x, y in places]
        assert rows == sorted(rows), view


def tab_walk(window: Window) -> Iterator[QWidget]:
    """Yield what Tab reaches from the page's first control to the button that goes on."""
    end = seen(window, "next", QWidget)
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        yield focus
        if focus is end:
            return
        press(Qt.Key.Key_Tab)
    pytest.fail("Tab never reached the button that goes on")


def place_of(widget: QWidget, window: Window) -> tuple[int, int]:
    """Return a control's place on the page; what scrolls is measured from the page's top."""
    at = widget.mapTo(window, QPoint(0, 0))
    scrolled = 0
    above = widget.parentWidget()
    while above is not None:
        bar = getattr(above, "verticalScrollBar", None)
        scrolled += bar().value() if callable(bar) else 0
        above = above.parentWidget()
    low = 10_000 if widget.objectName() in {"back", "next"} else 0
    return at.x(), at.y() + scrolled + low


@pytest.mark.usefixtures("app")
def test_qts_own_buttons_speak_thai() -> None:
    kinds = [
        kind
        for kind in QDialogButtonBox.StandardButton
        if kind.value and kind.name not in {"FirstButton", "LastButton"}
    ]
    box = QDialogButtonBox()
    texts = [box.addButton(kind).text() for kind in kinds]
    assert [text for text in texts if LATIN.search(text)] == []


def test_light_and_dark_follow_the_system(window: Window, app: QApplication) -> None:
    for scheme, darker in ((Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)):
        app.styleHints().colorSchemeChanged.emit(scheme)
        settle()
        ground = window.grab().toImage().pixelColor(20, 300)
        assert (ground.lightness() < 80) is darker
