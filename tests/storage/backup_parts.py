"""Takes backups apart and puts them together again, rightly or wrongly."""

import json
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop_app.storage.stored_zip import Entry, ZipWriter
from tests.storage.samples import FULL, with_fields

OTHER = with_fields(FULL, id=UUID(int=2), title="ฉบับที่สอง")
DATABASE = "suanruam.db"
MANIFEST = "manifest.json"


def entries(path: Path) -> dict[str, bytes]:
    """Return the entries of a backup by their names."""
    with zipfile.ZipFile(path) as found:
        return {name: found.read(name) for name in found.namelist()}


def put_together(path: Path, parts: Mapping[str, bytes]) -> None:
    """Write a file of the form of a backup, whatever its entries are."""
    with path.open("wb") as file:
        writer = ZipWriter(file.write)
        for name, data in parts.items():
            writer.add(Entry(name, zlib.crc32(data), len(data)), data)
        writer.finish()


def forge(
    path: Path, changes: Mapping[str, object], parts: Mapping[str, bytes] | None = None
) -> None:
    """Change what the manifest says, and entries; what ZIP itself says agrees with it."""
    found = entries(path) | dict(parts or {})
    listed: dict[str, Any] = json.loads(found[MANIFEST])
    found[MANIFEST] = json.dumps(listed | dict(changes)).encode()
    put_together(path, found)
