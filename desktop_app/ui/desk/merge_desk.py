"""Merging at work: files read and verified, chosen from, taken in as one act, taken back."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

import shiboken6
from PySide6.QtCore import QObject, Signal

from desktop_app.errors import Fault, Said
from desktop_app.report.differing import Choices
from desktop_app.report.merging import Outcome, Plan
from desktop_app.services.backups import Cancelled, Progress
from desktop_app.services.merging import Merge, opened_merge, undo_merge
from desktop_app.ui.data.compare_page import ComparePage
from desktop_app.ui.data.merge_page import Looked, MergePage
from desktop_app.ui.data.wording import summary_name
from desktop_app.ui.desk.bench import FOLDER, Bench
from desktop_app.ui.desk.consolidate_desk import ConsolidateDesk
from desktop_app.ui.language import words
from desktop_app.ui.running.job import Job

if TYPE_CHECKING:
    from desktop_app.storage.provenance import Act
    from desktop_app.storage.store import Store
    from desktop_app.ui.office import Office

_FAILED = "merge failed"


@dataclass(frozen=True, slots=True)
class _Merged:
    act: "Act"
    names: tuple[str, ...]
    left: int
    notices: tuple[Said, ...]


class _OpenFiles:
    """The files that are being looked at; they stay readable until others are, or none."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._one = Lock()

    def look(
        self,
        store: "Store",
        files: Sequence[Path],
        keys: dict[Path, str],
        progress: Progress,
    ) -> tuple[Merge, dict[Path, Fault]]:
        refused: dict[Path, Fault] = {}
        with self._one:
            self._stack.close()
            opening = opened_merge(
                store, files, keys, progress=progress, refused=refused.__setitem__
            )
            return self._stack.enter_context(opening), refused

    def close(self) -> None:
        with self._one:
            self._stack.close()


class MergeDesk(QObject):
    """Does what the pages ask for; lives as long as the window."""

    left = Signal()
    opened = Signal(object)  # the id of a report that was made

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.window)
        self._bench = bench
        self._page: MergePage | None = None
        self._open = _OpenFiles()
        self._keys: dict[Path, str] = {}
        self._choices: dict[UUID, Choices] = {}
        self._merge: Merge | None = None
        self._looked = Looked()
        self._job: Job | None = None
        self._together = ConsolidateDesk(bench)
        self._together.left.connect(self._leave)
        self._together.opened.connect(self.opened)

    def show(self, files: Sequence[Path] = ()) -> None:
        """Show the page, with files that are to be looked at."""
        self._keys, self._choices, self._merge = {}, {}, None
        self._looked = Looked(tuple(files))
        self._show_page()
        if files:
            self._look()
        else:
            acts = partial(self._bench.office.with_store, _acts)
            self._bench.tasks.read(self, acts, self._show_acts)

    def _show_page(self) -> MergePage:
        page = self._page = MergePage()
        page.left.connect(self._leave)
        page.files_asked.connect(self._choose_files)
        page.added.connect(self._add)
        page.removed.connect(self._remove)
        page.unlocked.connect(self._unlock)
        page.ticked.connect(self._tick)
        page.compare_asked.connect(self._compare)
        page.begun.connect(self._begin)
        page.undo_asked.connect(self._undo)
        page.again_asked.connect(lambda: self.show(self._looked.files))
        page.consolidate_asked.connect(self._together.show)
        self._bench.window.show_view(page, page.title)
        return page

    def put_away(self) -> None:
        """Let go of the files, once nothing runs any more."""
        self._open.close()

    def _leave(self) -> None:
        if self._job is not None:
            self._job.stop()
        self._bench.tasks.aside(self, self._open.close, lambda _: None)
        self.left.emit()

    @property
    def _shown(self) -> MergePage | None:
        page = self._page
        return page if page is not None and shiboken6.isValid(page) and page.isVisible() else None

    def _show_acts(self, acts: "tuple[Act, ...]") -> None:
        self._looked = replace(self._looked, acts=acts)
        self._show_looked()

    def _show_looked(self) -> None:
        if self._shown is not None and self._job is None:
            self._shown.show_looked(self._looked)

    def _choose_files(self) -> None:
        window = self._bench.window
        files = self._bench.dialogs.files_to_merge(window, window.remembered_folder(FOLDER))
        if files:
            window.remember(FOLDER, str(files[0].parent))
        self._add(files)

    def _add(self, files: Sequence[Path]) -> None:
        new = [path for path in dict.fromkeys(files) if path not in self._looked.files]
        if new and self._job is None:
            self._looked = Looked((*self._looked.files, *new))
            self._look()

    def _remove(self, path: Path) -> None:
        rest = tuple(one for one in self._looked.files if one != path)
        if rest:
            self._looked = Looked(rest)
            self._look()
        else:
            self.show()

    def _unlock(self, path: Path, key: str) -> None:
        if key:
            self._keys[path] = key
            self._look()

    def _look(self) -> None:
        """Read and verify all files, and plan."""
        if self._shown is None or self._job is not None:
            return
        self._shown.show_looking()
        self._merge = None
        files, keys = self._looked.files, dict(self._keys)
        job = self._begin_job(self.tr("กำลังอ่านและตรวจไฟล์…"))

        def looked(store: "Store") -> tuple[Merge, dict[Path, Fault]]:
            return self._open.look(store, files, keys, job.progress)

        work = partial(self._bench.office.with_store, looked)
        then, failed = job.ending(self._show_plan), job.ending(self._give_up)
        self._bench.tasks.aside(self, work, then, failed)

    def _begin_job(self, name: str) -> Job:
        job = self._job = self._bench.window.jobs.begin(name)
        job.ended.connect(self._forget_job)
        return job

    def _forget_job(self) -> None:
        self._job = None

    def _show_plan(self, found: tuple[Merge, dict[Path, Fault]]) -> None:
        self._merge, refused = found
        conflicts = {
            one.incoming.id for one in self._merge.plan.entries if one.outcome is Outcome.CONFLICT
        }
        self._choices = {one: kept for one, kept in self._choices.items() if one in conflicts}
        self._looked = replace(
            self._looked,
            plan=self._merge.plan,
            refused=refused,
            chosen=frozenset(self._choices),
        )
        self._show_looked()

    def _give_up(self, fault: Fault) -> None:
        if self._shown is None:
            return
        if not isinstance(fault, Cancelled):
            self._bench.window.messages.say_fault(fault)
        self.show()

    def _tick(self, number: int, wanted: bool) -> None:
        out = self._looked.left_out - {number} if wanted else self._looked.left_out | {number}
        self._looked = replace(self._looked, left_out=out)
        if self._shown is not None:
            self._shown.show_count(self._looked)

    def _compare(self, number: int) -> None:
        entry = self._looked.plan.entries[number]
        if entry.comparison is not None:
            before = self._choices.get(entry.incoming.id, {})
            page = ComparePage(entry, entry.comparison, before)
            page.left.connect(self._bench.window.uncover)
            page.chosen.connect(partial(self._take_choices, entry.incoming.id))
            self._bench.window.cover(page)

    def _take_choices(self, report_id: UUID, choices: Choices) -> None:
        self._choices[report_id] = choices
        self._looked = replace(self._looked, chosen=frozenset(self._choices))
        self._bench.window.uncover()
        self._show_looked()

    def _begin(self) -> None:
        merge, page = self._merge, self._shown
        if merge is None or page is None or self._job is not None:
            return
        page.show_merging()
        job = self._begin_job(self.tr("กำลังรวมรายงาน…"))
        entries = enumerate(merge.plan.entries)
        wanted = Plan(tuple(one for n, one in entries if n not in self._looked.left_out))
        work = partial(
            _merged,
            replace(merge, plan=wanted),
            dict(self._choices),
            job.progress,
            self._bench.office,
        )
        then, failed = job.ending(self._show_merged), job.ending(self._say_unmerged)
        self._bench.tasks.rely_on(self._bench.tasks.write(self, work, then, failed))

    def _show_merged(self, done: _Merged) -> None:
        self._bench.window.messages.settle(_FAILED)
        page = self._shown
        if page is not None:
            page.show_merged(done.act, done.names, done.left)
        for said in done.notices:
            self._bench.window.messages.say_until_closed(words(said))

    def _say_unmerged(self, fault: Fault) -> None:
        """Say why nothing was merged, and look again: what is here may have changed."""
        if isinstance(fault, Cancelled):
            self._bench.window.messages.say(self.tr("ยกเลิกแล้ว ยังไม่ได้รวม ข้อมูลในเครื่องคงเดิม"))
        else:
            self._bench.window.messages.say_fault(fault, topic=_FAILED)
        self._look()

    def _undo(self, act_id: UUID) -> None:
        work = partial(self._bench.office.with_store, partial(undo_merge, act_id=act_id))
        self._bench.tasks.write(self, work, lambda _: self._say_undone())

    def _say_undone(self) -> None:
        self._bench.window.messages.say(self.tr("เลิกทำแล้ว รายงานกลับเป็นอย่างก่อนรวม"))
        if self._shown is not None:
            self.show()


def _acts(store: "Store") -> "tuple[Act, ...]":
    return store.merges()


def _merged(
    merge: Merge, choices: dict[UUID, Choices], progress: Progress, office: "Office"
) -> _Merged:
    """Take in what is wanted, and return what that was."""
    notices: list[Said] = []
    merge.apply(choices, progress=progress, told=notices.append)
    act = merge.store.merges()[0]
    names = {one.id: summary_name(one) for one in office.summaries()}
    conflicts = [one for one in merge.plan.entries if one.outcome is Outcome.CONFLICT]
    left = {one.incoming.id for one in conflicts} - set(choices)
    told = tuple(names.get(origin.report_id, "") for origin in act.origins)
    return _Merged(act, told, len(left), tuple(notices))
