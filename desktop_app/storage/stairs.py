"""The schema versions that this program knows, as the folder of migrations that lead to each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_REVISION_FILE = re.compile(r"v(\d{4})_\w+\.pyc?")


@dataclass(frozen=True, slots=True)
class Stairs:
    """A folder of migrations; the schema that they end at is the newest that can be opened."""

    folder: Path

    @property
    def revisions(self) -> tuple[str, ...]:
        """The schema versions, oldest first, by the names of the files."""
        found = (_REVISION_FILE.fullmatch(path.name) for path in self._files())
        return tuple(sorted({match[1] for match in found if match}))

    @property
    def top(self) -> str:
        """The newest schema version."""
        return self.revisions[-1]

    def _files(self) -> Iterator[Path]:
        return (self.folder / "versions").iterdir()


STAIRS = Stairs(Path(__file__).parent / "migrations")
"""This program's own migrations."""
