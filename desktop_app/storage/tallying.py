"""How far a report is after a save, found from how far it was before and what the save changed."""

from collections.abc import Iterable

from desktop_app.report.tally import Tally, activity_tally, counts_alike, head_tally, tally
from desktop_app.report.values import Activity, Report
from desktop_app.storage.changes import Changes
from desktop_app.storage.stored import Stored

_HEAD = tuple(name for name in Report.model_fields if name != "activities")


def tally_after(before: Stored | None, report: Report, found: Changes) -> Tally:
    """Return the tally of `report`; if it was counted before, only what changed is counted."""
    if before is None or before.tally is None:
        return tally(report)
    total = before.tally
    if _head_counts_otherwise(before.report, report):
        total = total - head_tally(before.report) + head_tally(report)
    if found.gone:
        gone = frozenset(found.gone)
        old = zip(before.activity_keys, before.report.activities, strict=True)
        total -= _sum(activity for key, activity in old if key in gone)
    for one in found.touched:
        was, now = one.was, one.now.activity
        if was is None:
            total += activity_tally(now)
        elif not counts_alike(was.activity, now):
            total += activity_tally(now) - activity_tally(was.activity)
    return total


def _sum(activities: Iterable[Activity]) -> Tally:
    total = Tally()
    for activity in activities:
        total += activity_tally(activity)
    return total


def _head_counts_otherwise(was: Report, now: Report) -> bool:
    if bool(was.activities) != bool(now.activities):
        return True
    both = ((getattr(was, name), getattr(now, name)) for name in _HEAD)
    return not all(old is new or counts_alike(old, new) for old, new in both)
