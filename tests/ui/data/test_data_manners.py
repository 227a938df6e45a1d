"""The pages about data keep the manners of every view; pictures of them are kept to be looked at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QRadioButton

from desktop_app.errors import Damaged, Said
from desktop_app.paths import DataPlace
from desktop_app.report.values import Activity
from desktop_app.services.backups import back_up
from desktop_app.storage.lock import HeldElsewhere, Holder
from desktop_app.storage.store import Store
from desktop_app.ui.desk.data_desk import DataDesk
from desktop_app.ui.home.home_list import HomeList
from desktop_app.ui.window import Window
from tests.ui.data.test_history_page import BEFORE
from tests.ui.data.test_merge_page import LONG, LONG_OTHER, office, report
from tests.ui.data.ways import Answers, ask
from tests.ui.person import click, is_seen, press, seen, settle, until
from tests.ui.test_manners import SCREENS, controls, cut, says, shown, unmannerly

LONGEST = "องค์การบริหารส่วนตำบลบ้านน้อยซุ้มขี้เหล็ก อำเภอเนินมะปราง จังหวัดพิษณุโลก"


@pytest.fixture
def filled(place: DataPlace) -> None:
    """Several offices' reports, one with a past, and automatic backups."""
    whole = BEFORE.model_copy(update={"introduction": LONG})
    with Store.open(place.database) as store:
        store.save(BEFORE)
        store.save(whole)
        for name in ("อำเภอพรหมพิราม", "อำเภอบางระกำ", LONGEST):
            store.save(report(name, activities=(Activity(name=f"ประชุม{name}"),)))
    place.backups.mkdir()
    for name in ("20230222-133000-auto", "20230301-090000-before-merge"):
        back_up(place.database, place.backups / f"suanruam-{name}.zip")


def every_page(window: Window, answers: Answers, folder: Path) -> Iterator[str]:
    """Go through every page about data; yield each one's name."""
    until(lambda: is_seen(window, "reports"))
    yield from backup_pages(window, answers, folder)
    yield from restore_pages(window, answers, folder)
    yield from merge_pages(window, answers, folder)
    (desk,) = window.findChildren(DataDesk)
    holder = Holder("เครื่องห้องทะเบียน", "สมศรี", 1, "", "")
    desk.show_closed(HeldElsewhere(folder, holder))
    yield "closed"
    desk.show_closed(Damaged(Said("ฐานข้อมูลเสียหาย ข้อมูลสำรองยังอยู่ครบ", "damaged")))
    yield "damaged-data"
    click(window, "try_again")
    until(lambda: is_seen(window, "reports"))


def backup_pages(window: Window, answers: Answers, folder: Path) -> Iterator[str]:
    answers.chosen = folder
    ask(window, "backup")
    until(lambda: is_seen(window, "begin_backup"))
    yield "backup"
    click(window, "other_folder")
    seen(window, "some_reports", QRadioButton).click()
    seen(window, "report_0", QCheckBox).click()
    seen(window, "lock", QCheckBox).click()
    settle()
    yield "backup-chosen"
    seen(window, "lock", QCheckBox).click()
    click(window, "begin_backup")
    until(lambda: is_seen(window, "done"))
    yield "backup-done"
    click(window, "done")
    until(lambda: is_seen(window, "reports"))


def restore_pages(window: Window, answers: Answers, folder: Path) -> Iterator[str]:
    ask(window, "restore")
    until(lambda: is_seen(window, "known_0"))
    yield "restore"
    answers.chosen = office(folder / "ล็อก", report("อำเภอวังทอง"), key="นา")
    click(window, "choose_file")
    until(lambda: is_seen(window, "unlock"))
    yield "restore-locked"
    click(window, "another_file")
    until(lambda: is_seen(window, "choose_file"))
    older = BEFORE.model_copy(update={"introduction": "เก่า"})
    path = answers.chosen = office(folder / "วังทอง", older, report("อำเภอวัดโบสถ์"))
    click(window, "choose_file")
    until(lambda: is_seen(window, "begin_restore"))
    yield "restore-found"
    click(window, "another_file")
    until(lambda: is_seen(window, "choose_file"))
    path.write_bytes(path.read_bytes()[:-40])
    click(window, "choose_file")
    until(lambda: is_seen(window, "salvage"))
    yield "restore-damaged"
    click(window, "data_back")
    until(lambda: is_seen(window, "reports"))


def compare_buttons(window: Window) -> list[QPushButton]:
    found = window.findChildren(QPushButton)
    return [one for one in found if one.objectName().startswith("compare_") and one.isVisible()]


def merge_pages(window: Window, answers: Answers, folder: Path) -> Iterator[str]:
    ask(window, "merge")
    until(lambda: is_seen(window, "add_files"))
    yield "merge"
    theirs = BEFORE.model_copy(
        update={"introduction": LONG_OTHER, "activities": (Activity(name="อบรม"),)}
    )
    bad = folder / "เสีย.zip"
    bad.write_bytes(b"PK")
    answers.merged = (
        office(folder / "นครไทย", theirs, report("อำเภอนครไทย"), report("อำเภอชาติตระการ")),
        office(folder / "ล็อก2", report("อำเภอเนินมะปราง"), key="นา"),
        bad,
    )
    click(window, "add_files")
    until(lambda: compare_buttons(window))
    yield "merge-found"
    compare_buttons(window)[0].click()
    until(lambda: is_seen(window, "all_theirs"))
    yield "compare"
    click(window, "all_theirs")
    click(window, "take_choices")
    until(lambda: is_seen(window, "begin_merge"))
    click(window, "begin_merge")
    until(lambda: is_seen(window, "undo_merge"))
    yield "merged"
    click(window, "consolidate")
    until(lambda: is_seen(window, "whole_agency"))
    yield "consolidate"


@pytest.fixture(params=["", "double-"], ids=["light", "dark and double"])
def look(window: Window, app: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """The beginning of pictures' names, in light, and in dark at 200 %."""
    screen = str(request.param)
    scheme = Qt.ColorScheme.Dark if screen else Qt.ColorScheme.Light
    app.styleHints().colorSchemeChanged.emit(scheme)
    window.resize(SCREENS[screen])
    yield f"data-{screen}"
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)


@pytest.mark.usefixtures("filled")
def test_every_page_about_data_keeps_its_manners(
    answers: Answers, window: Window, look: str, tmp_path: Path, artefacts: Path
) -> None:
    breaches: list[str] = []
    for view in every_page(window, answers, tmp_path):
        settle()
        window.grab().save(str(artefacts / f"{look}{view}.png"))
        breaches += [f"{view}: {said}" for said in (*found(window), *unreached(window))]
    assert not breaches, "\n".join(breaches)


def found(window: Window) -> Iterator[str]:
    """Yield what is unmannerly in what the window shows."""
    for widget in controls(window):
        for said in unmannerly(widget):
            yield f"{widget.objectName()} {says(widget)!r} {said}"
    for label in shown(window):
        if isinstance(label, QLabel):
            yield from (f"{label.text()!r} {said}" for said in cut(label))


def unreached(window: Window) -> Iterator[str]:
    """Yield the controls that Tab never comes to; of radio buttons the arrows reach the rest."""
    reached = set()
    for _ in range(80):
        press(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    for widget in controls(window):
        if widget.isEnabled() and widget not in reached and not isinstance(widget, QRadioButton):
            yield f"{widget.objectName()} {says(widget)!r} is never reached by Tab"


@pytest.mark.usefixtures("filled")
def test_looking_back_keeps_its_manners(window: Window, look: str, artefacts: Path) -> None:
    until(lambda: is_seen(window, "reports"))
    seen(window, "reports", HomeList).choose(BEFORE.id)
    press(Qt.Key.Key_Return)
    until(lambda: is_seen(window, "page_title"))
    press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    until(lambda: is_seen(window, "revisions"))
    until(lambda: is_seen(window, "same_as_now"))
    breaches = [*found(window)]
    window.grab().save(str(artefacts / f"{look}history.png"))
    assert not breaches, "\n".join(breaches)
