"""Text that grows with what is typed: one line that wraps, or paragraphs."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from desktop_app.ui.editing.edits import Put
from desktop_app.ui.fields.base import FieldWidget
from desktop_app.ui.fields.menu import is_history_key, show_text_menu
from desktop_app.ui.fields.pasting import pasted_items
from desktop_app.ui.look.tokens import FIELD

_BORDER = 2
_ABOVE = 1
_LONGEST = 12
"""Lines after which a text scrolls instead of growing."""


class GrowingText(QTextEdit):
    """Plain text as high as it needs; Enter makes no second line where `one_line`."""

    pasted = Signal(str)  # several lines, where one line is wanted

    def __init__(self, *, one_line: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one_line = one_line
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(10, _ABOVE, 10, 0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """Return what stands here, character by character, with line feeds between lines."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

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

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next control by Enter where one line is wanted."""
        if self._one_line and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand several pasted lines to the owner where one line is wanted."""
        text = source.text().strip("\r\n")
        if self._one_line and len(text.splitlines()) > 1:
            self.pasted.emit(text)
        else:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of all text fields."""
        show_text_menu(self, event.globalPos())


class TextField(FieldWidget):
    """Enters a Text; `empty` is the value of nothing typed."""

    lines_pasted = Signal(object)  # a tuple of texts that want rows of their own

    def __init__(self, *, one_line: bool, in_rows: bool = False, empty: str | None = None) -> None:
        super().__init__()
        self._in_rows = in_rows
        self._empty = empty
        self._edit = GrowingText(one_line=one_line)
        self._edit.textChanged.connect(self._typed)
        self._edit.pasted.connect(self._take)
        self._shown: str | None = empty
        self._row.addWidget(self._edit)

    @property
    def edit(self) -> GrowingText:
        """The control itself."""
        return self._edit

    def value(self) -> str | None:
        """Return the text, or what stands for none."""
        return self._edit.text() or self._empty

    def set_value(self, value: object) -> None:
        """Show a text; the cursor stays where it is when the text is there already."""
        text = value if isinstance(value, str) else ""
        self._shown = text or self._empty
        if text != self._edit.text():
            self._edit.setPlainText(text)

    def entry(self) -> QWidget:
        """Return the text control."""
        return self._edit

    def shows_text(self) -> bool:
        """Tell whether the text is not empty, be it spaces only."""
        return bool(self._edit.text())

    def hint(self, words: str) -> None:
        """Show `words` while nothing is typed."""
        self._edit.setPlaceholderText(words)

    def _typed(self) -> None:
        if self.value() != self._shown:
            self._shown = self.value()
            self.changed.emit(Put((), self._shown))

    def _take(self, text: str) -> None:
        """Offer pasted lines to the list around, or put them into the one line."""
        items = pasted_items(text)
        if self._in_rows and len(items) > 1:
            self.lines_pasted.emit(items)
        else:
            self._edit.textCursor().insertText(" ".join(text.split()))
