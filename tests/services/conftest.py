"""An open, empty store for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An open, empty store."""
    with Store.open(tmp_path / "data" / "suanruam.db") as opened:
        yield opened
