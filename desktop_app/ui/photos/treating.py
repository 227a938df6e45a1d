"""Turning and cutting photos of the open report, each time from the original."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop_app.errors import Fault, Said
from desktop_app.report.editing import Path, value_at
from desktop_app.report.fields import Field
from desktop_app.report.originals import Treatment, origin, treated_name
from desktop_app.report.values import Photo
from desktop_app.ui.editing.edits import Put
from desktop_app.ui.editing.session import Session
from desktop_app.ui.photos.cut_dialog import CutDialog
from desktop_app.ui.photos.darkroom import Darkroom
from desktop_app.ui.photos.image import image_of
from desktop_app.ui.photos.turning import WHOLE, Box, turned
from desktop_app.ui.running.tasks import Tasks

_SHOWN = 1400
"""Pixels of the longer side of a picture that is being cut."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be done to one photo, and what undo calls it."""

    field: Field
    path: Path  # of the photo
    file: str  # the original
    change: Callable[[Treatment], Treatment]
    label: Said


class Treating(QObject):
    """Carries out one wish after the other, so that each goes on from the one before."""

    def __init__(self, session: Session, tasks: Tasks, room: Callable[[], Darkroom]) -> None:
        super().__init__(session)
        self._session = session
        self._tasks = tasks
        self._room = room
        self._wishes: deque[_Wish] = deque()

    def turn(self, field: Field, path: Path, by: int) -> None:
        """Turn the photo at `path` clockwise by degrees."""
        number = int(path[-1]) + 1
        label = Said(f"หมุนภาพที่ {number}", f"turn picture {number}")
        self._wish(field, path, lambda before: before.turned(by), label)

    def cut(self, asker: QWidget, field: Field, path: Path) -> None:
        """Let people choose which part of the photo at `path` is to be seen."""
        photo = self._photo_at(path)
        if photo is not None:
            name, treatment = self._origin(photo.file)
            data = self._session.file(name) or b""
            show = partial(self._ask_part, asker, field, path, treatment)
            self._tasks.read(asker, partial(image_of, self._room, data, _SHOWN), show)

    def _ask_part(
        self, asker: QWidget, field: Field, path: Path, now: Treatment, image: QImage
    ) -> None:
        if image.isNull():
            return
        dialog = CutDialog(image, turned(now.box or WHOLE, now.turn), now.turn, asker)
        dialog.chosen.connect(partial(self._cut_out, field, path, now.turn))
        dialog.open()

    def _cut_out(self, field: Field, path: Path, turn: int, part: Box) -> None:
        box = turned(part, -turn)
        number = int(path[-1]) + 1
        label = Said(f"ครอบตัดภาพที่ {number}", f"cut picture {number}")
        chosen = None if box == WHOLE else box
        self._wish(field, path, lambda before: Treatment(chosen, before.turn), label)

    def _wish(
        self, field: Field, path: Path, change: Callable[[Treatment], Treatment], label: Said
    ) -> None:
        photo = self._photo_at(path)
        if photo is None:
            return
        self._wishes.append(_Wish(field, path, self._origin(photo.file)[0], change, label))
        if len(self._wishes) == 1:
            self._begin()

    def _begin(self) -> None:
        """Carry out the first wish, unless its photo has gone meanwhile."""
        while self._wishes:
            wish = self._wishes[0]
            photo = self._photo_at(wish.path)
            name, before = self._origin(photo.file) if photo is not None else ("", Treatment())
            after = wish.change(before)
            if name == wish.file and after != before:
                self._make(wish, name, after)
                return
            self._wishes.popleft()

    def _make(self, wish: _Wish, original: str, after: Treatment) -> None:
        name = treated_name(original, after)
        done = partial(self._put, wish, name)
        if self._session.file(name) is not None:
            done(None)
            return
        data = self._session.file(original) or b""
        self._tasks.read(self, partial(self._made, data, after), done, self._failed)

    def _made(self, data: bytes, after: Treatment) -> bytes:
        return self._room().treated(data, after.box, after.turn)

    def _put(self, wish: _Wish, name: str, data: bytes | None) -> None:
        if data is not None:
            self._session.add_files({name: data})
        photo = self._photo_at(wish.path)
        if photo is not None and self._origin(photo.file)[0] == wish.file:
            *of_list, index = wish.path
            put = Put((index, "file"), name)
            self._session.edit(tuple(of_list), wish.field, put, wish.label, shown=False)
        self._wishes.popleft()
        self._begin()

    def _failed(self, fault: Fault) -> None:
        self._wishes.popleft()
        self._tasks.failed.emit(fault)
        self._begin()

    def _photo_at(self, path: Path) -> Photo | None:
        try:
            found = value_at(self._session.report, path)
        except LookupError:
            return None
        return found if isinstance(found, Photo) else None

    def _origin(self, name: str) -> tuple[str, Treatment]:
        """Return what a photo is made of; where that is not kept any more, of itself."""
        original, treatment = origin(name)
        return (original, treatment) if self._session.file(original) else (name, Treatment())
