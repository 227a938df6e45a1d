"""The words of a call: the commands, what each takes and does, said once for reading and for help."""

from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.errors import Said


class Argument(NamedTuple):
    """What a command is given, in its place; `many` takes all that stand there, and needs one."""

    name: str
    help: Said
    many: bool = False


class Option(NamedTuple):
    """What may stand anywhere after a command; one without a `value` is a switch."""

    name: str
    help: Said
    value: str = ""
    needed: bool = False


class Command(NamedTuple):
    """A command, or with no name the program itself."""

    name: str
    help: Said
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()


REPORT = Argument(
    "REPORT",
    Said(
        "ไฟล์รายงาน หรือรหัส (หรือตอนต้นของรหัส) ของรายงานที่เก็บไว้",
        "A report file, or the id (or its beginning) of a stored report.",
    ),
)
REPORTS = Argument("FILE", Said("ไฟล์รายงาน .json หรือ .zip", "Report files."), many=True)
TAKEN = Argument("FILE", Said("ไฟล์ข้อมูลสำรองหรือไฟล์รายงาน", "Backups or report files."), many=True)
BACKUP = Argument("FILE", Said("ไฟล์ข้อมูลสำรอง", "A backup file."))
WRITTEN = Argument("OUT", Said("ไฟล์ที่จะเขียน", "The file to write."))

OUT = Option("-o", WRITTEN.help, "OUT", needed=True)
THAI_DIGITS = Option("--thai-digits", Said("ใช้เลขไทย", "Use Thai numerals."))
SAME_BYTES = Option(
    "--deterministic", Said("ให้ผลเหมือนกันทุกไบต์ทุกครั้ง", "Give the same bytes every time.")
)
JSON = Option("--json", Said("แสดงเป็น JSON", "Print JSON."))
DRY_RUN = Option("--dry-run", Said("แสดงผลโดยไม่รวมจริง", "Show, and change nothing."))
PASSPHRASE = Option(
    "--passphrase-file",
    Said("ไฟล์ที่มีรหัสผ่านในบรรทัดแรก", "A file with the passphrase in its first line."),
    "F",
)
DATA = Option(
    "--data-dir",
    Said(
        "โฟลเดอร์เก็บข้อมูลทั้งหมดของผู้ใช้: ฐานข้อมูล การตั้งค่า บันทึกการทำงาน ข้อมูลสำรอง",
        "Keep all of a user's data here: database, settings, logs, backups.",
    ),
    "DIR",
)
VERSION = Option("--version", Said("แสดงรุ่นของโปรแกรมแล้วจบ", "Show the version and exit."))
HELP = Option("--help", Said("แสดงวิธีใช้นี้แล้วจบ", "Show this message and exit."))

PROGRAM = Command(
    "",
    Said(
        "ส่วนร่วม: รายงานการมีส่วนร่วมของบุคคลภายนอก ไม่ระบุคำสั่งคือเปิดหน้าต่างโปรแกรม",
        "Suanruam: participation reports of Thai offices. Without a command, the window opens.",
    ),
    options=(DATA, VERSION, HELP),
)

_COMMANDS = (
    Command(
        "render",
        Said("จัดพิมพ์รายงานเป็น PDF", "Set a report as a PDF."),
        (REPORT,),
        (OUT, THAI_DIGITS, SAME_BYTES, HELP),
    ),
    Command(
        "import",
        Said("นำไฟล์รายงานเข้ามาเก็บ แสดงรหัสบรรทัดละฉบับ", "Store report files; prints one id a line."),
        (REPORTS,),
        (HELP,),
    ),
    Command(
        "export",
        Said("เขียนรายงานเป็นไฟล์ตามนามสกุลของ OUT", "Write a report as OUT's ending says."),
        (REPORT,),
        (OUT, HELP),
    ),
    Command("list", Said("แสดงรายงานที่เก็บไว้", "Show the stored reports."), options=(JSON, HELP)),
    Command(
        "check",
        Said(
            "ตรวจว่ารายงานยังขาดอะไร มีข้อที่ต้องแก้ไขจบด้วยสถานะ 1",
            "Show what the report lacks; exit status 1 if any is an error.",
        ),
        (REPORT,),
        (JSON, HELP),
    ),
    Command(
        "backup",
        Said("สำรองข้อมูลทั้งหมดเป็นไฟล์เดียวที่ตรวจแล้ว", "Write one verified file of everything."),
        (WRITTEN,),
        (PASSPHRASE, HELP),
    ),
    Command(
        "verify",
        Said(
            "ตรวจว่าข้อมูลสำรองสมบูรณ์และอ่านได้ แสดงสิ่งที่อยู่ข้างใน",
            "Check that a backup is whole and readable; show what is in it.",
        ),
        (BACKUP,),
        (PASSPHRASE, HELP),
    ),
    Command(
        "restore",
        Said(
            "นำข้อมูลสำรองมาใช้แทนข้อมูลปัจจุบัน ซึ่งจะสำรองไว้ก่อน",
            "Put a backup in place of the present data, which is backed up first.",
        ),
        (BACKUP,),
        (PASSPHRASE, HELP),
    ),
    Command(
        "merge",
        Said(
            "รวมข้อมูลสำรองหรือไฟล์รายงานของหน่วยงานอื่น แสดงว่าฉบับใดใหม่ มีอยู่แล้ว ใหม่กว่า หรือขัดแย้งกัน",
            "Take in other offices' backups or report files; show what is new, the same, newer or "
            "in conflict.",
        ),
        (TAKEN,),
        (PASSPHRASE, DRY_RUN, JSON, HELP),
    ),
)
COMMANDS: Mapping[str, Command] = {command.name: command for command in _COMMANDS}
"""The commands by their names, in the order in which help shows them."""
