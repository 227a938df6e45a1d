"""The field that searches everything in every report."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.fields.menu import is_history_key
from desktop_app.ui.look.icons import Icon, tinted


class SearchField(QLineEdit):
    """Says what is searched for as one types; Down and Enter go on to what was found."""

    left = Signal()  # on to the list

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("ค้นหาในรายงานทุกฉบับ (Ctrl+F)"))
        self.setAccessibleName(self.tr("ค้นหาในรายงานทุกฉบับ"))
        self.setMaximumWidth(440)
        self._glass = self.addAction(_icon(Icon.SEARCH), self.ActionPosition.LeadingPosition)
        self._glass.setText(self.tr("ค้นหาในรายงานทุกฉบับ"))
        self._glass.triggered.connect(self.take_keyboard)
        self._clear = QAction(_icon(Icon.REMOVE), self.tr("ล้างคำค้น (Esc)"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, self.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self.returnPressed.connect(self.left)

    def take_keyboard(self) -> None:
        """Give the keyboard to the field, all of it marked, so that one can type anew."""
        self.setFocus()
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the view where no letter can be taken back."""
        if is_history_key(event) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear by Escape, go on by Down."""
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Down:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Colour the icons anew when the palette changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._glass.setIcon(_icon(Icon.SEARCH))
            self._clear.setIcon(_icon(Icon.REMOVE))


def _icon(icon: Icon) -> QIcon:
    return tinted(icon, QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
