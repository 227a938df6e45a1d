"""What the bar at the foot says of files on their way into the report."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop_app.errors import Fault
from desktop_app.ui.language import words
from desktop_app.ui.look.notice import About, Act, Kind
from desktop_app.ui.messages import MessageBar
from desktop_app.ui.photos.file_desk import FileDesk

_TOPIC = "files"
_NAMED = 6
"""So many refused files are named; of more, their number is told."""


def say_how_files_come_in(messages: MessageBar, files: FileDesk) -> None:
    """Say from now on how far files are, and what came of them."""
    files.progress.connect(partial(say_progress, messages, files))
    files.ended.connect(partial(say_ended, messages))


def say_progress(messages: MessageBar, files: FileDesk, done: int, count: int) -> None:
    """Say how many of several files are done, and let people stop there."""
    if count > 1:
        said = _said("กำลังเพิ่มไฟล์ {done}/{count}").format(done=done, count=count)
        stop = Act(_said("หยุด"), files.stop)
        about = About.VIEW
        messages.show_notice(said, (stop,), topic=_TOPIC, kind=Kind.WORK, about=about)


def say_ended(messages: MessageBar, added: int, count: int, faults: Sequence[Fault]) -> None:
    """Say how many files came in, and name those that did not."""
    if faults:
        text, kind = _refused(added, count, faults), Kind.CAUTION
        messages.show_notice(text, kind=kind, about=About.PAGE, lasting=True, topic=_TOPIC)
    elif count > 1:
        said = _said("เพิ่มแล้ว {added} จาก {count} ไฟล์").format(added=added, count=count)
        messages.say(said, topic=_TOPIC, about=About.PAGE)


def _refused(added: int, count: int, faults: Sequence[Fault]) -> str:
    named = " · ".join(words(fault.said) for fault in faults[:_NAMED])
    if count == 1:
        return named
    if len(faults) > _NAMED:
        rest = len(faults) - _NAMED
        named = _said("{named} · และอีก {rest} ไฟล์").format(named=named, rest=rest)
    first = _said("เพิ่มแล้ว {added} จาก {count} ไฟล์").format(added=added, count=count)
    return f"{first}  ·  {named}"


def _said(text: str) -> str:
    return QCoreApplication.translate("FilesSaid", text)
