"""A text that is as high as what is typed in it, and whose lines end between Thai words."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from desktop_app.services.words.line_ends import line_ends
from desktop_app.ui.fields.menu import is_history_key, text_menu
from desktop_app.ui.fields.pasting import pasted_text
from desktop_app.ui.fields.wrapping import WordLayout
from desktop_app.ui.look.tokens import FIELD

_BORDER = 2
_ABOVE = 1
_DRESSED = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})
_LONGEST = 12
"""Lines after which a text scrolls instead of growing."""


class GrowingText(QTextEdit):
    """Plain text as high as it needs; Enter makes no second line where `one_line`."""

    pasted = Signal(str)  # lines or cells where one line is wanted, or a whole item of a list
    left = Signal()
    menu_asked = Signal(object, int)  # the QMenu that is about to be shown, the position it is for

    def __init__(
        self, *, one_line: bool, in_rows: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._one_line = one_line
        self._is_shown = False
        self._parts = one_line or in_rows  # pasted lines are several things
        self._in_rows = in_rows
        self._layout = self._laid_out()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setViewportMargins(10, _ABOVE, 10, 0)
        self._layout.documentSizeChanged.connect(self._grow)
        self._grow()

    def _laid_out(self) -> WordLayout:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        layout = WordLayout(document, line_ends, self.hasFocus)
        document.setDocumentLayout(layout)
        self.setDocument(document)
        document.setDefaultFont(self.font())
        return layout

    def text(self) -> str:
        """Return what stands here, character by character, with line feeds between lines."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def is_being_shown(self) -> bool:
        """Whether the text that changes now is shown, and not typed."""
        return self._is_shown

    def show_text(self, text: str) -> None:
        """Show a text, with the cursor at its end."""
        self._is_shown = True
        self.setPlainText(text)
        self._is_shown = False
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = round(self.document().size().height())
        most = line * _LONGEST + 2 * _BORDER
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if wanted > most else policy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(max(FIELD, min(wanted, most) + 2 * _BORDER + _ABOVE))

    def sizeHint(self) -> QSize:
        """Ask for the height that the text needs."""
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink where another width breaks the lines otherwise."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the text out anew in another face; Qt tells of one also where it is the same."""
        super().changeEvent(event)
        if event.type() in _DRESSED and self.document().defaultFont() != self.font():
            self.document().setDefaultFont(self.font())
            self._grow()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard has left."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        }:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next control by Enter where one line is wanted, and word by word."""
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        marking = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        by_word = held == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._one_line:
                self.focusNextChild()
            case Qt.Key.Key_Left if by_word:
                self._go_by_word(-1, marking=marking)
            case Qt.Key.Key_Right if by_word:
                self._go_by_word(1, marking=marking)
            case _:
                super().keyPressEvent(event)

    def _go_by_word(self, way: int, *, marking: bool) -> None:
        """Go to where the next word begins: Qt knows Thai words only where it finds libthai."""
        cursor = self.textCursor()
        block = cursor.block()
        here = cursor.positionInBlock()
        places = (0, *line_ends(block.text()), block.length() - 1)
        number = bisect_right(places, here) if way > 0 else bisect_left(places, here) - 1
        if 0 <= number < len(places):
            to = block.position() + places[number]
        else:
            to = max(0, min(cursor.position() + way, self.document().characterCount() - 1))
        mode = QTextCursor.MoveMode
        cursor.setPosition(to, mode.KeepAnchor if marking else mode.MoveAnchor)
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand several pasted lines, cells, or the whole of a row's text to the owner."""
        text = pasted_text(source, lists=self._parts).strip("\n")
        whole = self._in_rows and self.is_replaced
        if self._parts and ("\n" in text or "\t" in text or whole):
            self.pasted.emit(text)
        else:
            self.insert(text)

    @property
    def is_replaced(self) -> bool:
        """Whether what is put in now takes the place of all that stands here, be it nothing."""
        return self.textCursor().selectedText() == self.document().toRawText()

    def insert(self, text: str) -> None:
        """Put text where the cursor is, in place of what is marked."""
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of all text fields, and at its head what others have to say."""
        menu = text_menu(self)
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_keys else self.cursorForPosition(event.pos())
        self.menu_asked.emit(menu, cursor.position())
        menu.exec(event.globalPos())
        menu.deleteLater()
