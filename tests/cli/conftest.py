"""The command line called in this process, and as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.report.package import zip_bytes
from tests.storage.samples import FULL_PACKAGE

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a call."""

    status: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line on standard error of a call that failed."""
        assert self.out == ""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1
        return self.err.rstrip("\n")


Run = Callable[..., Ran]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder that --data-dir names in these calls."""
    return tmp_path / "ข้อมูล"


@pytest.fixture
def package_file(tmp_path: Path) -> Path:
    """A good report file."""
    path = tmp_path / "รายงาน.zip"
    path.write_bytes(zip_bytes(FULL_PACKAGE))
    return path


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the program in this process, in English unless told otherwise."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # main puts its own there

    def call(*words: object, language: str = "en_US.UTF-8") -> Ran:
        monkeypatch.setenv("LC_ALL", language)
        status = main(["--data-dir", str(data), *map(str, words)])
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return call


@pytest.fixture
def run_process(data: Path) -> Run:
    """Call the program as a process of its own, with no display."""

    def call(
        *words: object, settings: Mapping[str, str] | None = None, code: str | None = None
    ) -> Ran:
        start = ["-m", "desktop_app"] if code is None else ["-c", code]
        displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        plain = {name: text for name, text in os.environ.items() if name not in displays}
        environment = {**plain, "LC_ALL": "C", **(settings or {})}
        done = subprocess.run(
            [sys.executable, *start, "--data-dir", str(data), *map(str, words)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return call
