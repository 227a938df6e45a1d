import json
from dataclasses import replace
from itertools import pairwise

import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.typeset.draw import About
from desktop_app.typeset.elements import Align, Paragraph, Part, Run, Sheet, Style
from desktop_app.typeset.fit import GAP_LIMIT
from desktop_app.typeset.lines import Line, Typesetter
from desktop_app.typeset.paragraphs import ParagraphRows
from desktop_app.typeset.setting import Press
from desktop_app.typeset.ties import Names
from tests.readers import READERS

PROSE = (
    "องค์กรปกครองส่วนท้องถิ่นดำเนินการสร้างความเข้าใจ และความตระหนักให้ประชาชนในพื้นที่ยอมรับและ"
    "ให้ความร่วมมือในการเฝ้าระวัง ดูแลรักษาไม่ให้เกิดปัญหาไฟป่า และการเผาในที่โล่ง โดยจัดตั้งศูนย์บัญชาการ"
    "เหตุการณ์ป้องกันและแก้ไขปัญหาไฟป่าและหมอกควันระดับท้องถิ่น เตรียมความพร้อมกำลังเจ้าหน้าที่ เครื่องมือ อุปกรณ์ "
)
STYLE = Style(align=Align.THAI)
EM = 16 / 1.517
HALF_A_MILLIMETRE = 72 / 25.4 / 2


def spread(setter: Typesetter, text: str, width: float) -> tuple[Line, ...]:
    return setter.lines(Paragraph((Run(text),), STYLE), width, width)


@pytest.mark.parametrize("width", range(366, 500, 13))
def test_both_edges_are_straight_and_no_line_gapes(setter: Typesetter, width: int) -> None:
    *lines, last = spread(setter, PROSE * 3, width)
    for line in lines:
        assert width - HALF_A_MILLIMETRE <= line.width <= width + 1e-3
        assert 0 <= line.gap <= GAP_LIMIT * EM + 1e-3
    assert last.width < width
    assert last.gap == 0


def test_a_column_too_narrow_to_be_even_is_ragged(setter: Typesetter) -> None:
    lines = spread(setter, PROSE, 70)
    assert all(line.gap == line.space_gain == 0 for line in lines)
    assert all(line.width <= 70 for line in lines)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(PROSE.split()), min_size=1, max_size=60), st.floats(60, 480))
def test_no_line_passes_its_edge(setter: Typesetter, words: list[str], width: float) -> None:
    lines = spread(setter, " ".join(words), width)
    assert all(line.width <= width + 1e-3 for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == "".join(words)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(PROSE.split()), min_size=20, max_size=60), st.floats(150, 480))
def test_no_space_gapes_where_there_are_few(
    setter: Typesetter, words: list[str], width: float
) -> None:
    for line in spread(setter, " ".join(words), width):
        assert line.gap <= GAP_LIMIT * EM + 1e-3
        assert line.space_gain <= 5 * max(line.gap, 0) + 1e-3


def test_a_line_that_cannot_reach_its_edge_is_not_pulled_apart(setter: Typesetter) -> None:
    whole = PROSE.replace(" ", "")[:60]  # no line parts a user's own word
    long = replace(setter.breaker, names=Names(frozenset(), own=frozenset({whole})))
    *_, before, _ = spread(replace(setter, breaker=long), f"{PROSE[:70]} รักษา {whole}", 330)
    assert before.width < 300
    assert before.gap == before.space_gain == 0


def test_no_line_gapes_for_the_sake_of_a_web_address(setter: Typesetter) -> None:
    text = (
        "ที่ประชุมมีมติเห็นชอบให้ดำเนินการตามแผน โดยจัดสรรงบประมาณ 1,250,000.50 บาท (หนึ่งล้านสองแสนห้าหมื่นบาทห้าสิบสตางค์) "
        "ให้แล้วเสร็จภายในวันที่ 30 มีนาคม 2566 เวลา 16.30 น. ณ องค์การบริหารส่วนตำบลปงยางคก โทร. 0-5426-9999 ต่อ 123 "
        "หรือ https://www.example.go.th/lampang/pongyangkhok/document/2566/02/22/report-final-version.pdf "
        "และผู้รับผิดชอบ ได้แก่ นายสมชาย ณ ลำปาง, น.ส.สมหญิง ใจดี ฯลฯ ทั้งนี้ ให้รายงานผลทุก ๆ เดือน"
    )
    first, *others, _ = setter.lines(Paragraph((Run(text),), STYLE), 357, 453.5)
    assert first.text.endswith("งบประมาณ")  # no line parts the amount that follows
    assert all(line.width > 0.75 * 453.5 for line in others)  # the address breaks at its signs only


@pytest.mark.parametrize("measure", [400, 250, 210])
@pytest.mark.parametrize("reader", READERS)
def test_no_reader_sees_a_space_that_is_not_there(
    press: Press, reader: str, measure: float
) -> None:
    paragraph = Paragraph((Run(PROSE * 6),), STYLE)
    sheet = Sheet(width=measure + 140)
    done = press.set_parts([Part((paragraph,), sheet, numbered=False)], About())
    typed = set(PROSE.split())
    for line in READERS[reader](done.pdf).splitlines():
        for word in line.split()[1:-1]:
            assert word in typed


def test_the_space_after_a_label_is_as_wide_as_those_of_its_line(setter: Typesetter) -> None:
    for words in range(2, 30):
        text = f"{'ประชาชน' * words} เสนอ {PROSE}"
        paragraph = Paragraph((Run(text),), STYLE, Run("1.5.6"))
        row, *_ = ParagraphRows(setter).of(paragraph, 450)
        label, spread_line = row.lines
        gain = spread_line.line.gap + spread_line.line.space_gain
        assert label.line.space_gain == pytest.approx(gain if spread_line.line.gap > 0 else 0)
        plain = setter.label(Run("1.5.6"), 16).width
        assert spread_line.x == pytest.approx(plain + label.line.space_gain)
        if gain > 0:
            assert spread_line.x + spread_line.line.width == pytest.approx(450)


FOREIGN = "www.phitsanulok.go.th/ita/2567/report-of-participation.pdf"


def glyph_gaps(pdf: bytes, text: str) -> set[float]:
    """Return how far the letters of `text` stand from where they would stand in a plain line."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        letters = [
            (letter["c"], letter["origin"][0])
            for page in document
            for block in json.loads(page.get_text("rawjson"))["blocks"]
            for line in block["lines"]
            for span in line["spans"]
            for letter in span["chars"]
        ]
    whole = "".join(letter for letter, _ in letters)
    at = whole.index(text)
    places = [x for _, x in letters[at : at + len(text)]]
    return {round(b - a, 2) for a, b in pairwise(places)}


def test_foreign_words_of_a_spread_line_are_not_pulled_apart(
    press: Press, setter: Typesetter
) -> None:
    for before in range(4, 40, 5):
        text = f"{PROSE[: before * 3]} {FOREIGN} {PROSE}"
        done, plain = (
            press.set_parts(
                [Part((Paragraph((Run(text),), Style(align=align)),), numbered=False)], About()
            )
            for align in (Align.THAI, Align.LEFT)
        )
        piece = "phitsanulok"
        assert glyph_gaps(done.pdf, piece) == glyph_gaps(plain.pdf, piece)
        for line in spread(setter, text, 450)[:-1]:
            assert line.width <= 450 + 1e-3
