"""One report of several offices: their activities one office after another, and the totals."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.errors import Said, UserFault
from desktop_app.report.checks import is_blank
from desktop_app.report.package import Package
from desktop_app.report.rounds import period_span
from desktop_app.report.sums import sum_in
from desktop_app.report.values import Activity, Agency, Period, PeriodKind, Report
from desktop_app.report.versions import other_path

_DIFFERENT_YEARS = Said(
    "รวมรายงานต่างปีงบประมาณกันไม่ได้ โปรดเลือกรายงานของปีงบประมาณเดียวกัน",
    "Reports of different fiscal years cannot become one; choose those of one year",
)


@dataclass(frozen=True, slots=True)
class Totals:
    """What an office has done, or several together; people as far as they were counted.

    `external` are people of groups from outside the office, `uncounted` are activities whose
    participants nobody has counted.
    """

    office: str
    activities: int
    participants: int
    external: int
    uncounted: int


@dataclass(frozen=True, slots=True)
class Consolidated:
    """The one report with its files, the totals of each office in order, and of all."""

    package: Package
    offices: tuple[Totals, ...]
    total: Totals


def consolidated(packages: Sequence[Package], agency: Agency) -> Consolidated:
    """Return the report of `agency` on what the offices of `packages` have done, in their order.

    Nobody has signed it yet.  An activity without organisers gets its office as one.  UserFault
    where the fiscal years differ, ValueError for no package.
    """
    if not packages:
        raise ValueError("there is nothing to consolidate")
    reports = [package.report for package in packages]
    if len({report.fiscal_year for report in reports}) > 1:
        raise UserFault(_DIFFERENT_YEARS)
    gathered = _Gathering()
    activities = tuple(
        gathered.taken(activity, package)
        for package in packages
        for activity in package.report.activities
    )
    offices = tuple(totals_of(report) for report in reports)
    total = _sum(agency.name or "", offices)
    report = Report(
        agency=agency,
        fiscal_year=reports[0].fiscal_year,
        period=_period(reports),
        introduction=_introduction(offices, total),
        activities=activities,
        layout=reports[0].layout,
    )
    return Consolidated(Package(report, gathered.files), offices, total)


def totals_of(report: Report) -> Totals:
    """Return what one office has done."""
    counted = [_people(activity) for activity in report.activities]
    return Totals(
        report.agency.name or "",
        len(report.activities),
        sum(people for people in counted if people is not None),
        sum(_external(activity) for activity in report.activities),
        sum(people is None for people in counted),
    )


def _people(activity: Activity) -> int | None:
    if activity.participants.total is not None:
        return activity.participants.total
    rows = activity.participants.groups
    said = [total for row in rows if (total := sum_in(row)) is not None]
    counts = [row.count for row in rows if row.count is not None]
    return said[-1] if said else sum(counts) if counts else None


def _external(activity: Activity) -> int:
    groups = (row for row in activity.participants.groups if sum_in(row) is None)
    return sum(group.count or 0 for group in groups if group.external)


def _sum(office: str, offices: Sequence[Totals]) -> Totals:
    return Totals(
        office,
        sum(one.activities for one in offices),
        sum(one.participants for one in offices),
        sum(one.external for one in offices),
        sum(one.uncounted for one in offices),
    )


class _Gathering:
    """Puts the files of several packages together, each under a path that is its own."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    @property
    def files(self) -> Mapping[str, bytes]:
        return self._files

    def taken(self, activity: Activity, package: Package) -> Activity:
        changes: dict[str, object] = {
            key: tuple(
                filed.model_copy(update={"file": self._put(filed.file, package.files[filed.file])})
                for filed in getattr(activity, key)
            )
            for key in ("photos", "attachments")
        }
        if is_blank(activity.organisers) and not is_blank(package.report.agency.name):
            changes["organisers"] = (package.report.agency.name,)
        return activity.model_copy(update=changes)

    def _put(self, path: str, data: bytes) -> str:
        if self._files.get(path, data) != data:
            path = other_path(path, hashlib.sha256(data).hexdigest())
        self._files[path] = data
        return path


def _period(reports: Sequence[Report]) -> Period:
    """Return the round that all have, or else the days from the first to the last of them."""
    if len({report.period for report in reports}) == 1:
        return reports[0].period
    spans = [period_span(report) for report in reports]
    days: list[dt.date] = [day for span in spans if span for day in span]
    if None in spans:
        return Period(kind=PeriodKind.CUSTOM)
    return Period(kind=PeriodKind.CUSTOM, start=min(days), end=max(days))


def _introduction(offices: Sequence[Totals], total: Totals) -> str:
    names = list(dict.fromkeys(one.office for one in offices if one.office))
    listed = f" ได้แก่ {_listed(names)}" if names else ""
    people = f" มีผู้เข้าร่วมรวม {total.participants:,} คน" if total.participants else ""
    return (
        f"รายงานฉบับนี้รวบรวมผลการมีส่วนร่วมของบุคคลภายนอกจากรายงาน {len(offices)} ฉบับ{listed} "
        f"รวม {total.activities:,} กิจกรรม/โครงการ{people}"
    )


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{' '.join(first)} และ{last}" if first else last
