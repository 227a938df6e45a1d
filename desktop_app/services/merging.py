"""Merging other offices' backups and report files: look first, then take in, or take back."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_app.errors import Fault, Said
from desktop_app.paths import DataPlace
from desktop_app.report.differing import Choices
from desktop_app.report.merging import Held, Incoming, Plan, Source, is_doubtful, plan, takings
from desktop_app.report.versions import version_of
from desktop_app.services.backups import back_up
from desktop_app.services.exchange import read_report_file
from desktop_app.services.lacking import Lacking, named
from desktop_app.services.naming import demand_file
from desktop_app.storage.backup_faults import DamagedPhotos, NotABackup
from desktop_app.storage.foreign import backup_reports
from desktop_app.storage.progress import Cancelled, Progress, quietly
from desktop_app.storage.readable import write_readable
from desktop_app.storage.retention import Reason, unused_name
from desktop_app.whole_file import make_folder, write_faults

if TYPE_CHECKING:  # whoever has a store has imported it
    from desktop_app.storage.store import Store

Refused = Callable[[Path, Fault], None]
"""Told of a file that is no good, and why."""

Told = Callable[[Said], None]
"""Told what people should know, though all went well."""

_WORKSHOP = ".suanruam-merging"


def _unheard(said: Said) -> None:
    del said


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge that was looked into and not done yet: its plan, and the store that it is for."""

    plan: Plan
    store: "Store"

    def apply(
        self,
        choices: Mapping[UUID, Choices] | None = None,
        *,
        progress: Progress = quietly,
        told: Told = _unheard,
    ) -> UUID | None:
        """Take in all that is new or newer, and the conflicts chosen in, as one act.

        What is here is backed up first.  Returns the act's id, for `undo_merge`; None where there
        was nothing to take in.  UserFault, and nothing is changed, where a report was changed
        here since the plan; EnvironmentFault where there is no room for backup or merge.
        Where a photo here is damaged, all else is backed up, and `told` is told which; the
        damaged one stays in the database as it is.
        """
        chosen = takings(self.plan, choices)
        if not chosen:
            return self.store.take((), self.plan.notes)
        _back_up_first(self.store.path, progress, told)
        return self.store.take(chosen, self.plan.notes)


@contextmanager
def opened_merge(
    store: "Store",
    paths: Sequence[Path],
    passphrases: Mapping[Path, str] | None = None,
    *,
    progress: Progress = quietly,
    refused: Refused | None = None,
) -> Iterator[Merge]:
    """Yield the plan for merging files; the files stay readable until the context is left.

    All are read and verified before anything is planned.  Nothing is changed by looking.
    Raises UserFault, one line, for a file that is no good report or backup; PassphraseNeeded
    for a locked backup whose passphrase is not in `passphrases`.  With `refused` nothing of this
    is raised: that is told, and the file left out.
    """
    workshop = store.path.parent / _WORKSHOP
    with ExitStack() as open_files:
        open_files.callback(_clear, workshop)
        _clear(workshop)
        every: list[Incoming] = []
        for number, path in enumerate(paths):
            passphrase = (passphrases or {}).get(path)
            reports = _reports(path, workshop / str(number), passphrase, progress)
            try:
                every += open_files.enter_context(reports)
            except Fault as fault:
                if refused is None or isinstance(fault, Cancelled):
                    raise
                refused(path, fault)
        held = store.held({one.id for one in every})
        yield Merge(plan(held, [_judged(store, held, one) for one in every]), store)


def undo_merge(store: "Store", act_id: UUID) -> None:
    """Make every report of a merge what it was before.

    UserFault, and nothing is changed, where one of them was changed since.
    """
    store.undo(act_id)


def _back_up_first(database: Path, progress: Progress, told: Told) -> None:
    now = dt.datetime.now().astimezone()
    backups = DataPlace(database.parent).backups
    with write_faults(backups):
        make_folder(backups)
    try:
        back_up(database, unused_name(backups, Reason.MERGE, now), progress=progress)
    except DamagedPhotos:
        # Under a reason of its own, so that it never pushes out one that has the photo whole.
        target = unused_name(backups, Reason.MERGE_READABLE, now)
        made = write_readable(database, target, progress)
        told(_without(made.lacking, target.name))


def _without(lacking: Sequence[Lacking], backup: str) -> Said:
    count, names = len(lacking), named(lacking)
    return Said(
        f"รูปภาพ ไฟล์แนบ หรือรายงานในฐานข้อมูลเสียหาย {count} รายการ: {names} "
        f"รวมข้อมูลได้ตามปกติ และสำรองทุกอย่างที่อ่านได้ไว้ก่อนแล้วในชื่อ {backup} ส่วนที่เสียหายยังอยู่ในฐานข้อมูลตามเดิม "
        "โปรดเก็บข้อมูลสำรองชุดก่อน ๆ ที่อาจมีรายการเหล่านี้ครบไว้",
        f"Damaged photos, files or reports in the database: {count}: {names}. "
        "The merge went on; all that is readable was backed up first "
        f"as {backup}, and the damaged ones stay in the database as they are. "
        "Keep the earlier backups, which may have them whole",
    )


def _judged(store: "Store", held: Mapping[UUID, Held], incoming: Incoming) -> Incoming:
    """Ask for what is remembered only where it matters: it takes long to look through."""
    here = held.get(incoming.id)
    return store.judged(incoming) if here and is_doubtful(here, incoming) else incoming


@contextmanager
def _reports(
    path: Path, folder: Path, passphrase: str | None, progress: Progress
) -> Iterator[Sequence[Incoming]]:
    demand_file(path)
    with ExitStack() as open_file:
        try:
            backup = backup_reports(path, folder, passphrase, progress=progress)
            found: Sequence[Incoming] = open_file.enter_context(backup)
        except NotABackup:
            found = [_of_report_file(path)]
        yield found


def _of_report_file(path: Path) -> Incoming:
    package = read_report_file(path)
    source = Source(package.report.agency.name or "", path.name)
    return Incoming(version_of(package), source, package.files)


def _clear(workshop: Path) -> None:
    with write_faults(workshop):
        if workshop.exists():
            shutil.rmtree(workshop)
