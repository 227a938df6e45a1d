"""Finds out, on each platform, what `folders` judges a path by."""

import ctypes
import os
import re
import sys
from pathlib import Path

from desktop_app.storage.folders import Drive, PathFacts

_NETWORK_SYSTEMS = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|afs|9p|davfs\d?|ncpfs|fuse\.(sshfs|rclone|davfs\d?|smbnetfs|gvfsd-fuse)"
)
_WINDOWS_DRIVES = {2: Drive.REMOVABLE, 3: Drive.FIXED, 4: Drive.NETWORK}
_SYNCHRONISED = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # set by that program


def path_facts(folder: Path) -> PathFacts:
    """Return the facts about a folder, which need not be there yet; never fails."""
    path = folder.absolute()
    synchronised = tuple(Path(value) for name in _SYNCHRONISED if (value := os.environ.get(name)))
    try:
        drive = _drive(path)
    except (OSError, ValueError):
        drive = Drive.UNKNOWN
    return PathFacts(path, drive, synchronised)


def _drive(path: Path) -> Drive:
    if sys.platform == "win32":
        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\")
        drive = _WINDOWS_DRIVES.get(kind, Drive.UNKNOWN)
    else:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
        drive = drive_by_mounts(path.resolve(), mounts, Path("/sys"))
    return drive


def drive_by_mounts(path: Path, mounts: str, system: Path) -> Drive:
    """Return what the table of mounts, and the kernel's folder of devices, say of a path."""
    found = [line.split(" ") for line in mounts.splitlines()]
    rows = [(Path(_plain(row[1])), _plain(row[0]), row[2]) for row in found if len(row) > 2]
    above = [row for row in rows if path.is_relative_to(row[0])]
    if not above:
        return Drive.UNKNOWN
    _, device, kind = max(above, key=lambda row: len(row[0].parts))
    if _NETWORK_SYSTEMS.fullmatch(kind):
        return Drive.NETWORK
    return Drive.REMOVABLE if _is_removable(Path(device).name, system) else Drive.FIXED


def _plain(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


def _is_removable(device: str, system: Path) -> bool:
    block = (system / "class" / "block" / device).resolve()
    # A partition's own folder lies in that of its device.
    for folder in (block, block.parent):
        mark = folder / "removable"
        if mark.is_file():
            return mark.read_text().strip() == "1" or "/usb" in str(block)
    return False
