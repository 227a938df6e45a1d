"""Where a backup may go: sticks that are plugged in, the second folder, a folder of one's own."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QStorageInfo

from desktop_app.services.naming import file_stem
from desktop_app.services.places import is_removable
from desktop_app.thai.calendar import abbreviated_date
from desktop_app.ui.data.wording import size

ENDING = ".zip"


@dataclass(frozen=True, slots=True)
class Suggested:
    """A folder to suggest, and what it is called."""

    folder: Path
    name: str


def suggested_places(second: Path | None) -> tuple[Suggested, ...]:
    """Return the folders to suggest, the best first; asks drives, so not on the window's thread."""
    found = [*_sticks()]
    if second is not None and second.is_dir():
        name = _said("โฟลเดอร์สำรองที่สอง  {path}").format(path=second)
        found.append(Suggested(second, name))
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = _said("เอกสารในเครื่องนี้  {path}").format(path=documents)
    return (*found, Suggested(Path(documents), name))


def _sticks() -> list[Suggested]:
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = Path(volume.rootPath())
        usable = volume.isValid() and volume.isReady() and not volume.isReadOnly()
        if usable and is_removable(root):
            free = size(volume.bytesAvailable())
            name = _said("แฟลชไดรฟ์ {name}  ว่าง {free}").format(name=volume.displayName(), free=free)
            found.append(Suggested(root, name))
    return found


def file_name(office: str, today: dt.date) -> str:
    """Return a sensible name for a backup: what it is, whose, and of which day."""
    plain = _said("สำรองส่วนร่วม")
    return file_stem(f"{plain} {office} {abbreviated_date(today)}", plain) + ENDING


def free_path(folder: Path, name: str) -> Path:
    """Return the path for a file of this name in `folder`, numbered where that one is there."""
    plain = file_stem(name.strip(" .").removesuffix(ENDING), _said("สำรองส่วนร่วม"))
    path, number = folder / f"{plain}{ENDING}", 1
    while path.exists():
        number += 1
        path = folder / f"{plain} ({number}){ENDING}"
    return path


def _said(words: str) -> str:
    return QCoreApplication.translate("BackupPlaces", words)
