"""What is said of text that was typed and cannot be read as the value of its field."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Final

from desktop_app.errors import Said, UserFault
from desktop_app.report.checks import Problem, Severity
from desktop_app.report.declaring import Kind
from desktop_app.report.editing import holds, with_value
from desktop_app.report.location import Path
from desktop_app.report.values import Report
from desktop_app.report.whereabouts import kind_at

UNREAD: Final = "unread"
"""The code of text that stands where no value can be read."""

TROUBLES: Final[Mapping[Kind, Said]] = {
    Kind.NUMBER: Said("ตัวเลขนี้อ่านไม่ได้ ลองพิมพ์เช่น 191", "Not a number; try 191"),
    Kind.YEAR: Said("ปี พ.ศ. นี้อ่านไม่ได้ ลองพิมพ์เช่น 2566", "Not a Buddhist-era year; try 2566"),
    Kind.DATE: Said("วันที่นี้อ่านไม่ได้ ลองพิมพ์เช่น 22 ก.พ. 2566", "Not a date; try 22/2/2566"),
    Kind.TIME: Said("เวลานี้อ่านไม่ได้ ลองพิมพ์เช่น 13.30", "Not a time; try 13.30"),
}
"""By the kind of field; every other kind takes any text."""

_OTHER = Said("ข้อความนี้อ่านไม่ได้", "This cannot be read")


def trouble_at(path: Path) -> Said:
    """Return what is said of such a text at `path`."""
    kind = kind_at(path)
    return TROUBLES.get(kind, _OTHER) if kind else _OTHER


def without_values(report: Report, paths: Iterable[Path]) -> Report:
    """Return the report with no value where texts stand that cannot be read.

    Neither the value before nor what its first letters meant is what somebody means.  A place that
    the report does not have (any more) is passed over, and so is one that needs a value.
    """
    for path in paths:
        if holds(report, path):
            with suppress(UserFault):  # a value that there must be, as the fiscal year
                report = with_value(report, path, None)
    return report


def with_unread(problems: Iterable[Problem], texts: Mapping[Path, str]) -> tuple[Problem, ...]:
    """Put texts that cannot be read among the problems; what is typed does not lack as well."""
    there = tuple(
        Problem(path, UNREAD, Severity.ERROR, _quoted(trouble_at(path), text))
        for path, text in texts.items()
    )
    return (*(one for one in problems if not _lacks_what_is_typed(one, texts)), *there)


def _quoted(said: Said, text: str) -> Said:
    return Said(f"{said.th}: “{text}”", f"{said.en}: “{text}”")


def _lacks_what_is_typed(problem: Problem, texts: Iterable[Path]) -> bool:
    lacking = problem.code in {"required", "advised", "blank_item"}
    return lacking and any(path[: len(problem.path)] == problem.path for path in texts)
