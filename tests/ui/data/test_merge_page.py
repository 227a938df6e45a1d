"""Merging in the window: looked into, chosen from, done as one act, taken back, and told about."""

from pathlib import Path
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QRadioButton

from desktop_app.errors import Said
from desktop_app.paths import DataPlace
from desktop_app.report.differing import Choices
from desktop_app.report.fields import Field, Kind
from desktop_app.report.location import Path as Place
from desktop_app.report.package import Package, zip_bytes
from desktop_app.report.values import Activity, Agency, Report, Signatory
from desktop_app.services.backups import Progress, back_up
from desktop_app.services.merging import Merge, Told
from desktop_app.storage.store import Store
from desktop_app.ui.data.marked import Marked, marked
from desktop_app.ui.data.merge_page import MergePage
from desktop_app.ui.data.value_words import value_words
from desktop_app.ui.window import Window
from tests.ui.data.ways import Answers, ask, drop, message, said, store_sample
from tests.ui.person import click, is_seen, press, seen, settle, type_text, until

LONG = "ประชาชนเสนอให้ปรับปรุงถนนสายหลักและระบบระบายน้ำของหมู่บ้าน"
LONG_OTHER = "ประชาชนเสนอให้ปรับปรุงถนนสายรองและระบบระบายน้ำของหมู่บ้าน"


def report(name: str, **more: object) -> Report:
    return Report.model_validate({"fiscal_year": 2566, "agency": Agency(name=name), **more})


def office(folder: Path, *reports: Report, key: str | None = None) -> Path:
    """Return the backup of an office with these reports."""
    place = DataPlace(folder)
    with Store.open(place.database) as store:
        for one in reports:
            store.save(one)
    path = folder / f"สำรอง {folder.name}.zip"
    back_up(place.database, path, passphrase=key)
    return path


def stored(place: DataPlace) -> dict[str, Report]:
    with Store.open(place.database) as store:
        every = [store.load(one.id).report for one in store.summaries()]
    return {one.agency.name or "": one for one in every}


def choose(window: Window, answers: Answers, *files: Path) -> None:
    answers.merged = files
    ask(window, "merge")
    until(lambda: window.windowTitle() == "รวมรายงานจากหน่วยงานอื่น – ส่วนร่วม")
    until(lambda: is_seen(window, "add_files"))
    click(window, "add_files")
    until(lambda: is_seen(window, "file_0"))


def merged(window: Window) -> None:
    click(window, "begin_merge")
    until(lambda: is_seen(window, "undo_merge"))


def test_new_reports_are_ticked_taken_in_and_taken_back(
    answers: Answers, window: Window, place: DataPlace, tmp_path: Path
) -> None:
    store_sample(window)
    one = office(tmp_path / "วังทอง", report("อำเภอวังทอง"), report("อำเภอวังทอง สาขา"))
    two = tmp_path / "ไฟล์รายงาน.zip"
    two.write_bytes(zip_bytes(Package(report("อำเภอบางระกำ"), {})))
    choose(window, answers, one, two)
    assert seen(window, "begin_merge", QPushButton).text() == "รวม 3 ฉบับ"
    ticks = {tick.text(): tick for tick in window.findChildren(QCheckBox) if tick.isVisible()}
    next(tick for name, tick in ticks.items() if "สาขา" in name).click()
    assert seen(window, "begin_merge", QPushButton).text() == "รวม 2 ฉบับ"
    assert set(stored(place)) == {"จังหวัดพิษณุโลก"}
    merged(window)
    assert set(stored(place)) == {"จังหวัดพิษณุโลก", "อำเภอวังทอง", "อำเภอบางระกำ"}
    assert len(list(place.backups.glob("*-before-merge.zip"))) == 1
    click(window, "undo_merge")
    until(lambda: message(window).startswith("เลิกทำแล้ว"))
    assert set(stored(place)) == {"จังหวัดพิษณุโลก"}
    until(lambda: is_seen(window, "act_0"))
    assert "2 ฉบับ" in said(window, "act_0")
    assert "อำเภอวังทอง" in said(window, "act_0")


def test_merging_again_finds_nothing_new(answers: Answers, window: Window, tmp_path: Path) -> None:
    path = office(tmp_path / "วังทอง", report("อำเภอวังทอง"))
    choose(window, answers, path)
    merged(window)
    click(window, "done")
    until(lambda: is_seen(window, "reports"))
    choose(window, answers, path)
    assert answers.began == ["", str(path.parent)]
    assert "อำเภอวังทอง" in said(window, "same")
    assert not seen(window, "begin_merge", QPushButton).isEnabled()


def conflict(window: Window, answers: Answers, place: DataPlace, folder: Path) -> UUID:
    """Let a report be edited here and elsewhere, and look at that."""
    first = report("อำเภอวังทอง", introduction="เดิม", activities=(Activity(name="ประชุม"),))
    ours = first.model_copy(update={"introduction": LONG})
    theirs = first.model_copy(
        update={"introduction": LONG_OTHER, "activities": (Activity(name="อบรม"),)}
    )
    until(place.database.exists)
    until(lambda: is_seen(window, "open_sample"))
    with Store.open(place.database) as store:
        store.save(ours)
    choose(window, answers, office(folder, theirs))
    return first.id


def test_a_conflict_is_compared_and_chosen_field_by_field(
    answers: Answers, window: Window, place: DataPlace, tmp_path: Path
) -> None:
    conflict(window, answers, place, tmp_path / "วังทอง")
    assert not seen(window, "begin_merge", QPushButton).isEnabled()
    assert said(window, "conflict_0").startswith("ต่างกัน")
    click(window, "compare_0")
    until(lambda: is_seen(window, "take_choices"))
    assert not seen(window, "take_choices", QPushButton).isEnabled()
    introduction = seen(window, "side_0_theirs", QRadioButton)
    assert introduction.accessibleName() == "ความนำ: จาก สำรอง วังทอง.zip"
    assert introduction.accessibleDescription() == LONG_OTHER
    introduction.setFocus()
    press(Qt.Key.Key_Space)
    number = 1
    while is_seen(window, f"side_{number}_ours") or window.findChild(
        QRadioButton, f"side_{number}_ours"
    ):
        button = window.findChild(QRadioButton, f"side_{number}_ours")
        assert button is not None
        button.click()
        number += 1
    assert said(window, "choices_left") == "เลือกครบแล้ว"
    click(window, "take_choices")
    until(lambda: is_seen(window, "begin_merge"))
    assert said(window, "conflict_0").startswith("เลือกแล้ว")
    merged(window)
    found = stored(place)["อำเภอวังทอง"]
    assert found.introduction == LONG_OTHER
    assert [one.name for one in found.activities] == ["ประชุม"]
    click(window, "undo_merge")
    until(lambda: message(window).startswith("เลิกทำแล้ว"))
    assert stored(place)["อำเภอวังทอง"].introduction == LONG


def test_words_that_cannot_be_read_stand_in_the_comparison_and_are_chosen(
    answers: Answers, window: Window, place: DataPlace, tmp_path: Path
) -> None:
    signed: Place = ("signatories", 0, "date")
    one = report("อำเภอวังทอง", signatories=(Signatory(name="นายก"),))
    other = DataPlace(tmp_path / "วังทอง")
    for where, typed in ((place, "เมื่อวาน"), (other, "วันศุกร์")):
        with Store.open(where.database) as store:
            store.save(one, unread={signed: typed})
    file = tmp_path / "สำรอง.zip"
    back_up(other.database, file)
    choose(window, answers, file)
    click(window, "compare_0")
    until(lambda: is_seen(window, "take_choices"))
    ours, theirs = (seen(window, f"side_0_{side}", QRadioButton) for side in ("ours", "theirs"))
    assert "เมื่อวาน" in ours.accessibleDescription()
    assert "วันศุกร์" in theirs.accessibleDescription()
    assert not seen(window, "take_choices", QPushButton).isEnabled()
    theirs.click()
    click(window, "take_choices")
    until(lambda: is_seen(window, "begin_merge"))
    merged(window)
    with Store.open(place.database) as store:
        assert store.unread(one.id) == {signed: "วันศุกร์"}


def test_a_comparison_that_is_left_changes_nothing(
    answers: Answers, window: Window, place: DataPlace, tmp_path: Path
) -> None:
    conflict(window, answers, place, tmp_path / "วังทอง")
    click(window, "compare_0")
    until(lambda: is_seen(window, "all_theirs"))
    click(window, "all_theirs")
    press(Qt.Key.Key_Escape)
    until(lambda: is_seen(window, "begin_merge"))
    assert said(window, "conflict_0").startswith("ต่างกัน")
    assert stored(place)["อำเภอวังทอง"].introduction == LONG


def test_the_window_closes_after_a_merge(
    answers: Answers,
    window: Window,
    place: DataPlace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reached, go = Event(), Event()
    apply = Merge.apply

    def held(
        merge: Merge, choices: dict[UUID, Choices], *, progress: Progress, told: Told
    ) -> UUID | None:
        reached.set()
        assert go.wait(20)
        return apply(merge, choices, progress=progress, told=told)

    monkeypatch.setattr(Merge, "apply", held)
    choose(window, answers, office(tmp_path / "วังทอง", report("อำเภอวังทอง")))
    click(window, "begin_merge")
    until(reached.is_set)
    window.close()
    assert window.isVisible()
    go.set()
    until(lambda: not window.isVisible())
    assert set(stored(place)) == {"อำเภอวังทอง"}


def test_locked_and_bad_files_stand_beside_good_ones(
    answers: Answers, window: Window, place: DataPlace, tmp_path: Path
) -> None:
    good = office(tmp_path / "วังทอง", report("อำเภอวังทอง"))
    locked = office(tmp_path / "บางระกำ", report("อำเภอบางระกำ"), key="นาข้าว")
    bad = tmp_path / "เสีย.zip"
    bad.write_bytes(b"PK nothing")
    choose(window, answers, good, locked, bad)
    assert seen(window, "begin_merge", QPushButton).text() == "รวม 1 ฉบับ"
    assert "เสีย.zip" in said(window, "file_fault_2")
    until(lambda: seen(window, "file_key_1", QLineEdit).hasFocus())
    type_text("ผิด")
    press(Qt.Key.Key_Return)
    until(lambda: is_seen(window, "file_wrong_1"))
    until(lambda: seen(window, "file_key_1", QLineEdit).hasFocus())
    type_text("นาข้าว")
    press(Qt.Key.Key_Return)
    until(lambda: is_seen(window, "begin_merge") and not is_seen(window, "file_key_1"))
    assert seen(window, "begin_merge", QPushButton).text() == "รวม 2 ฉบับ"
    click(window, "remove_file_2")
    until(lambda: is_seen(window, "file_1") and not is_seen(window, "file_2"))
    merged(window)
    assert set(stored(place)) == {"อำเภอวังทอง", "อำเภอบางระกำ"}


def test_files_can_be_dropped_and_leaving_changes_nothing(
    answers: Answers, window: Window, place: DataPlace, tmp_path: Path
) -> None:
    del answers
    ask(window, "merge")
    until(lambda: is_seen(window, "add_files"))
    (page,) = window.findChildren(MergePage)
    drop(page, office(tmp_path / "วังทอง", report("อำเภอวังทอง")))
    until(lambda: is_seen(window, "file_0"))
    press(Qt.Key.Key_Escape)
    until(lambda: is_seen(window, "open_sample"))
    assert stored(place) == {}
    until(lambda: not (place.root / ".suanruam-merging").exists())


def test_one_report_is_made_of_several_offices(
    answers: Answers, window: Window, place: DataPlace, tmp_path: Path
) -> None:
    paths = [
        office(tmp_path / name, report(name, activities=(Activity(name=f"งานของ{name}"),)))
        for name in ("อำเภอก", "อำเภอข", "อำเภอค")
    ]
    choose(window, answers, *paths)
    merged(window)
    click(window, "consolidate")
    until(lambda: is_seen(window, "whole_agency"))
    assert not seen(window, "begin_whole", QPushButton).isEnabled()
    until(seen(window, "whole_agency", QLineEdit).hasFocus)
    type_text("จังหวัดพิษณุโลก")
    click(window, "part_1")
    click(window, "down_part_0")
    click(window, "down_part_1")
    click(window, "begin_whole")
    until(lambda: is_seen(window, "page_title"))
    settle()
    whole = stored(place)["จังหวัดพิษณุโลก"]
    assert [one.name for one in whole.activities] == ["งานของอำเภอค", "งานของอำเภอก"]


def test_marks_cover_what_differs_and_never_half_a_letter() -> None:
    ours, theirs = "ปรับปรุงถนนสายหลักของหมู่บ้าน", "ปรับปรุงถนนสายรองของหมู่บ้าน"
    shown = marked(ours, theirs)
    assert [ours[begin:end] for begin, end in shown.ours] == ["หลัก"]
    assert [theirs[begin:end] for begin, end in shown.theirs] == ["รอง"]
    assert marked(ours, ours) == marked(ours, "") == Marked((), ())


def test_large_numbers_are_said_in_thousands_and_years_are_not() -> None:
    total = Field("total", Said("รวม", "Total"), Kind.NUMBER)
    assert value_words(total, 1240) == "1,240"
    assert value_words(Field("year", Said("ปี", "Year"), Kind.YEAR), 2566) == "2566"
