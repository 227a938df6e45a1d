"""What the words of a call name, and what a file may be called."""

import re
from pathlib import Path

from desktop_app.errors import Said, UserFault
from desktop_app.report.package import Package, read_package

_ID_OR_BEGINNING = re.compile(r"[0-9a-fA-F][0-9a-fA-F-]{0,35}")
_UNFIT = re.compile(r'[\s\x00-\x1f\x7f/\\:*?"<>|]+')
_DEVICES = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE
)
_MOST_BYTES = 200  # of the 255 that a name may have, so that an ending and a number fit


class NamesNothing(UserFault):
    """A word of the call stands for nothing usable: no such file, no such report, no such kind."""


def names_a_file(reference: str) -> bool:
    """Tell whether `reference` means a report file rather than a stored report's id.

    A file that is there is meant; so is whatever cannot be the beginning of an id.
    """
    return not _ID_OR_BEGINNING.fullmatch(reference) or Path(reference).is_file()


def read_named(reference: str) -> Package:
    """Read a report file; raises NamesNothing where nothing is there, UserFault for a bad one."""
    path = Path(reference)
    if not path.suffix and not path.parent.name and not is_there(path):
        raise NamesNothing(nothing_named(reference))  # it may have been meant for an id
    demand_file(path)
    return read_package(path)


def nothing_named(reference: str) -> Said:
    """Return how to say that a word is neither a report file nor a stored report's id."""
    return Said(
        f"ไม่มีไฟล์หรือรายงานที่รหัสขึ้นต้นด้วย {reference} (ดูรหัสของรายงานที่เก็บไว้ด้วยคำสั่ง list)",
        f"There is no file {reference}, and no stored report whose id begins so "
        "(the command list shows the ids)",
    )


def demand_file(path: Path) -> None:
    """Raise NamesNothing where nothing is at `path`."""
    if not is_there(path):
        raise NamesNothing(Said(f"ไม่พบไฟล์ {path}", f"There is no file {path}"))


def is_there(path: Path) -> bool:
    """Tell whether anything is at `path`; a name that no file can have is not."""
    try:
        return path.exists()
    except OSError:
        return False


def demand_other_file(reference: str, out: Path) -> None:
    """Raise NamesNothing where `out` is the very file that `reference` names."""
    source = Path(reference)
    if is_there(source) and is_there(out) and source.samefile(out):
        raise NamesNothing(
            Said(
                f"{out} คือไฟล์รายงานเอง จึงไม่ได้เขียนทับ โปรดใช้ชื่ออื่น",
                f"{out} is the report itself and was not overwritten; choose another name",
            )
        )


def demand_pdf(out: Path) -> None:
    """Raise NamesNothing where a PDF would be written under the name of something else."""
    if out.suffix.lower() != ".pdf":
        raise NamesNothing(
            Said(
                f"{out.name}: ชื่อไฟล์ต้องลงท้ายด้วย .pdf",
                f"{out.name}: the name must end in .pdf",
            )
        )


def file_stem(text: str, instead: str) -> str:
    """Return what a file is called by a text, without its ending; `instead` where that is nothing.

    The name fits every system: Windows has devices called "CON" and "NUL", whatever the ending,
    and drops dots and spaces at the end.
    """
    plain = _UNFIT.sub(" ", text).strip(" .")
    short = plain.encode(errors="ignore")[:_MOST_BYTES].decode(errors="ignore").strip(" .")
    return f"_{short}" if _DEVICES.fullmatch(short) else short or instead
