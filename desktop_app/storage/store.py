"""The repository of reports: whole reports in and out, each in one transaction."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Self
from uuid import UUID

from sqlalchemy import Connection, Engine

from desktop_app.paths import DataPlace
from desktop_app.report.merging import Taking
from desktop_app.report.package import Package
from desktop_app.report.values import Report
from desktop_app.report.versions import Lineage
from desktop_app.storage import sqlite
from desktop_app.storage.binning import bin_report, remove_binned, unbin_report
from desktop_app.storage.derived import recount
from desktop_app.storage.filing import free_unused
from desktop_app.storage.former_unread import clear_away, take_over
from desktop_app.storage.history import begin_history
from desktop_app.storage.library import Library, unknown
from desktop_app.storage.migrate import bring_up_to_date
from desktop_app.storage.reading import read_report
from desktop_app.storage.stored import Stamp, Stored
from desktop_app.storage.taking import add, note, take, undo
from desktop_app.storage.thinning import thin
from desktop_app.storage.unread import Texts, write_unread
from desktop_app.storage.writing import WrittenMeanwhile, write_printed, write_report

_NO_FILES: Mapping[str, bytes] = MappingProxyType({})
_NO_NOTES: Mapping[UUID, Lineage] = MappingProxyType({})
_SAVES_BETWEEN_THINNINGS = 128


class Store(Library):
    """All reports of one data place.

    Every method is one transaction and raises EnvironmentFault where the machine refuses; what
    was stored before is then untouched.  One thread may write while others read.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        super().__init__(engine, path)
        self._writer = sqlite.Writer(engine)
        self._last: Stored | None = None  # what the last save left, to know what the next changes

    @classmethod
    def open(cls, path: Path, backups: Path | None = None) -> Self:
        """Open the database at `path`, making it where there is none, upgrading an older one.

        A dated copy of an older one goes into `backups`, by default the data place's own.
        Raises UserFault for a database of a newer program.
        """
        bring_up_to_date(path, backups or DataPlace(path.parent).backups)
        store = cls(sqlite.engine_for(path), path)
        former = DataPlace(path.parent).unread
        if former.is_dir():
            store._take_over(former)
        return store

    def close(self) -> None:
        """Let go of the database file."""
        self._writer.close()
        super().close()

    def _take_over(self, former: Path) -> None:
        """Take in what an older program kept in files of the folder `former`."""
        try:
            with self._writing() as connection:
                taken = take_over(connection, former)
        except BaseException:
            self.close()
            raise
        clear_away(former, taken)

    def save(
        self,
        report: Report,
        new_files: Mapping[str, bytes] = _NO_FILES,
        unread: Texts | None = None,
    ) -> dt.datetime:
        """Store the report in place of what is stored under its id; durable on return.

        `new_files` holds the bytes of photos and attachments that were not saved before, by
        their paths in the report; others may be among them.  A deleted report comes back.
        `unread` is what was typed in it and cannot be read, in place of what is stored of that;
        None where that stays as it is.
        Returns when the report was last changed, in UTC: now, unless it was stored just so.
        ValueError where the bytes of a path are nowhere.
        """
        last = self._last
        try:
            if last is None or last.report.id != report.id:
                raise WrittenMeanwhile
            stored = self._save(last, report, new_files, unread)
        except WrittenMeanwhile:
            stored = self._save(None, report, new_files, unread)
        self._last = stored
        return stored.edited

    def _save(
        self,
        last: Stored | None,
        report: Report,
        new_files: Mapping[str, bytes],
        unread: Texts | None,
    ) -> Stored:
        """Save over what was there last, or if that is not known over what is there now."""
        with self._writing() as connection:
            before = last or self._stored(connection, report.id)
            if before and not last:
                begin_history(connection, before)
            stamp = Stamp(dt.datetime.now(dt.UTC))
            stored = write_report(connection, before, report, new_files, stamp)
            if unread is not None:
                write_unread(connection, report.id, unread)
            if stored.revision % _SAVES_BETWEEN_THINNINGS == 0 and stored is not before:
                _thin(connection, report.id, stamp.moment)
        return stored

    def delete(self, report_id: UUID) -> None:
        """Put a report into the recycle bin; UserFault for an unknown id."""
        with self._writing() as connection:
            if not bin_report(connection, report_id, dt.datetime.now(dt.UTC)):
                raise unknown(report_id)

    def restore(self, report_id: UUID) -> None:
        """Take a report out of the recycle bin, just as it was; UserFault for an unknown id."""
        with self._writing() as connection:
            if not unbin_report(connection, report_id):
                raise unknown(report_id)

    def purge(self, report_ids: Sequence[UUID]) -> int:
        """Remove reports of the recycle bin for good, with their history and their files.

        Those that are not in the bin are left alone.  Returns how many bytes of files went.
        """
        with self._writing() as connection:
            remove_binned(connection, report_ids)
            return free_unused(connection)

    def tidy_report(self, report_id: UUID) -> None:
        """Thin the history of a report, and count again how far it is.

        Worth doing now and then for every report, when nobody waits, and `free_unused` after it.
        """
        with self._writing() as connection:
            self._last = None  # it counts by what it was counted before
            _thin(connection, report_id, dt.datetime.now(dt.UTC))
            with suppress(ValueError):  # a damaged report stays as it is
                recount(connection, report_id)

    def free_unused(self) -> int:
        """Remove the bytes of files that nothing names, and return how many.

        The originals of photos in printed reports are among them, so nobody may have one open.
        """
        with self._writing() as connection:
            return free_unused(connection)

    def note_printed(self, report: Report, when: dt.datetime) -> bool:
        """Remember when `report` was printed; UserFault where its id is unknown.

        Returns whether it is stored just so; otherwise what is stored counts as changed since.
        `when` has a zone.  It is no change of the report, and makes no revision.
        """
        with self._writing() as connection:
            stored = self._stored(connection, report.id)
            if stored is None:
                raise unknown(report.id)
            return write_printed(connection, stored, report, when)

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

    def _stored(self, connection: Connection, report_id: UUID) -> Stored | None:
        with self._rows_judged():
            return read_report(connection, report_id)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with sqlite.database_faults(self._path), self._writer.writing() as connection:
            yield connection


def _thin(connection: Connection, report_id: UUID, now: dt.datetime) -> None:
    # A history that is damaged stays as it is, and is no reason to lose a save.
    with suppress(ValueError, LookupError):
        thin(connection, report_id, now)
