"""Stored ZIP files are read by every other program, and by their headers alone."""

import io
import zipfile
import zlib

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.storage import stored_zip
from desktop_app.storage.stored_zip import Entry, ZipWriter, directory, entry_at, header, headers_in

FILES = st.dictionaries(
    st.text(
        st.characters(min_codepoint=33, max_codepoint=0xE7F, exclude_characters="/\\"),
        min_size=1,
        max_size=40,
    ),
    st.binary(max_size=300),
    max_size=6,
)


def written(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    writer = ZipWriter(out.write)
    for name, data in files.items():
        writer.add(Entry(name, zlib.crc32(data), len(data)), data)
    writer.finish()
    return out.getvalue()


@given(FILES)
def test_another_program_reads_what_was_written(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(written(files))) as found:
        assert found.testzip() is None
        assert {info.orig_filename: found.read(info) for info in found.infolist()} == files


@given(FILES)
def test_every_entry_is_found_by_its_header(files: dict[str, bytes]) -> None:
    data = written(files)
    found = [entry_at(data[at:]) for at in headers_in(data)]
    assert {Entry(name, zlib.crc32(text), len(text)) for name, text in files.items()} <= set(found)


@given(FILES, st.data())
def test_a_header_with_a_changed_bit_is_another_or_none(
    files: dict[str, bytes], data: st.DataObject
) -> None:
    for name, text in files.items():
        entry = Entry(name, zlib.crc32(text), len(text))
        bad = bytearray(header(entry))
        bad[data.draw(st.integers(0, len(bad) - 1))] ^= 1 << data.draw(st.integers(0, 7))
        assert entry_at(bytes(bad)) != entry


def test_a_file_of_many_gigabytes_has_a_directory_that_others_understand() -> None:
    """Only the directory is made: the gigabytes before it are a gap that nobody reads."""
    entries = [Entry(f"files/{number}", 7, 2**32 - 2) for number in range(3)]
    end = directory(entries)
    offset = sum(len(header(entry)) + entry.size for entry in entries)
    with zipfile.ZipFile(_Tail(offset, end)) as found:
        offsets = [info.header_offset for info in found.infolist()]
    assert offsets == [
        number * (2**32 - 2 + stored_zip.header_size("files/0")) for number in range(3)
    ]


def test_more_entries_than_the_plain_form_counts() -> None:
    files = {f"{number}": b"" for number in range(66_000)}
    with zipfile.ZipFile(io.BytesIO(written(files))) as found:
        assert len(found.infolist()) == 66_000


class _Tail(io.RawIOBase):
    """A file of which there is only the end."""

    def __init__(self, offset: int, data: bytes) -> None:
        self._offset, self._data, self._at = offset, data, 0

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        base = {0: 0, 1: self._at, 2: self._offset + len(self._data)}[whence]
        self._at = base + offset
        return self._at

    def read(self, size: int = -1) -> bytes:
        begin = self._at - self._offset
        assert begin >= 0
        found = self._data[begin:] if size < 0 else self._data[begin : begin + size]
        self._at += len(found)
        return found
