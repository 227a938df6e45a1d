"""A stored report comes out as a PDF set with what comes with the program."""

import json
from pathlib import Path

import pymupdf
import pytest

from desktop_app.errors import UserFault
from desktop_app.paths import font, resource
from desktop_app.report.package import Package
from desktop_app.report.values import Activity, Agency, Report
from desktop_app.services.faces import checked_face
from desktop_app.services.printing import bundled_press, print_document, protected_names
from desktop_app.services.settings import Alignment, Margins, Paper
from desktop_app.typeset.breaks import Breaker
from desktop_app.typeset.ties import Names
from tests.readers import by_pdfium, without_spaces

MM = 72 / 25.4

REPORT = Report(
    agency=Agency(name="จังหวัดพิษณุโลก"),
    fiscal_year=2566,
    activities=(Activity(name="ประชุมปลัด 12 แห่ง"),),
)


def test_the_report_is_on_the_paper() -> None:
    printed = print_document(Package(REPORT), deterministic=True)
    text = without_spaces(by_pdfium(printed.pdf))
    assert "จังหวัดพิษณุโลก" in text
    assert "ประชุมปลัด12แห่ง" in text
    assert printed.page_count >= 2


def test_numerals_are_the_reports_unless_asked_otherwise() -> None:
    thai = REPORT.model_copy(
        update={"layout": REPORT.layout.model_copy(update={"thai_digits": True})}
    )
    press = bundled_press()

    def text(report: Report, thai_digits: bool | None) -> str:
        printed = print_document(Package(report), thai_digits, deterministic=True, press=press)
        return without_spaces(by_pdfium(printed.pdf))

    assert "2566" in text(REPORT, None)
    assert "๒๕๖๖" in text(REPORT, True)
    assert "๒๕๖๖" in text(thai, None)
    assert "2566" in text(thai, False)


def test_the_same_report_gives_the_same_bytes() -> None:
    press = bundled_press()
    first = print_document(Package(REPORT), deterministic=True)
    assert print_document(Package(REPORT), deterministic=True, press=press).pdf == first.pdf
    assert print_document(Package(REPORT), deterministic=True, press=press).pdf == first.pdf


def lines(paper: Paper) -> list[tuple[float, float]]:
    """Return where the lines of a paragraph begin and end, in millimetres from the left."""
    text = "การประชุมประชาคมหมู่บ้านเพื่อรับฟังความคิดเห็นของประชาชน " * 9
    long = REPORT.model_copy(update={"introduction": text, "activities": ()})
    pdf = print_document(Package(long), deterministic=True, paper=paper).pdf
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        blocks = json.loads(document[1].get_text("json"))["blocks"]
    boxes = [line["bbox"] for block in blocks for line in block["lines"]]
    return [(box[0] / MM, box[2] / MM) for box in boxes if box[2] - box[0] > 100 * MM]


def test_the_office_s_margins_are_kept() -> None:
    usual, moved = lines(Paper()), lines(Paper(margins=Margins(left=50, right=30)))
    assert min(left for left, _ in usual) == pytest.approx(30, abs=1)
    assert min(left for left, _ in moved) == pytest.approx(50, abs=1)
    assert max(right for _, right in moved) == pytest.approx(180, abs=1)


def test_lines_end_as_the_office_has_chosen() -> None:
    straight, ragged = (
        [right for _, right in lines(Paper(alignment=one))][1:-1]  # no title, no last line
        for one in (Alignment.THAI, Alignment.LEFT)
    )
    assert straight == pytest.approx([190] * len(straight), abs=0.5)
    assert max(ragged) - min(ragged) > 1


def test_another_face_is_taken_and_one_that_is_gone_does_no_harm(tmp_path: Path) -> None:
    usual = print_document(Package(REPORT), deterministic=True).pdf
    bold = Paper(face=font("Sarabun-Bold.ttf"))
    gone = Paper(face=tmp_path / "gone.ttf")
    assert print_document(Package(REPORT), deterministic=True, paper=bold).pdf != usual
    assert print_document(Package(REPORT), deterministic=True, paper=gone).pdf == usual


def test_a_face_that_cannot_serve_is_refused_by_name(tmp_path: Path) -> None:
    assert checked_face(font("Sarabun-Regular.ttf")).family == "Sarabun"
    bad = tmp_path / "เสีย.ttf"
    bad.write_bytes(b"no font")
    with pytest.raises(UserFault, match=r"เสีย\.ttf"):
        checked_face(bad)


@pytest.mark.parametrize("grade", ["ด่วนที่สุด", "ด่วนมาก"])
def test_no_line_parts_a_grade_of_urgency(grade: str) -> None:
    breaker = Breaker(resource("words", "thai-words.txt"), Names(protected_names()))
    text = f"หนังสือ {grade} ที่ มท 0017"
    found = breaker.find(text)
    inside = range(text.index(grade) + 1, text.index(grade) + len(grade))
    assert not set(inside) & {*found.joints, *found.good}
