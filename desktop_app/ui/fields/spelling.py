"""Doubted words of a text, underlined while nobody types; what may be meant stands in the menu."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from desktop_app.services.words.spelling import Doubt
from desktop_app.ui.fields.base import Spelling
from desktop_app.ui.fields.growing import GrowingText
from desktop_app.ui.look.theme import tokens

PAUSE = 600
"""Milliseconds without a letter after which a text is looked through."""


@dataclass(frozen=True, slots=True)
class _Looked:
    text: str
    doubts: tuple[Doubt, ...]


class Underlines(QObject):
    """Underlines doubted words in one text."""

    def __init__(self, edit: GrowingText, spelling: Spelling) -> None:
        super().__init__(edit)
        self._edit = edit
        self._spelling = spelling
        self._looked = _Looked("", ())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        edit.textChanged.connect(self._changed)
        edit.menu_asked.connect(self._add_to)
        self._pause.start()

    def _changed(self) -> None:
        self._edit.setExtraSelections([])
        self._pause.start()

    def _look(self) -> None:
        text = self._edit.text()
        if text.strip():
            self._spelling.look(self, text, lambda doubts: self._arrived(text, doubts))

    def _arrived(self, text: str, doubts: tuple[Doubt, ...]) -> None:
        if text == self._edit.text():
            self._looked = _Looked(text, doubts)
            self._edit.setExtraSelections([self._mark(doubt) for doubt in doubts])

    def _mark(self, doubt: Doubt) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shape.setUnderlineColor(QColor(tokens().error))
        mark.cursor, mark.format = self._cursor(doubt), shape
        return mark

    def _cursor(self, doubt: Doubt) -> QTextCursor:
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(doubt.start)
        cursor.setPosition(doubt.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _add_to(self, menu: QMenu, at: int) -> None:
        """Put what may be meant at the head of the menu of a doubted word."""
        if self._looked.text != self._edit.text():
            return
        here = (one for one in self._looked.doubts if one.start <= at <= one.end)
        doubt = next(here, None)
        if doubt is None:
            return
        first = menu.actions()[0]
        for word in doubt.meant:
            action = menu.addAction(word)
            action.triggered.connect(lambda _, w=word: self._replace(doubt, w))
            menu.insertAction(first, action)
        learn = menu.addAction(self.tr("เพิ่มในคำของฉัน"))
        learn.triggered.connect(lambda: self._learn(doubt))
        menu.insertAction(first, learn)
        menu.insertSeparator(first)

    def _replace(self, doubt: Doubt, word: str) -> None:
        self._cursor(doubt).insertText(word)

    def _learn(self, doubt: Doubt) -> None:
        self._spelling.learn(self._cursor(doubt).selectedText())
        self._looked = _Looked("", ())
        self._changed()
