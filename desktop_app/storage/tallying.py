"""How far a report is after a save, found from how far it was before and what the save changed."""

from desktop_app.report.tally import Tally, activity_tally, head_tally, tally
from desktop_app.report.values import Report
from desktop_app.storage.changes import Changes
from desktop_app.storage.stored import Stored

_HEAD = tuple(name for name in Report.model_fields if name != "activities")


def tally_after(before: Stored | None, report: Report, found: Changes) -> Tally:
    """Return the tally of `report`; if it was counted before, only what changed is counted."""
    if before is None or before.tally is None:
        return tally(report)
    total = before.tally
    if _differs_in_head(before.report, report):
        total = total - head_tally(before.report) + head_tally(report)
    gone = frozenset(found.gone)
    for key, activity in zip(before.activity_keys, before.report.activities, strict=True):
        if key in gone:
            total -= activity_tally(activity)
    for one in found.touched:
        if one.was is None:
            total += activity_tally(one.now.activity)
        elif one.edited:
            total += activity_tally(one.now.activity) - activity_tally(one.was.activity)
    return total


def _differs_in_head(was: Report, now: Report) -> bool:
    return bool(was.activities) != bool(now.activities) or any(
        getattr(was, name) is not getattr(now, name) for name in _HEAD
    )
