"""What people type becomes a name that a file can have on every system."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.services.naming import file_stem


@pytest.mark.parametrize("device", ["CON", "nul", "Com1", "LPT¹", "con.txt", "AUX .x", " prn. "])
def test_no_file_is_called_as_a_device_is(device: str) -> None:
    assert file_stem(device, "0001") == f"_{device.strip(' .')}"


def test_what_only_begins_as_a_device_does_stays() -> None:
    assert file_stem("CON รายงาน", "0001") == "CON รายงาน"
    assert file_stem("Console", "0001") == "Console"


def test_a_name_ends_in_no_dot_and_no_space() -> None:
    assert file_stem("รายงาน: ครั้งที่ 1/2566 .. ", "0001") == "รายงาน ครั้งที่ 1 2566"
    assert file_stem(f"{'ก' * 66}. และอื่น ๆ", "0001") == "ก" * 66
    assert file_stem(" ... ", "0001") == "0001"
    assert file_stem("///", "0001") == "0001"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text())
def test_a_file_of_that_name_can_be_made(tmp_path: Path, text: str) -> None:
    path = tmp_path / f"{file_stem(text, '0001')} (12).docx"
    path.write_bytes(b"")
    assert list(tmp_path.iterdir()) == [path]
    path.unlink()
