"""Runs Alembic's migrations on a database file; on a copy only, see `storage.migrate`."""

import datetime as dt
from pathlib import Path
from threading import Lock
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import insert

from desktop_app import __version__
from desktop_app.storage.derived import fill_in
from desktop_app.storage.sqlite import bare_engine
from desktop_app.storage.tables import SchemaStepRow

_ONE_AT_A_TIME: Final = Lock()  # Alembic keeps in its modules which database it works on


def climb(database: Path, migrations: Path, top: str) -> None:
    """Run the migrations that `database` lacks, and note in it who did so and when."""
    engine = bare_engine(database)
    step = {"schema_version": top, "program": __version__, "moment": dt.datetime.now(dt.UTC)}
    try:
        with _ONE_AT_A_TIME, engine.begin() as connection:
            config = Config(attributes={"connection": connection})
            config.set_main_option("script_location", str(migrations).replace("%", "%%"))
            config.set_main_option("path_separator", "os")
            command.upgrade(config, top)
            connection.execute(insert(SchemaStepRow), step)
            fill_in(connection)
    finally:
        engine.dispose()
