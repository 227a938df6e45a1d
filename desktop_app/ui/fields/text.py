"""The field of a text: one line that wraps, or paragraphs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.report.fields import Field, Kind
from desktop_app.services.words.listed import list_items
from desktop_app.ui.editing.edits import Put
from desktop_app.ui.fields.base import Ask, FieldWidget, Spelling
from desktop_app.ui.fields.completion import Completion
from desktop_app.ui.fields.growing import GrowingText
from desktop_app.ui.fields.spelling import Underlines


class TextField(FieldWidget):
    """Enters a Text; `empty` is the value of nothing typed."""

    lines_pasted = Signal(str)  # lines that want rows and cells of their own

    def __init__(self, *, one_line: bool, in_rows: bool = False, empty: str | None = None) -> None:
        super().__init__()
        self._in_rows = in_rows
        self._empty = empty
        self._edit = GrowingText(one_line=one_line, in_rows=in_rows)
        self._edit.textChanged.connect(self._typed)
        self._edit.pasted.connect(self._take)
        self._edit.left.connect(self._trim)
        self._shown: str | None = empty
        self._touched = False
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
        self._touched = False
        if text != self._edit.text():
            self._edit.show_text(text)

    def take_known(self, field: Field, ask: Ask) -> None:
        """Offer what was typed before in such fields."""
        if field.known is not None:
            Completion(self._edit, field.known, ask)

    def take_spelling(self, field: Field, spelling: Spelling) -> None:
        """Underline doubted words; names of people and places are no matter of spelling."""
        if field.known is None and field.kind is not Kind.URL:
            Underlines(self._edit, spelling)

    def read(self, text: str) -> str:
        """Return the text itself."""
        return text

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
            self._touched = True
            self.changed.emit(Put((), self._shown))

    def _trim(self) -> None:
        """Drop the spaces around what was typed, which nobody sees, once the keyboard has left."""
        text = self._edit.text().strip()
        if self._touched and text != self._edit.text():
            self._shown = text or self._empty
            self._edit.show_text(text)
            self.changed.emit(Put((), self._shown, tidies=True))

    def _take(self, text: str) -> None:
        """Offer pasted lines to the list around, or put them into the one line."""
        items = list_items(text)
        several = len(items) > 1 or "\t" in text or any("\n" in item for item in items)
        if self._in_rows and several:
            self.lines_pasted.emit(text)
        elif self._in_rows and items and self._edit.is_replaced:
            self._edit.insert(items[0])
        elif "\n" in text or "\t" in text:
            self._edit.insert(" ".join(text.split()))
        else:
            self._edit.insert(text)
