"""Where things lie: the program's own files, and one person's data."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

_PROGRAM = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """Return the path of a file that comes with the program under `resources/`."""
    return _PROGRAM.joinpath("resources", *parts)


def font(name: str) -> Path:
    """Return the path of a bundled font file."""
    return _PROGRAM / "fonts" / name


@dataclass(frozen=True, slots=True)
class DataPlace:
    """The folder that holds all of one person's data; nothing is made by naming it."""

    root: Path

    @property
    def database(self) -> Path:
        """The one database file, photos included."""
        return self.root / "suanruam.db"

    @property
    def settings(self) -> Path:
        """What was chosen once and for all; losing it loses no work."""
        return self.root / "settings.json"

    @property
    def window(self) -> Path:
        """The window's size and place."""
        return self.root / "window.ini"

    @property
    def words(self) -> Path:
        """The user's own words and names that no line may part, as plain text."""
        return self.root / "words.txt"

    @property
    def unread(self) -> Path:
        """Where older programs kept what was typed in reports and is no value; taken over since."""
        return self.root / "unread"

    @property
    def logs(self) -> Path:
        """The folder of log files."""
        return self.root / "logs"

    @property
    def backups(self) -> Path:
        """The folder of automatic backups."""
        return self.root / "backups"


def data_place(override: Path | None) -> DataPlace:
    """Return `override` (from --data-dir) as the data place, else the platform's own."""
    if override is not None:
        return DataPlace(override.expanduser().absolute())
    return DataPlace(user_data_path("Suanruam", appauthor=False))
