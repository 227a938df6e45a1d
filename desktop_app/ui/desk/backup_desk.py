"""A backup at work: what there is to choose, the file made while people go on, what was verified."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop_app.errors import DeviceGone, Fault, Said
from desktop_app.services.backups import Cancelled, Choice, Manifest, back_up
from desktop_app.services.looking import planned
from desktop_app.ui.data.backup_page import BackupPage, Wanted
from desktop_app.ui.data.places import Suggested, file_name, free_path, suggested_places
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.desk.keeping import CUT_SHORT, is_shutting_down
from desktop_app.ui.look.notice import About, Act

if TYPE_CHECKING:
    from desktop_app.storage.summary import Summary

_FAILED = "backup failed"


@dataclass(frozen=True, slots=True)
class _Choices:
    summaries: "tuple[Summary, ...]"
    places: tuple[Suggested, ...]


class BackupDesk(QObject):
    """Makes the backups that somebody asks for; lives as long as the window."""

    left = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.window)
        self._bench = bench
        self._page: BackupPage | None = None

    def show(self) -> None:
        """Show the page that asks."""
        page = self._page = BackupPage()
        page.left.connect(self.left)
        page.folder_asked.connect(self._choose_folder)
        page.choice_changed.connect(self._measure)
        page.begun.connect(self._begin)
        page.folder_shown.connect(_open_folder)
        self._bench.window.show_view(page, page.title)
        self._bench.tasks.read(page, self._choices, self._show_choices)

    def _choices(self) -> _Choices:
        office = self._bench.office
        return _Choices(office.summaries(), suggested_places(office.settings.second_folder))

    def _show_choices(self, found: _Choices) -> None:
        if self._page is not None:
            latest = max(found.summaries, key=lambda one: one.edited, default=None)
            today = dt.datetime.now().astimezone().date()
            name = file_name(latest.agency if latest else "", today)
            self._page.show_choices(found.summaries, found.places, name)
            self._measure()

    def _measure(self) -> None:
        """Say how large what is chosen is."""
        page = self._page
        if page is not None:
            chosen = page.reports

            def show(whole: Manifest) -> None:
                if page.asks and page.reports == chosen:
                    page.show_sizes(whole)

            work = partial(planned, self._bench.office.place.database, Choice(chosen))
            self._bench.tasks.read(page, work, show)

    def _choose_folder(self) -> None:
        folder = self._bench.dialogs.folder(self._bench.window)
        if folder is not None and self._page is not None:
            self._page.add_folder(folder)

    def _begin(self, wanted: Wanted) -> None:
        """Make the file; whoever waits sees the page, and whoever goes on working the line below."""
        page = self._page
        if page is None or not wanted.folder.is_dir():
            self._say_failed(_no_folder(wanted.folder))
            return
        path = free_path(wanted.folder, wanted.name)
        job = self._bench.window.jobs.begin(self.tr("กำลังสำรองข้อมูล…"))
        page.show_running(path)
        work = partial(
            back_up,
            self._bench.office.place.database,
            path,
            Choice(wanted.reports, wanted.files),
            passphrase=wanted.passphrase,
            progress=job.progress,
        )
        done = job.ending(partial(self._show_done, page, path))
        failed = job.ending(partial(self._give_up, page))
        self._bench.window.remember(CUT_SHORT, str(path))
        self._bench.tasks.rely_on(self._bench.tasks.aside(self, work, done, failed))

    def put_away(self) -> None:
        """Leave no word of a backup that somebody closes without; of one that is cut short, do."""
        if not is_shutting_down():
            self._bench.window.remember(CUT_SHORT, "")

    def _show_done(self, page: BackupPage, path: Path, made: Manifest) -> None:
        """Show what was verified on the page; where that was left, in a line."""
        self._bench.window.remember(CUT_SHORT, "")
        self._bench.window.messages.settle(_FAILED)
        if shiboken6.isValid(page) and page.isVisible():
            page.show_done(path, made, path.stat().st_size)
            return
        said = self.tr("สำรองข้อมูลและตรวจสอบแล้ว: {name}").format(name=path.name)
        show = partial(_open_folder, path)
        act = Act(self.tr("เปิดโฟลเดอร์"), show)
        self._bench.window.messages.show_notice(said, (act,), about=About.VIEW, lasting=True)

    def _give_up(self, page: BackupPage, fault: Fault) -> None:
        self.put_away()
        if isinstance(fault, Cancelled):
            self._bench.window.messages.say(self.tr("ยกเลิกการสำรองข้อมูลแล้ว ข้อมูลในเครื่องอยู่ครบ"))
        else:
            self._say_failed(fault)
        if shiboken6.isValid(page) and page.isVisible():
            self.show()

    def _say_failed(self, fault: Fault) -> None:
        about = About.PROGRAM
        self._bench.window.messages.say_fault(fault, topic=_FAILED, about=about)


def _no_folder(folder: Path) -> Fault:
    return DeviceGone(
        Said(
            f"ไม่พบโฟลเดอร์ {folder} แล้ว อาจถอดแฟลชไดรฟ์ออก ยังไม่ได้สำรองข้อมูล ข้อมูลในเครื่องอยู่ครบ",
            f"The folder {folder} is no longer there; a stick may be unplugged. No backup was made; "
            "all data on this computer is safe",
        )
    )


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
