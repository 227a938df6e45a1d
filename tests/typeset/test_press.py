import re
from collections.abc import Iterator
from io import BytesIO

import pymupdf
import pytest
from fontTools.ttLib import TTFont

from desktop_app.typeset.draw import About
from desktop_app.typeset.elements import Paragraph, Part, Run
from desktop_app.typeset.faces import Family
from desktop_app.typeset.recall import Recall
from desktop_app.typeset.setting import Press
from tests.readers import READERS

ABOUT = About(same_bytes=True)


def report(edited: int, text: str) -> list[Part]:
    texts = [f"ย่อหน้าที่ {at} ของรายงานผลการดำเนินงาน " * 6 for at in range(40)]
    texts[edited] = text
    return [Part(tuple(Paragraph((Run(text),), mark=at) for at, text in enumerate(texts)))]


@pytest.mark.parametrize("reader", READERS)
def test_a_document_set_again_after_edits_reads_as_one_set_afresh(
    press: Press, family: Family, reader: str
) -> None:
    kept = Press(family, press.setter.breaker.dictionary)
    for edited, text in ((3, "ใหม่"), (20, "ข้อความ " * 400), (20, "ฎฏฐ ญู ป้ำ"), (39, "")):
        parts = report(edited, text)
        again = kept.set_parts(parts, About())
        afresh = Press(family, press.setter.breaker.dictionary).set_parts(parts, About())
        assert READERS[reader](again.pdf) == READERS[reader](afresh.pdf)
        assert again.places == afresh.places


def test_a_brief_press_sets_one_document_after_another_as_any_press(
    press: Press, family: Family
) -> None:
    brief = Press(family, press.setter.breaker.dictionary, brief=True)
    for edited, text in ((3, "ใหม่"), (20, "ข้อความ " * 400)):
        parts = report(edited, text)
        assert brief.set_parts(parts, ABOUT) == Press(
            family, press.setter.breaker.dictionary
        ).set_parts(parts, ABOUT)


def test_what_was_set_before_does_not_show_in_the_same_bytes(family: Family, press: Press) -> None:
    kept = Press(family, press.setter.breaker.dictionary)
    kept.set_parts(report(1, "อื่น ๆ"), About())
    fresh = Press(family, press.setter.breaker.dictionary)
    parts = report(2, "เดียวกัน")
    assert kept.set_parts(parts, ABOUT).pdf == fresh.set_parts(parts, ABOUT).pdf


class Stop:
    """Stops a setting at one of its steps, which it counts."""

    def __init__(self) -> None:
        self.steps = 0
        self.at = 0

    def __call__(self) -> None:
        self.steps += 1
        if self.steps == self.at:
            raise InterruptedError


@pytest.mark.parametrize("at", [3, 30, 42])  # 40 paragraphs, and then pages
def test_what_was_set_before_a_stop_is_not_set_again(family: Family, press: Press, at: int) -> None:
    stop = Stop()
    kept = Press(family, press.setter.breaker.dictionary, between=stop)
    early, late = report(1, "ก่อน"), [Part(tuple(_changed(report(1, "หลัง"))))]
    pages = kept.set_parts(early, About()).page_count
    assert stop.steps == 40 + pages
    for parts, known in ((late, min(at - 1, 40)), (early, 40)):
        stop.steps, stop.at = 0, at
        with pytest.raises(InterruptedError):
            kept.set_parts(late, About())
        stop.steps, stop.at = 0, 0
        again = kept.set_parts(parts, About())
        assert stop.steps == 40 - known + again.page_count
        afresh = Press(family, press.setter.breaker.dictionary).set_parts(parts, About())
        assert (again.page_count, again.places) == (afresh.page_count, afresh.places)
        kept.set_parts(early, About())


def _changed(parts: list[Part]) -> Iterator[Paragraph]:
    for element in parts[0].elements:
        assert isinstance(element, Paragraph)
        yield element._replace(runs=(*element.runs, Run(" และอื่น ๆ")))


def embedded(pdf: bytes) -> tuple[set[str], int]:
    """Return all texts that the fonts of a document map to, and how many glyphs have outlines."""
    texts: set[str] = set()
    outlines = 0
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        for xref in range(1, document.xref_length()):
            stream = document.xref_stream(xref) or b""
            maps = stream.partition(b"beginbfchar")[2]
            mapped = re.findall(rb"^<[0-9A-F]{4}> <([0-9A-F]+)>$", maps, re.MULTILINE)
            texts |= {bytes.fromhex(text.decode()).decode("utf-16-be") for text in mapped}
            if stream.startswith(b"\0\1\0\0"):
                font = TTFont(BytesIO(stream))
                names = font.getGlyphOrder()
                outlines += sum(font["glyf"][name].numberOfContours != 0 for name in names)
    return texts, outlines


def test_what_was_deleted_is_nowhere_in_the_file(family: Family, press: Press) -> None:
    kept = Press(family, press.setter.breaker.dictionary)
    before = embedded(kept.set_parts(report(3, "เดิม"), About()).pdf)
    typed = embedded(kept.set_parts(report(3, "เดิม ฬ๊ ✓ ฿"), About()).pdf)
    assert {"ฬ๊", "✓", "฿"} <= typed[0]
    assert typed[1] > before[1]
    assert embedded(kept.set_parts(report(3, "เดิม"), About()).pdf) == before


def test_a_page_that_an_edit_did_not_move_is_not_drawn_again(family: Family, press: Press) -> None:
    kept = Press(family, press.setter.breaker.dictionary)
    pages = [page_contents(kept.set_parts(report(39, text), About()).pdf) for text in ("ก", "ฬ๊ ฿")]
    assert pages[0][0] == pages[1][0]
    assert pages[0][-1] != pages[1][-1]


def page_contents(pdf: bytes) -> list[bytes]:
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return [page.read_contents() for page in document]


def test_codes_are_dealt_anew_when_most_are_no_longer_used(family: Family, press: Press) -> None:
    kept = Press(family, press.setter.breaker.dictionary)
    consonants = "กขคงจฉชซญดตถทธนบปผพฟมยรลวสหอ"
    for mark in "ิีึืุู่้๊๋":
        line = " ".join(consonant + mark for consonant in consonants)
        kept.set_parts([Part((Paragraph((Run(line),)),))], About())
    small = kept.set_parts([Part((Paragraph((Run("กขค"),)),))], About()).pdf
    small = kept.set_parts([Part((Paragraph((Run("กขค"),)),))], About()).pdf
    assert b"<000100020003>" in page_contents(small)[0]
    assert embedded(small)[0] == {"ก", "ข", "ค"}


def test_a_recall_forgets_what_two_documents_did_not_need() -> None:
    recall: Recall[str, object] = Recall()
    first = recall.get("a", object)
    recall.turn()
    assert recall.get("a", object) is first
    recall.turn()
    recall.turn()
    assert recall.get("a", object) is not first
