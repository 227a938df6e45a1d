"""What all text fields share: their menu, and undo and redo left to the window."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit


def is_history_key(event: QEvent) -> bool:
    """Tell whether a text field is about to claim undo or redo, which belong to the report."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
        QKeySequence.StandardKey.Redo
    )


def show_text_menu(edit: QLineEdit | QTextEdit, at: QPoint) -> None:
    """Show cut, copy, paste and select all at a point of the screen."""
    menu = text_menu(edit)
    menu.exec(at)
    menu.deleteLater()


def text_menu(edit: QLineEdit | QTextEdit) -> QMenu:
    """Return a menu with cut, copy, paste and select all."""
    menu = QMenu(edit)
    marked = (
        edit.hasSelectedText() if isinstance(edit, QLineEdit) else edit.textCursor().hasSelection()
    )
    menu.addAction(_said("ตัด\tCtrl+X"), edit.cut).setEnabled(marked)
    menu.addAction(_said("คัดลอก\tCtrl+C"), edit.copy).setEnabled(marked)
    paste = menu.addAction(_said("วาง\tCtrl+V"), edit.paste)
    paste.setEnabled(bool(QGuiApplication.clipboard().text()))
    menu.addSeparator()
    menu.addAction(_said("เลือกทั้งหมด\tCtrl+A"), edit.selectAll)
    return menu


def _said(words: str) -> str:
    return QCoreApplication.translate("TextMenu", words)
