"""The page that goes back to a backup: which one, what is in it beside what is here, and how safe."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.errors import Fault
from desktop_app.services.lacking import named
from desktop_app.services.looking import KnownBackup, Readable, Reason
from desktop_app.ui.data.beside import reports_beside
from desktop_app.ui.data.drop import dropped_files, welcome
from desktop_app.ui.data.page import DataPage, card, line_of, text
from desktop_app.ui.data.passphrase import Secret
from desktop_app.ui.data.wording import moment, size
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button, Tone
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role
from desktop_app.ui.look.tokens import Space

if TYPE_CHECKING:
    from desktop_app.storage.manifest import Manifest
    from desktop_app.storage.summary import Summary

_SHOWN = 12
"""How many automatic backups are shown at first."""

_MOST_LACKING = 20


class RestorePage(DataPage):
    """Asks; the desk does."""

    file_asked = Signal()
    chosen = Signal(object)  # Path
    unlocked = Signal(str)
    begun = Signal()
    salvage_asked = Signal()
    merge_asked = Signal()
    again_asked = Signal()  # another file

    def __init__(self) -> None:
        super().__init__()
        self.entitle(self.tr("คืนข้อมูลจากไฟล์สำรอง"))
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a backup be dropped."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the backup that was dropped."""
        for path in dropped_files(event.mimeData())[:1]:
            self.chosen.emit(path)

    def show_known(self, known: tuple[KnownBackup, ...], fault: Fault | None = None) -> None:
        """Show the backups that the program made by itself, and the way to any other file."""
        other = Button(self.tr("เลือกไฟล์…"), Role.PRIMARY, name="choose_file")
        other.clicked.connect(self.file_asked)
        said = self.tr("เลือกไฟล์สำรองจากแฟลชไดรฟ์หรือโฟลเดอร์อื่น หรือลากไฟล์มาวางที่หน้านี้")
        parts: list[QWidget] = [card("", text(said), line_of(other))]
        if fault is not None:
            parts.insert(0, card("", text(words(fault.said), Role.WARNING, name="restore_fault")))
        parts.append(self._known(known))
        self.show_parts(parts, [])
        self.go_to(other)

    def _known(self, known: tuple[KnownBackup, ...]) -> QWidget:
        title = self.tr("ไฟล์ที่โปรแกรมสำรองไว้ให้เอง")
        if not known:
            return card(title, text(self.tr("ยังไม่มี"), Role.QUIET))
        rows = [self._row(number, one) for number, one in enumerate(known)]
        for row in rows[_SHOWN:]:
            row.hide()
        made = card(title, *rows)
        if len(rows) > _SHOWN:
            more = Button(
                self.tr("แสดงทั้งหมด {n} ไฟล์").format(n=len(rows)), Role.LINK, name="more_known"
            )
            more.clicked.connect(partial(_show_all, [*rows[_SHOWN:]], more))
            layout = made.layout()
            if layout is not None:
                layout.addWidget(more)
        return made

    def _row(self, number: int, one: KnownBackup) -> Button:
        why = {
            Reason.CHANGE: self.tr("สำรองอัตโนมัติ"),
            Reason.RESTORE: self.tr("ก่อนคืนข้อมูล"),
            Reason.MERGE: self.tr("ก่อนรวมข้อมูล"),
            Reason.UPGRADE: self.tr("ก่อนใช้โปรแกรมรุ่นใหม่"),
            Reason.TEXT: self.tr("เฉพาะข้อความ ไม่มีรูป"),
            Reason.CHANGE_READABLE: self.tr("สำรองอัตโนมัติ เว้นภาพที่เสียหาย"),
            Reason.MERGE_READABLE: self.tr("ก่อนรวมข้อมูล เว้นภาพที่เสียหาย"),
            Reason.UPGRADE_READABLE: self.tr("ก่อนใช้โปรแกรมรุ่นใหม่ เว้นภาพที่เสียหาย"),
        }
        said = f"{moment(one.made)}  ·  {why[one.reason]}  ·  {size(one.size)}"
        row = Button(said, Role.ROW, name=f"known_{number}")
        row.take_icon(Icon.FILE, Tone.PlaceholderText)
        row.setToolTip(one.path.name)
        row.setAccessibleName(said)
        row.clicked.connect(partial(self.chosen.emit, one.path))
        return row

    def show_looking(self, file: Path) -> None:
        """Say that the file is being read."""
        said = self.tr("กำลังตรวจทุกส่วนของไฟล์ {name} ก่อน ข้อมูลในเครื่องยังไม่ถูกแก้ไข").format(
            name=file.name
        )
        self.show_parts([card("", text(said, name="looking"))], [])

    def show_locked(self, file: Path, *, wrong: bool) -> None:
        """Ask for the passphrase of a locked file."""
        secret = Secret(self.tr("รหัสผ่านของไฟล์นี้"), name="file_passphrase")
        opening = Button(self.tr("เปิดไฟล์"), Role.PRIMARY, name="unlock")
        opening.clicked.connect(lambda: self.unlocked.emit(secret.text))
        secret.entered.connect(lambda: self.unlocked.emit(secret.text))
        parts: list[QWidget] = [text(self.tr("{name} ล็อกด้วยรหัสผ่าน").format(name=file.name)), secret]
        if wrong:
            said = self.tr("รหัสผ่านไม่ถูกต้อง หรือต้นไฟล์เสียหาย โปรดพิมพ์อีกครั้ง ข้อมูลในเครื่องไม่ถูกแก้ไข")
            parts.append(text(said, Role.ERROR, name="wrong_passphrase"))
        self.show_parts([card(self.tr("ไฟล์นี้ล็อกไว้"), *parts)], [self._another(), opening])
        self.go_to(secret.entry)

    def _another(self) -> Button:
        button = Button(self.tr("เลือกไฟล์อื่น"), name="another_file")
        button.clicked.connect(self.again_asked)
        return button

    def show_found(
        self, file: Path, manifest: "Manifest", here: "tuple[Summary, ...]", folder: Path
    ) -> None:
        """Show what is in the file beside what is here, and what restoring would do."""
        going = Button(self.tr("คืนข้อมูล"), Role.PRIMARY, name="begin_restore")
        going.clicked.connect(self.begun)
        beside = QWidget()
        across = QHBoxLayout(beside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.LARGE)
        across.addWidget(self._inside(file, manifest), 1)
        across.addWidget(self._present(here), 1)
        said = self.tr(
            "ก่อนคืนข้อมูล โปรแกรมจะสำรองข้อมูลในเครื่องตอนนี้ทั้งหมดไว้ที่ {folder}\n"
            "จากนั้นข้อมูลในไฟล์จะมาแทนข้อมูลในเครื่องทั้งหมดในคราวเดียว และเลิกทำได้"
        ).format(folder=folder)
        after = card(self.tr("เมื่อกดคืนข้อมูล"), text(said))
        listed = card(self.tr("รายงานแต่ละฉบับ"), reports_beside(manifest.current, here))
        self.show_parts([beside, listed, after], [self._another(), going])
        self.go_to(going)

    def _inside(self, file: Path, manifest: "Manifest") -> QWidget:
        latest = max((note.edited for note in manifest.current), default=None)
        return card(
            self.tr("ในไฟล์สำรอง"),
            text(self._counted(len(manifest.current), latest), name="inside"),
            text(self.tr("สำรองเมื่อ {when}").format(when=moment(manifest.made)), Role.QUIET),
            text(manifest.office or self.tr("ไม่ได้ระบุหน่วยงาน"), Role.QUIET),
            text(self.tr("ตรวจแล้ว ไฟล์ครบถ้วน  ·  {name}").format(name=file.name), Role.QUIET),
            *self._lacking(manifest),
        )

    def _lacking(self, manifest: "Manifest") -> list[QWidget]:
        """Name what was damaged already as the file was made."""
        lacking = manifest.lacking
        if not lacking:
            return []
        said = self.tr("ไม่มี {count} รายการที่เสียหายตั้งแต่ก่อนสำรอง ที่เหลือครบถ้วน: {names}")
        names = named(lacking, _MOST_LACKING)
        return [text(said.format(count=len(lacking), names=names), Role.WARNING, name="lacking")]

    def _present(self, here: "tuple[Summary, ...]") -> QWidget:
        latest = max((one.edited for one in here), default=None)
        return card(
            self.tr("ในเครื่องตอนนี้"),
            text(self._counted(len(here), latest), name="present"),
        )

    def _counted(self, count: int, latest: dt.datetime | None) -> str:
        if latest is None:
            return self.tr("ไม่มีรายงาน")
        said = self.tr("รายงาน {count} ฉบับ  ·  แก้ไขล่าสุด {when}")
        return said.format(count=count, when=moment(latest))

    def show_damaged(self, fault: Fault, found: Readable | None) -> None:
        """Say what of a damaged file can be read, and offer to save that."""
        parts: list[QWidget] = [text(words(fault.said), Role.WARNING, name="damaged")]
        acts = [self._another()]
        if found is None:
            parts.append(text(self.tr("ไม่มีรายงานใดในไฟล์นี้ที่อ่านได้ โปรดเก็บไฟล์ไว้ และลองไฟล์สำรองชุดอื่น")))
        else:
            parts.append(text(self._readable(found), name="readable"))
            said = self.tr("บันทึกส่วนที่อ่านได้เป็นไฟล์สำรองใหม่ แล้วจึงคืนข้อมูลจากไฟล์นั้นได้ ไฟล์เดิมจะไม่ถูกแก้ไข")
            parts.append(text(said, Role.QUIET))
            saving = Button(self.tr("บันทึกส่วนที่อ่านได้…"), Role.PRIMARY, name="salvage")
            saving.clicked.connect(self.salvage_asked)
            acts.append(saving)
        self.show_parts([card(self.tr("ไฟล์สำรองนี้เสียหาย"), *parts)], [*acts])
        self.go_to(acts[-1])

    def _readable(self, found: Readable) -> str:
        of = self.tr("{count} จาก {all}")

        def counted(count: int, whole: int | None) -> str:
            return str(count) if whole is None else of.format(count=count, all=whole)

        return self.tr("อ่านได้: รายงาน {reports} ฉบับ  ·  ภาพและเอกสารแนบ {files} รายการ").format(
            reports=counted(found.reports, found.of_reports),
            files=counted(found.files, found.of_files),
        )

    def show_partial(self, file: Path) -> None:
        """Say that the file holds a part only, and lead to merging."""
        said = self.tr(
            "{name} มีข้อมูลเพียงบางส่วน จึงใช้แทนข้อมูลทั้งหมดไม่ได้ แต่นำรายงานในไฟล์มารวมกับที่มีอยู่ได้ ข้อมูลในเครื่องไม่ถูกแก้ไข"
        ).format(name=file.name)
        merging = Button(self.tr("ไปที่รวมรายงาน"), Role.PRIMARY, name="merge_instead")
        merging.clicked.connect(self.merge_asked)
        parts = text(said, name="partial_backup")
        self.show_parts([card(self.tr("ไฟล์นี้มีเพียงบางส่วน"), parts)], [self._another(), merging])
        self.go_to(merging)

    def show_restoring(self) -> None:
        """Say that the swap is at work."""
        said = self.tr("กำลังสำรองข้อมูลในเครื่องไว้ก่อน แล้วจึงนำข้อมูลในไฟล์มาใช้ โปรดรอสักครู่")
        self.show_parts([card("", text(said, name="restoring"))], [])


def _show_all(rows: list[QWidget], more: QWidget) -> None:
    for row in rows:
        row.show()
    rows[0].setFocus()
    more.hide()
