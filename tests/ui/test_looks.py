"""The command that photographs the window goes on working."""

import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.looks.looks import SCREEN

ROOT = Path(__file__).parents[2]


def test_a_look_is_photographed_in_the_pixels_of_the_screen(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.looks", "--look", "dark-200", "--only", "first_run"]
    done = subprocess.run(
        [*command, "--out", str(tmp_path)], cwd=ROOT, capture_output=True, check=False, timeout=180
    )
    assert done.returncode == 0, done.stderr
    pictures = sorted((tmp_path / "dark-200").glob("*.png"))
    assert [one.stem for one in pictures] == ["first_run-beginning", "first_run-empty-bin"]
    for path in pictures:
        with Image.open(path) as picture:
            assert picture.size == SCREEN
            ground = picture.convert("L").crop((0, 300, 40, 400))
            assert max(ground.tobytes()) < 80, "it is dark"
