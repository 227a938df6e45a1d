"""A merge plan never loses anything, whatever comes in whichever order, and however often."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations
from uuid import UUID

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.report.editing import holds, value_at, with_value
from desktop_app.report.location import Path
from desktop_app.report.merging import (
    Held,
    Incoming,
    Outcome,
    Plan,
    Source,
    plan,
    takings,
)
from desktop_app.report.package import Package, file_paths
from desktop_app.report.sides import Side
from desktop_app.report.values import Activity, Group, Participants, Photo, Report, Signatory
from desktop_app.report.versions import Version, fingerprint, united, version_of

IDS = [UUID(int=n) for n in range(1, 3)]
OFFICES = [UUID(int=n) for n in range(10, 12)]
REPORT = Report(id=IDS[0], fiscal_year=2566, title="เดิม")


@dataclass(frozen=True)
class Office:
    """What one database holds, as far as a merge can tell."""

    held: Mapping[UUID, Held] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()

    def planned(self, versions: Sequence[Version]) -> Plan:
        incoming = [
            Incoming(one, Source("อำเภอ", "a.zip"), files_of(one), fingerprint(one) in self.seen)
            for one in versions
        ]
        return plan(self.held, incoming)

    def merged(self, versions: Sequence[Version]) -> "Office":
        held, seen = dict(self.held), set(self.seen)
        made = self.planned(versions)
        for report_id, lineage in made.notes.items():
            version = replace(held[report_id].version, lineage=lineage)
            held[report_id] = replace(held[report_id], version=version)
        for taking in takings(made):
            came, before = taking.entry.incoming.version, held.get(taking.report.id)
            number = before.revision + 1 if before else 1
            held[taking.report.id] = Held(replace(came, lineage=taking.lineage), number)
            seen.add(fingerprint(came))
        return Office(held, frozenset(seen))

    def content(self) -> dict[UUID, str]:
        return {key: fingerprint(held.version) for key, held in self.held.items()}


def files_of(version: Version) -> dict[str, bytes]:
    return dict.fromkeys(file_paths(version.report), b"x")


def of(report: Report, **lineage: int) -> Version:
    """Return a version whose files all have the same bytes; a=3: it stems from edit 3 of a."""
    digest = hashlib.sha256(b"x").hexdigest()
    offices = dict(zip("ab", OFFICES, strict=True))
    known = {offices[name]: number for name, number in lineage.items()}
    return Version(report, dict.fromkeys(file_paths(report), digest), known)


def titled(title: str, **lineage: int) -> Version:
    return of(REPORT.model_copy(update={"title": title}), **lineage)


def outcomes(here: Sequence[Version], came: Sequence[Version]) -> list[Outcome]:
    office = Office().merged(here)
    return [entry.outcome for entry in office.planned(came).entries]


_PHOTO = Photo(file="photos/1.jpg")
_ACTIVITIES = [
    Activity(name="ก"),
    Activity(name="ก", issues=("เรื่อง",)),
    Activity(name="ข", photos=(_PHOTO,)),
    Activity(),
]
small_reports = st.builds(
    Report,
    id=st.just(IDS[0]),
    fiscal_year=st.just(2566),
    title=st.sampled_from([None, "", "ก", "ข"]),
    activities=st.lists(st.sampled_from(_ACTIVITIES), max_size=3).map(tuple),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Version]:
    """Return versions that offices might send: edited here and there, with and without a lineage."""
    found: list[Version] = []
    for report_id in IDS:
        first = draw(small_reports).model_copy(update={"id": report_id})
        latest = [of(first, a=1)] * 2
        counts = [1, 0]
        for _ in range(draw(st.integers(0, 3))):
            who = draw(st.integers(0, 1))
            if draw(st.booleans()):  # takes over what the other has
                mine, other = latest[who].lineage, latest[1 - who].lineage
                if united(mine, other) == dict(other):
                    latest[who] = latest[1 - who]
            counts[who] += 1
            edited = draw(small_reports).model_copy(update={"id": report_id})
            lineage = {**latest[who].lineage, OFFICES[who]: counts[who]}
            latest[who] = replace(of(edited), lineage=lineage)
            found.append(latest[who])
        found.append(of(first, a=1))
    chosen = draw(st.lists(st.sampled_from(found), max_size=4))
    return [replace(one, lineage={}) if draw(st.booleans()) else one for one in chosen]


def conflicts(made: Plan) -> int:
    return made.count(Outcome.CONFLICT)


@given(here=histories(), came=histories())
def test_merging_twice_changes_nothing(here: list[Version], came: list[Version]) -> None:
    once = Office().merged(here).merged(came)
    again = once.planned(came)
    assert takings(again) == ()
    assert {entry.outcome for entry in again.entries} <= {Outcome.SAME, Outcome.CONFLICT}
    assert once.merged(came) == once


@given(here=histories(), came=histories())
def test_the_order_of_files_makes_no_difference(here: list[Version], came: list[Version]) -> None:
    office = Office().merged(here)
    for other in list(permutations(came))[:6]:
        assert office.merged(other).content() == office.merged(came).content()
        assert conflicts(office.planned(other)) == conflicts(office.planned(came))


@settings(max_examples=300)
@given(here=histories(), first=histories(), second=histories())
def test_where_nothing_conflicts_one_after_the_other_is_both_at_once(
    here: list[Version], first: list[Version], second: list[Version]
) -> None:
    office = Office().merged(here)
    both = [*first, *second]
    # What comes later can settle a conflict: it tells how the two before it belong together.
    assume(not any(conflicts(office.planned(some)) for some in (first, second, both)))
    for one, other in ((first, second), (second, first)):
        after = office.merged(one)
        if not conflicts(after.planned(other)):
            assert after.merged(other).content() == office.merged(both).content()


@given(here=histories(), came=histories())
def test_what_is_taken_takes_the_place_only_of_what_is_earlier(
    here: list[Version], came: list[Version]
) -> None:
    office = Office().merged(here)
    for entry in office.planned(came).entries:
        if entry.outcome is Outcome.NEW:
            assert entry.incoming.id not in office.held
        if entry.outcome is Outcome.CONFLICT:
            assert entry.comparison


@pytest.mark.parametrize(
    ("here", "came", "expected"),
    [
        ([], titled("ก"), Outcome.NEW),
        ([titled("ก")], titled("ก"), Outcome.SAME),
        ([titled("ก")], titled("ข"), Outcome.CONFLICT),
        ([titled("")], titled("ข"), Outcome.NEWER),  # nothing of ours is lost
        ([titled("ก")], titled(""), Outcome.SAME),
        ([titled("ก", a=1)], titled("ข", a=2), Outcome.NEWER),
        ([titled("ก", a=2)], titled("ข", a=1), Outcome.SAME),
        ([titled("ก", a=1)], titled("", a=2), Outcome.NEWER),  # they have removed it
        ([titled("", a=2)], titled("ก", a=1), Outcome.SAME),
        ([titled("ก", a=2, b=1)], titled("ข", a=1, b=2), Outcome.CONFLICT),
        ([titled("ก", a=2, b=1)], titled("", a=1, b=2), Outcome.CONFLICT),
        ([titled("ก", a=1)], titled("ข", a=1), Outcome.CONFLICT),  # copies of one database
        ([titled("ก", a=1)], titled("ข", b=1), Outcome.CONFLICT),
        ([titled("ก"), titled("ก", a=1)], titled("ก"), Outcome.SAME),
        ([titled("ก"), titled("ก", a=1)], titled("ข", a=2), Outcome.NEWER),
        ([titled("", a=1)], titled("ก"), Outcome.CONFLICT),  # it may have been removed
        ([titled("")], titled("ก", a=1), Outcome.NEWER),
        ([titled("ก", a=1)], titled(""), Outcome.SAME),
    ],
)
def test_what_becomes_of_a_version(here: list[Version], came: Version, expected: Outcome) -> None:
    assert outcomes(here, [came]) == [expected]


def test_what_was_here_before_and_was_changed_since_is_not_taken_again() -> None:
    office = Office().merged([titled("ก", a=1)]).merged([titled("", a=2)])
    assert [e.outcome for e in office.planned([titled("ก")]).entries] == [Outcome.SAME]


def test_of_several_files_the_latest_counts() -> None:
    came = [titled("1", a=1), titled("3", a=3), titled("2", a=2)]
    assert outcomes([], came) == [Outcome.SAME, Outcome.NEW, Outcome.SAME]


def test_files_that_contradict_each_other_are_all_left_for_somebody_to_choose() -> None:
    came = [titled("ก"), titled("ข")]
    assert outcomes([], came) == [Outcome.CONFLICT, Outcome.CONFLICT]
    made = Office().planned(came)
    assert takings(made) == ()
    (taking,) = takings(made, {REPORT.id: {("title",): Side.THEIRS}})
    assert taking.report.title == "ก"


def test_a_report_in_the_bin_comes_back() -> None:
    office = Office({REPORT.id: Held(titled("ก", a=1), 1, deleted=True)})
    assert [e.outcome for e in office.planned([titled("ก")]).entries] == [Outcome.NEW]


def test_another_picture_under_the_same_path_is_a_conflict() -> None:
    activity = Activity(name="ก", photos=(Photo(file="photos/1.jpg"),))
    report = REPORT.model_copy(update={"activities": (activity,)})
    ours, theirs = (version_of(Package(report, {"photos/1.jpg": data})) for data in (b"a", b"b"))
    made = plan(
        {report.id: Held(ours, 1)},
        [Incoming(theirs, Source("", "b.zip"), {"photos/1.jpg": b"b"})],
    )
    (entry,) = made.entries
    assert entry.comparison
    (difference,) = entry.comparison.undecided
    assert difference.path == ("activities", 0, "photos")
    (taking,) = takings(made, {report.id: {difference.path: Side.THEIRS}})
    (photo,) = taking.report.activities[0].photos
    assert photo.file != "photos/1.jpg"
    assert taking.files == {photo.file: b"b"}
    (kept,) = takings(made, {report.id: {difference.path: Side.OURS}})
    assert (kept.report, kept.files) == (report, {})


_TEXTS = st.dictionaries(
    st.sampled_from([("title",), ("signatories", 0, "date")]), st.sampled_from("กข")
)


@given(here=st.none() | _TEXTS, came=st.lists(st.none() | _TEXTS, min_size=1, max_size=3))
def test_no_text_that_cannot_be_read_is_lost_whatever_the_order(
    here: dict[Path, str] | None, came: list[dict[Path, str] | None]
) -> None:
    version = titled("ก", a=1)
    held = {} if here is None else {version.report.id: Held(version, 1, unread=here)}
    found: list[list[Outcome]] = []
    for order in permutations(came):
        made = plan(held, [Incoming(version, Source("", ""), unread=one) for one in order])
        taken = [one.entry.incoming for one in takings(made)]
        shown = [one.incoming for one in made.entries if one.outcome is Outcome.CONFLICT]
        there = [here, *(one.unread for one in (*taken, *shown))]
        known = {item for texts in there for item in (texts or {}).items()}
        assert all((one or {}).items() <= known for one in came)
        found.append(sorted(entry.outcome for entry in made.entries))
    assert all(one == found[0] for one in found)


_PEOPLE = Participants(groups=(Group(name="ครู"), Group(name="ประชาชน")))
_STATED = Report(
    id=IDS[0],
    fiscal_year=2566,
    activities=tuple(Activity(name=name, participants=_PEOPLE) for name in "กข"),
    signatories=(Signatory(name="สมศรี"), Signatory(name="สมชาย")),
)
_EMPTY_PLACES: tuple[Path, ...] = (
    ("period", "start"),
    *(("signatories", n, "date") for n in range(3)),
    *(("activities", n, "participants", "total") for n in range(3)),
    *(("activities", n, "participants", "groups", m, "count") for n in range(3) for m in range(2)),
)


@st.composite
def states(draw: st.DrawFn) -> tuple[Version, dict[Path, str]]:
    """Return what an office may have made of a report, with what cannot be read in it."""
    activities = (*_STATED.activities, Activity(name="ค", participants=_PEOPLE))
    people = (*_STATED.signatories, Signatory(name="สมปอง"))
    chosen = draw(st.lists(st.sampled_from(activities), max_size=3, unique_by=id))
    signed = draw(st.lists(st.sampled_from(people), max_size=3, unique_by=id))
    changes = {"title": draw(st.sampled_from([None, "ก"])), "signatories": tuple(signed)}
    report = _STATED.model_copy(update={**changes, "activities": tuple(chosen)})
    for at in draw(st.lists(st.sampled_from(_EMPTY_PLACES), max_size=2)):
        if holds(report, at):
            value = dt.date(2023, 4, 4) if "date" in at or "start" in at else 5
            report = with_value(report, at, value)
    places = [at for at in _EMPTY_PLACES if holds(report, at) and value_at(report, at) is None]
    typed = draw(
        st.lists(st.sampled_from(["", "หนึ่ง", "สอง"]), min_size=len(places), max_size=len(places))
    )
    words = {at: text for at, text in zip(places, typed, strict=True) if text}
    lineage = draw(st.sampled_from([{}, {"a": 1}, {"a": 2}, {"a": 2, "b": 1}]))
    return of(report, **lineage), words


@settings(max_examples=500)
@given(here=states(), came=states(), deleted=st.booleans())
def test_no_words_that_cannot_be_read_are_lost_in_any_merge(
    here: tuple[Version, dict[Path, str]], came: tuple[Version, dict[Path, str]], deleted: bool
) -> None:
    (ours, typed), (theirs, brought) = here, came
    held = {IDS[0]: Held(ours, 1, deleted, unread=typed)}
    made = plan(held, [Incoming(theirs, Source("", ""), unread=brought)])
    (entry,) = made.entries
    if entry.outcome is Outcome.SAME:
        assert Counter(brought.values()) <= Counter(typed.values())
    elif entry.outcome is Outcome.CONFLICT:
        assert entry.comparison
        every = entry.comparison.differences
        mine = Counter(text for one in every for text in one.ours_unread)
        other = Counter(text for one in every for text in one.theirs_unread)
        # What is not shown is in both, and stays.
        assert Counter(typed.values()) - mine == Counter(brought.values()) - other
        for side in Side:
            (taking,) = takings(made, {IDS[0]: {one.path: side for one in every}})
            assert taking.unread == (typed if side is Side.OURS else brought)
    else:
        (taking,) = takings(made)
        assert taking.report == theirs.report
        assert taking.unread.items() >= brought.items()
        assert Counter(taking.unread.values()) >= Counter(typed.values())
        assert all(value_at(taking.report, at) is None for at in taking.unread)


def test_a_choice_that_is_missing_is_no_choice() -> None:
    office = Office().merged([titled("ก")])
    with pytest.raises(ValueError, match="title"):
        takings(office.planned([titled("ข")]), {REPORT.id: {}})
