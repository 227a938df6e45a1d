"""What a journey stands on: a desk of its own, and a folder for its pictures."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.screen import Screen
from tests.journeys.sight import Sight

pytest.register_assert_rewrite("tests.journeys.reference")  # so that it shows what differs


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """An empty desk; where tests are watched, it is no excuse that there is no X server."""
    if not shutil.which("Xvfb") and not os.environ.get("CI"):
        pytest.skip("needs Xvfb, an X server without a screen")
    with Screen(tmp_path_factory.mktemp("screen")) as started:
        yield started


@pytest.fixture(scope="module")
def sight(screen: Screen) -> Iterator[Sight]:
    """What can be seen at the desk."""
    with Sight(screen.bus) as looking:
        yield looking


@pytest.fixture(scope="session")
def pictures(artefacts: Path) -> Path:
    """The folder where the stations of journeys are kept as pictures, those of before cleared away."""
    folder = artefacts / "journeys"
    folder.mkdir(exist_ok=True)
    for picture in folder.glob("*.png"):
        picture.unlink()
    return folder
