"""Searching everything in every report, and showing where in it something was found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_app.errors import Said, UserFault
from desktop_app.report import flow
from desktop_app.report.location import Path
from desktop_app.report.searching import Hit, hits, marks
from desktop_app.report.values import Report
from desktop_app.storage.summary import Summary

if TYPE_CHECKING:  # whoever has a store has imported it
    from desktop_app.storage.store import Store

__all__ = ["Place", "Summary", "found", "places"]


@dataclass(frozen=True, slots=True)
class Place:
    """The best place of a report that holds what was searched for, and how many more do.

    `clause` is the title of the page that edits it, `marks` where in `text` the words stand.
    """

    path: Path
    clause: Said
    text: str
    marks: tuple[tuple[int, int], ...]
    more: int


def found(store: "Store", query: str) -> tuple[Summary, ...]:
    """Return the reports that hold every word of `query`; all for none, in the list's order."""
    return store.search(query)


def places(store: "Store", report_ids: Iterable[UUID], query: str) -> dict[UUID, Place | None]:
    """Return where in each report the words were found; None where a report is gone since."""
    return {report_id: _place(store, report_id, query) for report_id in report_ids}


def _place(store: "Store", report_id: UUID, query: str) -> Place | None:
    try:
        report = store.report(report_id)
    except UserFault:
        return None
    return place_in(report, query)


def place_in(report: Report, query: str) -> Place | None:
    """Return the place that holds the most words of `query`, the first of equals; or None."""
    every = list(_marked(hits(report, query), query))
    if not every:
        return None
    hit, where = max(every, key=lambda one: len({hit_word(one[0], mark) for mark in one[1]}))
    clause = flow.title(flow.page_of(report, hit.path))
    return Place(hit.path, clause, hit.text, where, len(every) - 1)


def _marked(every: Iterable[Hit], query: str) -> Iterator[tuple[Hit, tuple[tuple[int, int], ...]]]:
    for hit in every:
        yield hit, marks(hit.text, query)


def hit_word(hit: Hit, mark: tuple[int, int]) -> str:
    """Return what is marked."""
    return hit.text[slice(*mark)]
