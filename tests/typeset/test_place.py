from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desktop_app.typeset.elements import (
    CM,
    Align,
    Columns,
    Element,
    Paragraph,
    Part,
    Picture,
    PictureRow,
    Run,
    Sheet,
    Style,
    Table,
    TableRow,
)
from desktop_app.typeset.flow import Flow
from desktop_app.typeset.lines import Typesetter
from desktop_app.typeset.paging import paginate
from desktop_app.typeset.pictures import open_picture
from desktop_app.typeset.place import Placer
from desktop_app.typeset.rows import Bond, Page, Row

PROSE = "องค์กรปกครองส่วนท้องถิ่นดำเนินการสร้างความเข้าใจ และความตระหนักให้ประชาชนในพื้นที่ "

rows = st.lists(
    st.builds(Row, st.floats(5, 60), st.sampled_from([0.0, 6.0]), st.sampled_from(Bond)),
    max_size=60,
)


def height_of(page: Sequence[Row]) -> float:
    return sum(row.height + row.before for row in page) - page[0].before


@given(rows, st.floats(70, 300), st.sampled_from([0.0, 20.0]))
def test_every_row_stands_once_and_no_page_overflows(
    given_rows: list[Row], depth: float, reserve: float
) -> None:
    pages = list(paginate(given_rows, depth, reserve))
    assert [row for page in pages for row in page] == given_rows
    for page in pages:
        goes_on = page is not pages[-1]
        assert len(page) <= 1 or height_of(page) <= depth - (reserve if goes_on else 0) + 1e-6


@given(rows, st.floats(70, 300))
def test_bound_rows_are_parted_only_where_they_fill_a_page(
    given_rows: list[Row], depth: float
) -> None:
    *pages, _ = paginate(given_rows, depth, 0)
    for page in pages:
        if page[-1].bond:
            assert all(row.bond for row in page)


def test_no_page_waits_for_rows_far_below_it() -> None:
    asked: list[int] = []

    def endless() -> Iterator[Row]:
        for at in count():
            asked.append(at)
            yield Row(20.0)

    pages = paginate(endless(), 200, 0)
    assert [len(next(pages)) for _ in range(50)] == [10] * 50
    assert len(asked) < 50 * 10 + 400


def placer(setter: Typesetter) -> Placer:
    return Placer(setter, Flow(setter))


def pages_of(setter: Typesetter, *elements: Paragraph | Columns) -> tuple[Page, ...]:
    return placer(setter).pages([Part(elements)])


def texts(page: Page) -> list[str]:
    return [placed.line.text for placed in page.lines]


def test_page_numbers_begin_on_the_second_page(setter: Typesetter) -> None:
    pages = pages_of(setter, Paragraph((Run(PROSE * 120),)))
    assert len(pages) >= 3
    assert not any(text.startswith("- ") for text in texts(pages[0]))
    assert [texts(page)[0] for page in pages[1:3]] == ["- 2 -", "- 3 -"]


def test_a_catchword_repeats_what_really_starts_the_next_page(setter: Typesetter) -> None:
    label = Run("1.6.2")
    filler = tuple(Paragraph((Run("ข้อความ"),)) for _ in range(34))
    for spare in range(4):
        paragraphs = (*filler[spare:], Paragraph((Run(PROSE * 3),), label=label))
        for page, following in zip(pages := pages_of(setter, *paragraphs), pages[1:], strict=False):
            catchword = texts(page)[-1]
            start = "".join(texts(following)[1:3])
            assert catchword.startswith("/")
            assert catchword.endswith("...")
            assert start.startswith(catchword[1:-3])


def test_the_last_page_has_no_catchword(setter: Typesetter) -> None:
    pages = pages_of(setter, Paragraph((Run(PROSE * 40),)))
    assert not texts(pages[-1])[-1].startswith("/")


@pytest.mark.parametrize("lines_before", range(20, 40))
def test_no_line_of_a_paragraph_stands_alone_and_no_heading_at_the_foot(
    setter: Typesetter, lines_before: int
) -> None:
    filler = tuple(Paragraph((Run("ข้อความ"),)) for _ in range(lines_before))
    heading = Paragraph((Run("หัวข้อ"),), Style(keep_with_next=True))
    prose = Paragraph((Run(PROSE * 5),))
    first, *rest = pages_of(setter, *filler, heading, prose)
    if rest:
        body = [t for t in texts(first) if not t.startswith("/")]
        assert body[-1] != "หัวข้อ"
        at_foot = len(body) - body.index("หัวข้อ") - 1 if "หัวข้อ" in body else 2
        assert at_foot >= 2
        at_head = [t for t in texts(rest[0])[1:] if t not in {"หัวข้อ", "ข้อความ"}]
        assert len(at_head) >= 2


def test_signatures_are_never_alone_on_a_page(setter: Typesetter) -> None:
    signature = Columns(((Paragraph((Run("(ลงชื่อ)"),)),) * 2,))
    for lines in range(30, 40):
        filler = tuple(Paragraph((Run("ข้อความ"),)) for _ in range(lines))
        last = pages_of(setter, *filler, signature)[-1]
        assert texts(last).count("(ลงชื่อ)") == 2
        assert "ข้อความ" in texts(last)


def test_paragraphs_stand_where_their_style_says(setter: Typesetter) -> None:
    sheet = Sheet()
    style = Style(first_indent=2.5 * CM)
    (page,) = pages_of(
        setter,
        Paragraph((Run(PROSE * 2),), style),
        Paragraph((Run("กลาง"),), Style(align=Align.CENTRE)),
        Paragraph((Run("ขวา"),), Style(align=Align.RIGHT)),
    )
    first, second, *_, centred, right = page.lines
    assert first.x == pytest.approx(5.5 * CM)
    assert second.x == pytest.approx(3.0 * CM)
    assert second.baseline - first.baseline == pytest.approx(20.8)
    assert centred.x + centred.line.width / 2 == pytest.approx(sheet.left + sheet.measure / 2)
    assert right.x + right.line.width == pytest.approx(sheet.width - sheet.right)


def test_labels_hang(setter: Typesetter) -> None:
    style = Style(first_indent=CM, hang=1.5 * CM)
    (page,) = pages_of(setter, Paragraph((Run(PROSE * 2),), style, Run("1)")))
    label, first, second, *_ = page.lines
    assert label.line.text == "1) "
    assert label.x == pytest.approx(4 * CM)
    assert first.x == second.x == pytest.approx(5.5 * CM)


def test_nothing_stands_outside_the_margins(setter: Typesetter) -> None:
    held_down = "ก" + "ะ" * 900 + "ไ" * 900 + "น" + "ำ" * 900
    hard = "ก" * 3000 + " " + "w" * 300 + " " + held_down + PROSE * 20
    sheet = Sheet()
    for page in pages_of(
        setter, Paragraph((Run(hard),), Style(first_indent=CM, hang=CM), Run("1)"))
    ):
        for placed in page.lines:
            assert placed.x >= sheet.left - 1e-6
            assert placed.x + placed.line.width <= sheet.width - sheet.right + 1e-3
            assert placed.baseline <= sheet.height - sheet.bottom


@pytest.mark.parametrize("kind", [Paragraph, PictureRow, Table])
def test_a_part_may_begin_lower(setter: Typesetter, kind: type[Element]) -> None:
    paragraph = Paragraph((Run("ปก"),), mark="ปก")
    out = BytesIO()
    Image.new("L", (40, 30)).save(out, "PNG")
    row = PictureRow((Picture(open_picture(out.getvalue()), paragraph),), 1, 200)
    elements = (paragraph, row, Table((1,), (paragraph,), (TableRow(((paragraph,),), mark=1),)))
    part = Part(tuple(e for e in elements if isinstance(e, kind)), numbered=False)
    (plain,), (dropped,) = (
        placer(setter).pages([chosen]) for chosen in (part, part._replace(drop=100))
    )
    assert [p.baseline + 100 for p in plain.lines] == pytest.approx(
        [p.baseline for p in dropped.lines]
    )
    assert [p.top + 100 for p in plain.pictures] == pytest.approx([p.top for p in dropped.pictures])
    assert [m.top + 100 for m in plain.marks] == pytest.approx([m.top for m in dropped.marks])
    assert [r.top + 100 for r in plain.rules] == pytest.approx([r.top for r in dropped.rules])
