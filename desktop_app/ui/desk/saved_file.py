"""What is said of a file that was saved, and the two ways to it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.errors import Said
from desktop_app.ui.language import words
from desktop_app.ui.look.notice import About, Act, Kind
from desktop_app.ui.messages import MessageBar

_TOPIC = "saved file"


def say_saved(messages: MessageBar, out: Path, besides: Said | None = None) -> None:
    """Say where a file lies, and `besides` of it; offer to open it or its folder."""
    said = _said("บันทึก {name} ไว้ที่ {folder} แล้ว")
    acts = (
        Act(_said("เปิดไฟล์"), partial(_open, out), closes=False),
        Act(_said("เปิดโฟลเดอร์"), partial(_open, out.parent), closes=False),
    )
    text = said.format(name=out.name, folder=_short(out.parent))
    if besides is not None:
        text = f"{text}\n{words(besides)}"
    if besides is None:
        messages.show_notice(text, acts, topic=_TOPIC)
    else:
        kind, about = Kind.CAUTION, About.VIEW
        messages.show_notice(text, acts, topic=_TOPIC, kind=kind, about=about, lasting=True)


def _short(folder: Path) -> str:
    """Return a folder's name within one's own, where all files of most people lie."""
    home = Path.home()
    return str(folder.relative_to(home)) if home in folder.parents else str(folder)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _said(text: str) -> str:
    return QCoreApplication.translate("SavedFile", text)
