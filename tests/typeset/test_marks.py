"""Marks stand where HarfBuzz puts them, in the font that the document carries."""

from io import BytesIO

import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from desktop_app.typeset.faces import Face
from desktop_app.typeset.shape import Shaper
from desktop_app.typeset.subset import build_subset

LINES = [
    "ที่ ป้ำ น้ำ ปู่ ญู ฐุ ฤๅ ก็ กี่ ฟื้น ฝึก ศักดิ์ สิ่งปฏิกูล พื้นที่ กำลัง ยิ่ง ผู้นำ",
    "องค์กรปกครองส่วนท้องถิ่น “เคาะประตูบ้าน (Knock Door Marketing)” fi AVATAR To 13.30",
    "ก่ก้ก๊ก๋ปั่ปั้ฟี้ฬู่ญุ้ฐู่ฏุฎูโป๊ะใต้ไม้ ํ ่ ๎ ๚ ๛ ฿ ๆ ฯลฯ",
]

Outline = list[tuple[str, tuple[tuple[float, float], ...]]]


def drawn_by_harfbuzz(face: Face, text: str) -> Outline:
    font = TTFont(BytesIO(face.path.read_bytes()))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "th"
    hb.shape(face.shaper, buffer, {})
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    recorded = DecomposingRecordingPen(glyphs)
    pen = 0
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        shift = (1, 0, 0, 1, pen + at.x_offset, at.y_offset)
        glyphs[order[info.codepoint]].draw(TransformPen(recorded, shift))
        pen += at.x_advance
    return list(recorded.value)


def drawn_by_document(face: Face, text: str) -> Outline:
    """Draw the words of `text` with the subset, as a reader of the PDF does."""
    (word,) = Shaper().words(face, text)
    codes = list(dict.fromkeys(word.glyphs))
    program = build_subset(face.outlines, dict(enumerate(codes, start=1)))
    subset = TTFont(BytesIO(program))
    glyphs = subset.getGlyphSet()
    recorded = DecomposingRecordingPen(glyphs)
    pen = 0
    for glyph, kern in zip(word.glyphs, word.kerns, strict=True):
        name = subset.getGlyphOrder()[codes.index(glyph) + 1]
        glyphs[name].draw(TransformPen(recorded, (1, 0, 0, 1, pen, 0)))
        pen += glyphs[name].width + kern
    return list(recorded.value)


@pytest.mark.parametrize("text", LINES)
def test_every_outline_is_where_harfbuzz_puts_it(regular: Face, text: str) -> None:
    assert drawn_by_document(regular, text) == drawn_by_harfbuzz(regular, text)


def test_every_consonant_vowel_and_tone(regular: Face) -> None:
    for consonant in map(chr, range(0x0E01, 0x0E2F)):
        syllables = [consonant + v + t for v in " ัำิีึืุู็" for t in " ่้๊๋์"]
        text = " ".join(s.replace(" ", "") for s in syllables)
        assert drawn_by_document(regular, text) == drawn_by_harfbuzz(regular, text)
