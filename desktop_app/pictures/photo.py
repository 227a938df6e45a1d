"""Photos as they are kept: upright, of the size that prints well, plain JPEG; and made from such."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

from desktop_app.errors import Said, UserFault
from desktop_app.pictures.colours import as_seen
from desktop_app.pictures.opening import Damaged, NoPicture, TooLarge, opened

LONG_EDGE = 1920
"""Pixels along the longer side that are kept."""

QUALITY = 82
"""The JPEG quality that photos are kept in."""

Box = tuple[int, int, int, int]
"""Left, top, right and bottom of a part of a picture, in ten-thousandths of its width and height."""

WHOLE: Box = (0, 0, 10_000, 10_000)

_TURNS = {
    90: Image.Transpose.ROTATE_270,  # which Pillow counts the other way round
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as rows of red, green and blue, one byte each, the top row first."""

    width: int
    height: int
    samples: bytes


def prepared(data: bytes, name: str) -> bytes:
    """Return a photo as it is kept: JPEG in sRGB, upright, without any note of the camera.

    `name` is the file's name for people.  Raises UserFault for what is no whole picture of a kind
    that is known, or one that is absurdly large.
    """
    try:
        return _jpeg(_upright(data, LONG_EDGE))
    except NoPicture:
        said = Said(f"{name}: ไม่ใช่ไฟล์ภาพที่ใช้ได้", f"{name}: not a picture that can be used")
    except TooLarge:
        said = Said(f"{name}: ภาพใหญ่เกินไป", f"{name}: the picture is too large")
    except Damaged:
        said = Said(
            f"{name}: ไฟล์ภาพเสียหายหรือไม่ครบ", f"{name}: the picture is damaged or incomplete"
        )
    raise UserFault(said)


def small(data: bytes, side: int) -> Raster | None:
    """Return a picture no longer than `side` pixels, or None where it cannot be shown."""
    try:
        image = _upright(data, side)
    except (NoPicture, TooLarge, Damaged):
        return None
    return Raster(image.width, image.height, image.tobytes())


def treated(data: bytes, box: Box | None, turn: int) -> bytes:
    """Return a kept photo of which `box` was cut out, and that was turned clockwise by degrees.

    Raises UserFault where the photo is damaged, and ValueError for a box or turn that cannot be.
    """
    try:
        image = _upright(data, LONG_EDGE)
    except (NoPicture, TooLarge, Damaged) as error:
        said = Said("ภาพนี้เสียหาย จึงแก้ไขไม่ได้", "This picture is damaged and cannot be changed")
        raise UserFault(said) from error
    if box is not None:
        image = image.crop(_pixels(box, image))
    return _jpeg(image.transpose(_TURNS[turn]) if turn else image)


def _pixels(box: Box, image: Image.Image) -> Box:
    left, top, right, bottom = box
    if not (0 <= left < right <= WHOLE[2] and 0 <= top < bottom <= WHOLE[3]):
        raise ValueError(f"{box} is no part of a picture")
    x, y = left * image.width // WHOLE[2], top * image.height // WHOLE[3]
    to_x, to_y = -(-right * image.width // WHOLE[2]), -(-bottom * image.height // WHOLE[3])
    return x, y, to_x, to_y


def _upright(data: bytes, side: int) -> Image.Image:
    image = opened(data, side)
    ImageOps.exif_transpose(image, in_place=True)
    return as_seen(image)


def _jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    image.info = {}  # Pillow writes some of it again
    image.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
