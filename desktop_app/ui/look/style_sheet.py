"""The style sheet, written from the design tokens; widgets name their part by `role`."""

from enum import StrEnum
from string import Template

from PySide6 import QtCore
from PySide6.QtWidgets import QWidget

from desktop_app import paths
from desktop_app.ui.look.tokens import FIELD, TARGET, Radius, Space, Tokens, Type


class Role(StrEnum):
    """What part a widget plays, where its class alone does not tell its look."""

    PRIMARY = "primary"
    PLAIN = "plain"
    LINK = "link"
    ICON = "icon"
    ROW = "row"
    CARD = "card"
    BAR = "bar"
    SIDE = "side"
    DESK = "desk"
    TITLE = "title"
    HEADING = "heading"
    LABEL = "label"
    QUIET = "quiet"
    WARNING = "warning"
    ERROR = "error"
    GOOD = "good"
    NOTICE = "notice"
    CAUTION = "caution"
    FAULT = "fault"
    DROP = "drop"
    STILL = "still"
    FOOT = "foot"
    POPUP = "popup"


def play(widget: QWidget, role: Role) -> None:
    """Let `widget` look like `role`, also when it looked otherwise before."""
    if widget.property("role") == role.value:
        return
    widget.setProperty("role", role.value)
    if not widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        return  # it will be dressed once, before it is shown
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def style_sheet(tokens: Tokens) -> str:
    """Return the whole style sheet for one scheme."""
    icons = paths.resource("icons").as_posix()
    values = {name: getattr(tokens, name) for name in Tokens.__slots__}
    sizes = {f"space_{one.name.lower()}": one.value for one in Space}
    types = {f"type_{one.name.lower()}": one.value for one in Type}
    return Template(_SHEET).substitute(
        values,
        **sizes,
        **types,
        icons=icons,
        radius=Radius.FIELD.value,
        card=Radius.CARD.value,
        target=TARGET,
        inner=TARGET - 4,
        field=FIELD - 4,
    )


_SHEET = """
QMainWindow, QDialog, QMessageBox { background: $ground; }
QToolTip {
  background: $text; color: $surface; border: 0; padding: ${space_hair}px ${space_small}px;
}
QLabel[role="title"] { font-size: ${type_title}pt; font-weight: bold; }
QLabel[role="heading"] { font-size: ${type_bar}pt; font-weight: bold; }
QLabel[role="label"] { font-weight: bold; }
QLabel[role="quiet"] { font-size: ${type_quiet}pt; color: $quiet; }
QLabel[role="warning"] { font-size: ${type_quiet}pt; color: $warning; }
QLabel[role="error"] { font-size: ${type_quiet}pt; color: $error; }
QLabel[role="good"] { font-size: ${type_quiet}pt; color: $good; }

QFrame[role="card"] {
  background: $surface; border: 1px solid $line; border-radius: ${card}px;
}
QFrame[role="bar"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame[role="side"] { background: $ground; border: 0; border-right: 1px solid $line; }
QFrame[role="desk"] { background: $desk; border: 0; border-left: 1px solid $line; }
QFrame[role="notice"] {
  background: $soft; border: 0; border-top: 1px solid $line; border-left: 4px solid $soft;
}
QFrame[role="foot"] { background: $ground; border: 0; border-top: 1px solid $line; }
QFrame[role="popup"] {
  background: $surface; border: 1px solid $edge; border-radius: ${radius}px;
}
QFrame[role="caution"], QFrame[role="fault"] {
  background: $surface; border: 0; border-top: 1px solid $line; border-left: 4px solid $warning;
}
QFrame[role="fault"] { border-left-color: $error; }
QFrame[role="row"] { border: 2px solid transparent; border-radius: ${radius}px; }
QFrame[role="drop"] { background: $soft; border: 2px solid $accent; border-radius: ${card}px; }
QFrame[role="still"] { border: 2px solid transparent; }
QFrame[role="row"]:focus { border-color: $accent; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QSplitter::handle { background: $line; }

QLineEdit, QTextEdit, QComboBox {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
  padding: 1px ${space_small}px; selection-background-color: $accent;
  selection-color: $on_accent; min-height: ${field}px; max-height: ${field}px;
}
QTextEdit { padding: 0; min-height: 0; max-height: 100000px; }
QPlainTextEdit {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
  padding: ${space_hair}px; selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px; }
QLineEdit:focus, QTextEdit:focus, QComboBox:focus { border: 2px solid $accent; }
QLineEdit:focus, QComboBox:focus { padding: 0 7px; }
QLineEdit QToolButton, QLineEdit QToolButton:focus, QLineEdit QToolButton:hover {
  background: transparent; border: 0; padding: 0; margin: 0; min-height: 0;
}
QLineEdit[trouble="warning"]:!focus, QTextEdit[trouble="warning"]:!focus,
QComboBox[trouble="warning"]:!focus { border-color: $warning; }
QLineEdit[trouble="error"]:!focus, QTextEdit[trouble="error"]:!focus,
QComboBox[trouble="error"]:!focus, QLineEdit[wrong="true"]:!focus { border-color: $error; }
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled { color: $quiet; background: $ground; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: url($icons/chevron-$name.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
  background: $surface; border: 1px solid $edge; outline: 0;
}
QComboBox QAbstractItemView::item { min-height: ${target}px; padding: 0 ${space_small}px; }
QComboBox QAbstractItemView::item:selected { background: $soft; color: $text; }

QCheckBox { spacing: ${space_small}px; min-height: ${target}px; border: 2px solid transparent;
  border-radius: ${radius}px; padding: 0 2px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator { width: 18px; height: 18px; border: 1px solid $edge; border-radius: 4px;
  background: $surface; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url($icons/check-$name.svg); }

QRadioButton { spacing: ${space_small}px; min-height: ${target}px; border: 2px solid transparent;
  border-radius: ${radius}px; padding: 0 2px; }
QRadioButton:focus { border-color: $accent; }
QRadioButton:disabled { color: $quiet; }
QRadioButton::indicator { width: 18px; height: 18px; border: 1px solid $edge;
  border-radius: 10px; background: $surface; }
QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 6px solid $accent;
  border-radius: 10px; background: $on_accent; }

QPushButton, QToolButton {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
  min-height: ${inner}px; padding: 1px ${space_large}px; outline: 0;
}
QToolButton { padding: 1px ${space_hair}px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:hover, QToolButton:hover { border-color: $accent; }
QPushButton:pressed, QToolButton:pressed { background: $soft; }
QPushButton:focus { border: 2px solid $accent; padding: 0 15px; }
QToolButton:focus { border: 2px solid $accent; padding: 0 3px; }
QPushButton:disabled, QToolButton:disabled { color: $quiet; border-color: $line; }
QPushButton::menu-indicator {
  image: url($icons/chevron-$name.svg); width: 14px; height: 14px;
  subcontrol-origin: padding; subcontrol-position: center right; right: ${space_small}px;
}
QPushButton[menu="true"] { padding-right: 28px; }
QPushButton[menu="true"]:focus { padding-right: 27px; }
QPushButton[role="primary"] {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: bold;
}
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {
  background: $accent_pressed;
}
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled {
  background: $line; color: $quiet; border-color: $line;
}
QPushButton[role="link"], QToolButton[role="icon"] {
  background: transparent; border: 2px solid transparent; color: $accent;
  padding: 0 ${space_small}px; min-height: ${inner}px;
}
QPushButton[role="link"]:hover, QToolButton[role="icon"]:hover { background: $soft; }
QPushButton[role="link"]:focus, QToolButton[role="icon"]:focus {
  border: 2px solid $accent; padding: 0 ${space_small}px;
}
QPushButton[role="link"]:disabled { color: $quiet; }
QToolButton[role="icon"], QToolButton[role="icon"]:focus {
  padding: 0; min-width: ${inner}px; max-width: ${inner}px;
}
QPushButton[role="row"] {
  background: transparent; border: 2px solid transparent; text-align: left;
  padding: 0 ${space_small}px;
}
QPushButton[role="row"]:hover { background: $soft; }
QPushButton[role="row"]:focus { border-color: $accent; }

QTableView { background: transparent; border: 0; outline: 0; }
QTableView::item:selected { background: $accent; color: $on_accent; border-radius: ${radius}px; }
QTableView::item:hover:!selected { background: $soft; border-radius: ${radius}px; }
QHeaderView, QHeaderView::section { background: transparent; border: 0; color: $quiet; }
QTreeView, QListView { background: transparent; border: 0; outline: 0; }
QListWidget#revisions::item { padding: ${space_small}px ${space_medium}px;
  border: 2px solid transparent; border-radius: ${radius}px; color: $text; }
QListWidget#revisions::item:hover { background: $soft; }
QListWidget#revisions::item:selected { background: $soft; color: $text; }
QListWidget#revisions::item:selected:active { border-color: $line; }
QListWidget#revisions:focus::item:selected { border-color: $accent; }
QListView[role="popup"] { background: $surface; border: 1px solid $edge; }
QListView[role="popup"]::item { min-height: ${target}px; padding: 0 ${space_small}px; }
QListView[role="popup"]::item:selected { background: $accent; color: $on_accent; }
QListView[role="popup"]::item:hover:!selected { background: $soft; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: 0; background: $line; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; }
QMenu { background: $surface; border: 1px solid $edge; padding: ${space_hair}px; }
QMenu::item { padding: 1px ${space_huge}px; border-radius: 4px; min-height: ${inner}px; }
QMenu::item:selected { background: $soft; color: $text; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: ${space_hair}px ${space_small}px; }
"""
