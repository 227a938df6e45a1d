"""What the window says by itself: notices, long work, bugs."""

from PySide6.QtWidgets import QWidget

from desktop_app.errors import EnvironmentFault, Said, UserFault
from desktop_app.logs import log_file
from desktop_app.paths import DataPlace
from desktop_app.ui.look.notice import Act, Kind
from desktop_app.ui.running.crash import CrashDialog
from tests.looks.home_stories import at_list
from tests.looks.offices import SAMPLE, busy_office
from tests.looks.report_stories import open_report
from tests.looks.stand import Stand, Story
from tests.ui.person import pause

FULL = Said(
    "ดิสก์ D: เต็ม ยังไม่ได้บันทึกสิ่งที่พิมพ์ล่าสุด ที่บันทึกไว้ก่อนหน้านี้ยังอยู่ครบ "
    "โปรดลบไฟล์ที่ไม่ใช้ออกแล้วกดบันทึกอีกครั้ง หรือบันทึกสำเนาไว้ที่อื่นก่อน",
    "Drive D: is full. What was typed last is not saved; what was saved before is safe. "
    "Delete files that are not needed and save again, or keep a copy elsewhere first",
)


def notices(stand: Stand) -> None:
    """Every kind of notice, one, and as many below one another as there are at once."""
    with stand.opened(busy_office(DataPlace(stand.folder / "data"))) as window:
        open_report(stand, SAMPLE.report.id)
        bar = window.messages
        bar.say("ส่งพิมพ์แล้ว 12 หน้า")
        stand.take("note")
        bar.offer_back("ลบประเด็นที่ 2 แล้ว", lambda: None)
        stand.take("with-act")
        acts = (Act("ตรวจก่อน", lambda: None), Act("พิมพ์เลย", lambda: None))
        notice = bar.show_notice("ยังต้องแก้ไข 3 จุด และควรตรวจดู 2 จุด", acts, kind=Kind.CAUTION)
        notice.take_keyboard()
        stand.take("caution")
        bar.retranslate()
        two = (Act("บันทึกอีกครั้ง", lambda: None), Act("บันทึกสำเนาไว้ที่อื่น…", lambda: None))
        bar.show_notice(FULL.th, two, kind=Kind.FAULT, lasting=True)
        stand.take("fault")
        said = Said("อ่านไฟล์ “ภาพกิจกรรม.heic” ไม่ได้ ไฟล์เสียหายหรือไม่ครบ", "damaged")
        bar.say_fault(UserFault(said))
        bar.say_until_closed("สำรองข้อมูลไว้ที่ D:\\สำรองข้อมูล\\ส่วนร่วม แล้ว")
        stand.take("several")


def jobs(stand: Stand) -> None:
    """Long work at the window's foot, and work whose end nobody knows."""
    with stand.opened(busy_office(DataPlace(stand.folder / "data"))) as window:
        at_list(window)
        job = window.jobs.begin("กำลังสำรองข้อมูลก่อนปิด…", stop="ปิดโดยไม่สำรอง")
        window.jobs.show_now(job)
        job.progress(4, 10)
        pause(400)
        stand.take("bar")
        window.strip.show()
        window.messages.say("กำลังเพิ่มไฟล์ 3/12", "หยุด", lambda: None)
        stand.take("bar-and-notice")
        job.ending(lambda _: None)(None)


def bugs(stand: Stand) -> None:
    """The dialog of a bug, saved and not saved."""
    place = busy_office(DataPlace(stand.folder / "data"))
    with stand.opened(place) as window:
        open_report(stand, SAMPLE.report.id)
        for name, fault in (("saved", None), ("not-saved", EnvironmentFault(FULL))):
            dialog = _dialog(place, window)
            dialog.say_saved(fault)
            dialog.open()
            stand.take(name)
            dialog.close()


def _dialog(place: DataPlace, window: QWidget) -> CrashDialog:
    try:
        raise ZeroDivisionError("x")
    except ZeroDivisionError as error:
        return CrashDialog(error, log_file(place), window)


STORIES: tuple[Story, ...] = (notices, jobs, bugs)
