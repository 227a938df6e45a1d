"""Whole packages: written and read back without a difference, from JSON and from ZIP."""

import datetime as dt
import json
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import EnvironmentFault, UserFault
from desktop_app.report.package import Package, file_paths, json_bytes, read_package, zip_bytes
from desktop_app.report.values import Activity, Attachment, Photo, Report, Session
from tests.report.strategies import reports

PHOTO = Photo(file="photos/0001.jpg")
REPORT = Report(
    fiscal_year=2566,
    activities=(Activity(photos=(PHOTO,), attachments=(Attachment(file="files/a.pdf"),)),),
)
FILES = {"photos/0001.jpg": b"\xff\xd8 a picture \xff\xd9", "files/a.pdf": b"%PDF"}


@st.composite
def packages(draw: st.DrawFn) -> Package:
    report = draw(reports)
    return Package(report, {path: draw(st.binary(max_size=40)) for path in file_paths(report)})


@given(packages())
def test_a_zip_reads_back_exactly(package: Package) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.zip")
        path.write_bytes(zip_bytes(package))
        assert read_package(path) == package


@given(packages())
def test_a_json_file_with_its_photos_beside_it_reads_back_exactly(package: Package) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in package.files.items():
            Path(folder, name).parent.mkdir(exist_ok=True)
            Path(folder, name).write_bytes(data)
        path = Path(folder, "a report.json")
        path.write_bytes(json_bytes(package.report))
        assert read_package(path) == package


@given(packages())
def test_the_same_package_is_always_the_same_bytes(package: Package) -> None:
    turned = Package(package.report, dict(reversed(dict(package.files).items())))
    assert zip_bytes(turned) == zip_bytes(package)


def test_null_and_empty_text_stay_apart(tmp_path: Path) -> None:
    report = Report(fiscal_year=2566, title="", activities=(Activity(issues=(None, "", " ")),))
    path = tmp_path / "a.json"
    path.write_bytes(json_bytes(report))
    read = read_package(path).report
    assert (read.title, read.introduction) == ("", None)
    assert read.activities[0].issues == (None, "", " ")


def test_the_json_is_for_people_too() -> None:
    session = Session(date=dt.date(2023, 2, 22), start_time=dt.time(13, 30))
    report = Report(fiscal_year=2566, title="รายงาน", activities=(Activity(sessions=(session,)),))
    text = json_bytes(report).decode()
    assert '"title": "รายงาน"' in text
    assert '"start_time": "13:30"' in text
    assert text.endswith("}\n")
    assert list(json.loads(text)) == [
        "format",
        "version",
        "id",
        "agency",
        "fiscal_year",
        "period",
        "title",
        "introduction",
        "activities",
        "signatories",
        "layout",
    ]


def test_a_report_is_read_by_its_content_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(zip_bytes(Package(REPORT, FILES)))
    assert read_package(path) == Package(REPORT, FILES)
    path.write_bytes(json_bytes(Report(fiscal_year=2566, id=REPORT.id)))
    assert read_package(path).report.id == REPORT.id


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"\xef\xbb\xbf" + json_bytes(Report(fiscal_year=2566, title="ก")))
    assert read_package(path).report.title == "ก"


def test_a_report_without_an_id_gets_a_new_one_each_time(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"format": "participation-report", "version": 1, "fiscal_year": 2566}')
    assert read_package(path).report.id != read_package(path).report.id


def test_a_package_that_lacks_a_file_is_not_written() -> None:
    with pytest.raises(UserFault) as caught:
        zip_bytes(Package(REPORT, {"files/a.pdf": b""}))
    assert "activities[0].photos[0].file" in caught.value.said.th
    assert "photos/0001.jpg" in caught.value.said.th


def test_a_zip_carries_what_the_report_names_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zip_bytes(Package(REPORT, {**FILES, "photos/old.jpg": b"old"})))
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["report.json", "files/a.pdf", "photos/0001.jpg"]
        assert archive.testzip() is None


def test_other_things_in_a_zip_are_left_there(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zip_bytes(Package(REPORT, FILES)))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("photos/", b"")
        archive.writestr("Thumbs.db", b"thumbs")
    assert read_package(path) == Package(REPORT, FILES)


def test_a_file_that_the_machine_cannot_read_is_no_fault_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    path = tmp_path / "a.json"
    path.write_bytes(json_bytes(REPORT))
    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(EnvironmentFault) as caught:
        read_package(path)
    assert caught.value.said.th == "a.json: เครื่องอ่านไฟล์นี้ไม่ได้ (Input/output error)"


def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.json"
    path.write_bytes(json_bytes(REPORT))
    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(EnvironmentFault, match="no permission"):
        read_package(path)
