"""What is dropped or pasted: files, or a picture out of another program."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from desktop_app.errors import EnvironmentFault, Said, UserFault

LARGEST_FILE = 100_000_000
"""Bytes that a file may have to be taken in."""

PICTURES = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".bmp", ".tif", ".tiff", ".gif")
"""How the names of pictures end."""

_ENCODED = ("image/png", "image/jpeg", "image/webp", "image/tiff", "image/bmp")


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to take in: what people call it, and how its bytes are come by, on any thread."""

    name: str
    read: Callable[[], bytes]


def file_source(path: Path) -> Source:
    """Return a file as a source; reading it raises UserFault or EnvironmentFault by its name."""
    return Source(path.name, partial(_content, path))


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """Return the files of this computer that are offered."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def is_picture_name(path: Path) -> bool:
    """Tell whether a file is a picture, by its name."""
    return path.suffix.lower() in PICTURES


def picture_in(data: QMimeData) -> Source | None:
    """Return the picture that is offered, as another program has copied it."""
    name = QCoreApplication.translate("Offered", "ภาพที่วาง")
    for kind in _ENCODED:
        if data.hasFormat(kind):
            return Source(name, partial(bytes, data.data(kind).data()))
    image = data.imageData() if data.hasImage() else None
    return Source(name, partial(_encoded, image)) if isinstance(image, QImage) else None


def _encoded(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(100)  # of a PNG this is the speed: it is decoded again at once
    writer.write(image)
    return bytes(buffer.data().data())


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserFault(Said(f"{path.name}: ไฟล์ใหญ่เกินไป", f"{path.name}: too large"))
        return path.read_bytes()
    except OSError as error:
        said = Said(f"{path.name}: เปิดไฟล์ไม่ได้", f"{path.name}: cannot be opened")
        raise EnvironmentFault(said) from error
