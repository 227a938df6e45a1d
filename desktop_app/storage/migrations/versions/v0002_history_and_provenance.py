"""The history of saved revisions, where merged reports came from, and what a search looks through.

What the new columns and tables hold of reports that are there already, `storage.derived` fills in.
"""

from uuid import uuid4

from alembic import op
from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Text,
    column,
    table,
)
from sqlalchemy.schema import SchemaItem

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Take 0001 to 0002."""
    op.add_column("report", _perhaps("lineage"))
    op.add_column("report", _perhaps("words"))
    op.add_column("activity", _perhaps("words"))
    _make_acts()
    _make_history()
    _make("database", "id", _text("id"))
    op.bulk_insert(table("database", column("id")), [{"id": str(uuid4())}])


def _make_acts() -> None:
    _make("act", "id", _text("id"), _text("kind"), _text("moment"), _perhaps("undone"))
    _make(
        "provenance",
        "act_id ordinal",
        _text("act_id"),
        Column("ordinal", Integer, nullable=False),
        *map(_text, ("report_id", "office", "file")),
        _perhaps("made"),
        *map(_text, ("digest", "lineage")),
        _perhaps("theirs"),
        Column("before", Integer),
        *map(_perhaps, ("before_lineage", "before_deleted")),
        Column("after", Integer, nullable=False),
        _of_act("provenance"),
    )
    op.create_index("ix_provenance_report_id", "provenance", ["report_id"])


def _make_history() -> None:
    _make(
        "version",
        "report_id revision section",
        _text("report_id"),
        Column("revision", Integer, nullable=False),
        _text("section"),
        _text("moment"),
        _perhaps("act_id"),
        _text("content"),
        _perhaps("files"),
        ForeignKeyConstraint(
            ["report_id"], ["report.id"], name="fk_version_report_id", ondelete="CASCADE"
        ),
        _of_act("version"),
    )


def _make(name: str, key: str, *items: SchemaItem) -> None:
    primary = PrimaryKeyConstraint(*key.split(), name=f"pk_{name}")
    op.create_table(name, *items, primary, sqlite_strict=True)


def _of_act(name: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["act_id"], ["act.id"], name=f"fk_{name}_act_id")


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _perhaps(name: str) -> Column[str]:
    return Column(name, Text, nullable=True)
