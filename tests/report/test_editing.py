"""Edits make the next report and leave the last one alone; undo gives it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from desktop_app.errors import Said, UserFault
from desktop_app.report.editing import (
    History,
    Path,
    value_at,
    with_item_added,
    with_item_moved,
    with_item_removed,
    with_value,
)
from desktop_app.report.values import Activity, Group, Participants, Report
from tests.report.strategies import activities, reports, texts

TYPED = Said("พิมพ์", "Typing")
ISSUES: Path = ("activities", 0, "issues")

REPORT = Report(
    fiscal_year=2566,
    activities=(
        Activity(
            name="ประชุม",
            issues=("ไฟป่า", "ขยะ", "หอกระจายข่าว"),
            participants=Participants(total=191, groups=(Group(name="ผู้บริหาร"),)),
        ),
        Activity(name="อบรม"),
    ),
)


def refusal(path: Path, value: object) -> Said:
    with pytest.raises(UserFault) as caught:
        with_value(REPORT, path, value)
    return caught.value.said


def test_one_value_changes_and_its_neighbours_are_the_very_same() -> None:
    path: Path = ("activities", 0, "participants", "groups", 0, "name")
    edited = with_value(REPORT, path, "ปลัด")
    assert value_at(edited, path) == "ปลัด"
    assert value_at(REPORT, path) == "ผู้บริหาร"
    assert edited.activities[1] is REPORT.activities[1]
    assert edited.activities[0].issues is not None
    assert edited.id == REPORT.id


def test_a_value_of_the_wrong_sort_is_refused_by_its_path_in_both_languages() -> None:
    said = refusal(("activities", 0, "participants", "total"), "191")
    assert said.th == 'activities[0].participants.total: ต้องเป็นจำนวนเต็ม แต่พบ "191"'
    assert said.en == 'activities[0].participants.total: must be a whole number, not "191"'
    assert "ปี ค.ศ. 2023 คือ พ.ศ. 2566" in refusal(("fiscal_year",), 2023).th
    assert refusal((*ISSUES, 1), 7).th.startswith("activities[0].issues[1]: ต้องเป็นข้อความ")
    assert refusal(("activities", 1), None).en.startswith("activities[1]: must be an object")


@pytest.mark.parametrize(
    "path",
    [
        ("nothing",),
        ("activities", 2),
        ("activities", -1),
        ("activities", "name"),
        ("title", 0),
        ("activities", 0, "name", "th"),
    ],
)
def test_a_path_that_is_not_there_is_a_mistake_of_the_program(path: Path) -> None:
    with pytest.raises(LookupError):
        value_at(REPORT, path)
    with pytest.raises(LookupError):
        with_value(REPORT, path, "ก")


def test_items_are_added_removed_and_moved() -> None:
    def issues(report: Report) -> tuple[str | None, ...]:
        return report.activities[0].issues

    assert issues(with_item_added(REPORT, ISSUES, 0, "น้ำ"))[:2] == ("น้ำ", "ไฟป่า")
    assert issues(with_item_added(REPORT, ISSUES, 3, None))[-1] is None
    assert issues(with_item_removed(REPORT, ISSUES, 1)) == ("ไฟป่า", "หอกระจายข่าว")
    assert issues(with_item_moved(REPORT, ISSUES, 0, 2)) == ("ขยะ", "หอกระจายข่าว", "ไฟป่า")
    assert issues(with_item_moved(REPORT, ISSUES, 2, 0)) == ("หอกระจายข่าว", "ไฟป่า", "ขยะ")


def test_there_is_no_item_outside_a_list_and_no_list_in_a_text() -> None:
    with pytest.raises(LookupError):
        with_item_added(REPORT, ISSUES, 4, "ก")
    with pytest.raises(LookupError):
        with_item_removed(REPORT, ISSUES, 3)
    with pytest.raises(LookupError):
        with_item_moved(REPORT, ISSUES, 0, -1)
    with pytest.raises(TypeError):
        with_item_removed(REPORT, ("title",), 0)
    with pytest.raises(TypeError):
        with_value(REPORT, (), "no report")


def every_path(report: Report) -> list[Path]:
    """Return the paths of all texts of a report's activities."""
    found: list[Path] = [("title",), ("introduction",), ("agency", "name")]
    for index, activity in enumerate(report.activities):
        found.append(("activities", index, "name"))
        for key in ("issues", "results", "improvements", "organisers"):
            texts_there = value_at(report, ("activities", index, key))
            assert isinstance(texts_there, tuple)
            found += [("activities", index, key, n) for n in range(len(texts_there))]
        found += [
            ("activities", index, "sessions", n, "place") for n in range(len(activity.sessions))
        ]
    return found


@given(reports, texts, st.data())
def test_what_was_put_there_is_there_and_putting_back_restores_all(
    report: Report, text: str | None, data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from(every_path(report)))
    edited = with_value(report, path, text)
    assert value_at(edited, path) == text
    assert with_value(edited, path, value_at(report, path)) == report


@given(reports, activities, st.data())
def test_adding_then_removing_and_moving_there_and_back_restore_all(
    report: Report, activity: Activity, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(report.activities)))
    added = with_item_added(report, ("activities",), index, activity)
    assert added.activities[index] == activity
    assert with_item_removed(added, ("activities",), index) == report
    to = data.draw(st.integers(0, len(report.activities)))
    moved = with_item_moved(added, ("activities",), index, to)
    assert moved.activities[to] == activity
    assert with_item_moved(moved, ("activities",), to, index) == added


def titled(text: str | None) -> Report:
    return with_value(REPORT, ("title",), text)


def test_letters_of_one_field_are_undone_together_and_other_fields_apart() -> None:
    history = History(REPORT)
    for text in ("ร", "รา", "ราย"):
        history.do(TYPED, titled(text), joins=("title",))
    history.do(TYPED, with_value(titled("ราย"), ("introduction",), "ก"), joins=("introduction",))
    assert history.undo() == titled("ราย")
    assert history.undo() == REPORT
    assert (history.undo(), history.undo_label) == (REPORT, None)
    assert history.redo() == titled("ราย")


def test_after_a_pause_or_an_undo_the_next_letter_is_a_step_of_its_own() -> None:
    history = History(REPORT)
    history.do(TYPED, titled("ก"), joins=("title",))
    history.settle()
    history.do(TYPED, titled("กข"), joins=("title",))
    assert history.undo() == titled("ก")
    history.do(TYPED, titled("กค"), joins=("title",))
    assert history.redo_label is None
    assert history.undo() == titled("ก")


def test_edits_without_joins_never_join_and_no_edit_is_no_step() -> None:
    history = History(REPORT)
    history.do(TYPED, titled("ก"))
    history.do(TYPED, titled("ข"))
    history.do(TYPED, titled("ข"))
    assert history.undo() == titled("ก")
    assert history.undo() == REPORT


def test_typing_and_taking_it_back_by_hand_leaves_nothing_to_undo() -> None:
    history = History(titled(None))
    history.do(TYPED, titled("ก"), joins=("title",))
    history.do(TYPED, titled(None), joins=("title",))
    assert history.undo_label is None
    assert history.present == titled(None)


def test_each_step_is_named() -> None:
    history = History(REPORT)
    removed = Said("ลบประเด็นที่ 2", "Remove topic 2")
    history.do(removed, with_item_removed(REPORT, ISSUES, 1))
    assert (history.undo_label, history.redo_label) == (removed, None)
    history.undo()
    assert (history.undo_label, history.redo_label) == (None, removed)


class Undoing(RuleBasedStateMachine):
    """A history beside a plain list of every state that was ever the present one."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History(REPORT)
        self.past: list[Report] = [REPORT]
        self.at = 0

    @rule(text=texts)
    def edit(self, text: str | None) -> None:
        report = with_value(self.history.present, ("title",), text)
        self.history.do(TYPED, report)
        if report != self.past[self.at]:
            self.past[self.at + 1 :] = [report]
            self.at += 1

    @rule()
    def undo(self) -> None:
        self.at = max(self.at - 1, 0)
        assert self.history.undo() == self.past[self.at]

    @rule()
    def redo(self) -> None:
        self.at = min(self.at + 1, len(self.past) - 1)
        assert self.history.redo() == self.past[self.at]

    @invariant()
    def the_present_is_where_the_list_says(self) -> None:
        assert self.history.present == self.past[self.at]
        assert (self.history.undo_label is None) == (self.at == 0)
        assert (self.history.redo_label is None) == (self.at == len(self.past) - 1)


TestUndoing = Undoing.TestCase
