"""A file is written whole or not at all, and what stood there stays until then."""

import os
import stat
import threading
from pathlib import Path

import pytest

from desktop_app.errors import EnvironmentFault
from desktop_app.whole_file import write_whole

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def test_new_and_replaced_content(tmp_path: Path) -> None:
    path = tmp_path / "รายงาน.pdf"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_thai_name_of_the_greatest_length(tmp_path: Path) -> None:
    path = tmp_path / ("ก" * 83 + ".pdf")  # 253 of 255 bytes
    write_whole(path, b"data")
    assert path.read_bytes() == b"data"


def test_failure_on_the_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")

    def refuse(*names: Path) -> Path:
        raise PermissionError(13, "Permission denied", *map(str, names))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(EnvironmentFault) as fault:
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    assert str(path) in fault.value.said.th
    assert "ไม่มีสิทธิ์เขียน" in fault.value.said.th


def test_a_file_made_read_only_is_not_gone_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"kept")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write to any
    with pytest.raises(EnvironmentFault):
        write_whole(path, b"new")
    assert path.read_bytes() == b"kept"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        write_whole(tmp_path / "nowhere" / "out.pdf", b"data")
    assert f"no folder {tmp_path / 'nowhere'}" in fault.value.said.en


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "out.pdf"
    folder.mkdir()
    with pytest.raises(EnvironmentFault):
        write_whole(folder, b"data")
    assert folder.is_dir()


@posix_only
def test_a_full_disk_is_said_to_be_full() -> None:
    with pytest.raises(EnvironmentFault) as fault:
        write_whole(Path("/dev/full"), b"data")
    assert "ดิสก์เต็ม" in fault.value.said.th
    assert Path("/dev/full").is_char_device()


@posix_only
def test_a_link_stays_and_what_it_names_is_replaced(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@posix_only
def test_the_permissions_of_the_old_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix_only
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_whole(tmp_path / "out.pdf", b"data")
    assert (tmp_path / "out.pdf").stat().st_mode == usual.stat().st_mode


@posix_only
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"data")
    reader.join()
    assert read == [b"data"]
    assert pipe.is_fifo()
