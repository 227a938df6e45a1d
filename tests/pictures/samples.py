"""Pictures made on the spot, in the formats that people have them in, and spoilt ones."""

import struct
import zlib
from io import BytesIO

from PIL import ExifTags, Image

RED, BLUE, WHITE = (254, 0, 0), (0, 0, 254), (255, 255, 255)


def plain(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Return a picture whose left half is red and right half is blue."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image.convert(mode)


def encoded(image: Image.Image, kind: str, **how: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def decoded(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    assert image.format == "JPEG"
    image.load()
    return image


def notes(orientation: int = 1) -> Image.Exif:
    """Return what a camera notes: which side is up, its name, and where it stood."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Secretcam"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSMapDatum] = "WGS-84-16.82N"
    return exif


def is_near(colour: object, wanted: tuple[int, int, int], by: int = 8) -> bool:
    assert isinstance(colour, tuple | bytes)
    return all(abs(one - other) <= by for one, other in zip(colour, wanted, strict=True))


def absurd(data: bytes, side: int = 30_000) -> bytes:
    """Return a JPEG or PNG that says it is `side` pixels each way."""
    if data.startswith(b"\xff\xd8"):
        frame = data.index(b"\xff\xc0") + 5
        return data[:frame] + struct.pack(">HH", side, side) + data[frame + 4 :]
    size = struct.pack(">LL", side, side) + data[24:29]
    return data[:16] + size + struct.pack(">L", zlib.crc32(b"IHDR" + size)) + data[33:]


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def head(data: bytes) -> bytes:
    return data[:40]


def other(data: bytes) -> bytes:
    return b"%PDF-1.7 not a picture" + data


def nothing(data: bytes) -> bytes:
    return data[:0]
