"""The activities of a report as a table, one row each: the other way to print clauses 1.1 to 1.6."""

from collections.abc import Sequence

from desktop_app.document import sentences
from desktop_app.document.blocks import ActivityTable, Item, TableLine
from desktop_app.report.editing import Path
from desktop_app.report.fields import ACTIVITY_NAME, CLAUSES
from desktop_app.report.values import Activity, Report

_NUMBER = "ที่"


def activity_table(report: Report) -> ActivityTable:
    """Return the table of a report's activities, pictures aside."""
    titles = tuple(section.title.th for section in (ACTIVITY_NAME, *CLAUSES[:-1]))
    lines = (_line(activity, at) for at, activity in enumerate(report.activities))
    return ActivityTable((_NUMBER, *titles), tuple(lines))


def _line(activity: Activity, index: int) -> TableLine:
    path: Path = ("activities", index)
    name = (activity.name or "").strip()
    times = sentences.session_times(activity.sessions)
    places = sentences.session_places(activity.sessions)
    cells = (
        (Item("", str(index + 1), path),),
        (Item("", name, (*path, "name")),),
        _sittings(times, (*path, "sessions")),
        _sittings(places, (*path, "sessions")),
        _listed(activity.issues, (*path, "issues")),
        _participants(activity, (*path, "participants")),
        _listed(activity.results, (*path, "results")),
        _listed(activity.improvements, (*path, "improvements")),
    )
    return TableLine(cells, name, path)


def _participants(activity: Activity, source: Path) -> tuple[Item, ...]:
    participants = activity.participants
    total = participants.total
    counted = () if total is None else (Item("", f"จำนวน {total:,} คน", (*source, "total")),)
    groups = [sentences.group_text(group) for group in participants.groups]
    return (*counted, *_listed(groups, (*source, "groups")))


def _sittings(said: Sequence[sentences.Sitting], source: Path) -> tuple[Item, ...]:
    return tuple(Item(one.label, one.text, (*source, one.index)) for one in said)


def _listed(texts: Sequence[str | None], source: Path) -> tuple[Item, ...]:
    """Return texts as items, numbered where there are several."""
    shown = [(text.strip(), at) for at, text in enumerate(texts) if text and text.strip()]
    return tuple(
        Item(f"{number})" if len(shown) > 1 else "", text, (*source, at))
        for number, (text, at) in enumerate(shown, start=1)
    )
