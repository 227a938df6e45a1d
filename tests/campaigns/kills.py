"""Kills programs in the middle of saves, backups, restores, migrations, merges and imports.

Nothing that was called done is lost, and nothing is half done.

`python -m tests.campaigns.kills --rounds 100 [WORK ...]`; so many kills of each work.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import SystemRandom
from uuid import UUID

from desktop_app.report.package import Package, read_package, zip_bytes
from desktop_app.storage import sqlite
from desktop_app.storage.backup import write_backup
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.restore import restore_backup
from desktop_app.storage.store import Store
from tests.campaigns.kill_work import backup_of, database, parcel, stored
from tests.campaigns.told import run_each
from tests.storage.endless_saver import REPORT, number_of, state
from tests.storage.make_fixture import FIXTURES
from tests.storage.samples import FULL

ROOT = Path(__file__).parents[2]
LONGEST = {
    "save": 0.15,
    "backup": 0.3,
    "restore": 0.8,
    "migrate": 0.9,
    "merge": 1.2,
    "import": 0.6,
}
"""Seconds of work before a kill, at most: some pieces of it."""
PARCEL = 20
"""The reports that come from another office."""


def started(work: str, folder: Path) -> subprocess.Popen[str]:
    """Start a program that will do the work once it is told to."""
    words = [sys.executable, "-m", "tests.campaigns.kill_work", work, str(folder)]
    pipe = subprocess.PIPE
    return subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True, cwd=ROOT)


@contextmanager
def waiting(work: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Yield a program that is ready to begin; it is gone afterwards."""
    program = started(work, folder)
    try:
        assert program.stdout
        assert program.stdout.readline() == "-1\n"
        yield program
    finally:
        program.kill()
        program.communicate()


def killed(program: subprocess.Popen[str], seconds: float) -> list[int]:
    """Let it work for some time, kill it, and return all that it called done."""
    assert program.stdin
    assert program.stdout
    program.stdin.write("begin\n")
    program.stdin.flush()
    time.sleep(seconds)
    program.kill()
    lines = program.stdout.read()
    return [int(line) for line in lines.rpartition("\n")[0].splitlines()]


@dataclass(slots=True)
class Ground:
    """Where the work goes on, and what was acknowledged there, kept outside of it."""

    folder: Path
    acknowledged: list[int] = field(default_factory=list)
    backed_up: int = 1  # the last state that the work, killed later, had called done
    steps: int = 0  # merges, and undoings of them, that are over and judged


def prepare(work: str, ground: Ground) -> None:
    """Put in place what the work begins with."""
    path = database(ground.folder)
    if work == "migrate":
        return
    if work in ("merge", "import"):
        _prepare_parcel(ground.folder)
        return
    with Store.open(path) as store:
        for number in (0, 1):
            package = state(number)
            store.save(package.report, package.files)
            write_backup(path, backup_of(ground.folder, number))
    shutil.copyfile(backup_of(ground.folder, 1), ground.folder / "backup.zip")
    ground.acknowledged.append(1)


def _prepare_parcel(folder: Path) -> None:
    """Make what comes from another office: a backup, and its reports as files."""
    with Store.open(folder / "other" / "suanruam.db") as store:
        for number in range(PARCEL):
            package = state(number)
            report = package.report.model_copy(update={"id": UUID(int=number + 1)})
            store.save(report, package.files)
            file = folder / f"report-{number:02}.zip"
            file.write_bytes(zip_bytes(Package(report, package.files)))
        write_backup(store.path, parcel(folder))
    Store.open(database(folder)).close()


def before_each(work: str, ground: Ground) -> None:
    """Put an old database in place again, where the work is to migrate it."""
    if work == "migrate":
        path = database(ground.folder)
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir()
        shutil.copyfile(FIXTURES / "schema-0001.db", path)
    elif work == "import":
        with Store.open(database(ground.folder)) as store:
            for summary in store.summaries():
                store.delete(summary.id)
            store.purge([summary.id for summary in store.binned()])


def judge_save(ground: Ground, done: int) -> None:
    """What was called saved is there, or the save after it."""
    package = stored(ground.folder)
    assert number_of(package) in {done, done + 1}
    assert package == state(number_of(package))
    assert sqlite.is_whole(database(ground.folder))


def judge_backup(ground: Ground, done: int) -> None:
    """The backup is whole, and of no state before the one that was called backed up."""
    saved = number_of(stored(ground.folder))
    assert saved in {done, done + 1}
    target = ground.folder / "backup.zip"
    assert verify_backup(target).current
    other = ground.folder / "other" / "suanruam.db"
    restore_backup(target, other, other.parent / "kept.zip")
    with Store.open(other) as store:
        package = store.load(REPORT)
    assert ground.backed_up <= number_of(package) <= saved
    assert package == state(number_of(package))
    shutil.rmtree(other.parent)


def judge_restore(ground: Ground, done: int) -> None:
    """One of the two states is there, wholly; all that was kept of the other is whole."""
    package = stored(ground.folder)
    assert package == state(number_of(package))
    assert number_of(package) in {done, 1 - done}
    assert sqlite.is_whole(database(ground.folder))
    backups = sorted((ground.folder / "data" / "backups").glob("*.zip"))
    assert all(verify_backup(path).current for path in backups)
    for path in backups[:-2]:
        path.unlink()


def judge_migrate(ground: Ground, done: int) -> None:
    """Everything is there, and a copy of the old schema beside a database of the new."""
    del done
    with Store.open(database(ground.folder)) as store:
        assert store.load(FULL.id) == read_package(FIXTURES / "schema-0001.zip")
    backups = list((ground.folder / "data" / "backups").glob("*.zip"))
    assert backups
    assert all(verify_backup(path).schema == "0001" for path in backups)
    assert sqlite.is_whole(database(ground.folder))


def _judge_parcel(ground: Ground) -> None:
    """All of it is there, or nothing; all backups from before are whole."""
    path = database(ground.folder)
    with Store.open(path) as store:
        found = [store.load(summary.id) for summary in store.summaries()]
        assert len(found) in {0, PARCEL}
        for package in found:
            expected = state(package.report.id.int - 1)
            assert package.files == expected.files
            assert package.report.activities == expected.report.activities
        acts = store.merges()
        if acts:
            assert bool(found) == (acts[0].undone is None)
    assert sqlite.is_whole(path)
    backups = sorted((ground.folder / "data" / "backups").glob("*.zip"))
    assert all(verify_backup(file).schema for file in backups)
    for file in backups[:-2]:
        file.unlink()


def judge_merge(ground: Ground, done: int) -> None:
    """What was called merged is there wholly, what was called undone is gone wholly."""
    _judge_parcel(ground)
    with Store.open(database(ground.folder)) as store:
        merges = store.merges()
        steps = len(merges) + sum(one.undone is not None for one in merges)
        assert steps - ground.steps in {done + 1, done + 2}
        if merges and merges[0].undone is None:  # so that the next can begin with it
            store.undo(merges[0].id)
        ground.steps = 2 * len(merges)
        ground.acknowledged.append(-1)


def judge_import(ground: Ground, done: int) -> None:
    """All that was called imported is there."""
    _judge_parcel(ground)
    with Store.open(database(ground.folder)) as store:
        assert store.summaries() or done < 0
    ground.acknowledged.append(-1)


JUDGES: dict[str, Callable[[Ground, int], None]] = {
    "save": judge_save,
    "backup": judge_backup,
    "restore": judge_restore,
    "migrate": judge_migrate,
    "merge": judge_merge,
    "import": judge_import,
}


def campaign(work: str, rounds: int) -> tuple[int, int]:
    """Kill so often; return how many pieces of work were called done, and how many kills hit one."""
    chance = SystemRandom()
    hit = pieces = 0
    with tempfile.TemporaryDirectory() as name:
        ground = Ground(Path(name))
        prepare(work, ground)
        for _ in range(rounds):
            before_each(work, ground)
            with waiting(work, ground.folder) as program:
                done = killed(program, chance.uniform(0, LONGEST[work]))
            ground.acknowledged += done
            ground.backed_up = done[-1] if done else ground.backed_up
            JUDGES[work](ground, ground.acknowledged[-1] if ground.acknowledged else -1)
            if work in ("save", "backup", "restore"):
                ground.acknowledged.append(number_of(stored(ground.folder)))
            pieces += len(done)
            hit += work not in ("migrate", "import") or not done
    return pieces, hit


def main(words: Sequence[str] | None = None) -> None:
    """Run the campaign and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("works", nargs="*", default=list(JUDGES), metavar="WORK")
    parser.add_argument("--rounds", type=int, default=100)
    given = parser.parse_args(words)

    def one(work: str) -> tuple[int, str]:
        pieces, hit = campaign(work, given.rounds)
        said = (
            f"{given.rounds:5} kills, {hit:5} of them in the middle of work; "
            f"{pieces:6} pieces of work called done, none lost, none half done"
        )
        return hit, said

    run_each("kills in the middle of work", given.works, one, "lost something or left it half done")


if __name__ == "__main__":
    main()
