"""A merge that is killed at any moment has taken in all of a backup or nothing."""

import subprocess
import sys
import time
from pathlib import Path
from random import SystemRandom
from uuid import uuid4

from desktop_app.services.backups import back_up
from desktop_app.storage import sqlite
from desktop_app.storage.store import Store
from tests.cli.conftest import ROOT
from tests.storage.samples import FULL, FULL_FILES, with_fields

KILLS = 10
REPORTS = 30


def test_a_merge_is_whole_or_not_at_all(tmp_path: Path) -> None:
    photos = {**FULL_FILES, "photos/0001.jpg": bytes(300_000)}
    district = tmp_path / "district" / "suanruam.db"
    with Store.open(district) as store:
        for number in range(REPORTS):
            store.save(with_fields(FULL, id=uuid4(), title=f"{number}"), photos)
    backup = tmp_path / "backup.zip"
    back_up(district, backup)
    data = tmp_path / "data"
    Store.open(data / "suanruam.db").close()
    words = [sys.executable, "-m", "desktop_app", "--data-dir", str(data), "merge", str(backup)]
    moments = SystemRandom()
    for _ in range(KILLS):
        begun = time.monotonic()
        done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
        whole = time.monotonic() - begun
        assert done.returncode == 0
        with Store.open(data / "suanruam.db") as store:
            (merge,) = [one for one in store.merges() if not one.undone]
            store.undo(merge.id)
        with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL) as killed:
            time.sleep(moments.uniform(whole * 0.3, whole))
            killed.kill()
        with Store.open(data / "suanruam.db") as store:
            assert len(store.summaries()) in {0, REPORTS}
            for merge in store.merges():
                if not merge.undone:
                    store.undo(merge.id)
        assert sqlite.is_whole(data / "suanruam.db")
