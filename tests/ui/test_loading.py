"""What is imported while the window is there: on its thread what is Qt's, and nothing else."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_IMPORTS_QT = re.compile(r"^(?:from|import) (?:PySide6|shiboken6)", re.MULTILINE)
_TRIFLES = ("encodings",)
"""What Python itself fetches on its way to something else."""

_FOOT = ("concurrent", "copy", "ctypes", "heapq", "platform", "queue")
"""What work beside the window's thread, and the dialog about a bug, begin with."""


@pytest.fixture(scope="module")
def came(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every module that came between the first sight of the window and an open report, and where."""
    command = [sys.executable, "-m", "tests.ui.loads", str(tmp_path_factory.mktemp("loads"))]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    return {name: thread for thread, name in map(str.split, done.stdout.splitlines())}


def _knows_qt(name: str) -> bool:
    spec = find_spec(name)
    if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
        return False
    source = Path(spec.origin).read_text(encoding="utf-8")
    return bool(_IMPORTS_QT.search(source))


def test_no_view_is_imported_beside_the_windows_thread(came: dict[str, str]) -> None:
    """One that is, while Qt looks for what belongs to another, ends the process on Python 3.11."""
    beside = [name for name, thread in came.items() if thread == "beside"]
    assert "desktop_app.storage.store" in beside
    assert [name for name in beside if name.startswith(("PySide6", "shiboken6"))] == []
    ours = [name for name in beside if name.startswith("desktop_app.")]
    assert [name for name in ours if _knows_qt(name)] == []


def test_the_window_waits_for_nothing_but_its_views(came: dict[str, str]) -> None:
    held = [name for name, thread in came.items() if thread == "window"]
    assert "desktop_app.ui.desk.desk" in held
    views = ("desktop_app.ui", "PySide6", *_TRIFLES, *_FOOT)
    assert [name for name in held if not name.lstrip("_").startswith(views)] == []


def test_no_class_of_qt_is_made_beside_the_windows_thread(tmp_path: Path) -> None:
    """PySide makes a class when it is first met: also where pages are drawn, searched and printed."""
    command = [sys.executable, "-m", "tests.ui.makes", str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout == ""
