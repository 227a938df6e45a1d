"""What a search finds in a report: every text, number and date that people read there."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from desktop_app.report.location import Path
from desktop_app.report.values import Photo, Report, Value
from desktop_app.thai.calendar import abbreviated_date, full_date, full_time
from desktop_app.thai.folding import fold

_BEFORE, _AFTER = 30, 60
"""Characters that are shown around what was found."""

_LENGTHENED = 4
"""By how many characters a word as typed may be longer than as it is searched for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a word was found; `text` is what stands there, shortened around it."""

    path: Path
    text: str


def terms(query: str) -> tuple[str, ...]:
    """Return the words of a query, folded; a report must hold each of them somewhere."""
    return tuple(dict.fromkeys(fold(query).split()))


def words(value: object) -> str:
    """Return all that can be found in a value or a part of one, folded; a word that is searched for has no spaces."""
    found: list[str] = []
    _collect(value, found)
    return fold(" ".join(found))


def _collect(value: object, found: list[str]) -> None:
    """Add what `texts` yields, without the paths: each save does this, and a search does not."""
    if isinstance(value, tuple):
        for part in value:
            _collect(part, found)
    elif isinstance(value, Value):
        hidden = _hidden(value)
        for name, part in vars(value).items():
            if part is not None and part != () and name not in hidden:
                _collect(part, found)
    elif read := _read(value):
        found.append(read)


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text, number and date within `value` as people read it, with its path."""
    for step, part in _parts(value):
        yield from texts(part, (*path, step))
    if read := _read(value):
        yield path, read


def _parts(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, tuple):
        return enumerate(value)
    if isinstance(value, Value):
        hidden = _hidden(value)
        return ((name, part) for name, part in value if name not in hidden)
    return ()


def _read(value: object) -> str:
    """Return a text, number or date as people read it; of all else nothing."""
    match value:
        case Enum() | bool():
            return ""
        case str() | int():
            return str(value)
        case dt.date():
            return f"{full_date(value)} {abbreviated_date(value)}"
        case dt.time():
            return full_time(value)
        case _:
            return ""


def hits(report: Report, query: str) -> tuple[Hit, ...]:
    """Return the places of a report that hold any word of the query, in the report's order."""
    wanted = terms(query)
    return tuple(
        Hit(path, _shortened(text, wanted))
        for path, text in texts(report)
        if any(term in fold(text) for term in wanted)
    )


def _hidden(value: Value) -> tuple[str, ...]:
    """Return the keys of a value that say nothing to people."""
    match value:
        case Report():
            return ("format", "version", "id", "layout")
        case Photo():
            return ("file",)
        case _:
            return ()


def _shortened(text: str, wanted: tuple[str, ...]) -> str:
    """Return one line of the text around the first word that is found in it."""
    line = " ".join(text.split())
    at = _unfolded(line, min(found for term in wanted if (found := fold(line).find(term)) >= 0))
    begin, end = max(0, at - _BEFORE), at + _AFTER
    return f"{'…' * (begin > 0)}{line[begin:end]}{'…' * (end < len(line))}"


def _unfolded(line: str, at: int) -> int:
    """Return about where in a text its folded form's place `at` stands; folding changes lengths."""
    return bisect_left(range(len(line)), at, key=lambda end: len(fold(line[:end])))


def marks(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return from where to where the words of a query stand in a short text, in order, apart."""
    wanted = terms(query)
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = max((_end(text, at, term) for term in wanted), default=0)
        if end:
            found.append((at, end))
        at = end or at + 1
    return tuple(found)


def _end(text: str, at: int, term: str) -> int:
    """Return where `term` ends if it begins at `at`, else 0; tone marks may make it longer."""
    if text[at].isspace():
        return 0
    for end in range(at + 1, min(len(text), at + len(term) + _LENGTHENED) + 1):
        if fold(text[at:end]) == term:
            return end
    return 0
