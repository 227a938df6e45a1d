"""Photos and attachments of the open report: taken in, shown, turned, cut, opened."""

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QWidget

from desktop_app.errors import Said
from desktop_app.report.editing import Path as Place
from desktop_app.report.editing import value_at
from desktop_app.report.fields import Field, Kind
from desktop_app.report.package import file_paths
from desktop_app.report.values import Attachment, Photo
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.editing.edits import Added
from desktop_app.ui.editing.session import Session
from desktop_app.ui.photos.darkroom import Darkroom
from desktop_app.ui.photos.image import image_of
from desktop_app.ui.photos.offered import (
    Source,
    file_source,
    files_in,
    is_picture_name,
    picture_in,
)
from desktop_app.ui.photos.outside import Outside
from desktop_app.ui.photos.taking import Taken, Taking
from desktop_app.ui.photos.target import Target
from desktop_app.ui.photos.treating import Treating
from desktop_app.ui.running.tasks import Tasks


class FileDesk(QObject):
    """Takes files into the open report, and shows what is in it; lives as long as its session."""

    progress = Signal(int, int)  # how many are taken in, of how many
    ended = Signal(int, int, object)  # how many were taken in, of how many; faults

    def __init__(
        self, session: Session, tasks: Tasks, dialogs: Dialogs, room: Callable[[], Darkroom]
    ) -> None:
        super().__init__(session)
        self._session = session
        self._tasks = tasks
        self._dialogs = dialogs
        self._room = room
        self._waiting: deque[Taking] = deque()
        self._treating = Treating(session, tasks, room)
        self._outside = Outside()

    def choose(self, asker: QWidget, field: Field, path: Place) -> None:
        """Let people choose files for a list, and take them in."""
        ask = self._dialogs.photos if field.kind is Kind.PHOTOS else self._dialogs.files
        self._take(field, path, map(file_source, ask(asker)))

    def takes(self, field: Field, data: QMimeData, *, aimed: bool) -> bool:
        """Tell whether something dropped or pasted is for a list; `aimed` where right at it."""
        return bool(_wanted(field, data, aimed=aimed))

    def take(self, field: Field, path: Place, data: QMimeData, *, aimed: bool) -> None:
        """Take in what was dropped or pasted."""
        self._take(field, path, _wanted(field, data, aimed=aimed))

    def _take(self, field: Field, path: Place, sources: Iterable[Source]) -> None:
        every = tuple(sources)
        if not every:
            return
        make = self._photo if field.kind is Kind.PHOTOS else _content
        taking = Taking(every, make, Target(self._session, field, path), self)
        taking.progress.connect(self.progress)
        taking.ended.connect(partial(self._put_in, taking))
        self._waiting.append(taking)
        if len(self._waiting) == 1:
            taking.begin(self._tasks)

    def _photo(self, source: Source) -> bytes:
        return self._room().prepared(source.read(), source.name)

    def stop(self) -> None:
        """End taking in, with what is done so far."""
        for taking in tuple(self._waiting):
            taking.stop()

    def _put_in(self, taking: Taking) -> None:
        """Put what was taken in into the report, as one step."""
        self._waiting.remove(taking)
        target = taking.target
        if taking.taken and target.path is not None:
            items = tuple(self._filed(target.field, one) for one in taking.taken)
            there = value_at(self._session.report, target.path)
            index = len(there) if isinstance(there, tuple) else 0
            self._session.edit(target.path, target.field, Added(index, items), _added(items))
        self.ended.emit(len(taking.taken), len(taking.sources), tuple(taking.refused))
        target.deleteLater()
        taking.deleteLater()
        if self._waiting:
            self._waiting[0].begin(self._tasks)

    def _filed(self, field: Field, one: Taken) -> Photo | Attachment:
        path = PurePosixPath(one.source.name)
        is_photo = field.kind is Kind.PHOTOS
        name = self._free_name("photos", ".jpg") if is_photo else self._file_name(path.suffix)
        self._session.add_files({name: one.data})
        return Photo(file=name) if is_photo else Attachment(file=name, title=path.stem)

    def _file_name(self, ending: str) -> str:
        return self._free_name("files", ending.lower())

    def _free_name(self, folder: str, ending: str) -> str:
        taken = set(self._session.package.files) | set(file_paths(self._session.report))
        number = len(taken) + 1
        while any(name.startswith(f"{folder}/{number:04}") for name in taken):
            number += 1
        return f"{folder}/{number:04}{ending}"

    def show_small(
        self, asker: QWidget, name: str, side: int, then: Callable[[QImage], None]
    ) -> None:
        """Hand over a picture no longer than `side` pixels; a null one where it is damaged."""
        data = self._session.file(name) or b""
        self._tasks.read(asker, partial(image_of, self._room, data, side), then)

    def turn(self, field: Field, path: Place, by: int) -> None:
        """Turn the photo at `path` clockwise by degrees."""
        self._treating.turn(field, path, by)

    def cut(self, asker: QWidget, field: Field, path: Place) -> None:
        """Let people choose which part of the photo at `path` is to be seen."""
        self._treating.cut(asker, field, path)

    def open(self, asker: QWidget, name: str, title: str) -> None:
        """Open an attachment with the program that this computer has for it."""
        data = self._session.file(name)
        if data is not None:
            self._tasks.read(asker, partial(self._outside.copy, name, title, data), _show)

    def close(self) -> None:
        """Put into the report what is taken in so far, and remove copies that were made."""
        self.stop()
        self._outside.clear()


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _content(source: Source) -> bytes:
    return source.read()


def _wanted(field: Field, data: QMimeData, *, aimed: bool) -> tuple[Source, ...]:
    """Return what of something dropped or pasted is for a list.

    What is not aimed at any list goes where its name says: pictures to pictures.
    """
    for_photos = field.kind is Kind.PHOTOS
    files = tuple(
        file_source(path) for path in files_in(data) if aimed or is_picture_name(path) is for_photos
    )
    picture = picture_in(data) if for_photos and not data.hasUrls() else None
    return files or ((picture,) if picture is not None else ())


def _added(items: tuple[object, ...]) -> Said | None:
    count = len(items)
    if count == 1:
        return None
    if isinstance(items[0], Photo):
        return Said(f"เพิ่ม {count} ภาพ", f"add {count} pictures")
    return Said(f"เพิ่ม {count} เอกสาร", f"add {count} documents")
