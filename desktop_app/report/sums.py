"""The row below a table of groups that is none: it only adds up those above."""

import re

from desktop_app.report.values import Group
from desktop_app.thai.numerals import parse_number

_NAME = (
    r"(?:(?:ยอด|ผล|จำนวน)?(?:รวม|ทั้งหมด|ทั้งสิ้น)"
    r"(?:ทั้งหมด|ทั้งสิ้น|ทุกกลุ่ม|จำนวน|ผู้เข้าร่วม|ผู้มีส่วนร่วม|ประชุม|กิจกรรม|เป็น|คน|[ :])*"
    r"|(?:grand )?total[ :]*|sum[ :]*)"
)
_NAMED = re.compile(_NAME, re.IGNORECASE)
_WITH_NUMBER = re.compile(rf"{_NAME}(?P<number>[0-9๐-๙][0-9๐-๙,]*) ?(?:คน|ราย|ท่าน)?", re.IGNORECASE)


def is_sum_name(text: str) -> bool:
    """Tell whether a row that is called so adds up others, or says so with its number."""
    return bool(_NAMED.fullmatch(text) or _WITH_NUMBER.fullmatch(text))


def sum_in(item: object) -> int | None:
    """Return the sum that a row says, be it in its own column or in its words; None for a group."""
    if not isinstance(item, Group):
        return None
    name = (item.name or "").strip()
    if item.count is not None:
        return item.count if _NAMED.fullmatch(name) else None
    found = _WITH_NUMBER.fullmatch(name)
    return parse_number(found["number"]) if found else None
