"""Forged, newer and foreign files are each refused in one line that says what is wrong."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.errors import EnvironmentFault, Fault
from desktop_app.storage import backup_faults as faults
from desktop_app.storage.backup import write_backup
from desktop_app.storage.backup_check import verify_backup
from tests.storage.backup_parts import DATABASE, entries, forge

FORGERIES: dict[str, tuple[object, type[Fault]]] = {
    "version": (2, faults.NewerBackup),
    "schema": ("9999", faults.NewerBackup),
    "program": (None, faults.DamagedBackup),
    "office": (7, faults.DamagedBackup),
    "made": ("2026-01-01", faults.DamagedBackup),
    "scope": ("most", faults.DamagedBackup),
    "with_files": (1, faults.DamagedBackup),
    "tables": ({"report": 10**30}, faults.DamagedBackup),
    "reports": ([], faults.DamagedBackup),
    "database": ({"sha256": "0" * 64, "bytes": 10**12}, faults.DamagedBackup),
    "files": ([{"sha256": "../../etc/passwd", "bytes": 1}], faults.DamagedBackup),
    "format": ("report", faults.NotABackup),
}


@pytest.mark.parametrize(("key", "value", "kind"), [(key, *how) for key, how in FORGERIES.items()])
def test_a_manifest_that_is_forged_is_refused(
    filled: Path, out: Path, key: str, value: object, kind: type[Fault]
) -> None:
    write_backup(filled, out)

    forge(out, {key: value})
    with pytest.raises(kind) as fault:
        verify_backup(out)
    assert out.name in fault.value.said.th
    assert "\n" not in fault.value.said.en


def test_a_newer_backup_says_which_program_it_needs(filled: Path, out: Path) -> None:
    write_backup(filled, out)

    forge(out, {"version": 2, "program": "7.8.9"})
    with pytest.raises(faults.NewerBackup) as fault:
        verify_backup(out)
    assert "7.8.9" in fault.value.said.th


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER t AFTER INSERT ON report BEGIN DELETE FROM report; END",
        "CREATE VIEW v AS SELECT * FROM report",
        "UPDATE activity SET report_id = 'nobody'",
        "DELETE FROM signatory",
        "PRAGMA application_id = 7",
        "UPDATE report SET edited = 'yesterday'",
        "UPDATE alembic_version SET version_num = '0000'",
        "DROP TABLE report",
    ],
)
def test_a_forged_database_with_the_right_digest_is_refused(
    filled: Path, out: Path, sql: str, tmp_path: Path
) -> None:
    write_backup(filled, out)
    inner = tmp_path / "inner.db"
    inner.write_bytes(entries(out)[DATABASE])
    with closing(sqlite3.connect(inner, isolation_level=None)) as connection:
        connection.execute(sql)
    data = inner.read_bytes()
    content = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    forge(out, {"database": content}, {DATABASE: data})
    with pytest.raises(faults.DamagedBackup):
        verify_backup(out)


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"\0" * 5000, b"%PDF-1.7", b"PK\x03\x04" + b"\xff" * 400]
)
def test_another_programs_file_is_no_backup(out: Path, data: bytes) -> None:
    out.write_bytes(data)
    with pytest.raises(faults.NotABackup):
        verify_backup(out)


def test_a_folder_and_a_missing_file_are_said(out: Path) -> None:
    for path in (out, out.parent):
        with pytest.raises(EnvironmentFault):
            verify_backup(path)
