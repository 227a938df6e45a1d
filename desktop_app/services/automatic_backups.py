"""Backups that nobody has to think of: when something changed, and before what changes much."""

import datetime as dt
import platform
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.errors import Fault, Said
from desktop_app.paths import DataPlace
from desktop_app.services.clock import clock_fault
from desktop_app.services.lacking import Lacking, named
from desktop_app.storage.backup import UNFINISHED, Contents, contents_now, write_contents
from desktop_app.storage.backup_check import opened_backup
from desktop_app.storage.backup_copy import copy_backup
from desktop_app.storage.backup_faults import DamagedPhotos
from desktop_app.storage.manifest import Manifest
from desktop_app.storage.progress import Progress, quietly
from desktop_app.storage.readable import readable_now
from desktop_app.storage.retention import Named, Policy, Reason, name_of
from desktop_app.whole_file import make_folder, sync_folder, write_faults

__all__ = [
    "Automatic",
    "Policy",
    "Reason",
    "back_up_if_changed",
]

USUAL: Final = Policy()

_A_DAY = 86_400  # seconds; no backup takes that long


@dataclass(frozen=True, slots=True)
class Automatic:
    """What an automatic backup came to.

    `made` is the new file, None where nothing had changed.  `notices` are for a quiet place of
    the window: a second folder that is not there, a clock that was set back.
    """

    made: Path | None
    notices: tuple[Said, ...] = ()


def back_up_if_changed(
    place: DataPlace,
    second: Path | None = None,
    *,
    now: dt.datetime,
    policy: Policy = USUAL,
    progress: Progress = quietly,
) -> Automatic:
    """Back up what changed since the last automatic backup, and thin out the older ones.

    For a timer, and for the exit.  The latest backup also goes to the folder `second`, if that is
    there; what goes wrong there is a notice and no fault.  `now` has a zone.
    Where photos in the database are damaged, all else that can be read is backed up and a notice
    names what cannot;
    the backups that have them whole stay.
    Raises as `write_backup` does; nothing is thinned out then.
    """
    notices = [*_clock_notice(now, _latest(place.backups, Reason.CHANGE))]
    try:
        done = _changed(place, Reason.CHANGE, now, policy, progress)
    except DamagedPhotos:
        done = _changed(place, Reason.CHANGE_READABLE, now, policy, progress)
        notices.append(_without(done.lacking))
    if second is not None:
        notices += _brought(done.current, second, policy)
    return Automatic(done.current if done.is_new else None, tuple(notices))


@dataclass(frozen=True, slots=True)
class _Done:
    current: Path
    is_new: bool
    lacking: tuple[Lacking, ...]


def _changed(
    place: DataPlace, reason: Reason, now: dt.datetime, policy: Policy, progress: Progress
) -> _Done:
    """Back up everything, or all that is readable, if that changed since the latest such backup."""
    latest = _latest(place.backups, reason)
    take = contents_now if reason is Reason.CHANGE else readable_now
    with take(place.database) as contents:
        lacking = contents.manifest.lacking
        if latest and _is_unchanged(contents.manifest, place.backups / latest.name):
            return _Done(place.backups / latest.name, False, lacking)
        made = _write(contents, place, reason, now, progress)
    _thin_out(place.backups, policy)
    return _Done(made, True, lacking)


def _write(
    contents: Contents, place: DataPlace, reason: Reason, now: dt.datetime, progress: Progress
) -> Path:
    with write_faults(place.backups):
        make_folder(place.backups)
    target = place.backups / _next_name(place.backups, reason, now)
    write_contents(contents, target, progress=progress)
    return target


def _is_unchanged(manifest: Manifest, backup: Path) -> bool:
    try:
        with opened_backup(backup) as there:
            then, size = there.manifest, there.source.size
            same = (then.database, then.lacking) == (manifest.database, manifest.lacking)
            return same and size > manifest.content_bytes  # not cut short
    except Fault:
        return False


def _next_name(folder: Path, reason: Reason, now: dt.datetime) -> str:
    """Return a name later than all that are there, also where the clock was set back."""
    moment = now.astimezone().replace(tzinfo=None, microsecond=0)
    after = [one.moment + dt.timedelta(seconds=1) for one in _named(folder)]
    return name_of(max([moment, *after]), reason)


def _latest(folder: Path, reason: Reason) -> Named | None:
    made = (one for one in _named(folder) if one.reason is reason)
    return max(made, default=None)


def _named(folder: Path) -> list[Named]:
    if not folder.is_dir():
        return []
    with write_faults(folder):
        return [one for path in folder.iterdir() if (one := Named.read(path.name))]


def _thin_out(folder: Path, policy: Policy) -> None:
    """Remove what need not be kept, and what a backup that was killed left unfinished.

    What somebody has open just now stays until the next time.
    """
    named = _named(folder)
    with write_faults(folder):
        gone = [folder / one.name for one in set(named) - policy.kept(named)]
        for path in (*gone, *_left_behind(folder)):
            with suppress(OSError):
                path.unlink(missing_ok=True)
        sync_folder(folder)


def _left_behind(folder: Path) -> Iterator[Path]:
    # Younger ones may be what another thread, or the command line, is writing at this moment.
    for path in folder.glob(UNFINISHED):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _A_DAY:
                yield path


def _brought(backup: Path, second: Path, policy: Policy) -> list[Said]:
    """Bring the latest backup to the second folder; return what to say if that can't be done."""
    if not second.is_dir():
        return [_second_is_away(second)]
    folder = _own_folder(second)
    target = folder / backup.name
    try:
        if not target.exists():
            copy_backup(backup, target)
            _thin_out(folder, policy)
    except Fault as fault:
        return [_not_brought(second, fault.said)]
    return []


def _own_folder(second: Path) -> Path:
    # Several computers may share a stick; none removes another's backups.
    return second / f"suanruam-{_computer(platform.node())}"


def _computer(name: str) -> str:
    return re.sub(r"[^\w-]", "-", name) or "computer"


def _clock_notice(now: dt.datetime, latest: Named | None) -> list[Said]:
    if latest is None:
        return []
    fault = clock_fault(now, latest.moment.astimezone())
    return [fault.said] if fault else []


def _without(lacking: Sequence[Lacking]) -> Said:
    count, names = len(lacking), named(lacking)
    return Said(
        f"รูปภาพ ไฟล์แนบ หรือรายงานในฐานข้อมูลเสียหาย {count} รายการ: {names} ที่เหลือทั้งหมดสำรองไว้แล้ว "
        "โปรดเก็บข้อมูลสำรองชุดก่อน ๆ ที่มีรายการเหล่านี้ไว้ แล้วเพิ่มรูปภาพหรือไฟล์นั้นในรายงานใหม่",
        f"Damaged photos, files or reports in the database: {count}: {names}. All else is "
        "backed up. Keep the earlier backups, which may have these whole, and add them to their "
        "report again",
    )


def _second_is_away(second: Path) -> Said:
    return Said(
        f"ไม่พบโฟลเดอร์สำรองที่สอง {second} (อาจยังไม่ได้เสียบอุปกรณ์) ข้อมูลสำรองในเครื่องมีครบ "
        "โปรแกรมจะคัดลอกไปที่นั่นเมื่อพบโฟลเดอร์อีกครั้ง",
        f"The second backup folder {second} is not there now (it may not be plugged in). The "
        "backups on this computer are complete; they will be copied there when it is back",
    )


def _not_brought(second: Path, why: Said) -> Said:
    return Said(
        f"ยังไม่ได้คัดลอกข้อมูลสำรองไปที่โฟลเดอร์ที่สอง {second} ข้อมูลสำรองในเครื่องมีครบ ({why.th})",
        f"The backup was not copied to the second folder {second}; the backups on this computer "
        f"are complete ({why.en})",
    )
