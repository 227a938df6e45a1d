"""What cannot be read as a value is kept with its report: wherever that goes, and no longer."""

import json
import sqlite3
from pathlib import Path as FilePath
from uuid import UUID, uuid4

import pytest

from desktop_app.paths import DataPlace
from desktop_app.report.location import Path
from desktop_app.services.reports import store_duplicate, store_next_round
from desktop_app.storage.backup import write_backup
from desktop_app.storage.restore import restore_backup
from desktop_app.storage.store import Store
from tests.storage.samples import FULL, FULL_FILES, UNREAD, with_activity, with_fields

PLACE = ("signatories", 1, "date")


@pytest.fixture
def kept(store: Store) -> Store:
    """A store with a report in which something cannot be read."""
    store.save(FULL, FULL_FILES, UNREAD)
    return store


def test_it_is_there_word_for_word(kept: Store) -> None:
    assert kept.unread(FULL.id) == UNREAD


def test_a_save_that_does_not_speak_of_it_leaves_it(kept: Store) -> None:
    kept.save(with_fields(FULL, title="ใหม่"))
    assert kept.unread(FULL.id) == UNREAD


def test_a_save_puts_what_it_says_in_place_of_it(kept: Store) -> None:
    kept.save(FULL, unread={PLACE: "อีกคำ"})
    assert kept.unread(FULL.id) == {PLACE: "อีกคำ"}
    kept.save(FULL, unread={})
    assert kept.unread(FULL.id) == {}


def test_half_a_character_keeps_no_report_from_being_saved(kept: Store) -> None:
    kept.save(FULL, unread={PLACE: "22 ก\ud83d.พ."})
    assert kept.unread(FULL.id) == {PLACE: "22 ก?.พ."}


def test_no_value_that_lies_beneath_it_is_the_reports_or_comes_back(kept: Store) -> None:
    beneath: Path = ("signatories", 0, "date")  # as an older program stored it
    kept.save(FULL, unread={beneath: "เมื่อวาน"})
    assert kept.report(FULL.id).signatories[0].date is None
    assert kept.load(FULL.id).report == kept.report(FULL.id)
    kept.save(kept.report(FULL.id), unread={})
    assert kept.report(FULL.id).signatories[0].date is None


def test_it_makes_no_revision(kept: Store) -> None:
    before = kept.revisions(FULL.id)
    kept.save(FULL, unread={PLACE: "อีกคำ"})
    assert kept.revisions(FULL.id) == before


def test_it_is_stored_with_its_report_or_not_at_all(kept: Store) -> None:
    unknown = with_fields(FULL, id=uuid4())
    with pytest.raises(ValueError, match="photos"):
        kept.save(unknown, {}, {PLACE: "ค้าง"})
    assert not kept.holds(unknown.id)
    assert kept.unread(unknown.id) == {}


def test_it_waits_in_the_bin_and_goes_for_good_with_its_report(kept: Store) -> None:
    kept.delete(FULL.id)
    assert kept.unread(FULL.id) == UNREAD
    kept.purge([FULL.id])
    assert kept.unread(FULL.id) == {}


def test_another_report_made_of_it_begins_without(kept: Store) -> None:
    copy = store_duplicate(kept, FULL.id)
    begun = store_next_round(kept, FULL.id)
    assert kept.unread(copy) == kept.unread(begun) == {}


def test_a_backup_brings_it_back(
    kept: Store, path: FilePath, out: FilePath, tmp_path: FilePath
) -> None:
    write_backup(path, out)
    kept.save(with_activity(FULL, 0, name="อื่น"), unread={})
    kept.close()
    restore_backup(out, path, tmp_path / "kept.zip")
    with Store.open(path) as back:
        assert back.unread(FULL.id) == UNREAD


def left_behind(place: DataPlace, report_id: UUID, text: str = "วันพุธหน้า") -> FilePath:
    """Leave a file as older programs did."""
    place.unread.mkdir(exist_ok=True)
    file = place.unread / f"{report_id}.json"
    found = [{"path": list(PLACE), "text": text, "said": "อ่านไม่ได้"}]
    file.write_text(json.dumps(found), encoding="utf-8")
    return file


def test_files_of_older_programs_are_taken_over_once(store: Store, place: DataPlace) -> None:
    store.save(FULL, FULL_FILES)
    store.close()
    left_behind(place, FULL.id)
    left_behind(place, uuid4())  # of a report that was removed since
    with Store.open(place.database) as opened:
        assert opened.unread(FULL.id) == {PLACE: "วันพุธหน้า"}
    assert not place.unread.exists()


@pytest.mark.usefixtures("kept")
def test_a_file_that_could_not_be_removed_replaces_nothing(place: DataPlace) -> None:
    left_behind(place, FULL.id, "เก่า")
    with Store.open(place.database) as opened:
        assert opened.unread(FULL.id) == UNREAD


def test_a_file_stays_where_the_database_does_not_take_it(
    store: Store, place: DataPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(FULL, FULL_FILES)
    file = left_behind(place, FULL.id)

    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as full:
        full.setattr("desktop_app.storage.former_unread.write_unread", refuse)
        with pytest.raises(sqlite3.OperationalError):
            Store.open(place.database)
    assert file.exists()
    with Store.open(place.database) as opened:
        assert opened.unread(FULL.id) == {PLACE: "วันพุธหน้า"}


def test_a_file_that_nobody_understands_stays(store: Store, place: DataPlace) -> None:
    store.close()
    file = left_behind(place, FULL.id)
    file.write_text("{", encoding="utf-8")
    Store.open(place.database).close()
    assert file.exists()
