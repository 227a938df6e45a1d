"""The merge plan: what is to become of reports that came from elsewhere, before anything is done.

A report is new, the same as what is here (or older), newer, or in conflict.  Only what proves to
be later takes the place of what is here; all else is for somebody to choose, field by field.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from desktop_app.report.differing import (
    Choices,
    Comparison,
    compare,
    resolved,
    resolved_unread,
)
from desktop_app.report.later_words import are_in_doubt, compared, has_all, kept
from desktop_app.report.location import Path
from desktop_app.report.package import file_paths
from desktop_app.report.sides import Both
from desktop_app.report.values import Report
from desktop_app.report.versions import (
    Lineage,
    Order,
    Version,
    equal,
    fingerprint,
    order,
    united,
)


class Outcome(StrEnum):
    """What is to become of one report that came."""

    NEW = "new"
    SAME = "same"  # nothing in it that is not here already
    NEWER = "newer"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report came from; `made` is when the file says that it was made, if it does."""

    office: str
    file: str
    made: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """The line of edits that a version stands at the end of, in the database that made them.

    `at` returns what the report was at the edit of a number; None where nobody remembers.
    """

    database: UUID
    at: Callable[[int], Version | None]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A version that came, with the bytes of its files.

    `known` tells that just this was here before, word for word; `base` is the last version that it and what is
    here stem from, where that is known.  `unread` is what was typed in it and cannot be read as a
    value; None where what it came in does not say.
    """

    version: Version
    source: Source
    files: Mapping[str, bytes] = field(default_factory=dict)
    known: bool = False
    base: Report | None = None
    unread: Mapping[Path, str] | None = None
    line: Line | None = field(default=None, compare=False)

    @property
    def id(self) -> UUID:
        """Which report this is a version of."""
        return self.version.report.id

    @property
    def digest(self) -> str:
        """The fingerprint, and behind it a digest of what cannot be read, where there is such."""
        content = fingerprint(self.version)
        texts = sorted((self.unread or {}).items(), key=repr)
        return content + hashlib.sha256(repr(texts).encode()).hexdigest() if texts else content


@dataclass(frozen=True, slots=True)
class Held:
    """A version that is stored here, perhaps in the recycle bin, and the number of its save."""

    version: Version
    revision: int
    deleted: bool = False
    known: Lineage | None = None  # the lineage as it is stored, where the plan knows of more
    line: Line | None = field(default=None, compare=False)
    unread: Mapping[Path, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to become of one incoming version.

    `comparison` is there for a conflict: with what is here, or where nothing is with `rival`,
    another of those that came.
    """

    incoming: Incoming
    outcome: Outcome
    held: Held | None
    comparison: Comparison | None = None
    rival: Incoming | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of everything that came, in the order in which it came."""

    entries: tuple[Entry, ...]

    @property
    def notes(self) -> Mapping[UUID, Lineage]:
        """The lineage of what is here already, where the files tell more of it than is known."""
        found = (entry for entry in self.entries if entry.outcome is Outcome.SAME)
        return {
            entry.incoming.id: entry.held.version.lineage
            for entry in found
            if entry.held and entry.held.known not in (None, entry.held.version.lineage)
        }

    def count(self, outcome: Outcome) -> int:
        """Return how many have an outcome."""
        return sum(entry.outcome is outcome for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Taking:
    """A report to store: `files` are new bytes, `entry` says where it came from.

    `merged` tells that it is neither what was here nor what came, but made of both; `unread` is
    what cannot be read in it.
    """

    entry: Entry
    report: Report
    files: Mapping[str, bytes]
    lineage: Lineage
    merged: bool = False
    unread: Mapping[Path, str] = field(default_factory=dict)


def plan(held: Mapping[UUID, Held], incoming: Sequence[Incoming]) -> Plan:
    """Return what is to become of each; the order of `incoming` makes no difference to it.

    Of several files with versions of one report, the latest counts.
    """
    groups: dict[UUID, list[Incoming]] = {}
    for one in incoming:
        groups.setdefault(one.id, []).append(one)
    entries = {
        report_id: _planned(held.get(report_id), group) for report_id, group in groups.items()
    }
    return Plan(tuple(next(entries[one.id]) for one in incoming))


def is_doubtful(held: Held, incoming: Incoming) -> bool:
    """Tell whether what is remembered of a report matters to what becomes of a version of it."""
    found = _order(held, incoming)
    return found is Order.APART or (found is Order.SECOND and not incoming.version.lineage)


def takings(made: Plan, choices: Mapping[UUID, Choices] | None = None) -> tuple[Taking, ...]:
    """Return the reports to store: all that are new or newer, and the conflicts chosen in.

    `choices` has what was chosen by the report's id.  A report in conflict with several files is
    settled with the first of them; plan again for the next.  ValueError where a choice is missing.
    """
    found = [_taken(entry) for entry in made.entries if entry.outcome in _TAKEN]
    settled: set[UUID] = set()
    for entry in made.entries:
        report_id = entry.incoming.id
        if entry.comparison and choices and report_id in choices and report_id not in settled:
            settled.add(report_id)
            found.append(_resolved(entry, entry.comparison, choices[report_id]))
    return tuple(found)


_TAKEN = (Outcome.NEW, Outcome.NEWER)


def _planned(held: Held | None, group: Sequence[Incoming]) -> Iterator[Entry]:
    """Yield an entry for each of a group, in its order."""
    told = _with_all_that_is_told(held, group)
    held = told.held
    rivals = _latest(held, list(told.incoming.values()))
    open_ = {rival.digest: rival for rival in rivals}
    for one in group:
        rival = open_.pop(one.digest, None)  # the next of the same content brings nothing more
        if rival is None:
            yield Entry(one, Outcome.SAME, held)
        elif len(rivals) > 1 or (held and not _follows(rival, held)):
            yield _conflict(rival, held, rivals)
        else:
            kind = Outcome.NEWER if held and not held.deleted else Outcome.NEW
            yield Entry(rival, kind, held)


@dataclass(frozen=True, slots=True)
class _Told:
    held: Held | None
    incoming: Mapping[str, Incoming]


def _with_all_that_is_told(held: Held | None, group: Sequence[Incoming]) -> _Told:
    """Give what has the same content the same lineage: the one version stems from all of that."""
    every: dict[str, Lineage] = {fingerprint(held.version): held.version.lineage} if held else {}
    for one in group:
        content = fingerprint(one.version)
        every[content] = united(every.get(content, {}), one.version.lineage)
    told: dict[str, Incoming] = {}
    for one in group:
        version = replace(one.version, lineage=every[fingerprint(one.version)])
        told.setdefault(one.digest, replace(one, version=version))
    if held:
        version = replace(held.version, lineage=every[fingerprint(held.version)])
        held = replace(held, version=version, known=held.version.lineage)
    return _Told(held, told)


def _latest(held: Held | None, group: Sequence[Incoming]) -> list[Incoming]:
    """Return those that no other version is later than."""
    ahead = [one for one in group if held is None or not _is_behind(one, held)]
    latest = [one for one in ahead if not any(_order(other, one) is Order.FIRST for other in ahead)]
    return latest or ahead  # nobody is the latest of three that go round in a circle


def _order(first: Held | Incoming, second: Held | Incoming) -> Order:
    """Return which is later and has all that is typed in the other and cannot be read."""
    found = _proved(first, second)
    if found is Order.EQUAL:
        return _by_unread(first.unread or {}, second.unread or {})
    if found is Order.FIRST and not _has_words_of(first, second):
        return Order.APART
    if found is Order.SECOND and not _has_words_of(second, first):
        return Order.APART
    return found


def _has_words_of(later: Held | Incoming, earlier: Held | Incoming) -> bool:
    return not earlier.unread or has_all(_compared(earlier, later))


def _compared(earlier: Held | Incoming, later: Held | Incoming) -> Comparison:
    unread = Both(earlier.unread or {}, later.unread or {})
    return compared(earlier.version, later.version, unread)


def _proved(first: Held | Incoming, second: Held | Incoming) -> Order:
    """Return which is later, as `order` does, unless the later one's own past says otherwise."""
    found = order(first.version, second.version)
    if found is Order.FIRST and _never_was(first, second.version):
        return Order.APART
    if found is Order.SECOND and _never_was(second, first.version):
        return Order.APART
    return found


def _by_unread(first: Mapping[Path, str], second: Mapping[Path, str]) -> Order:
    if first == second:
        return Order.EQUAL
    if first.items() >= second.items():
        return Order.FIRST
    return Order.SECOND if second.items() >= first.items() else Order.APART


def _never_was(later: Held | Incoming, earlier: Version) -> bool:
    """Tell that an earlier version of the same database is none that `later` ever was.

    So it is where somebody copied a database and went on with both: they count their edits alike.
    """
    line = later.line
    number = earlier.lineage.get(line.database) if line else None
    if line is None or number is None or dict(earlier.lineage) != {line.database: number}:
        return False
    then = line.at(number)
    return then is not None and not equal(then, earlier)


def _is_behind(one: Incoming, held: Held) -> bool:
    if equal(one.version, held.version):  # out of the bin again, it is something new
        return not held.deleted and _order(held, one) in (Order.EQUAL, Order.FIRST)
    if _proved(held, one) is Order.FIRST:  # words that were here were given up here
        return one.known or _has_words_of(held, one)
    return one.known and not (held.version.lineage and one.version.lineage)


def _follows(one: Incoming, held: Held) -> bool:
    found = _order(held, one)
    back = found is Order.FIRST and equal(held.version, one.version)  # out of the bin
    return back or found in (Order.SECOND, Order.EQUAL) or _takes_words_along(one, held)


def _takes_words_along(one: Incoming, held: Held) -> bool:
    """Tell whether one is later, and has room for what is typed here and cannot be read."""
    later = _proved(held, one) in (Order.SECOND, Order.EQUAL)
    return later and not are_in_doubt(_compared(held, one))


def _conflict(one: Incoming, held: Held | None, rivals: Sequence[Incoming]) -> Entry:
    """Compare with what is here, or where nothing is with another of those that came."""
    rival = None if held else next(other for other in rivals if other is not one)
    against = rival or held or one
    unread = Both(against.unread or {}, one.unread or {})
    comparison = compare(against.version, one.version, _base(one, against), unread)
    return Entry(one, Outcome.CONFLICT, held, comparison, rival)


def _base(one: Incoming, against: Held | Incoming) -> Report | None:
    """Return what both stem from: where one is later, and only words are in doubt, the other."""
    match _proved(against, one):
        case Order.FIRST:
            return one.version.report
        case Order.SECOND:
            return against.version.report
        case _:
            return one.base


def _taken(entry: Entry) -> Taking:
    incoming, held = entry.incoming, entry.held
    here = held.version.digests if held else {}
    report = incoming.version.report
    paths = [p for p in file_paths(report) if here.get(p) != incoming.version.digests[p]]
    files = {path: incoming.files[path] for path in paths}
    unread = kept(_compared(held, incoming)) if held and held.unread else incoming.unread or {}
    return Taking(entry, report, files, incoming.version.lineage, unread=unread)


def _resolved(entry: Entry, comparison: Comparison, choices: Choices) -> Taking:
    report, brought = resolved(comparison, choices)
    files = {path: entry.incoming.files[theirs] for path, theirs in brought.items()}
    if entry.rival:
        rest = (path for path in file_paths(report) if path not in brought)
        files |= {path: entry.rival.files[path] for path in rest}
    lineage = united(comparison.ours.lineage, comparison.theirs.lineage)
    unread = resolved_unread(comparison, choices)
    return Taking(entry, report, files, lineage, merged=True, unread=unread)
