"""The commands `backup`, `verify` and `restore`."""

from pathlib import Path

from desktop_app.cli.outcome import Outcome
from desktop_app.errors import Language, Said
from desktop_app.paths import DataPlace
from desktop_app.report.moments import moment_text
from desktop_app.services.backups import (
    PASSPHRASE_WARNING,
    Manifest,
    Restored,
    back_up,
    look_into,
    read_passphrase,
    restore,
)
from desktop_app.services.lacking import named

_NO_OFFICE = Said("(ยังไม่ระบุหน่วยงาน)", "(no agency yet)")


def backup(
    place: DataPlace, out: Path, passphrase_file: Path | None, language: Language
) -> Outcome:
    """Write one verified file of everything, and show what is in it."""
    passphrase = _passphrase(passphrase_file)
    manifest = back_up(place.database, out, passphrase=passphrase)
    lines = [Said(f"สำรองข้อมูลแล้ว: {out}", f"Backed up: {out}"), *_summary(manifest)]
    if passphrase is not None:
        lines.append(PASSPHRASE_WARNING)
    return _outcome(lines, language)


def verify(
    place: DataPlace, file: Path, passphrase_file: Path | None, language: Language
) -> Outcome:
    """Show what is in a backup that is whole."""
    manifest = look_into(file, place.backups, _passphrase(passphrase_file))
    whole = Said(f"ข้อมูลสำรองสมบูรณ์: {file}", f"The backup is whole: {file}")
    return _outcome([whole, *_summary(manifest), *_reports(manifest)], language)


def restore_(
    place: DataPlace, file: Path, passphrase_file: Path | None, language: Language
) -> Outcome:
    """Put a backup in the data's place, and show where the data from before is kept."""
    restored = restore(file, place, _passphrase(passphrase_file))
    done = Said(f"นำข้อมูลกลับมาใช้แล้ว: {file}", f"Restored: {file}")
    return _outcome([done, *_summary(restored.manifest), *_kept(restored)], language)


def _passphrase(file: Path | None) -> str | None:
    return None if file is None else read_passphrase(file)


def _outcome(lines: list[Said], language: Language) -> Outcome:
    return Outcome("\n".join(line.to(language) for line in lines))


def _summary(manifest: Manifest) -> list[Said]:
    when = moment_text(manifest.made)
    office = manifest.office
    deleted = len(manifest.reports) - len(manifest.current)
    reports, files = len(manifest.current), len(manifest.files)
    size = f"{manifest.content_bytes / 2**20:,.1f} MB"
    return [
        Said(f"หน่วยงาน: {office or _NO_OFFICE.th}", f"Office: {office or _NO_OFFICE.en}"),
        Said(
            f"สร้างเมื่อ: {when.th} ด้วยส่วนร่วมรุ่น {manifest.program} (โครงสร้างข้อมูล {manifest.schema})",
            f"Made: {when.en} by Suanruam {manifest.program} (schema {manifest.schema})",
        ),
        Said(
            f"รายงาน: {reports} ฉบับ ในถังขยะ: {deleted} กิจกรรม: {manifest.activities} "
            f"รูปภาพและไฟล์แนบ: {files} ขนาด: {size}",
            f"Reports: {reports}, in the recycle bin: {deleted}, activities: "
            f"{manifest.activities}, photos and files: {files}, size: {size}",
        ),
        *_partly(manifest),
    ]


def _partly(manifest: Manifest) -> list[Said]:
    if manifest.is_complete:
        return []
    if lacking := manifest.lacking:
        count, names = len(lacking), named(lacking, len(lacking))
        return [
            Said(
                f"ไม่มี {count} รายการที่เสียหายตั้งแต่ก่อนสำรอง ที่เหลือครบถ้วน: {names}",
                f"All is there but what was damaged before it was made: {count}: {names}",
            )
        ]
    return [Said("มีข้อมูลเพียงบางส่วน", "It holds a part only")]


def _reports(manifest: Manifest) -> list[Said]:
    return [
        Said(
            f"{note.id}  {note.fiscal_year}  {note.agency or _NO_OFFICE.th}  "
            f"{note.activities} กิจกรรม",
            f"{note.id}  {note.fiscal_year}  {note.agency or _NO_OFFICE.en}  "
            f"activities: {note.activities}",
        )
        for note in manifest.current
    ]


def _kept(restored: Restored) -> list[Said]:
    if restored.kept is None:
        return []
    if restored.was_damaged:
        return [
            Said(
                f"ฐานข้อมูลเดิมเสียหาย เก็บไว้ตามเดิมที่: {restored.kept}",
                f"The database that was here is damaged; it is kept as it was: {restored.kept}",
            )
        ]
    return [
        Said(
            f"ข้อมูลเดิมสำรองไว้ที่: {restored.kept}",
            f"The data that was here is backed up: {restored.kept}",
        )
    ]
