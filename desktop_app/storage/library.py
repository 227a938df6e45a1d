"""Reading reports from a database: whole, in part, as a list, as they were; a transaction each."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Self
from uuid import UUID

from sqlalchemy import Connection, Engine

from desktop_app.errors import Said, UserFault
from desktop_app.report.location import Path as Place
from desktop_app.report.merging import Held, Incoming, Line
from desktop_app.report.originals import originals
from desktop_app.report.package import Package, file_paths
from desktop_app.report.searching import terms
from desktop_app.report.unreadable import without_values
from desktop_app.report.values import Report
from desktop_app.report.versions import Version
from desktop_app.storage import sqlite
from desktop_app.storage.completing import read_earlier
from desktop_app.storage.earlier import Earlier
from desktop_app.storage.finding import find_reports
from desktop_app.storage.history import Revision, read_remembered, read_revisions
from desktop_app.storage.identity import read_own_id
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
    read_summary,
)
from desktop_app.storage.summary import Summary
from desktop_app.storage.unread import read_unread

_ID_BEGINNING = re.compile(r"[0-9a-f]{1,32}")
_ID_GROUPS = (8, 4, 4, 4, 12)


class Library:
    """All reports of one data place, to be read.

    Every method is one transaction and raises EnvironmentFault where the machine refuses.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path

    @property
    def path(self) -> Path:
        """Where the database is."""
        return self._path

    def close(self) -> None:
        """Let go of the database file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def load(self, report_id: UUID) -> Package:
        """Return a report with its files, also a deleted one; UserFault for an unknown id.

        The originals of photos that were turned or cut are with them, as far as they are kept.
        """
        with self._reading() as connection:
            report = _as_typed(connection, report_id)
            wanted = (*file_paths(report), *originals(report))
            files = read_files(connection, report_id, wanted)
        return Package(report, files)

    def report(self, report_id: UUID) -> Report:
        """Return a report without its files, also a deleted one; UserFault for an unknown id."""
        with self._reading() as connection:
            return _as_typed(connection, report_id)

    def unread(self, report_id: UUID) -> dict[Place, str]:
        """Return what was typed in a report and cannot be read as a value, by its field's path."""
        with self._reading() as connection:
            return read_unread(connection, report_id)

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

    def summary(self, report_id: UUID) -> Summary | None:
        """Return one report; None where it is deleted or unknown."""
        with self._reading() as connection:
            return read_summary(connection, report_id)

    def ids(self) -> tuple[UUID, ...]:
        """Return the ids of all reports, also of the deleted."""
        with self._reading() as connection:
            return read_ids(connection)

    def ids_beginning(self, text: str) -> tuple[UUID, ...]:
        """Return the ids of stored reports that begin with `text`, hyphens and case aside."""
        beginning = text.replace("-", "").lower()
        if not _ID_BEGINNING.fullmatch(beginning):
            return ()
        with self._reading() as connection:
            return read_ids_beginning(connection, _with_hyphens(beginning))

    def binned(self) -> tuple[Summary, ...]:
        """Return the reports in the recycle bin, the latest deleted first."""
        with self._reading() as connection:
            return read_summaries(connection, deleted=True)

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

    def versions(self) -> tuple[Version, ...]:
        """Return all reports but the deleted, as another office's merge looks at them."""
        with self._reading() as connection:
            return read_versions(connection)

    def judged(self, incoming: Incoming) -> Incoming:
        """Return an incoming version with what is remembered here of it, and of its origin."""
        with self._reading() as connection:
            known = was_here(connection, incoming)
            base = read_base(connection, incoming)
        return replace(incoming, known=known, base=base)

    def merges(self) -> tuple[Act, ...]:
        """Return the merges, the latest first."""
        with self._reading() as connection:
            return read_acts(connection)

    def origins(self, report_id: UUID) -> tuple[Origin, ...]:
        """Return where a report came from, the latest first; () for one that was made here."""
        with self._reading() as connection:
            return read_origins(connection, report_id)

    def _version_at(self, report_id: UUID, number: int) -> Version | None:
        with self._reading() as connection:
            return read_version_at(connection, report_id, number)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with (
            sqlite.database_faults(self._path),
            self._engine.connect() as connection,
            self._rows_judged(),
        ):
            yield connection

    @contextmanager
    def _rows_judged(self) -> Iterator[None]:
        try:
            yield
        except ValueError as error:  # rows that were never written from a report
            raise sqlite.damaged(self._path) from error


def _as_typed(connection: Connection, report_id: UUID) -> Report:
    """Return a report without the values that older programs kept beneath unreadable texts."""
    stored = read_report(connection, report_id)
    if stored is None:
        raise unknown(report_id)
    return without_values(stored.report, read_unread(connection, report_id))


def _with_hyphens(digits: str) -> str:
    groups = []
    for length in _ID_GROUPS:
        groups.append(digits[:length])
        digits = digits[length:]
    return "-".join(group for group in groups if group)


def unknown(report_id: UUID) -> UserFault:
    """Return the fault that says that no report of this id is stored."""
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
