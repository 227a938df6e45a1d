"""Pictures as they are placed and drawn: bytes with their size in pixels."""

from io import BytesIO

from reportlab.lib.utils import ImageReader


class UnreadablePicture(Exception):
    """The bytes are no picture that can be drawn."""


class OpenPicture:
    """A JPEG or PNG whose size is known; `reader` is what ReportLab draws."""

    def __init__(self, data: bytes) -> None:
        """Open `data`; raise UnreadablePicture where it is no picture."""
        try:
            self.reader = ImageReader(BytesIO(data))
            self.width, self.height = self.reader.getSize()
        except Exception as problem:  # Pillow and ReportLab raise many kinds here
            raise UnreadablePicture(str(problem)) from problem
