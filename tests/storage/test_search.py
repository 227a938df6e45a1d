"""A search finds every part of every report however it was typed, and nothing that is deleted."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.report.package import file_paths
from desktop_app.report.searching import hits, terms, texts, words
from desktop_app.report.values import Activity, Agency, Report
from desktop_app.storage.store import Store
from desktop_app.storage.wording import worded
from desktop_app.thai.folding import fold
from desktop_app.thai.numerals import to_arabic_digits, to_thai_digits
from tests.report.strategies import activities, reports
from tests.storage.samples import FULL, FULL_FILES, with_activity, with_fields

OTHER = Report(fiscal_year=2565, agency=Agency(name="อำเภอบางกระทุ่ม"))


@pytest.fixture
def searched(store: Store) -> Store:
    store.save(FULL, FULL_FILES)
    store.save(OTHER)
    return store


def found(store: Store, query: str) -> set[object]:
    return {summary.id for summary in store.search(query)}


@pytest.mark.parametrize(
    "query",
    [
        "นครไทย",
        "พิษณุโลก",
        "2566",
        "๒๕๖๖",
        "ไฟ",  # two letters
        "ควัน ขยะ",  # both somewhere
        "นครไทย หมอก",  # one outside the activities, one inside
        "สำนัก",
        "สํานัก",  # SARA AM as nikhahit and SARA AA
        "EXAMPLE.org",
        "771",
        "๗๗๑",
        "22 กุมภาพันธ์ 2566",
        "๒๒ ก.พ.",
        "13.30",
        "191",
        "ปลัด",
        "ภาพที่ 1",
        "minutes",
        "  ไฟป่า   หมอก ",
    ],
)
def test_a_report_is_found_by_anything_in_it(searched: Store, query: str) -> None:
    assert found(searched, query) == {FULL.id}
    assert hits(FULL, query)


@pytest.mark.parametrize("query", ["ไม่มีคำนี้", "ไฟป่า บางกระทุ่ม", "%", "_", "null", "half_year"])
def test_what_is_nowhere_is_not_found(searched: Store, query: str) -> None:
    assert found(searched, query) == set()


@pytest.mark.parametrize("query", ["", " ", "\u200b"])
def test_no_word_finds_all(searched: Store, query: str) -> None:
    assert found(searched, query) == {FULL.id, OTHER.id}


def test_the_latest_year_comes_first(searched: Store) -> None:
    assert [summary.id for summary in searched.search("อำเภอ")] == [FULL.id, OTHER.id]


def test_a_search_sees_what_was_saved_last(searched: Store, path: Path) -> None:
    searched.save(with_activity(FULL, 0, issues=("น้ำท่วม",)))
    assert found(searched, "น\u0e4d\u0e49\u0e32") == {FULL.id}  # nikhahit before the tone
    assert found(searched, "ไฟป่า") == set()
    with Store.open(path) as other:
        other.save(with_fields(OTHER, activities=(Activity(name="ไฟป่า"),)))
    assert found(searched, "ไฟป่า") == {OTHER.id}


def test_deleted_reports_are_not_found(searched: Store) -> None:
    searched.delete(FULL.id)
    assert found(searched, "นครไทย") == set()
    searched.restore(FULL.id)
    assert found(searched, "นครไทย") == {FULL.id}


def test_a_hit_tells_where_and_shows_what_is_around_it() -> None:
    long = with_activity(FULL, 0, results=(f"{'ก' * 200} หมอกควัน {'ข' * 200}",))
    (first, second) = hits(long, "ควัน")
    assert (first.path, first.text) == (("activities", 0, "issues", 0), "ไฟป่า หมอกควัน")
    assert second.path == ("activities", 0, "results", 0)
    assert "หมอกควัน" in second.text
    assert second.text.startswith("…ก")
    assert second.text.endswith("ข…")


@given(st.text(max_size=30))
def test_any_part_of_a_text_finds_it(text: str) -> None:
    report = Report(id=uuid4(), fiscal_year=2566, title=text.encode("utf-8", "ignore").decode())
    for word in (report.title or "").split():
        if terms(word):
            assert hits(report, word)


def as_marks(text: str) -> str:
    return text.replace("\u0e33", "\u0e4d\u0e32")


WAYS: tuple[Callable[[str], str], ...] = (
    str.strip,
    str.upper,
    to_thai_digits,
    to_arabic_digits,
    as_marks,
)


@st.composite
def searches(draw: st.DrawFn) -> tuple[list[Report], str]:
    """Return some reports and a query: parts of their texts, as typed in one way or another."""
    made = draw(st.lists(reports, min_size=1, max_size=3))
    every = [text for report in made for _, text in texts(report)] or ["ไม่มีอะไร"]
    parts = []
    for _ in range(draw(st.integers(1, 2))):
        text = draw(st.sampled_from(every))
        begin = draw(st.integers(0, max(0, len(text) - 2)))
        parts.append(text[begin : begin + draw(st.integers(2, 8))])
    return made, draw(st.sampled_from(WAYS))(" ".join(parts))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(searches())
def test_a_search_finds_just_what_looking_through_every_text_finds(
    store: Store, search: tuple[list[Report], str]
) -> None:
    made, query = search
    ids = set()
    for report in made:
        own = with_fields(report, id=uuid4())
        store.save(own, dict.fromkeys(file_paths(own), b""))
        everything = [fold(text) for _, text in texts(own)]
        if all(any(term in text for text in everything) for term in terms(query)):
            ids.add(own.id)
    assert found(store, query) == ids
    for summary in store.summaries():
        store.delete(summary.id)


@given(activities)
def test_what_is_stored_for_a_search_is_what_is_shown_of_it(activity: Activity) -> None:
    assert words(activity) == fold(" ".join(text for _, text in texts(activity)))


@given(activities, activities)
def test_what_is_stored_of_an_edit_is_what_would_be_stored_of_it_alone(
    was: Activity, now: Activity
) -> None:
    shared = now.model_copy(update={"results": was.results, "sessions": was.sessions})
    assert worded(shared, worded(was)).text == worded(shared).text
