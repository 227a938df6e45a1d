"""The program as a process: what it loads, how it ends, and what it leaves on the screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.logs import log_file
from desktop_app.paths import DataPlace
from desktop_app.storage.store import Store
from tests.cli.conftest import ROOT, Run
from tests.storage.samples import FULL

LOADED = """
import sys
from desktop_app.cli.main import main
status = main()
packages = sorted({name.partition(".")[0] for name in sys.modules})
sys.stderr.write("\\n" + " ".join(packages))
sys.exit(status)
"""
BUG = """
import sys
from desktop_app.services import reports
def listing(store):
    raise RuntimeError("นายสมชาย ใจดี 1-2345-67890-12-3")
reports.list_reports = listing
from desktop_app.cli.main import main
sys.exit(main())
"""

QT = {"PySide6", "shiboken6"}
DATABASE = {"sqlmodel", "sqlalchemy", "alembic", "sqlite3"}
PAPER = {"reportlab", "uharfbuzz", "icu4py", "nlpo3", "PIL"}
FONTS = {"uharfbuzz"}  # which characters they have
FRILLS = {"argparse", "alembic", "fontTools"}


@pytest.fixture
def stored(run: Run, package_file: Path) -> None:
    run("import", package_file)


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        (["--version"], QT | DATABASE | PAPER | FRILLS),
        (["--help"], QT | DATABASE | PAPER | FRILLS),
        (["list"], QT | PAPER | FRILLS),
        (["check", "FILE"], QT | DATABASE | PAPER - FONTS | FRILLS),
        (["check", "7b0f"], QT | PAPER - FONTS | FRILLS),
        (["export", "FILE", "-o", "OUT.zip"], QT | DATABASE | PAPER | FRILLS),
        (["render", "FILE", "-o", "OUT.pdf"], QT | DATABASE | FRILLS),
        (["render", "7b0f", "-o", "OUT.pdf"], QT | FRILLS),
        (["import", "FILE"], QT | PAPER | FRILLS),
        (["merge", "FILE"], QT | PAPER | FRILLS),
    ],
)
def test_a_command_loads_only_what_it_needs(
    run_process: Run, package_file: Path, tmp_path: Path, words: list[str], unwanted: set[str]
) -> None:
    given = {"FILE": str(package_file)}
    words = [given.get(word, word).replace("OUT", str(tmp_path / "out")) for word in words]
    ran = run_process(*words, code=LOADED)
    loaded = set(ran.err.splitlines()[-1].split())
    assert ran.status in {0, 1}
    assert "desktop_app" in loaded
    assert loaded & unwanted == set()


def test_thai_comes_out_whole_in_the_plainest_locale(run_process: Run, package_file: Path) -> None:
    settings = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    assert run_process("import", package_file, settings=settings).out == f"{FULL.id}\n"
    ran = run_process("list", "--json", settings=settings)
    assert json.loads(ran.out)[0]["agency"] == "อำเภอนครไทย"
    assert run_process("rendr", settings={**settings, "LC_ALL": "th_TH"}).complaint.startswith(
        "ไม่มี"
    )


def test_without_a_command_and_display_one_line_says_so(run_process: Run, data: Path) -> None:
    ran = run_process()
    assert "no display" in ran.complaint
    assert ran.status == 1
    assert not data.exists()


def test_without_qt_one_line_says_so(run_process: Run) -> None:
    code = "import sys; sys.modules['PySide6'] = None; import runpy; runpy.run_module('desktop_app', run_name='__main__')"
    ran = run_process(code=code, settings={"LC_ALL": "th_TH", "DISPLAY": ":0"})
    assert ran.complaint.startswith("เปิดหน้าต่างไม่ได้")
    assert "PySide6" in ran.complaint
    assert ran.status == 1


def test_a_bug_is_logged_and_said_in_one_line(run_process: Run, data: Path) -> None:
    ran = run_process("list", code=BUG)
    log = log_file(DataPlace(data))
    assert str(log) in ran.complaint
    assert "bug" in ran.complaint
    assert ran.status == 1
    logged = log.read_text(encoding="utf-8")
    assert "RuntimeError" in logged
    assert "listing" in logged
    for personal in ("สมชาย", "67890"):
        assert personal not in logged


def test_a_bug_that_cannot_be_logged_is_still_one_line(run_process: Run, data: Path) -> None:
    run_process("list")
    (data / "logs").write_text("in the way")
    ran = run_process("list", code=BUG)
    assert "could not be logged" in ran.complaint
    assert ran.status == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("C", ["1 report is stored: ", "Not in the file, ", "Photos and attachments (3) lie in "]),
        ("th_TH", ["เก็บรายงานแล้ว 1 ฉบับ ", "ยังมีข้อความ 1 แห่ง", "ภาพและเอกสารแนบ 3 ไฟล์"]),
    ],
)
def test_people_at_a_terminal_are_told_what_comes_next(
    data: Path, package_file: Path, tmp_path: Path, language: str, said: list[str]
) -> None:
    told = said_at_a_terminal(data, language, "import", package_file)
    with Store.open(DataPlace(data).database) as store:
        store.save(FULL, unread={("signatories", 1, "date"): "วันพุธหน้า"})
    out = tmp_path / "out.json"
    told += said_at_a_terminal(data, language, "export", FULL.id, "-o", out)
    assert len(told) == len(said)
    assert all(map(str.startswith, told, said)), told


def said_at_a_terminal(data: Path, language: str, *words: object) -> list[str]:
    """Return the lines on standard error of a call whose output goes to a terminal."""
    here, there = os.openpty()
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "desktop_app", "--data-dir", str(data), *map(str, words)],
            cwd=ROOT,
            env={**os.environ, "LC_ALL": language},
            stdout=there,
            stderr=subprocess.PIPE,
            check=True,
            encoding="utf-8",
        )
    finally:
        os.close(there)
        os.close(here)
    return ran.stderr.splitlines()


def test_a_reader_that_leaves_is_no_failure(data: Path) -> None:
    words = [sys.executable, "-m", "desktop_app", "--data-dir", str(data), "list"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout
        assert ran.stderr
        ran.stdout.close()
        assert ran.stderr.read() == b""
    assert ran.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no /dev/full")
def test_output_that_finds_no_room_is_a_failure(data: Path) -> None:
    words = [sys.executable, "-m", "desktop_app", "--data-dir", str(data), "list"]
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(words, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.stderr.count(b"\n") == 1
    assert b"Traceback" not in ran.stderr
    assert ran.returncode == 1
