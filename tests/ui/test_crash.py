"""A bug is shown with its details and logged; what people can mend is said calmly."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from desktop_app.errors import Fault, Said, UserFault
from desktop_app.ui.running.crash import BugCatcher
from tests.ui.person import click, settle, until


@pytest.fixture
def home(app: object) -> Iterator[QWidget]:
    del app
    widget = QWidget()
    widget.show()
    yield widget
    widget.close()


def test_a_bug_is_logged_and_can_be_copied(home: QWidget, tmp_path: Path) -> None:
    logged: list[BaseException] = []

    def log(error: BaseException) -> Path:
        logged.append(error)
        return tmp_path / "suanruam.log"

    BugCatcher(log, home).install()

    def broken() -> None:
        raise ZeroDivisionError("เกินคาด")

    QTimer.singleShot(0, home, broken)
    until(lambda: home.findChildren(QDialog))
    (dialog,) = home.findChildren(QDialog)
    details = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert "ZeroDivisionError: เกินคาด" in details
    click(dialog, "copy_details")
    assert QGuiApplication.clipboard().text() == details
    assert [type(error) for error in logged] == [ZeroDivisionError]
    click(dialog, "go_on")
    settle()
    assert not dialog.isVisible()


def test_a_fault_that_nobody_took_opens_no_dialog(home: QWidget) -> None:
    catcher = BugCatcher(lambda _: None, home)
    catcher.install()
    faults: list[Fault] = []
    catcher.fault.connect(faults.append)

    def broken() -> None:
        raise UserFault(Said("ไฟล์เสีย", "The file is damaged"))

    QTimer.singleShot(0, home, broken)
    until(lambda: faults)
    assert home.findChildren(QDialog) == []
