"""The Thai words for what Qt says are complete, and compiled from their source."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import paths

SOURCE = paths.resource("i18n", "qt_th.ts")
COMPILED = paths.resource("i18n", "qt_th.qm")
MESSAGE = re.compile(r"<source>(.*?)</source>\s*<translation>(.*?)</translation>", re.DOTALL)


def test_every_word_has_its_translation() -> None:
    messages = MESSAGE.findall(SOURCE.read_text("utf-8"))
    assert len(messages) > 100
    assert [source for source, said in messages if not said] == []


def test_places_for_values_are_kept() -> None:
    for source, said in MESSAGE.findall(SOURCE.read_text("utf-8")):
        assert ("%1" in source) == ("%1" in said), source


def test_the_compiled_words_are_of_this_source(tmp_path: Path) -> None:
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    if not tool.exists():
        pytest.skip("lrelease is not installed")
    out = tmp_path / "qt_th.qm"
    subprocess.run([tool, "-silent", SOURCE, "-qm", out], check=True)
    assert out.read_bytes() == COMPILED.read_bytes()
