"""What a report's PDF says of itself to those who do not see it."""

import pytest
from hypothesis import example, given, settings

from desktop_app.report.package import Package
from desktop_app.report.values import ActivitiesLayout, Report
from tests.benchmarks.prose import long_report
from tests.document.conftest import Print
from tests.document.test_reference import FURNITURE
from tests.readers import by_pdfium, without_spaces
from tests.report.strategies import reports
from tests.structure import structure


def demand_whole(pdf: bytes) -> None:
    """Every piece of every page is part of one thing, and the tree reads as the pages do."""
    for page in structure(pdf):
        owned = [piece for element in page.all() for piece in element.pieces]
        assert sorted(owned) == sorted(page.texts)
        texts = "".join(page.texts[piece] for piece in sorted(page.texts))
        assert "".join(root.text for root in page.roots) == texts


def test_the_sample_reads_in_its_order(sample: Package, printed: Print) -> None:
    pdf = printed(sample).pdf
    demand_whole(pdf)
    read = "".join(root.text for page in structure(pdf) for root in page.roots)
    seen = FURNITURE.sub("", by_pdfium(pdf).replace("\r", ""))
    assert without_spaces(read) == without_spaces(seen)


def test_the_sample_nests_as_it_is_numbered(sample: Package, printed: Print) -> None:
    cover, first, *_, last = (page.roots[0].outline for page in structure(printed(sample).pdf))
    assert cover == "Document(P P P P)"
    three = "L(LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody))"
    clauses = f"Sect(H2) Sect(H2) Sect(H2 {three}) Sect(H2 P {three}) Sect(H2 P) Sect(H2 P)"
    assert first == f"Document(P P P P Sect(H1 {clauses}))"
    assert last.endswith("Sect(H2 Figure(Caption) Figure(Caption))) Div(P P P P) Div(P P P P))")


def test_photos_say_what_they_show(sample: Package, printed: Print) -> None:
    pages = structure(printed(sample).pdf)
    figures = [one for page in pages for one in page.all() if one.kind == "Figure"]
    assert [one.alt for one in figures] == ["ภาพที่ 1", "ภาพที่ 2"]


@pytest.mark.parametrize("layout", ActivitiesLayout)
def test_long_reports_hold_together(printed: Print, layout: ActivitiesLayout) -> None:
    report = long_report(12)
    laid_out = report.layout.model_copy(update={"activities": layout})
    demand_whole(printed(report.model_copy(update={"layout": laid_out})).pdf)


@settings(max_examples=25)
@example(Report(fiscal_year=2567, introduction="\u074b\U00010000"))
@given(reports)
def test_any_draft_holds_together(printed: Print, report: Report) -> None:
    demand_whole(printed(report).pdf)
