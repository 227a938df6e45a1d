from pathlib import Path

import nlpo3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.paths import resource
from desktop_app.typeset import newmm
from desktop_app.typeset.newmm import Newmm

WORDS = resource("words", "thai-words.txt")
PROSE = (Path(__file__).parent / "official_prose.txt").read_text(encoding="utf-8").splitlines()
LETTERS = "กขคงจชดตนบปมยรลวสอะาำิีืุูเแโไ่้์ๆฯ 1๒.a-"


@pytest.fixture(scope="module")
def whole() -> Newmm:
    return Newmm(WORDS)


def _tokens(words: Newmm, text: str) -> list[str]:
    return words.divided(text)[0]


@given(text=st.lists(st.sampled_from(PROSE), min_size=1, max_size=3).map(" ".join))
@settings(max_examples=30, deadline=None)
def test_the_words_of_a_text_divide_it_as_all_words_do(whole: Newmm, text: str) -> None:
    assert _tokens(Newmm(WORDS, brief=True), text) == _tokens(whole, text)


@given(text=st.lists(st.text(LETTERS, max_size=9) | st.sampled_from(PROSE)).map("".join))
@settings(max_examples=30, deadline=None)
def test_so_they_do_where_much_is_no_word(whole: Newmm, text: str) -> None:
    assert _tokens(Newmm(WORDS, brief=True), text) == _tokens(whole, text)


def test_texts_that_were_expected_and_others_are_divided_alike(whole: Newmm) -> None:
    brief = Newmm(WORDS, brief=True)
    brief.expect(PROSE[:5])
    for text in (*PROSE[:5], PROSE[3][2:9], *PROSE[5:9], "", "12.30 – ..."):
        assert _tokens(brief, text) == _tokens(whole, text)


@given(text=st.lists(st.sampled_from(PROSE), min_size=1, max_size=2).map("".join))
@settings(max_examples=20, deadline=None)
def test_all_words_that_occur_in_a_text_are_known(whole: Newmm, text: str) -> None:
    known = Newmm(WORDS, brief=True).divided(text)[1]
    assert known >= {word for word in whole.words if word in text}
    assert known < whole.words


def test_long_words_are_known_in_a_short_text() -> None:
    brief = Newmm(WORDS, brief=True)
    longest = max(brief.words, key=len)
    assert _tokens(brief, longest) == [longest]


@pytest.mark.usefixtures("whole")
def test_a_document_that_becomes_long_gets_all_words(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(nlpo3, "load_dict", lambda path, _: loaded.append(path))
    brief = Newmm(WORDS, brief=True)
    brief.expect([" ".join(PROSE * 9)])
    assert _tokens(brief, "กิจกรรม") == ["กิจกรรม"]
    assert loaded == [str(WORDS)]


def test_where_no_small_file_can_be_written_all_words_serve(
    monkeypatch: pytest.MonkeyPatch, whole: Newmm
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(newmm, "NamedTemporaryFile", refused)
    assert _tokens(Newmm(WORDS, brief=True), PROSE[0]) == _tokens(whole, PROSE[0])
