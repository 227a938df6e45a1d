"""The repository of reports: whole reports in and out, each in one transaction."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self
from uuid import UUID

from sqlalchemy import Connection, Engine, update
from sqlmodel import col

from desktop_app.errors import Said, UserFault
from desktop_app.paths import DataPlace
from desktop_app.report.package import Package, file_paths
from desktop_app.report.values import Report
from desktop_app.storage import sqlite
from desktop_app.storage.migrate import bring_up_to_date
from desktop_app.storage.reading import (
    Stored,
    read_files,
    read_ids_beginning,
    read_report,
    read_state,
    read_summaries,
)
from desktop_app.storage.summary import Summary
from desktop_app.storage.tables import ReportRow
from desktop_app.storage.writing import write_report

_NO_FILES: Mapping[str, bytes] = MappingProxyType({})
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
        with self._writing() as connection:
            before = self._before(connection, report.id)
            moment = dt.datetime.now(dt.UTC)
            stored = write_report(connection, before, report, new_files, moment)
        self._last = stored
        return stored.edited

    def load(self, report_id: UUID) -> Package:
        """Return a report with its files, also a deleted one; UserFault for an unknown id."""
        with self._reading() as connection:
            stored = read_report(connection, report_id)
            if stored is None:
                raise _unknown(report_id)
            files = read_files(connection, report_id, file_paths(stored.report))
        return Package(stored.report, files)

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
        this = (col(ReportRow.id) == report_id, col(ReportRow.deleted).is_(None))
        with self._writing() as connection:
            now = dt.datetime.now(dt.UTC)
            done = connection.execute(update(ReportRow).where(*this).values(deleted=now))
            if not done.rowcount and read_state(connection, report_id) is None:
                raise _unknown(report_id)

    def _before(self, connection: Connection, report_id: UUID) -> Stored | None:
        """Return what is stored, from memory where nobody else has written it since."""
        last = self._last
        state = read_state(connection, report_id)
        if last and last.report.id == report_id and state == (last.revision, last.deleted):
            return last
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
