"""Photos as they are kept: decoded whole, turned upright, no longer than prints well, JPEG."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from desktop_app.errors import Said, UserFault

LONG_EDGE = 1920
"""Pixels along the longer side that are kept."""

QUALITY = 82
"""The JPEG quality that photos are kept in."""

MOST_PIXELS = 200_000_000
"""Larger pictures are refused before they are decoded."""

_FORMATS = {b"jpeg", b"png"}


def prepared(data: bytes, name: str) -> bytes:
    """Return a photo as it is kept: JPEG, upright, without the camera's notes (place, time).

    `name` is the file's name for people.  Raises UserFault for what is no whole JPEG or PNG
    picture, or one that is absurdly large.  May run on any thread.
    """
    image = _decoded(data, name)
    if max(image.width(), image.height()) > LONG_EDGE:
        image = image.scaled(
            QSize(LONG_EDGE, LONG_EDGE),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return _jpeg(_on_white(image), name)


def thumbnail(data: bytes, side: int) -> QImage:
    """Return a kept photo no larger than `side` pixels each way; null where it is damaged."""
    buffer = _opened(data)
    reader = QImageReader(buffer)
    whole = reader.size()
    reader.setScaledSize(whole.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _opened(data: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _decoded(data: bytes, name: str) -> QImage:
    buffer = _opened(data)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        raise UserFault(
            Said(
                f"{name}: ไม่ใช่ไฟล์ภาพ JPEG หรือ PNG",
                f"{name}: not a JPEG or PNG picture",
            )
        )
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise UserFault(Said(f"{name}: ภาพใหญ่เกินไป", f"{name}: the picture is too large"))
    image = reader.read()
    if image.isNull() or _is_cut_short(data):
        raise UserFault(
            Said(
                f"{name}: ไฟล์ภาพเสียหายหรือไม่ครบ",
                f"{name}: the picture is damaged or incomplete",
            )
        )
    return image


def _is_cut_short(data: bytes) -> bool:
    """Tell whether a JPEG stream ends within a scan, which the decoder would paint over."""
    is_jpeg = data.startswith(b"\xff\xd8")
    return is_jpeg and data.rfind(b"\xff\xd9") < data.rfind(b"\xff\xda")


def _on_white(image: QImage) -> QImage:
    if not image.hasAlphaChannel():
        return image
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def _jpeg(image: QImage, name: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(QUALITY)
    if not writer.write(image):
        raise UserFault(Said(f"{name}: แปลงภาพไม่ได้", f"{name}: cannot convert the picture"))
    return bytes(buffer.data().data())
