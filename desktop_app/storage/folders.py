"""What is risky about the folder that a database lies in, from facts about its path."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePath

from desktop_app.errors import Said


class Drive(Enum):
    """What sort of drive a folder lies on."""

    FIXED = auto()
    REMOVABLE = auto()
    NETWORK = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class PathFacts:
    """What is known of a folder: where it is, the drive, and the folders that a service syncs."""

    path: PurePath
    drive: Drive
    synchronised: tuple[PurePath, ...] = ()


_SERVICES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "ไดรฟ์ของฉัน": "Google Drive",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "nextcloud": "Nextcloud",
}
"""Names that synchronised folders begin with, in small letters, and whose they are."""


def folder_warnings(facts: PathFacts) -> tuple[Said, ...]:
    """Return what to tell a person before a database is kept there; nothing for a good place."""
    found = []
    if service := _service(facts):
        found.append(_synchronised(service))
    if facts.drive is Drive.NETWORK or _is_share(facts.path):
        found.append(_NETWORK)
    elif facts.drive is Drive.REMOVABLE:
        found.append(_REMOVABLE)
    return tuple(found)


def _service(facts: PathFacts) -> str | None:
    for part in facts.path.parts:
        for beginning, service in _SERVICES.items():
            rest = part.lower().removeprefix(beginning)
            if rest != part.lower() and not rest[:1].isalnum():
                return service
    if any(facts.path.is_relative_to(folder) for folder in facts.synchronised):
        return "OneDrive"
    return None


def _is_share(path: PurePath) -> bool:
    return path.drive.startswith("\\\\") and not path.drive.startswith(("\\\\?\\", "\\\\.\\"))


def _synchronised(service: str) -> Said:
    return Said(
        f"โฟลเดอร์นี้ซิงก์กับ {service} ซึ่งอาจสลับไฟล์ฐานข้อมูลระหว่างที่ใช้งานหรือสร้างไฟล์ซ้ำ "
        "โปรดเก็บฐานข้อมูลไว้ในเครื่อง และใช้โฟลเดอร์นี้เก็บข้อมูลสำรองแทน",
        f"This folder is synchronised by {service}, which may exchange the database file while it "
        "is in use, or make second copies. Keep the database on this computer, and use this "
        "folder for backups",
    )


_NETWORK = Said(
    "โฟลเดอร์นี้อยู่บนเครือข่าย หากเครือข่ายหลุดระหว่างบันทึก ข้อมูลอาจเสียหาย และเปิดพร้อมกันได้ครั้งละเครื่องเดียว "
    "โปรดเก็บฐานข้อมูลไว้ในเครื่อง และใช้โฟลเดอร์นี้เก็บข้อมูลสำรองแทน",
    "This folder is on the network: a connection that breaks during a save may damage the data, "
    "and one computer at a time can open it. Keep the database on this computer, and use this "
    "folder for backups",
)
_REMOVABLE = Said(
    "โฟลเดอร์นี้อยู่บนอุปกรณ์ที่ถอดได้ หากถอดออกระหว่างใช้งาน งานที่ยังไม่ได้บันทึกจะบันทึกไม่ได้ "
    "โปรดเก็บฐานข้อมูลไว้ในเครื่อง และใช้อุปกรณ์นี้เก็บข้อมูลสำรองแทน",
    "This folder is on a device that can be unplugged: pulled out during work, it cannot be saved "
    "to. Keep the database on this computer, and use the device for backups",
)
