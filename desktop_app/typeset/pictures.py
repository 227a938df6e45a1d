"""Pictures as they are placed and drawn: opened once, never cropped, turned as the camera says."""

import zlib
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image

_JPEG_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
_PROFILE_SPACES = {"L": b"GRAY", "RGB": b"RGB ", "CMYK": b"CMYK"}
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

    `data` is compressed as the PDF filter `filter` says, `space` is the PDF colour space, and
    `profile` the ICC profile that tells which colours are meant, empty for those of screens (sRGB).
    """

    width: int
    height: int
    stored: tuple[int, int]
    turn: Matrix
    data: bytes
    filter: str
    space: str
    inverted: bool = False
    profile: bytes = b""


def open_picture(data: bytes) -> OpenPicture:
    """Open a JPEG, which is kept as it is, or another picture, which is kept without loss.

    Raises UnreadablePicture, also where only the end of it is missing.
    """
    try:
        with Image.open(BytesIO(data)) as image:
            orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
            if image.format in _JPEG_FORMATS and image.mode in _JPEG_SPACES:
                _demand_whole(data)
                return _opened(image, orientation, data)
            flat = _on_white(image)
            flat.info = image.info
    except Exception as problem:  # Pillow's readers raise whatever their formats bring
        raise UnreadablePicture(str(problem)) from problem
    return _opened(flat, orientation, None)


def _demand_whole(jpeg: bytes) -> None:
    """Read a JPEG to its end, as quickly as it goes; raises OSError where it ends too soon."""
    with Image.open(BytesIO(jpeg)) as trial:
        trial.draft("L", (1, 1))
        trial.load()


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
        profile=_profile(image),
    )


def _profile(image: Image.Image) -> bytes:
    """Return the picture's ICC profile where a PDF needs it; see ICC.1:2010, 7.2, for its header."""
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or profile[36:40] != b"acsp":
        return b""
    whole = int.from_bytes(profile[:4], "big") <= len(profile)
    fits = profile[16:20] == _PROFILE_SPACES[image.mode]
    ordinary = any("sRGB".encode(coding) in profile for coding in ("ascii", "utf-16-be"))
    return profile if whole and fits and not ordinary else b""


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
