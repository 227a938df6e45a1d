from typing import BinaryIO

from PIL.Image import Image

class HeifFile:
    size: tuple[int, int]
    def to_pillow(self) -> Image: ...

def open_heif(fp: BinaryIO, convert_hdr_to_8bit: bool = ...) -> HeifFile: ...
