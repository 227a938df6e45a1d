"""The calm bar at the foot of the window, and the thin strip that shows work going on."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar

from desktop_app.errors import Fault
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button, IconButton
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space

SHOWN = 12_000
"""Milliseconds that a message without a fault stays."""


class MessageBar(QFrame):
    """Says one thing, with at most one thing to do about it."""

    def __init__(self) -> None:
        super().__init__()
        play(self, Role.NOTICE)
        self.setObjectName("message_bar")
        self._text = QLabel()
        self._text.setObjectName("message_text")
        self._text.setWordWrap(True)
        self._act = Button("", Role.LINK, name="message_act")
        self._close = IconButton(Icon.REMOVE, "")
        self._close.clicked.connect(self.hide)
        self._passing = True
        self._doing: Callable[[], object] | None = None
        self._act.clicked.connect(self._do)
        self._gone = QTimer(self, singleShot=True, interval=SHOWN)
        self._gone.timeout.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.HUGE, Space.HAIR, Space.MEDIUM, Space.HAIR)
        line.addWidget(self._text, 1)
        line.addWidget(self._act)
        line.addWidget(self._close)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Name the button, in the language that is spoken now; what was said is taken away."""
        self._close.say(self.tr("ปิดข้อความ"))
        self.hide()

    def say(self, text: str, act: str = "", doing: Callable[[], object] | None = None) -> None:
        """Show `text` for a while, with a button that does `doing`."""
        self._text.setText(text)
        self._act.setText(act)
        self._act.setVisible(bool(act))
        self._doing = doing
        self._passing = True
        self.show()
        self._gone.start()

    def say_fault(
        self, fault: Fault, act: str = "", doing: Callable[[], object] | None = None
    ) -> None:
        """Show what went wrong until it is closed."""
        self.say_until_closed(words(fault.said), act, doing)

    def say_until_closed(
        self, text: str, act: str = "", doing: Callable[[], object] | None = None
    ) -> None:
        """Show `text` until it is closed."""
        self.say(text, act, doing)
        self._gone.stop()
        self._passing = False

    def say_while_here(self, text: str) -> None:
        """Show `text` until it is closed, or another view is shown."""
        self.say(text)
        self._gone.stop()

    def leave_view(self) -> None:
        """Take away what was said about the view that is left."""
        if self._passing:
            self.hide()

    @property
    def text(self) -> str:
        """What is to be read at present, or nothing."""
        return self._text.text() if self.isVisible() else ""

    def _do(self) -> None:
        self.hide()
        if self._doing is not None:
            self._doing()


class WorkStrip(QProgressBar):
    """A thin moving strip: something takes longer than half a second."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setFixedHeight(4)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Name the strip in the language that is spoken now."""
        self.setAccessibleName(self.tr("กำลังทำงาน"))
