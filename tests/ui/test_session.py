"""An open report is saved as it changes, and every change can be taken back."""

import datetime as dt
import sys
import threading
from collections.abc import Mapping

import pytest

from desktop_app.errors import EnvironmentFault, Fault, Said
from desktop_app.report.editing import Path
from desktop_app.report.fields import CLAUSES, REPORT_DATA
from desktop_app.report.package import Package, file_paths
from desktop_app.report.values import Activity, Photo, Report
from desktop_app.ui.editing.edits import Added, Put, Removed, Unread
from desktop_app.ui.editing.session import Session
from desktop_app.ui.running.tasks import Tasks
from tests.ui.person import pause, settle, until

NAME = ("agency", "name")
NAME_FIELD = REPORT_DATA.fields[1]
PHOTOS = ("activities", 0, "photos")
PHOTOS_FIELD = CLAUSES[6].fields[0]


class Disk:
    """Keeps reports like the store does: a file that no report names is gone."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.unread: dict[Path, str] = {}
        self.files: dict[str, bytes] = {}
        self.full = False
        self.broken = False

    def save(
        self, report: Report, files: Mapping[str, bytes], unread: Mapping[Path, str]
    ) -> dt.datetime:
        if self.full:
            raise EnvironmentFault(Said("ดิสก์เต็ม", "The disk is full"))
        if self.broken:
            raise ValueError("no bytes")
        have = self.files | dict(files)
        self.files = {name: have[name] for name in file_paths(report)}
        self.unread = dict(unread)
        self.reports.append(report)
        return dt.datetime(2023, 2, 22, 6, 45, tzinfo=dt.UTC)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def session(disk: Disk, tasks: Tasks) -> Session:
    report = Report(fiscal_year=2566, activities=(Activity(),))
    return Session(Package(report), disk, tasks, tasks)


def type_name(session: Session, text: str) -> None:
    for end in range(1, len(text) + 1):
        session.edit(NAME, NAME_FIELD, Put((), text[:end]))


def test_a_pause_in_typing_saves_once(session: Session, disk: Disk) -> None:
    type_name(session, "จังหวัดพิษณุโลก")
    assert disk.reports == []
    until(lambda: disk.reports)
    pause(600)
    assert [one.agency.name for one in disk.reports] == ["จังหวัดพิษณุโลก"]


def test_typing_without_a_pause_is_saved_too(session: Session, disk: Disk) -> None:
    for number in range(60):
        session.edit(NAME, NAME_FIELD, Put((), "ก" * (number + 1)))
        pause(50)
        if disk.reports:
            return
    pytest.fail("typed for three seconds and nothing was saved")


def test_flush_waits_for_the_disk(session: Session, disk: Disk) -> None:
    type_name(session, "อำเภอ")
    assert session.flush() is None
    assert disk.reports[-1].agency.name == "อำเภอ"


def test_a_failed_save_is_said_and_tried_again(session: Session, disk: Disk) -> None:
    failures: list[Fault] = []
    saved: list[dt.datetime] = []
    session.save_failed.connect(failures.append)
    session.saved.connect(saved.append)
    disk.full = True
    type_name(session, "อำเภอ")
    until(lambda: failures)
    assert session.report.agency.name == "อำเภอ"
    disk.full = False
    session.save()
    until(lambda: saved)
    assert disk.reports[-1].agency.name == "อำเภอ"


def test_flush_tells_what_went_wrong(session: Session, disk: Disk) -> None:
    disk.full = True
    type_name(session, "ก")
    fault = session.flush()
    assert fault is not None
    assert fault.said.th == "ดิสก์เต็ม"


@pytest.fixture
def bugs(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """The bugs that reach the crash dialog."""
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    return caught


def test_what_a_bug_kept_from_the_disk_is_not_saved_and_tried_again(
    session: Session, disk: Disk, bugs: list[type[BaseException]]
) -> None:
    failures: list[Fault] = []
    session.save_failed.connect(failures.append)
    disk.broken = True
    type_name(session, "อำเภอ")
    until(lambda: failures)
    assert "ยังอยู่ครบ" in failures[0].said.th
    assert session.flush() is not None
    until(lambda: len(failures) == 2)
    assert bugs == [ValueError]  # told once, however often it is tried again
    disk.broken = False
    assert session.flush() is None
    assert disk.reports[-1].agency.name == "อำเภอ"
    settle()
    disk.broken = True
    type_name(session, "อำเภอเมือง")
    until(lambda: len(bugs) == 2)


def test_no_other_write_hides_or_feigns_what_came_of_the_save(
    session: Session, disk: Disk, tasks: Tasks
) -> None:
    def refuse() -> None:
        raise EnvironmentFault(Said("เก็บคำไม่ได้", "No word is kept"))

    type_name(session, "ก")
    session.save()
    tasks.write(tasks, refuse, lambda _: None)
    assert session.flush() is None
    gate = threading.Event()
    tasks.write(tasks, gate.wait, lambda _: None)
    disk.full = True
    type_name(session, "กข")
    session.save()
    tasks.write(tasks, lambda: None, lambda _: None)
    gate.set()
    assert session.flush() is not None


def test_a_word_is_one_step_and_comes_back(session: Session) -> None:
    type_name(session, "จังหวัด")
    label = session.history.undo_label
    assert label is not None
    assert label.th == "แก้ไขชื่อหน่วยงาน"
    session.undo()
    assert session.report.agency.name is None
    session.redo()
    assert session.report.agency.name == "จังหวัด"


def test_what_was_saved_in_between_is_a_step_of_its_own(session: Session) -> None:
    type_name(session, "ก")
    session.flush()
    session.edit(NAME, NAME_FIELD, Put((), "กข"))
    session.undo()
    assert session.report.agency.name == "ก"


def test_a_removed_photo_comes_back_with_its_bytes(session: Session, disk: Disk) -> None:
    session.add_files({"photos/0001.jpg": b"picture"})
    session.edit(PHOTOS, PHOTOS_FIELD, Added(0, (Photo(file="photos/0001.jpg"),)))
    session.flush()
    session.edit(PHOTOS, PHOTOS_FIELD, Removed(0))
    session.flush()
    assert disk.files == {}
    session.undo()
    assert session.flush() is None
    assert disk.files == {"photos/0001.jpg": b"picture"}


def test_a_photo_comes_back_though_a_save_is_under_way(session: Session, disk: Disk) -> None:
    session.add_files({"photos/0001.jpg": b"picture"})
    session.edit(PHOTOS, PHOTOS_FIELD, Added(0, (Photo(file="photos/0001.jpg"),)))
    session.flush()
    session.edit(PHOTOS, PHOTOS_FIELD, Removed(0))
    session.save()
    session.undo()
    assert session.flush() is None
    assert disk.files == {"photos/0001.jpg": b"picture"}


def test_the_original_of_a_turned_photo_comes_back_though_the_disk_dropped_it(
    session: Session, disk: Disk
) -> None:
    session.add_files({"photos/0001.jpg": b"upright", "photos/0001~r90.jpg": b"turned"})
    session.edit(PHOTOS, PHOTOS_FIELD, Added(0, (Photo(file="photos/0001.jpg"),)))
    session.flush()
    session.edit(PHOTOS, PHOTOS_FIELD, Put((0, "file"), "photos/0001~r90.jpg"))
    session.flush()
    assert disk.files == {"photos/0001~r90.jpg": b"turned"}
    session.undo()
    assert session.flush() is None
    assert disk.files == {"photos/0001.jpg": b"upright"}


def test_unreadable_text_moves_with_its_row(session: Session) -> None:
    groups = ("activities", 0, "participants", "groups")
    field = CLAUSES[3].fields[1]
    session.edit(groups, field, Added(0, ({"name": "ก"}, {"name": "ข"})))
    session.note_unread(groups, field, Unread((1, "count"), "สิบ", "อ่านไม่ได้"))
    session.edit(groups, field, Removed(0))
    assert {path: one.text for path, one in session.unread.items()} == {(*groups, 0, "count"): "สิบ"}


YEAR = ("fiscal_year",)
YEAR_FIELD = REPORT_DATA.fields[0]


def test_text_that_is_corrected_while_its_save_waits_leaves_nothing_behind(
    session: Session, disk: Disk, tasks: Tasks
) -> None:
    gate = threading.Event()
    tasks.write(tasks, gate.wait, lambda _: None)
    session.note_unread(YEAR, YEAR_FIELD, Unread((), "25x", "อ่านไม่ได้"))
    session.save()
    session.edit(YEAR, YEAR_FIELD, Put((), 2567))
    session.save()
    gate.set()
    assert session.flush() is None
    assert disk.reports[-1].fiscal_year == 2567
    assert disk.unread == {}
