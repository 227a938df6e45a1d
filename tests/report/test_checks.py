"""What a finished report still lacks, in the words that people see."""

import datetime as dt

from hypothesis import given

from desktop_app.report.checks import Problem, Severity, check, is_blank, path_text
from desktop_app.report.editing import Path, value_at, with_item_added, with_value
from desktop_app.report.values import (
    Activity,
    Agency,
    AgencyKind,
    Group,
    Link,
    Participants,
    Period,
    PeriodKind,
    Photo,
    Report,
    Session,
    Signatory,
)
from tests.report.strategies import reports

FINISHED = Report(
    fiscal_year=2566,
    agency=Agency(name="จังหวัดพิษณุโลก", province="พิษณุโลก"),
    activities=(
        Activity(
            name="ประชุม",
            sessions=(Session(date=dt.date(2023, 2, 22), place="ศาลากลาง"),),
            issues=("ขยะ",),
            participants=Participants(total=50, groups=(Group(name="ประชาชน", external=True),)),
            results=("รับทราบ",),
            improvements=("คัดแยกขยะ",),
            photos=(Photo(file="photos/1.jpg"),),
        ),
    ),
    signatories=(Signatory(role="ผู้รายงาน", name="ก", position="ปลัด"),),
)
FIRST: Path = ("activities", 0)


def found(report: Report) -> dict[str, str]:
    return {
        f"{path_text(problem.path)} {problem.code}": problem.message.th for problem in check(report)
    }


def changed(path: Path, value: object) -> dict[str, str]:
    return found(with_value(FINISHED, path, value))


def test_a_finished_report_lacks_nothing() -> None:
    assert check(FINISHED) == ()


def test_an_empty_report_lacks_its_agency_an_activity_and_a_signatory() -> None:
    assert found(Report(fiscal_year=2566)) == {
        "agency.name required": "ยังไม่ได้ระบุชื่อหน่วยงาน",
        "agency.province advised": "ยังไม่ได้ระบุจังหวัด",
        "activities no_activity": "ยังไม่มีกิจกรรม/โครงการ",
        "signatories required": "ยังไม่มีผู้ลงนาม",
    }


def test_an_empty_activity_lacks_every_clause_in_order() -> None:
    problems = check(with_value(FINISHED, ("activities", 0), Activity()))
    assert [path_text(problem.path) for problem in problems] == [
        "activities[0].name",
        "activities[0].sessions",
        "activities[0].issues",
        "activities[0].participants.total",
        "activities[0].participants.groups",
        "activities[0].results",
        "activities[0].improvements",
        "activities[0].photos",
    ]
    messages = [problem.message.th for problem in problems]
    assert messages[1] == "ยังไม่ได้ระบุวันและเวลา และสถานที่"
    assert messages[-1] == "ยังไม่มีภาพกิจกรรม"
    assert [problem.severity for problem in problems[-2:]] == [Severity.ERROR, Severity.WARNING]


def test_white_space_is_nothing() -> None:
    assert changed((*FIRST, "name"), " \n\u00a0") == {
        "activities[0].name required": "ยังไม่ได้ระบุชื่อกิจกรรม/โครงการ"
    }
    assert "activities[0].issues required" in changed((*FIRST, "issues"), ("", None, " "))


def test_a_row_that_was_begun_lacks_its_other_half() -> None:
    rows = (Session(date=dt.date(2023, 2, 22)), Session(place="ศาลากลาง"))
    assert changed((*FIRST, "sessions"), rows) == {
        "activities[0].sessions[1].date required": "ยังไม่ได้ระบุวันที่",
        "activities[0].sessions[0].place required": "ยังไม่ได้ระบุสถานที่",
    }
    assert "activities[0].links[0].url required" in changed((*FIRST, "links"), (Link(label="ก"),))


def test_an_empty_row_among_others_is_said_once() -> None:
    rows = (*FINISHED.activities[0].sessions, Session())
    assert changed((*FIRST, "sessions"), rows) == {
        "activities[0].sessions[1] blank_item": "วันที่จัดนี้ยังว่างอยู่"
    }
    assert changed((*FIRST, "issues"), ("ขยะ", "")) == {
        "activities[0].issues[1] blank_item": "ประเด็นนี้ยังว่างอยู่"
    }


def test_a_custom_period_needs_its_days_in_order() -> None:
    assert set(changed(("period",), Period(kind=PeriodKind.CUSTOM))) == {
        "period.start period_dates",
        "period.end period_dates",
    }
    backwards = Period(start=dt.date(2023, 3, 31), end=dt.date(2022, 10, 1))
    assert "period.end end_before_start" in changed(("period",), backwards)


def test_a_round_lies_in_its_fiscal_year() -> None:
    def codes(start: dt.date | None, end: dt.date | None) -> dict[str, str]:
        report = FINISHED.model_copy(update={"period": Period(start=start, end=end)})
        return {
            f"{path_text(one.path)} {one.code}": one.severity.value
            for one in check(report)
            if one.path[0] == "period"
        }

    october = dt.date(2022, 10, 1)
    assert codes(october, dt.date(2023, 3, 31)) == {}
    assert codes(None, dt.date(2021, 10, 1)) == {
        "period.end end_before_start": "error",
        "period.end outside_year": "error",
    }
    assert codes(dt.date(2022, 9, 20), dt.date(2023, 3, 20)) == {
        "period.start outside_year": "warning"
    }
    assert codes(dt.date(2023, 10, 1), dt.date(2024, 3, 31)) == {
        "period.start outside_year": "error",
        "period.end outside_year": "error",
    }
    assert codes(october, october) == {"period.end round_length": "warning"}


def test_a_session_ends_after_it_begins() -> None:
    session: Path = (*FIRST, "sessions", 0)
    meeting = FINISHED.activities[0].sessions[0]
    late = meeting.model_copy(update={"start_time": dt.time(16), "end_time": dt.time(9)})
    assert changed(session, late) == {
        "activities[0].sessions[0].end_time end_before_start": "เวลาสิ้นสุดอยู่ก่อนเวลาเริ่มต้น"
    }
    two_days = late.model_copy(update={"end_date": dt.date(2023, 2, 23)})
    assert changed(session, two_days) == {}
    before = meeting.model_copy(update={"end_date": dt.date(2023, 2, 21)})
    assert "activities[0].sessions[0].end_date end_before_start" in changed(session, before)


def test_a_session_outside_the_round_is_worth_another_look() -> None:
    problems = changed((*FIRST, "sessions", 0, "date"), dt.date(2024, 2, 22))
    assert problems == {
        "activities[0].sessions[0].date outside_period": ("วันที่ 22 กุมภาพันธ์ 2567 อยู่นอกรอบการรายงาน")
    }


def groups(*counts: int | None) -> tuple[Group, ...]:
    return tuple(Group(name="กลุ่ม", count=count, external=True) for count in counts)


def test_head_counts_are_compared_with_the_total() -> None:
    path: Path = (*FIRST, "participants", "groups")
    assert changed(path, groups(30, 20)) == changed(path, groups(30, None)) == {}
    assert (
        changed(path, groups(30, 21))
        == changed(path, groups(51, None))
        == {
            "activities[0].participants.total groups_exceed_total": (
                "จำนวนคนของทุกกลุ่มรวมกัน 51 คน มากกว่าจำนวนทั้งหมด 50 คน"
            )
        }
    )
    assert changed(path, groups(30, 19)) == {
        "activities[0].participants.total groups_differ": (
            "จำนวนคนของทุกกลุ่มรวมกัน 49 คน ไม่เท่ากับจำนวนทั้งหมด 50 คน"
        )
    }


def test_nobody_from_outside_is_a_warning_with_its_own_words() -> None:
    report = with_value(FINISHED, (*FIRST, "participants", "groups", 0, "external"), value=False)
    (problem,) = check(report)
    assert problem.message.th == "ยังไม่มีกลุ่มที่เป็นบุคคลภายนอก"
    assert problem.severity is Severity.WARNING


def test_a_district_office_names_its_district() -> None:
    assert changed(("agency", "kind"), AgencyKind.DISTRICT) == {
        "agency.district advised": "ยังไม่ได้ระบุอำเภอ"
    }


def test_the_second_activity_is_checked_like_the_first() -> None:
    report = with_item_added(FINISHED, ("activities",), 1, Activity(name="อบรม"))
    assert {problem.path[:2] for problem in check(report)} == {("activities", 1)}


@given(reports)
def test_every_problem_points_at_something_and_speaks_two_languages(report: Report) -> None:
    problems = check(report)
    for problem in problems:
        value_at(report, problem.path)
        assert problem.message.th
        assert problem.message.en
    said = [(problem.path, problem.code) for problem in problems]
    assert len(set(said)) == len(said)


@given(reports)
def test_what_is_required_is_blank_and_what_is_blank_is_nothing(report: Report) -> None:
    def lacks(problem: Problem) -> bool:
        return problem.code in ("required", "advised", "blank_item")

    for problem in filter(lacks, check(report)):
        assert is_blank(value_at(report, problem.path))


def test_paths_are_written_as_people_read_them() -> None:
    path: Path = ("activities", 0, "participants", "groups", 2, "name")
    assert path_text(path) == "activities[0].participants.groups[2].name"
    assert path_text(()) == ""
