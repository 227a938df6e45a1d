"""Looking at what a report was, and bringing a part of it back into what it is."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_app.report.checks import key_path
from desktop_app.report.differing import Comparison, Difference, compare
from desktop_app.report.editing import value_at, with_item_added, with_value
from desktop_app.report.fields import ACTIVITY_SECTIONS, REPORT_SECTIONS, Field, Owner, Section
from desktop_app.report.location import Path
from desktop_app.report.package import Package
from desktop_app.report.values import Activity, Attachment, Photo, Report
from desktop_app.report.versions import Version, other_path
from desktop_app.storage.history import Revision
from desktop_app.storage.past import Past

if TYPE_CHECKING:  # whoever has a store has imported it
    from desktop_app.storage.store import Store

__all__ = [
    "Change",
    "Past",
    "Revision",
    "changes",
    "look_back",
    "revisions",
    "with_activity_back",
    "with_section_back",
]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a save changed: `section` of the report, or of the activity so called.

    `section` is None for an activity that came or went (`came` tells which), and for the order of
    all.
    """

    section: Section | None
    activity: str | None = None
    came: bool | None = None


def revisions(store: "Store", report_id: UUID) -> tuple[Revision, ...]:
    """Return the saves of a report that are remembered, latest first."""
    return store.revisions(report_id)


def changes(
    store: "Store", report_id: UUID, earlier: int | None, later: int
) -> tuple[Change, ...] | None:
    """Return what changed from one remembered save to a later one, each thing once.

    Everything that is there, where nothing earlier is remembered; None where `later` is not.
    """
    after = store.remembered(report_id, later)
    if after is None:
        return None
    before = store.remembered(report_id, earlier) if earlier is not None else None
    blank = Version(Report(id=report_id, fiscal_year=after.report.fiscal_year))
    comparison = compare(before or blank, after)
    found = (_change(comparison, one) for one in comparison.differences)
    return tuple(dict.fromkeys(found))


def _change(comparison: Comparison, one: Difference) -> Change:
    if one.path[0] != "activities":
        return Change(_section_of(REPORT_SECTIONS, one.field))
    if len(one.path) == 1 or not isinstance(one.path[1], int):
        return Change(None)
    pair = comparison.pairs[one.path[1]]
    if pair.theirs is not None:
        name = comparison.theirs.report.activities[pair.theirs].name
    else:
        name = comparison.ours.report.activities[pair.ours or 0].name
    section = _section_of(ACTIVITY_SECTIONS, one.field)
    return Change(section, name or "", None if section else pair.ours is None)


def _section_of(sections: Sequence[Section], field: Field | None) -> Section | None:
    return next((section for section in sections if field in section.fields), None)


def look_back(store: "Store", report_id: UUID, number: int) -> Past:
    """Return a report as it was at a save; UserFault where that is no longer remembered."""
    return store.load_revision(report_id, number)


def with_section_back(
    present: Package, past: Past, section: Section, activity: int | None = None
) -> Package:
    """Return the present report, as it is stored, with one section as it was; not saved yet.

    `activity` is the index that the section's activity had then; LookupError where the report has
    that activity no more: bring the whole of it back.
    """
    before, now = _owners(past, section, activity)
    for field in section.fields:
        value = value_at(past.package.report, key_path(before, field))
        present = _with(present, key_path(now, field), value, past)
    return present


def with_activity_back(present: Package, past: Past, activity: int) -> Package:
    """Return the present report with an activity of then: in its place, or if gone at the end."""
    value = past.package.report.activities[activity]
    now = past.activities[activity]
    if now is not None:
        return _with(present, ("activities", now), value, past)
    at = len(present.report.activities)
    added = with_item_added(present.report, ("activities",), at, Activity())
    return _with(Package(added, present.files), ("activities", at), value, past)


def _owners(past: Past, section: Section, activity: int | None) -> tuple[Path, Path]:
    """Return where the section's owner stood, and where it stands now."""
    if section.owner is Owner.REPORT:
        return (), ()
    if activity is None:
        raise LookupError(f"{section.key} is a section of an activity")
    now = past.activities[activity]
    if now is None:
        raise LookupError(f"activity {activity} of then is gone")
    return ("activities", activity), ("activities", now)


def _with(present: Package, path: Path, value: object, past: Past) -> Package:
    """Put a value of then in its place, with its files: under other names where those are taken."""
    files = dict(present.files)

    def placed(one: object) -> object:
        match one:
            case Photo() | Attachment():
                data = past.package.files[one.file]
                name = one.file
                if files.get(name, data) != data:
                    name = other_path(name, hashlib.sha256(data).hexdigest())
                files[name] = data
                return one.model_copy(update={"file": name})
            case Activity():
                filed = {"photos": placed(one.photos), "attachments": placed(one.attachments)}
                return one.model_copy(update=filed)
            case tuple():
                return tuple(map(placed, one))
            case _:
                return one

    report = with_value(present.report, path, placed(value))
    return Package(report, files)
