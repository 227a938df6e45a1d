"""A statement that was compiled once does on any database what SQLAlchemy itself does with it."""

import datetime as dt
from uuid import UUID

import pytest
from sqlalchemy import bindparam, create_engine, delete, insert, select, update
from sqlmodel import col

from desktop_app.storage.prepared import Prepared
from desktop_app.storage.tables import DatabaseRow, Table

ONE, OTHER = UUID(int=1), UUID(int=2)
MOMENT = dt.datetime(2023, 2, 22, 13, 30, tzinfo=dt.UTC)
THIS = col(DatabaseRow.id) == bindparam("this")


@pytest.mark.parametrize("style", ["qmark", "named"])
def test_values_arrive_as_their_columns_keep_them(style: str) -> None:
    engine = create_engine("sqlite://", paramstyle=style)
    with engine.begin() as connection:
        Table.metadata.create_all(connection)
        add = Prepared(insert(DatabaseRow))
        add.run_each(connection, [{"id": ONE, "retired": None}, {"id": OTHER, "retired": MOMENT}])
        add.run_each(connection, [])
        retire = Prepared(update(DatabaseRow).where(THIS))
        assert retire.run(connection, {"this": ONE, "retired": MOMENT}) == 1
        assert retire.run(connection, {"this": UUID(int=3), "retired": MOMENT}) == 0
        Prepared(delete(DatabaseRow).where(THIS)).run(connection, {"this": OTHER})
        found = connection.execute(select(DatabaseRow)).all()
    engine.dispose()
    assert [(row.id, row.retired) for row in found] == [(ONE, MOMENT)]
