"""A program that is killed at any moment has lost no save that it had called done."""

import subprocess
import sys
import time
from pathlib import Path
from random import SystemRandom

from desktop_app.storage import sqlite
from desktop_app.storage.store import Store
from tests.storage.endless_saver import REPORT, number_of, state

KILLS = 20
LONGEST = 0.12  # seconds of saving before a kill: some dozens of saves


def ready_saver(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.storage.endless_saver", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def last_done_before_kill(saver: subprocess.Popen[str], seconds: float) -> int:
    """Let the saver save for some time, kill it, and return the last save it called done."""
    assert saver.stdin
    assert saver.stdout
    saver.stdin.write("begin\n")
    saver.stdin.flush()
    first = saver.stdout.readline()
    time.sleep(seconds)
    saver.kill()
    whole_lines = [first, *saver.stdout.read().rpartition("\n")[0].splitlines()]
    saver.wait()
    saver.stdin.close()
    saver.stdout.close()
    return int(whole_lines[-1])


def test_no_save_that_was_called_done_is_lost(path: Path) -> None:
    moments = SystemRandom()
    saver = ready_saver(path)
    for _ in range(KILLS):
        waiting = ready_saver(path)
        done = last_done_before_kill(saver, moments.uniform(0, LONGEST))
        saver = waiting
        with Store.open(path) as store:
            package = store.load(REPORT)
        assert number_of(package) in {done, done + 1}
        assert package == state(number_of(package))
        assert sqlite.is_whole(path)
    saver.kill()
    saver.communicate()
