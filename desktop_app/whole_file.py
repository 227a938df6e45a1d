"""Writes a file so that it is complete or absent, and what stood there is kept until then."""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from desktop_app.errors import DeviceGone, DiskFull, EnvironmentFault, InUse, ReadOnly, Said

_SHARING_VIOLATIONS = (32, 33)  # Windows: another program holds the file


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, durably, in one step.

    A link is followed, and what it names is replaced; a device or a pipe is simply written to.
    Raises EnvironmentFault where the machine refuses; the file that was there is then untouched.
    """
    with write_faults(path):
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        target = path.resolve()
        _refuse_protected(target)
        # Short and of its own: a long Thai name has no room for an ending.
        temporary = target.with_name(f".{uuid4().hex}.tmp")
        try:
            _write_synced(temporary, data, like=target)
            put_in_place(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)


def put_in_place(finished: Path, target: Path) -> None:
    """Give a finished, synced file of the same folder the name `target`, durably.

    Raises OSError; `target` is then what it was.
    """
    finished.replace(target)
    sync_folder(target.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, durably; one that is there is left alone.

    Raises OSError.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable, where the platform has a way to (Windows has none)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def write_faults(path: Path) -> Iterator[None]:
    """Say an OSError of writing `path` as an EnvironmentFault, in plain words."""
    try:
        yield
    except OSError as error:
        raise _kind(error)(_said(error, path)) from error


def _refuse_protected(target: Path) -> None:
    """A rename would go over a file that its owner has made read-only."""
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


def _write_synced(path: Path, data: bytes, *, like: Path) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like.exists():
        path.chmod(stat.S_IMODE(like.stat().st_mode))


def _kind(error: OSError) -> type[EnvironmentFault]:
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return InUse
    return _KINDS.get(error.errno or 0, EnvironmentFault)


def _said(error: OSError, path: Path) -> Said:
    reason = _reason(error, path)
    return Said(
        f"บันทึกไฟล์ {path} ไม่ได้: {reason.th} ไฟล์เดิม (ถ้ามี) ยังอยู่ครบ",
        f"Could not write {path}: {reason.en}. The file that was there, if any, is untouched.",
    )


def _reason(error: OSError, path: Path) -> Said:
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return Said(
            "โปรแกรมอื่นเปิดไฟล์นี้อยู่ โปรดปิดแล้วลองอีกครั้ง", "another program has it open; close it there"
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Said(f"ไม่มีโฟลเดอร์ {path.parent}", f"there is no folder {path.parent}")
    reason = _REASONS.get(error.errno or 0)
    if reason is not None:
        return reason
    return Said(f"ระบบแจ้งว่า {error.strerror or error}", str(error.strerror or error))


_NO_SPACE = Said(
    "ดิสก์เต็ม โปรดลบไฟล์ที่ไม่ใช้หรือเลือกที่อื่น", "the disk is full; free some space or choose another"
)
_REFUSED = Said(
    "ไม่มีสิทธิ์เขียน หรือโปรแกรมอื่นเปิดไฟล์นี้อยู่",
    "writing there is not permitted, or another program has it open",
)
_GONE = Said(
    "อุปกรณ์เก็บข้อมูลไม่ตอบสนอง อาจถูกถอดออก", "the storage device does not answer; it may be unplugged"
)
_REASONS = {
    errno.ENOSPC: _NO_SPACE,
    errno.EDQUOT: _NO_SPACE,
    errno.EFBIG: Said("ไฟล์ใหญ่เกินกว่าที่ดิสก์นี้รับได้", "the file is too large for this disk"),
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.EBUSY: _REFUSED,
    errno.EROFS: Said("ดิสก์นี้อ่านได้อย่างเดียว", "the disk is read-only"),
    errno.EISDIR: Said("ชื่อนี้เป็นโฟลเดอร์", "that name is a folder"),
    errno.ENAMETOOLONG: Said("ชื่อไฟล์ยาวเกินไป", "the file's name is too long"),
    errno.EIO: _GONE,
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
}
_KINDS: Mapping[int, type[EnvironmentFault]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EROFS: ReadOnly,
    errno.EBUSY: InUse,
    errno.EIO: DeviceGone,
    errno.ENODEV: DeviceGone,
    errno.ENXIO: DeviceGone,
    errno.ENOENT: DeviceGone,
    errno.ENOTDIR: DeviceGone,
}
