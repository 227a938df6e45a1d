"""What a form asks for, done to a report, and what stands where afterwards."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.report.editing import value_at
from desktop_app.report.fields import CLAUSES, Field
from desktop_app.report.values import Activity, Report
from desktop_app.ui.editing.difference import first_difference
from desktop_app.ui.editing.edits import (
    Added,
    Edit,
    Moved,
    Put,
    Removed,
    edited,
    moved_along,
)
from desktop_app.ui.editing.naming import name_of

ISSUES = ("activities", 0, "issues")
FIELD: Field = CLAUSES[2].fields[0]


def report(*issues: str) -> Report:
    return Report(id=UUID(int=1), fiscal_year=2566, activities=(Activity(issues=issues),))


@st.composite
def lists_and_edits(draw: st.DrawFn) -> tuple[tuple[str, ...], Edit]:
    count = draw(st.integers(1, 6))
    items = tuple(f"ข้อ {n}" for n in range(count))
    index = st.integers(0, count - 1)
    added = st.tuples(st.integers(0, count), st.lists(st.just("ใหม่"), min_size=1, max_size=3))
    edits = (
        added.map(lambda one: Added(one[0], tuple(one[1]))),
        index.map(Removed),
        st.tuples(index, index).map(lambda one: Moved(*one)),
    )
    return items, draw(st.one_of(*edits))


@given(lists_and_edits())
def test_what_stood_at_a_path_is_found_where_it_moved(
    case: tuple[tuple[str, ...], Edit],
) -> None:
    items, edit = case
    after = edited(report(*items), ISSUES, edit)
    for index, item in enumerate(items):
        where = moved_along((*ISSUES, index), ISSUES, edit)
        if where is None:
            assert item not in after.activities[0].issues
        else:
            assert value_at(after, where) == item


def test_a_path_elsewhere_stays() -> None:
    assert moved_along(("title",), ISSUES, Removed(0)) == ("title",)


@pytest.mark.parametrize(
    ("edit", "name"),
    [
        (Put((1,), "ก"), "แก้ไขประเด็นที่ 2"),
        (Added(1, ("",)), "เพิ่มประเด็น"),
        (Removed(1), "ลบประเด็นที่ 2"),
        (Moved(2, 0), "ย้ายประเด็นที่ 3"),
    ],
)
def test_an_edit_has_a_name_for_undo(edit: Edit, name: str) -> None:
    assert name_of(FIELD, edit).th == name


def test_undo_finds_what_it_changed() -> None:
    before, after = report("ก", "ข"), report("ก", "ค")
    assert first_difference(before, after) == (*ISSUES, 1)
    assert first_difference(before, report("ก")) == ISSUES
    assert first_difference(before, before) == ()
