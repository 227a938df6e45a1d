"""How far each report is, when it was printed, and which databases this one was before.

The columns on how far reports are, `storage.derived` fills in.
"""

from alembic import op
from sqlalchemy import Column, Integer, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Take 0002 to 0003."""
    op.add_column("report", Column("printed", Text, nullable=True))
    for name in ("printed_revision", "points", "points_of_all"):
        op.add_column("report", Column(name, Integer, nullable=True))
    op.add_column("database", Column("retired", Text, nullable=True))
