"""Two versions of a report compared field by field, and the version that a choice for each makes.

Activities are matched by what they are, not by their place, as offices add and move them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from desktop_app.report.checks import is_blank, key_path
from desktop_app.report.editing import value_at, with_value
from desktop_app.report.fields import ACTIVITY_SECTIONS, REPORT_SECTIONS, Field, Section
from desktop_app.report.location import Path
from desktop_app.report.values import Activity, Attachment, Photo, Report
from desktop_app.report.versions import Version, other_path
from desktop_app.thai.folding import fold


class Side(Enum):
    """Whose value is taken."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Pair:
    """One activity in either version, by its index there; None where a version lacks it."""

    ours: int | None
    theirs: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which two versions differ; in `path` an activity's index is that of its pair.

    `field` is None for a whole activity that only one version has, and for the activities' order.
    `side` is whose value is taken unless somebody chooses; None: somebody has to.
    """

    path: Path
    field: Field | None
    ours: object
    theirs: object
    side: Side | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences of two versions, and how their activities belong together."""

    ours: Version
    theirs: Version
    pairs: tuple[Pair, ...]
    differences: tuple[Difference, ...]

    @property
    def undecided(self) -> tuple[Difference, ...]:
        """The differences that somebody has to choose in."""
        return tuple(one for one in self.differences if one.side is None)


_ORDER: Path = ("activities",)


def _fields(sections: Sequence[Section]) -> tuple[Field, ...]:
    """Return each field once: when and where an activity was share the list of its sessions."""
    every = (field for section in sections for field in section.fields)
    return tuple({field.key: field for field in every}.values())


_REPORT_FIELDS = _fields(REPORT_SECTIONS)
_ACTIVITY_FIELDS = _fields(ACTIVITY_SECTIONS)


def compare(ours: Version, theirs: Version, base: Report | None = None) -> Comparison:
    """Return what differs; `base` is the last version that both stem from, where it is known.

    With it, what only one side changed is settled; without it, only what one side has and the
    other never entered.
    """
    pairs = _pairs(ours, theirs)
    differences = (
        *_of_fields(ours, theirs, base),
        *_of_activities(ours, theirs, base, pairs),
        *_of_order(ours.report, theirs.report, pairs),
    )
    return Comparison(ours, theirs, pairs, differences)


def _of_fields(ours: Version, theirs: Version, base: Report | None) -> Iterator[Difference]:
    for field in _REPORT_FIELDS:
        path = key_path((), field)
        mine, other = value_at(ours.report, path), value_at(theirs.report, path)
        if mine != other:
            was = None if base is None else (value_at(base, path),)
            yield Difference(path, field, mine, other, _settled(mine, other, was))


def _of_activities(
    ours: Version, theirs: Version, base: Report | None, pairs: Sequence[Pair]
) -> Iterator[Difference]:
    old = _Old(ours.report, theirs.report, base)
    for number, pair in enumerate(pairs):
        path = ("activities", number)
        if pair.ours is None or pair.theirs is None:
            yield _one_sided(path, ours.report, theirs.report, pair, old)
        else:
            mine, other = ours.report.activities[pair.ours], theirs.report.activities[pair.theirs]
            before = old.activity(pair)
            for field in _ACTIVITY_FIELDS:
                values = _value(mine, field), _value(other, field)
                if values[0] != values[1] or _other_bytes(ours, theirs, values[0]):
                    was = None if before is None else (_value(before, field),)
                    side = _settled(*values, was) if values[0] != values[1] else None
                    yield Difference(key_path(path, field), field, *values, side)


class _Old:
    """What the activities were in the version that both stem from."""

    def __init__(self, ours: Report, theirs: Report, base: Report | None) -> None:
        self._base = base
        activities = base.activities if base else ()
        self._ours = dict(_matched(ours.activities, activities))
        self._theirs = dict(_matched(theirs.activities, activities))

    def activity(self, pair: Pair) -> Activity | None:
        """Return what an activity was, or None where it was not there."""
        at = None
        if pair.ours is not None:
            at = self._ours.get(pair.ours)
        elif pair.theirs is not None:
            at = self._theirs.get(pair.theirs)
        return None if self._base is None or at is None else self._base.activities[at]


def _one_sided(path: Path, ours: Report, theirs: Report, pair: Pair, old: _Old) -> Difference:
    mine = None if pair.ours is None else ours.activities[pair.ours]
    other = None if pair.theirs is None else theirs.activities[pair.theirs]
    holder, lacking = (Side.OURS, Side.THEIRS) if mine else (Side.THEIRS, Side.OURS)
    before = old.activity(pair)
    side: Side | None = holder  # added here or there: nothing is lost by keeping it
    if before is not None:  # the other side removed it
        side = lacking if before == (mine or other) else None
    return Difference(path, None, mine, other, side)


def _of_order(ours: Report, theirs: Report, pairs: Sequence[Pair]) -> Iterator[Difference]:
    both = [pair for pair in pairs if pair.ours is not None and pair.theirs is not None]
    theirs_at = [pair.theirs for pair in both if pair.theirs is not None]
    if theirs_at != sorted(theirs_at):
        yield Difference(
            _ORDER,
            None,
            tuple(activity.name for activity in ours.activities),
            tuple(activity.name for activity in theirs.activities),
            Side.OURS,
        )


def _settled(mine: object, other: object, was: tuple[object] | None) -> Side | None:
    if was is not None:
        if mine == was[0]:
            return Side.THEIRS
        return Side.OURS if other == was[0] else None
    if is_blank(mine):
        return Side.THEIRS
    return Side.OURS if is_blank(other) else None


def _value(activity: Activity, field: Field) -> object:
    found: object = activity
    for key in field.key.split("."):
        found = getattr(found, key)
    return found


def _other_bytes(ours: Version, theirs: Version, value: object) -> bool:
    """Tell whether a list of files, the same in both, has other bytes behind a path."""
    filed = value if isinstance(value, tuple) else ()
    paths = [one.file for one in filed if isinstance(one, Photo | Attachment)]
    return any(ours.digests[path] != theirs.digests[path] for path in paths)


def _pairs(ours: Version, theirs: Version) -> tuple[Pair, ...]:
    """Return all activities: ours in our order, each of theirs after what it follows there."""
    matched = dict(_matched(ours.report.activities, theirs.report.activities))
    mine = [Pair(n, matched.get(n)) for n in range(len(ours.report.activities))]
    by_theirs = {pair.theirs: pair for pair in mine if pair.theirs is not None}
    other = [by_theirs.get(n) or Pair(None, n) for n in range(len(theirs.report.activities))]
    return tuple(_woven(mine, other))


def _woven(first: Sequence[Pair], second: Sequence[Pair]) -> list[Pair]:
    """Return `first` with what only `second` has put in after what it follows there."""
    woven, previous = list(first), -1
    for pair in second:
        if pair in woven:
            previous = woven.index(pair)
        else:
            previous += 1
            woven.insert(previous, pair)
    return woven


def _matched(first: Sequence[Activity], second: Sequence[Activity]) -> Iterator[tuple[int, int]]:
    """Yield the indices of activities that are the same: wholly, by name, or by what is in them."""
    left, right = dict(enumerate(first)), dict(enumerate(second))
    for alike in (_is_same, _has_same_name, _shares_something):
        for n, one in list(left.items()):
            found = next((m for m, other in right.items() if alike(one, other)), None)
            if found is not None:
                yield n, found
                del left[n], right[found]


def _is_same(one: Activity, other: Activity) -> bool:
    return one == other


def _has_same_name(one: Activity, other: Activity) -> bool:
    return not is_blank(one.name) and fold(one.name or "") == fold(other.name or "")


def _shares_something(one: Activity, other: Activity) -> bool:
    long = ("sessions", "issues", "results", "improvements", "photos")
    return any(
        getattr(one, key) == getattr(other, key) and not is_blank(getattr(one, key)) for key in long
    )


Choices = Mapping[Path, Side]
"""Whose value is taken, by the path of a difference."""


def resolved(comparison: Comparison, choices: Choices) -> tuple[Report, Mapping[str, str]]:
    """Return the report that the choices make, and the files to take from theirs.

    Those are named by their path in the result, with their path in theirs: a photo of theirs whose
    path is another photo's in ours gets a new one.  ValueError where a choice is missing.
    """
    sides = {one.path: choices.get(one.path, one.side) for one in comparison.differences}
    if missing := [path for path, side in sides.items() if side is None]:
        raise ValueError(f"nobody has chosen in {missing}")
    taken = {path for path, side in sides.items() if side is Side.THEIRS}
    return _Resolution(comparison, taken).result()


class _Resolution:
    def __init__(self, comparison: Comparison, taken: set[Path]) -> None:
        self._one = comparison
        self._taken = taken
        self._brought: dict[str, str] = {}

    def result(self) -> tuple[Report, Mapping[str, str]]:
        report = self._one.ours.report
        for field in _REPORT_FIELDS:
            path = key_path((), field)
            if path in self._taken:
                report = with_value(report, path, value_at(self._one.theirs.report, path))
        numbered = {pair: number for number, pair in enumerate(self._one.pairs)}
        made = (self._activity(numbered[pair], pair) for pair in self._in_order())
        activities = tuple(activity for activity in made if activity is not None)
        return with_value(report, _ORDER, activities), self._brought

    def _in_order(self) -> Sequence[Pair]:
        pairs = self._one.pairs
        if _ORDER not in self._taken:
            return pairs
        theirs = sorted(
            (pair for pair in pairs if pair.theirs is not None), key=lambda pair: pair.theirs or 0
        )
        return _woven(theirs, [pair for pair in pairs if pair.ours is not None])

    def _activity(self, number: int, pair: Pair) -> Activity | None:
        path = ("activities", number)
        ours, theirs = self._one.ours.report.activities, self._one.theirs.report.activities
        if pair.ours is None or pair.theirs is None:
            if (path in self._taken) == (pair.theirs is None):
                return None
            if pair.ours is not None:
                return ours[pair.ours]
            return self._brought_in(theirs[pair.theirs or 0])
        activity = ours[pair.ours]
        other = self._brought_in(theirs[pair.theirs], path)
        for field in _ACTIVITY_FIELDS:
            if key_path(path, field) in self._taken:
                activity = _with(activity, field, _value(other, field))
        return activity

    def _brought_in(self, activity: Activity, path: Path | None = None) -> Activity:
        """Return an activity of theirs whose files have paths that are free in ours."""
        changes = {
            key: tuple(self._filed(one) for one in getattr(activity, key))
            for key in ("photos", "attachments")
            if path is None or (*path, key) in self._taken
        }
        return activity.model_copy(update=changes)

    def _filed(self, filed: Photo | Attachment) -> Photo | Attachment:
        ours, theirs = self._one.ours.digests, self._one.theirs.digests
        name = filed.file
        digest = theirs[name]
        if ours.get(name, digest) != digest:
            name = other_path(name, digest)
        if ours.get(name) != digest:
            self._brought[name] = filed.file
        return filed.model_copy(update={"file": name})


def _with(activity: Activity, field: Field, value: object) -> Activity:
    key, *inner = field.key.split(".")
    if inner:
        owner = getattr(activity, key)
        value = owner.model_copy(update={inner[0]: value})
    return activity.model_copy(update={key: value})
