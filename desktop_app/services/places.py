"""What is to be known of a folder before data is kept there, or a backup goes there."""

from pathlib import Path

from desktop_app.errors import Said
from desktop_app.storage.folder_probe import path_facts
from desktop_app.storage.folders import Drive, folder_warnings


def risks_of(folder: Path) -> tuple[Said, ...]:
    """Return what to tell a person whose data is kept in a folder; nothing for a good place."""
    return folder_warnings(path_facts(folder))


def is_removable(folder: Path) -> bool:
    """Tell whether a folder lies on a stick, or on another drive that can be unplugged."""
    return path_facts(folder).drive is Drive.REMOVABLE
