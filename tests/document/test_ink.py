"""Whatever people type, no ink stands outside the margins but the number of the page."""

from contextlib import closing

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw

from desktop_app.document.layout import on_its_side
from desktop_app.document.pdf import PrintOptions, set_document
from desktop_app.report.package import Package
from desktop_app.report.values import (
    ActivitiesLayout,
    Activity,
    Agency,
    Layout,
    Link,
    Participants,
    Photo,
    Report,
    Session,
    Signatory,
)
from desktop_app.typeset.elements import CM, Sheet
from desktop_app.typeset.setting import Press
from tests.document.test_pdf import png

HOSTILE = (
    "กรุงเทพมหานคร" * 40,
    "น้ำท่วมที่กว้างใหญ่ไพศาล" * 12 + "ๆ",
    "\u0e48\u0e49\u0e31 กํ่ากํ้า เเเ " + "็้" * 30,
    "https://www.example.go.th/" + "A1" * 90,
    "๏๚๛ <b>&amp;</b> 🙂 漢字 مرحبا \u200b\u2028 " + "W" * 120,
    "ฏิ์ฎุ๋ฐู้" * 30,
)
SHEET = Sheet(left=2.2 * CM, right=1.5 * CM, top=3.1 * CM, bottom=1.6 * CM)
SCALE = 2.0
NUMBER = (30.0, 62.0)  # points from the top within which the page's number stands
BLEED = 2.0  # points: a letter may lean so far over its own edge


def hostile(layout: ActivitiesLayout) -> Package:
    files = {"photos/a.png": png(3000, 80), "photos/b.png": png(80, 3000)}
    activity = Activity(
        name=HOSTILE[0],
        organisers=HOSTILE[:2],
        sessions=(Session(place=HOSTILE[1]), Session(place=HOSTILE[2])),
        issues=HOSTILE,
        participants=Participants(total=999_999_999),
        results=HOSTILE,
        improvements=HOSTILE,
        photos=tuple(Photo(file=file, caption=HOSTILE[5]) for file in files),
        links=(Link(label=HOSTILE[4], url=HOSTILE[3]),),
    )
    person = Signatory(role=HOSTILE[1][:60], name=HOSTILE[5][:80], position=HOSTILE[0][:120])
    report = Report(
        fiscal_year=2567,
        agency=Agency(name=HOSTILE[0][:90]),
        activities=(activity,) * 2,
        signatories=(person,) * 5,
        layout=Layout(activities=layout),
    )
    return Package(report, files)


def outside(page: Image.Image, sheet: Sheet) -> tuple[int, int, int, int] | None:
    """Return the box of what is not white outside the margins, in points times SCALE."""
    ink = ImageChops.invert(page.convert("L")).point(lambda shade: 255 if shade > 40 else 0)
    pen = ImageDraw.Draw(ink)
    text = (sheet.left, sheet.top, sheet.width - sheet.right, sheet.height - sheet.bottom)
    number = (sheet.width * 0.3, NUMBER[0], sheet.width * 0.7, NUMBER[1])
    for left, top, right, bottom in (text, number):
        box = (left - BLEED, top - BLEED, right + BLEED, bottom + BLEED)
        pen.rectangle(tuple(edge * SCALE for edge in box), fill=0)
    return ink.getbbox()


@pytest.mark.parametrize("layout", ActivitiesLayout)
def test_no_ink_stands_outside_the_margins(press: Press, layout: ActivitiesLayout) -> None:
    done = set_document(hostile(layout), press, PrintOptions(sheet=SHEET))
    with pypdfium2.PdfDocument(done.pdf) as document:
        for number in range(len(document)):
            with closing(document[number]) as page:
                picture = page.render(scale=SCALE).to_pil()
            lies = picture.width > picture.height
            assert outside(picture, on_its_side(SHEET) if lies else SHEET) is None, number


def test_a_table_lies_as_it_is_bound_with_the_other_pages() -> None:
    lying = on_its_side(SHEET)
    assert (lying.width, lying.height) == (SHEET.height, SHEET.width)
    assert lying.top == SHEET.left  # a quarter turn to the left brings the head to the binding
    assert (lying.right, lying.bottom, lying.left) == (SHEET.top, SHEET.right, SHEET.bottom)
    assert (lying.measure, lying.depth) == (SHEET.depth, SHEET.measure)
