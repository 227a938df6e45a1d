"""A report as rows of the tables and back; the one boundary between values and columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar

from desktop_app.report.tally import Tally
from desktop_app.report.values import (
    Activity,
    Agency,
    Attachment,
    Group,
    Layout,
    Link,
    Participants,
    Period,
    Photo,
    Report,
    Session,
    Signatory,
    Value,
)
from desktop_app.storage.tables import (
    ActivityPart,
    AttachmentRow,
    GroupRow,
    LinkRow,
    PhotoRow,
    SessionRow,
    TextRow,
)

V = TypeVar("V", bound=Value)

Row = Mapping[str, Any]
"""Column names with their values."""

Lists = Mapping[type[ActivityPart], Sequence[Row]]
"""The rows of an activity's lists, in their order."""

_TEXT_LISTS = ("organisers", "issues", "results", "improvements")


@dataclass(frozen=True, slots=True)
class ItemList:
    """One list of an activity, and the table of its items; `kind` is the name of one of texts."""

    table: type[ActivityPart]
    items: Callable[[Activity], tuple[Any, ...]]
    kind: str = ""

    def columns(self, item: Value | str | None) -> Row:
        """Return the columns of an item, without whose it is and its place."""
        return item.__dict__ if isinstance(item, Value) else {"text": item}


LISTS = (
    *(ItemList(TextRow, attrgetter(kind), kind) for kind in _TEXT_LISTS),
    ItemList(SessionRow, attrgetter("sessions")),
    ItemList(GroupRow, attrgetter("participants.groups")),
    ItemList(PhotoRow, attrgetter("photos")),
    ItemList(LinkRow, attrgetter("links")),
    ItemList(AttachmentRow, attrgetter("attachments")),
)
"""The lists of an activity."""

LIST_TABLES = tuple(dict.fromkeys(one.table for one in LISTS))
"""Their tables; the lists of texts share one."""


def report_row(report: Report) -> Row:
    """Return the columns of the report itself, without what the store keeps beside it."""
    return {
        "id": report.id,
        "fiscal_year": report.fiscal_year,
        "title": report.title,
        "introduction": report.introduction,
        **{f"agency_{name}": value for name, value in report.agency},
        **{f"period_{name}": value for name, value in report.period},
        **{f"layout_{name}": value for name, value in report.layout},
    }


def tally_row(tally: Tally) -> Row:
    """Return the columns of how far a report is."""
    return {"points": tally.points, "points_of_all": tally.of_all}


def activity_row(activity: Activity) -> Row:
    """Return the columns of the activity itself."""
    return {"name": activity.name, "participants_total": activity.participants.total}


def signatory_rows(report: Report) -> list[Row]:
    """Return a row for each who signs."""
    return [{"ordinal": n, **dict(one)} for n, one in enumerate(report.signatories)]


def report_from(row: Row, signatories: Sequence[Row], activities: Sequence[Activity]) -> Report:
    """Return the report of its rows, validated; ValueError where they hold none."""
    return Report(
        id=row["id"],
        agency=_value(Agency, row, "agency_"),
        fiscal_year=row["fiscal_year"],
        period=period_from(row),
        title=row["title"],
        introduction=row["introduction"],
        activities=tuple(activities),
        signatories=_values(Signatory, signatories),
        layout=_value(Layout, row, "layout_"),
    )


def period_from(row: Row) -> Period:
    """Return the period of a report's row."""
    return _value(Period, row, "period_")


def activity_from(row: Row, lists: Lists) -> Activity:
    """Return the activity of its rows, which come in their order."""
    texts = {
        kind: tuple(item["text"] for item in lists[TextRow] if item["kind"] == kind)
        for kind in _TEXT_LISTS
    }
    return Activity(
        name=row["name"],
        sessions=_values(Session, lists[SessionRow]),
        participants=Participants(
            total=row["participants_total"], groups=_values(Group, lists[GroupRow])
        ),
        photos=_values(Photo, lists[PhotoRow]),
        links=_values(Link, lists[LinkRow]),
        attachments=_values(Attachment, lists[AttachmentRow]),
        **texts,
    )


def _values(kind: type[V], rows: Sequence[Row]) -> tuple[V, ...]:
    return tuple(_value(kind, row) for row in rows)


def _value(kind: type[V], row: Row, prefix: str = "") -> V:
    return kind(**{name: row[prefix + name] for name in kind.__pydantic_fields__})
