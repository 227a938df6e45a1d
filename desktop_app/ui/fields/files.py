"""What fields of photos and attachments ask of whoever has the files."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop_app.report.editing import Path
from desktop_app.report.fields import Field


class Files(Protocol):
    """Whom fields of files ask: he takes files in, shows them and changes the report."""

    def choose(self, asker: QWidget, field: Field, path: Path) -> None:
        """Let people choose files for the list at `path`, and take them in."""

    def takes(self, field: Field, data: QMimeData, *, aimed: bool) -> bool:
        """Tell whether something dropped or pasted is for a list; `aimed` where right at it."""

    def take(self, field: Field, path: Path, data: QMimeData, *, aimed: bool) -> None:
        """Take in what was dropped or pasted."""

    def show_small(
        self, asker: QWidget, name: str, side: int, then: Callable[[QImage], None]
    ) -> None:
        """Hand over a picture no longer than `side` pixels; a null one where it is damaged."""

    def turn(self, field: Field, path: Path, by: int) -> None:
        """Turn the photo at `path` clockwise by degrees."""

    def cut(self, asker: QWidget, field: Field, path: Path) -> None:
        """Let people choose which part of the photo at `path` is to be seen."""

    def open(self, asker: QWidget, name: str, title: str) -> None:
        """Open an attachment outside."""
