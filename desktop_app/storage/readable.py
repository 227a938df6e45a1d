"""Backs up all that is readable of a database in which photos or files are damaged.

The database itself is only read, and stays as it is with what is damaged in it.
"""

import hashlib
import sqlite3
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desktop_app.storage import snapshot, sqlite
from desktop_app.storage.backup import contents_of, write_contents
from desktop_app.storage.manifest import Scope
from desktop_app.storage.progress import Progress, quietly
from desktop_app.storage.rescue import leave_what_holds_together
from desktop_app.storage.snapshot import EVERYTHING, BlobReader

_NAMED = """
    SELECT file.path, coalesce(report.agency_name, ''), report.fiscal_year
    FROM file JOIN report ON report.id = file.report_id WHERE file.sha256 = ? ORDER BY 1, 2, 3
"""


@dataclass(frozen=True, slots=True)
class DamagedFile:
    """A photo or file that is not what was stored: its path, and whose report names it."""

    path: str
    agency: str
    fiscal_year: int


def write_readable(
    database: Path, target: Path, progress: Progress = quietly
) -> tuple[DamagedFile, ...]:
    """Put a verified backup of all but damaged photos and files at `target`; return these.

    Raises as `write_backup` does; also Damaged where more than photos and files is damaged.
    """
    with (
        sqlite.database_faults(database),
        closing(BlobReader(database)) as blobs,
        closing(snapshot.take(database, EVERYTHING)) as copy,
    ):
        every = frozenset(snapshot.digests_of(copy))
        damaged = frozenset(digest for digest in every if not _is_good(blobs, digest))
        found = _named(copy, damaged)
        leave_what_holds_together(copy, every - damaged)
        contents = contents_of(copy, snapshot.sizes_of(database), blobs.read, Scope.RECOVERED)
        write_contents(contents, target, progress=progress)
    return found


def _is_good(blobs: BlobReader, digest: str) -> bool:
    try:
        return hashlib.sha256(blobs.read(digest)).hexdigest() == digest
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise  # a stick that was pulled out damages nothing
        return False


def _named(copy: sqlite3.Connection, digests: Collection[str]) -> tuple[DamagedFile, ...]:
    rows = (row for digest in sorted(digests) for row in copy.execute(_NAMED, (digest,)))
    return tuple(
        sorted({DamagedFile(*row) for row in rows}, key=lambda one: (one.path, one.agency))
    )
