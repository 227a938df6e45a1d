"""Whom fields of files would ask in the settings, where no field is one of files."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop_app.report.editing import Path
from desktop_app.report.fields import Field
from desktop_app.ui.fields.files import Files


class NoFiles(Files):
    """Is given to fields that never ask."""

    def choose(self, asker: QWidget, field: Field, path: Path) -> None:
        """Choose files; never asked for."""
        raise NotImplementedError

    def takes(self, field: Field, data: QMimeData, *, aimed: bool) -> bool:
        """Tell what is for a list of files; never asked for."""
        raise NotImplementedError

    def take(self, field: Field, path: Path, data: QMimeData, *, aimed: bool) -> None:
        """Take files in; never asked for."""
        raise NotImplementedError

    def show_small(
        self, asker: QWidget, name: str, side: int, then: Callable[[QImage], None]
    ) -> None:
        """Hand over a picture; never asked for."""
        raise NotImplementedError

    def turn(self, field: Field, path: Path, by: int) -> None:
        """Turn a photo; never asked for."""
        raise NotImplementedError

    def cut(self, asker: QWidget, field: Field, path: Path) -> None:
        """Cut a photo; never asked for."""
        raise NotImplementedError

    def open(self, asker: QWidget, name: str, title: str) -> None:
        """Open an attachment; never asked for."""
        raise NotImplementedError
