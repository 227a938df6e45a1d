import datetime as dt
import struct
import zlib

import pymupdf
import pytest
from hypothesis import given, settings

from desktop_app.document.builder import blocks
from desktop_app.document.layout import Layout as Paper
from desktop_app.report.package import Package
from desktop_app.report.values import (
    ActivitiesLayout,
    Activity,
    Agency,
    Attachment,
    Layout,
    Link,
    Photo,
    Report,
    Session,
    Signatory,
)
from desktop_app.thai.numerals import to_arabic_digits
from desktop_app.typeset.flow import Flow
from desktop_app.typeset.paragraphs import leading
from desktop_app.typeset.place import Placer
from desktop_app.typeset.setting import Press
from tests.document.conftest import Print
from tests.readers import READERS, without_spaces
from tests.report.strategies import reports


def png(width: int, height: int) -> bytes:
    """Return a grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    rows = (b"\x00" + b"\x99" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def with_photos(pictures: dict[str, bytes], per_page: int = 4) -> Package:
    photos = tuple(Photo(file=file) for file in pictures)
    report = Report.model_validate(
        {"fiscal_year": 2567, "layout": {"photos_per_page": per_page}, "activities": ()}
    )
    report = report.model_copy(update={"activities": (Activity(name="ก", photos=photos),)})
    return Package(report, pictures)


@settings(max_examples=25)
@given(reports)
def test_any_draft_is_set(printed: Print, report: Report) -> None:
    done = printed(report)
    assert done.page_count >= 2
    for read in READERS.values():
        assert str(report.fiscal_year) in to_arabic_digits(read(done.pdf))


def test_the_same_bytes_when_asked_for(sample: Package, printed: Print) -> None:
    first, second = (printed(sample, deterministic=True).pdf for _ in range(2))
    assert first == second


@pytest.mark.parametrize("height", [80, 140])
@pytest.mark.parametrize("per_page", [1, 2, 4, 6])
def test_a_full_page_holds_as_many_pictures_as_were_asked_for(
    printed: Print, per_page: int, height: int
) -> None:
    pictures = {f"photos/{at}.png": png(60 + at, height) for at in range(13)}
    done = printed(with_photos(pictures, per_page))
    with pymupdf.open(stream=done.pdf, filetype="pdf") as pdf:
        on_pages = [len(page.get_images()) for page in pdf]
    assert sum(on_pages) == 13
    _, *full, _ = filter(None, on_pages)  # the first stand below the clauses
    assert set(full) == {per_page}
    assert on_pages.count(0) <= 2  # the cover and the clauses, but no page with a heading alone


def test_a_picture_that_cannot_be_read_is_named_in_its_place(printed: Print) -> None:
    pictures = {"photos/a.png": png(4, 3), "photos/b.jpg": b"no picture", "photos/c.png": b""}
    done = printed(with_photos(pictures))
    text = without_spaces(READERS["mupdf"](done.pdf))
    assert "ภาพที่1(เปิดภาพนี้ไม่ได้:b.jpg)ภาพที่2(เปิดภาพนี้ไม่ได้:c.png)ภาพที่3" in text
    assert "1.7ประมวลภาพกิจกรรม" in text


@pytest.mark.parametrize(("width", "height"), [(400, 300), (300, 400), (1600, 300), (40, 30)])
@pytest.mark.parametrize("per_page", [1, 2, 4, 6])
def test_no_page_holds_more_pictures_than_were_asked_for(
    printed: Print, per_page: int, width: int, height: int
) -> None:
    pictures = {f"photos/{at}.png": png(width + at, height) for at in range(13)}
    done = printed(with_photos(pictures, per_page))
    with pymupdf.open(stream=done.pdf, filetype="pdf") as pdf:
        on_pages = [len(page.get_images()) for page in pdf]
    assert sum(on_pages) == 13
    assert max(on_pages) == per_page


def test_every_value_of_the_report_can_be_found_on_its_page(
    sample: Package, printed: Print
) -> None:
    places = printed(sample).places
    first = places["activities", 0, "improvements", 0]
    second = places["activities", 0, "improvements", 1]
    assert (first.page, first.top) < (second.page, second.top)
    for path in (("agency", "name"), ("title",), ("introduction",), ("signatories", 1)):
        assert path in places
    for key in ("name", "issues", "participants", "results", "improvements", "photos"):
        assert ("activities", 0, key) in places


def test_a_table_row_is_in_the_outline_with_its_number_and_pictures_beside_it(
    printed: Print,
) -> None:
    layout = Layout(activities=ActivitiesLayout.TABLE)
    attachments = (Attachment(file="files/a.pdf"),)
    activities = (Activity(name="ประชุม"), Activity(attachments=attachments))
    done = printed(Report(fiscal_year=2567, activities=activities, layout=layout))
    with pymupdf.open(stream=done.pdf, filetype="pdf") as pdf:
        outline = [(level, title) for level, title, _ in pdf.get_toc()]
    assert outline == [(1, "1. ประชุม"), (1, "2."), (1, "2. ประมวลภาพกิจกรรม")]


@pytest.mark.parametrize("count", range(1, 8))
def test_every_line_to_write_on_stays_whole(printed: Print, count: int) -> None:
    people = (Signatory(role="ผู้รายงาน", position="นายอำเภอ"),) * count
    report = Report(fiscal_year=2567, agency=Agency(name="อำเภอเมือง"), signatories=people)
    read = READERS["mupdf"](printed(report).pdf)
    to_write_on = [line.strip() for line in read.splitlines() if "..." in line]
    assert len(to_write_on) == 3 * count
    assert sum(line.startswith("(ลงชื่อ)") and "ผู้รายงาน" in line for line in to_write_on) == count
    assert sum(line.startswith("วันที่") and line.count("/") == 2 for line in to_write_on) == count


@pytest.mark.parametrize("count", range(1, 8))
def test_a_position_to_write_stands_on_one_line_with_its_dots(printed: Print, count: int) -> None:
    report = Report(fiscal_year=2567, signatories=(Signatory(),) * count)
    lines = READERS["mupdf"](printed(report).pdf).splitlines()
    assert sum("ตำแหน่ง ......" in line for line in lines) == count


def test_a_word_that_heads_a_list_stays_with_it(printed: Print) -> None:
    attachments = (Attachment(file="files/a.pdf", title="ระเบียบวาระ"),) * 3
    for lines in range(4, 20):
        activity = Activity(name="ก", results=("ผล\n" * lines,), attachments=attachments)
        done = printed(Report(fiscal_year=2567, activities=(activity,)))
        with pymupdf.open(stream=done.pdf, filetype="pdf") as pdf:
            pages = [page.get_text().splitlines() for page in pdf]
        assert any({"เอกสารแนบ", "1) ระเบียบวาระ"} <= set(page) for page in pages)


def test_all_cells_of_a_table_have_the_same_edges(sample: Package, press: Press) -> None:
    table = sample.report.model_copy(update={"layout": Layout(activities=ActivitiesLayout.TABLE)})
    parts = Paper(press, sample.files).parts(blocks(table))
    _, _, *further = Placer(press.setter, Flow(press.setter)).pages(parts)
    gaps = {line.line.gap for page in further if page.rules for line in page.lines}
    assert gaps == {0.0}


def test_a_day_of_the_week_is_whole_in_a_table(printed: Print) -> None:
    days = tuple(Session(date=dt.date(2023, 2, day)) for day in (22, 23))  # the longest is Thursday
    layout = Layout(activities=ActivitiesLayout.TABLE)
    activity = Activity(sessions=days, results=("ผลการดำเนินงาน " * 90,))
    report = Report(fiscal_year=2566, activities=(activity,), layout=layout)
    assert "วันพฤหัสบดีที่ 23" in READERS["mupdf"](printed(report).pdf)


def test_a_table_has_room_for_its_longest_title(printed: Print) -> None:
    layout = Layout(activities=ActivitiesLayout.TABLE)
    activity = Activity(results=("ผลการดำเนินงาน " * 90,))
    read = READERS["mupdf"](
        printed(Report(fiscal_year=2566, activities=(activity,), layout=layout)).pdf
    )
    assert "มีส่วนร่วมไปปรับปรุง\nพัฒนาการดำเนินงาน" in read


URL = "https://www.facebook.com/wangthongdistrict/posts/pfbid02abcdefghijklmnopqrstuvwxyz"


def test_neither_headings_nor_addresses_are_pulled_apart(press: Press) -> None:
    activity = Activity(
        name="โครงการประชุมเชิงปฏิบัติการเพื่อรับฟังความคิดเห็นของประชาชนและผู้มีส่วนได้ส่วนเสียในการจัดทำแผนป้องกัน",
        photos=(Photo(file="photos/0.png"),),
        links=(Link(label="ข่าวประชาสัมพันธ์อำเภอวังทอง", url=URL),),
    )
    report = Report(fiscal_year=2567, activities=(activity,))
    parts = Paper(press, {"photos/0.png": png(400, 300)}).parts(blocks(report))
    lines = [
        p for page in Placer(press.setter, Flow(press.setter)).pages(parts) for p in page.lines
    ]
    for begins, ends in (("ชื่อกิจกรรม", "แผนป้องกัน"), ("ข่าวประชาสัมพันธ์", "stuvwxyz")):
        (first,) = [at for at, p in enumerate(lines) if p.line.text.startswith(begins)]
        assert not lines[first].line.text.endswith(ends)
        assert lines[first].line.gap == 0
    (caption,) = [p.baseline for p in lines if p.line.text == "ภาพที่ 1"]
    (link,) = [p.baseline for p in lines if p.line.text.startswith("ข่าวประชาสัมพันธ์")]
    assert link - caption > leading(16) + 5


def test_the_introduction_ends_in_more_than_a_word(press: Press) -> None:
    report = Report(fiscal_year=2566, agency=Agency(name="จังหวัดพิษณุโลก"))
    parts = Paper(press, {}).parts(blocks(report))
    _, body = Placer(press.setter, Flow(press.setter)).pages(parts)
    (last,) = [p.line.text for p in body.lines if p.line.text.endswith("ดังนี้")]
    assert last.endswith("ภารกิจ ดังนี้")
