"""Taking files that are dragged onto a page."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """Return the files of this computer that are being dragged."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())


def welcome(event: QDragEnterEvent) -> None:
    """Let files be dropped."""
    if dropped_files(event.mimeData()):
        event.acceptProposedAction()
