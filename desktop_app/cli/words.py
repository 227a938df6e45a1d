"""The words of a call: what each command is for, and what the words are that several share."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.usage import both

COMMANDS: Mapping[str, str] = {
    "render": both("จัดพิมพ์รายงานเป็น PDF", "Set a report as a PDF."),
    "import": both(
        "นำไฟล์รายงานเข้ามาเก็บ แสดงรหัสบรรทัดละฉบับ", "Store report files; prints one id a line."
    ),
    "export": both("เขียนรายงานเป็นไฟล์ตามนามสกุลของ OUT", "Write a report as OUT's ending says."),
    "list": both("แสดงรายงานที่เก็บไว้", "Show the stored reports."),
    "check": both(
        "ตรวจว่ารายงานยังขาดอะไร มีข้อที่ต้องแก้ไขจบด้วยสถานะ 1",
        "Show what the report lacks; exit status 1 if any is an error.",
    ),
    "backup": both("สำรองข้อมูลทั้งหมดเป็นไฟล์เดียวที่ตรวจแล้ว", "Write one verified file of everything."),
    "verify": both(
        "ตรวจว่าข้อมูลสำรองสมบูรณ์และอ่านได้ แสดงสิ่งที่อยู่ข้างใน",
        "Check that a backup is whole and readable; show what is in it.",
    ),
    "restore": both(
        "นำข้อมูลสำรองมาใช้แทนข้อมูลปัจจุบัน ซึ่งจะสำรองไว้ก่อน",
        "Put a backup in place of the present data, which is backed up first.",
    ),
    "merge": both(
        "รวมข้อมูลสำรองหรือไฟล์รายงานของหน่วยงานอื่น แสดงว่าฉบับใดใหม่ มีอยู่แล้ว ใหม่กว่า หรือขัดแย้งกัน",
        "Take in other offices' backups or report files; show what is new, the same, newer or "
        "in conflict.",
    ),
}
"""The commands, each with its help."""

ReportWord = Annotated[
    str,
    typer.Argument(
        metavar="REPORT",
        help=both(
            "ไฟล์รายงาน หรือรหัส (หรือตอนต้นของรหัส) ของรายงานที่เก็บไว้",
            "A report file, or the id (or its beginning) of a stored report.",
        ),
    ),
]
OutWord = Annotated[
    Path,
    typer.Option("-o", metavar="OUT", help=both("ไฟล์ที่จะเขียน", "The file to write.")),
]
BackupWord = Annotated[
    Path, typer.Argument(metavar="FILE", help=both("ไฟล์ข้อมูลสำรอง", "A backup file."))
]
PassphraseWord = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="F",
        help=both("ไฟล์ที่มีรหัสผ่านในบรรทัดแรก", "A file with the passphrase in its first line."),
    ),
]
JsonWord = Annotated[bool, typer.Option("--json", help=both("แสดงเป็น JSON", "Print JSON."))]
