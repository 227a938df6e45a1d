"""Writes a report within a transaction that is given: only the rows that changed."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlmodel import col

from desktop_app.report.package import file_paths
from desktop_app.report.values import Activity, Report
from desktop_app.storage.reading import Stored, read_digests
from desktop_app.storage.rows import (
    LIST_TABLES,
    Row,
    activity_row,
    list_content,
    list_rows,
    report_row,
    signatory_rows,
)
from desktop_app.storage.tables import (
    ActivityPart,
    ActivityRow,
    BlobRow,
    FiledPart,
    FileRow,
    ReportRow,
    SignatoryRow,
    Table,
)

# Built once: making a statement takes SQLAlchemy as long as running it takes SQLite.
_CHANGE_REPORT = update(ReportRow).where(col(ReportRow.id) == bindparam("this"))
_CHANGE_ACTIVITY = update(ActivityRow).where(col(ActivityRow.id) == bindparam("this"))
_REMOVE_ACTIVITY = delete(ActivityRow).where(col(ActivityRow.id) == bindparam("this"))
_EMPTY_LIST = {
    table: delete(table).where(col(table.activity_id) == bindparam("this")) for table in LIST_TABLES
}


def write_report(
    connection: Connection,
    before: Stored | None,
    report: Report,
    new_files: Mapping[str, bytes],
    moment: dt.datetime,
) -> Stored:
    """Make the database hold `report` where it held `before`; return what it holds then.

    Nothing is written where nothing changed.  ValueError for a photo or attachment whose bytes
    are neither in `new_files` nor in the database.
    """
    if before is None:
        _insert_report(connection, report, moment)
    filed = _write_files(connection, report, before, new_files)
    if before and before.report == report and not before.deleted and not filed:
        return before
    if before:
        _update_report(connection, before, report, moment)
    keys = _write_activities(connection, before, report)
    _write_signatories(connection, before, report)
    revision = before.revision + 1 if before else 1
    return Stored(report, keys, revision, moment, None)


def _insert_report(connection: Connection, report: Report, moment: dt.datetime) -> None:
    kept = {"created": moment, "edited": moment, "deleted": None, "revision": 1}
    connection.execute(insert(ReportRow), {**report_row(report), **kept})


def _update_report(
    connection: Connection, before: Stored, report: Report, moment: dt.datetime
) -> None:
    old = report_row(before.report)
    changed = {name: value for name, value in report_row(report).items() if old[name] != value}
    kept = {"edited": moment, "deleted": None, "revision": before.revision + 1}
    connection.execute(_CHANGE_REPORT, {"this": report.id, **changed, **kept})


def _write_files(
    connection: Connection,
    report: Report,
    before: Stored | None,
    new_files: Mapping[str, bytes],
) -> bool:
    """See that the bytes behind every path are stored; tell whether any had to be."""
    paths = file_paths(report)
    if not new_files and before and set(paths) <= set(file_paths(before.report)):
        return False
    known = read_digests(connection, report.id)
    given = {path: new_files[path] for path in paths if path in new_files}
    if missing := [path for path in paths if path not in given and path not in known]:
        raise ValueError(f"no bytes for {missing}")
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in given.items()}
    _insert_blobs(connection, {digests[path]: data for path, data in given.items()})
    changed = {path: digest for path, digest in digests.items() if known.get(path) != digest}
    _point_files(connection, report.id, changed)
    return bool(changed)


def _insert_blobs(connection: Connection, blobs: Mapping[str, bytes]) -> None:
    if not blobs:
        return
    query = select(col(BlobRow.sha256)).where(col(BlobRow.sha256).in_(blobs))
    there = set(connection.execute(query).scalars())
    _insert(
        connection,
        BlobRow,
        [
            {"sha256": digest, "content": data}
            for digest, data in blobs.items()
            if digest not in there
        ],
    )


def _point_files(connection: Connection, report_id: UUID, digests: Mapping[str, str]) -> None:
    # Photos refer to these rows, so one that is there is changed in place.
    for path, digest in digests.items():
        this = (col(FileRow.report_id) == report_id, col(FileRow.path) == path)
        found = connection.execute(update(FileRow).where(*this).values(sha256=digest))
        if not found.rowcount:
            row = {"report_id": report_id, "path": path, "sha256": digest}
            connection.execute(insert(FileRow), row)


def _write_signatories(connection: Connection, before: Stored | None, report: Report) -> None:
    if before:
        if before.report.signatories == report.signatories:
            return
        connection.execute(delete(SignatoryRow).where(col(SignatoryRow.report_id) == report.id))
    rows = [{"report_id": report.id, **row} for row in signatory_rows(report)]
    _insert(connection, SignatoryRow, rows)


def _write_activities(
    connection: Connection, before: Stored | None, report: Report
) -> tuple[UUID, ...]:
    keys = _keys(before, report.activities)
    old = _by_key(before.activity_keys, before.report.activities) if before else {}
    new = _by_key(keys, report.activities)
    if gone := old.keys() - new.keys():  # their lists go with them
        connection.execute(_REMOVE_ACTIVITY, [{"this": key} for key in gone])
    rows = [
        {"id": key, "report_id": report.id, "ordinal": ordinal, **activity_row(activity)}
        for key, (ordinal, activity) in new.items()
        if key not in old
    ]
    _insert(connection, ActivityRow, rows)
    for key in old.keys() & new.keys():
        _update_activity(connection, key, old[key], new[key])
    _write_lists(connection, report.id, old, new)
    return keys


_Placed = tuple[int, Activity]


def _by_key(keys: Sequence[UUID], activities: Sequence[Activity]) -> dict[UUID, _Placed]:
    return {
        key: (n, activity) for n, (key, activity) in enumerate(zip(keys, activities, strict=True))
    }


def _keys(before: Stored | None, activities: Sequence[Activity]) -> tuple[UUID, ...]:
    """Return a key for each activity: the one that it had, also where it moved or was edited."""
    old = list(_by_key(before.activity_keys, before.report.activities).items()) if before else []
    keys: dict[int, UUID] = {
        n: key
        for n, ((key, (_, was)), now) in enumerate(zip(old, activities, strict=False))
        if was is now or was == now
    }
    moved = defaultdict(list)
    for n, (key, (_, activity)) in enumerate(old):
        if n not in keys:
            moved[activity].append(key)
    for n, activity in enumerate(activities):
        if n not in keys and moved.get(activity):
            keys[n] = moved[activity].pop(0)
    taken = set(keys.values())
    for n, (key, _) in enumerate(old[: len(activities)]):
        if n not in keys and key not in taken:
            keys[n] = key
    return tuple(keys.get(n) or uuid4() for n in range(len(activities)))


def _update_activity(connection: Connection, key: UUID, old: _Placed, new: _Placed) -> None:
    was, now = ({"ordinal": n, **activity_row(activity)} for n, activity in (old, new))
    if was != now:
        connection.execute(_CHANGE_ACTIVITY, {"this": key, **now})


def _write_lists(
    connection: Connection,
    report_id: UUID,
    old: Mapping[UUID, _Placed],
    new: Mapping[UUID, _Placed],
) -> None:
    outdated: dict[type[ActivityPart], list[UUID]] = defaultdict(list)
    rows: dict[type[ActivityPart], list[Row]] = defaultdict(list)
    for key, (_, activity) in new.items():
        was = old[key][1] if key in old else Activity()
        if was is activity or was == activity:
            continue
        for table in LIST_TABLES:
            if list_content(was, table) != list_content(activity, table):
                owner = {"activity_id": key, **_filed(table, report_id)}
                outdated[table].append(key)
                rows[table] += [{**owner, **row} for row in list_rows(activity, table)]
    for table, keys in outdated.items():
        connection.execute(_EMPTY_LIST[table], [{"this": key} for key in keys])
        _insert(connection, table, rows[table])


def _filed(table: type[ActivityPart], report_id: UUID) -> Row:
    return {"report_id": report_id} if issubclass(table, FiledPart) else {}


def _insert(connection: Connection, table: type[Table], rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)
