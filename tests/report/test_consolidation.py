"""Several offices' reports as one: nothing left out, nothing mixed up, and the sums are right."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import UserFault
from desktop_app.report.consolidation import Totals, consolidated
from desktop_app.report.package import Package, file_paths, zip_bytes
from desktop_app.report.values import (
    Activity,
    Agency,
    Group,
    Participants,
    Period,
    PeriodKind,
    Photo,
    Report,
)
from tests.report.strategies import reports

PROVINCE = Agency(name="จังหวัดพิษณุโลก", province="พิษณุโลก")


def office(name: str, *activities: Activity, photo: bytes = b"", **fields: object) -> Package:
    report = Report(fiscal_year=2566, agency=Agency(name=name), activities=activities)
    report = report.model_copy(update=fields)
    return Package(report, dict.fromkeys(file_paths(report), photo))


def activity(name: str, total: int | None = None, *groups: Group) -> Activity:
    return Activity(name=name, participants=Participants(total=total, groups=groups))


A = office("อำเภอ ก", activity("1", 1000), activity("2", None, Group(count=5, external=True)))
B = office("อำเภอ ข", activity("3"), activity("4", 7, Group(count=9, external=True)))


def test_activities_stand_office_by_office_under_their_own_names() -> None:
    report = consolidated([B, A], PROVINCE).package.report
    assert [one.name for one in report.activities] == ["3", "4", "1", "2"]
    assert [one.organisers for one in report.activities] == [("อำเภอ ข",)] * 2 + [("อำเภอ ก",)] * 2
    assert report.agency == PROVINCE
    assert report.id not in {A.report.id, B.report.id}
    assert report.signatories == ()


def test_organisers_that_are_given_stay() -> None:
    given_ = activity("1").model_copy(update={"organisers": ("โรงเรียน",)})
    report = consolidated([office("อำเภอ ก", given_)], PROVINCE).package.report
    assert report.activities[0].organisers == ("โรงเรียน",)


def test_the_totals_of_each_office_and_of_all() -> None:
    found = consolidated([A, B], PROVINCE)
    assert found.offices == (
        Totals("อำเภอ ก", activities=2, participants=1005, external=5, uncounted=0),
        Totals("อำเภอ ข", activities=2, participants=7, external=9, uncounted=1),
    )
    assert found.total == Totals("จังหวัดพิษณุโลก", 4, 1012, 14, 1)
    introduction = found.package.report.introduction or ""
    for part in ("2 ฉบับ", "อำเภอ ก และอำเภอ ข", "4 กิจกรรม", "1,012 คน"):
        assert part in introduction


def test_a_row_that_adds_up_counts_nobody_twice() -> None:
    rows = (Group(name="สตรี", count=80, external=True), Group(name="รวม", count=85, external=True))
    found = consolidated([office("อำเภอ ก", activity("1", None, *rows)), B], PROVINCE)
    assert found.offices[0] == Totals("อำเภอ ก", 1, participants=85, external=80, uncounted=0)


def test_photos_of_the_same_name_are_kept_apart() -> None:
    shown = Activity(name="1", photos=(Photo(file="photos/1.jpg"),))
    packages = [
        office(name, shown, photo=data) for name, data in (("ก", b"a"), ("ข", b"b"), ("ค", b"a"))
    ]
    package = consolidated(packages, PROVINCE).package
    names = [one.photos[0].file for one in package.report.activities]
    assert [package.files[name] for name in names] == [b"a", b"b", b"a"]
    assert len(package.files) == 2
    assert zip_bytes(package)


def test_one_round_is_that_round_and_several_are_their_days() -> None:
    half, first = Period(kind=PeriodKind.HALF_YEAR), Period(kind=PeriodKind.QUARTER)
    custom = Period(kind=PeriodKind.CUSTOM)
    a, b, c = (office("ก", period=period) for period in (half, first, custom))
    assert consolidated([a, a], PROVINCE).package.report.period == half
    days = Period(kind=PeriodKind.CUSTOM, start=dt.date(2022, 10, 1), end=dt.date(2023, 3, 31))
    assert consolidated([b, a], PROVINCE).package.report.period == days
    assert consolidated([a, c], PROVINCE).package.report.period == custom


def test_different_fiscal_years_are_refused() -> None:
    with pytest.raises(UserFault):
        consolidated([A, office("ข", fiscal_year=2567)], PROVINCE)
    with pytest.raises(ValueError, match="nothing"):
        consolidated([], PROVINCE)


@given(st.lists(reports, min_size=1, max_size=3))
def test_nothing_is_left_out(some: list[Report]) -> None:
    packages = [
        Package(
            report.model_copy(update={"fiscal_year": 2566}),
            {path: f"{path}{n}".encode() for path in file_paths(report)},
        )
        for n, report in enumerate(some)
    ]
    found = consolidated(packages, PROVINCE)
    report, files = found.package.report, found.package.files
    expected = [(one, p.files) for p in packages for one in p.report.activities]
    assert found.total.activities == len(report.activities) == len(expected)
    for now, (was, old_files) in zip(report.activities, expected, strict=True):
        assert (now.name, now.results, now.participants) == (
            was.name,
            was.results,
            was.participants,
        )
        assert [files[photo.file] for photo in now.photos] == [
            old_files[photo.file] for photo in was.photos
        ]
    assert set(files) == set(file_paths(report))
