"""Why a backup file is refused, each reason a type of its own."""

from pathlib import Path

from desktop_app import __version__
from desktop_app.errors import Damaged, DiskFull, EnvironmentFault, InUse, Said, UserFault


class NotABackup(UserFault):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        name = path.name
        super().__init__(
            Said(
                f"{name} ไม่ใช่ไฟล์ข้อมูลสำรองของโปรแกรมส่วนร่วม ข้อมูลที่มีอยู่ไม่ถูกแก้ไข",
                f"{name} is no backup of Suanruam; the present data was not changed",
            )
        )


class NewerBackup(UserFault):
    """The file was made by a later version, `program`, and cannot be understood by this one."""

    def __init__(self, path: Path, program: str) -> None:
        name, wanted = path.name, " ".join(program.split())[:40] or "?"
        super().__init__(
            Said(
                f"{name} สร้างด้วยส่วนร่วมรุ่น {wanted} ซึ่งใหม่กว่ารุ่นนี้ ({__version__}) "
                f"ไม่มีอะไรถูกแก้ไข โปรดติดตั้งรุ่น {wanted} ขึ้นไป",
                f"{name} was made by Suanruam {wanted}, newer than this one ({__version__}); "
                f"nothing was changed. Install version {wanted} or later",
            )
        )


class PassphraseNeeded(UserFault):
    """The file is locked and no passphrase was given."""

    def __init__(self, path: Path) -> None:
        name = path.name
        super().__init__(
            Said(
                f"{name} ล็อกด้วยรหัสผ่านไว้ โปรดระบุรหัสผ่าน",
                f"{name} is locked by a passphrase; give it to open the file",
            )
        )


class WrongPassphrase(UserFault):
    """The file does not open with the passphrase; damage to its first bytes looks the same."""

    def __init__(self, path: Path) -> None:
        name = path.name
        super().__init__(
            Said(
                f"{name}: รหัสผ่านไม่ถูกต้อง (หรือต้นไฟล์เสียหาย) ไม่มีอะไรถูกแก้ไข",
                f"{name}: the passphrase is wrong (or the file's beginning is damaged); "
                "nothing was changed",
            )
        )


class DamagedBackup(Damaged):
    """The file is a backup that is cut short, altered or contradicts itself; `why` says where."""

    def __init__(self, path: Path, why: Said) -> None:
        self.why = why
        name = path.name
        super().__init__(
            Said(
                f"ข้อมูลสำรอง {name} เสียหาย: {why.th} ข้อมูลที่มีอยู่ไม่ถูกแก้ไข",
                f"The backup {name} is damaged: {why.en}; the present data was not changed",
            )
        )


class Contradicts(DamagedBackup):
    """The file is as it was made, but what it says does not make a good backup."""


class PartialBackup(UserFault):
    """The file holds a part only, and would remove the rest if it took the data's place."""

    def __init__(self, path: Path) -> None:
        name = path.name
        super().__init__(
            Said(
                f"{name} มีข้อมูลเพียงบางส่วน จึงใช้แทนข้อมูลทั้งหมดไม่ได้ โปรดใช้คำสั่งรวมข้อมูล (merge) "
                "ข้อมูลที่มีอยู่ไม่ถูกแก้ไข",
                f"{name} holds a part only and cannot take the place of everything; merge it "
                "instead. The present data was not changed",
            )
        )


class DamagedPhotos(Damaged):
    """Photos or files in the database are not what was stored; a backup of them would lie."""

    def __init__(self, database: Path) -> None:
        super().__init__(
            Said(
                f"ฐานข้อมูล {database}: รูปภาพหรือไฟล์แนบบางรายการเสียหาย จึงยังไม่ได้สำรองข้อมูล "
                "ข้อความของรายงานอยู่ครบ โปรดเก็บข้อมูลสำรองชุดก่อนไว้และนำกลับมาใช้",
                f"The database {database}: some photos or files in it are damaged, so no backup "
                "was made. The reports' text is safe; keep the earlier backups and go back to one",
            )
        )


class ChangedMeanwhile(InUse):
    """Photos were removed for good while they were being backed up; again, it will succeed."""

    def __init__(self, database: Path) -> None:
        super().__init__(
            Said(
                f"ฐานข้อมูล {database} เปลี่ยนไประหว่างสำรองข้อมูล จึงยังไม่ได้สำรอง ข้อมูลอยู่ครบ โปรดลองอีกครั้ง",
                f"The database {database} changed while it was being backed up, so no backup was "
                "made. All data is safe; try again",
            )
        )


class NoRoom(DiskFull):
    """The target has too little free space; told before anything is written."""

    def __init__(self, target: Path, needed: int, free: int) -> None:
        need, have = megabytes(needed), megabytes(free)
        super().__init__(
            Said(
                f"ที่ว่างใน {target.parent} ไม่พอ: ต้องใช้ {need} MB แต่มี {have} MB ยังไม่ได้เขียนอะไร "
                "โปรดลบไฟล์ที่ไม่ใช้หรือเลือกที่อื่น",
                f"Too little space in {target.parent}: {need} MB are needed and {have} MB free. "
                "Nothing was written; free some space or choose another place",
            )
        )


class ReadsBackWrong(EnvironmentFault):
    """What was written to the target is not what is read there: the device is failing."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            Said(
                f"เขียน {target} แล้วอ่านกลับมาไม่ตรงกัน อุปกรณ์เก็บข้อมูลอาจชำรุด โปรดใช้อุปกรณ์อื่น "
                "ไฟล์เดิม (ถ้ามี) และข้อมูลในเครื่องยังอยู่ครบ",
                f"What was written to {target} reads back differently; the device may be failing, "
                "use another. The file that was there, if any, and the present data are safe",
            )
        )


class NewerData(UserFault):
    """The present database is of a newer program, and this one must not replace it."""

    def __init__(self, database: Path) -> None:
        super().__init__(
            Said(
                f"ฐานข้อมูล {database} เป็นของโปรแกรมรุ่นที่ใหม่กว่า ({__version__} คือรุ่นนี้) จึงไม่ได้นำข้อมูลอื่นมาแทน "
                "โปรดใช้โปรแกรมรุ่นใหม่",
                f"The database {database} is of a newer program than this one ({__version__}); "
                "it was not replaced. Use the newer program",
            )
        )


def megabytes(count: int) -> str:
    """Return a number of bytes in megabytes, rounded up, with commas."""
    return f"{-(-count // 2**20):,}"
