import re
import zlib
from dataclasses import replace

import pymupdf
import pytest

from desktop_app.typeset.draw import About, draw
from desktop_app.typeset.elements import Bookmark, Paragraph, Part, Run, Sheet
from desktop_app.typeset.rows import Page, PlacedLine
from desktop_app.typeset.setting import Press, SetDocument


def document(press: Press, about: About) -> SetDocument:
    paragraphs = (
        Paragraph((Run("1. กิจกรรม", bold=True),), bookmark=Bookmark("1. กิจกรรม", 0), mark="a"),
        Paragraph((Run("1.1 วันที่"),), bookmark=Bookmark("1.1 วันที่", 1), mark="b"),
    )
    return press.set_parts([Part(paragraphs, drop=50)], about)


def test_the_same_bytes_when_asked_for(press: Press) -> None:
    about = About(title="ก", same_bytes=True)
    assert document(press, about).pdf == document(press, about).pdf


def test_the_document_says_what_it_is(press: Press) -> None:
    done = document(press, About(title="รายงานผล", author="จังหวัดพิษณุโลก", creator="Suanruam"))
    with pymupdf.open(stream=done.pdf, filetype="pdf") as pdf:
        assert pdf.metadata["title"] == "รายงานผล"
        assert pdf.metadata["author"] == "จังหวัดพิษณุโลก"
        assert pdf.metadata["creator"] == "Suanruam"
        assert pdf.xref_get_key(pdf.pdf_catalog(), "Lang") == ("string", "th-TH")
        assert [tuple(entry) for entry in pdf.get_toc()] == [(1, "1. กิจกรรม", 1), (2, "1.1 วันที่", 1)]


def test_all_fonts_are_embedded_subsets(press: Press) -> None:
    done = document(press, About())
    with pymupdf.open(stream=done.pdf, filetype="pdf") as pdf:
        fonts = {font[3]: font[1] for font in pdf.get_page_fonts(0)}
    assert {name.partition("+")[2] for name in fonts} == {"Sarabun-Regular", "Sarabun-Bold"}
    assert set(fonts.values()) == {"ttf"}


def test_marks_are_found_again(press: Press) -> None:
    places = document(press, About()).places
    assert (places["a"].page, places["b"].page) == (0, 0)
    assert 70 + 50 - 1 <= places["a"].top < places["b"].top


@pytest.mark.parametrize(("gap", "space_gain"), [(1.2e-5, 3e-7), (0.3, -1e-7)])
def test_numbers_are_written_as_pdf_knows_them(press: Press, gap: float, space_gain: float) -> None:
    line = press.setter.line_of((Run("กข คง"),), 16)
    placed = PlacedLine(72, 90, replace(line, gap=gap, space_gain=space_gain))
    pdf = draw([Page(Sheet(), (placed,), (), ())], About()).pdf
    packed = re.findall(rb"stream\r?\n(x.+?)endstream", pdf, re.DOTALL)
    streams = (zlib.decompressobj().decompress(data) for data in packed)
    content = next(stream for stream in streams if b" Tc " in stream)
    assert not re.search(b"[0-9]e[+-]?[0-9]", content)


def test_titles_stand_on_one_line_of_the_outline(press: Press) -> None:
    typed = "1. ประชุม\r\nครั้ง\u200bที่ 2\x00"
    paragraph = Paragraph((Run("ก"),), bookmark=Bookmark(typed, 0))
    done = press.set_parts([Part((paragraph,))], About(title=typed, author=typed))
    with pymupdf.open(stream=done.pdf, filetype="pdf") as pdf:
        titles = {pdf.metadata["title"], pdf.metadata["author"], pdf.get_toc()[0][1]}
    assert titles == {"1. ประชุม ครั้งที่ 2"}


def test_the_outline_is_a_tree_whatever_levels_come(press: Press) -> None:
    levels = [0, 1, 2, 2, 1, 0, 2, 1]
    paragraphs = [
        Paragraph((Run(f"{at}"),), bookmark=Bookmark(f"ข้อ (ที่) {at}", level))
        for at, level in enumerate(levels)
    ]
    done = press.set_parts([Part(tuple(paragraphs))], About())
    with pymupdf.open(stream=done.pdf, filetype="pdf") as pdf:
        toc = [(level, title) for level, title, _ in pdf.get_toc()]
        assert pdf.xref_get_key(
            int(pdf.xref_get_key(pdf.pdf_catalog(), "Outlines")[1].split()[0]), "Count"
        ) == ("int", "8")
    shown = [1, 2, 3, 3, 2, 1, 2, 2]  # none further below than what is there
    assert toc == [(level, f"ข้อ (ที่) {at}") for at, level in enumerate(shown)]
