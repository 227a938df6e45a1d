"""Backs up all that is readable of a database in which photos or files are damaged.

The database itself is only read, and stays as it is with what is damaged in it.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app.storage import snapshot, sqlite
from desktop_app.storage.backup import Contents, blobs_of, contents_of, write_contents
from desktop_app.storage.manifest import Lacking, Manifest, Scope
from desktop_app.storage.progress import Progress, quietly
from desktop_app.storage.rescue import leave_what_holds_together
from desktop_app.storage.snapshot import EVERYTHING
from desktop_app.storage.stairs import STAIRS, Stairs

_NAMED = """
    SELECT file.path, coalesce(report.agency_name, ''), report.fiscal_year,
           coalesce(photo.caption, attachment.title, '')
    FROM file JOIN report ON report.id = file.report_id
    LEFT JOIN photo ON photo.report_id = report.id AND photo.file = file.path
    LEFT JOIN attachment ON attachment.report_id = report.id AND attachment.file = file.path
    WHERE file.sha256 = ?
"""
_OF_FILES = ("photo", "attachment", "file", snapshot.BLOBS)


def write_readable(
    database: Path, target: Path, progress: Progress = quietly, stairs: Stairs = STAIRS
) -> Manifest:
    """Put a verified backup of all but damaged photos and files at `target`; it names these.

    Raises as `write_backup` does; also Damaged where more than photos and files is damaged.
    """
    with readable_now(database) as contents:
        return write_contents(contents, target, None, progress, stairs)


@contextmanager
def readable_now(database: Path) -> Iterator[Contents]:
    """Yield what a backup of all but damaged photos and files holds; raises as `contents_now` does."""
    with blobs_of(database) as blobs, closing(snapshot.take(database, EVERYTHING)) as copy:
        every = frozenset(snapshot.digests_of(copy))
        damaged = frozenset(digest for digest in every if blobs.read_whole(digest) is None)
        lacking, before = _named(copy, damaged), _counts(copy)
        leave_what_holds_together(copy, every - damaged)
        if _counts(copy) != before:
            raise sqlite.damaged(database)
        sizes = snapshot.sizes_of(database)
        yield contents_of(copy, sizes, blobs.read, Scope.RECOVERED, lacking=lacking)


def _counts(copy: sqlite3.Connection) -> dict[str, int]:
    """Return the number of rows of each table that damaged files take nothing out of."""
    return {table: n for table, n in snapshot.counts_of(copy).items() if table not in _OF_FILES}


def _named(copy: sqlite3.Connection, digests: Collection[str]) -> tuple[Lacking, ...]:
    """Return each file once for a report that names it, with all that stands below it there."""
    found: dict[tuple[str, str, int], set[str]] = defaultdict(set)
    for digest in digests:
        for *whose, words in copy.execute(_NAMED, (digest,)):
            found[tuple(whose)] |= {words} - {""}
    return tuple(
        Lacking(*whose, " / ".join(sorted(words))) for whose, words in sorted(found.items())
    )
