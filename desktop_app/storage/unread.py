"""What was typed in a report and cannot be read as a value: kept beside it, word for word.

It is part of the draft that somebody is at, and of no revision.
"""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select
from sqlmodel import col

from desktop_app.report.location import Path
from desktop_app.storage.column_types import IDENTIFIER
from desktop_app.storage.prepared import Prepared
from desktop_app.storage.tables import UnreadRow

Texts = Mapping[Path, str]
"""What was typed, by the path of the field that it stands in."""

_THIS = col(UnreadRow.report_id) == bindparam("this", type_=IDENTIFIER)
_ALL = select(col(UnreadRow.path), col(UnreadRow.text)).where(_THIS)
_ADD = Prepared(insert(UnreadRow))
_REMOVE = Prepared(delete(UnreadRow).where(_THIS))


def read_unread(connection: Connection, report_id: UUID) -> dict[Path, str]:
    """Return the texts of a report; ValueError where a path is none."""
    return {row.path: row.text for row in connection.execute(_ALL, {"this": report_id})}


def write_unread(connection: Connection, report_id: UUID, texts: Texts) -> None:
    """Put `texts` in place of those of a stored report; half a character becomes a question mark."""
    _REMOVE.run(connection, {"this": report_id})
    rows = [
        {"report_id": report_id, "path": at, "text": _whole(text)} for at, text in texts.items()
    ]
    _ADD.run_each(connection, rows)


def _whole(text: str) -> str:
    """Return a text that a database takes: the half of a pair, which some keyboards send, is none."""
    return text.encode("utf-8", "replace").decode("utf-8")
