"""The reference report goes its whole way through the real program, seen and used from outside.

It is typed into an empty database with the keys of a Thai keyboard, the program is killed as soon
as it says that the last letter is saved, started again, and the report is found, read, saved as
PDF and printed.  What arrives on paper is what was typed.
"""

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.report.package import read_package
from desktop_app.report.values import Activity, Report
from tests.journeys import reference
from tests.journeys.person import Person
from tests.journeys.program import Program, run_command
from tests.journeys.screen import Screen
from tests.journeys.sight import Sight
from tests.journeys.window import (
    open_file,
    save_as_suggested,
    turn_to,
    until_page,
    write_until_saved,
)
from tests.readers import READERS

TYPED = reference.as_typed()
ACTIVITY = TYPED.activities[0]


def rows(name: str, texts: Iterable[str | None]) -> dict[str, str | None]:
    return {name.format(number): text for number, text in enumerate(texts, start=1)}


FIRST_PAGE = "ข้อมูลรายงาน"
AGAIN = {
    FIRST_PAGE: {
        "ชื่อหน่วยงาน": TYPED.agency.name,
        "จังหวัด": TYPED.agency.province,
        "ปีงบประมาณ พ.ศ.": "2566",
    },
    "กิจกรรม/โครงการ": {},
    "1. ชื่อกิจกรรม/โครงการ": {"ชื่อกิจกรรม/โครงการ": ACTIVITY.name},
    "1.1 วัน/เดือน/ปี ที่ดำเนินการ": {
        "วันที่จัดที่ 1: วันที่": "วันพุธที่ 22 กุมภาพันธ์ 2566",
        "วันที่จัดที่ 1: เวลา": "13.30 น.",
    },
    "1.2 สถานที่ดำเนินการ": {"สถานที่ที่ 1": ACTIVITY.sessions[0].place},
    "1.3 ประเด็น/เรื่องในการมีส่วนร่วม": rows("ประเด็นที่ {}", ACTIVITY.issues),
    "1.4 สรุปข้อมูลของผู้มีส่วนร่วม": {
        "จำนวนผู้เข้าร่วมทั้งหมด (คน)": "191",
        **rows("กลุ่มที่ {}: กลุ่ม", (one.name for one in ACTIVITY.participants.groups)),
    },
    "1.5 ผลจากการมีส่วนร่วม": rows("ย่อหน้าที่ {}", ACTIVITY.results),
    "1.6 การนำผลจากการมีส่วนร่วมไปปรับปรุงพัฒนาการดำเนินงาน": rows("ข้อที่ {}", ACTIVITY.improvements),
    "1.7 ประมวลภาพกิจกรรม": rows("ภาพที่ {}: คำบรรยายภาพ", reference.CAPTIONS),
    "ผู้ลงนาม": {
        **rows("ผู้ลงนามที่ {}: ฐานะ", (one.role for one in TYPED.signatories)),
        **rows("ผู้ลงนามที่ {}: ชื่อ-นามสกุล", (one.name for one in TYPED.signatories)),
        **rows("ผู้ลงนามที่ {}: ตำแหน่ง", (one.position for one in TYPED.signatories)),
    },
    "ตรวจสอบ": {},
    "พิมพ์": {},
}
"""What each page, by its title, has to show when the report is opened again."""


@dataclass(frozen=True, slots=True)
class Journey:
    """What came of it."""

    after_the_kill: Report
    read_again: dict[str, dict[str, str]]
    saved: bytes
    printed: bytes
    complaints: str


@pytest.fixture(scope="module")
def journey(
    screen: Screen, sight: Sight, pictures: Path, tmp_path_factory: pytest.TempPathFactory
) -> Journey:
    """The whole way, gone once."""
    folder = tmp_path_factory.mktemp("journey")
    lay_out_home(folder)
    with Program(folder, screen.environment, screen.bus) as first:
        sight.meet()
        enter(Person(screen, sight, first, pictures))
        first.kill()
    stored = export(folder)
    with Program(folder, screen.environment, screen.bus) as second:
        sight.meet()
        person = Person(screen, sight, second, pictures)
        again = read_again(person)
        saved = folder / "Documents" / save_as_pdf(person)
        printed = folder / "ที่พิมพ์.pdf"
        print_to_file(person, printed)
        screen.close_window()
        status = second.closed()
    complaints = first.complaints() + second.complaints()
    assert status == 0, complaints
    return Journey(stored, again, saved.read_bytes(), printed.read_bytes(), complaints)


def lay_out_home(home: Path) -> None:
    """Make the folders that every home has, with the pictures of the meeting."""
    (home / "Documents").mkdir()
    (home / "Pictures").mkdir()
    for picture in reference.PICTURES:
        shutil.copy(picture, home / "Pictures")


def enter(person: Person) -> None:
    """Type the whole report, up to the moment when the window says that it is saved."""
    person.find("เริ่มรายงานฉบับแรก", "label")
    person.picture("01-nothing-yet")
    person.click(person.find("สร้างรายงาน", "push button"))
    enter_report_data(person)
    turn_to(person, "กิจกรรม/โครงการ")
    person.picture("03-no-activity")
    person.click(person.find("เพิ่มกิจกรรม", "push button"))
    until_page(person, "1. ชื่อกิจกรรม/โครงการ")
    person.write("ชื่อกิจกรรม/โครงการ", str(ACTIVITY.name))
    person.picture("04-name")
    enter_clauses(person, ACTIVITY)
    turn_to(person, "ผู้ลงนาม")
    enter_signatories(person)


def enter_report_data(person: Person) -> None:
    until_page(person, "ข้อมูลรายงาน")
    person.write("ชื่อหน่วยงาน", str(TYPED.agency.name))
    person.write("จังหวัด", str(TYPED.agency.province))
    person.write("ปีงบประมาณ พ.ศ.", str(TYPED.fiscal_year))
    person.choose("รอบ 6 เดือน", "รอบ 12 เดือน")
    person.choose("รอบ 12 เดือน", "รอบ 6 เดือน")
    person.picture("02-report-data")


def enter_clauses(person: Person, activity: Activity) -> None:
    turn_to(person, "1.1 วัน/เดือน/ปี ที่ดำเนินการ")
    person.write("วันที่จัดที่ 1: วันที่", "22 ก.พ. 2566")
    person.write("วันที่จัดที่ 1: เวลา", "13.30")
    person.picture("05-when")
    turn_to(person, "1.2 สถานที่ดำเนินการ")
    person.write("สถานที่ที่ 1", str(activity.sessions[0].place))
    person.picture("06-where")
    turn_to(person, "1.3 ประเด็น/เรื่องในการมีส่วนร่วม")
    enter_rows(person, "ประเด็นที่ {}", activity.issues)
    person.picture("07-topics")
    turn_to(person, "1.4 สรุปข้อมูลของผู้มีส่วนร่วม")
    enter_participants(person, activity)
    turn_to(person, "1.5 ผลจากการมีส่วนร่วม")
    enter_rows(person, "ย่อหน้าที่ {}", activity.results)
    person.picture("09-results")
    turn_to(person, "1.6 การนำผลจากการมีส่วนร่วมไปปรับปรุงพัฒนาการดำเนินงาน")
    enter_rows(person, "ข้อที่ {}", activity.improvements)
    person.picture("10-improvements")
    turn_to(person, "1.7 ประมวลภาพกิจกรรม")
    enter_pictures(person)


def enter_rows(person: Person, name: str, texts: tuple[str | None, ...]) -> None:
    for number, text in enumerate(texts, start=1):
        if number > 1:
            person.add_row(name.format(number))
        person.write(name.format(number), str(text))


def enter_participants(person: Person, activity: Activity) -> None:
    person.write("จำนวนผู้เข้าร่วมทั้งหมด (คน)", str(activity.participants.total))
    groups = activity.participants.groups
    enter_rows(person, "กลุ่มที่ {}: กลุ่ม", tuple(group.name for group in groups))
    for number, group in enumerate(groups, start=1):
        if group.external:
            person.tick(f"กลุ่มที่ {number}: ภายนอก")
    person.picture("08-participants")


def enter_pictures(person: Person) -> None:
    for number, (file, caption) in enumerate(
        zip(reference.PICTURES, reference.CAPTIONS, strict=True), start=1
    ):
        person.click(person.find("เพิ่มภาพ", "push button"))
        open_file(person, "เพิ่มภาพ", file.name)
        person.write(f"ภาพที่ {number}: คำบรรยายภาพ", caption)
    person.picture("11-pictures")


def enter_signatories(person: Person) -> None:
    for number, one in enumerate(TYPED.signatories, start=1):
        if number > 1:
            person.add_row(f"ผู้ลงนามที่ {number}: ฐานะ")
        person.write(f"ผู้ลงนามที่ {number}: ฐานะ", str(one.role))
        person.write(f"ผู้ลงนามที่ {number}: ชื่อ-นามสกุล", str(one.name))
        person.picture("12-signatories")
        write_until_saved(person, f"ผู้ลงนามที่ {number}: ตำแหน่ง", str(one.position))


def export(folder: Path) -> Report:
    """Return the one report of the person whose home is `folder`, as the command line exports it."""
    data = folder / "data"
    (listed,) = json.loads(run_command(data, "list", "--json"))
    out = folder / "stored.zip"
    run_command(data, "export", listed["id"], "-o", str(out))
    package = read_package(out)
    assert all(package.files[photo.file] for photo in package.report.activities[0].photos)
    return package.report


def read_again(person: Person) -> dict[str, dict[str, str]]:
    """Look the report up, and return what stands in the fields of each of its pages."""
    person.find_beginning(str(TYPED.agency.name), "list item")
    person.press("ctrl+f")
    person.until_keyboard_in("ค้นหาในรายงานทุกฉบับ")
    person.type("พิษณุโลก")
    person.until_reads("ค้นหาในรายงานทุกฉบับ", "พิษณุโลก")
    person.picture("13-found-again")
    person.press("Return", "Return")
    pages = {}
    for title in AGAIN:
        if title == FIRST_PAGE:
            until_page(person, title)
        else:
            turn_to(person, title)
        pages[title] = filled_in(person)
    return pages


def filled_in(person: Person) -> dict[str, str]:
    return {one.name: text for one in person.all_seen(role="text") if (text := person.text_in(one))}


def save_as_pdf(person: Person) -> str:
    person.picture("14-print-page")
    person.click(person.find("บันทึกเป็น PDF…", "push button"))
    person.find("บันทึกเป็น PDF", "dialog")
    person.picture("15-save-dialog")
    name = save_as_suggested(person, "บันทึกเป็น PDF")
    person.find(f"บันทึก {name} ไว้ที่ Documents แล้ว", "label")
    person.picture("16-saved")
    return name


def print_to_file(person: Person, out: Path) -> None:
    person.click(person.find("พิมพ์…", "push button"))
    person.find("พิมพ์", "dialog")
    person.find("พิมพ์ลงไฟล์ (PDF)", "combo box")
    person.write("ไฟล์ผลลัพธ์:", str(out))
    person.picture("17-print-dialog")
    person.click(person.find("พิมพ์", "push button"))
    person.find_beginning(f"บันทึก {out.name} ไว้ที่ ", "label")
    person.picture("18-printed")


def test_all_that_was_said_to_be_saved_outlives_the_kill(journey: Journey) -> None:
    assert journey.after_the_kill.model_copy(update={"id": TYPED.id}) == TYPED


def test_the_window_shows_it_all_again(journey: Journey) -> None:
    assert journey.read_again == AGAIN


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("way", ["saved", "printed"])
def test_paper_reads_as_it_was_typed(journey: Journey, way: str, reader: str) -> None:
    pdf = journey.saved if way == "saved" else journey.printed
    reference.assert_reads_as_typed(READERS[reader](pdf))


def test_nothing_was_complained_of(journey: Journey) -> None:
    assert journey.complaints == ""
