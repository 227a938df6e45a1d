"""The command `merge` says of each report what became of it, for people and for programs."""

import json
from pathlib import Path
from uuid import uuid4

import pytest

from desktop_app.report.package import Package, zip_bytes
from tests.cli.conftest import Run
from tests.storage.samples import FULL, FULL_FILES, with_activity, with_fields

TH = "th_TH.UTF-8"
NAME = "อำเภอนครไทย"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The same report with another title."""
    path = tmp_path / "อื่น.zip"
    path.write_bytes(zip_bytes(Package(with_fields(FULL, title="อื่น"), FULL_FILES)))
    return path


def test_each_report_is_a_line(run: Run, package_file: Path) -> None:
    ran = run("merge", package_file, language=TH)
    line, total = ran.out.splitlines()
    for part in ("ใหม่:", str(FULL.id), "2566", NAME, "รายงาน.zip"):
        assert part in line
    assert total == "ใหม่ 1 ใหม่กว่า 0 มีอยู่แล้ว 0 ขัดแย้งกัน 0"
    assert (ran.status, ran.err) == (0, "")
    ran = run("merge", package_file)
    assert ran.out.splitlines()[0].startswith("same: ")
    assert ran.out.splitlines()[1] == "0 new, 0 newer, 1 the same, 0 in conflict"


def test_json_is_made_for_programs(run: Run, package_file: Path, tmp_path: Path) -> None:
    run("merge", package_file)
    more = tmp_path / "more.zip"
    more.write_bytes(zip_bytes(Package(with_activity(FULL, 1, name="ชื่อ"), FULL_FILES)))
    (entry,) = json.loads(run("merge", more, "--json").out)
    assert entry == {
        "outcome": "newer",
        "id": str(FULL.id),
        "agency": NAME,
        "fiscal_year": 2566,
        "period": {"kind": "custom", "start": "2022-10-01", "end": "2023-03-31"},
        "file": "more.zip",
        "office": NAME,
        "made": None,
        "differences": [],
    }


def test_locked_backups_are_taken_in(run: Run, package_file: Path, tmp_path: Path) -> None:
    words, locked = tmp_path / "words.txt", tmp_path / "ล็อก.zip"
    words.write_text("รหัสผ่าน\n", encoding="utf-8")
    there = ("--data-dir", tmp_path / "there")
    run(*there, "import", package_file)
    run(*there, "backup", locked, "--passphrase-file", words)
    refused = run("merge", locked)
    assert "locked by a passphrase" in refused.complaint
    assert refused.status == 1
    ran = run("merge", locked, package_file, "--passphrase-file", words)
    assert (ran.status, ran.err) == (0, "")
    assert [line.partition(":")[0] for line in ran.out.splitlines()[:-1]] == ["new", "same"]
    words.write_text("อื่น\n", encoding="utf-8")
    assert "passphrase is wrong" in run("merge", locked, "--passphrase-file", words).complaint


def test_a_dry_run_changes_nothing(run: Run, package_file: Path) -> None:
    ran = run("merge", package_file, "--dry-run")
    assert ran.out.startswith("new: ")
    assert "nothing was changed" in ran.out
    assert json.loads(run("list", "--json").out) == []
    (entry,) = json.loads(run("merge", package_file, "--dry-run", "--json").out)
    assert entry["outcome"] == "new"


def test_a_conflict_is_named_and_left_and_the_rest_is_taken(
    run: Run, package_file: Path, other: Path, tmp_path: Path
) -> None:
    run("import", package_file)
    third = tmp_path / "third.zip"
    report = with_fields(FULL, id=uuid4())
    third.write_bytes(zip_bytes(Package(report, FULL_FILES)))
    ran = run("merge", other, third)
    conflict, new, total = ran.out.splitlines()
    assert conflict.startswith(f"conflict: {FULL.id}")
    assert conflict.endswith("(อื่น.zip): title")
    assert new.startswith(f"new: {report.id}")
    assert total == "1 new, 0 newer, 0 the same, 1 in conflict"
    assert ran.status == 1
    assert {entry["id"] for entry in json.loads(run("list", "--json").out)} == {
        str(FULL.id),
        str(report.id),
    }
    run("export", FULL.id, "-o", tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["title"] == FULL.title
    (entry,) = json.loads(run("merge", other, "--json").out)
    assert entry["differences"] == [{"path": "title", "settled": None}]


def test_backups_and_report_files_go_together(run: Run, package_file: Path, tmp_path: Path) -> None:
    run("import", package_file)
    assert run("backup", tmp_path / "backup.zip").status == 0
    ran = run("merge", tmp_path / "backup.zip", package_file)
    assert [line.split(":")[0] for line in ran.out.splitlines()[:2]] == ["same", "same"]
    assert ran.status == 0


def test_import_of_other_content_points_to_merge(run: Run, package_file: Path, other: Path) -> None:
    run("import", package_file)
    assert "merge" in run("import", other).complaint
    assert "merge" in run("import", other, language=TH).complaint


def test_a_missing_or_bad_file_is_one_line(run: Run, tmp_path: Path, package_file: Path) -> None:
    assert run("merge", tmp_path / "no.zip").status == 2
    bad = tmp_path / "bad.zip"
    bad.write_bytes(package_file.read_bytes()[:-200])
    ran = run("merge", package_file, bad)
    assert "bad.zip" in ran.complaint
    assert ran.status == 1
    assert json.loads(run("list", "--json").out) == []
