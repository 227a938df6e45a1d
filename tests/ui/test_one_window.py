"""A second start on the same data brings the first window forward and opens none of its own."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from desktop_app.paths import DataPlace
from desktop_app.ui.running.one_window import claim
from tests.ui.person import until

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_app.paths import DataPlace
from desktop_app.ui.running.one_window import claim
app = QCoreApplication([])
held = claim(DataPlace(Path(sys.argv[1])), app)
print("claimed" if held else "told", flush=True)
if "--stay" in sys.argv:
    sys.stdin.read()
"""

pytestmark = pytest.mark.usefixtures("app")


def second_start(place: DataPlace) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", SECOND, str(place.root)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


def test_a_second_start_is_told_and_the_first_window_hears_of_it(place: DataPlace) -> None:
    owner = QObject()
    first = claim(place, owner)
    assert first is not None
    calls: list[None] = []
    first.called.connect(lambda: calls.append(None))
    with second_start(place) as second:
        until(lambda: bool(calls))
        assert second.communicate(timeout=30)[0] == "told\n"
    owner.deleteLater()


def test_other_data_has_a_window_of_its_own(place: DataPlace, tmp_path: Path) -> None:
    owner = QObject()
    assert claim(place, owner) is not None
    assert claim(DataPlace(tmp_path / "other"), owner) is not None
    owner.deleteLater()


def test_a_killed_program_leaves_nothing_in_the_way(place: DataPlace) -> None:
    words = [sys.executable, "-c", SECOND, str(place.root), "--stay"]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "claimed\n"
        killed.kill()
    owner = QObject()
    assert claim(place, owner) is not None
    owner.deleteLater()
