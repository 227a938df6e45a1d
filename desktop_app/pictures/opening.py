"""A picture file of a kind that people have, recognised by its content and decoded whole."""

from collections.abc import Callable
from io import BytesIO

import pi_heif
from PIL import Image
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

MOST_PIXELS = 80_000_000
"""Larger pictures are refused before they are decoded: an A3 page at 600 dpi has 70 million."""

MOST_JPEG_PIXELS = 250_000_000
"""JPEG is decoded at half, a quarter or an eighth of its size, so more of it can be taken."""

_ROOM = 2.0
"""How many times the wanted size is decoded, so that making it smaller still has enough to go by."""

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}

Size = tuple[int, int]


class NoPicture(Exception):
    """The bytes are no picture of a kind that is known."""


class TooLarge(Exception):
    """The picture would take more memory than a picture may."""


class Damaged(Exception):
    """The picture is damaged, or ends too early."""


def opened(data: bytes, side: int) -> Image.Image:
    """Return the first picture of a file, decoded, no longer than `side` pixels but never enlarged.

    Whatever the file says of the picture (its colours, which side is up) is in `info` still.
    Raises NoPicture, TooLarge or Damaged.
    """
    try:
        image = _begun(data)
        _loaded(image, data, side)
        image = _of_plain_samples(image)
        image.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=_ROOM)
    except (NoPicture, TooLarge, Damaged):
        raise
    except MemoryError as error:
        raise TooLarge from error
    except Exception as error:  # Pillow's readers raise whatever their formats bring
        raise Damaged(str(error)) from error
    return image


def _begun(data: bytes) -> Image.Image:
    """Return a picture of which no more than its header was read."""
    if _is_heif(data):
        heif = pi_heif.open_heif(BytesIO(data))
        _demand(heif.size, MOST_PIXELS)
        return heif.to_pillow()
    reader = next((read for begins, read in _READERS if begins(data)), None)
    if reader is None:
        raise NoPicture
    image = reader(BytesIO(data))
    jpeg = isinstance(image, JpegImageFile)
    _demand(image.size, MOST_JPEG_PIXELS if jpeg else MOST_PIXELS)
    return image


def _demand(size: Size, most: int) -> None:
    if size[0] * size[1] > most:
        raise TooLarge


def _loaded(image: Image.Image, data: bytes, side: int) -> None:
    if isinstance(image, JpegImageFile):
        if _is_cut_short(data):
            raise Damaged
        wanted = round(side * _ROOM)
        image.draft(image.mode, (wanted, wanted))
    image.load()


def _is_cut_short(data: bytes) -> bool:
    """Tell whether a JPEG stream ends within a scan, which the decoder would paint over."""
    return data.rfind(b"\xff\xd9") < data.rfind(b"\xff\xda")


def _of_plain_samples(image: Image.Image) -> Image.Image:
    """Return a picture whose pixels can be averaged: no palettes, and 8 bits a sample."""
    if image.mode in {"L", "RGB", "CMYK", "LA", "RGBA"} and "transparency" not in image.info:
        return image
    if image.mode in {"1", "F", "YCbCr"}:
        return _with_info(image.convert("RGB"), image)
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off at 255
        return _with_info(image.convert("I").point(lambda grey: grey / 256).convert("L"), image)
    return _with_info(image.convert("RGBA"), image)


def _with_info(image: Image.Image, source: Image.Image) -> Image.Image:
    image.info = {key: value for key, value in source.info.items() if key != "transparency"}
    return image


def _is_heif(data: bytes) -> bool:
    if data[4:8] != b"ftyp":
        return False
    length = int.from_bytes(data[:4], "big")
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, min(length, 128), 4))}
    return bool(brands & _HEIF_BRANDS)


def _beginning(*beginnings: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(beginnings)


_READERS: tuple[tuple[Callable[[bytes], bool], Callable[[BytesIO], Image.Image]], ...] = (
    (_beginning(b"\xff\xd8\xff"), JpegImageFile),
    (_beginning(b"\x89PNG\r\n\x1a\n"), PngImageFile),
    (lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", WebPImageFile),
    (_beginning(b"GIF87a", b"GIF89a"), GifImageFile),
    (_beginning(b"II*\0", b"MM\0*"), TiffImageFile),
    (_beginning(b"BM"), BmpImageFile),
)
