"""A database of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.paths import DataPlace
from desktop_app.storage.store import Store
from tests.storage.backup_parts import OTHER
from tests.storage.samples import FULL, FULL_FILES


@pytest.fixture
def place(tmp_path: Path) -> DataPlace:
    """A data place in a folder whose name would break a careless address."""
    return DataPlace(tmp_path / "ข้อมูล 100% #1?")


@pytest.fixture
def path(place: DataPlace) -> Path:
    """Where the database of this test is, or will be."""
    return place.database


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An open, empty store."""
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def made(path: Path) -> Path:
    """The file of a new, empty database that nobody has open."""
    Store.open(path).close()
    return path


@pytest.fixture
def filled(path: Path) -> Path:
    """A database with two reports, one of them in the recycle bin."""
    with Store.open(path) as store:
        store.save(FULL, FULL_FILES)
        store.save(OTHER, FULL_FILES)
        store.delete(OTHER.id)
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where a backup goes, in a folder of its own."""
    folder = tmp_path / "USB 100% #1?"
    folder.mkdir()
    return folder / "ข้อมูลสำรอง.zip"
