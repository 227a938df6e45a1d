"""Photos are taken in whole, upright, of printing size, and without the camera's notes."""

import struct
import zlib
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop_app.errors import UserFault
from desktop_app.ui.photos.pictures import LONG_EDGE, prepared, thumbnail
from tests.ui.photos import encoded, plain

pytestmark = pytest.mark.usefixtures("app")


def with_exif(jpeg: bytes, orientation: int, note: bytes = b"") -> bytes:
    """Return a JPEG with an EXIF block that turns it and carries a note (TIFF 6.0, EXIF 2.3)."""
    count = 2 if note else 1
    entries = struct.pack("<HHLHH", 0x0112, 3, 1, orientation, 0)
    if note:
        entries += struct.pack("<HHLL", 0x010E, 2, len(note), 8 + 2 + 12 * count + 4)
        entries = b"".join(sorted((entries[:12], entries[12:])))
    tiff = b"II*\x00" + struct.pack("<LH", 8, count) + entries + struct.pack("<L", 0) + note
    block = b"Exif\x00\x00" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]


def decoded(data: bytes) -> QImage:
    return QImage.fromData(data)


def test_a_large_photo_is_made_smaller_and_a_small_one_is_not() -> None:
    assert decoded(prepared(encoded(plain(3000, 200), b"JPEG"), "a.jpg")).width() == LONG_EDGE
    assert decoded(prepared(encoded(plain(60, 40), b"JPEG"), "a.jpg")).width() == 60


def test_a_photo_is_turned_upright() -> None:
    turned = with_exif(encoded(plain(80, 40), b"JPEG"), 6)
    image = decoded(prepared(turned, "a.jpg"))
    assert (image.width(), image.height()) == (40, 80)
    assert image.pixelColor(20, 10).red() > 200
    assert image.pixelColor(20, 70).blue() > 200


def test_the_cameras_notes_are_dropped() -> None:
    told = with_exif(encoded(plain(80, 40), b"JPEG"), 1, b"GPS 16.82N 100.26E\x00")
    assert b"GPS" in told
    assert b"GPS" not in prepared(told, "a.jpg")


def test_a_clear_picture_lies_on_white() -> None:
    clear = QImage(10, 10, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.transparent)
    image = decoded(prepared(encoded(clear, b"PNG"), "a.png"))
    assert image.pixelColor(5, 5).lightness() > 250


def absurd(data: bytes) -> bytes:
    """Return a picture that says it is 60,000 pixels each way."""
    if data.startswith(b"\xff\xd8"):
        frame = data.index(b"\xff\xc0") + 5
        return data[:frame] + struct.pack(">HH", 60_000, 60_000) + data[frame + 4 :]
    size = struct.pack(">LL", 60_000, 60_000) + data[24:29]
    return data[:16] + size + struct.pack(">L", zlib.crc32(b"IHDR" + size)) + data[33:]


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def head(data: bytes) -> bytes:
    return data[:40]


def other(data: bytes) -> bytes:
    return b"%PDF-1.7 not a picture" + data


def nothing(data: bytes) -> bytes:
    return data[:0]


@pytest.mark.parametrize("spoil", [half, head, other, nothing, absurd])
@pytest.mark.parametrize("kind", [b"JPEG", b"PNG"])
def test_what_is_no_whole_picture_is_refused_by_name(
    spoil: Callable[[bytes], bytes], kind: bytes
) -> None:
    with pytest.raises(UserFault, match=r"วัด\.jpg|^วัด"):
        prepared(spoil(encoded(plain(300, 300), kind)), "วัด.jpg")


def test_a_thumbnail_keeps_the_shape() -> None:
    small = thumbnail(prepared(encoded(plain(400, 200), b"PNG"), "a.png"), 100)
    assert (small.width(), small.height()) == (100, 50)
    assert thumbnail(b"", 100).isNull()
