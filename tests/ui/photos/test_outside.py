"""Attachments and links are opened outside, never run."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QToolButton

from desktop_app.report.values import Activity, Attachment, Link, Report
from desktop_app.ui.running.tasks import Tasks
from tests.ui.forms import Form, clause
from tests.ui.person import CONTROL, press, until

KEY = Qt.Key
PDF, EXE = "files/0001.pdf", "files/0002.exe"
FILED = (Attachment(file=PDF, title="รายงาน: ครั้งที่ 1/2566"), Attachment(file=EXE, title="เกม"))
LINKS = (Link(label="เว็บ", url="www.phitsanulok.go.th/a"), Link(url="file:///etc/passwd"))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What was opened outside."""
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    return asked


@pytest.fixture
def form(tasks: Tasks) -> Form:
    """A page with attachments and links."""
    activity = Activity(attachments=FILED, links=LINKS)
    made = Form(clause(7), Report(fiscal_year=2566, activities=(activity,)), tasks)
    made.session.add_files({PDF: b"%PDF", EXE: b"MZ"})
    return made


def test_an_attachment_is_opened_as_a_copy_that_goes_again(form: Form, opened: list[QUrl]) -> None:
    form.page.go_to(("activities", 0, "attachments", 0))
    press(KEY.Key_O, CONTROL)
    until(lambda: opened)
    path = Path(opened[0].toLocalFile())
    assert path.name == "รายงาน ครั้งที่ 1 2566.pdf"
    assert path.read_bytes() == b"%PDF"
    form.files.close()
    assert not path.exists()


def test_a_program_is_not_opened(form: Form, opened: list[QUrl]) -> None:
    told: list[object] = []
    form.tasks.failed.connect(told.append)
    form.page.go_to(("activities", 0, "attachments", 1))
    press(KEY.Key_O, CONTROL)
    until(lambda: told)
    assert opened == []


def test_a_page_of_the_web_is_opened_and_nothing_else(form: Form, opened: list[QUrl]) -> None:
    form.page.go_to(("activities", 0, "links", 0, "url"))
    press(KEY.Key_O, CONTROL)
    form.page.go_to(("activities", 0, "links", 1, "url"))
    press(KEY.Key_O, CONTROL)
    assert [url.toString() for url in opened] == ["https://www.phitsanulok.go.th/a"]
    buttons = form.page.findChildren(QToolButton)
    whether = [one.isEnabled() for one in buttons if one.accessibleName().startswith("เปิดลิงก์")]
    assert whether == [True, False]


def test_attachments_are_moved_and_removed_by_keyboard(form: Form) -> None:
    form.page.go_to(("activities", 0, "attachments", 1))
    press(KEY.Key_Up, CONTROL)
    assert [one.file for one in form.activity.attachments] == [EXE, PDF]
    press(KEY.Key_Delete, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert [one.file for one in form.activity.attachments] == [PDF]
