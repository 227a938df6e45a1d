"""A report of three activities, from an empty database to printed pages, without a mouse.

How many strokes it takes beyond the letters of the text, how long, and for how long the window's
thread was held at most, is printed and kept beside the pictures.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copy

import pytest

from desktop_app.report.package import read_package
from desktop_app.report.values import Activity, Group, Report
from desktop_app.thai.calendar import full_date_with_weekday
from tests.journeys.person import Person
from tests.journeys.program import WATCHED, Program, run_command
from tests.journeys.reference import PICTURES
from tests.journeys.screen import Screen
from tests.journeys.sight import Sight
from tests.journeys.three import THREE, texts
from tests.journeys.typist import Typist
from tests.journeys.watched import HOLDS
from tests.journeys.window import until_page
from tests.readers import READERS, without_spaces

EXTRA = 0.08
"""Strokes beyond the letters of the text that are fair, as a part of these."""


CAPTION = "ผู้แทนชุมชนเสนอให้เพิ่มทางลาด"


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it."""

    stored: Report
    printed: bytes
    strokes: int
    extra: int
    complaints: str


@contextmanager
def program(folder: Path, screen: Screen) -> Iterator[Program]:
    """Run the watched program for somebody whose home is `folder`."""
    for name in ("Documents", "Pictures"):
        (folder / name).mkdir()
    environment = {**screen.environment, HOLDS: str(folder / "holds.json")}
    with Program(folder, environment, screen.bus, WATCHED) as started:
        yield started


@pytest.fixture(scope="module")
def done(
    screen: Screen,
    sight: Sight,
    pictures: Path,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Done:
    """The whole way, gone once."""
    folder = tmp_path_factory.mktemp("keyboard")
    printed = folder / "ที่พิมพ์.pdf"
    with program(folder, screen) as running:
        sight.meet()
        person = Person(screen, sight, running, pictures)
        person.find("สร้างรายงาน", "push button")
        typist = Typist(person)
        enter(typist, Path(copy(PICTURES[0], folder / "Pictures")))
        print_out(typist, printed)
        seconds = typist.seconds
        screen.close_window()
        assert running.closed() == 0, running.complaints()
    told = story(typist, seconds, json.loads((folder / "holds.json").read_text("utf-8")))
    (pictures / "keyboard-alone.txt").write_text(told, encoding="utf-8")
    with request.getfixturevalue("capfd_off")():
        sys.stdout.write(f"\n{told}\n")
    return Done(
        export(folder), printed.read_bytes(), typist.strokes, typist.extra, running.complaints()
    )


@pytest.fixture(scope="module")
def capfd_off(request: pytest.FixtureRequest) -> object:
    """What lets a fixture of a module speak to whoever runs the tests."""
    return request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled


def story(typist: Typist, seconds: float, held: dict[str, object]) -> str:
    """Say in a few lines what it took."""
    keys = ", ".join(f"{key} {count}" for key, count in sorted(typist.others.items()))
    lines = [
        f"three activities by keyboard alone: {typist.strokes} strokes in {seconds:.0f} s",
        f"  {typist.letters} letters, {typist.extra} others ({keys})",
        f"  the window's thread was held for {held['longest']:.3f} s at most",
        f"  and was itself at work for {held['busiest']:.3f} s of such a hold at most",
    ]
    holds = held["holds"]
    assert isinstance(holds, list)
    return "\n".join((*lines, *(f"    {one}" for one in holds)))


def enter(typist: Typist, picture: Path) -> None:
    """Type the whole report."""
    typist.press("ctrl+n")
    enter_data(typist)
    turn(typist, "กิจกรรม/โครงการ")
    for activity in THREE.activities:
        typist.press("ctrl+shift+n")
        enter_activity(typist, activity)
    add_picture(typist, picture)
    turn(typist, "ผู้ลงนาม")
    for number, one in enumerate(THREE.signatories, start=1):
        if number > 1:
            typist.press("Return")
        typist.fill(f"ผู้ลงนามที่ {number}: ฐานะ", str(one.role))
        typist.press("Tab")
        typist.fill(f"ผู้ลงนามที่ {number}: ชื่อ-นามสกุล", str(one.name))
        typist.press("Tab")
        typist.fill(f"ผู้ลงนามที่ {number}: ตำแหน่ง", str(one.position))
    turn(typist, "ตรวจสอบ")
    turn(typist, "พิมพ์")


def turn(typist: Typist, title: str) -> None:
    """Go to the next page, and see that it is the one of that title."""
    typist.press("alt+Right")
    until_page(typist.person, title)


def enter_data(typist: Typist) -> None:
    until_page(typist.person, "ข้อมูลรายงาน")
    typist.press("Down")
    typist.person.find("อำเภอ", "combo box")
    typist.press("Tab")
    typist.fill("ชื่อหน่วยงาน", str(THREE.agency.name))
    typist.press("Tab")
    typist.fill("จังหวัด", str(THREE.agency.province))
    typist.press("Tab")
    typist.fill("อำเภอ", str(THREE.agency.district))
    typist.tab_to("ปีงบประมาณ พ.ศ.")
    typist.fill("ปีงบประมาณ พ.ศ.", str(THREE.fiscal_year))


def enter_activity(typist: Typist, activity: Activity) -> None:
    number = THREE.activities.index(activity) + 1
    until_page(typist.person, f"{number}. ชื่อกิจกรรม/โครงการ")
    typist.fill("ชื่อกิจกรรม/โครงการ", str(activity.name))
    typist.press("Tab")
    fill_rows(typist, "หน่วยงานที่ {}", activity.organisers)
    turn(typist, f"{number}.1 วัน/เดือน/ปี ที่ดำเนินการ")
    (session,) = activity.sessions
    assert session.date is not None
    assert session.start_time is not None
    date = f"{session.date:%-d/%-m}/{session.date.year + 543 - 2500}"
    typist.fill("วันที่จัดที่ 1: วันที่", date)
    typist.tab_to("วันที่จัดที่ 1: เวลา")
    typist.person.until_reads("วันที่จัดที่ 1: วันที่", full_date_with_weekday(session.date))
    typist.fill("วันที่จัดที่ 1: เวลา", f"{session.start_time:%-H.%M}")
    turn(typist, f"{number}.2 สถานที่ดำเนินการ")
    typist.fill("สถานที่ที่ 1", str(session.place))
    turn(typist, f"{number}.3 ประเด็น/เรื่องในการมีส่วนร่วม")
    fill_rows(typist, "ประเด็นที่ {}", activity.issues)
    turn(typist, f"{number}.4 สรุปข้อมูลของผู้มีส่วนร่วม")
    typist.fill("จำนวนผู้เข้าร่วมทั้งหมด (คน)", str(activity.participants.total))
    typist.press("Tab")
    for place, group in enumerate(activity.participants.groups, start=1):
        if place > 1:
            typist.press("Return")
        fill_group(typist, place, group)
    turn(typist, f"{number}.5 ผลจากการมีส่วนร่วม")
    fill_rows(typist, "ย่อหน้าที่ {}", activity.results)
    turn(typist, f"{number}.6 การนำผลจากการมีส่วนร่วมไปปรับปรุงพัฒนาการดำเนินงาน")
    fill_rows(typist, "ข้อที่ {}", activity.improvements)
    turn(typist, f"{number}.7 ประมวลภาพกิจกรรม")


def add_picture(typist: Typist, picture: Path) -> None:
    """Add a picture by the dialog of the system, with a caption."""
    typist.press("Return")
    typist.person.find("เพิ่มภาพ", "dialog")
    typist.fill("ชื่อไฟล์:", str(picture))
    typist.press("Return")
    typist.person.find("ภาพที่ 1: คำบรรยายภาพ", "text")
    typist.press("shift+Tab")
    typist.fill("ภาพที่ 1: คำบรรยายภาพ", CAPTION)


def fill_rows(typist: Typist, name: str, rows: Iterable[str | None]) -> None:
    """Type a text a row; Enter makes the next one."""
    for number, text in enumerate(rows, start=1):
        if number > 1:
            typist.press("Return")
        typist.fill(name.format(number), str(text))


def fill_group(typist: Typist, number: int, group: Group) -> None:
    typist.fill(f"กลุ่มที่ {number}: กลุ่ม", str(group.name))
    typist.press("Tab")
    typist.fill(f"กลุ่มที่ {number}: คน", str(group.count))
    if group.external:
        typist.press("Tab", "space")
        box = f"กลุ่มที่ {number}: ภายนอก"
        typist.person.until(
            lambda: any(one.is_checked for one in typist.person.all_seen(box, "check box")), box
        )


def print_out(typist: Typist, out: Path) -> None:
    """Print into a file, by the dialog of the system."""
    typist.press("ctrl+p")
    typist.person.find_beginning("มี ", "label")  # what might be looked at before
    typist.press("Tab", "Return")
    typist.person.find("พิมพ์", "dialog")
    typist.tab_to("ไฟล์ผลลัพธ์:")
    typist.press("ctrl+a")
    typist.fill("ไฟล์ผลลัพธ์:", str(out))
    typist.press("Return")
    typist.person.find_beginning(f"บันทึก {out.name} ไว้ที่ ", "label")


def export(folder: Path) -> Report:
    """Return the one report of the person whose home is `folder`."""
    (listed,) = json.loads(run_command(folder / "data", "list", "--json"))
    out = folder / "out.zip"
    run_command(folder / "data", "export", listed["id"], "-o", str(out))
    return read_package(out).report


def test_what_is_stored_is_what_was_typed(done: Done) -> None:
    *others, last = done.stored.activities
    assert [(one.file, one.caption) for one in last.photos] == [("photos/0001.jpg", CAPTION)]
    activities = (*others, last.model_copy(update={"photos": ()}))
    assert done.stored.model_copy(update={"id": THREE.id, "activities": activities}) == THREE


@pytest.mark.parametrize("reader", READERS)
def test_all_of_it_is_on_paper(done: Done, reader: str) -> None:
    read = without_spaces(READERS[reader](done.printed))
    missing = [text for text in texts(THREE) if without_spaces(text) not in read]
    assert missing == []


def test_few_strokes_are_no_letters(done: Done) -> None:
    letters = sum(map(len, texts(THREE)))
    assert done.strokes - done.extra >= letters
    assert done.extra <= EXTRA * letters


def test_nothing_was_complained_of(done: Done) -> None:
    assert done.complaints == ""
