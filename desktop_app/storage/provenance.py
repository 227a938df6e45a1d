"""What is known here of a report that comes from elsewhere: what it was, and what it stems from."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select
from sqlmodel import col

from desktop_app.report.merging import Held, Incoming, Source
from desktop_app.report.package import file_paths
from desktop_app.report.reading import report_from_json
from desktop_app.report.values import Report
from desktop_app.report.versions import Lineage, Version, equal, united
from desktop_app.storage.history import read_remembered, read_revisions
from desktop_app.storage.identity import read_former_ids, read_own_id
from desktop_app.storage.reading import read_ids, read_report
from desktop_app.storage.stored import Stored
from desktop_app.storage.tables import ActKind, ActRow, ProvenanceRow, ReportRow
from desktop_app.storage.unread import read_unread

_AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report came from: which office, in which file, and when it was taken in."""

    report_id: UUID
    source: Source
    taken: dt.datetime
    undone: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Act:
    """One merge: when, what came in it, and when it was undone, if it was."""

    id: UUID
    moment: dt.datetime
    undone: dt.datetime | None
    origins: tuple[Origin, ...]


def read_held(connection: Connection, report_id: UUID) -> Held | None:
    """Return what is stored of a report, as a merge looks at it."""
    stored = read_report(connection, report_id)
    if stored is None:
        return None
    unread = read_unread(connection, report_id)
    deleted = stored.deleted is not None
    return Held(version_of(connection, stored), stored.revision, deleted, unread=unread)


def read_versions(connection: Connection) -> tuple[Version, ...]:
    """Return all reports but the deleted as versions."""
    every = (read_report(connection, report_id) for report_id in read_ids(connection))
    return tuple(version_of(connection, one) for one in every if one and not one.deleted)


def version_of(connection: Connection, stored: Stored) -> Version:
    """Return a stored report as a version; edited only here, it stems from its last save."""
    lineage = stored.lineage
    if lineage is None:
        lineage = {read_own_id(connection): stored.revision}
    digests = {path: stored.digests[path] for path in file_paths(stored.report)}
    return Version(stored.report, digests, lineage)


def was_here(connection: Connection, incoming: Incoming) -> bool:
    """Tell whether just this was taken in, or saved, before; what was undone doesn't count.

    What cannot be read belongs to it, and no save tells of that.
    """
    report_id, version = incoming.id, incoming.version
    rows = _origin_rows(connection, report_id)
    digest = incoming.digest
    if any(row.digest.startswith(digest) for row in rows if not row.undone):
        return True
    if incoming.unread:
        return False
    undone = {row.act_id for row in rows if row.undone}
    saved = (one for one in read_revisions(connection, report_id) if one.act_id not in undone)
    states = (read_remembered(connection, report_id, one.number) for one in saved)
    return any(equal(Version(one.report, one.digests), version) for one in states if one)


def read_base(connection: Connection, incoming: Incoming) -> Report | None:
    """Return the last version that what came and what is here stem from, if it is remembered."""
    report_id, lineage = incoming.id, incoming.version.lineage
    numbers = {revision.number for revision in read_revisions(connection, report_id)}
    origins = _origin_rows(connection, report_id)
    ours = _shared_edit(connection, report_id, lineage, origins)
    if ours in numbers:
        if incoming.line and incoming.line.database == read_own_id(connection):
            return _before_the_fork(connection, incoming, sorted(n for n in numbers if n <= ours))
        return _remembered(connection, report_id, ours)
    for row in origins:
        stems = row.lineage and united(row.lineage, lineage) == dict(lineage)
        if stems and not row.undone:
            if row.theirs:
                return report_from_json(row.theirs.encode(), row.file)
            if row.after in numbers:
                return _remembered(connection, report_id, row.after)
    return None


def _before_the_fork(
    connection: Connection, incoming: Incoming, numbers: Sequence[int]
) -> Report | None:
    """Return what both lines were, of a database that was copied: they count their edits alike."""
    for number in reversed(numbers):
        there = incoming.line.at(number) if incoming.line else None
        here = read_version_at(connection, incoming.id, number)
        if there and here and equal(there, here):
            return here.report
    return None


def _shared_edit(
    connection: Connection, report_id: UUID, lineage: Lineage, origins: Sequence[_AnyRow]
) -> int:
    """Return the number of the last edit made here that a lineage stems from, 0 for none.

    Edits under a former name were made here as well, up to the backup that was restored; those
    that came in a merge later were not.
    """
    came = {database for row in origins for database in row.lineage}
    here = select(col(ReportRow.lineage)).where(col(ReportRow.id) == report_id)
    stems = connection.execute(here).scalar_one_or_none() or {}
    former = (read_former_ids(connection) - came) & stems.keys()
    shared = [min(stems[one], lineage.get(one, 0)) for one in former]
    return max(lineage.get(read_own_id(connection), 0), *shared, 0)


def read_version_at(connection: Connection, report_id: UUID, number: int) -> Version | None:
    """Return a report as it was at a save; None where just that one is not remembered."""
    if number not in {revision.number for revision in read_revisions(connection, report_id)}:
        return None
    found = read_remembered(connection, report_id, number)
    return Version(found.report, found.digests) if found else None


def _remembered(connection: Connection, report_id: UUID, number: int) -> Report | None:
    found = read_remembered(connection, report_id, number)
    return found.report if found else None


def read_origins(connection: Connection, report_id: UUID) -> tuple[Origin, ...]:
    """Return where a report came from, the latest first."""
    return tuple(map(_origin, _origin_rows(connection, report_id)))


def read_acts(connection: Connection) -> tuple[Act, ...]:
    """Return the merges, the latest first."""
    query = select(ActRow).where(col(ActRow.kind) == ActKind.MERGE)
    acts = connection.execute(query.order_by(col(ActRow.moment).desc())).all()
    origins: dict[UUID, list[Origin]] = {act.id: [] for act in acts}
    for row in connection.execute(_ORIGINS.order_by(col(ProvenanceRow.ordinal))):
        origins[row.act_id].append(_origin(row))
    return tuple(Act(act.id, act.moment, act.undone, tuple(origins[act.id])) for act in acts)


_ORIGINS = select(ProvenanceRow, col(ActRow.moment), col(ActRow.undone)).join(
    ActRow, col(ActRow.id) == col(ProvenanceRow.act_id)
)


def _origin_rows(connection: Connection, report_id: UUID) -> Sequence[_AnyRow]:
    """Return what is known of a report's coming, the latest first."""
    query = _ORIGINS.where(col(ProvenanceRow.report_id) == report_id)
    return connection.execute(query.order_by(col(ActRow.moment).desc())).all()


def _origin(row: _AnyRow) -> Origin:
    source = Source(row.office, row.file, row.made)
    return Origin(row.report_id, source, row.moment, row.undone)
