"""The font programs that go into documents, judged by another reader of fonts."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from desktop_app.paths import font
from desktop_app.typeset.faces import FALLBACK_FACTOR, Face
from desktop_app.typeset.outlines import Part, composed
from desktop_app.typeset.shape import ClusterGlyph, Piece, Shaper
from desktop_app.typeset.subset import build_subset

FONTS = [
    font("Sarabun-Bold.ttf"),
    *sorted(Path("/usr/share/fonts/truetype").glob("*/DejaVuSans.ttf")),
    *sorted(Path("/usr/share/fonts/truetype/tlwg").glob("Loma.ttf")),
]
TEXT = "ที่ ป้ำ น้ำ ญู ฐุ Ǻ é ÅÄÖ ﬁ ½ กี่ ฟื้น สิ่ง"


def subset_of(face: Face, text: str, *codes: int) -> TTFont:
    """Return the program for a text, its clusters at `codes` or counted from 1."""
    glyphs = dict.fromkeys(g for word in Shaper().words(face, text) for g in word.glyphs)
    program = build_subset(face.outlines, dict(zip(codes or range(1, 999), glyphs, strict=False)))
    return TTFont(BytesIO(program), checkChecksums=2)  # raises for a sum that is wrong


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_every_glyph_says_truly_how_far_it_reaches(path: Path) -> None:
    subset = subset_of(Face(path, FALLBACK_FACTOR), TEXT)
    outlines = subset["glyf"]
    for name in subset.getGlyphOrder():
        glyph = outlines[name]
        if glyph.numberOfContours:
            said = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
            glyph.recalcBounds(outlines)
            drawn = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
            assert said == pytest.approx(drawn, abs=1)


def test_a_program_goes_through_another_writer_unharmed(regular: Face) -> None:
    out = BytesIO()
    subset_of(regular, TEXT).save(out)
    assert len(TTFont(out).getGlyphOrder()) == len(subset_of(regular, TEXT).getGlyphOrder())


def test_numbers_left_out_draw_nothing(regular: Face) -> None:
    subset = subset_of(regular, "กข", 3, 7)
    drawn = [subset["glyf"][name].numberOfContours for name in subset.getGlyphOrder()]
    assert [code for code in range(1, 8) if drawn[code]] == [3, 7]


def test_only_what_is_asked_for_is_carried_over(regular: Face) -> None:
    few, more = subset_of(regular, "กข"), subset_of(regular, "กขฃคฅฆ")
    assert len(few.getGlyphOrder()) == 3
    assert len(more.getGlyphOrder()) == 7


def test_a_document_without_text_needs_no_glyph(regular: Face) -> None:
    assert len(TTFont(BytesIO(build_subset(regular.outlines, {}))).getGlyphOrder()) == 1


def test_a_cluster_far_beyond_what_a_font_can_hold_is_still_a_font(regular: Face) -> None:
    pieces = tuple(Piece(40, x, x) for x in (0, 70_000, -70_000))
    program = build_subset(regular.outlines, {1: ClusterGlyph("ก", pieces, 200_000)})
    assert TTFont(BytesIO(program))["glyf"]["glyph00001"].numberOfContours == -1


def test_a_composite_reaches_as_far_as_its_parts() -> None:
    outline = composed([Part(1, 0, 0), Part(2, -30, 400)], [(10, 0, 500, 600), (0, 0, 50, 90)])
    assert outline.box == (-30, 0, 500, 600)
