"""Pictures as they are placed and drawn: opened once, never cropped, turned as the camera says."""

import zlib
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image

_JPEG_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
_JPEG_FORMATS = {"JPEG", "MPO"}  # MPO: a JPEG with others behind it, as many telephones write
_WHITE = (255, 255, 255)

Matrix = tuple[float, float, float, float, float, float]

# How the unit square of the stored picture maps to that of the picture as seen, y upwards: the
# eight orientations of the Exif standard (tag 0x0112).
_TURNS: dict[int, Matrix] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


class UnreadablePicture(Exception):
    """The bytes are no picture that can be drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class OpenPicture:
    """A picture ready for a PDF; `width` and `height` in pixels as it is seen, `stored` as kept.

    `data` is compressed as the PDF filter `filter` says, `space` is the PDF colour space.
    """

    width: int
    height: int
    stored: tuple[int, int]
    turn: Matrix
    data: bytes
    filter: str
    space: str
    inverted: bool = False


def open_picture(data: bytes) -> OpenPicture:
    """Open a JPEG, which is kept as it is, or another picture, which is kept without loss.

    Raises UnreadablePicture.
    """
    try:
        with Image.open(BytesIO(data)) as image:
            orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
            if image.format in _JPEG_FORMATS and image.mode in _JPEG_SPACES:
                return _opened(image, orientation, data)
            flat = _on_white(image)
    except Exception as problem:  # Pillow's readers raise whatever their formats bring
        raise UnreadablePicture(str(problem)) from problem
    return _opened(flat, orientation, None)


def _opened(image: Image.Image, orientation: int, jpeg: bytes | None) -> OpenPicture:
    turn = _TURNS.get(orientation, _TURNS[1])
    width, height = image.size
    lying = turn[0] == 0
    return OpenPicture(
        height if lying else width,
        width if lying else height,
        (width, height),
        turn,
        zlib.compress(image.tobytes()) if jpeg is None else jpeg,
        "FlateDecode" if jpeg is None else "DCTDecode",
        _JPEG_SPACES[image.mode],
        inverted=image.mode == "CMYK" and "adobe" in image.info,
    )


def _on_white(image: Image.Image) -> Image.Image:
    """Return a picture of plain colours; what was transparent shows the paper."""
    if image.mode in {"L", "RGB"} and "transparency" not in image.info:
        image.load()
        return image.copy()
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off at 255
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    paper = Image.new("RGB", image.size, _WHITE)
    seen = image.convert("RGBA")
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper
