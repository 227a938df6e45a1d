"""Lines of official prose end where a careful hand would let them end."""

from itertools import accumulate

import pytest

from desktop_app.typeset.breaks import Breaker
from desktop_app.typeset.clusters import units
from desktop_app.typeset.normalise import normalise
from tests.typeset import marked
from tests.typeset.marked import Marked, sentences

PROSE = sentences()
FRESH = sentences(marked.LATER)
FOUND = {PROSE: 0.982, FRESH: 0.95}  # of the good places, at least
WRONG = {PROSE: 3, FRESH: 6}  # breaks in all sentences, at most: names that no list has
BOTH = pytest.mark.parametrize("prose", [PROSE, FRESH], ids=["official", "later"])


@pytest.fixture(scope="module")
def breaker() -> Breaker:
    return marked.breaker()


def test_the_set_is_large_and_as_the_typesetter_gets_it() -> None:
    assert len(PROSE) >= 170
    every = (*PROSE, *FRESH)
    assert [one.text for one in every] == [normalise(one.text) for one in every]
    assert len({one.text for one in every}) == len(every)


def test_marks_stand_between_clusters() -> None:
    for one in (*PROSE, *FRESH):
        cuts = set(accumulate(map(len, units(one.text))))
        assert one.good | one.poor <= cuts, one.shown((one.good | one.poor) - cuts)


@BOTH
def test_good_places_are_found(breaker: Breaker, prose: tuple[Marked, ...]) -> None:
    found = sum(len(one.good & breaker.find(one.text).good) for one in prose)
    assert found >= FOUND[prose] * sum(len(one.good) for one in prose)


@BOTH
def test_hardly_a_break_is_wrong(breaker: Breaker, prose: tuple[Marked, ...]) -> None:
    wrong = [
        one.shown([at]) for one in prose for at in breaker.find(one.text).good - one.good - one.poor
    ]
    assert len(wrong) <= WRONG[prose], "\n".join(wrong)


@pytest.mark.parametrize("one", [*PROSE, *FRESH], ids=range(len(PROSE) + len(FRESH)))
def test_no_name_and_no_cluster_is_parted(breaker: Breaker, one: Marked) -> None:
    found = breaker.find(one.text)
    breaks = found.good | found.joints
    for start, end in one.names:
        assert not one.parts_name(start, end, breaks), one.shown(breaks)
    assert breaks <= set(accumulate(map(len, units(one.text)))), one.shown(breaks)


def test_a_marked_line_is_read() -> None:
    one = marked.read("นาย{วิทยา} ~{คงสวัสดิ์} |เป็น|ประธาน")
    assert one.text == "นายวิทยา คงสวัสดิ์ เป็นประธาน"
    assert one.shown(one.good) == "นายวิทยา คงสวัสดิ์ |เป็น|ประธาน"
    assert one.shown(one.poor) == "นายวิทยา |คงสวัสดิ์ เป็นประธาน"
    assert [one.text[start:end] for start, end in one.names] == ["วิทยา", "คงสวัสดิ์"]
