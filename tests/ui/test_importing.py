"""What is imported after Qt is not read as text besides."""

import inspect
import sys
from pathlib import Path

import pytest


@pytest.mark.usefixtures("app")
def test_nobody_reads_the_source_of_what_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []

    def noted(module: object) -> str:
        read.append(module)
        return ""

    (tmp_path / "newly_imported.py").write_text("HERE = True\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(inspect, "getsource", noted)
    __import__("newly_imported")
    assert sys.modules["newly_imported"].HERE
    assert read == []
