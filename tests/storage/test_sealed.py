"""A locked file opens with its passphrase only, and never with a byte changed, moved or missing."""

import io
from hashlib import shake_256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.storage import sealed
from desktop_app.storage.sealed import (
    HEADER,
    PIECE,
    TAG,
    BrokenPiece,
    Seal,
    SealedSource,
    SealingWriter,
    Unsealable,
    WrongPassphrase,
)

COST = 10  # the least that is read: the tests guess no passphrases
WORDS = "รหัสผ่าน"
SEAL = Seal.new(WORDS, COST)
THREE_PIECES = shake_256(b"").digest(2 * PIECE + 1000)


def closed(data: bytes, seal: Seal = SEAL) -> bytes:
    out = io.BytesIO()
    writer = SealingWriter(out.write, seal)
    for at in range(0, len(data), 300_000):
        writer.write(data[at : at + 300_000])
    writer.finish()
    return out.getvalue()


CLOSED = closed(THREE_PIECES)


def opened(data: bytes, passphrase: str = WORDS) -> bytes:
    source = SealedSource(io.BytesIO(data), Seal.read(data[:HEADER], passphrase))
    return source.read_at(0, source.size)


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7])
def test_what_was_locked_opens_again(size: int) -> None:
    assert opened(closed(THREE_PIECES[:size])) == THREE_PIECES[:size]


@settings(max_examples=30)
@given(st.integers(0, len(THREE_PIECES) + 10), st.integers(0, PIECE + 10))
def test_any_part_can_be_read(offset: int, count: int) -> None:
    source = SealedSource(io.BytesIO(CLOSED), SEAL)
    assert source.read_at(offset, count) == THREE_PIECES[offset : offset + count]


def test_the_content_cannot_be_seen() -> None:
    data = closed(b"the same words again and again " * 1000)
    assert b"words" not in data
    assert closed(b"x", Seal.new("p", COST)) != closed(b"x", Seal.new("p", COST))


@pytest.mark.parametrize("passphrase", ["", "รหัสผ่า", "รหัสผ่าน ", "x" * 10_000])
def test_a_wrong_passphrase_is_told_from_damage(passphrase: str) -> None:
    with pytest.raises(WrongPassphrase):
        opened(CLOSED, passphrase)


def test_a_passphrase_is_the_same_however_a_keyboard_composes_it() -> None:
    data = closed(b"x", Seal.new("é", COST))
    assert opened(data, "e\u0301") == b"x"


def test_a_piece_moved_repeated_or_left_out_does_not_open() -> None:
    head, size = CLOSED[:HEADER], PIECE + TAG
    one, two, three = (CLOSED[HEADER + at * size :][:size] for at in range(3))
    for pieces in (
        (two, one, three),
        (one, one, three),
        (one, three),
        (one, two),
        (one,),
        (two, three),
        (one, two, three, three),
        (one, two, three + b"\0"),
        (three,),
        (),
    ):
        with pytest.raises(BrokenPiece):
            opened(head + b"".join(pieces))


def test_a_piece_of_another_file_with_the_same_passphrase_does_not_open() -> None:
    other = closed(THREE_PIECES, Seal.new(WORDS, COST))
    size = HEADER + PIECE + TAG
    with pytest.raises(BrokenPiece):
        opened(CLOSED[:HEADER] + other[HEADER:size] + CLOSED[size:])


@settings(max_examples=60)
@given(st.integers(0, len(CLOSED) - 1), st.integers(0, 7))
def test_no_bit_can_be_changed(at: int, bit: int) -> None:
    bad = bytearray(CLOSED)
    bad[at] ^= 1 << bit
    if bad[17] > 12 and at == 17:
        return  # a dearer cost: right to refuse, and slow
    with pytest.raises((BrokenPiece, WrongPassphrase, Unsealable)):
        opened(bytes(bad))


@settings(max_examples=30)
@given(st.integers(0, len(CLOSED) - 1))
def test_no_end_can_be_cut_off(length: int) -> None:
    with pytest.raises((BrokenPiece, WrongPassphrase, Unsealable)):
        opened(CLOSED[:length])


def test_a_forged_header_takes_neither_time_nor_memory() -> None:
    for cost in (0, 9, 21, 63, 255):
        bad = bytearray(CLOSED)
        bad[17] = cost
        with pytest.raises(Unsealable):
            opened(bytes(bad))


def test_a_later_form_is_known_as_one() -> None:
    bad = bytearray(CLOSED)
    bad[16] = 2
    with pytest.raises(sealed.NewerSeal):
        opened(bytes(bad))


def test_what_is_whole_of_a_damaged_file_can_be_read() -> None:
    bad = bytearray(CLOSED[:-20])
    bad[HEADER + 5] ^= 1
    source = SealedSource(io.BytesIO(bytes(bad)), SEAL, forgiving=True)
    found = source.read_at(0, source.size)
    assert source.broken
    assert found[:PIECE] == bytes(PIECE)
    assert found[PIECE : 2 * PIECE] == THREE_PIECES[PIECE : 2 * PIECE]
