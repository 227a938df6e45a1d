"""How SQLite finds a text within a text."""

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import Mapped


def holds(column: Mapped[str | None], text: str) -> ColumnElement[bool]:
    """Return the condition that `text` stands somewhere in the column, letter for letter."""
    # LIKE reads each letter; instr compares bytes, which in Thai are three to a letter.
    return func.instr(column, text) > 0
