"""Statements that change rows, compiled once: SQLAlchemy takes longer to prepare one than SQLite to run it.

They stay statements of SQLAlchemy, compiled for whatever database it is, and run in its transaction; what
is saved is finding out the same each time, and a result object for each, which nobody looks at.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.sql.dml import UpdateBase

from desktop_app.storage.rows import Row

_Names = tuple[str, ...]
_Process = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Compiled:
    text: str
    parameters: Sequence[tuple[str, _Process | None]]
    by_place: bool

    def parameters_of(self, row: Row) -> tuple[Any, ...] | dict[str, Any]:
        values = [process(row[name]) if process else row[name] for name, process in self.parameters]
        if self.by_place:
            return tuple(values)
        return {name: value for (name, _), value in zip(self.parameters, values, strict=True)}


class Prepared:
    """An INSERT, UPDATE or DELETE whose every value is given by name when it is run."""

    def __init__(self, statement: UpdateBase) -> None:
        self._statement = statement
        self._compiled: dict[tuple[str, _Names], _Compiled] = {}

    def run(self, connection: Connection, row: Row) -> int:
        """Run it with the values of one row, and return how many rows it met."""
        compiled = self._for(connection.dialect, row)
        cursor = connection.connection.cursor()
        cursor.execute(compiled.text, compiled.parameters_of(row))
        return cursor.rowcount

    def run_each(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Run it for each of the rows, which have the same names; nothing for none."""
        if rows:
            compiled = self._for(connection.dialect, rows[0])
            cursor = connection.connection.cursor()
            given: Any = [compiled.parameters_of(row) for row in rows]
            cursor.executemany(compiled.text, given)

    def _for(self, dialect: Dialect, row: Row) -> _Compiled:
        key = dialect.name, tuple(row)
        if key not in self._compiled:
            self._compiled[key] = _compiled(self._statement, dialect, row)
        return self._compiled[key]


def _compiled(statement: UpdateBase, dialect: Dialect, names: Mapping[str, object]) -> _Compiled:
    made = statement.compile(dialect=dialect, column_keys=list(names))
    order = getattr(made, "positiontup", None) or list(made.params)
    types = {name: bound.type for name, bound in made.binds.items()}
    found = [(name, types[name].dialect_impl(dialect).bind_processor(dialect)) for name in order]
    return _Compiled(made.string, found, bool(getattr(made, "positional", False)))
