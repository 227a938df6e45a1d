"""`backup`, `verify` and `restore` as a person types them."""

import json
from pathlib import Path
from uuid import uuid4

import pytest

from desktop_app.report.package import Package, zip_bytes
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.lock import DatabaseLock
from tests.cli.conftest import Run
from tests.cli.test_process import FRILLS, LOADED, PAPER, QT
from tests.storage.backup_parts import forge
from tests.storage.samples import FULL, FULL_FILES, with_fields

TH = "th_TH.UTF-8"


@pytest.fixture
def out(run: Run, package_file: Path, tmp_path: Path) -> Path:
    """A backup of one report."""
    run("import", package_file)
    out = tmp_path / "สำรอง.zip"
    ran = run("backup", out)
    assert (ran.status, ran.err) == (0, "")
    return out


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_bytes("\ufeffรหัสผ่าน\r\n".encode())
    return path


def ids(run: Run) -> list[str]:
    return [entry["id"] for entry in json.loads(run("list", "--json").out)]


def test_a_backup_comes_back_on_another_computer(run: Run, out: Path, data: Path) -> None:
    data.rename(data.with_name("the old computer"))
    assert ids(run) == []
    ran = run("restore", out)
    assert (ran.status, ran.err) == (0, "")
    assert ids(run) == [str(FULL.id)]


def test_verify_says_what_is_in_it(run: Run, out: Path) -> None:
    thai, english = run("verify", out, language=TH), run("verify", out)
    for ran in (thai, english):
        assert ran.status == 0
        assert "อำเภอนครไทย" in ran.out
        assert str(FULL.id) in ran.out
    assert "รายงาน: 1 ฉบับ" in thai.out
    assert "photos and files: 3" in english.out


def test_a_restore_keeps_what_was_there(run: Run, out: Path, data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.zip"
    report = with_fields(FULL, id=uuid4(), activities=())
    other.write_bytes(zip_bytes(Package(report, {})))
    run("import", other)
    ran = run("restore", out, language=TH)
    (kept,) = (data / "backups").iterdir()
    assert str(kept) in ran.out
    assert ids(run) == [str(FULL.id)]
    assert run("restore", kept).status == 0
    assert set(ids(run)) == {str(FULL.id), str(report.id)}


def test_a_locked_backup(run: Run, out: Path, words: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    ran = run("backup", locked, "--passphrase-file", words)
    assert "nobody can ever open" in ran.out
    assert "passphrase" in run("verify", locked).complaint
    assert run("verify", locked).status == 1
    assert run("verify", locked, "--passphrase-file", words).status == 0
    assert run("restore", locked, "--passphrase-file", words).status == 0
    words.write_text("อื่น", encoding="utf-8")
    assert "รหัสผ่าน" in run("restore", locked, "--passphrase-file", words, language=TH).complaint
    assert out.exists()


def test_a_passphrase_file_with_nothing_in_it_is_a_wrong_call(run: Run, tmp_path: Path) -> None:
    for name, content in (("empty", b""), ("line", b"\nx"), ("latin", b"\xff\xfe")):
        path = tmp_path / name
        path.write_bytes(content)
        ran = run("backup", tmp_path / "out.zip", "--passphrase-file", path)
        assert str(path) in ran.complaint
        assert ran.status == 2
    assert run("verify", "x", "--passphrase-file", tmp_path / "no").status == 2


def test_what_is_readable_of_a_damaged_backup_is_saved(run: Run, out: Path, data: Path) -> None:
    out.write_bytes(out.read_bytes()[:-100])
    ran = run("verify", out)
    assert ran.status == 1
    assert "reports: 1 of 1" in ran.complaint
    assert "photos and files: 3 of 3" in ran.complaint
    (saved,) = (data / "backups").iterdir()
    assert str(saved) in ran.complaint
    assert run("verify", saved).status == 0
    assert str(saved) in run("verify", out, language=TH).complaint
    assert list((data / "backups").iterdir()) == [saved]


def test_what_was_locked_is_saved_locked(
    run: Run, out: Path, words: Path, data: Path, tmp_path: Path
) -> None:
    large = with_fields(FULL, id=uuid4())
    package = tmp_path / "large.zip"
    package.write_bytes(
        zip_bytes(Package(large, {**FULL_FILES, "photos/0001.jpg": b"photo" * 500_000}))
    )
    run("import", package)
    run("backup", out, "--passphrase-file", words)
    out.write_bytes(out.read_bytes()[:-1])
    assert "reports: 2 of 2" in run("verify", out, "--passphrase-file", words).complaint
    (saved,) = (data / "backups").iterdir()
    assert "นครไทย".encode() not in saved.read_bytes()
    assert run("verify", saved).status == 1
    assert run("verify", saved, "--passphrase-file", words).status == 0


@pytest.mark.parametrize("command", ["verify", "restore"])
def test_a_file_that_is_no_good_backup_is_one_line(
    run: Run, out: Path, data: Path, command: str, tmp_path: Path
) -> None:
    before = (data / "suanruam.db").read_bytes()
    assert run(command, tmp_path / "no.zip").status == 2
    forge(out, {"version": 99, "program": "7.8.9"})
    ran = run(command, out, language=TH)
    assert "7.8.9" in ran.complaint
    assert ran.status == 1
    out.write_bytes(b"what is this")
    assert "no backup" in run(command, out).complaint
    assert (data / "suanruam.db").read_bytes() == before


def test_a_backup_onto_the_database_or_a_missing_folder(run: Run, out: Path, data: Path) -> None:
    assert run("backup", data / "suanruam.db").status == 1
    ran = run("backup", out.parent / "no folder" / "x.zip")
    assert "no folder" in ran.complaint
    assert ran.status == 1
    assert verify_backup(out).current


@pytest.mark.parametrize("command", ["backup", "verify", "restore"])
def test_they_load_only_what_they_need(run_process: Run, out: Path, command: str) -> None:
    ran = run_process(command, out, code=LOADED)
    loaded = set(ran.err.splitlines()[-1].split())
    assert ran.status == 0
    assert loaded & (QT | PAPER | FRILLS) == set()


def test_nothing_is_restored_under_an_open_window(run: Run, out: Path, data: Path) -> None:
    with DatabaseLock.take(data / "suanruam.db"):
        ran = run("restore", out, language=TH)
        assert run("verify", out).status == 0
        assert ids(run) == [str(FULL.id)]
    assert "ปิดหน้าต่าง" in ran.complaint
    assert ran.status == 1
    assert run("restore", out).status == 0


def test_data_that_another_computer_has_open_is_left_alone(run: Run, out: Path, data: Path) -> None:
    with DatabaseLock.take(data / "suanruam.db") as held:
        record = data / "suanruam.db.open.json"
        record.write_text(record.read_text().replace(held.holder.machine, "PC2"))
        for words in (["list"], ["restore", out], ["backup", out]):
            ran = run(*words)
            assert "PC2" in ran.complaint
            assert ran.status == 1
