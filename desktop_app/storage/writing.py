"""Writes a report within a transaction that is given: only the rows that changed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, update
from sqlmodel import col

from desktop_app.report.searching import words
from desktop_app.report.tally import tally
from desktop_app.report.values import Activity, Report
from desktop_app.storage.changes import Changes, Touched, changes
from desktop_app.storage.filing import write_files
from desktop_app.storage.history import write_versions
from desktop_app.storage.identity import read_own_id
from desktop_app.storage.prepared import Prepared
from desktop_app.storage.reading import read_state
from desktop_app.storage.rows import (
    LIST_TABLES,
    Row,
    activity_row,
    list_content,
    list_rows,
    report_row,
    signatory_rows,
    tally_row,
)
from desktop_app.storage.stored import Stamp, Stored
from desktop_app.storage.tables import (
    ActivityPart,
    ActivityRow,
    FiledPart,
    ReportRow,
    SignatoryRow,
    Table,
    TextRow,
)
from desktop_app.storage.tallying import tally_after

_HEAD = tuple(name for name in Report.model_fields if name not in ("activities", "signatories"))
# Built once: making a statement takes SQLAlchemy as long as running it takes SQLite.
_TABLES: tuple[type[Table], ...] = (ReportRow, ActivityRow, SignatoryRow, *LIST_TABLES)
_INSERT = {table: Prepared(insert(table)) for table in _TABLES}
_CHANGE_REPORT = Prepared(
    update(ReportRow).where(
        col(ReportRow.id) == bindparam("this"), col(ReportRow.revision) == bindparam("was")
    )
)
_PRINTED = (
    update(ReportRow)
    .where(col(ReportRow.id) == bindparam("this"))
    .values(printed=bindparam("moment"), printed_revision=col(ReportRow.revision))
)
_CHANGE_ACTIVITY = Prepared(update(ActivityRow).where(col(ActivityRow.id) == bindparam("this")))
_REMOVE_ACTIVITY = Prepared(delete(ActivityRow).where(col(ActivityRow.id) == bindparam("this")))
_REMOVE_SIGNATORIES = Prepared(
    delete(SignatoryRow).where(col(SignatoryRow.report_id) == bindparam("this"))
)


def _this_item(table: type[ActivityPart]) -> tuple[Any, ...]:
    place = (
        col(table.activity_id) == bindparam("of"),
        col(table.ordinal) == bindparam("at"),
    )
    return (*place, col(TextRow.kind) == bindparam("among")) if table is TextRow else place


_CHANGE_ITEM = {table: Prepared(update(table).where(*_this_item(table))) for table in LIST_TABLES}
_REMOVE_ITEM = {table: Prepared(delete(table).where(*_this_item(table))) for table in LIST_TABLES}


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
    if before and not repointed and _is_stored_just_so(before, report, stamp):
        _demand_unchanged(connection, before)
        return before
    after = _after(connection, before, report, stamp)
    count = tally_after(before, report, found)
    after = replace(after, activity_keys=found.keys, digests=digests, tally=count)
    head_changed = before is None or _update_head(connection, before, after)
    _write_activities(connection, report.id, found)
    write_versions(
        connection, after, found, stamp.act_id, head_changed=head_changed, repointed=repointed
    )
    return after


def _is_stored_just_so(before: Stored, report: Report, stamp: Stamp) -> bool:
    # That somebody chose what is here over what came is worth remembering as well.
    nothing_learnt = stamp.lineage is None or stamp.lineage == before.lineage
    return before.report == report and not before.deleted and nothing_learnt


def write_printed(connection: Connection, report_id: UUID, when: dt.datetime) -> bool:
    """Note that a report was printed as it is now; tell whether the id is known."""
    noted = {"this": report_id, "moment": when}
    return bool(connection.execute(_PRINTED, noted).rowcount)


def _demand_unchanged(connection: Connection, before: Stored) -> None:
    if read_state(connection, before.report.id) != (before.revision, before.deleted):
        raise WrittenMeanwhile


def _after(connection: Connection, before: Stored | None, report: Report, stamp: Stamp) -> Stored:
    revision = before.revision + 1 if before else 1
    lineage = stamp.lineage
    if lineage is None and before:
        lineage = before.lineage
    if lineage is not None and stamp.edited:
        lineage = {**lineage, read_own_id(connection): revision}
    return Stored(report, (), revision, stamp.moment, None, lineage, {})


def _insert_head(connection: Connection, report: Report, stamp: Stamp) -> None:
    moment, lineage = stamp.moment, _after(connection, None, report, stamp).lineage
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


def _write_activities(connection: Connection, report_id: UUID, found: Changes) -> None:
    # Their lists go with them.
    _REMOVE_ACTIVITY.run_each(connection, [{"this": key} for key in found.gone])
    new = [touched for touched in found.touched if touched.was is None]
    rows = [{"id": one.key, "report_id": report_id, **_activity(one)} for one in new]
    _insert(connection, ActivityRow, rows)
    for touched in found.touched:
        if touched.was:
            _CHANGE_ACTIVITY.run(connection, {"this": touched.key, **_activity(touched)})
    _write_lists(connection, report_id, found)


def _activity(touched: Touched) -> Row:
    now = touched.now
    row = {"ordinal": now.ordinal, **activity_row(now.activity)}
    return {**row, "words": words(now.activity)} if touched.edited else row


def _write_lists(connection: Connection, report_id: UUID, found: Changes) -> None:
    removed: dict[type[ActivityPart], list[Row]] = defaultdict(list)
    changed: dict[type[ActivityPart], list[Row]] = defaultdict(list)
    added: dict[type[ActivityPart], list[Row]] = defaultdict(list)
    for touched in found.touched:
        was = touched.was.activity if touched.was else Activity()
        now = touched.now.activity
        if was is now:
            continue
        for table in LIST_TABLES:
            if list_content(was, table) != list_content(now, table):
                owner = {"activity_id": touched.key, **_filed(table, report_id)}
                old, new = _by_place(was, table), _by_place(now, table)
                removed[table] += [
                    _item(table, touched.key, place) for place in old if place not in new
                ]
                changed[table] += [
                    {**_item(table, touched.key, place), **_own_columns(row, table)}
                    for place, row in new.items()
                    if place in old and old[place] != row
                ]
                added[table] += [{**owner, **row} for place, row in new.items() if place not in old]
    for table in LIST_TABLES:
        _REMOVE_ITEM[table].run_each(connection, removed[table])
        _CHANGE_ITEM[table].run_each(connection, changed[table])
        _insert(connection, table, added[table])


_Place = tuple[int, str]


def _by_place(activity: Activity, table: type[ActivityPart]) -> dict[_Place, Row]:
    rows = list_rows(activity, table)
    return {(row["ordinal"], row["kind"] if table is TextRow else ""): row for row in rows}


def _item(table: type[ActivityPart], key: UUID, place: _Place) -> Row:
    ordinal, kind = place
    row = {"of": key, "at": ordinal}
    return {**row, "among": kind} if table is TextRow else row


def _own_columns(row: Row, table: type[ActivityPart]) -> Row:
    keys = ("ordinal", "kind") if table is TextRow else ("ordinal",)
    return {name: value for name, value in row.items() if name not in keys}


def _filed(table: type[ActivityPart], report_id: UUID) -> Row:
    return {"report_id": report_id} if issubclass(table, FiledPart) else {}


def _insert(connection: Connection, table: type[Table], rows: Sequence[Row]) -> None:
    _INSERT[table].run_each(connection, rows)
