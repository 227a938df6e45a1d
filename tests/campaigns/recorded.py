"""Records what a program asks of the file system, and builds what a power cut could leave of it.

The record is made by strace, which sees every write and sync of SQLite and of Python alike; a
shim inside SQLite would not see the renamings that swap databases and backups.

What is assumed of a disk is little.  Bytes written to a file last once that file was synced; until
then any part of them may be there.  Names last once their folder was synced; until then they may
lag behind, though not out of order, as in file systems with a journal.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

CALLS = (
    "open,openat,creat,close,write,pwrite64,lseek,fsync,fdatasync,ftruncate,rename,renameat,"
    "renameat2,unlink,unlinkat,link,linkat,mkdir,mkdirat,rmdir,dup,dup2,dup3"
)
SECTOR = 512
_LINE = re.compile(r"(?P<pid>\d+) +(?P<text>.*)")
_CALL = re.compile(r"(?P<name>\w+)\((?P<words>.*)\) += (?P<result>-?\d+)")


class Chance(Random):
    """Choices that a number repeats."""


@dataclass(frozen=True, slots=True)
class Named:
    """A change of names: file `number` gets the name `new`, and `old` goes; either may be None."""

    number: int
    old: Path | None
    new: Path | None
    folder: bool = False

    @property
    def parents(self) -> frozenset[Path]:
        """The folders that must be synced for it to last."""
        return frozenset(name.parent for name in (self.old, self.new) if name)


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes at a place of a file; data None cuts or lengthens it to `offset`."""

    number: int
    offset: int
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Synced:
    """A file, or a folder by its path, that was made to last."""

    number: int
    folder: Path | None


@dataclass(frozen=True, slots=True)
class Said:
    """A line that the program wrote to standard output: work that it calls done."""

    text: str


Event = Named | Written | Synced | Said


@dataclass(slots=True)
class _Open:
    number: int
    path: Path | None
    at: int = 0


@dataclass(slots=True)
class Recording:
    """The files that were there at first, and what happened then, in order."""

    root: Path
    names: dict[Path, int] = field(default_factory=dict)
    first: dict[Path, bytes | None] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)


def can_record() -> bool:
    """Tell whether this computer has what recording takes."""
    if sys.platform != "linux" or not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], check=False).returncode == 0


def record(words: Sequence[str], root: Path, cwd: Path) -> Recording:
    """Run a program to its end and return what it did below `root`."""
    recording = Recording(root)
    for path in sorted(root.rglob("*")):
        recording.first[path] = path.read_bytes() if path.is_file() else None
    log = root.parent / "strace.log"
    strace = ["strace", "-f", "-qq", "-xx", "-s", "100000000", "-e", f"trace={CALLS}"]
    subprocess.run([*strace, "-o", str(log), *words], cwd=cwd, check=True, capture_output=True)
    _Reader(recording).read(log.read_text(encoding="ascii"))
    return recording


class _Reader:
    """Turns the lines of strace into events."""

    def __init__(self, recording: Recording) -> None:
        self._to = recording
        self._numbers = count(len(recording.first))
        self._names = dict(zip(recording.first, count(), strict=False))
        recording.names = dict(self._names)
        self._open: dict[int, _Open] = {1: _Open(-1, None)}

    def read(self, log: str) -> None:
        begun: dict[str, str] = {}
        for line in log.splitlines():
            found = _LINE.fullmatch(line)
            if not found:
                continue
            pid, text = found["pid"], found["text"]
            if text.endswith("<unfinished ...>"):
                begun[pid] = text.removesuffix("<unfinished ...>").rstrip()
                continue
            if text.startswith("<..."):
                text = begun.pop(pid) + text.partition("resumed>")[2]
            call = _CALL.match(text)
            if call and int(call["result"]) >= 0:
                handle = getattr(self, f"_{call['name']}", None)
                words = [word.strip() for word in call["words"].split(", ")]
                if handle:
                    handle(words, int(call["result"]))

    def _note(self, event: Event) -> None:
        self._to.events.append(event)

    def _path(self, word: str, folder: str = "AT_FDCWD") -> Path | None:
        path = Path(bytes.fromhex(word.strip('"').replace("\\x", "")).decode())
        if not path.is_absolute():
            base = self._open.get(int(folder)) if folder != "AT_FDCWD" else None
            if base is None or base.path is None:
                return None
            path = base.path / path
        return path if path.is_relative_to(self._to.root) else None

    def _opened(self, path: Path | None, flags: str, result: int) -> None:
        self._open.pop(result, None)
        if path is None:
            return
        if path not in self._names and path != self._to.root:
            self._names[path] = next(self._numbers)
            self._note(Named(self._names[path], None, path))
        elif "O_TRUNC" in flags:
            self._note(Written(self._names[path], 0, None))
        self._open[result] = _Open(self._names.get(path, -1), path)

    def _openat(self, words: list[str], result: int) -> None:
        self._opened(self._path(words[1], words[0]), words[2], result)

    def _open_(self, words: list[str], result: int) -> None:
        self._opened(self._path(words[0]), words[1], result)

    def _close(self, words: list[str], _: int) -> None:
        self._open.pop(int(words[0]), None)

    def _dup(self, words: list[str], result: int) -> None:
        if int(words[0]) in self._open:
            self._open[result] = self._open[int(words[0])]

    _dup2 = _dup3 = _dup

    def _lseek(self, words: list[str], result: int) -> None:
        if int(words[0]) in self._open:
            self._open[int(words[0])].at = result

    def _write(self, words: list[str], result: int) -> None:
        there = self._open.get(int(words[0]))
        if there is None:
            return
        data = bytes.fromhex(words[1].strip('"').replace("\\x", ""))[:result]
        if there.path is None:
            self._to.events += [Said(line) for line in data.decode().splitlines()]
            return
        self._note(Written(there.number, there.at, data))
        there.at += result

    def _pwrite64(self, words: list[str], result: int) -> None:
        if there := self._open.get(int(words[0])):
            data = bytes.fromhex(words[1].strip('"').replace("\\x", ""))[:result]
            self._note(Written(there.number, int(words[3]), data))

    def _ftruncate(self, words: list[str], _: int) -> None:
        if there := self._open.get(int(words[0])):
            self._note(Written(there.number, int(words[1]), None))

    def _fsync(self, words: list[str], _: int) -> None:
        if there := self._open.get(int(words[0])):
            is_folder = there.path is not None and there.number in self._folders()
            self._note(Synced(there.number, there.path if is_folder else None))

    _fdatasync = _fsync

    def _folders(self) -> set[int]:
        made = {
            event.number for event in self._to.events if isinstance(event, Named) and event.folder
        }
        first = {self._to.names[path] for path, data in self._to.first.items() if data is None}
        return {-1} | made | first

    def _renamed(self, old: Path | None, new: Path | None) -> None:
        if old and new:
            number = self._names.pop(old)
            self._names[new] = number
            self._note(Named(number, old, new))

    def _rename(self, words: list[str], _: int) -> None:
        self._renamed(self._path(words[0]), self._path(words[1]))

    def _renameat(self, words: list[str], _: int) -> None:
        self._renamed(self._path(words[1], words[0]), self._path(words[3], words[2]))

    _renameat2 = _renameat

    def _linked(self, old: Path | None, new: Path | None) -> None:
        if old and new:
            self._names[new] = self._names[old]
            self._note(Named(self._names[old], None, new))

    def _link(self, words: list[str], _: int) -> None:
        self._linked(self._path(words[0]), self._path(words[1]))

    def _linkat(self, words: list[str], _: int) -> None:
        self._linked(self._path(words[1], words[0]), self._path(words[3], words[2]))

    def _gone(self, path: Path | None, *, folder: bool = False) -> None:
        if path and path in self._names:
            self._note(Named(self._names.pop(path), path, None, folder))

    def _unlink(self, words: list[str], _: int) -> None:
        self._gone(self._path(words[0]))

    def _unlinkat(self, words: list[str], _: int) -> None:
        self._gone(self._path(words[1], words[0]), folder="REMOVEDIR" in words[2])

    def _rmdir(self, words: list[str], _: int) -> None:
        self._gone(self._path(words[0]), folder=True)

    def _made(self, path: Path | None) -> None:
        if path:
            self._names[path] = next(self._numbers)
            self._note(Named(self._names[path], None, path, folder=True))

    def _mkdir(self, words: list[str], _: int) -> None:
        self._made(self._path(words[0]))

    def _mkdirat(self, words: list[str], _: int) -> None:
        self._made(self._path(words[1], words[0]))


@dataclass(frozen=True, slots=True)
class State:
    """What a crash left: the content of each file, None for a folder; and what had been said."""

    files: Mapping[Path, bytes | None]
    said: tuple[str, ...]

    def build(self, root: Path, elsewhere: Path) -> None:
        """Lay the files out in `elsewhere`, as they lay in `root`."""
        for path, data in sorted(self.files.items()):
            target = elsewhere / path.relative_to(root)
            if data is None:
                target.mkdir(parents=True, exist_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)


def states(recording: Recording, chance: Chance) -> Iterator[State]:
    """Yield what could be there after a crash at each point: each different state once."""
    seen = set()
    for end in range(len(recording.events) + 1):
        for state in _states_at(recording, end, chance):
            key = hash((frozenset(state.files.items()), state.said))
            if key not in seen:
                seen.add(key)
                yield state


def _states_at(recording: Recording, end: int, chance: Chance) -> Iterator[State]:
    events = recording.events[:end]
    lasting = _lasting(events)
    names = [n for n, event in enumerate(events) if isinstance(event, Named) and n not in lasting]
    data = [n for n, event in enumerate(events) if isinstance(event, Written) and n not in lasting]
    for lag in {0, len(names), chance.randint(0, len(names))}:
        some = [frozenset(chance.sample(data, chance.randint(0, len(data)))) for _ in range(2)]
        for chosen in {frozenset(data), frozenset[int](), *some}:
            there = lasting | set(names[:lag]) | chosen
            yield _state(recording, events, there, chance.choice(data) if data else None)
            if data:
                yield _state(recording, events, there, None)


def _lasting(events: Sequence[Event]) -> set[int]:
    """Return the numbers of the events that were made to last."""
    found: set[int] = set()
    files: set[int] = set()
    folders: set[Path] = set()
    for number in range(len(events) - 1, -1, -1):
        event = events[number]
        if isinstance(event, Synced):
            if event.folder is not None:
                folders.add(event.folder)
            else:
                files.add(event.number)
        elif isinstance(event, Named):
            found |= {number} if event.parents <= folders else set()
        elif isinstance(event, Written) and event.number in files:
            found.add(number)
    return found


def _state(
    recording: Recording, events: Sequence[Event], there: set[int], torn: int | None
) -> State:
    """Return the state in which the events of `there` happened, `torn` in its first half only."""
    names = dict(recording.names)
    contents = {recording.names[path]: data for path, data in recording.first.items()}
    bytes_of = {number: bytearray(data) for number, data in contents.items() if data is not None}
    folders = {number for number, data in contents.items() if data is None}
    for number, event in enumerate(events):
        if number not in there:
            continue
        if isinstance(event, Named):
            if event.folder:
                folders.add(event.number)
            if event.old:
                names.pop(event.old, None)
            if event.new:
                names[event.new] = event.number
        elif isinstance(event, Written):
            _apply(bytes_of.setdefault(event.number, bytearray()), event, torn=number == torn)
    found = {
        path: None if number in folders else bytes(bytes_of.get(number, b""))
        for path, number in names.items()
    }
    said = tuple(event.text for event in events if isinstance(event, Said))
    # A folder that was not yet to last takes what lies in it along.
    kept = {path: data for path, data in found.items() if _reachable(path, found, recording.root)}
    return State(kept, said)


def _reachable(path: Path, found: Mapping[Path, bytes | None], root: Path) -> bool:
    return path.parent == root or (path.parent in found and _reachable(path.parent, found, root))


def _apply(content: bytearray, event: Written, *, torn: bool) -> None:
    if event.data is None:
        del content[event.offset :]
        content.extend(bytes(event.offset - len(content)))
        return
    data = event.data[: len(event.data) // 2 // SECTOR * SECTOR] if torn else event.data
    content.extend(bytes(max(0, event.offset - len(content))))
    content[event.offset : event.offset + len(data)] = data
