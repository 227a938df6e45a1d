"""A second start on the same data brings the first window forward and opens none of its own."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject

from desktop_app.paths import DataPlace
from desktop_app.ui.running import calling
from desktop_app.ui.running.calling import call, listen
from desktop_app.ui.running.one_window import claim
from tests.ui.person import until

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_app.paths import DataPlace
from desktop_app.ui.running.calling import call
from desktop_app.ui.running.one_window import claim
app = QCoreApplication([])
place = DataPlace(Path(sys.argv[1]))
held = claim(place)
print("claimed" if held else "waiting", flush=True)
if held is None:
    print("told" if call(place) else "not heard")
if "--stay" in sys.argv:
    sys.stdin.read()
"""

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def owner() -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def second_start(place: DataPlace, *words: str) -> subprocess.Popen[str]:
    words = (sys.executable, "-c", SECOND, str(place.root), *words)
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_second_start_is_told_and_the_first_window_hears_of_it(
    place: DataPlace, owner: QObject
) -> None:
    claimed = claim(place)
    assert claimed is not None
    calls: list[None] = []
    listen(place, owner).called.connect(lambda: calls.append(None))
    with second_start(place) as second:
        until(lambda: bool(calls))
        assert second.communicate(timeout=30)[0] == "waiting\ntold\n"


def test_a_second_start_waits_for_a_window_that_is_still_coming(
    place: DataPlace, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[None] = []

    def comes_meanwhile(_: int) -> None:
        listen(place, owner).called.connect(lambda: calls.append(None))

    monkeypatch.setattr(calling, "QThread", SimpleNamespace(msleep=comes_meanwhile))
    assert call(place)
    until(lambda: bool(calls))


def test_a_window_that_does_not_answer_is_given_up(place: DataPlace) -> None:
    claimed = claim(place)
    assert claimed is not None
    assert claim(place) is None
    assert not call(place, patience=100)


def test_other_data_has_a_window_of_its_own(place: DataPlace, tmp_path: Path) -> None:
    claims = [claim(place), claim(DataPlace(tmp_path / "other"))]
    assert None not in claims


def test_a_killed_program_leaves_nothing_in_the_way(place: DataPlace, owner: QObject) -> None:
    with second_start(place, "--stay") as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "claimed\n"
        assert claim(place) is None
        killed.kill()
    claimed = claim(place)
    assert claimed is not None
    listen(place, owner)
    assert call(place)
