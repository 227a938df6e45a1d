"""Writes a backup: one file of everything, verified before it gets its name."""

import datetime as dt
import hashlib
import os
import secrets
import shutil
import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from desktop_app import __version__
from desktop_app.errors import Said, UserFault
from desktop_app.storage import backup_faults as faults
from desktop_app.storage import sealed, snapshot, sqlite
from desktop_app.storage.ahead import ahead
from desktop_app.storage.backup_check import backup_in, check, reading_faults
from desktop_app.storage.folder_probe import path_facts
from desktop_app.storage.folders import Drive
from desktop_app.storage.manifest import (
    DATABASE_ENTRY,
    MANIFEST_ENTRY,
    Content,
    Lacking,
    Manifest,
    ReportNote,
    Scope,
    entry_of,
    manifest_bytes,
)
from desktop_app.storage.progress import Meter, Progress, quietly
from desktop_app.storage.snapshot import EVERYTHING, Choice
from desktop_app.storage.stairs import STAIRS, Stairs
from desktop_app.storage.stored_zip import Entry, ZipWriter
from desktop_app.whole_file import put_in_place, write_faults

UNFINISHED: Final = ".suanruam-*.tmp"
"""What backups are called before they are whole; one that was killed leaves its file behind."""

_THREADS = 2  # reading and hashing take longer than writing
_TRIES = 3  # photos may be removed for good while a backup is being made


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a backup: what it says of itself, the database without files, the files."""

    manifest: Manifest
    database: bytes
    read: Callable[[str], bytes]
    """Returns the bytes of a digest; KeyError where they are gone."""


def write_backup(
    database: Path,
    target: Path,
    choice: Choice = EVERYTHING,
    *,
    passphrase: str | None = None,
    progress: Progress = quietly,
    stairs: Stairs = STAIRS,
) -> Manifest:
    """Put a verified backup of `database` at `target` and return what is in it.

    What was at `target` stays until the new file is complete, synced and verified.  With a
    passphrase nobody reads it who has not got that, ever.
    Raises Damaged where the database itself is, ReadsBackWrong where the target is, NoRoom, Cancelled, UserFault where the
    target is the database, EnvironmentFault where the machine refuses.
    """
    _refuse_itself(database, target)
    seal = None if passphrase is None else sealed.Seal.new(passphrase)
    for _ in range(_TRIES):
        try:
            with contents_now(database, choice) as contents:
                return write_contents(contents, target, seal, progress, stairs)
        except faults.ChangedMeanwhile:
            continue
    raise faults.ChangedMeanwhile(database)


def write_contents(
    contents: Contents,
    target: Path,
    seal: sealed.Seal | None = None,
    progress: Progress = quietly,
    stairs: Stairs = STAIRS,
) -> Manifest:
    """Put a verified backup of `contents` at `target`; raises as `write_backup` does."""
    manifest = contents.manifest
    meter = Meter(2 * manifest.content_bytes, progress)
    with write_faults(target), _unfinished(target, manifest) as temporary:
        with temporary.open("xb") as file:
            _write(file, contents, seal, meter)
            file.flush()
            os.fsync(file.fileno())
            forget_what_is_cached(file, temporary.parent)
        _demand_same(temporary, target, seal, stairs, meter)
        put_in_place(temporary, target.resolve())
    return manifest


def _demand_same(
    written: Path, target: Path, seal: sealed.Seal | None, stairs: Stairs, meter: Meter
) -> None:
    try:
        with reading_faults(written), written.open("rb") as file:
            source = sealed.PlainSource(file) if seal is None else sealed.SealedSource(file, seal)
            check(backup_in(written, source, stairs), meter)
    except faults.Contradicts:
        raise
    except (faults.DamagedBackup, faults.NotABackup):
        raise faults.ReadsBackWrong(target) from None


def contents_of(
    copy: sqlite3.Connection,
    files: Mapping[str, int],
    read: Callable[[str], bytes],
    scope: Scope,
    *,
    with_files: bool = True,
    lacking: tuple[Lacking, ...] = (),
) -> Contents:
    """Return what a backup of a copy in memory holds; `files` has sizes by digest.

    Raises KeyError where a blob of the copy is not among them.
    """
    data, reports = copy.serialize(), snapshot.notes_of(copy)
    manifest = Manifest(
        made=dt.datetime.now().astimezone(),
        program=__version__,
        schema=snapshot.schema_of(copy),
        office=_office(reports),
        scope=scope,
        with_files=with_files,
        reports=reports,
        tables=snapshot.counts_of(copy),
        database=Content(hashlib.sha256(data).hexdigest(), len(data)),
        files=tuple(Content(digest, files[digest]) for digest in snapshot.digests_of(copy)),
        lacking=lacking,
    )
    return Contents(manifest, data, read)


@contextmanager
def contents_now(database: Path, choice: Choice = EVERYTHING) -> Iterator[Contents]:
    """Yield what a backup of the database as it is now holds.

    Raises Damaged where the database turns out to be, ChangedMeanwhile where photos in it were
    removed for good since.
    """
    with blobs_of(database) as blobs:
        yield _contents(database, choice, blobs)


@contextmanager
def blobs_of(database: Path) -> Iterator[snapshot.BlobReader]:
    """Yield what reads the bytes of files of a database that is being backed up.

    Raises as `contents_now` does.
    """
    with sqlite.database_faults(database), closing(snapshot.BlobReader(database)) as blobs:
        try:
            yield blobs
        except KeyError:
            raise faults.ChangedMeanwhile(database) from None
        except faults.Contradicts:  # written rightly, so it was wrong before
            raise sqlite.damaged(database) from None


def _contents(database: Path, choice: Choice, blobs: snapshot.BlobReader) -> Contents:
    def checked(digest: str) -> bytes:
        content = blobs.read_whole(digest)
        if content is None:
            raise faults.DamagedPhotos(database)
        return content

    scope = Scope.ALL if choice.reports is None else Scope.SELECTED
    with closing(snapshot.take(database, choice)) as copy:
        sizes = snapshot.sizes_of(database)
        return contents_of(copy, sizes, checked, scope, with_files=choice.files)


def _office(reports: Iterable[ReportNote]) -> str:
    named = [note for note in reports if note.agency]
    return max(named, key=lambda note: note.edited).agency if named else ""


def _refuse_itself(database: Path, target: Path) -> None:
    if target.resolve() == database.resolve():
        raise UserFault(
            Said(
                f"{target} คือฐานข้อมูลเอง จึงไม่ได้เขียนทับ โปรดใช้ชื่ออื่น",
                f"{target} is the database itself and was not overwritten; choose another name",
            )
        )


@contextmanager
def _unfinished(target: Path, manifest: Manifest) -> Iterator[Path]:
    """Yield an unused name beside the target; nothing of that name remains afterwards."""
    folder = target.resolve().parent
    if target.is_dir():
        raise IsADirectoryError(21, "is a directory", str(target))
    _demand_room(target, folder, manifest)
    temporary = folder / UNFINISHED.replace("*", secrets.token_hex(8))
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _demand_room(target: Path, folder: Path, manifest: Manifest) -> None:
    entries = len(manifest.files) + 3
    needed = manifest.content_bytes + entries * 2**9 + len(manifest.reports) * 2**9
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise faults.NoRoom(target, needed, free)


def _write(file: BinaryIO, contents: Contents, seal: sealed.Seal | None, meter: Meter) -> None:
    if seal is None:
        _write_zip(file.write, contents, meter)
        return
    sealing = sealed.SealingWriter(file.write, seal)
    _write_zip(sealing.write, contents, meter)
    sealing.finish()


def _write_zip(write: Callable[[bytes], object], contents: Contents, meter: Meter) -> None:
    writer = ZipWriter(write)
    data = manifest_bytes(contents.manifest)
    writer.add(Entry(MANIFEST_ENTRY, zlib.crc32(data), len(data)), data)
    for entry, content in ahead(_entries(contents), _THREADS):
        writer.add(entry, content)
        meter.advance(entry.size)
    writer.finish()


_Prepared = tuple[Entry, bytes]


def _entries(contents: Contents) -> Iterator[Callable[[], _Prepared]]:
    yield partial(_prepared, DATABASE_ENTRY, lambda: contents.database)
    for content in contents.manifest.files:
        yield partial(_prepared, entry_of(content), partial(contents.read, content.sha256))


def _prepared(name: str, read: Callable[[], bytes]) -> _Prepared:
    data = read()
    return Entry(name, zlib.crc32(data), len(data)), data


def forget_what_is_cached(file: BinaryIO, folder: Path) -> None:
    """Let what is read next come from the device, where that is one that may be failing.

    A built-in disk is believed: reading a gigabyte back from it takes longer than writing it.
    """
    if sys.platform == "linux" and path_facts(folder).drive is not Drive.FIXED:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
