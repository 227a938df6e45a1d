"""ZIP files whose entries are stored as they are, written forwards and in one form only.

Everything but the entries' content follows from their names, sizes and CRCs (PKWARE's APPNOTE
6.3.10, sections 4.3.7, 4.3.12 and 4.3.14 to 4.3.16).  So a reader can hold every byte of such a
file against what it must be, and each entry can be found without the directory at the end.
"""

import re
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_LARGE_OFFSET = struct.Struct("<HHQ")
_LARGE_END = struct.Struct("<4sQHHLLQQQQ")
_LARGE_END_PLACE = struct.Struct("<4sLQL")
_END = struct.Struct("<4sHHHHLLH")

LOCAL_SIGNATURE: Final = b"PK\x03\x04"
_PLAIN, _LARGE = 20, 45  # the version of ZIP that a reader needs
_NAMES_IN_UTF8 = 0x800
_EARLIEST_DAY = 0x21  # 1 January 1980: when an entry was made is not kept
_UNIX = 3 << 8
_ORDINARY_FILE = 0o100644 << 16
_MOST_16, _MOST_32 = 0xFFFF, 0xFFFFFFFF
_LONGEST_NAME = 255

HEADER_BYTES: Final = _LOCAL.size + _LONGEST_NAME
"""As many bytes as a local header can take."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `size` in bytes, at most 4 GiB less 2."""

    name: str
    crc: int
    size: int


def header(entry: Entry) -> bytes:
    """Return what stands before an entry's content."""
    name = entry.name.encode()
    fixed = (_PLAIN, _NAMES_IN_UTF8, 0, 0, _EARLIEST_DAY)
    sizes = (entry.crc, entry.size, entry.size, len(name), 0)
    return _LOCAL.pack(LOCAL_SIGNATURE, *fixed, *sizes) + name


def header_size(name: str) -> int:
    """Return the number of bytes before the content of the entry `name`."""
    return _LOCAL.size + len(name.encode())


def entry_at(data: bytes) -> Entry | None:
    """Return the entry whose header `data` begins with, or None where there is none."""
    if len(data) < _LOCAL.size:
        return None
    fields = _LOCAL.unpack_from(data)
    crc, size, length = fields[6], fields[8], fields[9]
    try:
        entry = Entry(data[_LOCAL.size : _LOCAL.size + length].decode(), crc, size)
    except UnicodeDecodeError:
        return None
    return entry if data.startswith(header(entry)) else None


def headers_in(data: bytes) -> Sequence[int]:
    """Return where in `data` a header may begin."""
    return [found.start() for found in re.finditer(re.escape(LOCAL_SIGNATURE), data)]


def directory(entries: Sequence[Entry]) -> bytes:
    """Return what stands behind the last entry."""
    offset, lines = 0, []
    for entry in entries:
        lines.append(_directory_line(entry, offset))
        offset += header_size(entry.name) + entry.size
    listed = b"".join(lines)
    return listed + _end(len(entries), len(listed), offset)


def _directory_line(entry: Entry, offset: int) -> bytes:
    name, large = entry.name.encode(), offset >= _MOST_32
    more = _LARGE_OFFSET.pack(1, 8, offset) if large else b""
    version = _LARGE if large else _PLAIN
    fixed = (_UNIX | version, version, _NAMES_IN_UTF8, 0, 0, _EARLIEST_DAY)
    sizes = (entry.crc, entry.size, entry.size, len(name), len(more), 0)
    place = (0, 0, _ORDINARY_FILE, min(offset, _MOST_32))
    return _CENTRAL.pack(b"PK\x01\x02", *fixed, *sizes, *place) + name + more


def _end(count: int, listed: int, offset: int) -> bytes:
    large = b""
    if count >= _MOST_16 or listed >= _MOST_32 or offset >= _MOST_32:
        fixed = (_LARGE_END.size - 12, _UNIX | _LARGE, _LARGE, 0, 0)
        large = _LARGE_END.pack(b"PK\x06\x06", *fixed, count, count, listed, offset)
        large += _LARGE_END_PLACE.pack(b"PK\x06\x07", 0, offset + listed, 1)
    counts = (min(count, _MOST_16), min(count, _MOST_16))
    place = (min(listed, _MOST_32), min(offset, _MOST_32), 0)
    return large + _END.pack(b"PK\x05\x06", 0, 0, *counts, *place)


class ZipWriter:
    """Writes entries one after another through `write`."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self._entries: list[Entry] = []

    def add(self, entry: Entry, content: bytes) -> None:
        """Write an entry; `entry` must tell the truth about `content`."""
        self._write(header(entry))
        self._write(content)
        self._entries.append(entry)

    def finish(self) -> None:
        """Write the directory; nothing can be added afterwards."""
        self._write(directory(self._entries))
