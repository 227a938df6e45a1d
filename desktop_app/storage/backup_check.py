"""Holds every byte of a backup file against what it must be."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from desktop_app.errors import EnvironmentFault, Said
from desktop_app.storage import backup_faults as faults
from desktop_app.storage import sealed, snapshot, sqlite
from desktop_app.storage.ahead import ahead
from desktop_app.storage.manifest import (
    DATABASE_ENTRY,
    FORMAT,
    MANIFEST_ENTRY,
    MOST_MANIFEST_BYTES,
    Content,
    Manifest,
    NewerManifest,
    NoManifest,
    entry_of,
    read_manifest,
)
from desktop_app.storage.progress import Meter, Progress, quietly
from desktop_app.storage.stairs import STAIRS, Stairs
from desktop_app.storage.stored_zip import (
    HEADER_BYTES,
    Entry,
    directory,
    entry_at,
    header,
    header_size,
)
from desktop_app.storage.tables import Table

_PART = 2**20
_THREADS = 2  # SHA-256 takes longer than reading

_CUT = Said("ไฟล์ขาดไม่ครบ หรือมีส่วนเกิน", "it is cut short, or longer than it was made")
_MANIFEST = Said("รายการในไฟล์อ่านไม่ได้", "its list of contents cannot be read")
_TEXT = Said("ส่วนข้อความของรายงานเสียหาย", "the part with the reports' text is damaged")
_FILES = Said("รูปภาพหรือไฟล์แนบเสียหาย", "a photo or attached file is damaged")
_END = Said("ส่วนท้ายไฟล์เสียหาย", "its end is damaged")
_SEAL = Said("ส่วนที่ล็อกไว้ถูกแก้ไขหรือขาดหาย", "the locked content was altered or is cut short")
_CONTRADICTS = Said("เนื้อหาไม่ตรงกับรายการ", "the content is not what the list of contents says")
_UNREADABLE: Final = Said(
    "อ่านไฟล์ไม่ได้ อุปกรณ์เก็บข้อมูลอาจถูกถอดออก หรือไม่มีสิทธิ์อ่าน",
    "it cannot be read; the device may be unplugged, or reading is not permitted",
)


@dataclass(frozen=True, slots=True)
class Place:
    """An entry by its name and content, and the offset in bytes at which that content begins."""

    name: str
    content: Content
    begin: int


@dataclass(frozen=True, slots=True)
class OpenBackup:
    """A backup file that is open, unlocked, and has a manifest; nothing else is checked yet."""

    path: Path
    source: sealed.Source
    manifest: Manifest
    data: bytes  # the manifest's own

    @property
    def places(self) -> Iterator[Place]:
        """What lies behind the manifest, in its order."""
        offset = header_size(MANIFEST_ENTRY) + len(self.data)
        named = ((entry_of(content), content) for content in self.manifest.files)
        for name, content in ((DATABASE_ENTRY, self.manifest.database), *named):
            offset += header_size(name)
            yield Place(name, content, offset)
            offset += content.size

    def database_bytes(self) -> bytes:
        """Return the database without the bytes of files; unchecked."""
        place = next(self.places)
        return self.source.read_at(place.begin, place.content.size)

    def contents(self) -> Iterator[tuple[Content, bytes]]:
        """Yield the photos and attached files one after another; unchecked."""
        for place in islice(self.places, 1, None):
            yield place.content, self.source.read_at(place.begin, place.content.size)

    def damaged(self, why: Said) -> faults.DamagedBackup:
        """Return the fault that says what is wrong with this file."""
        return faults.DamagedBackup(self.path, why)


def verify_backup(
    path: Path,
    passphrase: str | None = None,
    *,
    progress: Progress = quietly,
    stairs: Stairs = STAIRS,
) -> Manifest:
    """Return what is in a backup, once all of it was found whole and readable.

    Raises NotABackup, NewerBackup, PassphraseNeeded, WrongPassphrase; DamagedBackup for one that
    is not what it was when it was made; EnvironmentFault where the file cannot be read.
    """
    with opened_backup(path, passphrase, stairs) as backup:
        check(backup, Meter(backup.manifest.content_bytes, progress))
        return backup.manifest


@contextmanager
def opened_backup(
    path: Path, passphrase: str | None = None, stairs: Stairs = STAIRS
) -> Iterator[OpenBackup]:
    """Yield the backup at `path` with its manifest; raises what `verify_backup` does."""
    with reading_faults(path), path.open("rb") as file:
        source = opened_source(path, file, passphrase)
        yield backup_in(path, source, stairs)


def opened_source(
    path: Path, file: BinaryIO, passphrase: str | None, *, forgiving: bool = False
) -> sealed.Source:
    """Return the ZIP's bytes of an open file, unlocked where it is locked."""
    if not is_sealed(file):
        return sealed.PlainSource(file)
    file.seek(0)
    head = file.read(sealed.HEADER)
    if passphrase is None:
        raise faults.PassphraseNeeded(path)
    try:
        seal = sealed.Seal.read(head, passphrase)
        return sealed.SealedSource(file, seal, forgiving=forgiving)
    except sealed.NewerSeal:
        raise faults.NewerBackup(path, "") from None
    except sealed.Unsealable:
        raise faults.NotABackup(path) from None
    except sealed.WrongPassphrase:
        raise faults.WrongPassphrase(path) from None


def is_sealed(file: BinaryIO) -> bool:
    """Tell whether an open file is one that a passphrase locks."""
    file.seek(0)
    return file.read(len(sealed.MAGIC)) == sealed.MAGIC


@contextmanager
def reading_faults(path: Path) -> Iterator[None]:
    """Say what goes wrong in reading a backup in plain words."""
    try:
        yield
    except sealed.BrokenPiece:
        raise faults.DamagedBackup(path, _SEAL) from None
    except OSError as error:
        raise EnvironmentFault(
            Said(f"{path}: {_UNREADABLE.th}", f"{path}: {_UNREADABLE.en}")
        ) from error


def backup_in(path: Path, source: sealed.Source, stairs: Stairs = STAIRS) -> OpenBackup:
    """Return the backup that `source` holds; raises as `verify_backup` does."""
    start = source.read_at(0, HEADER_BYTES)
    data = _manifest_bytes(source, start)
    if data is None:
        known = MANIFEST_ENTRY.encode() in start or FORMAT.encode() in start
        raise _damaged(path) if known else faults.NotABackup(path)
    try:
        manifest = read_manifest(data)
    except NewerManifest as newer:
        raise faults.NewerBackup(path, newer.program) from None
    except NoManifest:
        raise _damaged(path) if FORMAT.encode() in data else faults.NotABackup(path) from None
    if manifest.schema > stairs.top:
        raise faults.NewerBackup(path, manifest.program)
    if manifest.schema not in stairs.revisions:
        raise _damaged(path)
    return OpenBackup(path, source, manifest, data)


def _manifest_bytes(source: sealed.Source, start: bytes) -> bytes | None:
    entry = entry_at(start)
    if entry is None or entry.name != MANIFEST_ENTRY or entry.size > MOST_MANIFEST_BYTES:
        return None
    data = source.read_at(len(header(entry)), entry.size)
    return data if zlib.crc32(data) == entry.crc and len(data) == entry.size else None


def _damaged(path: Path) -> faults.DamagedBackup:
    return faults.DamagedBackup(path, _MANIFEST)


def check(backup: OpenBackup, meter: Meter) -> None:
    """Raise DamagedBackup unless every byte of the file is what it must be.

    Contradicts, in particular, where the file is whole but never was a good backup.
    """
    entries = [Entry(MANIFEST_ENTRY, zlib.crc32(backup.data), len(backup.data))]
    places = list(backup.places)
    end = places[-1].begin + places[-1].content.size
    if end > backup.source.size:
        raise backup.damaged(_CUT)
    for entry in ahead((partial(_checked, backup, place) for place in places), _THREADS):
        meter.advance(entry.size)
        entries.append(entry)
    last = directory(entries)
    if backup.source.size != end + len(last):
        raise backup.damaged(_CUT)
    if backup.source.read_at(end, len(last)) != last:
        raise backup.damaged(_END)
    check_database(backup, backup.database_bytes())


def _checked(backup: OpenBackup, place: Place) -> Entry:
    """Return an entry whose header and digest are right.

    The header's CRC is for other programs: it must be that of the directory, and the digest says
    more about the content.
    """
    is_text = place.name == DATABASE_ENTRY
    length = header_size(place.name)
    entry = entry_at(backup.source.read_at(place.begin - length, length))
    if entry is None or (entry.name, entry.size) != (place.name, place.content.size):
        raise backup.damaged(_TEXT if is_text else _FILES)
    digest = hashlib.sha256()
    for at in range(0, entry.size, _PART):
        digest.update(backup.source.read_at(place.begin + at, min(_PART, entry.size - at)))
    if digest.hexdigest() != place.content.sha256:
        raise backup.damaged(_TEXT if is_text else _FILES)
    return entry


def check_database(backup: OpenBackup, data: bytes) -> None:
    """Raise Contradicts unless the database is whole and what the manifest says it is."""
    manifest = backup.manifest
    with closing(snapshot.in_memory()) as connection:
        try:
            connection.deserialize(data)
            whole = is_whole(connection) and _has_its_columns(connection)
            agrees = whole and (
                snapshot.schema_of(connection) == manifest.schema
                and snapshot.counts_of(connection) == manifest.tables
                and snapshot.notes_of(connection) == manifest.reports
                and snapshot.digests_of(connection)
                == tuple(content.sha256 for content in manifest.files)
            )
        # What SQLite, or reading a value as what it must be, makes of forged bytes.
        except (sqlite3.Error, ValueError, TypeError, OverflowError, MemoryError):
            raise faults.Contradicts(backup.path, _TEXT) from None
    if not whole:
        raise faults.Contradicts(backup.path, _TEXT)
    if not agrees:
        raise faults.Contradicts(backup.path, _CONTRADICTS)


def is_whole(connection: sqlite3.Connection) -> bool:
    """Tell whether a database is this program's, sound, and holds tables and indexes only."""
    odd = "SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
    return (
        sqlite.is_ours(connection)
        and sqlite.rows(connection, "PRAGMA integrity_check(1)") == [("ok",)]
        and not sqlite.rows(connection, "PRAGMA foreign_key_check")
        and not sqlite.rows(connection, odd)
        and _is_readable(connection)
    )


def _has_its_columns(connection: sqlite3.Connection) -> bool:
    """Tell whether tables of the newest schema have the columns that it gives them."""
    if snapshot.schema_of(connection) != STAIRS.top:
        return True  # as far as they matter, the stairs find out
    return all(
        {column.name for column in table.columns} <= set(snapshot.columns_of(connection, name))
        for name, table in Table.metadata.tables.items()
    )


def _is_readable(connection: sqlite3.Connection) -> bool:
    """Tell whether all text is text; no check of SQLite's looks at that."""
    try:
        for table, _ in snapshot.tables_of(connection):
            for column in snapshot.texts_of(connection, table):
                words = ("SELECT group_concat(", column, ", '') FROM", snapshot.quoted(table))
                sqlite.rows(connection, snapshot.statement(*words))
    except sqlite3.OperationalError:
        return False
    return True
