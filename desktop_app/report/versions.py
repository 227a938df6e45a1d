"""Versions of one report from several offices: whether they are the same, and which is later.

Two things prove that one version is later than another.  Its lineage: which edits, by database
and number, it stems from.  Or, where the other is a report file, which says nothing of that: it
holds all that the other holds, and more.  A time on a file proves nothing.  A report file never
takes the place of a version of known lineage: what it has more may have been removed since.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import PurePosixPath
from uuid import UUID

from desktop_app.report.checks import is_blank
from desktop_app.report.package import Package, file_paths
from desktop_app.report.values import Report, Value

Lineage = Mapping[UUID, int]
"""The latest edit of each database that a version stems from; empty: nobody knows.

Of two versions of the same lineage at most one was made by no mistake, such as one database
that was copied and edited in two places.
"""


@dataclass(frozen=True, slots=True)
class Version:
    """A report with the SHA-256 of each file that it names, and what it stems from."""

    report: Report
    digests: Mapping[str, str] = field(default_factory=dict)
    lineage: Lineage = field(default_factory=dict)


class Order(Enum):
    """How two versions of a report stand to each other."""

    EQUAL = "equal"
    FIRST = "first"  # the first is later, or holds all that the second does
    SECOND = "second"
    APART = "apart"  # each may have something that the other lacks


def version_of(package: Package, lineage: Lineage | None = None) -> Version:
    """Return a package as a version."""
    files = {path: package.files[path] for path in file_paths(package.report)}
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    return Version(package.report, digests, lineage or {})


def fingerprint(version: Version) -> str:
    """Return the SHA-256 of what a version holds; the same only for the same content."""
    named = {path: version.digests[path] for path in file_paths(version.report)}
    files = json.dumps(named, sort_keys=True)
    return hashlib.sha256(f"{version.report.model_dump_json()}\n{files}".encode()).hexdigest()


def other_path(path: str, digest: str) -> str:
    """Return a path for a file whose own path is taken by another: with its digest in the name."""
    at = PurePosixPath(path)
    return str(at.with_name(f"{at.stem[:60]}-{digest[:12]}{at.suffix[:12]}"))


def equal(first: Version, second: Version) -> bool:
    """Tell whether two versions hold the same, to the last letter and pixel."""
    if first.report != second.report:
        return False
    return all(first.digests[path] == second.digests[path] for path in file_paths(first.report))


def order(first: Version, second: Version) -> Order:
    """Return which of two versions is later, as far as that is proved."""
    if equal(first, second):
        return Order.EQUAL
    if first.lineage and second.lineage:
        return _by_lineage(first.lineage, second.lineage)
    return _by_content(first, second)


def united(first: Lineage, second: Lineage) -> Lineage:
    """Return the lineage of what stems from both."""
    keys = first.keys() | second.keys()
    return {key: max(first.get(key, 0), second.get(key, 0)) for key in keys}


def _by_content(first: Version, second: Version) -> Order:
    more = not second.lineage and _holds(first, second)
    less = not first.lineage and _holds(second, first)
    if more == less and not more:
        return Order.APART
    if more == less:  # they differ in how nothing is written; whoever is asked must say the same
        more = fingerprint(first) > fingerprint(second)
    return Order.FIRST if more else Order.SECOND


def _by_lineage(first: Lineage, second: Lineage) -> Order:
    every = united(first, second)
    in_first, in_second = every == dict(first), every == dict(second)
    if in_first == in_second:  # edited apart from each other, or by two copies of one database
        return Order.APART
    return Order.FIRST if in_first else Order.SECOND


def _holds(larger: Version, smaller: Version) -> bool:
    """Tell whether nothing of `smaller` would be lost by taking `larger` in its place."""
    same_files = all(
        larger.digests.get(path) == smaller.digests[path] for path in file_paths(smaller.report)
    )
    return same_files and _covers(larger.report, smaller.report)


def _covers(larger: object, smaller: object) -> bool:
    if larger == smaller or is_blank(smaller):
        return True
    if isinstance(smaller, tuple) and isinstance(larger, tuple):
        return _covers_list(larger, smaller)
    if isinstance(smaller, Value) and type(larger) is type(smaller):
        return all(_covers(getattr(larger, name), part) for name, part in smaller)
    return False


def _covers_list(larger: tuple[object, ...], smaller: tuple[object, ...]) -> bool:
    """Tell whether all items of `smaller` are in `larger`, in the same order among others."""
    rest = iter(larger)
    wanted = (item for item in smaller if not is_blank(item))
    return all(any(_covers(other, item) for other in rest) for item in wanted)
