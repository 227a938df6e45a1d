"""Outline, form and pages side by side; the pages fold where there is no room, or are torn off."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.ui.preview.preview import Preview
from desktop_app.ui.preview.torn_off import TornOff

_OUTLINE, _FORM, _PAPER = 196, 440, 300
"""Least widths, in device-independent pixels."""

_FORM_BESIDE = 560
"""The form's least width beside pages: they fold before its fields are squeezed."""

ROOM = _OUTLINE + _FORM_BESIDE + _PAPER + 2
"""The width from which on there is room for all three."""


class Panes(QSplitter):
    """Lets the pages go where the form would be squeezed, and brings them back with the room."""

    def __init__(self, outline: QWidget, form: QWidget, preview: Preview) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._preview = preview
        self._form = form
        self._sizes: list[int] = []  # before the pages were torn off
        self._wanted = True  # what was asked for with F9, where there is room
        self._torn: TornOff | None = None
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for part, least in ((outline, _OUTLINE), (form, _FORM), (preview, _PAPER)):
            part.setMinimumWidth(least)
            self.addWidget(part)
        self.setStretchFactor(1, 3)
        self.setStretchFactor(2, 2)
        self.setSizes([268, 658, 440])

    def fold(self) -> None:
        """Show or hide the pages; where there is no room for them, in a window of their own."""
        if self._torn is not None:
            self._torn.close()
        elif self.width() < ROOM:
            self.tear()
        else:
            self._wanted = not self._wanted
            self._make_room()

    def look_for(self) -> None:
        """Let people look for words on the pages, wherever those are."""
        if self._torn is None and not self._preview.isVisible():
            self.fold()
        self._preview.look_for()

    def tear(self) -> None:
        """Move the pages into a window of their own, or back."""
        if self._torn is not None:
            self._torn.close()
            return
        self._sizes = self.sizes()
        self._torn = TornOff(self._preview, self.window().windowTitle(), self)
        self._torn.closed.connect(self._take_back)
        self._preview.say_torn(True)
        self._torn.show()

    def _take_back(self) -> None:
        torn, self._torn = self._torn, None
        self.addWidget(self._preview)
        self.setStretchFactor(2, 2)
        self._preview.say_torn(False)
        self._wanted = True
        self._make_room()
        if self._preview.isVisible() and len(self._sizes) == 3 and all(self._sizes):
            self.setSizes(self._sizes)
        self._go_back()
        if torn is not None:
            torn.deleteLater()

    def _go_back(self) -> None:
        """Give the keyboard to the form, where it was last."""
        there = self._form.focusWidget()
        if there is not None:
            there.setFocus()

    def _make_room(self) -> None:
        if self._torn is None:
            beside = self._wanted and self.width() >= ROOM
            self._form.setMinimumWidth(_FORM_BESIDE if beside else _FORM)
            self._preview.setVisible(beside)

    def minimumSizeHint(self) -> QSize:
        """Ask for no room for the pages, which fold by themselves."""
        return QSize(_OUTLINE + _FORM + 1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the pages as the window's width changes."""
        super().resizeEvent(event)
        self._make_room()
