"""The strip above the pages in which one types what to look for on them."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

from desktop_app.ui.look.buttons import IconButton
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space

_PAUSE = 150
"""Milliseconds without a letter after which the pages are searched."""


class FindStrip(QFrame):
    """Asks for words to be found, and for the next and the one before."""

    asked = Signal(str)
    step_asked = Signal(int)  # 1 or -1
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        play(self, Role.BAR)
        self.setObjectName("find_strip")
        self._field = QLineEdit()
        self._field.setObjectName("find_words")
        self._field.setAccessibleName(self.tr("ค้นหาในตัวอย่างก่อนพิมพ์"))
        self._field.setPlaceholderText(self.tr("ค้นหาในรายงานนี้"))
        self._field.installEventFilter(self)
        self._count = QLabel()
        self._count.setObjectName("find_count")
        play(self._count, Role.QUIET)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._field.textChanged.connect(self._pause.start)
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.SMALL, Space.HAIR, Space.HAIR, Space.HAIR)
        line.setSpacing(Space.HAIR)
        line.addWidget(self._field, 1)
        line.addWidget(self._count)
        for icon, words, keys, step in (
            (Icon.UP, self.tr("ที่พบก่อนหน้า"), "Shift+F3", -1),
            (Icon.DOWN, self.tr("ที่พบถัดไป"), "F3", 1),
        ):
            button = IconButton(icon, words)
            button.say(words, keys)
            button.clicked.connect(lambda _=False, step=step: self.step_asked.emit(step))
            line.addWidget(button)
        close = IconButton(Icon.REMOVE, "")
        close.say(self.tr("ปิดการค้นหา"), "Esc")
        close.clicked.connect(self.left)
        line.addWidget(close)

    @property
    def words(self) -> str:
        """What is looked for."""
        return self._field.text()

    def begin(self) -> None:
        """Take the keyboard, with the words of before to be typed over."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _ask(self) -> None:
        self.asked.emit(self.words)

    def say_count(self, here: int, count: int) -> None:
        """Say which of how many places is shown, counted from 1; none where nothing was found."""
        if not self.words.strip():
            said = ""
        elif not count:
            said = self.tr("ไม่พบ")
        else:
            said = self.tr("{here} / {count}").format(here=here, count=count)
        self._count.setText(said)
        play(self._count, Role.QUIET if count or not said else Role.WARNING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the next place by Enter, to the one before by Shift+Enter, leave by Esc."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_asked.emit(-1 if back else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)
