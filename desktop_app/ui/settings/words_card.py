"""The office's own words, which no line parts and which are never taken for misspelt."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QTextEdit

from desktop_app.ui.settings.card import Card

_PAUSE = 600
_HEIGHT = 150


class WordsCard(Card):
    """One word or name a line."""

    words_changed = Signal(object)  # a tuple of words

    def __init__(self) -> None:
        super().__init__(
            self.tr("คำของหน่วยงาน"),
            self.tr("ชื่อคน ชื่อสถานที่ หรือคำเฉพาะที่ไม่ให้ตัดท้ายบรรทัด บรรทัดละหนึ่งคำ"),
        )
        self._edit = QTextEdit()
        self._edit.setObjectName("own_words")
        self._edit.setAccessibleName(self.tr("คำของหน่วยงาน บรรทัดละหนึ่งคำ"))
        self._edit.setAcceptRichText(False)
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(_HEIGHT)
        self._edit.setEnabled(False)
        self.column.addWidget(self._edit)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)

    def show_words(self, words: Sequence[str]) -> None:
        """Show the words that are kept."""
        self._edit.setPlainText("\n".join(words))
        self._edit.setEnabled(True)
        self._edit.textChanged.connect(self._pause.start)

    def flush(self) -> None:
        """Tell at once what was typed last."""
        if self._pause.isActive():
            self._pause.stop()
            self._tell()

    def _tell(self) -> None:
        lines = (line.strip() for line in self._edit.toPlainText().splitlines())
        self.words_changed.emit(tuple(line for line in lines if line))

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing that was typed."""
        self.flush()
        super().hideEvent(event)
