import datetime as dt

from hypothesis import given

from desktop_app.document.blocks import (
    ActivityHeading,
    ClauseHeading,
    Cover,
    Items,
    Photographs,
    Prose,
    Signatures,
    TitleLines,
)
from desktop_app.document.builder import blocks
from desktop_app.document.tabular import activity_table
from desktop_app.report.values import (
    Activity,
    Agency,
    Group,
    Layout,
    Link,
    Participants,
    Photo,
    Report,
    Session,
    Signatory,
)
from tests.report.strategies import reports


def report_of(**activity: object) -> Report:
    made = Activity.model_validate(activity)
    return Report(fiscal_year=2567, agency=Agency(name="อำเภอเมือง"), activities=(made,))


def clause(report: Report, label: str) -> ClauseHeading:
    return next(b for b in blocks(report) if isinstance(b, ClauseHeading) and b.label == label)


def listed(report: Report) -> list[str]:
    return [f"{i.label} {i.text}" for b in blocks(report) if isinstance(b, Items) for i in b.items]


def prose(report: Report) -> list[str]:
    return [f"{b.label} {b.text}".strip() for b in blocks(report) if isinstance(b, Prose)]


def test_an_empty_draft_has_cover_title_and_introduction() -> None:
    cover, title, introduction = blocks(Report(fiscal_year=2567))
    assert isinstance(cover, Cover)
    assert isinstance(title, TitleLines)
    assert isinstance(introduction, Prose)
    assert cover.lines[-1] == "รอบ 6 เดือน ประจำปีงบประมาณ พ.ศ. 2567"
    assert set(cover.agency) == {"."}


def test_an_own_title_and_introduction_take_the_place_of_the_standard_ones() -> None:
    report = Report(fiscal_year=2567, title="รายงานพิเศษ", introduction="ย่อหน้าแรก\nย่อหน้าสอง")
    cover, title, *paragraphs = blocks(report)
    assert isinstance(cover, Cover)
    assert isinstance(title, TitleLines)
    assert cover.lines[0] == title.lines[0] == "รายงานพิเศษ"
    assert [b.text for b in paragraphs if isinstance(b, Prose)] == ["ย่อหน้าแรก", "ย่อหน้าสอง"]


def test_one_session_stands_on_the_line_of_its_clause() -> None:
    day = Session(date=dt.date(2024, 2, 29), start_time=dt.time(9, 0), place="ห้องประชุม")
    report = report_of(sessions=(day,))
    assert clause(report, "1.1").text == "วันพฤหัสบดีที่ 29 กุมภาพันธ์ 2567 เวลา 09.00 น."
    assert clause(report, "1.2").text == "ห้องประชุม"


def test_several_sessions_make_lists_and_a_common_place_is_said_once() -> None:
    days = tuple(Session(date=dt.date(2024, 3, day), place="ห้องประชุม") for day in (1, 2))
    report = report_of(sessions=days)
    assert clause(report, "1.1").text is None
    assert listed(report) == ["1) วันศุกร์ที่ 1 มีนาคม 2567", "2) วันเสาร์ที่ 2 มีนาคม 2567"]
    assert clause(report, "1.2").text == "ห้องประชุม"


def test_participants_are_counted_and_listed() -> None:
    groups = (Group(name="ผู้นำชุมชน", count=1200, external=True), Group(name="ประชาชน"))
    report = report_of(participants=Participants(total=1500, groups=groups))
    assert "มีผู้เข้าร่วมกิจกรรม/โครงการ จำนวน 1,500 คน ได้แก่" in prose(report)
    assert listed(report) == ["1) ผู้นำชุมชน จำนวน 1,200 คน", "2) ประชาชน"]


def test_a_draft_without_groups_announces_none() -> None:
    nobody = (Group(name=" "), Group())
    said = prose(report_of(participants=Participants(total=5, groups=nobody)))
    assert said[-1] == "มีผู้เข้าร่วมกิจกรรม/โครงการ จำนวน 5 คน"
    assert len(prose(report_of(participants=Participants(groups=nobody)))) == len(said) - 1


def test_both_layouts_agree_on_where_sessions_were() -> None:
    alike = tuple(Session(place=place) for place in ("ห้องประชุม", " ห้องประชุม "))
    assert clause(report_of(sessions=alike), "1.2").text == "ห้องประชุม"
    cell = activity_table(report_of(sessions=alike)).lines[0].cells[3]
    assert [item.text for item in cell] == ["ห้องประชุม"]


def test_passages_are_numbered_where_there_are_several() -> None:
    assert "ผลเดียว" in prose(report_of(results=("ผลเดียว",)))
    several = prose(report_of(improvements=("ก", None, "ข\nค")))
    assert several[-3:] == ["1.6.1 ก", "1.6.2 ข", "ค"]


def test_pictures_and_links_document_the_activity() -> None:
    report = report_of(
        photos=(Photo(file="photos/a.jpg", caption="พิธีเปิด"), Photo(file="photos/b.jpg")),
        links=(Link(label="ข่าว", url="https://example.go.th"),),
    )
    (photographs,) = (b for b in blocks(report) if isinstance(b, Photographs))
    captions = [photograph.caption for photograph in photographs.photographs]
    assert captions == ["ภาพที่ 1 พิธีเปิด", "ภาพที่ 2"]
    assert "1) ข่าว https://example.go.th" in listed(report)


def test_signatures_come_last_with_dots_for_what_is_not_known() -> None:
    person = Signatory(role="ผู้รายงาน", name=" ", position="ปลัดอำเภอ", date=dt.date(2024, 4, 1))
    last = blocks(Report(fiscal_year=2567, signatories=(person,)))[-1]
    assert isinstance(last, Signatures)
    (signature,) = last.signatures
    assert signature.name is None
    assert (signature.position, signature.date) == ("ปลัดอำเภอ", "1 เมษายน 2567")


@given(reports)
def test_every_activity_has_its_seven_clauses_in_order(report: Report) -> None:
    report = report.model_copy(update={"layout": Layout()})
    labels = [b.label for b in blocks(report) if isinstance(b, ActivityHeading | ClauseHeading)]
    assert labels == [
        label
        for number in range(1, len(report.activities) + 1)
        for label in (f"{number}.", *(f"{number}.{clause}" for clause in range(1, 8)))
    ]


def test_times_and_places_of_a_session_have_the_same_number() -> None:
    day = dt.date(2024, 2, 22)
    sessions = (
        Session(date=day, place="ศาลากลาง"),
        Session(),
        Session(date=day, place=" "),
        Session(place="วัดใหญ่"),
        Session(date=day, place="ศาลากลาง"),
    )
    report = report_of(sessions=sessions)
    assert [text[:2] for text in listed(report)[:3]] == ["1)", "2)", "4)"]
    assert listed(report)[3:] == ["1) ศาลากลาง", "3) วัดใหญ่", "4) ศาลากลาง"]
    (line,) = activity_table(report).lines
    assert [item.label for item in line.cells[2]] == ["1)", "2)", "4)"]
    assert [item.label for item in line.cells[3]] == ["1)", "3)", "4)"]


def test_the_place_of_the_first_session_alone_has_no_number() -> None:
    day = dt.date(2024, 2, 22)
    report = report_of(sessions=(Session(date=day, place="ศาลากลาง"), Session(date=day)))
    assert clause(report, "1.2").text == "ศาลากลาง"
    later = report_of(sessions=(Session(date=day), Session(date=day, place="ศาลากลาง")))
    assert "2) ศาลากลาง" in listed(later)
