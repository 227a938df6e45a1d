"""Damages and forges backups and report files by the thousand: each is refused in one clear line.

`python -m tests.campaigns.damage --rounds 5000 [--seed 1]`
"""

import argparse
import hashlib
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from uuid import UUID

from desktop_app.errors import Fault
from desktop_app.report.package import zip_bytes
from desktop_app.services.exchange import import_file
from desktop_app.storage.backup import contents_now, write_contents
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.restore import restore_backup
from desktop_app.storage.salvage import salvaged
from desktop_app.storage.sealed import Seal
from desktop_app.storage.store import Store
from tests.storage.backup_parts import DATABASE, MANIFEST, entries, put_together
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE, with_fields

WORDS = "รหัสผ่าน"
QUICK = 10  # the cost of guessing is no matter here


class Chance(Random):
    """Choices that a number repeats."""


Damage = Callable[[Random, bytearray], None]


def cut(chance: Random, data: bytearray) -> None:
    """Cut the end off."""
    del data[chance.randrange(len(data)) :]


def flip(chance: Random, data: bytearray) -> None:
    """Flip a few bits."""
    for _ in range(chance.choice([1, 1, 1, 2, 20])):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def blank(chance: Random, data: bytearray) -> None:
    """Lose a few sectors."""
    at = chance.randrange(len(data)) // 512 * 512
    length = min(512 * chance.randint(1, 40), len(data) - at)
    data[at : at + length] = chance.choice([bytes(length), b"\xff" * length])


def swap(chance: Random, data: bytearray) -> None:
    """Exchange two stretches."""
    length = chance.randint(1, len(data) // 4)
    one, two = sorted(chance.randrange(len(data) - length) for _ in range(2))
    first, second = data[one : one + length], data[two : two + length]
    data[one : one + length], data[two : two + length] = second, first


def repeat(chance: Random, data: bytearray) -> None:
    """Put a stretch in twice."""
    at = chance.randrange(len(data))
    data[at:at] = data[at : at + chance.randint(1, 5000)]


def leave_out(chance: Random, data: bytearray) -> None:
    """Leave a stretch out."""
    at = chance.randrange(len(data))
    del data[at : at + chance.randint(1, 5000)]


def lengthen(chance: Random, data: bytearray) -> None:
    """Put something behind the end."""
    data += chance.randbytes(chance.randint(1, 5000))


DAMAGES: tuple[Damage, ...] = (cut, flip, blank, swap, repeat, leave_out, lengthen)

ODD_VALUES: tuple[object, ...] = (
    *(None, True, 0, -1, 1, 10**400, 2**63, 1.5, "", "0", "\0", "../../x", "9999", "ก" * 10_000),
    *([], {}, [[]], {"": None}, ["x"] * 1000, "2026-01-01", "0001-01-01T00:00:00+23:59"),
)


def forge_manifest(chance: Random, parts: dict[str, bytes]) -> None:
    """Put an odd value somewhere into the list of contents."""
    listed = json.loads(parts[MANIFEST])
    place, key = listed, chance.choice(list(listed))
    while isinstance(place[key], (dict, list)) and place[key] and chance.random() < 0.7:
        place = place[key]
        key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
    place[key] = chance.choice(ODD_VALUES)
    parts[MANIFEST] = json.dumps(listed).encode()


def forge_database(chance: Random, parts: dict[str, bytes]) -> None:
    """Damage the database, and make digest and size agree with that."""
    data = bytearray(parts[DATABASE])
    chance.choice(DAMAGES)(chance, data)
    content = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    listed = json.loads(parts[MANIFEST]) | {"database": content}
    parts |= {MANIFEST: json.dumps(listed).encode(), DATABASE: bytes(data)}


def forge_entries(chance: Random, parts: dict[str, bytes]) -> None:
    """Rename, empty, repeat or exchange entries."""
    names = list(parts)
    one, two = chance.choice(names), chance.choice(names)
    odd = chance.choice(["../../x", "/etc/passwd", "files/../../x", "C:\\x", "", one.upper()])
    how = chance.randrange(5)
    if how == 0:
        parts[odd] = parts.pop(one)
    elif how == 1:
        parts[one] = b""
    elif how == 2:
        parts[one], parts[two] = parts[two], parts[one]
    elif how == 3:
        del parts[one]
    else:
        parts[odd] = chance.randbytes(100)


FORGERIES: tuple[Callable[[Random, dict[str, bytes]], None], ...] = (
    forge_manifest,
    forge_database,
    forge_entries,
)


@dataclass(frozen=True, slots=True)
class Ground:
    """A database that must stay as it is, and good files to spoil."""

    folder: Path
    database: Path
    good: Mapping[str, bytes]

    @property
    def bad(self) -> Path:
        """Where a spoilt file is put."""
        return self.folder / "bad.zip"


def prepared(folder: Path) -> Ground:
    """Make the database and the good files."""
    database = folder / "data" / "suanruam.db"
    with Store.open(database) as store:
        for number in range(4):
            photo = {"photos/0001.jpg": f"{number}".encode() * 20_000}
            store.save(with_fields(FULL, id=UUID(int=number + 1)), {**FULL_FILES, **photo})
    plain, locked = folder / "plain.zip", folder / "locked"
    with contents_now(database) as contents:
        write_contents(contents, plain)
        write_contents(contents, locked, Seal.new(WORDS, QUICK))
    good = {"plain": plain.read_bytes(), "locked": locked.read_bytes()}
    return Ground(folder, database, good | {"package": zip_bytes(FULL_PACKAGE)})


def spoil(ground: Ground, chance: Random) -> str:
    """Put a spoilt file in place, and return what was done to it."""
    kind = chance.choice(["plain", "plain", "locked", "package", "forged", "forged"])
    if kind == "forged":
        ground.bad.write_bytes(ground.good["plain"])
        parts = entries(ground.bad)
        forge = chance.choice(FORGERIES)
        forge(chance, parts)
        put_together(ground.bad, parts)
        return f"forged by {forge.__name__}"
    damage = chance.choice(DAMAGES)
    data = bytearray(ground.good[kind])
    damage(chance, data)
    ground.bad.write_bytes(data)
    return f"{kind} by {damage.__name__}"


def refusal(work: Callable[[], object]) -> Fault | None:
    """Return the fault that `work` ends in, None where it does not."""
    try:
        work()
    except Fault as fault:
        return fault
    return None


def judged(ground: Ground, what: str) -> str:
    """Hand the spoilt file to everything that reads such files; return what came of it.

    Raises AssertionError where something was changed, or said unclearly.
    """
    if what.startswith("package"):
        return _judged_package(ground)
    words = WORDS if what.startswith("locked") else None
    fault = refusal(lambda: verify_backup(ground.bad, words))
    _demand_clear(fault)
    if fault is None:
        return _judged_forgery(ground, what)
    before = ground.database.read_bytes()
    kept = ground.folder / "kept.zip"
    again = refusal(lambda: restore_backup(ground.bad, ground.database, kept, words))
    assert type(again) is type(fault), (what, fault, again)
    assert ground.database.read_bytes() == before
    assert not kept.exists()
    refusal(lambda: _salvage(ground, words))
    return type(fault).__name__


def _judged_package(ground: Ground) -> str:
    place = ground.folder / "other" / "suanruam.db"
    with Store.open(place) as store:
        there = store.summaries()
        fault = refusal(lambda: import_file(store, ground.bad))
        _demand_clear(fault)
        if fault is None:
            (summary,) = store.summaries()
            store.delete(summary.id)
            return "a package that can still be read"
        assert store.summaries() == there
    return type(fault).__name__


def _judged_forgery(ground: Ground, what: str) -> str:
    """A forger who makes everything agree has made a backup: then it is one, wholly."""
    if ground.bad.read_bytes() == ground.good["plain"]:
        return "no damage"
    assert what.startswith("forged"), what
    place = ground.folder / "forged" / "suanruam.db"
    fault = refusal(
        lambda: restore_backup(ground.bad, place, ground.folder / "forged" / "kept.zip")
    )
    _demand_clear(fault)
    if fault is None:
        with Store.open(place) as store:
            for summary in store.summaries():
                store.load(summary.id)
        return "a backup with other content"
    return f"restore: {type(fault).__name__}"


def _salvage(ground: Ground, words: str | None) -> None:
    out = ground.folder / "recovered.zip"
    with salvaged(ground.bad, words) as found:
        if found:
            write_contents(found.contents, out)
            assert verify_backup(out).reports


def _demand_clear(fault: Fault | None) -> None:
    if fault is not None:
        for text in (fault.said.th, fault.said.en):
            assert 20 < len(text) < 700, text
            assert "\n" not in text, text
            assert "Traceback" not in text


def campaign(rounds: int, seed: int) -> Counter[str]:
    """Spoil and judge so many files; return how often what came of it."""
    chance = Chance(seed)
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        ground = prepared(Path(folder))
        for number in range(rounds):
            what = spoil(ground, chance)
            try:
                found[f"{what}: {judged(ground, what)}"] += 1
            except BaseException:
                kept = Path(tempfile.gettempdir()) / f"damage-{seed}-{number}.zip"
                kept.write_bytes(ground.bad.read_bytes())
                sys.stderr.write(f"round {number}, {what}: the file is {kept}\n")
                raise
    return found


def main() -> None:
    """Run the campaign and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    found = campaign(given.rounds, given.seed)
    for what, count in sorted(found.items()):
        sys.stdout.write(f"{count:6}  {what}\n")
    sys.stdout.write(f"{found.total():6}  files, none of which changed anything\n")


if __name__ == "__main__":
    main()
