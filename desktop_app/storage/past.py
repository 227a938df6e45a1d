"""A report as it was at a remembered save, its files included, beside what it is now."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select
from sqlmodel import col

from desktop_app.report.package import Package
from desktop_app.storage.filing import read_blobs
from desktop_app.storage.history import read_remembered
from desktop_app.storage.reading import damaged_file
from desktop_app.storage.tables import ActivityRow


@dataclass(frozen=True, slots=True)
class Past:
    """A report as it was; `activities` are the places that its activities have now, if any."""

    package: Package
    activities: tuple[int | None, ...]


def read_past(connection: Connection, report_id: UUID, revision: int) -> Past | None:
    """Return a report as it was at a revision; None where that is not remembered.

    Raises EnvironmentFault for bytes that are not the ones that were stored.
    """
    found = read_remembered(connection, report_id, revision)
    if found is None:
        return None
    blobs = read_blobs(connection, set(found.digests.values()))
    files: dict[str, bytes] = {}
    for path, digest in found.digests.items():
        if hashlib.sha256(blobs.get(digest, b"")).hexdigest() != digest:
            raise damaged_file(path)
        files[path] = blobs[digest]
    columns = (col(ActivityRow.id), col(ActivityRow.ordinal))
    query = select(*columns).where(col(ActivityRow.report_id) == report_id)
    now = {row.id: row.ordinal for row in connection.execute(query)}
    package = Package(found.report, files)
    return Past(package, tuple(now.get(key) for key in found.activity_keys))
