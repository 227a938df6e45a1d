"""Files locked by a passphrase, in 1 MiB pieces of which none can be changed, moved or left out.

    16 bytes  "SUANRUAM-SEALED" and a line feed
     1 byte   version of this form, 1
     1 byte   log2 of scrypt's cost N (r = 8, p = 1; RFC 7914)
    16 bytes  salt, random
     7 bytes  beginning of every nonce, random
    16 bytes  tag of an empty piece with the number 2^32 - 1 and the mark 2: tells a wrong
              passphrase from damage, and holds the header together
    then pieces: up to 1 MiB of content, each followed by its 16 bytes of tag

The key is scrypt(passphrase in Unicode's NFC as UTF-8, salt), 256 bits.  Each piece is sealed by
AES-256-GCM (NIST SP 800-38D) with the header up to its tag as associated data and the nonce

    beginning (7 bytes) ‖ number of the piece from 0 (4, big-endian) ‖ mark (1): 1 last, 0 other

which is the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár (CRYPTO 2015): pieces
that are exchanged, repeated or missing, at the end too, fail to open.  The last piece may be
empty only where there is no other.
"""

import os
import struct
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import BinaryIO, Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC: Final = b"SUANRUAM-SEALED\n"
COST: Final = 17
"""log2 of scrypt's N: 128 MiB of memory and some tenths of a second for each guess."""
PIECE: Final = 2**20
TAG: Final = 16

_VERSION = 1
_COSTS = range(10, 21)  # what is read; a forged header shall not take all memory
_HEAD = struct.Struct("<16sBB16s7s")
HEADER: Final = _HEAD.size + TAG
_MOST_PIECES = 2**32 - 1
_OTHER, _LAST, _CHECK = 0, 1, 2


class Unsealable(Exception):
    """A header of no known form."""


class NewerSeal(Unsealable):
    """A header of a later form."""


class WrongPassphrase(Exception):
    """The header does not open with this passphrase, or is damaged."""


class BrokenPiece(Exception):
    """A piece does not open: it is not what was written there."""


@dataclass(frozen=True, slots=True)
class Seal:
    """A key, and what the header says beside it."""

    head: bytes
    cipher: AESGCM

    @classmethod
    def new(cls, passphrase: str, cost: int = COST) -> Self:
        """Return a seal for one new file."""
        salt, beginning = os.urandom(16), os.urandom(7)
        return cls._made(_HEAD.pack(MAGIC, _VERSION, cost, salt, beginning), passphrase)

    @classmethod
    def read(cls, header: bytes, passphrase: str) -> Self:
        """Return the seal of a file with this header.

        Raises Unsealable, or WrongPassphrase.
        """
        if len(header) < HEADER or not header.startswith(MAGIC):
            raise Unsealable
        version, cost = header[len(MAGIC)], header[len(MAGIC) + 1]
        if version > _VERSION:
            raise NewerSeal
        if version != _VERSION or cost not in _COSTS:
            raise Unsealable
        seal = cls._made(header[: _HEAD.size], passphrase)
        try:
            seal.opened(_MOST_PIECES, _CHECK, header[_HEAD.size : HEADER])
        except BrokenPiece:
            raise WrongPassphrase from None
        return seal

    @classmethod
    def _made(cls, head: bytes, passphrase: str) -> Self:
        _, _, cost, salt, _ = _HEAD.unpack(head)
        derive = Scrypt(salt=salt, length=32, n=2**cost, r=8, p=1)
        key = derive.derive(unicodedata.normalize("NFC", passphrase).encode())
        return cls(head, AESGCM(key))

    @property
    def header(self) -> bytes:
        """The bytes that a file with this seal begins with."""
        return self.head + self.closed(_MOST_PIECES, _CHECK, b"")

    def closed(self, number: int, mark: int, content: bytes) -> bytes:
        """Return a piece with its tag."""
        return self.cipher.encrypt(self._nonce(number, mark), content, self.head)

    def opened(self, number: int, mark: int, piece: bytes) -> bytes:
        """Return a piece's content; BrokenPiece where it is not what was written."""
        try:
            return self.cipher.decrypt(self._nonce(number, mark), piece, self.head)
        except InvalidTag:
            raise BrokenPiece from None

    def _nonce(self, number: int, mark: int) -> bytes:
        beginning = self.head[-7:]
        return beginning + struct.pack(">LB", number, mark)


class SealingWriter:
    """Passes on, sealed, what is written to it."""

    def __init__(self, write: Callable[[bytes], object], seal: Seal) -> None:
        self._write, self._seal = write, seal
        self._waiting = bytearray()
        self._number = 0
        write(seal.header)

    def write(self, data: bytes) -> None:
        """Take more content; a piece goes out once something follows it."""
        view = memoryview(data)
        while view:
            if len(self._waiting) == PIECE:
                self._put(_OTHER)
            room = PIECE - len(self._waiting)
            self._waiting += view[:room]
            view = view[room:]

    def finish(self) -> None:
        """Write the last piece."""
        self._put(_LAST)

    def _put(self, mark: int) -> None:
        self._write(self._seal.closed(self._number, mark, bytes(self._waiting)))
        self._waiting.clear()
        self._number += 1


class PlainSource:
    """A file's content, from any place in it, for several threads."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._lock = file, Lock()
        self.size = file.seek(0, os.SEEK_END)

    def read_at(self, offset: int, count: int) -> bytes:
        """Return `count` bytes from `offset`, fewer at the end."""
        with self._lock:
            self._file.seek(offset)
            return self._file.read(count)


class SealedSource:
    """A sealed file's content, from any place in it, for several threads.

    Raises BrokenPiece where it is not what was written; with `forgiving`, what cannot be opened
    reads as zeros, and `broken` tells that it happened.
    """

    def __init__(self, file: BinaryIO, seal: Seal, *, forgiving: bool = False) -> None:
        self._file, self._seal, self._forgiving = file, seal, forgiving
        self._lock = Lock()
        self._kept: tuple[int, bytes] = (-1, b"")
        self.broken = False
        pieces = file.seek(0, os.SEEK_END) - HEADER
        self._pieces = max(1, -(-pieces // (PIECE + TAG)))
        self.size = max(0, pieces - self._pieces * TAG)
        if not forgiving:
            self._opened(self._pieces - 1)  # says at once that the end is missing

    def read_at(self, offset: int, count: int) -> bytes:
        """Return `count` bytes from `offset`, fewer at the end."""
        end = min(offset + count, self.size)
        parts = []
        with self._lock:
            while offset < end:
                number, begin = divmod(offset, PIECE)
                part = self._piece(number)[begin : begin + end - offset]
                if not part:  # the file has become shorter meanwhile
                    break
                parts.append(part)
                offset += len(part)
        return b"".join(parts)

    def _piece(self, number: int) -> bytes:
        if self._kept[0] != number:
            self._kept = (number, self._opened(number))
        return self._kept[1]

    def _opened(self, number: int) -> bytes:
        self._file.seek(HEADER + number * (PIECE + TAG))
        piece = self._file.read(PIECE + TAG)
        marks = (_LAST,) if number == self._pieces - 1 else (_OTHER,)
        for mark in (*marks, _OTHER) if self._forgiving else marks:
            try:
                return self._seal.opened(number, mark, piece)
            except BrokenPiece:
                continue
        if not self._forgiving:
            raise BrokenPiece
        self.broken = True
        return bytes(max(0, len(piece) - TAG))


Source = PlainSource | SealedSource
"""Where a backup's bytes are read from."""
