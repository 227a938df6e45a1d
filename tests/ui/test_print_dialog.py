"""All of Qt's own dialog of printers stays on the screen as it unfolds."""

import sys

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.ui.print_dialog import PrintDialog
from tests.ui.person import pause, show, until


@pytest.mark.skipif(sys.platform != "linux", reason="Windows has a dialog of its own")
@pytest.mark.usefixtures("app")
def test_what_unfolds_at_the_screens_foot_moves_up() -> None:
    parent = QWidget()
    printer = QPrinter()  # which the dialog does not keep
    dialog = PrintDialog(printer, parent)
    show(dialog)
    room = dialog.screen().availableGeometry()
    dialog.move(room.bottomLeft().x(), room.bottom() - dialog.height())
    before = dialog.height()
    (more,) = (one for one in dialog.findChildren(QPushButton) if ">>" in one.text())
    more.click()
    until(lambda: dialog.height() > before)
    pause(50)
    assert room.contains(dialog.frameGeometry())
    dialog.close()
    parent.deleteLater()
