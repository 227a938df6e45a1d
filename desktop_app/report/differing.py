"""Two versions of a report compared field by field, and the version that a choice for each makes.

Activities are matched by what they are, not by their place, as offices add and move them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.report.checks import is_blank, key_path
from desktop_app.report.editing import value_at, with_value
from desktop_app.report.fields import ACTIVITY_SECTIONS, REPORT_SECTIONS, Field, Section
from desktop_app.report.location import Path
from desktop_app.report.sides import Both, Side, below
from desktop_app.report.values import Activity, Attachment, Photo, Report
from desktop_app.report.versions import Version, other_path
from desktop_app.thai.folding import fold


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
    What is typed within the field and cannot be read goes with the value; perhaps it differs alone.
    """

    path: Path
    field: Field | None
    ours: object
    theirs: object
    side: Side | None
    ours_unread: tuple[str, ...] = ()
    theirs_unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences of two versions, and how their activities belong together."""

    ours: Version
    theirs: Version
    pairs: tuple[Pair, ...]
    differences: tuple[Difference, ...]
    unread: Both = field(default_factory=Both)

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


def compare(
    ours: Version, theirs: Version, base: Report | None = None, unread: Both | None = None
) -> Comparison:
    """Return what differs; `base` is the last version that both stem from, where it is known.

    With it, what only one side changed is settled; without it, only what one side has and the
    other never entered.  `unread` is what stands in either version and cannot be read.
    """
    pairs, texts = _pairs(ours, theirs), unread or Both()
    differences = (
        *_of_fields(ours, theirs, base, texts),
        *_of_activities(ours, theirs, base, pairs, texts),
        *_of_order(ours.report, theirs.report, pairs),
    )
    return Comparison(ours, theirs, pairs, differences, texts)


def _of_fields(
    ours: Version, theirs: Version, base: Report | None, texts: Both
) -> Iterator[Difference]:
    for one in _REPORT_FIELDS:
        path = key_path((), one)
        mine, other = value_at(ours.report, path), value_at(theirs.report, path)
        both = texts.within(path, path)
        if mine != other or both.differ:
            was = None if base is None else (value_at(base, path),)
            side = both.settled(mine, other, _settled(mine, other, was))
            yield Difference(path, one, mine, other, side, *both.said)


def _of_activities(
    ours: Version, theirs: Version, base: Report | None, pairs: Sequence[Pair], texts: Both
) -> Iterator[Difference]:
    old = _Old(ours.report, theirs.report, base)
    for number, pair in enumerate(pairs):
        path = ("activities", number)
        if pair.ours is None or pair.theirs is None:
            yield _one_sided(path, ours.report, theirs.report, pair, old, texts)
        else:
            mine, other = ours.report.activities[pair.ours], theirs.report.activities[pair.theirs]
            before = old.activity(pair)
            for one in _ACTIVITY_FIELDS:
                values = _value(mine, one), _value(other, one)
                both = texts.within(
                    key_path(("activities", pair.ours), one),
                    key_path(("activities", pair.theirs), one),
                )
                same = values[0] == values[1]
                other_bytes = same and _other_bytes(ours, theirs, values[0])
                if not same or other_bytes or both.differ:
                    was = None if before is None else (_value(before, one),)
                    settled = both.settled(*values, _settled(*values, was))
                    side = None if other_bytes else settled
                    yield Difference(key_path(path, one), one, *values, side, *both.said)


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


def _one_sided(
    path: Path, ours: Report, theirs: Report, pair: Pair, old: _Old, texts: Both
) -> Difference:
    mine = None if pair.ours is None else ours.activities[pair.ours]
    other = None if pair.theirs is None else theirs.activities[pair.theirs]
    holder, lacking = (Side.OURS, Side.THEIRS) if mine else (Side.THEIRS, Side.OURS)
    before, both = old.activity(pair), texts.within(*(_at(one) for one in (pair.ours, pair.theirs)))
    side: Side | None = holder  # added here or there: nothing is lost by keeping it
    if before is not None:  # the other side removed it
        side = lacking if before == (mine or other) and not both.differ else None
    return Difference(path, None, mine, other, side, *both.said)


def _at(index: int | None) -> Path:
    return (*_ORDER, -1 if index is None else index)


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
    return _Resolution(comparison, _taken(comparison, choices)).result()


def resolved_unread(comparison: Comparison, choices: Choices) -> dict[Path, str]:
    """Return what cannot be read in the report that the choices make; raises as `resolved` does."""
    return _Resolution(comparison, _taken(comparison, choices)).unread()


def _taken(comparison: Comparison, choices: Choices) -> set[Path]:
    sides = {one.path: choices.get(one.path, one.side) for one in comparison.differences}
    if missing := [path for path, side in sides.items() if side is None]:
        raise ValueError(f"nobody has chosen in {missing}")
    return {path for path, side in sides.items() if side is Side.THEIRS}


class _Resolution:
    def __init__(self, comparison: Comparison, taken: set[Path]) -> None:
        self._one = comparison
        self._taken = taken
        self._brought: dict[str, str] = {}

    def result(self) -> tuple[Report, Mapping[str, str]]:
        report = self._one.ours.report
        for one in _REPORT_FIELDS:
            path = key_path((), one)
            if path in self._taken:
                report = with_value(report, path, value_at(self._one.theirs.report, path))
        numbered = {pair: number for number, pair in enumerate(self._one.pairs)}
        made = (self._activity(numbered[pair], pair) for pair in self._in_order())
        activities = tuple(activity for activity in made if activity is not None)
        return with_value(report, _ORDER, activities), self._brought

    def unread(self) -> dict[Path, str]:
        """Return the texts of either side that go with what is taken of it."""
        texts = self._one.unread
        sides = ((Side.OURS, texts.ours), (Side.THEIRS, texts.theirs))
        found = {
            at: text
            for side, own in sides
            for at, text in own.items()
            if at[:1] != _ORDER and self._side(at) is side
        }
        numbered = {pair: number for number, pair in enumerate(self._one.pairs)}
        kept = [pair for pair in self._in_order() if self._is_kept(numbered[pair], pair)]
        for place, pair in enumerate(kept):
            for (side, own), index in zip(sides, (pair.ours, pair.theirs), strict=True):
                for rest, text in below(own, _at(index)).items():
                    if self._side((*_ORDER, numbered[pair], *rest)) is side:
                        found[(*_ORDER, place, *rest)] = text
        return found

    def _side(self, path: Path) -> Side:
        """Return whose value stands at a path; where both say the same, ours does as well."""
        taken = any(path[: len(one)] == one for one in self._taken if one != _ORDER)
        return Side.THEIRS if taken else Side.OURS

    def _is_kept(self, number: int, pair: Pair) -> bool:
        whole = pair.ours is not None and pair.theirs is not None
        return whole or ((*_ORDER, number) in self._taken) != (pair.theirs is None)

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
            if not self._is_kept(number, pair):
                return None
            if pair.ours is not None:
                return ours[pair.ours]
            return self._brought_in(theirs[pair.theirs or 0])
        activity = ours[pair.ours]
        other = self._brought_in(theirs[pair.theirs], path)
        for one in _ACTIVITY_FIELDS:
            if key_path(path, one) in self._taken:
                activity = _with(activity, one, _value(other, one))
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
