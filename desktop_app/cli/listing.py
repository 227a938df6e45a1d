"""The command `list`."""

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.cli.outcome import Outcome, json_text
from desktop_app.errors import Language, Said
from desktop_app.report.moments import moment_text
from desktop_app.report.rounds import round_name
from desktop_app.report.values import Period, PeriodKind
from desktop_app.services.reports import Summary, list_reports

if TYPE_CHECKING:  # the composer has imported it where a store is needed
    from desktop_app.storage.store import Store

_NONE = Said("ยังไม่มีรายงาน", "No reports yet")
_NO_NAME = Said("(ยังไม่ระบุหน่วยงาน)", "(no agency yet)")
_ONE = Said("กิจกรรม", "activity")
_MANY = Said("กิจกรรม", "activities")
_ROUNDS = {
    PeriodKind.QUARTER: "3 months",
    PeriodKind.HALF_YEAR: "6 months",
    PeriodKind.NINE_MONTHS: "9 months",
    PeriodKind.YEAR: "12 months",
}
_WIDTHLESS = ("Mn", "Me", "Cf")  # marks above and below: no column of a terminal


def list_(store: "Store", language: Language, *, as_json: bool) -> Outcome:
    """Show the stored reports, one a line, or as a JSON array."""
    summaries = list_reports(store)
    if as_json:
        return Outcome(json_text([_entry(summary) for summary in summaries]))
    if not summaries:
        return Outcome(_NONE.to(language))
    return Outcome(_table([_cells(summary, language) for summary in summaries]))


def _entry(summary: Summary) -> dict[str, object]:
    return {
        "id": str(summary.id),
        "agency": summary.agency,
        "fiscal_year": summary.fiscal_year,
        "period": _period(summary.period),
        "activities": summary.activities,
        "edited": summary.edited.isoformat(),
    }


def _period(period: Period) -> dict[str, object]:
    return period.model_dump(mode="json")


def _cells(summary: Summary, language: Language) -> tuple[str, ...]:
    counted = _ONE if summary.activities == 1 else _MANY
    return (
        str(summary.id),
        str(summary.fiscal_year),
        _round(summary.period).to(language),
        summary.agency or _NO_NAME.to(language),
        f"{summary.activities} {counted.to(language)}",
        moment_text(summary.edited).to(language),
    )


def _round(period: Period) -> Said:
    if period.kind is not PeriodKind.CUSTOM:
        return Said(round_name(period), _ROUNDS[period.kind])
    days = [day.isoformat() if day else "?" for day in (period.start, period.end)]
    return Said(round_name(period), " to ".join(days))


def _table(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(_padded, row, widths)).rstrip() for row in rows)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    return sum(unicodedata.category(character) not in _WIDTHLESS for character in text)
