"""The heading of a pasted table: which lines are headings, and what they call its columns."""

import re
from collections.abc import Sequence

from desktop_app.report.declaring import Field
from desktop_app.thai.numerals import parse_number

Cells = tuple[str, ...]
"""The cells of one line, trimmed."""

_UNIT = r" ?(?:\([^)]*\))?"
_NUMBERING = re.compile(r"(?:ที่|ลำดับ(?:ที่)?|ข้อ(?:ที่)?|no\.?|#)", re.IGNORECASE)
_ALL = re.compile(
    rf"(?:จำนวน|ยอด|ผล)?(?:รวม|ทั้งหมด|ทั้งสิ้น)(?:ทั้งหมด|ทั้งสิ้น|คน)*{_UNIT}|(?:grand )?total{_UNIT}",
    re.IGNORECASE,
)
_SEX = re.compile(
    rf"(?:จำนวน|เพศ)?(?:ชาย|หญิง|ผู้ชาย|ผู้หญิง|male|female|men|women){_UNIT}", re.IGNORECASE
)
_COUNT = re.compile(
    rf"(?:จำนวน|ยอด)[^0-9]*|(?:คน|ราย|ท่าน|เป้าหมาย|ร้อยละ|%|number|people|count){_UNIT}",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"กลุ่ม.*|ประเภท.*|รายการ|รายชื่อ|ชื่อ.*|ตำแหน่ง.*|ฐานะ|หน่วยงาน.*|สังกัด|สถานที่|ที่อยู่.*|วันที่.*"
    r"|เบอร์.*|โทร.*|หมายเหตุ|ภายนอก|groups?|name|position|remarks?|url|link",
    re.IGNORECASE,
)
_RATES = re.compile(r"(?:ร้อยละ|เปอร์เซ็นต์|%).*|.*\(%\)")
_ALIKE = 4
"""Letters that two names of a column begin with alike."""


def is_numbering(head: str) -> bool:
    """Tell whether a column is that of the rows' own numbers."""
    return bool(_NUMBERING.fullmatch(head))


def is_for_all(head: str) -> bool:
    """Tell whether a column has the whole of what stands in others."""
    return bool(_ALL.fullmatch(head))


def is_of_a_sex(head: str) -> bool:
    """Tell whether a column counts men, or women."""
    return bool(_SEX.fullmatch(head))


def is_count(head: str) -> bool:
    """Tell whether a column is headed as one of numbers of people."""
    return not is_rate(head) and any(one.fullmatch(head) for one in (_ALL, _SEX, _COUNT))


def is_rate(head: str) -> bool:
    """Tell whether a column has hundredths, which count nobody."""
    return bool(_RATES.fullmatch(head))


def is_named(head: str, field: Field) -> bool:
    """Tell whether a column is headed as the form calls a field."""
    return any(_is_alike(_letters(head), _letters(one)) for one in (field.label.th, field.label.en))


def _is_alike(one: str, other: str) -> bool:
    return bool(one) and (one == other or (one[:_ALIKE] == other[:_ALIKE] and len(one) >= _ALIKE))


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", re.sub(r"\(.*?\)", "", text)).casefold()


def head_lines(lines: Sequence[Cells], fields: Sequence[Field]) -> int:
    """Return how many lines are the heading of those below; a table of headings only has none."""
    count = 0
    while count < len(lines) and _is_heading(lines[count], lines[count + 1 :], fields):
        count += 1
    return count if count < len(lines) else 0


def heads_of(lines: Sequence[Cells], width: int) -> Cells:
    """Return what each column is headed by: the lowest that says something."""
    below = tuple(reversed(lines))
    return tuple(
        next((line[at] for line in below if at < len(line) and line[at]), "") for at in range(width)
    )


def _is_heading(line: Cells, below: Sequence[Cells], fields: Sequence[Field]) -> bool:
    said = [(at, cell) for at, cell in enumerate(line) if cell]
    if any(parse_number(cell) is not None for _, cell in said):
        return False
    if any(is_numbering(cell) for _, cell in said) and len(said) > 1:
        return True
    if any(_heads_numbers(cell, at, below) for at, cell in said):
        return True
    return len(said) > 1 and all(_is_known(cell, fields) for _, cell in said)


def _heads_numbers(cell: str, at: int, below: Sequence[Cells]) -> bool:
    column = [line[at] for line in below if at < len(line) and line[at]]
    numbers = sum(parse_number(one) is not None for one in column)
    known = is_count(cell) or is_rate(cell)
    return at > 0 and known and 0 < len(column) <= 2 * numbers


def _is_known(cell: str, fields: Sequence[Field]) -> bool:
    named = any(is_named(cell, one) for one in fields)
    return named or is_count(cell) or is_rate(cell) or bool(_WORDS.fullmatch(cell))
