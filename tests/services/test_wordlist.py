"""The user's own words: one file, whatever editor wrote it, and no line parts one of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import EnvironmentFault
from desktop_app.paths import DataPlace
from desktop_app.services.printing import bundled_press
from desktop_app.services.words.wordlist import WordList, read_words, word_list, write_words

WORDS = ("ภูลมโลสันติ", "บ้านร่องกล้า", "ณ อยุธยา")


@pytest.fixture
def place(tmp_path: Path) -> DataPlace:
    return DataPlace(tmp_path / "ข้อมูล")


def test_without_a_file_there_are_no_words(place: DataPlace) -> None:
    assert word_list(place) == WordList()


def test_words_are_read_as_they_were_written(place: DataPlace) -> None:
    write_words(place, [*WORDS, " บ้านร่องกล้า  ", "", "ก"])
    assert read_words(place) == WORDS
    write_words(place, ())
    assert read_words(place) == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_editor_may_have_written_the_file(place: DataPlace, encoding: str, end: str) -> None:
    place.root.mkdir()
    lines = ("# ชื่อในอำเภอ", WORDS[0], "", f"  {WORDS[1]}\t", WORDS[2], WORDS[0])
    place.words.write_bytes(end.join(lines).encode(encoding))
    assert word_list(place) == WordList(WORDS)


def test_lines_that_are_no_words_are_counted_and_the_others_stand(place: DataPlace) -> None:
    place.root.mkdir()
    bad = (b"\xff\xfb\x81", b"\x00\x01\x02", "ก".encode(), ("ก" * 5000).encode())
    place.words.write_bytes(b"\n".join((WORDS[0].encode(), *bad, WORDS[1].encode("cp874"))))
    assert word_list(place) == WordList(WORDS[:2], len(bad))


def test_comments_outlive_what_the_program_writes(place: DataPlace) -> None:
    place.root.mkdir()
    place.words.write_text(f"# หมู่บ้าน\n{WORDS[0]}\n# ถนน\n", encoding="utf-8")
    write_words(place, WORDS[1:])
    text = place.words.read_text(encoding="utf-8-sig")
    assert text.splitlines() == ["# หมู่บ้าน", "# ถนน", *WORDS[1:]]


def test_a_file_that_cannot_be_read_is_said(place: DataPlace) -> None:
    place.words.mkdir(parents=True)
    with pytest.raises(EnvironmentFault) as fault:
        read_words(place)
    assert "words.txt" in fault.value.said.th


@given(st.binary(max_size=200))
def test_no_file_is_too_strange(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    place = DataPlace(tmp_path_factory.mktemp("words"))
    place.words.write_bytes(data)
    words = read_words(place)
    write_words(place, words)
    assert read_words(place) == words


def test_no_line_parts_a_word_of_the_users_own() -> None:
    text = "ประชุมที่ภูลมโลสันติกลางดงรักและบ้านร่องกล้าใหม่"
    own = ("ภูลมโลสันติกลางดงรัก", "ร่องกล้าใหม่")
    before, after = (bundled_press(words).setter.breaker.find(text) for words in ((), own))
    inside = {
        at for word in own for at in range(text.index(word) + 1, text.index(word) + len(word))
    }
    assert (before.good | before.joints) & inside
    assert not (after.good | after.joints) & inside
    assert {text.index(own[0]), text.index("และ")} <= after.good
