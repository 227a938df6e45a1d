from itertools import pairwise

import pytest

from desktop_app.typeset.draw import About
from desktop_app.typeset.elements import Paragraph, Part, Run, Style, Table, TableRow
from desktop_app.typeset.flow import Flow
from desktop_app.typeset.lines import Typesetter
from desktop_app.typeset.paragraphs import BASELINE, leading
from desktop_app.typeset.place import Placer
from desktop_app.typeset.rows import CELL_DEPTH, Page
from desktop_app.typeset.setting import Press
from tests.readers import Reader, by_mupdf, by_pdfium, without_spaces

CELL = Style(size=14)
SHORT, LONG = (
    "ผลการดำเนินงานตามโครงการ",
    "องค์กรปกครองส่วนท้องถิ่นดำเนินการสร้างความเข้าใจ และความตระหนัก " * 8,
)


def cell(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(text),), CELL) for text in texts)


def table(rows: int) -> Table:
    header = (*cell("ที่"), *cell("ผล"), *cell("การนำไปใช้"))
    lines = (
        TableRow((cell(f"{at}"), cell(f"{SHORT} {at}"), cell(LONG, f"สิ้นสุด {at}")), mark=at)
        for at in range(1, rows + 1)
    )
    return Table((1, 4, 5), header, tuple(lines))


def pages(setter: Typesetter, rows: int) -> tuple[Page, ...]:
    return Placer(setter, Flow(setter)).pages([Part((table(rows),))])


def test_the_header_stands_on_every_page(setter: Typesetter) -> None:
    made = pages(setter, 12)
    assert len(made) > 2
    for page in made:
        texts = [placed.line.text for placed in page.lines]
        assert texts.count("การนำไปใช้") == 1


@pytest.mark.parametrize("read", [by_pdfium, by_mupdf])
def test_a_table_is_read_row_by_row_and_cell_by_cell(press: Press, read: Reader) -> None:
    done = press.set_parts([Part((table(2),), numbered=False)], About())
    texts = ["ที่", "ผล", "การนำไปใช้"]
    for at in (1, 2):
        texts += [f"{at}", f"{SHORT} {at}", LONG, f"สิ้นสุด {at}"]
    assert without_spaces(read(done.pdf)) == without_spaces("".join(texts))


def test_cells_stay_between_their_rules(setter: Typesetter) -> None:
    for page in pages(setter, 6):
        edges = sorted({rule.x for rule in page.rules if rule.x == rule.to_x})
        assert len(edges) == 4
        for placed in page.lines:
            if not placed.line.text.startswith(("- ", "/")):
                right = placed.x + placed.line.width
                assert any(a < placed.x and right < b for a, b in pairwise(edges))


def test_rules_close_the_table_on_every_page(setter: Typesetter) -> None:
    for page in pages(setter, 6):
        levels = [rule.top for rule in page.rules if rule.top == rule.to_top]
        texts = [p.baseline for p in page.lines if not p.line.text.startswith(("- ", "/"))]
        assert min(levels) < min(texts)
        assert max(levels) > max(texts)


def test_a_row_goes_on_over_the_page_with_at_least_two_lines(setter: Typesetter) -> None:
    for page in pages(setter, 12):
        levels = sorted({round(rule.top, 1) for rule in page.rules if rule.top == rule.to_top})
        # The header is one line, and a part of a row no less than two with its padding.
        assert all(b - a > 2 * 18.2 for a, b in pairwise(levels[1:]))


def test_no_text_touches_a_rule_where_a_row_goes_on(setter: Typesetter) -> None:
    for page in pages(setter, 12):
        levels = [rule.top for rule in page.rules if rule.top == rule.to_top]
        body = [p for p in page.lines if not p.line.text.startswith(("- ", "/"))]
        under_header = sorted(levels)[1]
        tops = [p.baseline - 14 * BASELINE for p in body if p.baseline > under_header]
        feet = [p.baseline - 14 * BASELINE + leading(14) for p in body]
        assert min(tops) - under_header >= CELL_DEPTH - 0.1
        assert max(levels) - max(feet) >= CELL_DEPTH - 0.1


def test_a_title_stands_half_way_down_its_header(setter: Typesetter) -> None:
    long = Paragraph((Run("ผลจากการมีส่วนร่วมไปปรับปรุงพัฒนา " * 3),), CELL)
    header = (*cell("ที่"), long)
    row = TableRow((cell("1"), cell(SHORT)))
    (page,) = Placer(setter, Flow(setter)).pages([Part((Table((1, 4), header, (row,)),))])
    (number,) = [p.baseline for p in page.lines if p.line.text == "ที่"]
    beside = [p.baseline for p in page.lines if "ปรับปรุง" in p.line.text]
    assert len(beside) > 1
    assert abs(number - (min(beside) + max(beside)) / 2) < 0.1
