"""One program at a time has the database, and the one that is refused learns who that is."""

import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from desktop_app.errors import ReadOnly
from desktop_app.storage.lock import (
    DatabaseLock,
    HeldElsewhere,
    HeldHere,
    Holder,
    demand_not_elsewhere,
)

ROOT = Path(__file__).parents[2]
HOLD_ON = """
import sys
from pathlib import Path
from desktop_app.storage.lock import DatabaseLock
held = DatabaseLock.take(Path(sys.argv[1]))
sys.stdout.write("held\\n")
sys.stdout.flush()
sys.stdin.read()
"""


def record(path: Path) -> Path:
    return path.with_name(f"{path.name}.open.json")


def leave(path: Path, holder: Holder, age: float) -> None:
    """Leave the record of a holder that renewed it `age` seconds ago."""
    path.parent.mkdir(exist_ok=True)
    record(path).write_text(json.dumps(asdict(holder)), encoding="utf-8")
    then = path.parent.stat().st_mtime - age
    os.utime(record(path), (then, then))


ELSEWHERE = replace(Holder.this_process(), machine="ทะเบียน-PC2", person="สมศรี")


def test_the_second_is_refused_until_the_first_is_gone(path: Path) -> None:
    with DatabaseLock.take(path) as first:
        with pytest.raises(HeldHere) as fault:
            DatabaseLock.take(path)
        assert fault.value.holder == first.holder
        first.renew()
    DatabaseLock.take(path).release()
    assert not record(path).exists()


def test_another_process_is_named_and_its_end_is_noticed(path: Path) -> None:
    command = [sys.executable, "-c", HOLD_ON, str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(HeldHere) as fault:
            DatabaseLock.take(path)
        assert fault.value.holder
        assert fault.value.holder.process == other.pid
        other.kill()
    DatabaseLock.take(path).release()


def test_another_computer_is_named(path: Path) -> None:
    """The record is fresh, though the drive carries no lock."""
    leave(path, ELSEWHERE, age=10)
    for attempt in (DatabaseLock.take, demand_not_elsewhere):
        with pytest.raises(HeldElsewhere) as fault:
            attempt(path)
        assert "ทะเบียน-PC2" in fault.value.said.th
        assert "สมศรี" in fault.value.said.th
    assert json.loads(record(path).read_text(encoding="utf-8"))["machine"] == "ทะเบียน-PC2"


def test_another_computer_is_named_where_the_drive_carries_its_lock(path: Path) -> None:
    with DatabaseLock.take(path):
        leave(path, ELSEWHERE, age=10_000)  # it has slept, and its lock is still there
        with pytest.raises(HeldElsewhere):
            DatabaseLock.take(path)
        with pytest.raises(HeldElsewhere):
            demand_not_elsewhere(path)


def test_a_computer_that_was_switched_off_is_forgotten(path: Path) -> None:
    leave(path, ELSEWHERE, age=600)
    demand_not_elsewhere(path)
    with DatabaseLock.take(path) as held:
        assert held.holder.machine == platform.node()


def test_a_process_of_this_computer_that_died_is_forgotten_at_once(path: Path) -> None:
    leave(path, replace(ELSEWHERE, machine=platform.node()), age=0)
    DatabaseLock.take(path).release()


def test_one_that_woke_up_late_learns_that_it_was_taken_over(path: Path) -> None:
    with DatabaseLock.take(path) as held:
        leave(path, ELSEWHERE, age=0)
        with pytest.raises(HeldElsewhere):
            held.renew()
    assert record(path).exists()  # it is not this one's to remove


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "[" * 100_000, '{"machine": 1}', "\0\xff"])
def test_a_record_that_is_damaged_says_nothing(path: Path, text: str) -> None:
    path.parent.mkdir()
    record(path).write_text(text, encoding="utf-8")
    demand_not_elsewhere(path)
    DatabaseLock.take(path).release()


def test_looking_leaves_nothing_behind(path: Path) -> None:
    path.parent.mkdir()
    demand_not_elsewhere(path)
    assert list(path.parent.iterdir()) == []


def test_a_record_that_cannot_be_removed_keeps_nobody_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = DatabaseLock.take(path)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "the file is open")

    with monkeypatch.context() as scanned:
        scanned.setattr(Path, "unlink", refused)
        with pytest.raises(ReadOnly):
            first.release()
    DatabaseLock.take(path).release()
    assert not record(path).exists()
