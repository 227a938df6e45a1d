"""A file that is saved: written, and what is said of it, with the ways to it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.errors import Fault
from desktop_app.report.package import Package
from desktop_app.ui.editing.draft import Draft
from desktop_app.ui.editing.judging import problems_of
from desktop_app.ui.look.notice import About, Act, Kind
from desktop_app.ui.messages import MessageBar
from desktop_app.ui.wizard.check_page import counted
from desktop_app.whole_file import write_whole

if TYPE_CHECKING:
    from desktop_app.ui.office import Office

_TOPIC, _FAILED = "saved file", "file not saved"


def save_pdf(office: "Office", draft: Draft, package: Package, out: Path) -> int:
    """Write a report as a PDF; return how much in it is to be mended still."""
    write_whole(out, office.set_document(package, tagged=True).pdf)
    errors, _ = counted(problems_of(draft, office.check))
    return errors


def still_open(errors: int) -> str:
    """Return what is said of a document with so much to be mended, if anything."""
    if not errors:
        return ""
    said = _said("รายงานนี้ยังต้องแก้ไข {errors} จุด เอกสารที่บันทึกจึงยังไม่สมบูรณ์")
    return said.format(errors=errors)


def say_saved(messages: MessageBar, out: Path, besides: str = "", *more: Act) -> None:
    """Say where a file lies, and `besides` of it; offer to open it or its folder, and `more`."""
    messages.settle(_FAILED)
    said = _said("บันทึก {name} ไว้ที่ {folder} แล้ว")
    acts = (
        Act(_said("เปิดไฟล์"), partial(_open, out), closes=False),
        Act(_said("เปิดโฟลเดอร์"), partial(_open, out.parent), closes=False),
        *more,
    )
    text = said.format(name=out.name, folder=_short(out.parent))
    if not besides:
        messages.show_notice(text, acts, topic=_TOPIC)
        return
    kind, about = Kind.CAUTION, About.VIEW
    whole = f"{text}\n{besides}"
    messages.show_notice(whole, acts, topic=_TOPIC, kind=kind, about=about, lasting=True)


def say_not_saved(messages: MessageBar, fault: Fault) -> None:
    """Say why no file was saved, until one is."""
    messages.say_fault(fault, topic=_FAILED)


def _short(folder: Path) -> str:
    """Return a folder's name within one's own, where all files of most people lie."""
    home = Path.home()
    return str(folder.relative_to(home)) if home in folder.parents else str(folder)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _said(text: str) -> str:
    return QCoreApplication.translate("SavedFile", text)
