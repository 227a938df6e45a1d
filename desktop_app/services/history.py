"""Looking at what a report was, and bringing a part of it back into what it is."""

import hashlib
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_app.report.checks import key_path
from desktop_app.report.editing import value_at, with_item_added, with_value
from desktop_app.report.fields import Owner, Section
from desktop_app.report.location import Path
from desktop_app.report.package import Package
from desktop_app.report.values import Activity, Attachment, Photo
from desktop_app.report.versions import other_path
from desktop_app.storage.history import Revision
from desktop_app.storage.past import Past

if TYPE_CHECKING:  # whoever has a store has imported it
    from desktop_app.storage.store import Store

__all__ = ["Past", "Revision", "look_back", "revisions", "with_activity_back", "with_section_back"]


def revisions(store: "Store", report_id: UUID) -> tuple[Revision, ...]:
    """Return the saves of a report that are remembered, latest first."""
    return store.revisions(report_id)


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
