"""The first schema: reports, their activities and lists, and the bytes of their files."""

from alembic import op
from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
)
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Take an empty database to 0001."""
    _make_report()
    _make_files()
    _make_activity()
    _make_lists()
    _make_filed_lists()
    _make(
        "schema_step",
        "schema_version",
        _text("schema_version"),
        _text("program"),
        _text("moment"),
    )


def _make_report() -> None:
    _make(
        "report",
        "id",
        _text("id"),
        _text("agency_kind"),
        _perhaps("agency_name"),
        _perhaps("agency_province"),
        _perhaps("agency_district"),
        _number("fiscal_year"),
        _text("period_kind"),
        _perhaps("period_start"),
        _perhaps("period_end"),
        _perhaps("title"),
        _perhaps("introduction"),
        _number("layout_thai_digits"),
        _text("layout_activities"),
        _number("layout_photos_per_page"),
        _text("created"),
        _text("edited"),
        _perhaps("deleted"),
        _number("revision"),
    )
    _make(
        "signatory",
        "report_id ordinal",
        _text("report_id"),
        _number("ordinal"),
        _perhaps("role"),
        _perhaps("name"),
        _perhaps("position"),
        _perhaps("date"),
        _part_of("signatory", "report"),
    )


def _make_files() -> None:
    _make("blob", "sha256", _text("sha256"), Column("content", LargeBinary, nullable=False))
    _make(
        "file",
        "report_id path",
        _text("report_id"),
        _text("path"),
        _text("sha256"),
        _part_of("file", "report"),
        ForeignKeyConstraint(["sha256"], ["blob.sha256"], name="fk_file_sha256"),
    )
    op.create_index("ix_file_sha256", "file", ["sha256"])


def _make_activity() -> None:
    _make(
        "activity",
        "id",
        _text("id"),
        _text("report_id"),
        _number("ordinal"),
        _perhaps("name"),
        Column("participants_total", Integer),
        _part_of("activity", "report"),
    )
    op.create_index("ix_activity_report_id_ordinal", "activity", ["report_id", "ordinal"])


def _make_lists() -> None:
    _make_list("text_item", _text("kind"), _perhaps("text"), key="activity_id ordinal kind")
    _make_list(
        "session",
        *map(_perhaps, ("date", "end_date", "start_time", "end_time", "place")),
    )
    _make_list("participant_group", _perhaps("name"), Column("count", Integer), _number("external"))
    _make_list("link", _perhaps("label"), _perhaps("url"))


def _make_filed_lists() -> None:
    _make_list("photo", *_filed("photo"), _perhaps("caption"))
    _make_list("attachment", *_filed("attachment"), _perhaps("kind"), _perhaps("title"))


def _make_list(table: str, *items: SchemaItem, key: str = "activity_id ordinal") -> None:
    _make(
        table,
        key,
        _text("activity_id"),
        _number("ordinal"),
        *items,
        _part_of(table, "activity"),
    )


def _filed(table: str) -> tuple[SchemaItem, ...]:
    there = ForeignKeyConstraint(
        ["report_id", "file"],
        ["file.report_id", "file.path"],
        name=f"fk_{table}_report_id_file",
    )
    return _text("report_id"), _text("file"), there


def _make(table: str, key: str, *items: SchemaItem) -> None:
    primary = PrimaryKeyConstraint(*key.split(), name=f"pk_{table}")
    op.create_table(table, *items, primary, sqlite_strict=True)


def _part_of(table: str, owner: str) -> ForeignKeyConstraint:
    column = f"{owner}_id"
    return ForeignKeyConstraint(
        [column], [f"{owner}.id"], name=f"fk_{table}_{column}", ondelete="CASCADE"
    )


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _perhaps(name: str) -> Column[str]:
    return Column(name, Text, nullable=True)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)
