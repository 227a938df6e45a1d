"""Which automatic backups are kept: by day, week and month, and never by what the clock says now.

A period counts when a backup was made in it, so neither a long holiday nor a clock that jumps
removes the last good state.
"""

import datetime as dt
import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Self

_NAME = re.compile(
    r"suanruam-(\d{8}-\d{6})(?:-\d+)?-(auto|before-restore|before-merge|before-upgrade|text"
    r"|readable|auto-readable|before-upgrade-readable)\.zip"
)
_MOMENT = "%Y%m%d-%H%M%S"


class Reason(StrEnum):
    """Why a backup was made without being asked for."""

    CHANGE = "auto"
    RESTORE = "before-restore"
    MERGE = "before-merge"
    UPGRADE = "before-upgrade"  # of the database to a newer schema
    TEXT = "text"  # as "auto", without photos: older programs made it where one was damaged
    # But for photos that are damaged; reasons of their own, so that none that is whole has to go.
    CHANGE_READABLE = "auto-readable"
    MERGE_READABLE = "readable"
    UPGRADE_READABLE = "before-upgrade-readable"


ROUTINE: Final = frozenset({Reason.CHANGE, Reason.CHANGE_READABLE})
"""Those that are made by the clock."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """An automatic backup as its name tells it; `moment` is local time, without a zone."""

    moment: dt.datetime
    name: str
    reason: Reason

    @classmethod
    def read(cls, name: str) -> Self | None:
        """Return what a file's name tells, None where it is no automatic backup's."""
        found = _NAME.fullmatch(name)
        if not found:
            return None
        try:
            moment = dt.datetime.fromisoformat(found[1].replace("-", "T"))
        except ValueError:  # no such day
            return None
        return cls(moment, name, Reason(found[2]))


def name_of(moment: dt.datetime, reason: Reason, number: int = 1) -> str:
    """Return the name of a backup made at `moment`, the `number`th of that second."""
    more = f"-{number}" if number > 1 else ""
    return f"suanruam-{moment:{_MOMENT}}{more}-{reason}.zip"


def unused_name(folder: Path, reason: Reason, moment: dt.datetime) -> Path:
    """Return a path in `folder` for a backup made at `moment`, where nothing stands yet."""
    number = 1
    while (path := folder / name_of(moment, reason, number)).exists():
        number += 1
    return path


@dataclass(frozen=True, slots=True)
class Policy:
    """How many are kept: the latest, and the last of each of so many days, weeks and months.

    So it is of those that are whole, and of those without damaged photos.  `before` is how many of
    those made before each kind of act are kept.
    """

    latest: int = 5
    days: int = 14
    weeks: int = 8
    months: int = 24
    before: int = 5

    def kept(self, backups: Iterable[Named]) -> frozenset[Named]:
        """Return those of `backups` that are to stay; what is not returned may be removed."""
        newest_first = sorted(backups, reverse=True)
        kept: set[Named] = set()
        for reason in Reason:
            made = [one for one in newest_first if one.reason is reason]
            kept |= self._routine(made) if reason in ROUTINE else set(made[: max(1, self.before)])
        return frozenset(kept)

    def _routine(self, newest_first: Sequence[Named]) -> set[Named]:
        kept = set(newest_first[: max(1, self.latest)])
        for period, number in ((_day, self.days), (_week, self.weeks), (_month, self.months)):
            kept |= _last_of_each(newest_first, period, number)
        return kept


def _last_of_each(
    newest_first: Iterable[Named], period: Callable[[dt.datetime], Hashable], number: int
) -> set[Named]:
    last: dict[Hashable, Named] = {}
    for one in newest_first:
        last.setdefault(period(one.moment), one)
    return set(list(last.values())[:number])


def _day(moment: dt.datetime) -> Hashable:
    return moment.date()


def _week(moment: dt.datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: dt.datetime) -> Hashable:
    return moment.year, moment.month
