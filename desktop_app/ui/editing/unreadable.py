"""What is said of text that cannot be read as the value of its field."""

from collections.abc import Mapping
from typing import Final

from desktop_app.errors import Said
from desktop_app.report.declaring import Kind
from desktop_app.report.location import Path
from desktop_app.report.whereabouts import kind_at
from desktop_app.ui.editing.edits import Unread
from desktop_app.ui.language import words

TROUBLES: Final[Mapping[Kind, Said]] = {
    Kind.NUMBER: Said("ตัวเลขนี้อ่านไม่ได้ ลองพิมพ์เช่น 191", "Not a number; try 191"),
    Kind.YEAR: Said("ปี พ.ศ. นี้อ่านไม่ได้ ลองพิมพ์เช่น 2566", "Not a Buddhist-era year; try 2566"),
    Kind.DATE: Said("วันที่นี้อ่านไม่ได้ ลองพิมพ์เช่น 22 ก.พ. 2566", "Not a date; try 22/2/2566"),
    Kind.TIME: Said("เวลานี้อ่านไม่ได้ ลองพิมพ์เช่น 13.30", "Not a time; try 13.30"),
}
"""By the kind of field; every other kind takes any text."""

_OTHER = Said("ข้อความนี้อ่านไม่ได้", "This cannot be read")


def as_unread(texts: Mapping[Path, str]) -> dict[Path, Unread]:
    """Return texts that were stored, with what is said of each."""
    return {at: Unread((), text, words(_trouble_at(at))) for at, text in texts.items()}


def _trouble_at(path: Path) -> Said:
    kind = kind_at(path)
    return TROUBLES.get(kind, _OTHER) if kind else _OTHER
