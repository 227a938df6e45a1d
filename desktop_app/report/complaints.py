"""What is wrong with a value that was refused, in words for people."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from desktop_app.errors import Said
from desktop_app.report.location import Path
from desktop_app.report.values import Unfit
from desktop_app.thai.calendar import buddhist_year

_TEXT = Said("ต้องเป็นข้อความหรือ null", "must be text or null")
_WHOLE = Said("ต้องเป็นจำนวนเต็ม", "must be a whole number")
_OBJECT = Said("ต้องเป็นออบเจกต์ { … }", "must be an object { … }")
_DATE = Said("ต้องเป็นวันที่แบบ ค.ศ. เช่น 2023-02-22", "must be a date (Gregorian) such as 2023-02-22")
_TIME = Said("ต้องเป็นเวลา เช่น 13:30", "must be a time such as 13:30")
_ID = Said("ต้องเป็นรหัส UUID", "must be a UUID")

_PLAIN = {
    "missing": Said("ไม่มีคีย์นี้ ซึ่งต้องมี", "is missing"),
    "extra_forbidden": Said("ไม่รู้จักคีย์นี้", "is not a known key"),
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "bool_type": Said("ต้องเป็น true หรือ false", "must be true or false"),
    "tuple_type": Said("ต้องเป็นรายการ [ … ]", "must be a list [ … ]"),
    "model_type": _OBJECT,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "time_type": _TIME,
    "time_parsing": _TIME,
    "uuid_type": _ID,
    "uuid_parsing": _ID,
    "is_instance_of": Said("ต้องเป็นค่าที่กำหนดไว้", "must be one of the values it may hold"),
}


@dataclass(frozen=True, slots=True)
class Complaint:
    """One refused value: where it stands and what was expected there."""

    path: Path
    said: Said


@dataclass(frozen=True, slots=True)
class _Refused:
    loc: Path
    kind: str
    got: object
    context: Mapping[str, object]


def complaints(error: ValidationError, above: Path = ()) -> tuple[Complaint, ...]:
    """Translate a pydantic error; `above` is the path of the value that was validated."""
    found = [
        _Refused(detail["loc"], detail["type"], detail["input"], detail.get("ctx", {}))
        for detail in error.errors(include_url=False)
    ]
    return tuple(Complaint((*above, *one.loc), _said(one)) for one in found)


def quoted(value: object) -> str:
    """Write a value on one line, short, as JSON writes it."""
    try:
        text = json.dumps(value, ensure_ascii=False, default=str)
    except (TypeError, ValueError, RecursionError):
        text = type(value).__name__
    return one_line(text, 48)


def one_line(text: str, longest: int = 120) -> str:
    """Return text with nothing in it that could disturb a line, cut to `longest` characters."""
    shown = "".join(character if character.isprintable() else "\ufffd" for character in text)
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"


def _said(found: _Refused) -> Said:
    said = _PLAIN.get(found.kind) or _said_with_context(found)
    # The input of these two is what lies around the key, and lists and objects are too long.
    if found.kind in ("missing", "extra_forbidden") or isinstance(found.got, dict | list | tuple):
        return said
    got = quoted(found.got)
    return Said(f"{said.th} แต่พบ {got}", f"{said.en}, not {got}")


def _said_with_context(found: _Refused) -> Said:
    match found.kind, found.context:
        case "value_error", {"error": Unfit() as error}:
            return error.said
        case (("enum" | "literal_error"), {"expected": str(listed)}):
            return Said(f"ต้องเป็น {listed.replace(' or ', ' หรือ ')}", f"must be {listed}")
        case (("greater_than_equal" | "less_than_equal"), _):
            return _out_of_range(found)
    return Said("ค่าไม่ถูกต้อง", "is not valid")


def _out_of_range(found: _Refused) -> Said:
    if found.loc[-1:] != ("fiscal_year",):
        return Said("ต้องอยู่ระหว่าง 0 ถึง 999,999,999", "must be from 0 to 999,999,999")
    if isinstance(found.got, int) and 1900 <= found.got < 2300:
        year, meant = found.got, buddhist_year(found.got)
        return Said(
            f"ต้องเป็นปี พ.ศ. (ปี ค.ศ. {year} คือ พ.ศ. {meant})",
            f"must be a Buddhist-era year ({year} is B.E. {meant})",
        )
    return Said("ต้องเป็นปี พ.ศ. 2400 ถึง 2999", "must be a Buddhist-era year, 2400 to 2999")
