"""Looking back at what the open report was, and bringing parts of that into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID

import shiboken6
from PySide6.QtCore import QObject

from desktop_app.errors import Said
from desktop_app.report.fields import Section
from desktop_app.report.package import Package
from desktop_app.services.history import (
    Change,
    Past,
    Revision,
    changes,
    look_back,
    revisions,
    with_activity_back,
    with_section_back,
)
from desktop_app.ui.data.history_page import HistoryPage
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.editing.session import Session
from desktop_app.ui.language import words
from desktop_app.ui.preview.preview import Preview

if TYPE_CHECKING:
    from desktop_app.storage.provenance import Origin
    from desktop_app.storage.store import Store

_AT_ONCE = 20
"""Saves that are described in one read, so that other reads get their turn."""

_BROUGHT = "brought back"


@dataclass(frozen=True, slots=True)
class _Listed:
    revisions: tuple[Revision, ...]
    origins: "tuple[Origin, ...]"


@dataclass(frozen=True, slots=True)
class _Described:
    number: int
    changes: tuple[Change, ...]


class HistoryDesk(QObject):
    """Shows the page over the open report; lives as long as the session."""

    def __init__(self, bench: Bench, session: Session) -> None:
        super().__init__(session)
        self._bench = bench
        self._session = session
        self._page: HistoryPage | None = None
        self._past: Past | None = None
        # The way back is the session's last step; after another one it would be a way elsewhere.
        session.changed.connect(partial(bench.window.messages.settle, _BROUGHT))

    def show(self) -> None:
        """List what is remembered of the report, all that was typed so far included."""
        self._session.save()
        page = self._page = HistoryPage(Preview(self._bench.tasks, self._bench.office.set_document))
        page.left.connect(self._bench.window.uncover)
        page.chosen.connect(self._look)
        page.section_asked.connect(self._bring_section)
        page.activity_asked.connect(self._bring_activity)
        self._bench.window.messages.leave_page()
        self._bench.window.cover(page)
        self._list()

    @property
    def _id(self) -> UUID:
        return self._session.report.id

    def _list(self) -> None:
        if self._page is not None:
            work = partial(self._bench.office.with_store, partial(_listed, report_id=self._id))
            self._bench.tasks.read(self._page, work, self._show_list)

    def _show_list(self, found: _Listed) -> None:
        if self._page is not None:
            self._page.show_revisions(found.revisions, found.origins)
            self._describe([one.number for one in found.revisions])

    def _describe(self, numbers: Sequence[int]) -> None:
        """Say of each save what it changed, some at a time."""
        page = self._page
        if page is None or not numbers:
            return
        some, rest = numbers[: _AT_ONCE + 1], numbers[_AT_ONCE:]
        describing = partial(_described, report_id=self._id, numbers=some)

        def show(found: tuple[_Described, ...]) -> None:
            for one in found:
                page.show_changes(one.number, one.changes)
            self._describe(rest)

        self._bench.tasks.read(page, partial(self._bench.office.with_store, describing), show)

    def _look(self, number: int) -> None:
        page = self._page
        if page is None:
            return

        def show(past: Past) -> None:
            if page.number == number:
                self._past = past
                page.show_past(past, self._session.report)

        looking = partial(look_back, report_id=self._id, number=number)
        self._bench.tasks.read(page, partial(self._bench.office.with_store, looking), show)

    def _bring_section(self, section: Section, activity: int | None) -> None:
        if self._past is not None:
            made = with_section_back(self._session.package, self._past, section, activity)
            self._bring(made, section.title)

    def _bring_activity(self, activity: int) -> None:
        if self._past is not None:
            made = with_activity_back(self._session.package, self._past, activity)
            name = self._past.package.report.activities[activity].name or ""
            self._bring(made, Said(f"กิจกรรม {name}".strip(), f"activity {name}".strip()))

    def _bring(self, made: Package, what: Said) -> None:
        """Change the open report, with a way back, and show what is still otherwise."""
        label = Said(f"นำ{what.th}กลับมา", f"bring back {what.en.lower()}")
        self._session.bring(made, label)
        self._session.save()
        said = self.tr("นำ “{what}” กลับมาแล้ว").format(what=words(what))
        self._bench.window.messages.offer_back(said, self._undo, topic=_BROUGHT)
        self._look_again()

    def _undo(self) -> None:
        self._session.undo()
        self._session.save()
        self._look_again()

    def _look_again(self) -> None:
        page = self._page
        if page is not None and shiboken6.isValid(page) and page.number is not None:
            self._look(page.number)


def _listed(store: "Store", report_id: UUID) -> _Listed:
    """Return the last save of each minute: what was typed in between is not looked for."""
    every = revisions(store, report_id)
    by_minute = groupby(every, key=lambda one: one.moment.replace(second=0, microsecond=0))
    return _Listed(tuple(next(found) for _, found in by_minute), store.origins(report_id))


def _described(store: "Store", report_id: UUID, numbers: Sequence[int]) -> tuple[_Described, ...]:
    """Say of each but the last what changed since the one before it; of the first save, all."""
    found = []
    pairs = [*zip(numbers, [*numbers[1:], None], strict=True)]
    for number, earlier in pairs if len(numbers) <= _AT_ONCE else pairs[:-1]:
        changed = changes(store, report_id, earlier, number)
        if changed is not None:
            found.append(_Described(number, changed))
    return tuple(found)
