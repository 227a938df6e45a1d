"""Offices exchange backups and report files: nothing is lost, doubled, or taken without asking."""

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from desktop_app.errors import Fault, Said, UserFault
from desktop_app.paths import DataPlace
from desktop_app.report.merging import Outcome
from desktop_app.report.package import Package, zip_bytes
from desktop_app.report.sides import Side
from desktop_app.report.values import Report, Signatory
from desktop_app.services.backups import Choice, back_up, restore
from desktop_app.services.exchange import import_file
from desktop_app.services.merging import opened_merge, undo_merge
from desktop_app.storage.backup_faults import DamagedBackup, PassphraseNeeded
from desktop_app.storage.retention import Named, Policy, Reason, name_of
from desktop_app.storage.store import Store
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE, UNREAD, with_activity, with_fields

WORD = "กขค"
SESSION = ("activities", 0, "sessions", 1, "date")
SIGNED = ("signatories", 1, "date")
Open = Callable[[str], Store]


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[Open]:
    """Open the database of an office by its name."""
    with ExitStack() as stores:
        opened: dict[str, Store] = {}

        def office(name: str) -> Store:
            if name not in opened:
                place = tmp_path / name / "suanruam.db"
                opened[name] = stores.enter_context(Store.open(place))
            return opened[name]

        yield office


@pytest.fixture
def district(offices: Open) -> Store:
    """An office with a report of its own."""
    store = offices("อำเภอ")
    store.save(FULL, FULL_FILES)
    return store


@pytest.fixture
def province(offices: Open) -> Store:
    """An office with nothing yet."""
    return offices("จังหวัด")


def backup(store: Store, name: str = "backup") -> Path:
    out = store.path.parent / f"{name}.zip"
    back_up(store.path, out)
    return out


def report_file(folder: Store, report: Report, name: str = "report") -> Path:
    path = folder.path.parent / f"{name}.zip"
    path.write_bytes(zip_bytes(Package(report, FULL_FILES)))
    return path


def merge(store: Store, *paths: Path) -> tuple[UUID | None, list[Outcome]]:
    with opened_merge(store, paths) as merging:
        return merging.apply(), [entry.outcome for entry in merging.plan.entries]


def outcomes(store: Store, *paths: Path) -> list[Outcome]:
    with opened_merge(store, paths) as merging:
        return [entry.outcome for entry in merging.plan.entries]


def reports_of(store: Store) -> set[UUID]:
    return {summary.id for summary in store.summaries()}


def dump(store: Store) -> list[str]:
    with closing(sqlite3.connect(store.path)) as connection:
        return list(connection.iterdump())


def test_a_backup_of_another_office_comes_in_with_its_photos(
    district: Store, province: Store
) -> None:
    act, found = merge(province, backup(district))
    assert found == [Outcome.NEW]
    assert act
    assert province.load(FULL.id) == FULL_PACKAGE
    assert [one.name for one in province.path.parent.iterdir() if one.name.startswith(".")] == []


def test_looking_changes_nothing(district: Store, province: Store) -> None:
    file, before = backup(district), dump(province)
    assert outcomes(province, file) == [Outcome.NEW]
    assert dump(province) == before


def test_merging_twice_changes_nothing(district: Store, province: Store) -> None:
    file = backup(district)
    merge(province, file, report_file(district, FULL))
    before = dump(province)
    assert merge(province, file, report_file(district, FULL)) == (None, [Outcome.SAME] * 2)
    assert dump(province) == before


def test_a_later_backup_is_newer_and_an_earlier_one_is_not(
    district: Store, province: Store
) -> None:
    first = backup(district, "1")
    district.save(with_activity(FULL, 0, issues=()))
    second = backup(district, "2")
    assert merge(province, first)[1] == [Outcome.NEW]
    assert merge(province, second)[1] == [Outcome.NEWER]
    assert merge(province, first) == (None, [Outcome.SAME])
    assert province.load(FULL.id).report.activities[0].issues == ()


@pytest.fixture
def went_back(district: Store, offices: Open) -> Callable[[], Store]:
    """Restore a backup of the district after which it was edited: both lines are there."""

    def restored() -> Store:
        old = backup(district, "old")
        district.save(with_fields(FULL, title="หลังสำรอง"))
        backup(district, "later")
        return restored_from(old, offices("ที่กู้คืน"))

    return restored


def restored_from(file: Path, store: Store) -> Store:
    store.close()
    restore(file, DataPlace(store.path.parent))
    return store


def later(district: Store) -> Path:
    return district.path.parent / "later.zip"


def test_what_was_restored_and_not_edited_takes_the_newer(
    district: Store, went_back: Callable[[], Store]
) -> None:
    store = went_back()
    assert outcomes(store, backup(district, "now")) == [Outcome.NEWER]
    merge(store, later(district))
    assert store.load(FULL.id).report.title == "หลังสำรอง"


def test_what_was_restored_and_edited_is_in_conflict_with_what_went_on(
    district: Store, went_back: Callable[[], Store]
) -> None:
    store = went_back()
    for number in range(5):  # more edits than the other line: no number proves which is later
        store.save(with_activity(FULL, 0, issues=(f"แก้ไข {number}",)))
    before = store.load(FULL.id)
    assert merge(store, later(district)) == (None, [Outcome.CONFLICT])
    assert store.load(FULL.id) == before
    assert outcomes(district, backup(store, "theirs")) == [Outcome.CONFLICT]
    assert outcomes(store, district.path.parent / "old.zip") == [Outcome.SAME]
    with opened_merge(store, [later(district)]) as merging:
        (entry,) = merging.plan.entries
        assert entry.comparison
        # What either side changed since the backup is known, so that nothing is left to choose.
        assert entry.comparison.undecided == ()
        merging.apply({FULL.id: {}})
    both = store.load(FULL.id).report
    assert (both.title, both.activities[0].issues) == ("หลังสำรอง", ("แก้ไข 4",))
    assert outcomes(district, backup(store, "both")) == [Outcome.NEWER]


def test_after_both_lines_met_the_choices_stand(
    district: Store, went_back: Callable[[], Store]
) -> None:
    store = went_back()
    store.save(with_fields(FULL, title="หลังกู้คืน"))
    with opened_merge(store, [later(district)]) as merging:
        (entry,) = merging.plan.entries
        assert entry.comparison
        (difference,) = entry.comparison.undecided
        merging.apply({FULL.id: {difference.path: Side.OURS}})
    assert outcomes(store, later(district)) == [Outcome.SAME]
    district.save(with_fields(FULL, title="หลังสำรอง อีกครั้ง"))
    with opened_merge(store, [backup(district, "again")]) as merging:
        (entry,) = merging.plan.entries
        assert entry.comparison
        assert [one.path for one in entry.comparison.undecided] == [("title",)]
    assert store.load(FULL.id).report.title == "หลังกู้คืน"


def test_one_backup_restored_in_two_places_makes_two_lines(district: Store, offices: Open) -> None:
    file = backup(district)
    one, other = (restored_from(file, offices(name)) for name in ("ก", "ข"))
    assert outcomes(one, backup(other)) == [Outcome.SAME]
    one.save(with_fields(FULL, title="ก"))
    other.save(with_fields(FULL, title="ข"))
    assert outcomes(one, backup(other)) == [Outcome.CONFLICT]


def copied(store: Store, offices: Open, name: str) -> Store:
    """Copy a database as people copy files, and open the copy."""
    other = offices(name)
    other.close()
    shutil.copyfile(store.path, other.path)
    return other


def test_two_copies_of_a_database_that_both_went_on_are_in_conflict(
    district: Store, province: Store, offices: Open
) -> None:
    copy = copied(district, offices, "USB")
    district.save(with_fields(FULL, title="ในเครื่อง"))
    for number in range(3):  # so that its number is the later one
        copy.save(with_fields(FULL, title=f"ใน USB {number}"))
    fewer, more = backup(district, "fewer"), backup(copy, "more")
    assert merge(district, more) == (None, [Outcome.CONFLICT])
    assert merge(copy, fewer) == (None, [Outcome.CONFLICT])
    assert outcomes(province, fewer, more) == [Outcome.CONFLICT] * 2
    merge(province, fewer)
    assert outcomes(province, more) == [Outcome.CONFLICT]
    assert province.load(FULL.id).report.title == "ในเครื่อง"


def test_a_copy_of_a_database_that_nobody_edited_takes_the_newer(
    district: Store, offices: Open
) -> None:
    copy = copied(district, offices, "USB")
    for number in range(3):
        copy.save(with_fields(FULL, title=f"ใน USB {number}"))
    assert merge(district, backup(copy, "more"))[1] == [Outcome.NEWER]
    assert outcomes(copy, backup(district, "fewer")) == [Outcome.SAME]


def test_a_merge_from_before_a_restore_can_be_undone(
    district: Store, province: Store, offices: Open
) -> None:
    province.save(FULL, FULL_FILES)
    district.save(with_fields(FULL, title="ของอำเภอ"))
    with opened_merge(province, [backup(district)]) as merging:
        (entry,) = merging.plan.entries
        assert entry.comparison
        choices = {one.path: Side.THEIRS for one in entry.comparison.undecided}
        act = merging.apply({FULL.id: choices})
    store = restored_from(backup(province, "merged"), offices("ใหม่"))
    assert act
    undo_merge(store, act)
    assert store.load(FULL.id) == FULL_PACKAGE
    undo_merge(province, act)
    assert outcomes(store, backup(province, "undone")) == [Outcome.SAME]


def test_the_order_of_backups_does_not_matter(
    district: Store, province: Store, offices: Open
) -> None:
    files = [backup(district, "1")]
    district.save(with_fields(FULL, title="ใหม่"))
    files.append(backup(district, "2"))
    other = with_fields(FULL, id=uuid4())
    offices("อีกอำเภอ").save(other, FULL_FILES)
    files.append(backup(offices("อีกอำเภอ"), "3"))
    for file in files:
        merge(province, file)
    merge(offices("ก"), *files)
    merge(offices("ข"), *reversed(files))
    expected = {key: province.load(key) for key in (FULL.id, other.id)}
    for store in (offices("ก"), offices("ข")):
        assert {key: store.load(key) for key in reports_of(store)} == expected


def test_there_and_back_again(district: Store, province: Store) -> None:
    merge(province, backup(district))
    province.save(with_fields(FULL, title="จังหวัดแก้ไข"))
    assert merge(district, backup(province))[1] == [Outcome.NEWER]
    district.save(with_fields(FULL, title="อำเภอแก้ไขอีก"))
    assert merge(province, backup(district, "2"))[1] == [Outcome.NEWER]
    assert province.load(FULL.id).report.title == "อำเภอแก้ไขอีก"
    assert merge(district, backup(province, "3")) == (None, [Outcome.SAME])


def test_edits_on_both_sides_are_chosen_field_by_field(district: Store, province: Store) -> None:
    merge(province, backup(district))
    province.save(with_activity(with_fields(FULL, title="จังหวัด"), 0, results=("ผลของจังหวัด",)))
    district.save(with_activity(with_fields(FULL, title="อำเภอ"), 0, improvements=("ของอำเภอ",)))
    file = backup(district, "2")
    assert merge(province, file) == (None, [Outcome.CONFLICT])
    with opened_merge(province, [file]) as merging:
        (entry,) = merging.plan.entries
        assert entry.comparison
        # What only one side changed since the last exchange is settled by itself.
        assert [one.path for one in entry.comparison.undecided] == [("title",)]
        act = merging.apply({FULL.id: {("title",): Side.THEIRS}})
    assert act
    merged = province.load(FULL.id)
    assert merged.report.title == "อำเภอ"
    assert merged.report.activities[0].results == ("ผลของจังหวัด",)
    assert merged.report.activities[0].improvements == ("ของอำเภอ",)
    assert merge(province, file) == (None, [Outcome.SAME])
    assert merge(district, backup(province, "3"))[1] == [Outcome.NEWER]
    district.save(with_fields(merged.report, title="ต่อ"))
    assert merge(province, backup(district, "4"))[1] == [Outcome.NEWER]


def test_a_merge_is_undone_as_one(district: Store, province: Store) -> None:
    old = with_fields(FULL, id=uuid4(), title="เดิม")
    district.save(old, FULL_FILES)
    merge(province, backup(district))
    district.save(with_fields(old, title="ใหม่"), {"photos/0001.jpg": b"turned"})
    new = with_fields(FULL, id=uuid4())
    district.save(new, FULL_FILES)
    act, found = merge(province, backup(district, "2"))
    assert sorted(found) == [Outcome.NEW, Outcome.NEWER, Outcome.SAME]
    assert act
    assert province.load(old.id).files["photos/0001.jpg"] == b"turned"
    undo_merge(province, act)
    assert reports_of(province) == {FULL.id, old.id}
    assert province.load(old.id) == Package(old, FULL_FILES)
    again, found = merge(province, backup(district, "3"))
    assert sorted(found) == [Outcome.NEW, Outcome.NEWER, Outcome.SAME]
    assert again
    assert reports_of(province) == {FULL.id, old.id, new.id}


def test_a_merge_is_not_undone_over_later_work(district: Store, province: Store) -> None:
    act, _ = merge(province, backup(district))
    assert act
    edited = with_fields(FULL, title="แก้ไขแล้ว")
    province.save(edited)
    before = dump(province)
    with pytest.raises(UserFault) as fault:
        undo_merge(province, act)
    assert "อำเภอนครไทย" in fault.value.said.th
    assert dump(province) == before


def test_a_merge_is_undone_once(district: Store, province: Store) -> None:
    act, _ = merge(province, backup(district))
    assert act
    undo_merge(province, act)
    for unknown in (act, uuid4()):
        with pytest.raises(UserFault):
            undo_merge(province, unknown)


def test_where_a_report_came_from_is_kept(district: Store, province: Store) -> None:
    act, _ = merge(province, backup(district, "มกราคม"))
    (origin,) = province.origins(FULL.id)
    assert (origin.source.office, origin.source.file) == ("อำเภอนครไทย", "มกราคม.zip")
    assert origin.source.made
    assert origin.source.made <= origin.taken
    (merged,) = province.merges()
    assert (merged.id, merged.origins) == (act, (origin,))
    assert district.origins(FULL.id) == ()


def test_what_was_edited_between_look_and_merge_is_not_overwritten(
    district: Store, province: Store
) -> None:
    merge(province, backup(district))
    district.save(with_fields(FULL, title="ใหม่"))
    with opened_merge(province, [backup(district, "2")]) as merging:
        province.save(with_fields(FULL, title="พิมพ์ต่อ"))
        with pytest.raises(UserFault):
            merging.apply()
    assert province.load(FULL.id).report.title == "พิมพ์ต่อ"


def test_what_is_here_is_backed_up_before_a_merge(district: Store, province: Store) -> None:
    province.save(with_fields(FULL, id=uuid4()), FULL_FILES)
    merge(province, backup(district))
    (kept,) = (province.path.parent / "backups").iterdir()
    assert "before-merge" in kept.name
    merge(province, backup(district))
    assert len(list(kept.parent.iterdir())) == 1


def test_a_report_file_that_was_edited_since_it_was_taken_in(province: Store) -> None:
    import_file(province, report_file(province, FULL))
    edited = report_file(province, with_fields(FULL, title="แก้ไข"), "b")
    assert merge(province, edited) == (None, [Outcome.CONFLICT])
    more = with_activity(FULL, 1, name="เพิ่มชื่อ")
    assert merge(province, report_file(province, more, "c"))[1] == [Outcome.NEWER]
    assert merge(province, report_file(province, FULL, "d")) == (None, [Outcome.SAME])


def test_an_earlier_state_of_ones_own_is_nothing_new(district: Store) -> None:
    file = report_file(district, FULL)
    district.save(with_fields(FULL, title="ใหม่"))
    assert outcomes(district, file) == [Outcome.SAME]


def test_a_report_in_the_bin_comes_back(district: Store, province: Store) -> None:
    file = backup(district)
    merge(province, file)
    province.delete(FULL.id)
    act, found = merge(province, file)
    assert (found, reports_of(province)) == ([Outcome.NEW], {FULL.id})
    assert act
    undo_merge(province, act)
    assert reports_of(province) == set()
    assert [summary.id for summary in province.binned()] == [FULL.id]


def test_what_another_office_deleted_does_not_come_in(district: Store, province: Store) -> None:
    district.delete(FULL.id)
    assert merge(province, backup(district)) == (None, [])


def test_a_backup_without_photos_removes_none(district: Store, province: Store) -> None:
    merge(province, backup(district))
    district.save(with_fields(FULL, introduction="เพิ่มเติม"))
    out = district.path.parent / "text.zip"
    back_up(district.path, out, Choice(files=False))
    assert merge(province, out) == (None, [Outcome.CONFLICT])
    with opened_merge(province, [out]) as merging:
        (entry,) = merging.plan.entries
        assert entry.comparison
        settled = {one.path: one.side for one in entry.comparison.differences}
    assert settled[("activities", 0, "photos")] is Side.OURS


def test_a_backup_of_an_older_schema_is_merged(province: Store, tmp_path: Path) -> None:
    old = tmp_path / "old" / "suanruam.db"
    old.parent.mkdir()
    fixture = Path(__file__).parents[1] / "storage" / "fixtures" / "schema-0001.db"
    old.write_bytes(fixture.read_bytes())
    out = tmp_path / "old.zip"
    back_up(old, out)
    assert merge(province, out)[1] == [Outcome.NEW]
    assert province.load(FULL.id) == FULL_PACKAGE


@pytest.mark.parametrize("bad", ["cut", "flipped", "text", "missing", "locked"])
def test_one_bad_file_of_several_changes_nothing(
    district: Store, province: Store, bad: str
) -> None:
    good, path = backup(district), district.path.parent / f"{bad}.zip"
    data = bytearray(good.read_bytes())
    if bad == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif bad == "flipped":
        data[-len(data) // 3] ^= 0x55
        path.write_bytes(data)
    elif bad == "text":
        path.write_text("ไม่ใช่ไฟล์รายงาน", encoding="utf-8")
    elif bad == "locked":
        back_up(district.path, path, passphrase=WORD)
    before = dump(province)
    with pytest.raises(Fault) as fault:
        merge(province, good, path)
    assert f"{bad}.zip" in fault.value.said.th
    if bad in {"cut", "flipped"}:
        assert isinstance(fault.value, DamagedBackup | UserFault)
    assert dump(province) == before
    assert not (province.path.parent / ".suanruam-merging").exists()


def test_a_locked_backup_opens_with_its_passphrase(district: Store, province: Store) -> None:
    path = district.path.parent / "locked.zip"
    back_up(district.path, path, passphrase=WORD)
    with pytest.raises(PassphraseNeeded):
        merge(province, path)
    with opened_merge(province, [path], {path: WORD}) as merging:
        assert merging.apply()
    assert province.load(FULL.id) == FULL_PACKAGE


def test_what_cannot_be_read_comes_with_the_version_that_it_was_typed_in(
    district: Store, province: Store
) -> None:
    district.save(FULL, unread=UNREAD)
    merge(province, backup(district, "1"))
    assert province.unread(FULL.id) == UNREAD
    # Nothing proves that it was not typed again here meanwhile.
    district.save(with_activity(FULL, 0, issues=()), unread={})
    assert merge(province, backup(district, "2"))[1] == [Outcome.NEWER]
    assert province.unread(FULL.id) == UNREAD


@pytest.fixture
def typed_here(district: Store, province: Store) -> Store:
    """An office that took a report in, and typed what cannot be read into an empty field of it."""
    district.save(FULL)
    merge(province, backup(district, "1"))
    province.save(FULL, unread={SIGNED: "วันพุธหน้า หลังประชุมสภา"})
    return province


def test_what_cannot_be_read_stays_where_a_newer_version_leaves_its_field_empty(
    typed_here: Store, district: Store
) -> None:
    district.save(with_fields(FULL, title="ใหม่"), unread={SESSION: "วันศุกร์"})
    file = backup(district, "2")
    act, found = merge(typed_here, file)
    assert found == [Outcome.NEWER]
    assert typed_here.report(FULL.id).title == "ใหม่"
    both = {SIGNED: "วันพุธหน้า หลังประชุมสภา", SESSION: "วันศุกร์"}
    assert typed_here.unread(FULL.id) == both
    assert merge(typed_here, file) == (None, [Outcome.SAME])
    merge(district, backup(typed_here, "3"))
    assert district.unread(FULL.id) == both
    assert act
    undo_merge(typed_here, act)
    assert typed_here.unread(FULL.id) == {SIGNED: "วันพุธหน้า หลังประชุมสภา"}


@pytest.mark.parametrize("side", Side)
def test_a_newer_value_takes_the_place_of_what_cannot_be_read_only_if_somebody_says_so(
    typed_here: Store, district: Store, side: Side
) -> None:
    dated = (FULL.signatories[0], Signatory(date=dt.date(2023, 4, 4)))
    district.save(with_fields(FULL, title="ใหม่", signatories=dated))
    file = backup(district, "2")
    with opened_merge(typed_here, [file]) as merging:
        (entry,) = merging.plan.entries
        assert entry.outcome is Outcome.CONFLICT
        assert entry.comparison
        (one,) = entry.comparison.undecided
        assert (one.path, one.ours_unread) == (("signatories",), ("วันพุธหน้า หลังประชุมสภา",))
        merging.apply({FULL.id: {one.path: side}})
    assert typed_here.report(FULL.id).title == "ใหม่"
    stays = side is Side.OURS
    assert typed_here.unread(FULL.id) == ({SIGNED: one.ours_unread[0]} if stays else {})
    assert (typed_here.report(FULL.id).signatories == dated) is not stays
    assert merge(typed_here, file) == (None, [Outcome.SAME])


def test_an_activity_that_was_removed_elsewhere_takes_no_words_along(
    district: Store, province: Store
) -> None:
    merge(province, backup(district, "1"))
    province.save(FULL, unread={SESSION: "วันศุกร์"})
    district.save(with_fields(FULL, activities=FULL.activities[1:]))
    with opened_merge(province, [backup(district, "2")]) as merging:
        (entry,) = merging.plan.entries
        assert entry.comparison
        (one,) = entry.comparison.undecided
        assert (one.path, one.ours_unread) == (("activities", 0), ("วันศุกร์",))
        merging.apply({FULL.id: {one.path: Side.OURS}})
    assert province.report(FULL.id) == FULL
    assert province.unread(FULL.id) == {SESSION: "วันศุกร์"}


@pytest.mark.parametrize("side", Side)
def test_what_cannot_be_read_in_an_earlier_version_is_shown(
    district: Store, province: Store, side: Side
) -> None:
    merge(province, backup(district, "1"))
    province.save(with_fields(FULL, title="จังหวัดแก้ไข"))
    district.save(FULL, unread={SIGNED: "วันศุกร์"})
    file = backup(district, "2")
    assert merge(province, file) == (None, [Outcome.CONFLICT])
    with opened_merge(province, [file]) as merging:
        (entry,) = merging.plan.entries
        assert entry.comparison
        assert entry.comparison.undecided == ()
        words = {one.path: one.theirs_unread for one in entry.comparison.differences}
        assert words == {("title",): (), ("signatories",): ("วันศุกร์",)}
        merging.apply({FULL.id: {("signatories",): side}})
    assert province.report(FULL.id).title == "จังหวัดแก้ไข"
    assert province.unread(FULL.id) == ({SIGNED: "วันศุกร์"} if side is Side.THEIRS else {})
    assert merge(province, file) == (None, [Outcome.SAME])


def test_what_was_here_and_was_put_right_since_is_not_asked_about_again(
    district: Store, province: Store
) -> None:
    district.save(FULL, unread={SIGNED: "วันศุกร์"})
    file = backup(district)
    merge(province, file)
    dated = (FULL.signatories[0], Signatory(date=dt.date(2023, 4, 4)))
    province.save(with_fields(FULL, signatories=dated), unread={})
    assert merge(province, file) == (None, [Outcome.SAME])


def test_of_several_files_no_words_are_lost_with_the_earlier(
    district: Store, province: Store
) -> None:
    district.save(FULL, unread={SIGNED: "วันศุกร์"})
    first = backup(district, "1")
    district.save(with_fields(FULL, title="ใหม่"), unread={})
    second = backup(district, "2")
    assert outcomes(province, first, second) == [Outcome.CONFLICT] * 2
    assert outcomes(province, second, first) == [Outcome.CONFLICT] * 2


@pytest.mark.parametrize("side", Side)
def test_what_cannot_be_read_goes_with_the_field_that_is_chosen(
    district: Store, offices: Open, side: Side
) -> None:
    copy = copied(district, offices, "USB")
    (session, ours), (signed, theirs) = UNREAD.items()
    district.save(with_fields(FULL, title="ในเครื่อง"), unread={session: ours, signed: ours})
    dated = Signatory(date=dt.date(2023, 4, 4))
    signatories = (FULL.signatories[0], dated)
    copy.save(with_fields(FULL, title="ใน USB", signatories=signatories), unread={session: theirs})
    with opened_merge(district, [backup(copy)]) as merging:
        (entry,) = merging.plan.entries
        assert entry.comparison
        undecided = {one.path for one in entry.comparison.undecided}
        assert undecided == {("title",), ("signatories",), ("activities", 0, "sessions")}
        act = merging.apply({FULL.id: dict.fromkeys(undecided, side)})
    if side is Side.THEIRS:
        assert district.report(FULL.id).signatories[1] == dated
        assert district.unread(FULL.id) == {session: theirs}
    else:
        assert district.report(FULL.id).signatories == FULL.signatories
        assert district.unread(FULL.id) == {session: ours, signed: ours}
    assert act
    undo_merge(district, act)
    assert district.unread(FULL.id) == {session: ours, signed: ours}


@pytest.fixture
def twice_typed(district: Store, province: Store) -> tuple[Store, Path]:
    """An office, and a backup that says the same but for what cannot be read in it."""
    district.save(FULL, unread={SESSION: "วันพุธหน้า"})
    file = backup(district)
    merge(province, file)
    province.save(FULL, unread={SESSION: "วันศุกร์"})
    return province, file


@pytest.mark.parametrize("side", Side)
def test_a_difference_only_in_what_cannot_be_read_is_for_somebody_to_choose(
    twice_typed: tuple[Store, Path], side: Side
) -> None:
    province, file = twice_typed
    with opened_merge(province, [file]) as merging:
        (entry,) = merging.plan.entries
        assert entry.outcome is Outcome.CONFLICT
        assert entry.comparison
        (one,) = entry.comparison.differences
        assert (one.path, one.side) == (SESSION[:3], None)
        assert (one.ours_unread, one.theirs_unread) == (("วันศุกร์",), ("วันพุธหน้า",))
        merging.apply()
        assert province.unread(FULL.id) == {SESSION: "วันศุกร์"}
        act = merging.apply({FULL.id: {one.path: side}})
    chosen = {Side.OURS: "วันศุกร์", Side.THEIRS: "วันพุธหน้า"}[side]
    assert province.unread(FULL.id) == {SESSION: chosen}
    assert province.load(FULL.id) == FULL_PACKAGE
    assert act
    undo_merge(province, act)
    assert province.unread(FULL.id) == {SESSION: "วันศุกร์"}


def test_what_was_typed_since_and_cannot_be_read_comes_too(
    district: Store, province: Store
) -> None:
    merge(province, backup(district, "1"))
    province.save(FULL, unread={SESSION: "วันพุธหน้า"})
    district.save(FULL, unread=UNREAD | {SESSION: "วันพุธหน้า"})
    file = backup(district, "2")
    act, found = merge(province, file)
    assert found == [Outcome.NEWER]
    assert province.unread(FULL.id) == UNREAD | {SESSION: "วันพุธหน้า"}
    assert merge(province, file) == (None, [Outcome.SAME])
    assert merge(province, backup(district, "1")) == (None, [Outcome.SAME])
    assert act
    undo_merge(province, act)
    assert province.unread(FULL.id) == {SESSION: "วันพุธหน้า"}


def test_what_cannot_be_read_is_looked_at_again_before_anything_is_taken(
    twice_typed: tuple[Store, Path],
) -> None:
    province, file = twice_typed
    with opened_merge(province, [file]) as merging:
        province.save(FULL, unread={SESSION: "วันเสาร์"})
        with pytest.raises(UserFault, match="changed since"):
            merging.apply({FULL.id: {SESSION[:3]: Side.THEIRS}})
    assert province.unread(FULL.id) == {SESSION: "วันเสาร์"}


def test_a_report_in_the_bin_comes_back_with_all_that_cannot_be_read(
    district: Store, province: Store
) -> None:
    (session, typed), (signed, other) = UNREAD.items()
    district.save(FULL, unread={session: typed})
    file = backup(district)
    merge(province, file)
    province.save(FULL, unread={session: typed, signed: other})
    province.delete(FULL.id)
    assert merge(province, file)[1] == [Outcome.NEW]
    assert province.unread(FULL.id) == {session: typed, signed: other}


@pytest.fixture
def wounded(province: Store) -> tuple[Store, str]:
    """An office with one photo damaged in its database, and that photo's path."""
    own = with_fields(FULL, id=uuid4(), title="ของจังหวัดเอง")
    province.save(own, {path: data + b"of its own" for path, data in FULL_FILES.items()})
    query = "SELECT rowid FROM blob ORDER BY length(content) DESC LIMIT 1"
    with closing(sqlite3.connect(province.path)) as connection, connection:
        [(row,)] = connection.execute(query)
        connection.execute("UPDATE blob SET content = x'00ff' WHERE rowid = ?", (row,))
        naming = "SELECT path FROM file JOIN blob USING (sha256) WHERE blob.rowid = ?"
        (path,) = connection.execute(naming, (row,)).fetchone()
    return province, path


def test_a_damaged_photo_does_not_keep_a_merge_from_happening(
    wounded: tuple[Store, str], district: Store, tmp_path: Path
) -> None:
    province, damaged = wounded
    (own,) = province.summaries()
    told: list[Said] = []
    with opened_merge(province, [backup(district)]) as merging:
        act = merging.apply(told=told.append)
    assert act
    (said,) = told
    assert damaged in said.th
    assert damaged in said.en
    assert province.load(FULL.id) == FULL_PACKAGE
    assert province.report(own.id).title == "ของจังหวัดเอง"
    with closing(sqlite3.connect(province.path)) as connection:
        assert connection.execute("SELECT 1 FROM blob WHERE content = x'00ff'").fetchone()
    (kept,) = DataPlace(province.path.parent).backups.glob("*.zip")
    assert kept.name in said.th
    place = DataPlace(tmp_path / "elsewhere")
    restore(kept, place)
    with Store.open(place.database) as readable:
        package = readable.load(own.id)
    assert package.report.activities[0].results == FULL.activities[0].results
    assert set(package.files) == set(FULL_FILES) - {damaged}


def test_a_merge_with_a_damaged_photo_pushes_out_no_whole_backup(
    wounded: tuple[Store, str], district: Store
) -> None:
    province, _ = wounded
    backups = DataPlace(province.path.parent).backups
    backups.mkdir()
    whole = name_of(dt.datetime(2023, 2, 22, 13, 30, tzinfo=dt.UTC), Reason.MERGE)
    for number in range(3):
        changed = with_fields(FULL, id=uuid4(), title=f"{number}")
        merge(province, report_file(district, changed, f"{number}"))
    named = [Named.read(one.name) for one in backups.iterdir()]
    assert [one.reason for one in named if one] == [Reason.MERGE_READABLE] * 3
    every = [Named.read(whole), *named]
    kept = Policy(before=1).kept([one for one in every if one])
    assert Named.read(whole) in kept


def test_a_photo_that_comes_whole_mends_the_damaged_one(district: Store, province: Store) -> None:
    province.save(with_fields(FULL, id=uuid4(), title="ของจังหวัดเอง"), FULL_FILES)
    (own,) = province.summaries()
    with closing(sqlite3.connect(province.path)) as connection, connection:
        connection.execute("UPDATE blob SET content = x'00ff'")
    merge(province, backup(district))
    assert province.load(FULL.id) == FULL_PACKAGE
    assert province.load(own.id).files == FULL_PACKAGE.files
