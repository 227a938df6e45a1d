"""Whoever signs signs something: signatures stand below what they sign, on every page that they need."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.document.builder import blocks
from desktop_app.document.layout import Layout as Paper
from desktop_app.report.values import (
    ActivitiesLayout,
    Activity,
    Agency,
    Layout,
    Link,
    Photo,
    Report,
    Session,
    Signatory,
)
from desktop_app.typeset.flow import Flow
from desktop_app.typeset.place import Placer
from desktop_app.typeset.rows import Page
from desktop_app.typeset.setting import Press
from tests.document.test_pdf import png

OF_A_SIGNATURE = re.compile(r"ฬ|\(ลงชื่อ\)|วันที่ \.\.\.|\( ?\.\.\.|ตำแหน่ง \.\.\.")
PROSE = "ที่ประชุมมีมติเห็นชอบให้ดำเนินการตามแผนที่เสนอ "

counts = st.integers(0, 14)
activities = st.builds(
    lambda issues, results, photos, links, place: Activity(
        name="ประชุม",
        sessions=(Session(place=place),),
        issues=("ประเด็น",) * issues,
        results=(PROSE * results,),
        photos=tuple(Photo(file=f"photos/{at}.png") for at in range(photos)),
        links=(Link(url="https://example.go.th"),) * links,
    ),
    counts,
    st.integers(0, 60),
    st.integers(0, 5),
    st.integers(0, 2),
    st.sampled_from([None, "ศาลากลาง", "ห้องประชุม" * 30]),
)
people = st.builds(
    Signatory,
    role=st.sampled_from(["ฬ", "ผู้รายงานฬ", "ประธานกรรมการฬ"]),
    name=st.none() | st.sampled_from(["ฬ", "นายสมชายฬ ใจดีฬ"]),
    position=st.none() | st.sampled_from(["นายอำเภอฬ", "ผู้อำนวยการฬ กลุ่มงานฬ ยุทธศาสตร์ฬ"]),
)
reports = st.builds(
    lambda activities, people, table, per_page: Report(
        fiscal_year=2567,
        agency=Agency(name="อำเภอวังทอง"),
        activities=activities,
        signatories=people,
        layout=Layout(activities=table, photos_per_page=per_page),
    ),
    st.lists(activities, max_size=3).map(tuple),
    st.lists(people, min_size=1, max_size=20).map(tuple),
    st.sampled_from(ActivitiesLayout),
    st.sampled_from([1, 2, 4, 6]),
)


@pytest.fixture(scope="module")
def pictures() -> dict[str, bytes]:
    sizes = ((400, 300), (300, 400), (1200, 900), (900, 1200), (30, 30))
    return {f"photos/{at}.png": png(*size) for at, size in enumerate(sizes)}


def pages_of(press: Press, report: Report, pictures: dict[str, bytes]) -> tuple[Page, ...]:
    parts = Paper(press, pictures).parts(blocks(report))
    return Placer(press.setter, Flow(press.setter)).pages(parts)


def texts(page: Page) -> list[str]:
    return [placed.line.text for placed in page.lines]


def signed(page: Page) -> list[str]:
    return [text for text in texts(page) if text.startswith("(ลงชื่อ)")]


def above(page: Page) -> list[str]:
    """Return the lines of a page that are neither of a signature nor at its edges."""
    edges = re.compile(r"- \d+ -$|/")
    return [t for t in texts(page) if not OF_A_SIGNATURE.search(t) and not edges.match(t)]


@settings(max_examples=30)
@given(reports)
def test_signatures_never_stand_alone_and_nobody_is_lost(
    press: Press, pictures: dict[str, bytes], report: Report
) -> None:
    pages = pages_of(press, report, pictures)
    assert sum(len(signed(page)) for page in pages) == len(report.signatories)
    for page in pages:
        assert not signed(page) or len(above(page)) >= 2 or page.pictures
        for placed in page.lines:
            assert placed.baseline <= page.sheet.height - page.sheet.bottom


@pytest.mark.parametrize("layout", ActivitiesLayout)
@pytest.mark.parametrize("count", [11, 16, 40])
def test_signatures_on_a_page_of_their_own_say_what_is_signed(
    press: Press, layout: ActivitiesLayout, count: int
) -> None:
    someone = Signatory(role="ผู้รายงาน", name="นายสมชาย ใจดี", position="นายอำเภอ")
    report = Report(
        fiscal_year=2567,
        agency=Agency(name="อำเภอวังทอง"),
        activities=(Activity(name="ประชุม", results=(PROSE * 9,)),),
        signatories=(someone,) * count,
        layout=Layout(activities=layout),
    )
    first, *others = [page for page in pages_of(press, report, {}) if signed(page)]
    assert not any("(ต่อ)" in text for text in texts(first))
    for page in others:
        number, *heading = texts(page)[:3]
        assert number.startswith("-")
        assert heading == [
            "สรุปผลการดำเนินการเพื่อเปิดโอกาสให้บุคคลภายนอกได้มีส่วนร่วม",
            "ในการดำเนินงานของอำเภอวังทอง รอบ 6 เดือน ประจำปีงบประมาณ พ.ศ. 2567 (ต่อ)",
        ]


@pytest.mark.parametrize("count", [16, 40])
def test_more_than_a_page_of_signatures_go_on_with_no_page_but_the_last_half_empty(
    press: Press, pictures: dict[str, bytes], count: int
) -> None:
    someone = Signatory(role="ผู้รายงาน", name="นายสมชาย ใจดี", position="นายอำเภอ")
    report = Report(fiscal_year=2567, signatories=(someone,) * count)
    pages = [page for page in pages_of(press, report, pictures) if signed(page)]
    assert sum(len(signed(page)) for page in pages) == count
    assert len(above(pages[0])) >= 2
    assert all(len(signed(page)) >= 9 for page in pages[:-1])


LONG_NAME = "นางสาวพิมพ์ชนก ศรีสวัสดิ์วัฒนากุล"


def test_names_stay_whole_and_what_belongs_together_stands_at_one_height(press: Press) -> None:
    people = (
        Signatory(name=LONG_NAME, position="นายอำเภอ"),
        Signatory(
            name="นายสมชาย ใจดี", position="ปลัดอำเภอ (เจ้าพนักงานปกครองชำนาญการพิเศษ) รักษาราชการแทน"
        ),
        Signatory(name="นายสมศักดิ์ รักษ์ป่า", position="ปลัดอำเภอ"),
    )
    (*_, page) = pages_of(press, Report(fiscal_year=2567, signatories=people), {})
    assert f"({LONG_NAME})" in texts(page)
    heights: dict[str, list[float]] = {}
    for placed in page.lines:
        if re.match(r"\(ลงชื่อ\)|วันที่ \.", placed.line.text):
            heights.setdefault(placed.line.text[:5], []).append(round(placed.baseline, 2))
    assert [len(set(at)) for at in heights.values()] == [2, 2]  # one each for two rows
