"""Which activities of a report a save changes: found quickly, as most saves change one letter."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from desktop_app.report.values import Activity, Report
from desktop_app.storage.stored import Stored


@dataclass(frozen=True, slots=True)
class Placed:
    """An activity and its place in the report, from 0."""

    ordinal: int
    activity: Activity


@dataclass(frozen=True, slots=True)
class Touched:
    """An activity that moved, was edited, or is new; then `was` is None.

    `edited` tells whether more than its place changed.
    """

    key: UUID
    was: Placed | None
    now: Placed
    edited: bool = True


@dataclass(frozen=True, slots=True)
class Changes:
    """The key of every activity as it is now, and those that are other than before."""

    keys: tuple[UUID, ...]
    touched: tuple[Touched, ...]
    gone: tuple[UUID, ...] = ()


def changes(before: Stored | None, report: Report) -> Changes:
    """Return how the activities differ from what is stored."""
    if before is None:
        keys = tuple(uuid4() for _ in report.activities)
        placed = _by_key(keys, report.activities).items()
        return Changes(keys, tuple(Touched(key, None, now) for key, now in placed))
    old, new = before.report.activities, report.activities
    if len(old) == len(new):
        pairs = enumerate(zip(old, new, strict=True))
        differing = [n for n, (was, now) in pairs if was is not now and was != now]
        if len(differing) < 2:
            keys = before.activity_keys
            touched = (Touched(keys[n], Placed(n, old[n]), Placed(n, new[n])) for n in differing)
            return Changes(keys, tuple(touched))
    return _compared(before, report)


def _compared(before: Stored, report: Report) -> Changes:
    keys = _keys(before, report.activities)
    old = _by_key(before.activity_keys, before.report.activities)
    new = _by_key(keys, report.activities)
    touched = (_touched(key, old.get(key), now) for key, now in new.items() if old.get(key) != now)
    return Changes(keys, tuple(touched), tuple(key for key in old if key not in new))


def _touched(key: UUID, was: Placed | None, now: Placed) -> Touched:
    return Touched(key, was, now, was is None or was.activity != now.activity)


def _by_key(keys: Sequence[UUID], activities: Sequence[Activity]) -> dict[UUID, Placed]:
    pairs = zip(keys, activities, strict=True)
    return {key: Placed(n, activity) for n, (key, activity) in enumerate(pairs)}


def _keys(before: Stored, activities: Sequence[Activity]) -> tuple[UUID, ...]:
    """Return a key for each activity: the one that it had, also where it moved or was edited."""
    old = list(zip(before.activity_keys, before.report.activities, strict=True))
    keys: dict[int, UUID] = {
        n: key
        for n, ((key, was), now) in enumerate(zip(old, activities, strict=False))
        if was is now or was == now
    }
    moved = defaultdict(list)
    for n, (key, activity) in enumerate(old):
        if n not in keys:
            moved[activity].append(key)
    for n, activity in enumerate(activities):
        if n not in keys and moved.get(activity):
            keys[n] = moved[activity].pop(0)
    taken = set(keys.values())
    for n, (key, _) in enumerate(old[: len(activities)]):
        if n not in keys and key not in taken:
            keys[n] = key
    return tuple(keys.get(n) or uuid4() for n in range(len(activities)))
