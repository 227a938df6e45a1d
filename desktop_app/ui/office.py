"""Everything that the window asks of the floors below; what is slow to load is loaded late."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from threading import Event, Lock
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import UUID

from desktop_app import paths
from desktop_app.errors import EnvironmentFault
from desktop_app.paths import DataPlace
from desktop_app.report.checks import Problem
from desktop_app.report.editing import Path
from desktop_app.report.fields import Known
from desktop_app.report.package import Package, read_package
from desktop_app.report.values import Agency, Report
from desktop_app.services import exchange, reports
from desktop_app.services.checking import Checking
from desktop_app.services.known import gazetteer, known_words
from desktop_app.services.press.messages import Paper
from desktop_app.services.press.room import PressRoom
from desktop_app.services.settings import Settings, read_settings, write_settings
from desktop_app.services.words.spelling import Doubt, Speller, speller
from desktop_app.services.words.wordlist import read_words, write_words
from desktop_app.storage.lock import Held
from desktop_app.storage.summary import Summary
from desktop_app.ui.editing.draft import Draft
from desktop_app.ui.editing.unreadable import as_unread
from desktop_app.ui.photos.darkroom import Darkroom
from desktop_app.ui.running.late import Late

if TYPE_CHECKING:
    from desktop_app.storage.store import Store

T = TypeVar("T")

SAMPLE = ("samples", "phitsanulok-2566", "report.json")
"""The report that comes with the program, under resources/."""


class Holding(Protocol):
    """That nobody else has the database open, as long as it is renewed."""

    def renew(self) -> None:
        """Say that it is still open here; Held where another computer has taken it over."""

    def release(self) -> None:
        """Say that it is closed."""


class Office:
    """The stored reports and the press; to be used off the window's thread."""

    def __init__(
        self,
        place: DataPlace,
        store: "Callable[[], Store]",
        press: PressRoom,
        darkroom: Callable[[], Darkroom],
        hold: Callable[[], Holding],
    ) -> None:
        self.place = place
        self.places = gazetteer()
        self._read = read_settings(place)
        self._settings, self.settings_notice = self._read.settings, self._read.notice
        making = self._making = Lock()
        self._late_held = Late(hold, making)
        self._late_store = Late(store, making)
        self._late_darkroom = Late(darkroom, making)
        self._late_speller = Late(self._speller, making)
        self._late_checking = Late(self._checking, making)
        self._press = press

    @property
    def _store(self) -> "Store":
        self._late_held.get()
        return self._late_store.get()

    def with_store(self, work: "Callable[[Store], T]") -> T:
        """Return what `work` makes of the store."""
        return work(self._store)

    def without_store(self, work: Callable[[], T]) -> T:
        """Return what `work` comes to while nothing here has the database open.

        Nobody else gets it meanwhile; whoever needs it next opens what is there then.
        """
        self._late_held.get()
        self._close_store()
        return work()

    def renew(self) -> None:
        """Say, now and then, that the database is still open here, if it is.

        Held where another computer took it over while this one slept: nothing is stored here
        then until it is free again.
        """
        held = self._late_held.made()
        try:
            if held is not None:
                held.renew()
        except Held:
            self._let_go()
            raise

    def close(self) -> None:
        """Let go of the database and the press."""
        self._press.close()
        self._let_go()

    def _let_go(self) -> None:
        self._close_store()
        held = self._late_held.forget()
        if held is not None:
            held.release()

    def _close_store(self) -> None:
        store = self._late_store.forget()
        if store is not None:
            store.close()

    def darkroom(self) -> Darkroom:
        """Return the room where photos are made."""
        return self._late_darkroom.get()

    @property
    def settings(self) -> Settings:
        """What was chosen once and for all; also on the window's thread."""
        return self._settings

    def read_settings_again(self) -> None:
        """Read the settings, if they could not be read before; they count from now on."""
        if self._read.unread:
            self._read = read_settings(self.place)
            self._settings = self._read.settings

    def keep_settings(self, settings: Settings) -> None:
        """Keep the settings in place of those before; they count from now on.

        EnvironmentFault where those before could not be read: they are not to be lost.
        """
        if self._read.unread and self._read.notice is not None:
            raise EnvironmentFault(self._read.notice)
        write_settings(self.place, settings)
        before, self._settings = self._settings, settings
        if settings.paper != before.paper:
            self._late_checking = Late(self._checking, self._making)

    def _checking(self) -> Checking:
        return Checking(self._settings.paper.face)

    def check(self, report: Report) -> tuple[Problem, ...]:
        """Return what is wrong with a report, also which characters no face has."""
        return self._late_checking.get()(report)

    def keep_words(self, words: Iterable[str]) -> None:
        """Keep the office's own words in place of those before; they count from now on."""
        write_words(self.place, words)
        self._late_speller = Late(self._speller, self._making)

    def warm_up(self) -> None:
        """Let the press be loaded before anybody waits for it."""
        self._press.warm_up()

    def summaries(self) -> tuple[Summary, ...]:
        """Return the stored reports, newest fiscal year first."""
        return reports.list_reports(self._store)

    def summary(self, report_id: UUID) -> Summary | None:
        """Return what the list tells of one stored report; None where it is not stored."""
        return self._store.summary(report_id)

    def load(self, report_id: UUID) -> Package:
        """Return one report with its photos."""
        return reports.open_report(self._store, report_id)

    def load_draft(self, report_id: UUID) -> tuple[Draft, Mapping[str, bytes]]:
        """Return one report as it was left, and its files."""
        package = self.load(report_id)
        unread = as_unread(self._store.unread(report_id))
        return Draft(package.report, unread).fitting(), package.files

    def new(self) -> Package:
        """Return a new report, which is stored once something is typed in it."""
        return Package(reports.new_report(today(), self._settings), {})

    def save(
        self, report: Report, files: Mapping[str, bytes], unread: Mapping[Path, str] | None = None
    ) -> dt.datetime:
        """Store a report, and what is typed in it and cannot be read; on the disk on return."""
        return reports.save_report(self._store, report, files, unread)

    def known_words(self, known: Known, agency: Agency) -> tuple[str, ...]:
        """Return what a field may be meant to say; see `services.known`."""
        return self.with_store(lambda store: known_words(store, known, agency, self.places))

    def doubts(self, text: str) -> tuple[Doubt, ...]:
        """Return the words of a text that are probably misspelt."""
        return self._late_speller.get().doubts(text)

    def learn_word(self, word: str) -> None:
        """Take a word into the user's own, which are right."""
        self.keep_words((*read_words(self.place), word))

    def _speller(self) -> Speller:
        return speller(self.places, read_words(self.place))

    def delete(self, report_id: UUID) -> None:
        """Put a report into the bin."""
        self._store.delete(report_id)

    def restore(self, report_id: UUID) -> None:
        """Take a report out of the bin again."""
        self._store.restore(report_id)

    def take_in_sample(self) -> UUID:
        """Store the report that comes with the program, or take it out of the bin again."""
        path = paths.resource(*SAMPLE)
        sample = read_package(path).report.id
        if not self._store.holds(sample):
            return exchange.import_file(self._store, path)
        self.restore(sample)
        return sample

    def note_printed(self, report: Report) -> tuple[dt.datetime, bool]:
        """Remember that a report was printed just now; return when, and if it is stored just so."""
        now = dt.datetime.now().astimezone()
        return now, self._store.note_printed(report, now)

    def set_document(
        self, package: Package, unwanted: Event | None = None, *, tagged: bool = False
    ) -> Paper:
        """Set a report as a PDF, `tagged` where it is for more than to be looked at.

        GivenUp as soon as `unwanted` is set.
        """
        return self._press.set_document(package, unwanted, tagged=tagged)


def today() -> dt.date:
    """Return the day, where the computer stands."""
    return dt.datetime.now().astimezone().date()
