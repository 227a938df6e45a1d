"""Takes over the small files in which older programs kept what cannot be read as a value."""

import json
from contextlib import suppress
from pathlib import Path as FilePath
from uuid import UUID

from sqlalchemy import Connection

from desktop_app.storage.reading import read_state
from desktop_app.storage.unread import Texts, read_unread, write_unread


def take_over(connection: Connection, folder: FilePath) -> tuple[FilePath, ...]:
    """Store what the files of `folder` hold; return those that may go once that is committed.

    What is stored of a report already is later than its file.  A file that cannot be understood
    stays; that of a report which is gone goes.
    """
    taken = []
    for file in sorted(folder.glob("*.json")):
        found = _found(file)
        if found is not None:
            _store(connection, *found)
            taken.append(file)
    return tuple(taken)


def _store(connection: Connection, report_id: UUID, texts: Texts) -> None:
    known = read_state(connection, report_id) is not None
    if known and not read_unread(connection, report_id):
        write_unread(connection, report_id, texts)


def clear_away(folder: FilePath, files: tuple[FilePath, ...]) -> None:
    """Remove files that were taken over, and the folder with the last; what resists, stays."""
    for file in files:
        with suppress(OSError):
            file.unlink()
    with suppress(OSError):
        folder.rmdir()


def _found(file: FilePath) -> tuple[UUID, Texts] | None:
    """Return whose texts a file holds, and these; None where nobody understands it."""
    try:
        found = json.loads(file.read_bytes())
        return UUID(file.stem), {tuple(one["path"]): str(one["text"]) for one in found}
    except (OSError, ValueError, TypeError, KeyError):
        return None
