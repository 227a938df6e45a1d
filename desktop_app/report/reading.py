"""A report from the bytes of its JSON file, trusting nothing in them.

The text is read twice: once for what a schema cannot see (keys said twice, nesting, numbers
and characters that no report holds), and once against the declared values.
"""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from pydantic import ValidationError

from desktop_app.errors import Said
from desktop_app.report.complaints import complaints
from desktop_app.report.location import Path
from desktop_app.report.refusal import FOREIGN, refused
from desktop_app.report.values import HALF_CHARACTER, Report, Value
from desktop_app.thai.calendar import gregorian_year

FORMAT, VERSION = "participation-report", 1

_DEEPEST = 16
_LONGEST = 24
_FIRST_BUDDHIST = 2400  # the same bounds as of a fiscal year; see report.values

_TOO_DEEP = Said("ซ้อนกันลึกเกินไป", "is nested too deeply")
_ODD_NUMBER = Said("ต้องไม่เป็นตัวเลขที่ใหญ่เกินไปหรือ NaN", "must not be so large a number, or NaN")
_TWICE = Said("มีคีย์นี้ซ้ำกัน", "is there more than once")
_EMPTY = Said("ไฟล์ว่างเปล่า", "the file is empty")
_CUT_SHORT = Said("ไฟล์ไม่สมบูรณ์ ข้อมูลขาดตอนท้าย", "the file is cut short")
_NOT_REPORT = Said(
    f'{FOREIGN.th} ("format" ต้องเป็น "{FORMAT}")',
    f'not a report file: "format" must be "{FORMAT}"',
)


@dataclass(frozen=True, slots=True)
class _Object:
    pairs: tuple[tuple[str, object], ...]


class _OddNumber:
    """Stands for a number that no report holds."""


def report_from_json(data: bytes, name: str) -> Report:
    """Return the report that `data` holds; `name` is what messages call the file.

    A byte-order mark at the beginning is passed over: some editors write one.
    Raises UserFault, one line, for anything but a whole report of this version.
    """
    text = _decoded(data, name)
    try:
        document = _parsed(text, name)
        _look_through(document, (), name)
    except RecursionError:
        raise refused(name, _TOO_DEEP) from None
    _demand_version(document, name)
    try:
        report = Report.model_validate_json(text)
    except ValidationError as error:
        _refuse(error, name)
    _demand_gregorian(report, name)
    return report


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused(name, FOREIGN) from None
    if not text.strip():
        raise refused(name, _EMPTY)
    return text


def _parsed(text: str, name: str) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=lambda pairs: _Object(tuple(pairs)),
            parse_int=lambda digits: int(digits) if len(digits) <= _LONGEST else _OddNumber(),
            parse_float=lambda digits: float(digits) if len(digits) <= _LONGEST else _OddNumber(),
            parse_constant=lambda _: _OddNumber(),
        )
    except json.JSONDecodeError as error:
        if not text.lstrip().startswith("{"):
            raise refused(name, FOREIGN) from None
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
            raise refused(name, _CUT_SHORT) from None
        place = (error.lineno, error.colno)
        raise refused(name, _not_json(*place)) from None


def _not_json(line: int, column: int) -> Said:
    return Said(
        f"ข้อมูลในไฟล์ผิดรูปแบบที่บรรทัด {line} ตัวอักษรที่ {column} จึงอ่านเป็นรายงานไม่ได้",
        f"not valid JSON at line {line}, column {column}",
    )


def _look_through(found: object, path: Path, name: str) -> None:
    if len(path) > _DEEPEST:
        raise refused(name, _TOO_DEEP, path[:4])
    match found:
        case _Object(pairs):
            _look_through_pairs(pairs, path, name)
        case list():
            for index, item in enumerate(found):
                _look_through(item, (*path, index), name)
        case str() if _halved(found):
            raise refused(name, HALF_CHARACTER, path)
        case _OddNumber():
            raise refused(name, _ODD_NUMBER, path)


def _look_through_pairs(pairs: tuple[tuple[str, object], ...], path: Path, name: str) -> None:
    seen: set[str] = set()
    for key, item in pairs:
        if _halved(key):
            raise refused(name, HALF_CHARACTER, path)
        if key in seen:
            raise refused(name, _TWICE, (*path, key))
        seen.add(key)
        _look_through(item, (*path, key), name)


def _halved(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _demand_version(document: object, name: str) -> None:
    if not isinstance(document, _Object):
        raise refused(name, FOREIGN)
    top = dict(document.pairs)
    if top.get("format") != FORMAT:
        raise refused(name, _NOT_REPORT)
    _judge_version(top.get("version"), name)


def _judge_version(version: object, name: str) -> None:
    if isinstance(version, int) and not isinstance(version, bool):
        if version > VERSION:
            raise refused(name, _newer(version), ("version",))
        if version == VERSION:
            return
    raise refused(name, Said(f"ต้องเป็น {VERSION}", f"must be {VERSION}"), ("version",))


def _newer(version: int) -> Said:
    return Said(
        f"ไฟล์นี้มาจากโปรแกรมรุ่นใหม่กว่า (รูปแบบรุ่น {version} แต่โปรแกรมนี้อ่านได้ถึงรุ่น {VERSION}) "
        "โปรดปรับปรุงโปรแกรมก่อน",
        f"the file is from a newer program (format version {version}; this program reads "
        f"{VERSION}): update the program first",
    )


def _demand_gregorian(report: Report, name: str) -> None:
    """Refuse a date whose year is one of the Buddhist era: nobody means so distant a future."""
    for path, date in _dates(report):
        if date.year >= _FIRST_BUDDHIST:
            meant = f"{gregorian_year(date.year):04}{date.isoformat()[4:]}"
            said = Said(
                f"ต้องเป็นวันที่แบบ ค.ศ. แต่พบปี พ.ศ. ({date.isoformat()}) หากหมายถึงวันนั้นให้เขียน {meant}",
                f"must be a Gregorian date; {date.isoformat()} has a Buddhist-era year: "
                f"write {meant}",
            )
            raise refused(name, said, path)


def _dates(report: Report) -> Iterator[tuple[Path, dt.date]]:
    dated: list[tuple[Path, Value]] = [(("period",), report.period)]
    for number, activity in enumerate(report.activities):
        at = ("activities", number, "sessions")
        dated += [((*at, n), session) for n, session in enumerate(activity.sessions)]
    dated += [(("signatories", n), one) for n, one in enumerate(report.signatories)]
    for path, value in dated:
        for key, found in value:
            if isinstance(found, dt.date):
                yield (*path, key), found


def _refuse(error: ValidationError, name: str) -> NoReturn:
    first, *more = complaints(error)
    said = first.said
    if more:
        said = Said(f"{said.th} (และอีก {len(more)} แห่ง)", f"{said.en} (and {len(more)} more)")
    raise refused(name, said, first.path) from None
