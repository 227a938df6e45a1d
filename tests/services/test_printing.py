"""A stored report comes out as a PDF set with what comes with the program."""

from desktop_app.report.package import Package
from desktop_app.report.values import Activity, Agency, Report
from desktop_app.services.printing import bundled_press, print_document
from tests.readers import by_pdfium, without_spaces

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
