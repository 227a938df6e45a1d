"""Making, opening, saving, listing and finding reports."""

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_app.errors import Said
from desktop_app.report.consolidation import Consolidated, consolidated
from desktop_app.report.location import Path
from desktop_app.report.package import Package
from desktop_app.report.renewal import duplicated, renewed
from desktop_app.report.values import Agency, Report
from desktop_app.services.naming import NamesNothing, nothing_named
from desktop_app.services.settings import USUAL, Settings
from desktop_app.storage.earlier import Earlier
from desktop_app.storage.summary import State, Summary
from desktop_app.thai.calendar import fiscal_year_of

if TYPE_CHECKING:  # whoever has a store has imported it; whoever has none is spared that
    from desktop_app.storage.store import Store

__all__ = [
    "Earlier",
    "State",
    "Summary",
    "consolidate",
    "duplicate",
    "find_report",
    "list_reports",
    "new_report",
    "next_round",
    "open_report",
    "save_report",
    "store_duplicate",
    "store_next_round",
]

_NO_FILES: Mapping[str, bytes] = MappingProxyType({})


def new_report(today: dt.date, settings: Settings = USUAL) -> Report:
    """Return a report of the fiscal year that `today` is in; it is not stored yet.

    It is empty but for what the office has chosen in its settings.
    """
    return Report(
        fiscal_year=fiscal_year_of(today),
        agency=settings.agency,
        signatories=settings.signatories,
        layout=settings.layout,
    )


def next_round(package: Package) -> Package:
    """Return the report of the next round, begun from this one; it is not stored yet.

    Office, activities, places, groups and who signs are there; dates and results are for
    somebody to enter.
    """
    return Package(renewed(package.report), {})


def duplicate(package: Package) -> Package:
    """Return the same report, photos included, as another one; it is not stored yet."""
    return Package(duplicated(package.report), package.files)


def store_next_round(store: "Store", report_id: UUID) -> UUID:
    """Store the report of the round after a stored one, and return its id; see `next_round`."""
    begun = next_round(Package(store.report(report_id)))
    store.save(begun.report)
    return begun.report.id


def store_duplicate(store: "Store", report_id: UUID) -> UUID:
    """Store a stored report once more, and return the new one's id."""
    copy = duplicate(store.load(report_id))
    store.save(copy.report, copy.files)
    return copy.report.id


def open_report(store: "Store", report_id: UUID) -> Package:
    """Return a stored report with its files; UserFault where there is none of this id."""
    return store.load(report_id)


def save_report(
    store: "Store",
    report: Report,
    files: Mapping[str, bytes] = _NO_FILES,
    unread: Mapping[Path, str] | None = None,
) -> dt.datetime:
    """Store a report and the files that are new in it; durable on return.

    `unread` is what was typed in it and cannot be read; None where it stays as it is stored.
    Returns when it was last changed, in UTC.
    """
    return store.save(report, files, unread)


def list_reports(store: "Store") -> tuple[Summary, ...]:
    """Return a summary of each stored report, latest fiscal year and latest edit first."""
    return store.summaries()


def consolidate(
    store: "Store", report_ids: Sequence[UUID], agency: Agency
) -> tuple[Consolidated, UUID]:
    """Store one report of `agency` on what several stored reports tell, in the given order.

    Returns what it holds, with the totals, and its id.  UserFault where the fiscal years differ.
    """
    found = consolidated([store.load(report_id) for report_id in report_ids], agency)
    store.save(found.package.report, found.package.files)
    return found, found.package.report.id


def find_report(store: "Store", reference: str) -> UUID:
    """Return the id that begins with `reference`; NamesNothing where none or several do."""
    found = store.ids_beginning(reference)
    if not found:
        raise NamesNothing(nothing_named(reference))
    if len(found) > 1:
        raise NamesNothing(
            Said(
                f"มีรายงาน {len(found)} ฉบับที่รหัสขึ้นต้นด้วย {reference} โปรดพิมพ์รหัสให้ยาวขึ้น "
                "(ดูรหัสด้วยคำสั่ง list)",
                f"{len(found)} stored reports have an id that begins with {reference}; "
                "give more of it (the command list shows them)",
            )
        )
    return found[0]
