"""Opens what a power cut could leave at each point of a save, backup, restore, migration or merge.

`python -m tests.campaigns.crash_states [--most N] [--seed 1] [WORK ...]`; needs strace.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desktop_app.report.package import Package, read_package, zip_bytes
from desktop_app.services.merging import opened_merge
from desktop_app.storage import sqlite
from desktop_app.storage.backup import write_backup
from desktop_app.storage.backup_check import verify_backup
from desktop_app.storage.store import Store
from tests.campaigns import crash_work
from tests.campaigns.crash_work import MORE, NEW, OLD, OTHER, database, incoming
from tests.campaigns.recorded import Chance, Recording, State, can_record, record, states
from tests.campaigns.told import run_each
from tests.storage.make_fixture import FIXTURES
from tests.storage.samples import FULL, with_fields

WORKS = tuple(crash_work.WORKS)
ROOT = Path(__file__).parents[2]


def prepare(work: str, folder: Path) -> None:
    """Put in place what the work begins with."""
    path = database(folder)
    if work == "migrate":
        path.parent.mkdir(parents=True)
        shutil.copyfile(FIXTURES / "schema-0001.db", path)
        return
    with Store.open(path) as store:
        if work in ("merge", "undo"):
            _prepare_merge(store, folder, is_done=work == "undo")
            return
        store.save(OLD.report, OLD.files)
        if work == "purge":
            store.save(OTHER.report, OTHER.files)
            store.delete(OTHER.report.id)
        elif work != "save":
            write_backup(path, folder / "สำรอง.zip")
            store.save(NEW.report, NEW.files)


def _prepare_merge(store: Store, folder: Path, *, is_done: bool) -> None:
    store.add([OLD])  # from a file, so that nothing but its content tells which is newer
    files = incoming(folder)
    for file, package in zip(files, (MORE, OTHER), strict=True):
        file.write_bytes(zip_bytes(package))
    if is_done:
        with opened_merge(store, files) as merging:
            merging.apply()


def judge(work: str, folder: Path, done: int) -> None:
    """Raise AssertionError unless what is there is good, and `done` works that were said are."""
    path = database(folder)
    _JUDGES[work](folder, done)
    assert sqlite.is_whole(path)
    with Store.open(path) as store:  # and work goes on
        store.save(with_fields(OLD.report, title="ต่อจากนั้น"), OLD.files)
        assert store.load(FULL.id).report.title == "ต่อจากนั้น"


def _judge_save(folder: Path, done: int) -> None:
    assert _loaded(database(folder)) in ((OLD, NEW), (NEW, OLD), (OLD, NEW), (NEW,))[done], done


def _judge_backup(folder: Path, done: int) -> None:
    titles = {_title_in(folder / "สำรอง.zip")}
    assert titles <= ({NEW.report.title} if done else {OLD.report.title, NEW.report.title})
    assert _loaded(database(folder)) == NEW


def _judge_restore(folder: Path, done: int) -> None:
    found = _loaded(database(folder))
    assert found in ((OLD,) if done else (OLD, NEW))
    if found == OLD:  # what was there before is never only there where it was
        assert verify_backup(database(folder).parent / "backups" / "kept.zip").current


def _judge_migrate(folder: Path, done: int) -> None:
    backups = database(folder).parent / "backups"
    if done:  # otherwise it is perhaps the old database still
        (kept,) = backups.glob("*-before-upgrade.zip")
        assert verify_backup(kept).schema == "0001"
    assert _loaded(database(folder)) == read_package(FIXTURES / "schema-0001.zip")
    assert all(verify_backup(path).current for path in backups.glob("*.zip"))


def _judge_merge(folder: Path, done: int) -> None:
    found = _all_in(database(folder))
    assert found in (([MORE, OTHER],) if done else ([OLD], [MORE, OTHER]))
    if len(found) > 1:
        (kept,) = (database(folder).parent / "backups").glob("*-before-merge.zip")
        assert len(verify_backup(kept).current) == 1


def _judge_undo(folder: Path, done: int) -> None:
    found = _all_in(database(folder))
    assert found in (([OLD],) if done else ([OLD], [MORE, OTHER]))
    with Store.open(database(folder)) as store:
        assert [one.id for one in store.binned()] == ([OTHER.report.id] if len(found) < 2 else [])
        assert [bool(one.undone) for one in store.merges()] == [len(found) < 2]


def _judge_purge(folder: Path, done: int) -> None:
    assert _all_in(database(folder)) == [OLD]
    with Store.open(database(folder)) as store:
        left = store.binned()
        assert len(left) == 0 or not done
        assert all(store.load(one.id) == OTHER for one in left)


_JUDGES: Mapping[str, Callable[[Path, int], None]] = {
    "save": _judge_save,
    "backup": _judge_backup,
    "restore": _judge_restore,
    "migrate": _judge_migrate,
    "merge": _judge_merge,
    "undo": _judge_undo,
    "purge": _judge_purge,
}


def _all_in(path: Path) -> list[Package]:
    with Store.open(path) as store:
        return [store.load(report_id) for report_id in sorted(one.id for one in store.summaries())]


def _loaded(path: Path) -> Package:
    assert path.exists()
    with Store.open(path) as store:
        return store.load(FULL.id)


def _title_in(backup: Path) -> str | None:
    """Return the title of the report in a backup that is whole."""
    (note,) = verify_backup(backup).current
    return {len(package.report.activities): package for package in (OLD, NEW)}[
        note.activities
    ].report.title


def recorded(work: str, folder: Path) -> Recording:
    """Return what a work does to the file system."""
    root = folder / "root"
    root.mkdir()
    prepare(work, root)
    words = [sys.executable, "-m", "tests.campaigns.crash_work", work, str(root)]
    return record(words, root, ROOT)


def campaign(work: str, most: int, seed: int) -> tuple[int, int, int]:
    """Judge the states of one work; return the numbers of events, of states, and of those judged."""
    chance = Chance(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        recording = recorded(work, folder)
        found = list(states(recording, chance))
        chosen = found if len(found) <= most else [found[0], *chance.sample(found, most - 1)]
        for state in chosen:
            _judge_state(work, recording, state, folder)
    return len(recording.events), len(found), len(chosen)


def _judge_state(work: str, recording: Recording, state: State, folder: Path) -> None:
    there = folder / "there"
    state.build(recording.root, there)
    try:
        judge(work, there, len(state.said))
    except BaseException:
        kept = Path(tempfile.mkdtemp(prefix=f"crash-{work}-"))
        state.build(recording.root, kept)
        sys.stderr.write(f"{work}, after {state.said}: the state is {kept}\n")
        raise
    finally:
        shutil.rmtree(there)


def main(words: Sequence[str] | None = None) -> None:
    """Run the campaign and print how much was looked at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("works", nargs="*", default=WORKS, metavar="WORK")
    parser.add_argument("--most", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(words)
    if not can_record():
        sys.exit("strace is not here, or may not trace")

    def one(work: str) -> tuple[int, str]:
        events, found, judged = campaign(work, given.most, given.seed)
        said = (
            f"{events:5} writes, syncs and renamings; {found:6} different states, "
            f"{judged:6} opened, all good"
        )
        return judged, said

    run_each("crash states opened", given.works, one, "left a bad one")


if __name__ == "__main__":
    main()
