import pytest

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


def test_what_was_set_before_does_not_show_in_the_same_bytes(family: Family, press: Press) -> None:
    kept = Press(family, press.setter.breaker.dictionary)
    kept.set_parts(report(1, "อื่น ๆ"), About())
    fresh = Press(family, press.setter.breaker.dictionary)
    parts = report(2, "เดียวกัน")
    assert kept.set_parts(parts, ABOUT).pdf == fresh.set_parts(parts, ABOUT).pdf


def test_a_recall_forgets_what_two_documents_did_not_need() -> None:
    recall: Recall[str, object] = Recall()
    first = recall.get("a", object)
    recall.turn()
    assert recall.get("a", object) is first
    recall.turn()
    recall.turn()
    assert recall.get("a", object) is not first
