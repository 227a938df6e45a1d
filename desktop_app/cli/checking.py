"""The command `check`."""

from collections.abc import Mapping
from pathlib import Path

from desktop_app.cli.outcome import DONE, WORK_SAYS_NO, Outcome, json_text
from desktop_app.errors import Language, Said
from desktop_app.report.checks import Problem, Severity, path_text
from desktop_app.report.location import Path as Place
from desktop_app.report.package import Package
from desktop_app.report.unreadable import with_unread
from desktop_app.services.checking import Checking

_COMPLETE = Said("รายงานครบถ้วน", "The report is complete")
_SEVERITIES = {
    Severity.ERROR: Said("ต้องแก้ไข", "error"),
    Severity.WARNING: Said("ควรตรวจสอบ", "warning"),
}


def check_report(
    package: Package,
    unread: Mapping[Place, str],
    language: Language,
    face: Path | None = None,
    *,
    as_json: bool,
) -> Outcome:
    """Show what a finished report still lacks; the status says whether any of it is an error.

    `unread` is what was typed in it and cannot be read; `face` is the font that the office has
    chosen in its settings.
    """
    problems = with_unread(Checking(face)(package.report), unread)
    wrong = any(problem.severity is Severity.ERROR for problem in problems)
    status = WORK_SAYS_NO if wrong else DONE
    if as_json:
        return Outcome(json_text([_entry(problem, language) for problem in problems]), status)
    lines = [_line(problem, language) for problem in problems]
    return Outcome("\n".join(lines) or _COMPLETE.to(language), status)


def _entry(problem: Problem, language: Language) -> dict[str, object]:
    return {
        "path": path_text(problem.path),
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.placed.to(language),
    }


def _line(problem: Problem, language: Language) -> str:
    severity = _SEVERITIES[problem.severity].to(language)
    return f"{path_text(problem.path)}: {severity}: {problem.placed.to(language)}"
