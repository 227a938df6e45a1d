"""A report that the disk does not take: it is not left unawares, and a copy can go elsewhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.errors import Fault
from desktop_app.services.exchange import export_package, not_in_file
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.editing.session import Session
from desktop_app.ui.language import words
from desktop_app.ui.look.notice import Act, Kind
from desktop_app.ui.preview.printing import pdf_name

_TOPIC = "unsaved"


class Unsaved(QObject):
    """Watches the saves of an open report; lives as long as the session."""

    def __init__(self, bench: Bench, session: Session) -> None:
        super().__init__(session)
        self._bench = bench
        self._session = session
        self._fault: Fault | None = None  # what the last save failed by
        self._refused: Fault | None = None  # what closing was refused for
        session.save_failed.connect(self._note)
        session.saved.connect(self._forget)

    def _note(self, fault: Fault) -> None:
        """Say what is the matter and what is safe; typing goes on, and saving is tried again."""
        self._fault = fault
        if fault is self._refused:
            return  # what was said of closing is to be read
        said = self.tr("{fault}\nสิ่งที่พิมพ์ยังอยู่ครบในหน้าต่างนี้ และจะบันทึกให้เองเมื่อบันทึกได้")
        again = Act(self.tr("ลองอีกครั้ง"), self._session.save)
        self._say(said.format(fault=words(fault.said)), again)

    def _forget(self) -> None:
        self._fault = None
        self._bench.window.messages.settle(_TOPIC)

    def _say(self, said: str, act: Act) -> None:
        copy = Act(self.tr("เก็บสำเนาไว้ที่อื่น…"), self.keep_copy, closes=False)
        messages = self._bench.window.messages
        messages.show_notice(said, (copy, act), topic=_TOPIC, kind=Kind.FAULT, lasting=True)

    def leave(self, then: Callable[[], None]) -> None:
        """Do `then` once all that was typed is on the disk; else say why it is not."""
        self._session.save()
        # Writes end in their order: what this one finds is what came of the save.
        self._bench.tasks.write(self, _nothing, lambda _: self._leave_if_safe(then))

    def _leave_if_safe(self, then: Callable[[], None]) -> None:
        if self._fault is None:
            then()
        else:
            self._say(words(self._fault.said), Act(self.tr("ออกโดยไม่บันทึก"), then))

    def refuse_to_close(self, fault: Fault, anyway: Callable[[], None]) -> None:
        """Say why the window stays open, and what can be done."""
        self._refused = fault
        self._say(words(fault.said), Act(self.tr("ปิดโดยไม่บันทึก"), anyway))

    def keep_copy(self) -> None:
        """Ask where to, and write the report with its photos there, as a report file."""
        name = pdf_name(self._session.report).removesuffix(".pdf")
        path = self._bench.dialogs.report_to_save(self._bench.window, name)
        if path is not None:
            work = partial(export_package, self._session.package, path)
            self._bench.tasks.at_once(self, work, lambda _: self._say_kept(path))

    def _say_kept(self, path: Path) -> None:
        said = self.tr("เก็บสำเนาไว้ที่ {path} แล้ว").format(path=path)
        besides = not_in_file(self._session.package, path, len(self._session.unread))
        lines = [said] if besides is None else [said, words(besides)]
        self._bench.window.messages.say_until_closed("\n".join(lines))


def _nothing() -> None:
    """Take a place among the writes."""
