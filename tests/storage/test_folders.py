"""A risky place for a database is recognised by its path and drive, and said in plain words."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from desktop_app.storage.folder_probe import drive_by_mounts, path_facts
from desktop_app.storage.folders import Drive, PathFacts, folder_warnings

WINDOWS = PureWindowsPath


@pytest.mark.parametrize(
    ("path", "drive", "words"),
    [
        (WINDOWS(r"C:\Users\สมชาย\AppData\Local\Suanruam"), Drive.FIXED, []),
        (PurePosixPath("/people/somchai/.local/share/Suanruam"), Drive.FIXED, []),
        (WINDOWS(r"C:\Users\สมชาย\OneDrive\งาน"), Drive.FIXED, ["OneDrive"]),
        (WINDOWS(r"C:\Users\s\OneDrive - กรมการปกครอง\งาน"), Drive.FIXED, ["OneDrive"]),
        (WINDOWS(r"C:\Users\s\Dropbox (งาน)\x"), Drive.FIXED, ["Dropbox"]),
        (WINDOWS(r"G:\My Drive\รายงาน"), Drive.UNKNOWN, ["Google Drive"]),
        (WINDOWS(r"G:\ไดรฟ์ของฉัน\รายงาน"), Drive.FIXED, ["Google Drive"]),
        (PurePosixPath("/people/s/dropbox/งาน"), Drive.FIXED, ["Dropbox"]),
        (WINDOWS(r"C:\Dropboxes\x"), Drive.FIXED, []),
        (WINDOWS(r"C:\OneDriveOld2\x"), Drive.FIXED, []),
        (WINDOWS(r"\\server\share\รายงาน"), Drive.UNKNOWN, ["เครือข่าย"]),
        (WINDOWS(r"\\?\C:\รายงาน"), Drive.FIXED, []),
        (WINDOWS(r"Z:\รายงาน"), Drive.NETWORK, ["เครือข่าย"]),
        (WINDOWS(r"E:\รายงาน"), Drive.REMOVABLE, ["ถอดได้"]),
        (WINDOWS(r"Z:\Dropbox"), Drive.NETWORK, ["Dropbox", "เครือข่าย"]),
    ],
)
def test_what_is_risky_is_said(path: PurePath, drive: Drive, words: list[str]) -> None:
    said = folder_warnings(PathFacts(path, drive))
    assert len(said) == len(words)
    for warning, word in zip(said, words, strict=True):
        assert word in warning.th
        assert "ข้อมูลสำรอง" in warning.th


def test_a_folder_that_onedrive_says_is_its_own() -> None:
    documents = WINDOWS(r"C:\Users\s\Documents")
    (said,) = folder_warnings(PathFacts(documents / "x", Drive.FIXED, (documents,)))
    assert "OneDrive" in said.en
    assert folder_warnings(PathFacts(WINDOWS(r"C:\x"), Drive.FIXED, (documents,))) == ()


MOUNTS = r"""
/dev/sda2 / ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
server:/x /srv/nfs nfs4 rw 0 0
s@host: /people/s/far fuse.sshfs rw 0 0
/dev/sdb1 /media/s/USB\040STICK vfat rw 0 0
tmpfs /scratch tmpfs rw 0 0
"""


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """A folder as the kernel keeps it of devices: a fixed disk and a stick, with partitions."""
    for device, partition, removable in (("sda", "sda2", "0"), ("sdb", "sdb1", "1")):
        folder = tmp_path / "devices" / device
        (folder / partition).mkdir(parents=True)
        (folder / "removable").write_text(f"{removable}\n")
        (tmp_path / "class" / "block").mkdir(parents=True, exist_ok=True)
        (tmp_path / "class" / "block" / partition).symlink_to(folder / partition)
    return tmp_path


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/people/s", Drive.FIXED),
        ("/scratch/x", Drive.FIXED),
        ("/mnt/share/รายงาน", Drive.NETWORK),
        ("/mnt/shared", Drive.FIXED),
        ("/srv/nfs", Drive.NETWORK),
        ("/people/s/far/away", Drive.NETWORK),
        ("/media/s/USB STICK/x", Drive.REMOVABLE),
    ],
)
def test_the_drive_of_a_path_on_linux(system: Path, path: str, drive: Drive) -> None:
    assert drive_by_mounts(Path(path), MOUNTS, system) is drive


def test_the_facts_of_this_computer_can_be_had(tmp_path: Path) -> None:
    facts = path_facts(tmp_path / "not there yet")
    assert facts.path == tmp_path / "not there yet"
    assert facts.drive in Drive
