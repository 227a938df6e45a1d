"""Photos and attachments of the open report: taken in and made small beside the window's thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop_app.errors import EnvironmentFault, Fault, Said, UserFault
from desktop_app.report.package import file_paths
from desktop_app.report.values import Attachment, Photo
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.editing.session import Session
from desktop_app.ui.photos.pictures import prepared, thumbnail
from desktop_app.ui.running.tasks import Tasks

LARGEST_FILE = 50_000_000
"""Bytes that an attachment may have."""

THUMBNAIL = 192
"""Pixels of a thumbnail's longer side."""


class FileDesk(QObject):
    """Takes files into the open report, and shows what is in it."""

    def __init__(self, session: Session, tasks: Tasks, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._dialogs = dialogs

    def choose_photos(self, asker: QWidget, then: Callable[[tuple[Photo, ...]], None]) -> None:
        """Let people choose pictures, and hand over each one that is whole as it is ready."""
        self.take_photos(asker, self._dialogs.photos(asker), then)

    def take_photos(
        self, asker: QWidget, paths: tuple[Path, ...], then: Callable[[tuple[Photo, ...]], None]
    ) -> None:
        """Take pictures in one after another, in their order; a bad one stops no other."""
        if not paths:
            return
        on = partial(self.take_photos, asker, paths[1:], then)
        self._tasks.read(
            asker,
            partial(_photo, paths[0]),
            partial(self._keep_photo, then, on),
            partial(self._skip_photo, on),
        )

    def _keep_photo(
        self, then: Callable[[tuple[Photo, ...]], None], on: Callable[[], None], data: bytes
    ) -> None:
        name = self._free_name("photos", ".jpg")
        self._session.add_files({name: data})
        then((Photo(file=name),))
        on()

    def _skip_photo(self, on: Callable[[], None], fault: Fault) -> None:
        self._tasks.failed.emit(fault)
        on()

    def choose_files(self, asker: QWidget, then: Callable[[tuple[Attachment, ...]], None]) -> None:
        """Let people choose attachments, and hand over each one as it is read."""
        for path in self._dialogs.files(asker):
            self._tasks.read(asker, partial(_content, path), partial(self._keep_file, then, path))

    def _keep_file(
        self, then: Callable[[tuple[Attachment, ...]], None], path: Path, data: bytes
    ) -> None:
        name = self._free_name("files", path.suffix.lower())
        self._session.add_files({name: data})
        then((Attachment(file=name, title=path.stem),))

    def show_thumbnail(self, asker: QWidget, name: str, then: Callable[[QImage], None]) -> None:
        """Hand over a small picture of a photo; a null one where it is missing or damaged."""
        data = self._session.file(name)
        self._tasks.read(asker, partial(thumbnail, data or b"", THUMBNAIL), then)

    def _free_name(self, folder: str, ending: str) -> str:
        taken = set(self._session.package.files) | set(file_paths(self._session.report))
        number = len(taken) + 1
        while any(name.startswith(f"{folder}/{number:04}.") for name in taken):
            number += 1
        return f"{folder}/{number:04}{ending}"


def _photo(path: Path) -> bytes:
    return prepared(_content(path), path.name)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserFault(Said(f"{path.name}: ไฟล์ใหญ่เกินไป", f"{path.name}: too large"))
        return path.read_bytes()
    except OSError as error:
        said = Said(f"{path.name}: เปิดไฟล์ไม่ได้", f"{path.name}: cannot be opened")
        raise EnvironmentFault(said) from error
