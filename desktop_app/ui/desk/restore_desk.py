"""Going back to a backup at work: verified first, compared, swapped in, and taken back if wanted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from desktop_app.errors import Fault
from desktop_app.services.backups import (
    Cancelled,
    DamagedBackup,
    Manifest,
    PassphraseNeeded,
    Progress,
    Recovered,
    Restored,
    WrongPassphrase,
    look_into,
    restore,
    verified,
)
from desktop_app.services.looking import Readable, known_backups, readable
from desktop_app.ui.data.restore_page import RestorePage
from desktop_app.ui.data.wording import moment
from desktop_app.ui.desk.bench import FOLDER, Bench
from desktop_app.ui.look.notice import About
from desktop_app.ui.running.job import Job

if TYPE_CHECKING:
    from desktop_app.storage.summary import Summary


Leave = Callable[[Callable[[], None]], None]
"""Does something once no report is open whose words could land in other data; else says why not."""


@dataclass(frozen=True, slots=True)
class _Found:
    manifest: Manifest
    here: "tuple[Summary, ...]"


class RestoreDesk(QObject):
    """Does what the page asks for; lives as long as the window."""

    left = Signal()
    merge_asked = Signal(object)  # the file, which holds a part only

    def __init__(self, bench: Bench, leave: Leave) -> None:
        super().__init__(bench.window)
        self._bench = bench
        self._leave_first = leave
        self._page: RestorePage | None = None
        self._file = Path()
        self._passphrase: str | None = None
        self._job: Job | None = None

    def show(self, fault: Fault | None = None) -> None:
        """Show which backups there are."""
        page = self._page = RestorePage()
        page.left.connect(self._leave)
        page.file_asked.connect(self._choose)
        page.chosen.connect(self.look)
        page.unlocked.connect(self._unlock)
        page.again_asked.connect(self.show)
        page.merge_asked.connect(lambda: self.merge_asked.emit(self._file))
        page.salvage_asked.connect(self._salvage)
        page.begun.connect(self._restore)
        self._bench.window.show_view(page, page.title)
        office = self._bench.office
        work = partial(known_backups, office.place, office.settings.second_folder)
        self._bench.tasks.read(page, work, lambda known: page.show_known(known, fault))

    def _leave(self) -> None:
        if self._job is not None:
            self._job.stop()
        self.left.emit()

    def _choose(self) -> None:
        window = self._bench.window
        file = self._bench.dialogs.backup_file(window, window.remembered_folder(FOLDER))
        if file is not None:
            window.remember(FOLDER, str(file.parent))
            self.look(file)

    def look(self, file: Path, passphrase: str | None = None) -> None:
        """Verify a file, and then show what is in it."""
        page = self._page
        if page is None or self._job is not None:
            return
        self._file, self._passphrase = file, passphrase
        page.show_looking(file)
        job = self._begin(self.tr("กำลังตรวจไฟล์สำรอง…"))
        work = partial(self._looked_into, job.progress)
        self._bench.tasks.aside(
            self, work, job.ending(self._show_found), job.ending(self._show_refused)
        )

    def _begin(self, name: str) -> Job:
        job = self._job = self._bench.window.jobs.begin(name)
        job.ended.connect(self._forget_job)
        return job

    def _forget_job(self) -> None:
        self._job = None

    def _looked_into(self, progress: Progress) -> _Found:
        manifest = verified(self._file, self._passphrase, progress=progress)
        return _Found(manifest, self._here())

    def _here(self) -> "tuple[Summary, ...]":
        """Return what is here; nothing, where what is here cannot be opened any more."""
        try:
            return self._bench.office.summaries()
        except Fault:
            return ()

    @property
    def _shown(self) -> RestorePage | None:
        page = self._page
        return page if page is not None and shiboken6.isValid(page) and page.isVisible() else None

    def _show_found(self, found: _Found) -> None:
        page = self._shown
        if page is None:
            return
        if found.manifest.is_complete or found.manifest.scope.value == "recovered":
            backups = self._bench.office.place.backups
            page.show_found(self._file, found.manifest, found.here, backups)
        else:
            page.show_partial(self._file)

    def _show_refused(self, fault: Fault) -> None:
        page = self._shown
        if page is None:
            return
        match fault:
            case PassphraseNeeded() | WrongPassphrase():
                page.show_locked(self._file, wrong=isinstance(fault, WrongPassphrase))
            case DamagedBackup():
                self._look_closer(fault)
            case Cancelled():
                self.show()
            case _:
                self.show(fault)

    def _unlock(self, passphrase: str) -> None:
        if passphrase:
            self.look(self._file, passphrase)

    def _look_closer(self, fault: Fault) -> None:
        """Find out what of a damaged file can be read."""
        work = partial(readable, self._file, self._passphrase)

        def show(found: Readable | None) -> None:
            if self._shown is not None:
                self._shown.show_damaged(fault, found)

        self._bench.tasks.aside(self, work, show, self.show)

    def _salvage(self) -> None:
        """Save what can be read of a damaged file, and go on with that."""
        folder = self._bench.dialogs.folder(self._bench.window)
        if folder is not None:
            job = self._begin(self.tr("กำลังบันทึกส่วนที่อ่านได้…"))
            work = partial(look_into, self._file, folder, self._passphrase, progress=job.progress)
            saved = job.ending(self._show_salvaged)
            begun = self._bench.tasks.aside(self, work, job.ending(lambda _: self.show()), saved)
            self._bench.tasks.rely_on(begun)

    def _show_salvaged(self, fault: Fault) -> None:
        if isinstance(fault, Recovered):
            said = self.tr("บันทึกส่วนที่อ่านได้ไว้ที่ {path}").format(path=fault.path)
            self._bench.window.messages.say_until_closed(said)
            self.look(fault.path, self._passphrase)
        else:
            self.show(fault)

    def _restore(self) -> None:
        if self._page is not None:
            self._page.show_restoring()
        self._swap(self._file, self._passphrase, self._say_restored)

    def _swap(self, file: Path, passphrase: str | None, then: Callable[[Restored], None]) -> None:
        job = self._begin(self.tr("กำลังคืนข้อมูล…"))
        office = self._bench.office
        work = partial(restore, file, office.place, passphrase, progress=job.progress)
        alone = partial(office.without_store, work)
        failed = job.ending(self._say_failed)
        self._bench.tasks.rely_on(self._bench.tasks.alone(self, alone, job.ending(then), failed))

    def _say_failed(self, fault: Fault) -> None:
        self.show(None if isinstance(fault, Cancelled) else fault)

    def _say_restored(self, done: Restored) -> None:
        """Show what is here now, and offer the way back."""
        self.left.emit()
        made = done.manifest.made
        said = self.tr("คืนข้อมูลที่สำรองไว้เมื่อ {when} แล้ว").format(when=moment(made))
        messages = self._bench.window.messages
        if done.kept is None:
            messages.say_until_closed(said)
        elif done.was_damaged:
            kept = self.tr("{said} ไฟล์เดิมที่เสียหายเก็บไว้ที่ {path}")
            messages.say_until_closed(kept.format(said=said, path=done.kept))
        else:
            kept = self.tr("{said} ข้อมูลก่อนหน้านั้นสำรองไว้ในชื่อ {name}")
            swap = partial(self._swap, done.kept, None, self._say_undone)
            back = partial(self._leave_first, swap)
            whole = kept.format(said=said, name=done.kept.name)
            messages.offer_back(whole, back, about=About.PROGRAM, lasting=True)

    def _say_undone(self, done: Restored) -> None:
        del done
        self.left.emit()
        self._bench.window.messages.say(self.tr("เลิกทำแล้ว ข้อมูลกลับมาเป็นอย่างเดิม"))
