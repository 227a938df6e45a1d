"""A bug is shown with its details and logged; what people can mend is said calmly."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QWidget

from desktop_app.errors import EnvironmentFault, Fault, Said, UserFault
from desktop_app.logs import BugElsewhere
from desktop_app.ui.running.catching import BugCatcher
from desktop_app.ui.running.crash import CrashDialog
from tests.ui.person import click, seen, settle, until


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

    BugCatcher(log, CrashDialog, home).install()

    def broken() -> None:
        name = "นายสมชาย ใจดี"  # what a report holds, in the frame that fails
        raise ZeroDivisionError(f"{name} 1-2345-67890-12-3 อยู่บ้านเลขที่ 99")

    QTimer.singleShot(0, home, broken)
    until(lambda: home.findChildren(QDialog))
    (dialog,) = home.findChildren(QDialog)
    details = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert "ZeroDivisionError(str)" in details
    assert "test_crash.py" in details
    assert not re.search(r"[\u0e00-\u0e7f]|67890", details)
    click(dialog, "copy_details")
    assert QGuiApplication.clipboard().text() == details
    assert [type(error) for error in logged] == [ZeroDivisionError]
    click(dialog, "go_on")
    settle()
    assert not dialog.isVisible()


def test_the_dialog_says_whether_the_work_is_saved(home: QWidget) -> None:
    catcher = BugCatcher(lambda _: None, CrashDialog, home)
    catcher.install()
    faults = [None, EnvironmentFault(Said("ดิสก์เต็ม ยังไม่ได้บันทึก", "The disk is full"))]
    catcher.rescue = lambda: faults.pop(0)

    def broken() -> None:
        raise ZeroDivisionError

    for said in ("งานที่พิมพ์ไว้บันทึกแล้ว", "ดิสก์เต็ม ยังไม่ได้บันทึก"):
        QTimer.singleShot(0, home, broken)
        until(lambda: any(one.isVisible() for one in home.findChildren(QDialog)))
        (dialog,) = (one for one in home.findChildren(QDialog) if one.isVisible())
        assert seen(dialog, "crash_safe", QLabel).text() == said
        click(dialog, "go_on")
    assert faults == []


def test_the_dialog_never_says_that_work_is_saved_where_saving_it_fails_by_a_bug(
    home: QWidget,
) -> None:
    logged: list[type[BaseException]] = []
    catcher = BugCatcher(lambda error: logged.append(type(error)), CrashDialog, home)
    catcher.install()

    def broken() -> None:
        raise ZeroDivisionError

    def unsaved() -> None:
        raise RuntimeError

    QTimer.singleShot(0, home, broken)
    until(lambda: home.findChildren(QDialog))
    (dialog,) = home.findChildren(QDialog)
    safe = seen(dialog, "crash_safe", QLabel)
    assert safe.text() == "งานที่พิมพ์ไว้บันทึกแล้ว"
    catcher.rescue = unsaved
    QTimer.singleShot(0, home, broken)  # while the dialog is open
    until(lambda: safe.text().startswith("บันทึกสิ่งที่พิมพ์ล่าสุดไม่ได้"))
    assert logged == [ZeroDivisionError, ZeroDivisionError, RuntimeError]
    click(dialog, "go_on")


def test_a_dialog_that_cannot_be_made_is_tried_once_for_a_bug_and_the_work_is_saved(
    home: QWidget,
) -> None:
    logged: list[type[BaseException]] = []
    rescued: list[None] = []

    def no_dialog(*_: object) -> CrashDialog:
        raise RuntimeError

    catcher = BugCatcher(lambda error: logged.append(type(error)), no_dialog, home)
    catcher.install()
    catcher.rescue = lambda: rescued.append(None)

    def broken() -> None:
        raise ZeroDivisionError

    for _ in range(2):
        QTimer.singleShot(0, home, broken)
        until(lambda: rescued)
        assert (len(rescued), logged) == (1, [ZeroDivisionError, RuntimeError])
        rescued.clear()
        logged.clear()


def test_a_log_that_fails_by_a_bug_leaves_the_dialog(home: QWidget) -> None:
    def no_log(_: BaseException) -> None:
        raise RuntimeError

    BugCatcher(no_log, CrashDialog, home).install()

    def broken() -> None:
        raise ZeroDivisionError

    QTimer.singleShot(0, home, broken)
    until(lambda: home.findChildren(QDialog))
    click(home.findChildren(QDialog)[0], "go_on")


def test_the_details_of_a_bug_in_another_process_say_where_it_was_there(home: QWidget) -> None:
    dialog = CrashDialog(BugElsewhere("work.py, line 7, in set\nKeyError(str)"), None, home)
    details = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert "| work.py, line 7, in set\n  | KeyError(str)" in details


def test_a_fault_that_nobody_took_opens_no_dialog(home: QWidget) -> None:
    catcher = BugCatcher(lambda _: None, CrashDialog, home)
    catcher.install()
    faults: list[Fault] = []
    catcher.fault.connect(faults.append)

    def broken() -> None:
        raise UserFault(Said("ไฟล์เสีย", "The file is damaged"))

    QTimer.singleShot(0, home, broken)
    until(lambda: faults)
    assert home.findChildren(QDialog) == []
