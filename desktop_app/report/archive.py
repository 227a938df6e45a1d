"""The ZIP form of a package: entries read within limits, written the same way every time."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

from desktop_app.errors import Said, UserFault
from desktop_app.report.refusal import (
    FOREIGN,
    MOST_REPORT_BYTES,
    NOT_A_FILE,
    NOT_FOUND,
    TOO_LARGE,
    Refuse,
    refused,
)

REPORT_ENTRY = "report.json"

_MOST_ENTRIES = 10_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP can say; none of ours matters
_UNIX = 3

_DAMAGED = Said("ไฟล์ ZIP เสียหายหรือไม่สมบูรณ์", "the ZIP file is damaged or cut short")
_TOO_MANY = Said("มีไฟล์อยู่ข้างในมากเกินไป", "has too many files in it")
_NO_REPORT = Said(
    f"{FOREIGN.th} (ไม่มี {REPORT_ENTRY} อยู่ข้างใน)", f"has no {REPORT_ENTRY} at the ZIP's root"
)
_TWICE = Said("มีชื่อนี้ซ้ำกันใน ZIP", "is in the ZIP more than once")
_CLIMBS = Said(
    "ชื่อไฟล์ใน ZIP ต้องไม่ออกนอกชุดรายงาน", "is a name in the ZIP that leads out of the package"
)
_LOCKED = Said("ถูกเข้ารหัสไว้ จึงอ่านไม่ได้", "is encrypted and cannot be read")
_ODD_METHOD = Said("ใช้วิธีบีบอัดที่ไม่รองรับ", "is compressed in a way that is not supported")

# What `zipfile` is known to raise on bytes that only look like a ZIP.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    OSError,
)


class Archive:
    """A ZIP held in memory, whose names have all been looked at before anything is read."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raise UserFault where the bytes are no ZIP that could be a package."""
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise refused(name, _DAMAGED) from None
        self._entries = self._judged(self._zip.infolist())

    def report_bytes(self) -> bytes:
        """Return the report's JSON; UserFault where there is none."""
        if REPORT_ENTRY not in self._entries:
            raise refused(self._name, _NO_REPORT)
        inner = f"{self._name} › {REPORT_ENTRY}"
        return self._read(REPORT_ENTRY, MOST_REPORT_BYTES, lambda said: refused(inner, said))

    def file_bytes(self, path: str, most: int, refuse: Refuse) -> bytes:
        """Return what is stored under `path`, at most `most` bytes, or raise what `refuse` makes."""
        if path not in self._entries:
            raise refuse(NOT_FOUND)
        return self._read(path, most, refuse)

    def _judged(self, infos: Iterable[zipfile.ZipInfo]) -> Mapping[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            # What the file says, before `zipfile` puts it right for this system.
            if _climbs(info.orig_filename):
                raise self._refused(info.orig_filename, _CLIMBS)
            if info.filename in entries:
                raise self._refused(info.filename, _TWICE)
            entries[info.filename] = info
            if len(entries) > _MOST_ENTRIES:
                raise refused(self._name, _TOO_MANY)
        return entries

    def _read(self, path: str, most: int, refuse: Refuse) -> bytes:
        info = self._entries[path]
        if said := _unreadable(info):
            raise refuse(said)
        try:
            with self._zip.open(info) as entry:
                data = entry.read(most + 1)
        except _BROKEN:
            raise refuse(_DAMAGED) from None
        if len(data) > most:
            raise refuse(TOO_LARGE)
        return data

    def _refused(self, entry: str, said: Said) -> UserFault:
        return refused(f"{self._name} › {entry}", said)


def _climbs(name: str) -> bool:
    parts = name.removesuffix("/").split("/")
    return "\\" in name or ":" in name or "\0" in name or not {"", ".", ".."}.isdisjoint(parts)


def _unreadable(info: zipfile.ZipInfo) -> Said | None:
    mode = info.external_attr >> 16
    if info.is_dir() or (
        stat.S_IFMT(mode) not in (0, stat.S_IFREG) and info.create_system == _UNIX
    ):
        return NOT_A_FILE
    if info.flag_bits & _ENCRYPTED:
        return _LOCKED
    return None if info.compress_type in _METHODS else _ODD_METHOD


def written(report: bytes, files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of the report's JSON and then the files, by name, stored as they are.

    Nothing is compressed: pictures hardly shrink, and stored bytes are the same everywhere.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in ((REPORT_ENTRY, report), *sorted(files.items())):
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.create_system, info.external_attr = _UNIX, (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, data)
    return target.getvalue()
