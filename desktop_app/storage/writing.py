"""Writes a report within a transaction that is given: only the rows that changed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, update
from sqlmodel import col

from desktop_app.report.searching import words
from desktop_app.report.tally import tally
from desktop_app.report.values import Report
from desktop_app.storage.changes import Changes, Placed, changes
from desktop_app.storage.filing import write_files
from desktop_app.storage.history import write_versions
from desktop_app.storage.identity import read_own_id
from desktop_app.storage.lists import write_lists
from desktop_app.storage.prepared import Prepared
from desktop_app.storage.reading import read_state
from desktop_app.storage.rows import (
    Row,
    activity_row,
    report_row,
    signatory_rows,
    tally_row,
)
from desktop_app.storage.stored import Stamp, Stored
from desktop_app.storage.tables import ActivityRow, ReportRow, SignatoryRow, Table
from desktop_app.storage.tallying import tally_after
from desktop_app.storage.wording import Worded, worded

_HEAD = tuple(name for name in Report.model_fields if name not in ("activities", "signatories"))
# Built once: making a statement takes SQLAlchemy as long as running it takes SQLite.
_TABLES: tuple[type[Table], ...] = (ReportRow, ActivityRow, SignatoryRow)
_INSERT = {table: Prepared(insert(table)) for table in _TABLES}
_CHANGE_REPORT = Prepared(
    update(ReportRow).where(
        col(ReportRow.id) == bindparam("this"), col(ReportRow.revision) == bindparam("was")
    )
)
_PRINTED = (
    update(ReportRow)
    .where(col(ReportRow.id) == bindparam("this"))
    .values(printed=bindparam("moment"), printed_revision=bindparam("as_revision"))
)
_CHANGE_ACTIVITY = Prepared(update(ActivityRow).where(col(ActivityRow.id) == bindparam("this")))
_REMOVE_ACTIVITY = Prepared(delete(ActivityRow).where(col(ActivityRow.id) == bindparam("this")))
_REMOVE_SIGNATORIES = Prepared(
    delete(SignatoryRow).where(col(SignatoryRow.report_id) == bindparam("this"))
)


class WrittenMeanwhile(Exception):
    """Somebody else wrote the report after it was read; what was known of it is out of date."""


def write_report(
    connection: Connection,
    before: Stored | None,
    report: Report,
    new_files: Mapping[str, bytes],
    stamp: Stamp,
) -> Stored:
    """Make the database hold `report` where it held `before`; return what it holds then.

    Nothing is written where nothing changed.  ValueError for a photo or attachment whose bytes
    are neither in `new_files` nor in the database; WrittenMeanwhile where `before` is not there.
    """
    found = changes(before, report)
    if before is None:
        _insert_head(connection, report, stamp)
    elif new_files:
        _demand_unchanged(connection, before)
    digests, repointed = write_files(connection, before, report, found, new_files)
    if before and not repointed and _is_stored_just_so(before, report, found, stamp):
        _demand_unchanged(connection, before)
        return before
    after = _after(connection, before, report, found, digests, stamp)
    head_changed = before is None or _update_head(connection, before, after)
    _write_activities(connection, report.id, found, after.worded)
    write_lists(connection, report.id, found)
    write_versions(
        connection, after, found, stamp.act_id, head_changed=head_changed, repointed=repointed
    )
    return after


def _is_stored_just_so(before: Stored, report: Report, found: Changes, stamp: Stamp) -> bool:
    # That somebody chose what is here over what came is worth remembering as well.
    nothing_learnt = stamp.lineage is None or stamp.lineage == before.lineage
    if found.touched or before.deleted or not nothing_learnt:
        return False
    return before.report == report


def write_printed(
    connection: Connection, stored: Stored, report: Report, when: dt.datetime
) -> bool:
    """Note that `report` was printed; tell whether it is what is stored."""
    same = stored.report == report
    revision = stored.revision if same else None
    noted = {"this": report.id, "moment": when, "as_revision": revision}
    connection.execute(_PRINTED, noted)
    return same


def _demand_unchanged(connection: Connection, before: Stored) -> None:
    if read_state(connection, before.report.id) != (before.revision, before.deleted):
        raise WrittenMeanwhile


def _after(
    connection: Connection,
    before: Stored | None,
    report: Report,
    found: Changes,
    digests: Mapping[str, str],
    stamp: Stamp,
) -> Stored:
    revision = before.revision + 1 if before else 1
    return Stored(
        report,
        found.keys,
        revision,
        stamp.moment,
        None,
        _lineage(connection, before, stamp, revision),
        digests,
        tally_after(before, report, found),
        _worded(before, found),
    )


def _worded(before: Stored | None, found: Changes) -> Mapping[UUID, Worded]:
    """Return what a search finds in the activities that were edited, by their keys."""
    known = before.worded if before else {}
    return {
        one.key: worded(one.now.activity, known.get(one.key)) for one in found.touched if one.edited
    }


def _lineage(
    connection: Connection, before: Stored | None, stamp: Stamp, revision: int
) -> Mapping[UUID, int] | None:
    lineage = stamp.lineage
    if lineage is None and before:
        lineage = before.lineage
    if lineage is not None and stamp.edited:
        return {**lineage, read_own_id(connection): revision}
    return lineage


def _insert_head(connection: Connection, report: Report, stamp: Stamp) -> None:
    moment, lineage = stamp.moment, _lineage(connection, None, stamp, 1)
    kept = {"created": moment, "edited": moment, "deleted": None, "revision": 1}
    found = {"words": _head_words(report), "lineage": lineage, **tally_row(tally(report))}
    _INSERT[ReportRow].run(connection, {**report_row(report), **kept, **found})
    _insert(connection, SignatoryRow, _signatories(report))


def _update_head(connection: Connection, before: Stored, after: Stored) -> bool:
    """Write what changed outside the activities; tell whether anything but the save itself did."""
    was, now = before.report, after.report
    changed: dict[str, object] = {}
    if any(getattr(was, name) is not getattr(now, name) for name in _HEAD):
        old = report_row(was)
        changed = {name: value for name, value in report_row(now).items() if old[name] != value}
    signed = was.signatories != now.signatories
    if changed or signed:
        changed["words"] = _head_words(now)
    if before.lineage != after.lineage:
        changed["lineage"] = after.lineage
    kept: dict[str, object] = {
        "edited": after.edited,
        "deleted": None,
        "revision": after.revision,
    }
    if after.tally and after.tally != before.tally:
        kept |= tally_row(after.tally)
    this = {"this": now.id, "was": before.revision}
    if not _CHANGE_REPORT.run(connection, {**this, **changed, **kept}):
        raise WrittenMeanwhile
    if signed:
        _REMOVE_SIGNATORIES.run(connection, {"this": now.id})
        _insert(connection, SignatoryRow, _signatories(now))
    return bool(changed) or before.activity_keys != after.activity_keys


def _head_words(report: Report) -> str:
    return words(report.model_copy(update={"activities": ()}))


def _signatories(report: Report) -> list[Row]:
    return [{"report_id": report.id, **row} for row in signatory_rows(report)]


def _write_activities(
    connection: Connection, report_id: UUID, found: Changes, texts: Mapping[UUID, Worded]
) -> None:
    # Their lists go with them.
    _REMOVE_ACTIVITY.run_each(connection, [{"this": key} for key in found.gone])
    rows = []
    for touched in found.touched:
        said = {"words": texts[touched.key].text} if touched.edited else {}
        if touched.was is None:
            rows.append(
                {"id": touched.key, "report_id": report_id, **_activity(touched.now), **said}
            )
        else:
            row = {**_changed(touched.was, touched.now), **said}
            _CHANGE_ACTIVITY.run(connection, {"this": touched.key, **row})
    _insert(connection, ActivityRow, rows)


def _changed(was: Placed, now: Placed) -> Row:
    # A column that an index is made of costs a page, also where it stays as it is.
    old = _activity(was)
    return {name: value for name, value in _activity(now).items() if old[name] != value}


def _activity(placed: Placed) -> Row:
    return {"ordinal": placed.ordinal, **activity_row(placed.activity)}


def _insert(connection: Connection, table: type[Table], rows: Sequence[Row]) -> None:
    _INSERT[table].run_each(connection, rows)
