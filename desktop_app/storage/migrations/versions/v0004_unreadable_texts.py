"""What was typed in reports and cannot be read as a value, and what of it a merge replaced."""

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, Text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Take 0003 to 0004."""
    names = ("report_id", "path", "text")
    op.create_table(
        "unread",
        *(Column(name, Text, nullable=False) for name in names),
        ForeignKeyConstraint(
            ["report_id"], ["report.id"], name="fk_unread_report_id", ondelete="CASCADE"
        ),
        PrimaryKeyConstraint("report_id", "path", name="pk_unread"),
        sqlite_strict=True,
    )
    op.add_column("provenance", Column("before_unread", Text, nullable=True))
