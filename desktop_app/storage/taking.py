"""Takes merged reports in as one act, with where they came from, and takes such an act back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Row, bindparam, insert, select, update
from sqlmodel import col

from desktop_app.errors import Said, UserFault
from desktop_app.report.merging import Taking
from desktop_app.report.package import Package, json_bytes
from desktop_app.report.versions import Lineage
from desktop_app.storage.binning import bin_report
from desktop_app.storage.history import begin_history
from desktop_app.storage.past import read_past
from desktop_app.storage.reading import read_report
from desktop_app.storage.stored import Stamp
from desktop_app.storage.tables import ActKind, ActRow, ProvenanceRow, ReportRow
from desktop_app.storage.unread import read_unread, write_unread
from desktop_app.storage.writing import write_report

_ADD_ACT = insert(ActRow)
_ADD_PROVENANCE = insert(ProvenanceRow)
_NOTE = update(ReportRow).where(col(ReportRow.id) == bindparam("this"))
_UNDONE = update(ActRow).where(col(ActRow.id) == bindparam("this"))


def take(connection: Connection, takings: Sequence[Taking], moment: dt.datetime) -> UUID:
    """Store what a merge takes in, and return the act's id.

    UserFault where a report is no longer what the merge was planned for.
    """
    act_id = _begin_act(connection, ActKind.MERGE, moment)
    rows = [_take_one(connection, taking, act_id, moment) for taking in takings]
    numbered = [{"act_id": act_id, "ordinal": n, **row} for n, row in enumerate(rows)]
    connection.execute(_ADD_PROVENANCE, numbered)
    return act_id


def _begin_act(connection: Connection, kind: ActKind, moment: dt.datetime) -> UUID:
    act_id = uuid4()
    row = {"id": act_id, "kind": kind, "moment": moment, "undone": None}
    connection.execute(_ADD_ACT, row)
    return act_id


def _take_one(
    connection: Connection, taking: Taking, act_id: UUID, moment: dt.datetime
) -> dict[str, object]:
    held, incoming = taking.entry.held, taking.entry.incoming
    before = read_report(connection, taking.report.id)
    unread = read_unread(connection, taking.report.id)
    seen = (held.revision, held.unread) if held else (None, {})
    if (before.revision if before else None, unread) != seen:
        raise _changed(str(taking.report.agency.name or taking.report.id))
    if before:
        begin_history(connection, before)
    stamp = Stamp(moment, act_id, taking.lineage, edited=taking.merged)
    after = write_report(connection, before, taking.report, taking.files, stamp)
    write_unread(connection, taking.report.id, taking.unread)
    return {
        "report_id": taking.report.id,
        "office": incoming.source.office,
        "file": incoming.source.file,
        "made": incoming.source.made,
        "digest": incoming.digest,
        "lineage": incoming.version.lineage,
        "theirs": json_bytes(incoming.version.report).decode() if taking.merged else None,
        "before": before.revision if before else None,
        "before_lineage": before.lineage if before else None,
        "before_deleted": before.deleted if before else None,
        "before_unread": unread if before else None,
        "after": after.revision,
    }


def add(connection: Connection, packages: Sequence[Package], moment: dt.datetime) -> None:
    """Store report files that are new, or that are here just so, perhaps in the bin.

    A file says nothing of which edits it stems from, so that it counts as no edit.
    """
    for package in packages:
        before = read_report(connection, package.report.id)
        stamp = Stamp(moment, lineage={} if before is None else None)
        stamp = replace(stamp, edited=before is not None)
        write_report(connection, before, package.report, package.files, stamp)


def note(connection: Connection, lineages: Mapping[UUID, Lineage]) -> None:
    """Write down what the reports that are here stem from as well."""
    for report_id, lineage in lineages.items():
        connection.execute(_NOTE, {"this": report_id, "lineage": lineage})


def undo(connection: Connection, act_id: UUID, moment: dt.datetime) -> None:
    """Make every report of a merge what it was before; one that was not here goes into the bin.

    UserFault, and nothing is changed, where the act is unknown or undone already, or where one of
    its reports was changed since.
    """
    act = connection.execute(select(ActRow).where(col(ActRow.id) == act_id)).one_or_none()
    if act is None or act.undone or act.kind is not ActKind.MERGE:
        raise UserFault(
            Said("ไม่มีการรวมครั้งนี้ หรือยกเลิกไปแล้ว", "There is no such merge, or it is undone already")
        )
    undoing = _begin_act(connection, ActKind.UNDO, moment)
    query = select(ProvenanceRow).where(col(ProvenanceRow.act_id) == act_id)
    for row in connection.execute(query.order_by(col(ProvenanceRow.ordinal))).all():
        _undo_one(connection, row, Stamp(moment, undoing))
    connection.execute(_UNDONE, {"this": act_id, "undone": moment})


def _undo_one(connection: Connection, row: Row[Any], stamp: Stamp) -> None:
    now = read_report(connection, row.report_id)
    if now is None or now.revision != row.after:
        raise _changed(str(now.report.agency.name if now else row.report_id))
    if row.before is not None:
        past = read_past(connection, row.report_id, row.before)
        if past is None:
            raise _changed(str(now.report.agency.name))
        lineage = row.before_lineage
        back = Stamp(stamp.moment, stamp.act_id, lineage or {}, edited=lineage is None)
        write_report(connection, now, past.package.report, past.package.files, back)
        if row.before_unread is not None:
            write_unread(connection, row.report_id, row.before_unread)
    if row.before is None or row.before_deleted:
        bin_report(connection, row.report_id, row.before_deleted or stamp.moment)


def _changed(name: str) -> UserFault:
    return UserFault(
        Said(
            f"รายงานของ {name} ถูกแก้ไขหลังจากนั้นแล้ว จึงไม่ได้เปลี่ยนแปลงอะไร โปรดตรวจดูใหม่แล้วลองอีกครั้ง",
            f"The report of {name} was changed since then, so nothing was done; look again",
        )
    )
