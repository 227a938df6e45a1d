"""What keeps the data safe without being asked: the lock renewed, backups made, risks told once."""

import datetime as dt
from concurrent.futures import wait
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from desktop_app.errors import Fault, Said
from desktop_app.services.automatic_backups import Automatic, back_up_if_changed
from desktop_app.services.clock import clock_fault
from desktop_app.services.holding import RENEWED_EVERY, Held
from desktop_app.services.places import risks_of
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.language import words
from desktop_app.ui.look.notice import About, Act, Kind
from desktop_app.ui.running.job import Job
from desktop_app.ui.running.renewal import Renewal

if TYPE_CHECKING:
    from desktop_app.storage.summary import Summary

MINUTE = 60_000
"""Milliseconds between two looks at whether a backup is due."""

PATIENCE = 0.3
"""Seconds that closing may take for a backup before it shows."""

_WARNED = "data/warned"
CUT_SHORT: Final = "data/cut_short"
"""Where a backup that somebody asked for goes, as long as it is being made."""

_NOT_BACKED_UP = "data/not_backed_up"  # why there is no backup of what the last run left

_State = tuple[int, int]


class Keeping(QObject):
    """Lives as long as the window; what it has to say, it says calmly and once."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.window)
        self._bench = bench
        self._said: set[Said] = set()
        self._kept: _State | None = None  # what the database was when it was last backed up
        self._minutes = 0
        self._first = True  # what another run left without a backup is found at the first look
        self._owes = False  # whether the second folder has not got the latest backup yet
        self._running: Job | None = None
        self._closing = False  # whether the window closes once the one that runs has ended
        self._last = False  # whether the one that runs, or ran, is meant to be the last
        self._tried = False  # whether the window, closing at this moment, has had the last one
        self._given_up = False  # whether it needs no other, whatever has changed since
        self._renewal = Renewal(bench.office.renew, RENEWED_EVERY, self)
        self._renewal.failed.connect(self._say_taken)
        self._renewal.begin()
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    @property
    def has_begun(self) -> bool:
        """Whether the database is watched already."""
        return self._kept is not None

    def begin(self, summaries: "tuple[Summary, ...]") -> None:
        """Begin to watch, the database being open; tell what is risky about it."""
        if self._kept is None:
            self._kept = self._state()
            self._bench.tasks.read(self, self._risks, self._warn)
            self._look_at_clock(summaries)
            self._say_of_last_run()

    def _say_of_last_run(self) -> None:
        """Say, once, what nobody saw as the window closed: that there was no backup, and why."""
        window = self._bench.window
        why = window.remembered(_NOT_BACKED_UP)
        if why:
            window.remember(_NOT_BACKED_UP, "")
            said = self.tr(
                "ปิดโปรแกรมครั้งก่อนแล้วสำรองข้อมูลไม่สำเร็จ: {why}\n"
                "รายงานทุกฉบับบันทึกไว้ครบ โปรแกรมจะลองสำรองให้อีกครั้งเอง"
            )
            self._caution(said.format(why=why))
        path = window.remembered(CUT_SHORT)
        if path:
            window.remember(CUT_SHORT, "")
            said = self.tr(
                "การสำรองข้อมูลไปที่ {path} ยังไม่เสร็จเมื่อโปรแกรมปิดครั้งก่อน จึงไม่มีไฟล์นั้น โปรดสำรองอีกครั้ง"
            )
            self._caution(said.format(path=path))

    def _state(self) -> _State:
        try:
            found = self._bench.office.place.database.stat()
        except OSError:
            return (0, 0)
        return found.st_mtime_ns, found.st_size

    def _risks(self) -> tuple[Said, ...]:
        return risks_of(self._bench.office.place.root)

    def _warn(self, risks: tuple[Said, ...]) -> None:
        said = "\n".join(words(risk) for risk in risks)
        window = self._bench.window
        if said and window.remembered(_WARNED) != said:
            forget = partial(window.remember, _WARNED, said)
            self._caution(said, Act(self.tr("ไม่ต้องเตือนอีก"), forget))

    def _look_at_clock(self, summaries: "tuple[Summary, ...]") -> None:
        latest = max((one.edited for one in summaries), default=None)
        fault = clock_fault(now(), latest) if latest else None
        if fault is not None:
            self._say_once(fault.said)

    def _say_once(self, said: Said) -> None:
        if said not in self._said:
            self._said.add(said)
            self._caution(words(said))

    def _caution(self, said: str, *acts: Act) -> None:
        self._bench.window.messages.show_notice(said, acts, kind=Kind.CAUTION, lasting=True)

    def renew(self) -> None:
        """Say at once, and not only now and then, that the database is still open here."""
        self._renewal.ask()

    def put_away(self) -> None:
        """Say no more that the database is open here, and back it up no more."""
        self._clock.stop()
        self._renewal.stop()

    def _say_taken(self, fault: Fault) -> None:
        """Say that another computer has the data now; a folder that is away says so at a save."""
        if isinstance(fault, Held):
            self._bench.window.messages.say_fault(fault, about=About.PROGRAM)

    @property
    def is_busy(self) -> bool:
        """Whether a backup is being made."""
        return self._running is not None

    def look(self) -> None:
        """Back up if it is time to and something has changed; for the clock, every minute."""
        self._minutes += 1
        every = self._bench.office.settings.backup_minutes
        due = self._first or (every and self._minutes >= every)
        if due and self._kept is not None and self._running is None:
            self._minutes = 0
            if self._first or self._is_due():
                self._first = False
                self._start(self.tr("กำลังสำรองข้อมูลอัตโนมัติ…"))

    def _is_due(self) -> bool:
        owes = self._owes and not self._tried
        return self._kept is not None and (owes or self._state() != self._kept)

    def _start(self, name: str, *, stop: str = "") -> Job:
        state, self._last = self._state(), bool(stop)
        job = self._running = self._bench.window.jobs.begin(name, stop=stop)
        office = self._bench.office
        work = partial(
            back_up_if_changed,
            office.place,
            office.settings.second_folder,
            now=now(),
            progress=job.progress,
        )
        then = job.ending(partial(self._note, state))
        self._future = self._bench.tasks.aside(self, work, then, job.ending(self._say_failed))
        return job

    def _note(self, state: _State, done: Automatic) -> None:
        stopped = self._has_stopped()
        self._running, self._kept = None, state
        self._owes = bool(done.notices) and self._bench.office.settings.second_folder is not None
        for notice in done.notices:
            self._say_once(notice)
        self._go_on_closing(given_up=self._last and stopped)

    def _say_failed(self, fault: Fault) -> None:
        """Say why there is no backup, unless somebody stopped it; the next look tries again."""
        stopped = self._has_stopped()
        self._running = None
        if self._closing:
            if self._last and not stopped:
                self._leave_word(fault)
            self._go_on_closing(given_up=self._last)
        elif not stopped:
            self._say_once(fault.said)

    def _leave_word(self, fault: Fault) -> None:
        """Leave word for the next run of why there is no backup."""
        self._bench.window.remember(_NOT_BACKED_UP, words(fault.said))

    def _has_stopped(self) -> bool:
        return self._running is not None and self._running.is_stopped

    def _go_on_closing(self, *, given_up: bool) -> None:
        """Close the window, if that is wanted still."""
        if self._closing:
            self._closing, self._tried, self._given_up = False, self._last, given_up
            self._bench.window.close()
            self._tried = self._given_up = False

    def stay(self) -> None:
        """Forget that the window was to close: something else keeps it open."""
        self._closing = False

    def may_close(self) -> bool:
        """Tell whether the window may close; if not yet, it closes once what changed is backed up.

        What changes while the last backup is made is in another, unless somebody wants none.
        """
        if self._given_up or is_shutting_down() or not self._is_due():
            return True
        self._closing = True
        if self._running is not None:  # perhaps by the clock: what changed since is not in it
            self._bench.window.jobs.show_now(self._running)
            return False
        job = self._start(self.tr("กำลังสำรองข้อมูลก่อนปิด…"), stop=self.tr("ปิดเลย"))
        if wait([self._future], PATIENCE).done:
            fault = self._future.exception()
            if isinstance(fault, Fault):
                self._leave_word(fault)
            return True
        self._bench.window.jobs.show_now(job)
        return False


def now() -> dt.datetime:
    """Return the time by the computer's clock, with its zone."""
    return dt.datetime.now().astimezone()


def is_shutting_down() -> bool:
    """Tell whether the computer is about to be switched off, which waits for nobody."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
