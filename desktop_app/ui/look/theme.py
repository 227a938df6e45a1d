"""The look: design tokens, light and dark, and the palette made from them.

Naming `Qt` makes PySide build some hundred enumerations, which takes as long as a tenth of the time
to the first frame; so `dress` does without, and they are named where they are needed.
"""

from dataclasses import dataclass

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.ui.look import face
from desktop_app.ui.look.style_sheet import style_sheet
from desktop_app.ui.look.tokens import DARK, LIGHT, Tokens, Type


def dress(app: QApplication) -> None:
    """Give the program its colours and style: all that a window shows in which nothing is written."""
    app.setStyle("Fusion")
    _colour(app, DARK if _is_dark(app.style().standardPalette()) else LIGHT)


def finish(app: QApplication) -> None:
    """Give the program its face, and follow the system's light or dark from now on."""
    if app.font().family() == face.FAMILY:
        return
    app.setFont(QFont(face.install(), Type.BODY))
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(lambda scheme: _colour(app, _chosen(scheme)))
    if _chosen(hints.colorScheme()) is not tokens():
        _colour(app, _chosen(hints.colorScheme()))


def _chosen(scheme: "QtCore.Qt.ColorScheme") -> Tokens:
    return DARK if scheme == QtCore.Qt.ColorScheme.Dark else LIGHT


def _colour(app: QApplication, chosen: Tokens) -> None:
    app.setPalette(palette(chosen))
    app.setStyleSheet(style_sheet(chosen))


def tokens() -> Tokens:
    """Return the tokens that the window is painted with at present.

    A widget's own palette does not tell: a style sheet alters it.
    """
    return DARK if _is_dark(QGuiApplication.palette()) else LIGHT


def _is_dark(of: QPalette) -> bool:
    return of.window().color().lightness() < 128


@dataclass(frozen=True, slots=True)
class _Painted:
    role: QPalette.ColorRole
    colour: str


def palette(of: Tokens) -> QPalette:
    """Return the palette of one scheme."""
    role = QPalette.ColorRole
    made = QPalette()
    for painted in (
        _Painted(role.Window, of.ground),
        _Painted(role.Base, of.surface),
        _Painted(role.AlternateBase, of.ground),
        _Painted(role.Button, of.surface),
        _Painted(role.ToolTipBase, of.text),
        _Painted(role.ToolTipText, of.surface),
        _Painted(role.WindowText, of.text),
        _Painted(role.Text, of.text),
        _Painted(role.ButtonText, of.text),
        _Painted(role.PlaceholderText, of.quiet),
        _Painted(role.Highlight, of.accent),
        _Painted(role.Accent, of.accent),
        _Painted(role.Link, of.accent),
        _Painted(role.HighlightedText, of.on_accent),
        _Painted(role.Mid, of.line),
        _Painted(role.Dark, of.edge),
    ):
        made.setColor(painted.role, QColor(painted.colour))
    for dimmed in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, dimmed, QColor(of.quiet))
    return made
