"""Backs up all that is readable of a database in which photos, files or reports are damaged.

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
from desktop_app.storage.rescue import no_reports, remove_files, remove_reports
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


def write_readable(
    database: Path, target: Path, progress: Progress = quietly, stairs: Stairs = STAIRS
) -> Manifest:
    """Put a verified backup of all but what is damaged at `target`; it names that.

    Those are photos and files, and reports that cannot be read, with which nothing could be
    restored.  Raises as `write_backup` does; also Damaged where more than that is damaged.
    """
    with readable_now(database) as contents:
        return write_contents(contents, target, None, progress, stairs)


@contextmanager
def readable_now(database: Path) -> Iterator[Contents]:
    """Yield what a backup of all but what is damaged holds; raises as `contents_now` does."""
    with blobs_of(database) as blobs, closing(snapshot.take(database, EVERYTHING)) as copy:
        every = frozenset(snapshot.digests_of(copy))
        damaged = frozenset(digest for digest in every if blobs.read_whole(digest) is None)
        if sqlite.rows(copy, "PRAGMA foreign_key_check"):
            raise sqlite.damaged(database)
        unreadable = no_reports(copy)
        lacking = (*_reports_named(copy, unreadable), *_named(copy, damaged))
        remove_reports(copy, unreadable)
        remove_files(copy, damaged)
        sizes = snapshot.sizes_of(database)
        yield contents_of(copy, sizes, blobs.read, Scope.RECOVERED, lacking=lacking)


def _reports_named(copy: sqlite3.Connection, rows: Collection[int]) -> Iterator[Lacking]:
    query = "SELECT agency_name, fiscal_year, title FROM report WHERE rowid = ?"
    for row in rows:
        agency, year, title = copy.execute(query, (row,)).fetchone()
        known = year if isinstance(year, int) and year >= 0 else 0
        yield Lacking("", str(agency or ""), known, str(title or ""))


def _named(copy: sqlite3.Connection, digests: Collection[str]) -> tuple[Lacking, ...]:
    """Return each file once for a report that names it, with all that stands below it there."""
    found: dict[tuple[str, str, int], set[str]] = defaultdict(set)
    for digest in digests:
        for *whose, words in copy.execute(_NAMED, (digest,)):
            found[tuple(whose)] |= {words} - {""}
    return tuple(
        Lacking(*whose, " / ".join(sorted(words))) for whose, words in sorted(found.items())
    )
