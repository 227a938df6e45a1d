"""Two processes on one folder of data: a second start, a command beside the window, another computer."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.paths import DataPlace
from desktop_app.report.package import zip_bytes
from desktop_app.storage.store import Store
from desktop_app.ui import app as composition
from tests.storage.samples import FULL, FULL_PACKAGE
from tests.ui.person import click, is_seen, seen, until

ROOT = Path(__file__).parents[2]

FIRST = """
import sys
from desktop_app.cli.start import main
from desktop_app.ui.window import Window

forward = Window.come_forward

def called(window):
    window.showMinimized()
    forward(window)
    print("hidden" if window.isMinimized() else "forward", flush=True)
    window.close()

Window.come_forward = called
sys.exit(main())
"""
"""The program, whose window says that it came forward, and closes."""

ELSEWHERE = """
import platform
import sys
from pathlib import Path

platform.node = lambda: "เครื่องห้องทะเบียน"
from desktop_app.storage.lock import DatabaseLock

with DatabaseLock.take(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""
"""What another computer is like that has the data open over the network."""

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}


@contextmanager
def process(*words: str) -> Iterator[subprocess.Popen[str]]:
    """Run a process of Python; it is ended with the context, if it still runs."""
    pipe = subprocess.PIPE
    started = subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env={**ENVIRONMENT, "PYTHONUTF8": "1"},
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        encoding="utf-8",
    )
    with started:
        try:
            yield started
        finally:
            started.kill()


def call(place: DataPlace, *words: object) -> tuple[int, str]:
    """Run the program with a command, or none; return its exit status and what it complains of."""
    with process("-m", "desktop_app", "--data-dir", str(place.root), *map(str, words)) as ran:
        _, complaint = ran.communicate(timeout=60)
    return ran.returncode, complaint


@pytest.fixture
def first(place: DataPlace) -> Iterator[subprocess.Popen[str]]:
    """A window of the program on the data, in a process of its own."""
    with process("-c", FIRST, "--data-dir", str(place.root)) as window:
        record = place.database.with_name(f"{place.database.name}.open.json")
        until(lambda: record.exists() and place.database.exists())
        yield window


def test_a_second_start_brings_the_first_window_forward_and_ends(
    first: subprocess.Popen[str], place: DataPlace
) -> None:
    assert call(place)[0] == 0
    out, _ = first.communicate(timeout=60)
    assert (first.returncode, out) == (0, "forward\n")


def test_beside_the_window_a_command_stores_but_puts_nothing_in_the_data_s_place(
    first: subprocess.Popen[str], place: DataPlace, tmp_path: Path
) -> None:
    file, backup = tmp_path / "รายงาน.zip", tmp_path / "สำรอง.zip"
    file.write_bytes(zip_bytes(FULL_PACKAGE))
    assert call(place, "import", file)[0] == 0
    assert call(place, "backup", backup) == (0, "")
    status, complaint = call(place, "restore", backup)
    assert status == 1
    assert complaint.startswith("Suanruam has the database")
    assert complaint.count("\n") == 1
    with Store.open(place.database) as store:
        assert store.report(FULL.id) == FULL
    assert first.poll() is None


def test_data_that_another_computer_has_open_is_opened_once_it_is_closed_there(
    place: DataPlace, app: object
) -> None:
    del app
    with process("-c", ELSEWHERE, str(place.database)) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        window = composition.opened(place)
        window.show()
        until(lambda: is_seen(window, "closed_0"))
        said = seen(window, "closed_0", QLabel).text()
        assert said.startswith("เครื่อง “เครื่องห้องทะเบียน” (ผู้ใช้ ")
        status, complaint = call(place, "list")
        assert status == 1
        assert "เครื่องห้องทะเบียน" in complaint
        other.communicate(timeout=60)
    click(window, "try_again")
    until(lambda: is_seen(window, "open_sample"))
    window.close()
    until(lambda: not window.isVisible())
