"""What was typed before, offered below a text while one types; taken only when it is asked for."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from desktop_app.report.fields import Known
from desktop_app.thai.folding import fold
from desktop_app.ui.fields.base import Ask
from desktop_app.ui.fields.growing import GrowingText
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import TARGET, Space

_AROUND = 20
"""Pixels of the list beside its words: air, and what scrolls it."""

_MOST = 40
_SEEN = 6
"""Words in the list, and of them those that are seen without scrolling."""


def matching(words: tuple[str, ...], typed: str) -> tuple[str, ...]:
    """Return the words that hold what is typed: those first that begin with it."""
    wanted = fold(typed)
    found = ((fold(word), word) for word in words)
    held = [
        (not folded.startswith(wanted), word)
        for folded, word in found
        if wanted in folded and wanted != folded
    ]
    return tuple(word for _, word in sorted(held, key=lambda one: one[0]))[:_MOST]


class _Words(QListWidget):
    """The list below the text; the keyboard stays in the text."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("known_words")
        self.setAccessibleName(self.tr("คำที่เคยใช้"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def show_words(self, words: tuple[str, ...], below: QWidget) -> None:
        """Show words at a field."""
        self.clear()
        self.addItems(words)
        self.setCurrentRow(-1)
        for row, word in enumerate(words):
            self.item(row).setToolTip(word)
        self.stand_at(below)
        self.raise_()
        self.show()

    def stand_at(self, below: QWidget) -> None:
        """Stand below a field, or above it where there is no room."""
        side = max(self.sizeHintForRow(0), TARGET)
        height = min(self.count(), _SEEN) * side + 2 * self.frameWidth() + 2
        room = below.window().size()
        at = below.mapTo(below.window(), QPoint(0, below.height() + 2))
        if at.y() + height > room.height():
            at.setY(at.y() - below.height() - height - 4)
        wide = max(below.width(), min(self._widest(), room.width() - 2 * Space.SMALL))
        at.setX(max(Space.SMALL, min(at.x(), room.width() - Space.SMALL - wide)))
        self.setGeometry(at.x(), at.y(), wide, height)

    def _widest(self) -> int:
        """Return the width in which all words can be read to their ends, where they differ."""
        return self.sizeHintForColumn(0) + 2 * self.frameWidth() + _AROUND


class Completion(QObject):
    """Offers words for one text; Down goes into the list, Enter or Tab takes, Esc closes."""

    def __init__(self, edit: GrowingText, known: Known, ask: Ask) -> None:
        super().__init__(edit)
        self._edit = edit
        self._known = known
        self._ask = ask
        self._words: tuple[str, ...] = ()
        self._list: _Words | None = None
        self._typing = False  # since the keyboard came here
        self._taking = False
        edit.installEventFilter(self)
        edit.textChanged.connect(self._typed)

    def _arrived(self, words: tuple[str, ...]) -> None:
        self._words = words
        if self._typing and self._edit.hasFocus():
            self._offer()

    def _typed(self) -> None:
        if self._edit.is_being_shown:  # undone, say
            self.close()
            return
        if not self._edit.hasFocus() or self._taking:
            return
        self._typing = True
        if self._edit.text().strip():
            self._offer()
        else:
            self.close()

    def _offer(self) -> None:
        found = matching(self._words, self._edit.text().strip())
        if not found:
            self.close()
            return
        if self._list is None:
            self._list = _Words(self._edit.window())
            play(self._list, Role.POPUP)
            self._list.itemClicked.connect(lambda item: self._take(item.text()))
            for above in self._above():
                above.installEventFilter(self)
        self._list.show_words(found, self._edit)

    def _above(self) -> Iterator[QWidget]:
        """Yield what moves the text when it moves: everything around it up to the window."""
        around = self._edit.parentWidget()
        while around is not None and not around.isWindow():
            yield around
            around = around.parentWidget()

    def close(self) -> None:
        """Close the list."""
        if self._list is not None:
            for above in self._above():
                above.removeEventFilter(self)
            self._list.hide()
            self._list.deleteLater()
            self._list = None

    def _take(self, word: str) -> None:
        self._taking = True
        self._edit.selectAll()
        self._edit.insert(word)
        self._taking = False
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean the list, before the row and the text see them."""
        if watched is not self._edit:
            if event.type() in {QEvent.Type.Move, QEvent.Type.Resize} and self._list is not None:
                self._list.stand_at(self._edit)
            return False
        match event.type():
            case QEvent.Type.FocusIn:
                self._typing = False
                self._ask(self, self._known, self._arrived)
            case QEvent.Type.FocusOut | QEvent.Type.Hide:
                self.close()
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._took(event)
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        alone = held in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if self._list is None:
            alt = held == Qt.KeyboardModifier.AltModifier
            empty = alone and not self._edit.text()
            if key == Qt.Key.Key_Down and (alt or empty):
                return self._open()
            return False
        if not alone:
            return False
        row, last = self._list.currentRow(), self._list.count() - 1
        if key == Qt.Key.Key_Down:
            self._list.setCurrentRow(min(row + 1, last))
        elif key == Qt.Key.Key_Up and row >= 0:
            self._list.setCurrentRow(row - 1)
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab} and row >= 0:
            self._take(self._list.item(row).text())
        else:
            return False
        return True

    def _open(self) -> bool:
        self._offer()
        if self._list is not None:
            self._list.setCurrentRow(0)
        return self._list is not None
