"""The sample that comes with the program is the reference report, and a finished one."""

from desktop_app.paths import resource
from desktop_app.report.checks import Severity, check
from desktop_app.report.package import json_bytes, read_package
from desktop_app.thai.calendar import full_date_with_weekday

SAMPLE = resource("samples", "phitsanulok-2566", "report.json")


def test_the_sample_reads_with_its_two_pictures() -> None:
    package = read_package(SAMPLE)
    assert list(package.files) == ["photos/0001.jpg", "photos/0002.jpg"]
    for picture in package.files.values():
        assert picture.startswith(b"\xff\xd8\xff")
        assert picture.endswith(b"\xff\xd9")
        assert len(picture) < 60_000


def test_the_sample_says_what_the_reference_report_says() -> None:
    report = read_package(SAMPLE).report
    (activity,) = report.activities
    (session,) = activity.sessions
    assert (report.agency.name, report.fiscal_year) == ("จังหวัดพิษณุโลก", 2566)
    assert session.date is not None
    assert full_date_with_weekday(session.date) == "วันพุธที่ 22 กุมภาพันธ์ 2566"
    assert activity.participants.total == 191
    assert [group.external for group in activity.participants.groups] == [False, False, True]
    counted = [len(activity.issues), len(activity.results), len(activity.improvements)]
    assert counted == [3, 1, 4]
    assert "“เคาะประตูบ้าน (Knock Door Marketing)”" in (activity.improvements[1] or "")


def test_the_sample_is_finished_but_for_the_names_that_are_signed_by_hand() -> None:
    problems = check(read_package(SAMPLE).report)
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert {problem.path[0] for problem in problems} == {"signatories"}


def test_the_sample_is_written_as_the_program_writes() -> None:
    assert json_bytes(read_package(SAMPLE).report) == SAMPLE.read_bytes()
