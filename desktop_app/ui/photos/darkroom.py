"""What is asked of the room where pictures are made; it is loaded when the first one comes."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop_app.pictures.photo import Box, Raster


class Darkroom(Protocol):
    """Makes photos; its work may be done on any thread."""

    def prepared(self, data: bytes, name: str) -> bytes:
        """Return a photo as it is kept; UserFault where the file called `name` is none."""

    def small(self, data: bytes, side: int) -> "Raster | None":
        """Return a picture no longer than `side` pixels, or None where it cannot be shown."""

    def treated(self, data: bytes, box: "Box | None", turn: int) -> bytes:
        """Return a kept photo with a part cut out, and turned clockwise by degrees."""
