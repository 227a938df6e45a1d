"""The bytes of photos and attachments: stored once each, by their SHA-256, and freed when unused."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlmodel import col

from desktop_app.report.originals import origin, originals
from desktop_app.report.package import file_paths
from desktop_app.report.values import Activity, Report
from desktop_app.storage.changes import Changes, Touched
from desktop_app.storage.reading import read_digests
from desktop_app.storage.stored import Stored, named_files
from desktop_app.storage.tables import (
    AttachmentRow,
    BlobRow,
    FiledPart,
    FileRow,
    PhotoRow,
    ReportRow,
    VersionRow,
)

_MOST_AT_ONCE = 500  # values in one statement; databases have limits of their own

_EMPTY = Activity()
_ADD_BLOBS = insert(BlobRow)
_ADD_FILES = insert(FileRow)
_POINT_FILE = update(FileRow).where(
    col(FileRow.report_id) == bindparam("of"), col(FileRow.path) == bindparam("at")
)
_REMOVE_FILE = delete(FileRow).where(
    col(FileRow.report_id) == bindparam("of"), col(FileRow.path) == bindparam("at")
)
_BLOB = select(col(BlobRow.content)).where(col(BlobRow.sha256) == bindparam("this"))
_MEND_BLOB = update(BlobRow).where(col(BlobRow.sha256) == bindparam("this"))
_REMOVE_BLOB = delete(BlobRow).where(col(BlobRow.sha256) == bindparam("this"))


def write_files(
    connection: Connection,
    before: Stored | None,
    report: Report,
    found: Changes,
    new_files: Mapping[str, bytes],
) -> tuple[Mapping[str, str], frozenset[str]]:
    """See that the bytes behind every path are stored.

    Returns the digests of all paths that the report has ever named, and those paths that were
    there before and have other bytes now.  ValueError where the bytes of a path are nowhere.
    """
    given = _given(report, new_files)
    named = {path for one in found.touched for path in _newly_named(one)}
    # What the report names cannot go; what it named once may have been tidied away meanwhile.
    known = before.digests if before and not named else read_digests(connection, report.id)
    if missing := [path for path in named if path not in given and path not in known]:
        raise ValueError(f"no bytes for {missing}")
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in given.items()}
    changed = {path: digest for path, digest in digests.items() if known.get(path) != digest}
    if not changed:
        return known, frozenset()
    _insert_blobs(connection, {digest: given[path] for path, digest in changed.items()})
    repointed = frozenset(changed.keys() & known.keys())
    _point_files(connection, report.id, changed, repointed)
    return {**known, **changed}, repointed


def _newly_named(touched: Touched) -> set[str]:
    was, now = touched.was.activity if touched.was else _EMPTY, touched.now.activity
    if was.photos is now.photos and was.attachments is now.attachments:
        return set()
    return set(named_files(now)) - set(named_files(was))


def _given(report: Report, new_files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    if not new_files:
        return {}
    wanted = (*file_paths(report), *originals(report))
    return {path: new_files[path] for path in wanted if path in new_files}


def _insert_blobs(connection: Connection, blobs: Mapping[str, bytes]) -> None:
    there: set[str] = set()
    for some in _batches(list(blobs)):
        query = select(col(BlobRow.sha256)).where(col(BlobRow.sha256).in_(some))
        there.update(connection.execute(query).scalars())
    rows = [{"sha256": key, "content": data} for key, data in blobs.items() if key not in there]
    if rows:
        connection.execute(_ADD_BLOBS, rows)
    for key in there:
        if not _is_whole(connection, key):  # and here is what was stored once
            connection.execute(_MEND_BLOB, {"this": key, "content": blobs[key]})


def _is_whole(connection: Connection, digest: str) -> bool:
    content = connection.execute(_BLOB, {"this": digest}).scalar_one()
    return hashlib.sha256(content).hexdigest() == digest


def _point_files(
    connection: Connection,
    report_id: UUID,
    digests: Mapping[str, str],
    there: Collection[str],
) -> None:
    # Photos refer to these rows, so one that is there is changed in place.
    moved = [{"of": report_id, "at": path, "sha256": digests[path]} for path in there]
    added = [
        {"report_id": report_id, "path": path, "sha256": digest}
        for path, digest in digests.items()
        if path not in there
    ]
    if moved:
        connection.execute(_POINT_FILE, moved)
    if added:
        connection.execute(_ADD_FILES, added)


def read_blobs(connection: Connection, digests: Collection[str]) -> dict[str, bytes]:
    """Return the bytes of digests, as they are stored, without holding them against each other."""
    blobs: dict[str, bytes] = {}
    for some in _batches(list(digests)):
        query = select(BlobRow).where(col(BlobRow.sha256).in_(some))
        blobs.update({row.sha256: row.content for row in connection.execute(query)})
    return blobs


def free_unused(connection: Connection) -> int:
    """Forget the paths, and then the bytes, that neither a report nor its history names.

    The originals of photos that were turned or cut stay until their report is printed.
    Returns how many bytes of files that were.
    """
    used = _used_by_history(connection)
    spared = _originals(connection)
    idle = [
        {"of": row.report_id, "at": row.path}
        for row in connection.execute(_unnamed_files())
        if row.sha256 not in used.get(row.report_id, ()) and (row.report_id, row.path) not in spared
    ]
    if idle:
        connection.execute(_REMOVE_FILE, idle)
    return _remove_blobs(connection, {digest for every in used.values() for digest in every})


def _used_by_history(connection: Connection) -> dict[UUID, set[str]]:
    query = select(col(VersionRow.report_id), col(VersionRow.files))
    used: dict[UUID, set[str]] = {}
    for report_id, files in connection.execute(query.where(col(VersionRow.files).is_not(None))):
        used.setdefault(report_id, set()).update((files or {}).values())
    return used


def _originals(connection: Connection) -> set[tuple[UUID, str]]:
    as_printed = col(ReportRow.printed_revision) == col(ReportRow.revision)
    query = (
        select(col(PhotoRow.report_id), col(PhotoRow.file))
        .join(ReportRow, col(ReportRow.id) == col(PhotoRow.report_id))
        .where(col(PhotoRow.file).contains("~"), as_printed.is_not(True))
    )
    return {(row.report_id, origin(row.file)[0]) for row in connection.execute(query)}


def _unnamed_files() -> Select[UUID, str, str]:
    def names_it(part: type[FiledPart]) -> ColumnElement[bool]:
        same = (col(part.report_id) == col(FileRow.report_id), col(part.file) == col(FileRow.path))
        return select(part).where(*same).exists()

    columns = (col(FileRow.report_id), col(FileRow.path), col(FileRow.sha256))
    return select(*columns).where(~names_it(PhotoRow), ~names_it(AttachmentRow))


def _remove_blobs(connection: Connection, used: Collection[str]) -> int:
    named = select(FileRow).where(col(FileRow.sha256) == col(BlobRow.sha256)).exists()
    query = select(col(BlobRow.sha256), func.length(col(BlobRow.content))).where(~named)
    idle = {key: size for key, size in connection.execute(query) if key not in used}
    if idle:
        connection.execute(_REMOVE_BLOB, [{"this": key} for key in idle])
    return sum(idle.values())


def _batches(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for begin in range(0, len(keys), _MOST_AT_ONCE):
        yield keys[begin : begin + _MOST_AT_ONCE]
