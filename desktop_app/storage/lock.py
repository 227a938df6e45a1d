"""One program at a time: who has the database open, on which computer.

Two signs are kept beside the database.  A lock of the operating system, on an empty file of its
own, goes with the process however that ends; network drives mostly carry it to other computers.
A record says who the holder is, and is renewed while it lives: where a drive carries no locks,
a record that is still being renewed shows that another computer is at work.
"""

import datetime as dt
import getpass
import json
import os
import platform
import sqlite3
import time
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self
from uuid import uuid4

from desktop_app.errors import InUse, Said
from desktop_app.report.moments import moment_text
from desktop_app.storage import sqlite
from desktop_app.whole_file import make_folder, write_faults, write_whole

RENEWED_EVERY: Final = 30.0
"""Seconds between two calls of `DatabaseLock.renew`."""

_FORGOTTEN_AFTER = 4 * RENEWED_EVERY
_MOST_RECORD_BYTES = 10_000
_WAIT = 0.05  # seconds for a holder to write its record
_WAITS = 10


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a database open; `since` is ISO 8601 with its zone, by that computer's clock."""

    machine: str
    person: str
    process: int
    since: str
    token: str

    @classmethod
    def this_process(cls) -> Self:
        """Return what to write into the record."""
        now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
        return cls(platform.node() or "?", _person(), os.getpid(), now, uuid4().hex)

    @property
    def is_here(self) -> bool:
        """Tell whether the holder runs on this computer."""
        return self.machine == (platform.node() or "?")


class Held(InUse):
    """Somebody else has the database open; not that a file of it is busy for a moment."""


class HeldElsewhere(Held):
    """Another computer has the database open; `holder` says which, None where it is unknown."""

    def __init__(self, database: Path, holder: Holder | None) -> None:
        self.holder = holder
        who = Said("เครื่องอื่น", "another computer")
        if holder:
            since = _since(holder)
            who = Said(
                f"เครื่อง {holder.machine} (ผู้ใช้ {holder.person}{since.th})",
                f"the computer {holder.machine} (user {holder.person}{since.en})",
            )
        super().__init__(
            Said(
                f"{who.th} กำลังเปิดฐานข้อมูล {database} อยู่ จึงไม่ได้เปิดซ้ำ ข้อมูลอยู่ครบ "
                "โปรดปิดโปรแกรมที่เครื่องนั้นก่อน หากเครื่องนั้นปิดไปแล้ว โปรดรอ 2 นาทีแล้วลองอีกครั้ง จะเปิดที่เครื่องนี้ได้",
                f"{who.en} has the database {database} open, so it was not opened here; all data "
                "is safe. Close the program there first; if that computer is off already, try "
                "again in two minutes, and it opens here",
            )
        )


def _since(holder: Holder) -> Said:
    try:
        since = moment_text(dt.datetime.fromisoformat(holder.since))
    except (ValueError, OverflowError):
        return Said("", "")
    return Said(f" ตั้งแต่ {since.th}", f", since {since.en}")


class HeldHere(Held):
    """Another process of this computer has the database open."""

    def __init__(self, database: Path, holder: Holder | None) -> None:
        self.holder = holder
        super().__init__(
            Said(
                f"โปรแกรมส่วนร่วมเปิดฐานข้อมูล {database} อยู่แล้วในเครื่องนี้ โปรดปิดหน้าต่างโปรแกรมก่อน ข้อมูลอยู่ครบ",
                f"Suanruam has the database {database} open on this computer already; close its "
                "window first. All data is safe",
            )
        )


class DatabaseLock:
    """That this process has the database open; `take` one, keep it, and `release` it."""

    def __init__(self, database: Path, holder: Holder, held: sqlite3.Connection) -> None:
        self._database, self._held = database, held
        self.holder = holder

    @classmethod
    def take(cls, database: Path) -> Self:
        """Say that this process opens `database`, which need not be there yet.

        Raises HeldHere or HeldElsewhere where somebody else has it open, EnvironmentFault where
        the machine refuses.
        """
        me = Holder.this_process()
        with write_faults(database):
            make_folder(database.parent)
        held = _locked(database)
        if held is None:
            raise _held(database, _awaited_record(database))
        try:
            _demand_nobody_elsewhere(database)
            _write_record(database, me)
        except BaseException:
            held.close()
            raise
        return cls(database, me, held)

    def renew(self) -> None:
        """Say that this process still has it open; to be called every RENEWED_EVERY seconds.

        Raises HeldElsewhere where another computer has taken it over meanwhile, as it may once
        this one has slept for long: then nothing more may be saved here.
        """
        there = _record(self._database)
        if there and there.token != self.holder.token:
            raise _held(self._database, there)
        _write_record(self._database, self.holder)

    def release(self) -> None:
        """Say that the database is closed; it is, also where EnvironmentFault says otherwise."""
        try:
            there = _record(self._database)
            if there and there.token == self.holder.token:
                with write_faults(self._database):
                    _record_path(self._database).unlink(missing_ok=True)
        finally:
            self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def demand_not_elsewhere(database: Path) -> None:
    """Raise HeldElsewhere where another computer has `database` open; leaves nothing behind."""
    there = _record(database)
    if there is None or there.is_here:
        return
    held = _locked(database)
    if held is None:
        raise HeldElsewhere(database, there)
    with closing(held):
        _demand_nobody_elsewhere(database)


def _demand_nobody_elsewhere(database: Path) -> None:
    """Judge a record that was left although the lock is free: dead, or the drive has no locks."""
    there = _record(database)
    if there and not there.is_here and _age(database) < _FORGOTTEN_AFTER:
        raise HeldElsewhere(database, there)


def _held(database: Path, holder: Holder | None) -> Held:
    if holder and not holder.is_here:
        return HeldElsewhere(database, holder)
    return HeldHere(database, holder)


def _locked(database: Path) -> sqlite3.Connection | None:
    """Return what holds the lock, None where another process does."""
    path = database.with_name(f"{database.name}.open")
    with sqlite.database_faults(path):
        connection = sqlite.connect(path, "rwc")
        try:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                return None
            raise
    return connection


def _record_path(database: Path) -> Path:
    return database.with_name(f"{database.name}.open.json")


def _record(database: Path) -> Holder | None:
    """Return who the record says has it open; a record that cannot be read says nothing."""
    try:
        with _record_path(database).open("rb") as file:
            found = json.loads(file.read(_MOST_RECORD_BYTES))
        return Holder(
            str(found["machine"])[:100],
            str(found["person"])[:100],
            int(found["process"]),
            str(found["since"])[:100],
            str(found["token"])[:100],
        )
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _awaited_record(database: Path) -> Holder | None:
    for _ in range(_WAITS):
        if found := _record(database):
            return found
        time.sleep(_WAIT)
    return None


def _write_record(database: Path, holder: Holder) -> None:
    write_whole(_record_path(database), json.dumps(asdict(holder), ensure_ascii=False).encode())


def _age(database: Path) -> float:
    """Return the seconds since the record was renewed, by the clock of the drive that holds it.

    The clocks of two computers differ, and either may be wrong.
    """
    probe = database.with_name(f".suanruam-{uuid4().hex}.tmp")
    with write_faults(database):
        try:
            probe.touch()
            return probe.stat().st_mtime - _record_path(database).stat().st_mtime
        finally:
            probe.unlink(missing_ok=True)


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system that names nobody
        return "?"
