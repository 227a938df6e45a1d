"""One open report: its history, what is typed but not readable, and saving it as it changes."""

import datetime as dt
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.errors import EnvironmentFault, Fault, Said
from desktop_app.report.editing import History, Path
from desktop_app.report.fields import Field
from desktop_app.report.originals import originals
from desktop_app.report.package import Package, file_paths
from desktop_app.report.values import Report
from desktop_app.ui.editing.difference import first_difference
from desktop_app.ui.editing.draft import Draft, typed_at
from desktop_app.ui.editing.edits import Edit, Put, Unread
from desktop_app.ui.editing.naming import name_of, place_of
from desktop_app.ui.running.tasks import Tasks

PAUSE = 400
"""Milliseconds without a change after which the report is saved."""

LONGEST = 2000
"""Milliseconds that somebody may type without a pause before the report is saved anyway."""

AGAIN = 10_000
"""Milliseconds after a failed save until it is tried again by itself."""


class Keeper(Protocol):
    """Who keeps reports; a save has reached the disk when it returns."""

    def save(
        self, report: Report, files: Mapping[str, bytes], unread: Mapping[Path, str]
    ) -> dt.datetime:
        """Store the report with files that are new; raise a Fault where that fails.

        `unread` is what was typed in it and cannot be read, in place of what is stored of that.
        """


class SaveBroken(EnvironmentFault):
    """A save that failed by a bug, which is its cause: the words are as unsaved as by any fault."""

    def __init__(self) -> None:
        super().__init__(
            Said(
                "บันทึกไม่ได้เพราะโปรแกรมผิดพลาด ที่บันทึกไว้ก่อนหน้านี้ยังอยู่ครบ และเก็บสำเนาไว้ที่อื่นได้",
                "A mistake in the program kept this from being saved; what was saved before is "
                "safe, and a copy can be kept elsewhere",
            )
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in the open report; `from_form` where the form itself asked for it."""

    path: Path
    structural: bool
    from_form: bool


class Session(QObject):
    """The one way that an open report changes: an edit, the history, a save, and the views told."""

    changed = Signal(object)  # Change
    unread_changed = Signal()
    saving = Signal()
    saved = Signal(object)  # datetime
    save_failed = Signal(object)  # Fault

    def __init__(
        self,
        package: Package,
        keeper: Keeper,
        tasks: Tasks,
        parent: QObject | None = None,
        history: History[Draft] | None = None,
    ) -> None:
        super().__init__(parent)
        self._history = history or History(Draft(package.report))
        self._files = dict(package.files)
        self._typing: Path | None = None  # where unreadable text is being typed at this moment
        self._keeper = keeper
        self._tasks = tasks
        self._asked = self.draft  # the last draft that a save was asked for
        self._kept = self.draft  # the last draft that is known to be on the disk
        self._unsaved = False  # whether something changed that no save was asked for
        self._last_save: Future[dt.datetime] | None = None
        self._broken = False  # whether the last save failed by a bug
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        for timer in (self._pause, self._longest, self._again):
            timer.timeout.connect(self.save)

    @property
    def draft(self) -> Draft:
        """The report as it is now, with what is typed in it and cannot be read."""
        return self._history.present

    @property
    def report(self) -> Report:
        """The report as it is now."""
        return self.draft.report

    @property
    def package(self) -> Package:
        """The report as it is now, with its photos and attachments."""
        return Package(self.report, dict(self._files))

    @property
    def history(self) -> History[Draft]:
        """The steps that can be undone; to be read only."""
        return self._history

    @property
    def unread(self) -> Mapping[Path, Unread]:
        """What stands in fields and cannot be read, by the field's path."""
        return self.draft.unread

    @property
    def troubling(self) -> Mapping[Path, Unread]:
        """What cannot be read, but for what is being typed at this moment."""
        return {path: one for path, one in self.unread.items() if path != self._typing}

    def file(self, name: str) -> bytes | None:
        """Return the content of a photo or attachment."""
        return self._files.get(name)

    def edit(
        self, path: Path, field: Field, edit: Edit, label: Said | None = None, *, shown: bool = True
    ) -> None:
        """Change the field that stands at `path`; undo calls it by `label`, or by what is edited.

        `shown` tells that a form shows the value already, since it was typed there.
        """
        after = self.draft.edited(path, edit)
        if after == self.draft:
            return
        at = typed_at(edit)
        joins = None if at is None else path + at
        tidies = isinstance(edit, Put) and edit.tidies
        place = place_of(path, field, edit)
        self._history.do(label or name_of(field, edit), after, joins, tidies=tidies, at=place)
        structural = not isinstance(edit, Put) or not shown or bool(edit.also)
        self._tell(Change(joins or path, structural=structural, from_form=True))

    def add_files(self, files: Mapping[str, bytes]) -> None:
        """Take photos or attachments in; an edit that names them is to follow."""
        self._files.update(files)

    def bring(self, package: Package, label: Said) -> None:
        """Put `package`, into which something earlier was brought back, in the report's place."""
        before, after = self.draft, self.draft.with_report(package.report)
        if after != before:
            self._files.update(package.files)
            self._history.do(label, after)
            self._stepped(before, after)

    def note_unread(self, path: Path, field: Field, unread: Unread) -> None:
        """Remember, or forget, text that cannot be read as the value of its field."""
        whole = path + unread.path
        self._typing = whole if unread.typing else None
        after = self.draft.noted(whole, unread)
        if after != self.draft:
            self._history.do(name_of(field, Put(unread.path, None)), after, whole, at=whole)
            self._tell(Change(whole, structural=False, from_form=True))
        self.unread_changed.emit()

    def undo(self) -> None:
        """Take the last step back."""
        if self._history.undo_label is not None:
            at = self._history.undo_at
            self._stepped(self.draft, self._history.undo(), at)

    def redo(self) -> None:
        """Take the step forward again that was taken back last."""
        if self._history.redo_label is not None:
            at = self._history.redo_at
            self._stepped(self.draft, self._history.redo(), at)

    def _stepped(self, before: Draft, after: Draft, at: Path = ()) -> None:
        self._typing = None
        path = at or _first_change(before, after)
        self._tell(Change(path, structural=True, from_form=False))

    def _tell(self, change: Change) -> None:
        if not self._unsaved:  # from the first letter on, nobody is told that it is saved
            self._unsaved = True
            self.saving.emit()
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self.changed.emit(change)

    def save(self) -> Future[dt.datetime] | None:
        """Ask for the present report to be saved, unless that was asked already."""
        self._pause.stop()
        self._longest.stop()
        self._again.stop()
        if not self._unsaved:
            return None
        self._unsaved = False
        self._history.settle()
        before, self._asked = self._asked, self.draft
        self.saving.emit()
        files = self._files_to_send(before.report)
        work = partial(_stored, self._keeper, self.draft, files)
        then = partial(self._after_save, self.draft)
        self._last_save = self._tasks.write(self, work, then, self._after_failure)
        return self._last_save

    def _files_to_send(self, before: Report) -> dict[str, bytes]:
        """Return the files that the disk may not have: neither in what it has nor in what it gets.

        An original may be dropped beside what was made of it; a step back to it sends it anew.
        """
        report, kept = self.report, self._kept.report
        shown = set(file_paths(report)) - (set(file_paths(kept)) & set(file_paths(before)))
        behind = _files_of(report) - (_files_of(kept) & _files_of(before))
        return {name: self._files[name] for name in shown | behind if name in self._files}

    def _after_save(self, draft: Draft, when: dt.datetime) -> None:
        self._kept = draft
        self._broken = False
        if self._asked is draft and not self._unsaved:
            self.saved.emit(when)

    def _after_failure(self, fault: Fault) -> None:
        self._asked = self._kept
        self._unsaved = True
        self._again.start()
        self.save_failed.emit(fault)
        was_broken, self._broken = self._broken, isinstance(fault, SaveBroken)
        if self._broken and not was_broken and fault.__cause__ is not None:
            raise fault.__cause__  # for the log and the crash dialog, once and not at every try

    def flush(self) -> Fault | None:
        """Save, wait until the disk has it, and return what went wrong, if anything did."""
        self.save()
        try:
            if self._last_save is not None:
                self._last_save.result()
        except Fault as fault:
            return fault
        return None


def _files_of(report: Report) -> set[str]:
    return {*file_paths(report), *originals(report)}


def _stored(keeper: Keeper, draft: Draft, files: Mapping[str, bytes]) -> dt.datetime:
    """Put a draft on the disk, and return when that was."""
    # Always with its texts: a save that is not known to have ended may have stored others.
    texts = {path: one.text for path, one in draft.unread.items()}
    try:
        return keeper.save(draft.report, files, texts)
    except Fault:
        raise
    except Exception as bug:
        raise SaveBroken from bug


def _first_change(before: Draft, after: Draft) -> Path:
    """Return the path of what differs: in the report, or else of the text that cannot be read."""
    if before.report != after.report:
        return first_difference(before.report, after.report)
    paths = (*before.unread, *after.unread)
    changed = (one for one in paths if before.unread.get(one) != after.unread.get(one))
    return next(changed, ())
