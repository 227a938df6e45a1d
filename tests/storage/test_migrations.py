"""Every schema that was ever released opens, and an upgrade loses nothing whatever happens."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from desktop_app import __version__
from desktop_app.errors import EnvironmentFault
from desktop_app.report.flow import completeness
from desktop_app.report.package import read_package
from desktop_app.storage import sqlite
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.migrate import bring_up_to_date
from desktop_app.storage.restore import restore_backup
from desktop_app.storage.retention import Named, Reason
from desktop_app.storage.stairs import STAIRS, Stairs
from desktop_app.storage.store import Store
from desktop_app.storage.tables import Table
from tests.storage.make_fixture import FIXTURES
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE, UNREAD, with_fields

LATER = f"{int(STAIRS.top) + 1:04}"
NEXT = f'''"""A step that later versions may take."""

from alembic import op
from sqlalchemy import Column, Text

revision = "{LATER}"
down_revision = "{STAIRS.top}"


def upgrade() -> None:
    with op.batch_alter_table("report") as table:
        table.add_column(Column("province_code", Text, server_default="65"))
        table.alter_column("title", new_column_name="heading")
'''
BROKEN = f'{NEXT}    raise OSError(28, "full")\n'


@pytest.fixture
def old(path: Path) -> Path:
    """A database of the latest released schema, which a longer stair makes old."""
    return released(path, STAIRS.top)


def released(path: Path, schema: str) -> Path:
    """Put a database of a schema, as it was released, at `path`."""
    path.parent.mkdir()
    shutil.copyfile(FIXTURES / f"schema-{schema}.db", path)
    return path


def longer_stairs(folder: Path, step: str = NEXT) -> Stairs:
    stairs = folder / "ขั้น 100%"
    shutil.copytree(STAIRS.folder, stairs, ignore=shutil.ignore_patterns("__pycache__"))
    (stairs / "versions" / f"v{LATER}_next.py").write_text(step, encoding="utf-8")
    return Stairs(stairs)


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(query))


def schema(path: Path) -> dict[str, str]:
    """Return what the database says of its tables and indexes, white space aside."""
    query = (
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'"
    )
    return {str(name): " ".join(str(sql).split()) for name, sql in rows(path, query)}


def parts(sql: str) -> list[str]:
    """Return what a table is made of; a column that was added later stands last."""
    return sorted(re.sub(r" ?\) STRICT$", "", sql).split(", "))


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_schema_0001_opens_with_all_that_it_holds(path: Path) -> None:
    with Store.open(released(path, "0001")) as store:
        (summary,) = store.summaries()
        held = read_package(FIXTURES / "schema-0001.zip")
        assert store.load(summary.id) == held
        # What later schemas keep beside it is there from the first moment.
        assert store.search("นครไทย ไฟป่า") == (summary,)
        (revision,) = store.revisions(summary.id)
        assert revision.moment == summary.edited
        assert store.load_revision(summary.id, revision.number).package == held
        store.save(with_fields(held.report, title="ใหม่"))
        assert len(store.revisions(summary.id)) == 2


def test_schema_0002_opens_with_all_that_it_holds(path: Path) -> None:
    with Store.open(released(path, "0002")) as store:
        (summary,) = store.summaries()
        assert store.load(summary.id) == read_package(FIXTURES / "schema-0002.zip")
        assert store.search("นครไทย ไฟป่า") == (summary,)
        latest, first = store.revisions(summary.id)
        assert store.load_revision(summary.id, latest.number).package == FULL_PACKAGE
        assert store.load_revision(summary.id, first.number).package.report.title == "ฉบับแรก"
        assert summary.completeness == completeness(FULL)


def test_schema_0003_opens_with_all_that_it_holds(path: Path) -> None:
    with Store.open(released(path, "0003")) as store:
        (summary,) = store.summaries()
        assert store.load(summary.id) == read_package(FIXTURES / "schema-0003.zip")
        assert summary.is_on_paper
        assert summary.completeness == completeness(FULL)
        assert len(store.revisions(summary.id)) == 2
        assert store.unread(summary.id) == {}


def test_schema_0004_opens_with_all_that_it_holds(path: Path) -> None:
    with Store.open(released(path, "0004")) as store:
        (summary,) = store.summaries()
        assert store.load(summary.id) == read_package(FIXTURES / "schema-0004.zip")
        assert store.unread(summary.id) == UNREAD


def test_a_damaged_report_does_not_keep_the_others_from_the_upgrade(path: Path) -> None:
    database = released(path, "0001")
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("UPDATE report SET agency_kind = 'planet'")
    with Store.open(database) as store:
        other = with_fields(FULL, id=uuid4())
        store.save(other, FULL_FILES)
        assert store.load(other.id).report == other
        with pytest.raises(EnvironmentFault):
            store.load(FULL.id)


def test_every_migration_has_a_fixture_and_a_test() -> None:
    tests = [name for name in globals() if name.startswith("test_schema_")]
    assert STAIRS.revisions
    for revision in STAIRS.revisions:
        assert (FIXTURES / f"schema-{revision}.db").is_file()
        assert (FIXTURES / f"schema-{revision}.zip").is_file()
        assert any(name.startswith(f"test_schema_{revision}_") for name in tests), revision


def test_migrations_are_one_stair_numbered_from_1() -> None:
    found = ScriptDirectory(str(STAIRS.folder)).walk_revisions()
    steps = [(step.revision, step.down_revision) for step in reversed(list(found))]
    numbers = [f"{number:04}" for number in range(1, len(steps) + 1)]
    assert steps == list(zip(numbers, [None, *numbers], strict=False))
    assert STAIRS.revisions == tuple(numbers)


def test_models_and_migrations_agree(made: Path, tmp_path: Path) -> None:
    def differences(connection: Connection) -> list[object]:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, Table.metadata))

    models = tmp_path / "models.db"
    with closing(sqlite.connect(models, "rwc")):
        engine = sqlite.bare_engine(models)
    with engine.begin() as connection:
        Table.metadata.create_all(connection)
    engine.dispose()
    engine = sqlite.bare_engine(made)
    with engine.connect() as connection:
        assert differences(connection) == []
    engine.dispose()
    # Alembic sees neither STRICT nor what becomes of parts when their owner goes.
    for name, sql in schema(models).items():
        assert parts(sql) == parts(schema(made)[name]), name


def test_every_table_is_strict(made: Path) -> None:
    found = rows(made, "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    strict = {name for name, flag in found if flag}
    assert strict == set(Table.metadata.tables)


def test_a_database_knows_which_program_made_it(made: Path) -> None:
    steps = rows(made, "SELECT schema_version, program FROM schema_step")
    assert steps == [(STAIRS.top, __version__)]


def test_an_upgrade_keeps_everything_and_a_copy_of_the_old(old: Path, tmp_path: Path) -> None:
    before = old.read_bytes()
    backups = old.parent / "backups"
    bring_up_to_date(old, backups, longer_stairs(tmp_path))
    assert rows(old, "SELECT province_code, heading FROM report") == [("65", FULL.title)]
    assert rows(old, "SELECT count(*) FROM text_item") == [(8,)]
    assert rows(old, "SELECT count(*) FROM photo") == [(3,)]
    steps = [schema for (schema,) in rows(old, "SELECT schema_version FROM schema_step")]
    assert steps[-2:] == [STAIRS.top, LATER]
    assert sqlite.is_whole(old)
    (backup,) = backups.iterdir()
    named = Named.read(backup.name)
    assert named
    assert named.reason is Reason.UPGRADE
    assert verify_backup(backup).schema == STAIRS.top
    restore_backup(backup, tmp_path / "back" / "suanruam.db", tmp_path / "kept.zip")
    with Store.open(tmp_path / "back" / "suanruam.db") as store:
        assert store.load(FULL.id).files == FULL_FILES
    assert old.read_bytes() != before
    assert names(old.parent) == {"suanruam.db", "suanruam.db.lock", "backups"}


def test_a_damaged_photo_keeps_nobody_from_the_upgrade(old: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE blob SET content = x'00' WHERE rowid = 1")
    backups = old.parent / "backups"
    bring_up_to_date(old, backups, longer_stairs(tmp_path))
    assert rows(old, "SELECT heading FROM report") == [(FULL.title,)]
    assert rows(old, "SELECT content FROM blob WHERE rowid = 1") == [(b"\0",)]
    (kept,) = backups.iterdir()
    named = Named.read(kept.name)
    assert named
    assert named.reason is Reason.UPGRADE_READABLE
    lost = {one.path: one.words for one in verify_backup(kept).lacking}
    assert lost.items() <= {
        ("photos/0001.jpg", "ภาพที่ 1"),
        ("photos/ภาพ 2.jpg", ""),
        ("files/minutes.pdf", "รายงาน"),
    }
    back = tmp_path / "back" / "suanruam.db"
    restore_backup(kept, back, tmp_path / "kept.zip")
    with Store.open(back) as store:
        package = store.load(FULL.id)
    assert package.report.activities[0].results == FULL.activities[0].results
    assert package.files.keys() == FULL_FILES.keys() - lost.keys()
    assert lost


def test_where_more_than_a_photo_is_damaged_the_old_database_is_kept_as_it_is(
    old: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE blob SET content = x'00' WHERE rowid = 1")
        connection.execute("UPDATE activity SET report_id = 'nobody' WHERE ordinal = 1")
    with pytest.raises(EnvironmentFault):
        bring_up_to_date(old, old.parent / "backups", longer_stairs(tmp_path))
    (kept,) = (old.parent / "backups").iterdir()
    assert kept.name.endswith("-before-upgrade.db")
    assert rows(kept, "SELECT report_id FROM activity WHERE ordinal = 1") == [("nobody",)]


def test_an_upgraded_database_is_not_upgraded_again(old: Path, tmp_path: Path) -> None:
    stairs = longer_stairs(tmp_path)
    bring_up_to_date(old, old.parent / "backups", stairs)
    before = old.read_bytes()
    bring_up_to_date(old, old.parent / "backups", stairs)
    assert old.read_bytes() == before
    assert len(names(old.parent / "backups")) == 1


def test_an_upgrade_that_fails_leaves_the_old_database(old: Path, tmp_path: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(EnvironmentFault) as fault:
        bring_up_to_date(old, old.parent / "backups", longer_stairs(tmp_path, BROKEN))
    assert "ดิสก์เต็ม" in fault.value.said.th
    assert old.read_bytes() == before
    assert names(old.parent) == {"suanruam.db", "suanruam.db.lock", "backups"}
    with Store.open(old) as store:
        assert store.load(FULL.id).report == FULL


def test_a_damaged_database_is_not_swapped_in(old: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE activity SET report_id = 'nobody'")
    before = old.read_bytes()
    with pytest.raises(EnvironmentFault) as fault:
        bring_up_to_date(old, old.parent / "backups", longer_stairs(tmp_path))
    assert "ไม่ถูกแก้ไข" in fault.value.said.th
    assert old.read_bytes() == before


def test_remains_of_an_upgrade_that_was_killed_do_no_harm(old: Path, tmp_path: Path) -> None:
    for name in ("suanruam.db.new", "suanruam.db.new-journal"):
        (old.parent / name).write_bytes(b"half of something" * 100)
    bring_up_to_date(old, old.parent / "backups", longer_stairs(tmp_path))
    assert rows(old, "SELECT heading FROM report") == [(FULL.title,)]
    assert not {"suanruam.db.new", "suanruam.db.new-journal"} & names(old.parent)


def test_nothing_is_saved_into_a_database_while_it_is_upgraded(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older program still has it open: its save must fail rather than be lost."""
    refused: list[str] = []
    is_whole = sqlite.is_whole

    def save_meanwhile(copy: Path) -> bool:
        if copy.parent == old.parent:  # the copy to be swapped in, and not the backup
            with closing(sqlite3.connect(old, timeout=0)) as other:
                try:
                    other.execute("UPDATE report SET title = 'late'")
                except sqlite3.OperationalError as error:
                    refused.append(str(error))
        return is_whole(copy)

    monkeypatch.setattr(sqlite, "is_whole", save_meanwhile)
    bring_up_to_date(old, old.parent / "backups", longer_stairs(tmp_path))
    assert refused == ["database is locked"]
    assert rows(old, "SELECT heading FROM report") == [(FULL.title,)]
