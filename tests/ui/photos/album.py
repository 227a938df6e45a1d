"""The page of pictures as people use it, and what came of it."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.pictures.photo import prepared
from desktop_app.report.values import Activity, Photo, Report
from tests.pictures.samples import decoded, encoded, plain
from tests.ui.forms import Form
from tests.ui.person import CONTROL, NO, press, seen, settle, until

THREE = {
    f"photos/000{number}.jpg": prepared(encoded(image, "PNG"), "a")
    for number, image in enumerate((plain(80, 40), plain(40, 40, "L"), plain(40, 40, "L")), start=1)
}


def report_with(names: Iterable[str]) -> Report:
    """Return a report of one activity with these photos."""
    photos = tuple(Photo(file=name, caption=f"คำบรรยาย {name[-5]}") for name in names)
    return Report(fiscal_year=2566, activities=(Activity(photos=photos),))


def mime(*paths: Path) -> QMimeData:
    """Return files as a file manager offers them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def copy(data: QMimeData | QImage) -> None:
    """Put something on the clipboard."""
    board = QGuiApplication.clipboard()
    board.setImage(data) if isinstance(data, QImage) else board.setMimeData(data)


def drop(target: QWidget, data: QMimeData) -> bool:
    """Let something go over a control; tell whether it was taken."""
    copying, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPointF(target.rect().center()), copying, data, left, NO)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        at = QPointF(target.rect().center())
        QApplication.sendEvent(target, QDropEvent(at, copying, data, left, NO))
    settle()
    return enter.isAccepted()


class Album:
    """One page of pictures."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.session = form.session
        self.told: list[tuple[int, int, tuple[str, ...]]] = []
        form.files.ended.connect(self._ended)

    def _ended(self, added: int, count: int, faults: tuple[Exception, ...]) -> None:
        self.told.append((added, count, tuple(map(str, faults))))

    @property
    def photos(self) -> tuple[Photo, ...]:
        """The photos of the activity."""
        return self.form.activity.photos

    def control(self, name: str) -> QWidget:
        """Return a control of the page."""
        return seen(self.form.page, name, QWidget)

    def go_to(self, name: str) -> None:
        """Give the keyboard to a control of the page."""
        self.control(name).setFocus()

    def paste(self, data: QMimeData | QImage) -> None:
        """Paste by the keys, wherever the keyboard is, and wait until it is taken in."""
        copy(data)
        press(Qt.Key.Key_V, CONTROL)

    def until_told(self, times: int = 1) -> None:
        """Wait until taking in has ended."""
        until(lambda: len(self.told) >= times)
        settle()

    def size(self, number: int) -> tuple[int, int]:
        """Return width and height of a photo, counted from 0."""
        return decoded(self.session.file(self.photos[number].file) or b"").size

    def greys(self) -> list[int]:
        """Return the grey in each photo's middle."""
        return [
            decoded(self.session.file(one.file) or b"").convert("L").resize((1, 1)).tobytes()[0]
            for one in self.photos
        ]
