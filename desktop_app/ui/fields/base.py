"""The one protocol of everything that enters a field's value."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop_app.report.editing import Path
from desktop_app.report.fields import Field, Known
from desktop_app.services.words.spelling import Doubt
from desktop_app.thai.numerals import thai_digits_in
from desktop_app.ui.fields.readings import Spans
from desktop_app.ui.fields.trouble import Troubles, mark

Ask = Callable[[QObject, Known, Callable[[tuple[str, ...]], None]], None]
"""Asks for the words that are known, and hands them over when they are there."""


class Spelling(Protocol):
    """Who knows how words are spelt."""

    def look(self, asker: QObject, text: str, then: Callable[[tuple[Doubt, ...]], None]) -> None:
        """Hand over the doubted words of a text."""

    def learn(self, word: str) -> None:
        """Take a word for right from now on."""


class FieldWidget(QWidget):
    """Shows a value and asks for edits of it; it never changes the report itself."""

    changed = Signal(object)  # an Edit, with a path relative to the field
    unread = Signal(object)  # an Unread, with a path relative to the field
    offer_asked = Signal()  # what is offered is wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thai_digits = False
        self._help = ""
        self._troubles: Troubles = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def value(self) -> object:
        """Return the value that is shown."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show `value`, asking for no edit; what already shows it is left untouched."""
        raise NotImplementedError

    def entry(self) -> QWidget:
        """Return the control that takes the keyboard first."""
        raise NotImplementedError

    def name(self, words: str, help_words: str = "") -> None:
        """Give the control its accessible name, and its help as tool tip."""
        self._help = help_words
        self.entry().setAccessibleName(words)
        self._describe()
        self.entry().setToolTip(help_words)

    def shows_text(self) -> bool:
        """Tell whether anything typed is to be seen, be it readable or not."""
        return False

    def take_numerals(self, *, thai: bool) -> None:
        """Show a value's numbers in Thai numerals or not, as it is printed; typed text is left alone.

        All that the window says by itself is in Arabic numerals.
        """
        self._thai_digits = thai

    def numbered(self, words: str) -> str:
        """Return words in the numerals that the report is printed in."""
        return thai_digits_in(words) if self._thai_digits else words

    def take_days(self, spans: Spans) -> None:
        """Learn where a day lies that is typed without a year."""

    def take_known(self, field: Field, ask: Ask) -> None:
        """Offer what was typed before, while one types."""

    def take_spelling(self, field: Field, spelling: Spelling) -> None:
        """Underline doubted words while nobody types."""

    def read(self, text: str) -> object | None:
        """Return the value that `text`, say of a pasted table, stands for; None where it is none."""
        del text
        return None

    def why_unread(self) -> str:
        """Say of text that cannot be read what is wrong; "" where any text is a value."""
        return ""

    def hint(self, words: str) -> None:
        """Show `words` in the control while it is empty, where it can."""

    def show_offered(self, value: object | None) -> bool:
        """Show faintly what is offered, or nothing; return whether a key takes it at once."""
        del value
        return False

    def show_unread(self, path: Path, text: str) -> None:
        """Show text again that was typed before and cannot be read as a value."""

    def show_troubles(self, troubles: Troubles) -> None:
        """Mark what is wrong where it stands; somebody around says it in words."""
        self._troubles = tuple(one for one in troubles if not one.path)
        mark(self.entry(), self._troubles)
        self._describe()

    def _describe(self) -> None:
        said = (*(one.said for one in self._troubles), self._help)
        self.entry().setAccessibleDescription("\n".join(filter(None, said)))

    def go_to(self, path: Path) -> None:
        """Give the keyboard to the control of `path`, which is relative to the field."""
        del path
        self.entry().setFocus()

    def takes(self, data: QMimeData) -> bool:
        """Tell whether files let go anywhere on the page are for this field."""
        del data
        return False

    def take(self, data: QMimeData) -> None:
        """Take in what of them is for this field."""

    def path_at(self, control: QWidget) -> Path:
        """Return the path, relative to the field, of what `control` within it enters."""
        del control
        return ()


def leave_field() -> None:
    """Take the keyboard from wherever it is, so that what is typed there is taken in first."""
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.window().setFocus()
