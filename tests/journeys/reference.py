"""The real report of Phitsanulok, 2566, as it is typed, and as it must read on paper."""

import re
from pathlib import Path

from desktop_app.paths import resource
from desktop_app.report.package import read_package
from desktop_app.report.values import Period, Photo, Report, Signatory
from tests.readers import without_spaces

_FOLDER = resource("samples", "phitsanulok-2566")
_SAMPLE = read_package(_FOLDER / "report.json").report
_ORIGINAL = Path(__file__).parents[1] / "document" / "reference.txt"
_FURNITURE = re.compile(r"^\s*(?:- [0-9]+ -\s*|/.*\.\.\.)$", re.MULTILINE)
_DOTS = re.compile(r"\.{3,}")

PICTURES = (_FOLDER / "photos" / "0001.jpg", _FOLDER / "photos" / "0002.jpg")
CAPTIONS = ("ผู้ว่าราชการจังหวัดกล่าวเปิดการประชุม", "ผู้เข้าร่วมประชุมให้ข้อเสนอแนะ")

SIGNATORIES = (
    Signatory(
        role="ผู้รายงาน",
        name="นางสาวกมลวรรณ ศรีสุข",
        position="นักวิเคราะห์นโยบายและแผนชำนาญการ",
    ),
    Signatory(
        role="ผู้รับรอง",
        name="นายวีระชัย พงษ์ไพบูลย์",
        position="หัวหน้าสำนักงานจังหวัดพิษณุโลก",
    ),
)
"""The original leaves the names to be written by hand; these are made up."""


def as_typed(captions: tuple[str, ...] = CAPTIONS) -> Report:
    """Return the report that entering the original into an empty one makes, but for its id.

    It has a picture for each of `captions`.
    """
    photos = tuple(
        Photo(file=photo.file, caption=caption)
        for photo, caption in zip(_SAMPLE.activities[0].photos, captions, strict=False)
    )
    activity = _SAMPLE.activities[0].model_copy(update={"photos": photos})
    changes = {
        "period": Period(kind=_SAMPLE.period.kind),  # whose days are those of the fiscal year
        "activities": (activity,),
        "signatories": SIGNATORIES,
    }
    return _SAMPLE.model_copy(update=changes)


def body_on_paper(captions: tuple[str, ...]) -> str:
    """Return what the pages read up to the signatures, without spaces."""
    pictures = (f"ภาพที่ {number} {text}" for number, text in enumerate(captions, start=1))
    return without_spaces("".join((_ORIGINAL.read_text(encoding="utf-8"), *pictures)))


def signatures_on_paper() -> tuple[tuple[str, ...], ...]:
    """Return the lines of each signature as `signed_lines` has them; they stand side by side."""
    return tuple(
        (f"(ลงชื่อ)…{one.role}", without_spaces(f"({one.name})"), f"{one.position}", "วันที่…/…/…")
        for one in SIGNATORIES
    )


def signed_lines(read: str) -> list[str]:
    """Return the lines from the first to sign to the end, dots to write on taken for one sign."""
    lines = [_DOTS.sub("…", without_spaces(line)) for line in read.splitlines()]
    first = next(number for number, line in enumerate(lines) if line.startswith("(ลงชื่อ)"))
    return [line for line in lines[first:] if line]


def without_furniture(read: str) -> str:
    """Return what a reader made of the pages, without page numbers and catchwords."""
    return _FURNITURE.sub("", read)


def assert_reads_as_typed(text: str, captions: tuple[str, ...] = CAPTIONS) -> None:
    """Demand every character in its order; those who sign stand beside each other."""
    read = without_furniture(text)
    body = body_on_paper(captions)
    assert without_spaces(read)[: len(body)] == body
    signed = signed_lines(read)
    blocks = signatures_on_paper()
    assert sorted(signed) == sorted(line for block in blocks for line in block)
    for block in blocks:
        places = [signed.index(line) for line in block[:-1]]  # the last is the same in each
        assert places == sorted(places)
