"""Two versions side by side: what differs, what settles itself, and what the choices make."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.report.differing import compare, resolved, resolved_unread
from desktop_app.report.location import Path
from desktop_app.report.package import Package, file_paths
from desktop_app.report.sides import Both, Side
from desktop_app.report.values import Activity, Agency, Group, Participants, Photo, Report, Session
from desktop_app.report.versions import Order, Version, order, version_of
from tests.report.strategies import reports
from tests.storage.samples import FULL, with_activity, with_fields

A, B, C = (Activity(name=name, issues=(f"เรื่อง {name}",)) for name in "กขค")
BASE = Report(fiscal_year=2566, agency=Agency(name="อำเภอนครไทย"), activities=(A, B))


def version(report: Report, salt: str = "") -> Version:
    files = {path: f"{path}{salt}".encode() for path in file_paths(report)}
    return version_of(Package(report, files))


def made(ours: Report, theirs: Report, base: Report | None = None) -> Report:
    """Return what comes of two versions when nobody needs to choose."""
    return resolved(compare(version(ours), version(theirs), base), {})[0]


def paths(ours: Report, theirs: Report, base: Report | None = None) -> list[Path]:
    return [one.path for one in compare(version(ours), version(theirs), base).undecided]


@given(ours=reports, theirs=reports)
def test_all_of_one_side_is_that_side(ours: Report, theirs: Report) -> None:
    theirs = theirs.model_copy(update={"id": ours.id})
    texts = Both(unreadable(ours, "ก"), unreadable(theirs, "ข"))
    comparison = compare(version(ours), version(theirs), unread=texts)
    sides = ((Side.OURS, ours, texts.ours), (Side.THEIRS, theirs, texts.theirs))
    for side, expected, unread in sides:
        choices = {one.path: side for one in comparison.differences}
        assert resolved(comparison, choices)[0] == expected
        assert resolved_unread(comparison, choices) == unread


def unreadable(report: Report, text: str) -> dict[Path, str]:
    """Return something that cannot be read for the head of a report and for each activity."""
    inside = (("activities", n, "participants", "total") for n in range(len(report.activities)))
    return dict.fromkeys([("period", "start"), *inside], text)


@given(report=reports)
def test_equal_versions_have_no_difference(report: Report) -> None:
    assert compare(version(report), version(report)).differences == ()


@given(ours=reports, theirs=reports, data=st.data())
def test_every_choice_is_obeyed_and_makes_a_report(
    ours: Report, theirs: Report, data: st.DataObject
) -> None:
    theirs = theirs.model_copy(update={"id": ours.id})
    comparison = compare(version(ours), version(theirs, "other"))
    sides = st.sampled_from(Side)
    choices = {one.path: data.draw(sides) for one in comparison.differences}
    report, brought = resolved(comparison, choices)
    known = {**dict.fromkeys(file_paths(ours)), **dict.fromkeys(brought)}
    assert set(file_paths(report)) <= set(known)
    assert set(brought.values()) <= set(file_paths(theirs))
    assert set(brought).isdisjoint(file_paths(ours))
    for one in comparison.differences:
        if len(one.path) <= 2 and one.field and one.path[0] != "activities":
            value = one.ours if choices[one.path] is Side.OURS else one.theirs
            found: object = report
            for key in one.path:
                found = getattr(found, str(key))
            assert found == value


def test_each_field_is_compared_once() -> None:
    theirs = with_activity(with_fields(FULL, title="อื่น"), 0, name="อื่น", sessions=(Session(),))
    assert [one.path for one in compare(version(FULL), version(theirs)).differences] == [
        ("title",),
        ("activities", 0, "name"),
        ("activities", 0, "sessions"),
    ]


def test_without_a_common_version_only_what_is_blank_yields() -> None:
    ours = with_fields(BASE, title="ก", introduction=None)
    theirs = with_fields(BASE, title="ข", introduction="ความนำ")
    (undecided,) = compare(version(ours), version(theirs)).undecided
    assert (undecided.path, undecided.ours, undecided.theirs) == (("title",), "ก", "ข")
    comparison = compare(version(ours), version(theirs))
    report, _ = resolved(comparison, {("title",): Side.OURS})
    assert (report.title, report.introduction) == ("ก", "ความนำ")


def test_with_a_common_version_what_one_side_changed_is_taken() -> None:
    ours = with_activity(with_fields(BASE, title="ก"), 0, results=("ผล",))
    theirs = with_activity(BASE, 1, issues=("อื่น",), participants=Participants(total=5))
    assert made(ours, theirs, BASE) == with_activity(
        ours, 1, issues=("อื่น",), participants=Participants(total=5)
    )


def test_what_both_changed_is_for_somebody_to_choose() -> None:
    ours, theirs = (with_activity(BASE, 0, results=(text,)) for text in "กข")
    assert paths(ours, theirs, BASE) == [("activities", 0, "results")]
    assert paths(ours, ours, BASE) == []


def test_activities_of_both_sides_are_kept() -> None:
    ours, theirs = with_fields(BASE, activities=(A, B)), with_fields(BASE, activities=(A, C, B))
    assert made(ours, theirs).activities == (A, C, B)
    assert made(theirs, ours).activities == (A, C, B)


def test_an_activity_that_one_side_removed_stays_away_unless_the_other_edited_it() -> None:
    removed = with_fields(BASE, activities=(A,))
    assert made(BASE, removed, BASE).activities == (A,)
    assert made(removed, BASE, BASE).activities == (A,)
    edited = with_activity(BASE, 1, results=("ผล",))
    assert paths(edited, removed, BASE) == [("activities", 1)]
    assert paths(removed, edited, BASE) == [("activities", 1)]


def test_a_renamed_activity_is_still_the_same() -> None:
    renamed = with_activity(BASE, 0, name="ชื่อใหม่")
    edited = with_activity(BASE, 0, improvements=("ข้อหนึ่ง",))
    assert made(renamed, edited, BASE) == with_activity(renamed, 0, improvements=("ข้อหนึ่ง",))


def test_another_order_is_a_difference_of_its_own() -> None:
    theirs = with_fields(BASE, activities=(B, A))
    comparison = compare(version(BASE), version(theirs))
    (difference,) = comparison.differences
    assert difference.path == ("activities",)
    assert difference.theirs == ("ข", "ก")
    assert resolved(comparison, {})[0] == BASE
    assert resolved(comparison, {("activities",): Side.THEIRS})[0] == theirs


def test_a_photo_of_theirs_does_not_take_the_path_of_ours() -> None:
    ours = with_fields(BASE, activities=(A.model_copy(update={"photos": (Photo(file="1.jpg"),)}),))
    new = B.model_copy(update={"photos": (Photo(file="1.jpg"), Photo(file="2.jpg"))})
    theirs = with_fields(BASE, activities=(A, new))
    report, brought = resolved(compare(version(ours, "a"), version(theirs, "b")), {})
    first, second = report.activities
    assert [photo.file for photo in first.photos] == ["1.jpg"]
    renamed, kept = (photo.file for photo in second.photos)
    assert kept == "2.jpg"
    assert brought == {renamed: "1.jpg", "2.jpg": "2.jpg"}


@given(first=reports, second=reports)
def test_either_way_the_order_is_the_same(first: Report, second: Report) -> None:
    turned = {
        Order.EQUAL: Order.EQUAL,
        Order.APART: Order.APART,
        Order.FIRST: Order.SECOND,
        Order.SECOND: Order.FIRST,
    }
    one, other = version(first), version(second)
    assert order(other, one) is turned[order(one, other)]


def test_more_of_the_same_is_later() -> None:
    group = Group(name="ประชาชน")
    less = with_activity(BASE, 0, participants=Participants(groups=(group,)))
    counted = group.model_copy(update={"count": 5})
    more = with_activity(BASE, 0, participants=Participants(groups=(Group(name="ครู"), counted)))
    assert order(version(less), version(more)) is Order.SECOND
    assert order(version(less), version(with_fields(more, title="ก"))) is Order.SECOND
    other = with_activity(BASE, 0, participants=Participants(groups=(Group(name="ครู"),)))
    assert order(version(less), version(other)) is Order.APART
