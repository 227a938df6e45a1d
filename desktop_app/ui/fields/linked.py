"""The address of a page of the web, with a button that opens it."""

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent

from desktop_app.ui.fields.text import TextField
from desktop_app.ui.look.buttons import IconButton
from desktop_app.ui.look.icons import Icon

_SCHEMES = {"http", "https"}


class LinkField(TextField):
    """Enters an address as text; Ctrl+O opens it."""

    def __init__(self, *, in_rows: bool = False) -> None:
        super().__init__(one_line=True, in_rows=in_rows)
        self._open = IconButton(Icon.OPEN, self.tr("เปิดลิงก์"))
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.clicked.connect(self._show_page)
        self._row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        self.edit.textChanged.connect(self._show_whether)
        self.edit.installEventFilter(self)
        self._show_whether()

    def name(self, words: str, help_words: str = "") -> None:
        """Name the text, and the button by what it opens."""
        super().name(words, help_words)
        self._open.say(
            self.tr("เปิด{whole}").format(whole=words.split(":", maxsplit=1)[0]), "Ctrl+O"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the page by its keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if held and event.key() == Qt.Key.Key_O:
                self._show_page()
                return True
        return super().eventFilter(watched, event)

    def _address(self) -> QUrl:
        """Return what is to be opened; an empty one where the text is no address of the web."""
        text = (self.edit.text() or "").strip()
        whole = text if "://" in text else f"https://{text}"
        url = QUrl(whole, QUrl.ParsingMode.StrictMode)
        return url if url.scheme() in _SCHEMES and "." in url.host() else QUrl()

    def _show_whether(self) -> None:
        self._open.setEnabled(self._address().isValid())

    def _show_page(self) -> None:
        if (url := self._address()).isValid():
            QDesktopServices.openUrl(url)
