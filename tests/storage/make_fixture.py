"""Leaves a database of the present schema for later ones to start from.

Run once, when a schema is released: `python -m tests.storage.make_fixture`.
"""

import tempfile
from pathlib import Path

from desktop_app.report.package import zip_bytes
from desktop_app.storage.stairs import STAIRS
from desktop_app.storage.store import Store
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE, UNREAD, with_fields

FIXTURES = Path(__file__).parent / "fixtures"


def make_fixture() -> None:
    """Write the database, and beside it as a report file what it holds."""
    name = f"schema-{STAIRS.top}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "suanruam.db"
        with Store.open(path) as store:
            store.save(with_fields(FULL, title="ฉบับแรก"), FULL_FILES)
            saved = store.save(FULL, unread=UNREAD)
            store.note_printed(FULL, saved)
        (FIXTURES / f"{name}.db").write_bytes(path.read_bytes())
    (FIXTURES / f"{name}.zip").write_bytes(zip_bytes(FULL_PACKAGE))


if __name__ == "__main__":
    make_fixture()
