"""The history of a report: what each section of it was at every save that is remembered.

A save adds a row for each section that it changed and for no other; what the report was at a
revision are the latest rows of its sections up to then.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, and_, func, insert, select
from sqlmodel import col

from desktop_app.report.values import Activity, Report
from desktop_app.storage.changes import Changes
from desktop_app.storage.prepared import Prepared
from desktop_app.storage.rows import Row
from desktop_app.storage.stored import Stored, named_files
from desktop_app.storage.tables import VersionRow

_ADD = Prepared(insert(VersionRow))


@dataclass(frozen=True, slots=True)
class Revision:
    """One remembered save: its number, when it was, and the act that it was part of, if any."""

    number: int
    moment: dt.datetime
    act_id: UUID | None


@dataclass(frozen=True, slots=True)
class Remembered:
    """A report as it was, the keys of its activities, and the digests behind their files."""

    report: Report
    activity_keys: tuple[UUID, ...]
    digests: Mapping[str, str]


def write_versions(
    connection: Connection,
    after: Stored,
    found: Changes,
    act_id: UUID | None = None,
    *,
    head_changed: bool,
    repointed: frozenset[str] = frozenset(),
) -> None:
    """Add what a save changed; `repointed` are the paths that have other bytes than before."""
    mark = {
        "report_id": after.report.id,
        "revision": after.revision,
        "moment": after.edited,
        "act_id": act_id,
    }
    rows = [{**mark, **_head(after)}] if head_changed else []
    edited = {one.key: one.now.activity for one in found.touched if one.edited}
    if repointed:
        every = zip(after.activity_keys, after.report.activities, strict=True)
        edited |= {key: one for key, one in every if repointed & set(named_files(one))}
    rows += [{**mark, **_section(key, one, after.digests)} for key, one in edited.items()]
    _ADD.run_each(connection, rows)


def begin_history(connection: Connection, stored: Stored) -> None:
    """Begin the history of a report that has none with what it is now.

    Such are those of an older program, and those of a backup that left the history out.
    """
    query = select(col(VersionRow.revision)).where(col(VersionRow.report_id) == stored.report.id)
    if connection.execute(query.limit(1)).first():
        return
    rows = [_head(stored)]
    every = zip(stored.activity_keys, stored.report.activities, strict=True)
    rows += [_section(key, activity, stored.digests) for key, activity in every]
    mark = {"revision": stored.revision, "moment": stored.edited, "act_id": None}
    whose = {"report_id": stored.report.id, **mark}
    _ADD.run_each(connection, [{**whose, **row} for row in rows])


def _head(stored: Stored) -> Row:
    report = stored.report.model_copy(update={"activities": ()}).model_dump_json()
    keys = json.dumps([str(key) for key in stored.activity_keys])
    content = f'{{"report":{report},"activities":{keys}}}'
    return {"section": stored.report.id, "content": content, "files": None}


def _section(key: UUID, activity: Activity, digests: Mapping[str, str]) -> Row:
    files = {path: digests[path] for path in named_files(activity)}
    return {"section": key, "content": activity.model_dump_json(), "files": files or None}


def read_revisions(connection: Connection, report_id: UUID) -> tuple[Revision, ...]:
    """Return the remembered saves of a report, latest first."""
    columns = (col(VersionRow.revision), col(VersionRow.moment), col(VersionRow.act_id))
    query = select(*columns).where(col(VersionRow.report_id) == report_id).distinct()
    found = connection.execute(query.order_by(col(VersionRow.revision).desc()))
    return tuple(Revision(*row) for row in found)


def read_remembered(connection: Connection, report_id: UUID, revision: int) -> Remembered | None:
    """Return a report as it was at a revision; None where the history doesn't reach so far back.

    ValueError where the rows hold no valid report.
    """
    columns = (col(VersionRow.section), func.max(col(VersionRow.revision)).label("latest"))
    until = (col(VersionRow.report_id) == report_id, col(VersionRow.revision) <= revision)
    latest = select(*columns).where(*until).group_by(col(VersionRow.section)).subquery()
    same = (
        col(VersionRow.report_id) == report_id,
        col(VersionRow.section) == latest.c.section,
        col(VersionRow.revision) == latest.c.latest,
    )
    rows = connection.execute(select(VersionRow).join(latest, and_(*same))).all()
    return _remembered({row.section: (row.content, row.files) for row in rows}, report_id)


_Sections = Mapping[UUID, tuple[str, Mapping[str, str] | None]]


def _remembered(sections: _Sections, report_id: UUID) -> Remembered | None:
    if report_id not in sections:
        return None
    head = json.loads(sections[report_id][0])
    keys = tuple(map(UUID, head["activities"]))
    if lost := [key for key in keys if key not in sections]:
        raise ValueError(f"the history lacks {lost}")
    activities = tuple(Activity.model_validate_json(sections[key][0]) for key in keys)
    report = Report.model_validate_json(json.dumps(head["report"]))
    digests: dict[str, str] = {}
    for key in keys:
        digests.update(sections[key][1] or {})
    return Remembered(report.model_copy(update={"activities": activities}), keys, digests)
