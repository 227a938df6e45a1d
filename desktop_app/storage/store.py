"""The repository of reports: whole reports in and out, each in one transaction."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self
from uuid import UUID

from sqlalchemy import Connection, Engine

from desktop_app.errors import Said, UserFault
from desktop_app.paths import DataPlace
from desktop_app.report.merging import Held, Incoming, Line, Taking
from desktop_app.report.originals import originals
from desktop_app.report.package import Package, file_paths
from desktop_app.report.searching import terms
from desktop_app.report.values import Report
from desktop_app.report.versions import Lineage, Version
from desktop_app.storage import sqlite
from desktop_app.storage.binning import bin_report, remove_binned, unbin_report
from desktop_app.storage.completing import read_earlier
from desktop_app.storage.derived import recount
from desktop_app.storage.earlier import Earlier
from desktop_app.storage.filing import free_unused
from desktop_app.storage.finding import find_reports
from desktop_app.storage.history import Revision, begin_history, read_remembered, read_revisions
from desktop_app.storage.identity import read_own_id
from desktop_app.storage.migrate import bring_up_to_date
from desktop_app.storage.past import Past, read_past
from desktop_app.storage.provenance import (
    Act,
    Origin,
    read_acts,
    read_base,
    read_held,
    read_origins,
    read_version_at,
    read_versions,
    was_here,
)
from desktop_app.storage.reading import (
    read_files,
    read_ids,
    read_ids_beginning,
    read_report,
    read_state,
    read_summaries,
)
from desktop_app.storage.stored import Stamp, Stored
from desktop_app.storage.summary import Summary
from desktop_app.storage.taking import add, note, take, undo
from desktop_app.storage.thinning import thin
from desktop_app.storage.writing import WrittenMeanwhile, write_printed, write_report

_NO_FILES: Mapping[str, bytes] = MappingProxyType({})
_NO_NOTES: Mapping[UUID, Lineage] = MappingProxyType({})
_SAVES_BETWEEN_THINNINGS = 128
_ID_BEGINNING = re.compile(r"[0-9a-f]{1,32}")
_ID_GROUPS = (8, 4, 4, 4, 12)


class Store:
    """All reports of one data place.

    Every method is one transaction and raises EnvironmentFault where the machine refuses; what
    was stored before is then untouched.  One thread may write while others read.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._last: Stored | None = None  # what the last save left, to know what the next changes

    @classmethod
    def open(cls, path: Path, backups: Path | None = None) -> Self:
        """Open the database at `path`, making it where there is none, upgrading an older one.

        A dated copy of an older one goes into `backups`, by default the data place's own.
        Raises UserFault for a database of a newer program.
        """
        bring_up_to_date(path, backups or DataPlace(path.parent).backups)
        return cls(sqlite.engine_for(path), path)

    @property
    def path(self) -> Path:
        """Where the database is."""
        return self._path

    def close(self) -> None:
        """Let go of the database file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def save(self, report: Report, new_files: Mapping[str, bytes] = _NO_FILES) -> dt.datetime:
        """Store the report in place of what is stored under its id; durable on return.

        `new_files` holds the bytes of photos and attachments that were not saved before, by
        their paths in the report; others may be among them.  A deleted report comes back.
        Returns when the report was last changed, in UTC: now, unless it was stored just so.
        ValueError where the bytes of a path are nowhere.
        """
        last = self._last
        try:
            if last is None or last.report.id != report.id:
                raise WrittenMeanwhile
            stored = self._save(last, report, new_files)
        except WrittenMeanwhile:
            stored = self._save(None, report, new_files)
        self._last = stored
        return stored.edited

    def _save(self, last: Stored | None, report: Report, new_files: Mapping[str, bytes]) -> Stored:
        """Save over what was there last, or if that is not known over what is there now."""
        with self._writing() as connection:
            before = last or self._stored(connection, report.id)
            if before and not last:
                begin_history(connection, before)
            stamp = Stamp(dt.datetime.now(dt.UTC))
            stored = write_report(connection, before, report, new_files, stamp)
            if stored.revision % _SAVES_BETWEEN_THINNINGS == 0 and stored is not before:
                _thin(connection, report.id, stamp.moment)
        return stored

    def load(self, report_id: UUID) -> Package:
        """Return a report with its files, also a deleted one; UserFault for an unknown id.

        The originals of photos that were turned or cut are with them, as far as they are kept.
        """
        with self._reading() as connection:
            stored = read_report(connection, report_id)
            if stored is None:
                raise _unknown(report_id)
            wanted = (*file_paths(stored.report), *originals(stored.report))
            files = read_files(connection, report_id, wanted)
        return Package(stored.report, files)

    def report(self, report_id: UUID) -> Report:
        """Return a report without its files, also a deleted one; UserFault for an unknown id."""
        with self._reading() as connection:
            stored = read_report(connection, report_id)
        if stored is None:
            raise _unknown(report_id)
        return stored.report

    def file(self, report_id: UUID, path: str) -> bytes:
        """Return the bytes of one photo or attachment; KeyError where the report has none such."""
        with self._reading() as connection:
            return read_files(connection, report_id, (path,))[path]

    def holds(self, report_id: UUID) -> bool:
        """Tell whether a report of this id is stored, deleted or not."""
        with self._reading() as connection:
            return read_state(connection, report_id) is not None

    def summaries(self) -> tuple[Summary, ...]:
        """Return all reports but the deleted, latest fiscal year and latest edit first."""
        with self._reading() as connection:
            return read_summaries(connection)

    def ids_beginning(self, text: str) -> tuple[UUID, ...]:
        """Return the ids of stored reports that begin with `text`, hyphens and case aside."""
        beginning = text.replace("-", "").lower()
        if not _ID_BEGINNING.fullmatch(beginning):
            return ()
        with self._reading() as connection:
            return read_ids_beginning(connection, _with_hyphens(beginning))

    def delete(self, report_id: UUID) -> None:
        """Put a report into the recycle bin; UserFault for an unknown id."""
        with self._writing() as connection:
            if not bin_report(connection, report_id, dt.datetime.now(dt.UTC)):
                raise _unknown(report_id)

    def binned(self) -> tuple[Summary, ...]:
        """Return the reports in the recycle bin, the latest deleted first."""
        with self._reading() as connection:
            return read_summaries(connection, deleted=True)

    def restore(self, report_id: UUID) -> None:
        """Take a report out of the recycle bin, just as it was; UserFault for an unknown id."""
        with self._writing() as connection:
            if not unbin_report(connection, report_id):
                raise _unknown(report_id)

    def purge(self, report_ids: Sequence[UUID]) -> int:
        """Remove reports of the recycle bin for good, with their history and their files.

        Those that are not in the bin are left alone.  Returns how many bytes of files went.
        """
        with self._writing() as connection:
            remove_binned(connection, report_ids)
            return free_unused(connection)

    def tidy(self) -> int:
        """Thin the history of every report, and remove the bytes of files that nothing names.

        How far each report is, is counted again.  Returns how many bytes were removed.  Worth
        doing now and then, when nobody waits.
        """
        with self._writing() as connection:
            self._last = None  # it counts by what it was counted before
            for report_id in read_ids(connection):
                _thin(connection, report_id, dt.datetime.now(dt.UTC))
                with suppress(ValueError):  # a damaged report stays as it is
                    recount(connection, report_id)
            return free_unused(connection)

    def revisions(self, report_id: UUID) -> tuple[Revision, ...]:
        """Return the saves of a report that are remembered, latest first."""
        with self._reading() as connection:
            return read_revisions(connection, report_id)

    def load_revision(self, report_id: UUID, number: int) -> Past:
        """Return a report as it was at a revision; UserFault where that is not remembered."""
        with self._reading() as connection:
            past = read_past(connection, report_id, number)
        if past is None:
            raise _forgotten(report_id, number)
        return past

    def remembered(self, report_id: UUID, number: int) -> Version | None:
        """Return a report as it was at a revision, without the bytes of its files, if remembered."""
        with self._reading() as connection:
            found = read_remembered(connection, report_id, number)
        return Version(found.report, found.digests) if found else None

    def note_printed(self, report_id: UUID, when: dt.datetime) -> None:
        """Remember that a report was printed, just as it is stored; UserFault for an unknown id.

        `when` has a zone.  It is no change of the report, and makes no revision.
        """
        with self._writing() as connection:
            if not write_printed(connection, report_id, when):
                raise _unknown(report_id)

    def earlier(self, kind: Earlier, limit: int = 200) -> tuple[str, ...]:
        """Return what was typed in stored reports before, the most used and then the latest first."""
        with self._reading() as connection:
            return read_earlier(connection, kind, limit)

    def search(self, query: str) -> tuple[Summary, ...]:
        """Return the reports that hold every word of `query` somewhere, in the summaries' order.

        A word may be a part of one.  Thai and Arabic digits, capitals, and the ways to type
        SARA AM make no difference.  An empty query finds all.
        """
        with self._reading() as connection:
            found = find_reports(connection, terms(query))
            every = read_summaries(connection)
        return tuple(summary for summary in every if summary.id in found)

    def held(self, report_ids: Iterable[UUID]) -> dict[UUID, Held]:
        """Return what is stored of these reports, deleted or not, as a merge looks at it."""
        with self._reading() as connection:
            found = {one: read_held(connection, one) for one in report_ids}
        return {
            report_id: replace(held, line=self.line(report_id))
            for report_id, held in found.items()
            if held
        }

    def line(self, report_id: UUID) -> Line:
        """Return the edits of a report in this database, to be looked at while it is open."""
        with self._reading() as connection:
            return Line(read_own_id(connection), partial(self._version_at, report_id))

    def _version_at(self, report_id: UUID, number: int) -> Version | None:
        with self._reading() as connection:
            return read_version_at(connection, report_id, number)

    def versions(self) -> tuple[Version, ...]:
        """Return all reports but the deleted, as another office's merge looks at them."""
        with self._reading() as connection:
            return read_versions(connection)

    def judged(self, incoming: Incoming) -> Incoming:
        """Return an incoming version with what is remembered here of it, and of its origin."""
        version = incoming.version
        with self._reading() as connection:
            known = was_here(connection, version)
            base = read_base(connection, incoming.id, version.lineage)
        return replace(incoming, known=known, base=base)

    def take(
        self, takings: Sequence[Taking], notes: Mapping[UUID, Lineage] = _NO_NOTES
    ) -> UUID | None:
        """Store what a merge takes in, as one act; return its id, or None where that is nothing.

        `notes` is what reports that stay as they are stem from as well.  UserFault, and nothing is
        stored, where a report is not what the merge was planned for.
        """
        if not takings and not notes:
            return None
        with self._writing() as connection:
            self._last = None  # it does not know of the notes
            note(connection, notes)
            return take(connection, takings, dt.datetime.now(dt.UTC)) if takings else None

    def add(self, packages: Sequence[Package]) -> None:
        """Store report files together; each new here, or stored just so and perhaps deleted."""
        with self._writing() as connection:
            add(connection, packages, dt.datetime.now(dt.UTC))

    def undo(self, act_id: UUID) -> None:
        """Take a merge back; UserFault where that cannot be, and then nothing is changed."""
        with self._writing() as connection:
            undo(connection, act_id, dt.datetime.now(dt.UTC))

    def merges(self) -> tuple[Act, ...]:
        """Return the merges, the latest first."""
        with self._reading() as connection:
            return read_acts(connection)

    def origins(self, report_id: UUID) -> tuple[Origin, ...]:
        """Return where a report came from, the latest first; () for one that was made here."""
        with self._reading() as connection:
            return read_origins(connection, report_id)

    def _stored(self, connection: Connection, report_id: UUID) -> Stored | None:
        with self._rows_judged():
            return read_report(connection, report_id)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with (
            sqlite.database_faults(self._path),
            self._engine.connect() as connection,
            self._rows_judged(),
        ):
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with sqlite.database_faults(self._path), sqlite.writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _rows_judged(self) -> Iterator[None]:
        try:
            yield
        except ValueError as error:  # rows that were never written from a report
            raise sqlite.damaged(self._path) from error


def _thin(connection: Connection, report_id: UUID, now: dt.datetime) -> None:
    # A history that is damaged stays as it is, and is no reason to lose a save.
    with suppress(ValueError, LookupError):
        thin(connection, report_id, now)


def _with_hyphens(digits: str) -> str:
    groups = []
    for length in _ID_GROUPS:
        groups.append(digits[:length])
        digits = digits[length:]
    return "-".join(group for group in groups if group)


def _unknown(report_id: UUID) -> UserFault:
    return UserFault(
        Said(f"ไม่มีรายงานรหัส {report_id}", f"There is no stored report with the id {report_id}")
    )


def _forgotten(report_id: UUID, number: int) -> UserFault:
    return UserFault(
        Said(
            f"ไม่มีประวัติของรายงาน {report_id} ครั้งที่ {number} แล้ว",
            f"Revision {number} of the report {report_id} is no longer remembered",
        )
    )
