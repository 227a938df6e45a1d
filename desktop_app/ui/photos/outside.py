"""An attachment opened outside: a copy of it, for the program that this computer has for it."""

import tempfile
from pathlib import Path, PurePosixPath

from desktop_app.errors import EnvironmentFault, Said, UserFault
from desktop_app.services.naming import file_stem

DOCUMENTS = frozenset(
    [
        ".pdf",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
        ".ppt",
        ".pptx",
        ".odt",
        ".ods",
        ".odp",
        ".rtf",
        ".txt",
        ".csv",
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".webp",
        ".bmp",
        ".tif",
        ".tiff",
        ".heic",
        ".mp3",
        ".m4a",
        ".wav",
        ".mp4",
        ".mov",
    ]
)
"""How the names of files end that are read and not run; a report may come from anybody."""


class Outside:
    """A folder of copies, read-only so that nobody writes in vain, gone with the report."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def copy(self, file: str, title: str, data: bytes) -> Path:
        """Return a copy of an attachment, called by its title.

        Raises UserFault for a kind of file that might be a program, EnvironmentFault where no
        copy can be made.
        """
        ending = PurePosixPath(file).suffix.lower()
        if ending not in DOCUMENTS:
            raise UserFault(
                Said(
                    f"ไฟล์ชนิด {ending or 'ไม่มีนามสกุล'} เปิดจากที่นี่ไม่ได้ เพราะอาจเป็นโปรแกรม",
                    f"Files of kind {ending or 'unknown'} cannot be opened here: they may be programs",
                )
            )
        name = file_stem(title, PurePosixPath(file).stem)
        try:
            return self._written(f"{name}{ending}", data)
        except OSError as error:
            said = Said(f"{name}: เปิดไฟล์ไม่ได้", f"{name}: cannot be opened")
            raise EnvironmentFault(said) from error

    def _written(self, name: str, data: bytes) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(
                prefix="suanruam-", ignore_cleanup_errors=True
            )
        path = Path(tempfile.mkdtemp(dir=self._folder.name)) / name
        path.write_bytes(data)
        path.chmod(0o400)
        return path

    def clear(self) -> None:
        """Remove the copies, as far as no other program holds them."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
