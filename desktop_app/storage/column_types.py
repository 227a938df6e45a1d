"""Column types that hold the report's values exactly, as text or whole numbers in any database.

Text and integers are all that a STRICT table of SQLite takes, and every other database has
them too; ISO 8601 text also sorts by time.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from desktop_app.report.location import Path

T = TypeVar("T")

_AS_TYPED = json.JSONEncoder(ensure_ascii=False)


class Written(TypeDecorator[T]):
    """A value that is kept as text: `write` makes the text, `read` the same value again."""

    impl = Text
    cache_ok = True

    def __init__(self, write: Callable[[T], str], read: Callable[[str], T]) -> None:
        super().__init__()
        self.write = write
        self.read = read

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:
        """Return the text to store, or None for NULL."""
        del dialect  # every database gets the same text
        return None if value is None else self.write(value)

    def bind_processor(self, dialect: Dialect) -> Callable[[T | None], str | None]:
        """Return `process_bind_param` with nothing around it: text needs no other care."""
        del dialect
        write = self.write
        return lambda value: None if value is None else write(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> T | None:
        """Return the value of a stored text; ValueError where it is none."""
        del dialect
        return None if value is None else self.read(value)


class Flag(TypeDecorator[bool]):
    """True or false, kept as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Return the number to store, or None for NULL."""
        del dialect
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """Return the flag of a stored number."""
        del dialect
        return None if value is None else bool(value)


def _utc(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _counts(counts: Mapping[UUID, int]) -> str:
    return json.dumps({str(key): count for key, count in sorted(counts.items())})


def _counts_from(text: str) -> Mapping[UUID, int]:
    return {UUID(key): int(count) for key, count in json.loads(text).items()}


def _texts(texts: Mapping[str, str]) -> str:
    return _AS_TYPED.encode(texts)


def _texts_from(text: str) -> Mapping[str, str]:
    return {str(key): str(found) for key, found in json.loads(text).items()}


def _place(path: Path) -> str:
    return json.dumps(path, ensure_ascii=False)


def _place_from(text: str) -> Path:
    return tuple(json.loads(text))


def _placed_texts(texts: Mapping[Path, str]) -> str:
    return json.dumps(list(texts.items()), ensure_ascii=False)


def _placed_texts_from(text: str) -> Mapping[Path, str]:
    return {tuple(path): str(found) for path, found in json.loads(text)}


IDENTIFIER = Written(str, UUID)
"""A UUID, as its 36 characters in small letters."""

DAY = Written(dt.date.isoformat, dt.date.fromisoformat)
"""A date without time, as YYYY-MM-DD of the Gregorian calendar."""

CLOCK = Written(dt.time.isoformat, dt.time.fromisoformat)
"""A time of day, as HH:MM:SS."""

MOMENT = Written(_utc, dt.datetime.fromisoformat)
"""A point in time, in UTC and with its zone, to the microsecond."""


COUNTS = Written(_counts, _counts_from)
"""Whole numbers by identifier, as a JSON object."""

TEXTS = Written(_texts, _texts_from)
"""Texts by name, as a JSON object."""

PLACE = Written(_place, _place_from)
"""Where something stands in a report, as a JSON array."""

PLACED_TEXTS = Written(_placed_texts, _placed_texts_from)
"""Texts by their places in a report, as a JSON array of pairs."""


def chosen(kind: type[StrEnum]) -> Written[StrEnum]:
    """Return the type of a column that holds one of an enumeration's words."""
    return Written(str, kind)
