"""Fields whose value is read from typed text: numbers, years, dates and times.

What cannot be read stays as it was typed, with a message; nothing is thrown away.  As long as it
stands there the report has no value: neither what was there before nor what half the word says.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.report.editing import Path
from desktop_app.ui.editing.edits import Put, Unread
from desktop_app.ui.fields.base import FieldWidget
from desktop_app.ui.fields.menu import is_history_key, show_text_menu
from desktop_app.ui.fields.readings import Reading
from desktop_app.ui.language import words

_AROUND = 52
"""Pixels of a line beside its text: edges, and a button within."""


_LEAST_AROUND = 34
"""Pixels that a date needs beside its text at least."""


class TypedLine(QLineEdit):
    """One short line that says when the keyboard leaves it, and that Enter goes on from."""

    left = Signal()
    down = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next control by Enter."""
        super().keyPressEvent(event)
        if (
            event.key() == Qt.Key.Key_Down
            and not event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.down.emit()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard has left."""
        super().focusOutEvent(event)
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of all text fields."""
        show_text_menu(self, event.globalPos())


class TypedField(FieldWidget):
    """Enters a value that `reading` reads; shown in full once the keyboard has left."""

    spanned = Signal(object, object)  # what was typed is a span: this field's end, and the other

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._takes_spans = self._is_end = False
        self._reading = reading
        self._value: object | None = None
        self._before: object | None = None  # the value when this typing began
        self._wrong = False
        self._told = ""
        self._offered: object | None = None
        self._edit = TypedLine()
        self._edit.down.connect(self._take_offered)
        self._edit.setPlaceholderText(words(reading.hint))
        self._make_room()
        self._edit.textEdited.connect(self._typed)
        self._edit.left.connect(self._left)
        self._row.addWidget(self._edit, 1000)
        self._row.addStretch(1)

    def _make_room(self) -> None:
        wide = self._edit.fontMetrics().horizontalAdvance(self._reading.widest) + _AROUND
        self._edit.setMinimumWidth(min(wide, 140 if self._reading.shorter is None else 160))
        self._edit.setMaximumWidth(wide)

    def showEvent(self, event: QShowEvent) -> None:
        """Make room by the face that the line is shown in: it is not known before."""
        super().showEvent(event)
        self._make_room()

    def value(self) -> object:
        """Return the value that was last read."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show a value, unless what is typed says it already."""
        if value == self._value and self._says(value):
            return
        self._value = self._before = value
        self._wrong, self._told = False, ""
        self._edit.setText(self._shown())
        self._mark()

    def _says(self, value: object) -> bool:
        text = self._edit.text()
        return value is None if not text.strip() else value == self._reading.read(text) is not None

    def show_offered(self, value: object | None) -> bool:
        """Show an offered value in place of the hint; Down takes it while the line is empty."""
        self._offered = value
        shown = self.numbered(self._reading.show(value))
        self._edit.setPlaceholderText(words(self._reading.hint) if value is None else shown)
        return value is not None and not self.shows_text()

    def _take_offered(self) -> None:
        if self._offered is not None and not self.shows_text():
            self.offer_asked.emit()

    def show_unread(self, path: Path, text: str) -> None:
        """Show text that was typed before and cannot be read."""
        del path
        if text != self._edit.text():
            self._edit.setText(text)
        self._wrong, self._told = True, text
        if not self._edit.hasFocus():
            self._mark()

    def read(self, text: str) -> object | None:
        """Return the value that `text` stands for."""
        value = self._reading.read(text)
        return self._reading.mend(text) if value is None else value

    def why_unread(self) -> str:
        """Say what is wrong with text that is no value."""
        return words(self._reading.trouble)

    def take_spans(self, *, is_end: bool) -> None:
        """Take a span that is typed here, as there is another field for its other end."""
        self._takes_spans, self._is_end = True, is_end

    def take_numerals(self, *, thai: bool) -> None:
        """Show the value in the report's numerals."""
        if thai is not self._thai_digits:
            super().take_numerals(thai=thai)
            if not self._wrong and not self._edit.hasFocus():
                self._edit.setText(self._shown())

    def entry(self) -> QWidget:
        """Return the line."""
        return self._edit

    def shows_text(self) -> bool:
        """Tell whether the line is not empty."""
        return bool(self._edit.text())

    def hint(self, words: str) -> None:
        """Show `words` while the line is empty, unless the reading says how to type."""
        if not self._edit.placeholderText():
            self._edit.setPlaceholderText(words)

    def _typed(self, text: str) -> None:
        """Take what can be read; an empty line is None where it may be.

        What cannot be read is None as well, or where that may not be, the value before the typing.
        """
        read = self._reading.read(text) if text.strip() else None
        fine = read is not None or (not text.strip() and self._reading.may_be_empty)
        self._wrong = not fine
        self._take(read if fine or self._reading.may_be_empty else self._before)
        self._tell("" if fine else text, typing=True)

    def _take(self, value: object | None) -> None:
        if value != self._value:
            self._value = value
            self.changed.emit(Put((), value))

    def _tell(self, text: str, *, typing: bool = False) -> None:
        """Say, or stop saying, that `text` cannot be read; no letter of it is ever lost."""
        if text or self._told:
            self._told = text
            said = words(self._reading.trouble) if text else ""
            self.unread.emit(Unread((), text, said, typing))

    def _left(self) -> None:
        """Show the value in full, or say of what was typed that it cannot be read."""
        if self._wrong:
            self._mend(self._edit.text())
        if self._wrong:
            self._tell(self._edit.text())
        else:
            self._before = self._value
            self._edit.setText(self._shown())
        self._mark()

    def _mend(self, text: str) -> None:
        if self._takes_spans and (span := self._reading.span(text)):
            own, other = reversed(span) if self._is_end else span
            self._wrong, self._value = False, own
            self.spanned.emit(own, other)
            self._tell("")
            return
        mended = self._reading.mend(text) if text.strip() else self._value
        if mended is not None:
            self._wrong = False
            self._tell("")
            self._take(mended)

    def take_value(self, value: object) -> None:
        """Take a value that was picked, as if it had been typed."""
        self._wrong = False
        self._tell("")
        self._take(value)
        self._before = value
        self._edit.setText(self._shown())
        self._mark()

    def _shown(self) -> str:
        if self._value is None:
            return ""
        text = self.numbered(self._reading.show(self._value))
        room = self._edit.width() - _LEAST_AROUND
        if self._reading.shorter and self._edit.fontMetrics().horizontalAdvance(text) > room:
            return self.numbered(self._reading.shorter(self._value))
        return text

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the value in full where there is room for it."""
        super().resizeEvent(event)
        if self._reading.shorter and not self._wrong and not self._edit.hasFocus():
            self._edit.setText(self._shown())

    def _mark(self) -> None:
        if bool(self._edit.property("wrong")) is not self._wrong:
            self._edit.setProperty("wrong", self._wrong)
            self._edit.style().unpolish(self._edit)
            self._edit.style().polish(self._edit)
