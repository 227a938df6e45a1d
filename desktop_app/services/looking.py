"""Looking before an act: what a backup would hold, which there are, what a damaged one still has."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import EnvironmentFault
from desktop_app.paths import DataPlace
from desktop_app.services.naming import demand_file
from desktop_app.storage.backup import contents_now
from desktop_app.storage.manifest import Manifest
from desktop_app.storage.retention import Named, Reason
from desktop_app.storage.salvage import salvaged
from desktop_app.storage.snapshot import Choice
from desktop_app.whole_file import write_faults

__all__ = ["KnownBackup", "Readable", "Reason", "known_backups", "planned", "readable"]


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """An automatic backup: where it is, when it was made, why, and its size in bytes."""

    path: Path
    made: dt.datetime
    reason: Reason
    size: int


@dataclass(frozen=True, slots=True)
class Readable:
    """How many reports and files of a damaged backup can be read; of how many, where known."""

    reports: int
    files: int
    of_reports: int | None
    of_files: int | None


def planned(database: Path, choice: Choice) -> Manifest:
    """Return what a backup of the database as it is now would hold; nothing is written."""
    with contents_now(database, choice) as contents:
        return contents.manifest


def known_backups(place: DataPlace, second: Path | None = None) -> tuple[KnownBackup, ...]:
    """Return the automatic backups of this computer and of a second folder, the latest first."""
    folders = [place.backups]
    try:
        if second is not None and second.is_dir():
            folders += [one for one in second.glob("suanruam-*") if one.is_dir()]
    except OSError:  # a stick that was just pulled out
        folders = [place.backups]
    found: dict[str, KnownBackup] = {}
    for folder in folders:
        for one in _known(folder):
            found.setdefault(one.path.name, one)
    return tuple(sorted(found.values(), key=lambda one: (one.made, one.path.name), reverse=True))


def _known(folder: Path) -> list[KnownBackup]:
    try:
        with write_faults(folder):
            paths = list(folder.iterdir()) if folder.is_dir() else []
            named = [(path, one) for path in paths if (one := Named.read(path.name))]
            return [
                KnownBackup(path, one.moment.astimezone(), one.reason, path.stat().st_size)
                for path, one in named
            ]
    except EnvironmentFault:
        return []


def readable(file: Path, passphrase: str | None = None) -> Readable | None:
    """Return what can be read of a damaged backup, None where that is nothing.

    Raises as `salvaged` does.
    """
    demand_file(file)
    with salvaged(file, passphrase) as found:
        if found is None:
            return None
        inside, listed = found.contents.manifest, found.manifest
        return Readable(
            len(inside.reports),
            len(inside.files),
            len(listed.reports) if listed else None,
            len(listed.files) if listed else None,
        )
