"""Finds what is still readable in a damaged backup, and makes a good backup of it.

The directory and the list of contents are not needed: entries are found by their headers, photos
are judged by the digest in their name, and the database is read row by row around its wounds.
"""

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.errors import Fault
from desktop_app.storage import sealed
from desktop_app.storage.backup import Contents, contents_of
from desktop_app.storage.backup_check import backup_in, opened_source, reading_faults
from desktop_app.storage.manifest import (
    DATABASE_ENTRY,
    MANIFEST_ENTRY,
    Manifest,
    Scope,
    digest_of,
)
from desktop_app.storage.rescue import rescued
from desktop_app.storage.stored_zip import HEADER_BYTES, entry_at, header_size, headers_in

_WINDOW = 2**20
_DATABASE_BEGINS: Final = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What is readable of a damaged backup, as the contents of a good one, and what it had held.

    `manifest` is the damaged backup's own, None where even that cannot be read.
    """

    contents: Contents
    manifest: Manifest | None


@dataclass(frozen=True, slots=True)
class _Place:
    offset: int
    size: int


@contextmanager
def salvaged(path: Path, passphrase: str | None = None) -> Iterator[Salvaged | None]:
    """Yield what is readable of a damaged backup; None where no report is.

    Raises PassphraseNeeded and WrongPassphrase, as a locked file can't be read without;
    EnvironmentFault where the file cannot be read at all.
    """
    with reading_faults(path), path.open("rb") as file:
        source = opened_source(path, file, passphrase, forgiving=True)
        places = _places(source)
        manifest = _manifest(path, source)
        database = _database(source, places)
        files = {digest: place for name, place in places.items() if (digest := digest_of(name))}
        copy = rescued(database, frozenset(files), manifest.schema if manifest else None)
        if copy is None:
            yield None
            return
        with closing(copy):
            sizes = {digest: place.size for digest, place in files.items()}
            contents = contents_of(copy, sizes, _Reader(source, files), Scope.RECOVERED)
        yield Salvaged(contents, manifest) if contents.manifest.reports else None


@dataclass(frozen=True, slots=True)
class _Reader:
    source: sealed.Source
    files: Mapping[str, _Place]

    def __call__(self, digest: str) -> bytes:
        place = self.files[digest]
        return self.source.read_at(place.offset, place.size)


def _manifest(path: Path, source: sealed.Source) -> Manifest | None:
    try:
        return backup_in(path, source).manifest
    except Fault:
        return None


def _database(source: sealed.Source, places: Mapping[str, _Place]) -> bytes:
    place = places.get(DATABASE_ENTRY) or _begun_database(source)
    data = source.read_at(place.offset, place.size)
    return data.ljust(place.size, b"\0")  # SQLite opens nothing that is too short


def _begun_database(source: sealed.Source) -> _Place:
    """Return where a database begins whose entry's header is damaged."""
    start = source.read_at(0, 64 * _WINDOW)
    offset = start.find(_DATABASE_BEGINS)
    head = start[offset : offset + 100]
    if offset < 0 or len(head) < 100:
        return _Place(0, 0)
    pages, size = int.from_bytes(head[28:32]), int.from_bytes(head[16:18])
    return _Place(offset, min(pages * size, source.size))


def _places(source: sealed.Source) -> dict[str, _Place]:
    """Return the entries that are there; but for the database, only those that are whole."""
    places: dict[str, _Place] = {}
    offset = 0
    while offset < source.size:
        entry = entry_at(source.read_at(offset, HEADER_BYTES))
        if entry is None or not _is_ours(entry.name):
            offset = _next_header(source, offset + 1)
            continue
        place = _Place(offset + header_size(entry.name), entry.size)
        whole = _is_whole(source, entry.name, entry.crc, place)
        if whole or entry.name == DATABASE_ENTRY:
            places.setdefault(entry.name, place)
        offset = place.offset + place.size if whole else _next_header(source, offset + 1)
    return places


def _is_ours(name: str) -> bool:
    return name in {MANIFEST_ENTRY, DATABASE_ENTRY} or digest_of(name) is not None


def _is_whole(source: sealed.Source, name: str, crc: int, place: _Place) -> bool:
    digest, found = hashlib.sha256(), 0
    if place.offset + place.size > source.size:
        return False
    for at in range(0, place.size, _WINDOW):
        part = source.read_at(place.offset + at, min(_WINDOW, place.size - at))
        digest.update(part)
        found = zlib.crc32(part, found)
    promised = digest_of(name)
    return found == crc if promised is None else digest.hexdigest() == promised


def _next_header(source: sealed.Source, offset: int) -> int:
    while offset < source.size:
        found = headers_in(source.read_at(offset, _WINDOW + 3))  # it may lie across two windows
        if found:
            return offset + found[0]
        offset += _WINDOW
    return offset
