"""The form of a backup file, and what it says of itself.

A backup is a ZIP (see `stored_zip`; locked by a passphrase as `sealed` says) with these entries,
in this order and nothing between or behind them:

    manifest.json    what `Manifest` holds, as JSON in UTF-8
    suanruam.db      the SQLite database, with an empty content in each row of its table `blob`
    files/SHA256     the content of each of those rows, in the order of their digests

So photos and attachments can be taken out by any program that reads ZIP files, damage stays
with the entry that it hit, and no byte of the file is beyond check.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final, TypeVar
from uuid import UUID

FORMAT: Final = "suanruam-backup"
VERSION: Final = 1
MANIFEST_ENTRY: Final = "manifest.json"
DATABASE_ENTRY: Final = "suanruam.db"
FILE_ENTRIES: Final = "files/"
MOST_MANIFEST_BYTES: Final = 64 * 2**20

_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOST_BYTES = 2**32 - 2  # what the plain form of ZIP can say of an entry

T = TypeVar("T")


class NoManifest(ValueError):
    """The bytes are no manifest of a backup."""


class NewerManifest(Exception):
    """The manifest is of a later form; `program` is the version that wrote it."""

    def __init__(self, program: str) -> None:
        super().__init__(program)
        self.program = program


class Scope(StrEnum):
    """How much of a database a backup holds."""

    ALL = "all"
    SELECTED = "selected"  # the reports that somebody chose
    RECOVERED = "recovered"  # what could be read of a damaged one


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes by their SHA-256, in hexadecimal, and their number."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ReportNote:
    """One report of a backup; `agency` may be empty, `deleted` is in the recycle bin."""

    id: UUID
    agency: str
    fiscal_year: int
    activities: int
    edited: dt.datetime
    deleted: bool


@dataclass(frozen=True, slots=True)
class Lacking:
    """A photo or file that was damaged when the backup was made, and so is not in it.

    It is told by its path and whose report named it; `words` is its caption or title, or empty.
    Without a path it is a whole report, which could not be read.
    """

    path: str
    agency: str
    fiscal_year: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; `made` has its zone, `office` may be empty.

    `tables` has the number of rows of each table, `with_files` is False where photos and
    attachments were left out; `lacking` are those that were damaged.
    """

    made: dt.datetime
    program: str
    schema: str
    office: str
    scope: Scope
    with_files: bool
    reports: tuple[ReportNote, ...]
    tables: Mapping[str, int]
    database: Content
    files: tuple[Content, ...]
    lacking: tuple[Lacking, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Tell whether it holds all that the database held."""
        return self.scope is Scope.ALL and self.with_files

    @property
    def current(self) -> tuple[ReportNote, ...]:
        """The reports that are not in the recycle bin."""
        return tuple(note for note in self.reports if not note.deleted)

    @property
    def activities(self) -> int:
        """The number of activities of the current reports."""
        return sum(note.activities for note in self.current)

    @property
    def content_bytes(self) -> int:
        """The bytes of database and files together."""
        return self.database.size + sum(content.size for content in self.files)


def entry_of(content: Content) -> str:
    """Return the name of the entry of a photo or attachment."""
    return FILE_ENTRIES + content.sha256


def digest_of(entry: str) -> str | None:
    """Return the SHA-256 that an entry's name promises, None where it names no file."""
    digest = entry.removeprefix(FILE_ENTRIES)
    return digest if digest != entry and _DIGEST.fullmatch(digest) else None


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return the manifest as JSON that people can read too."""
    written = {
        "format": FORMAT,
        "version": VERSION,
        "program": manifest.program,
        "schema": manifest.schema,
        "made": manifest.made.isoformat(),
        "office": manifest.office,
        "scope": manifest.scope.value,
        "with_files": manifest.with_files,
        "tables": dict(manifest.tables),
        "reports": [_report_written(note) for note in manifest.reports],
        "database": _content_written(manifest.database),
        "files": [_content_written(content) for content in manifest.files],
    }
    if manifest.lacking:  # programs before this one pass over it
        written["lacking"] = [asdict(one) for one in manifest.lacking]
    return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(data: bytes) -> Manifest:
    """Return the manifest that `data` is; raises NoManifest or NewerManifest."""
    try:
        found = json.loads(data)
        if _version(found) > VERSION:
            raise NewerManifest(_taken(found, "program", str))
        return _manifest(found)
    # RecursionError: absurd nesting; OverflowError: a date before all dates.
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError) as error:
        raise NoManifest(str(error)) from None


def _version(found: object) -> int:
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NoManifest("format")
    return _number(found["version"], 1)


def _manifest(found: Mapping[str, Any]) -> Manifest:
    manifest = Manifest(
        made=_moment(found["made"]),
        program=_taken(found, "program", str),
        schema=_taken(found, "schema", str),
        office=_taken(found, "office", str),
        scope=Scope(found["scope"]),
        with_files=_taken(found, "with_files", bool),
        reports=_each(found["reports"], _report),
        tables={str(name): _number(count) for name, count in dict(found["tables"]).items()},
        database=_content(found["database"]),
        files=_each(found["files"], _content),
        lacking=_each(found.get("lacking", []), _lacking),
    )
    digests = [content.sha256 for content in manifest.files]
    if digests != sorted(set(digests)):
        raise NoManifest("files")
    return manifest


def _taken(found: Mapping[str, Any], key: str, kind: type[T]) -> T:
    value = found[key]
    if not isinstance(value, kind):
        raise NoManifest(key)
    return value


def _number(value: object, least: int = 0) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value < 2**63:
        raise NoManifest("a number")
    return value


def _moment(value: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise NoManifest("a time without its zone")
    moment.astimezone(dt.UTC)
    return moment


def _each(values: object, read: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    if not isinstance(values, list):
        raise NoManifest("a list")
    return tuple(map(read, values))


def _content_written(content: Content) -> dict[str, object]:
    return {"sha256": content.sha256, "bytes": content.size}


def _content(found: Mapping[str, Any]) -> Content:
    digest, size = _taken(found, "sha256", str), _number(found["bytes"])
    if not _DIGEST.fullmatch(digest) or size > _MOST_BYTES:
        raise NoManifest("sha256")
    return Content(digest, size)


def _lacking(found: Mapping[str, Any]) -> Lacking:
    return Lacking(
        _taken(found, "path", str),
        _taken(found, "agency", str),
        _number(found["fiscal_year"]),
        _taken(found, "words", str),
    )


def _report_written(note: ReportNote) -> dict[str, object]:
    return {
        "id": str(note.id),
        "agency": note.agency,
        "fiscal_year": note.fiscal_year,
        "activities": note.activities,
        "edited": note.edited.isoformat(),
        "deleted": note.deleted,
    }


def _report(found: Mapping[str, Any]) -> ReportNote:
    return ReportNote(
        UUID(_taken(found, "id", str)),
        _taken(found, "agency", str),
        _number(found["fiscal_year"]),
        _number(found["activities"]),
        _moment(found["edited"]),
        _taken(found, "deleted", bool),
    )
