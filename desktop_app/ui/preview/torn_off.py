"""The pages in a window of their own, as on a second screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.preview.preview import Preview


class TornOff(QWidget):
    """Holds the preview until it is closed; lives no longer than the window that it came from."""

    closed = Signal()

    def __init__(self, preview: Preview, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("torn_off")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.entitle(name)
        parent.window().windowTitleChanged.connect(self.entitle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(preview)
        preview.add_shortcuts(self)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(preview.look_for)
        QShortcut(QKeySequence("F9"), self).activated.connect(self.close)
        preview.show()
        preview.take_keyboard()
        self._take_place(parent)

    def entitle(self, name: str) -> None:
        """Say whose pages these are."""
        self.setWindowTitle(self.tr("ตัวอย่างก่อนพิมพ์ – {name}").format(name=name))

    def _take_place(self, beside: QWidget) -> None:
        """Fill another screen, where there is one; else stand beside with room for a page."""
        own = beside.screen()
        others = [one for one in QGuiApplication.screens() if one is not own]
        room = (others[0] if others else own).availableGeometry()
        if others:
            self.setGeometry(room)
        else:
            self.resize(min(760, room.width()), min(960, room.height() - 40))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the preview back."""
        self.closed.emit()
        super().closeEvent(event)
