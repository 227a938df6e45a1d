"""The page that asks for a backup: where to, of what, locked or not; and says what was verified."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.data.page import DataPage, card, line_of, text
from desktop_app.ui.data.passphrase import NewPassphrase
from desktop_app.ui.data.places import Suggested
from desktop_app.ui.data.wording import size, summary_name
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.elided import ElidedChoice, ElidedTick
from desktop_app.ui.look.style_sheet import Role
from desktop_app.ui.look.tokens import Space

if TYPE_CHECKING:
    from desktop_app.storage.manifest import Manifest
    from desktop_app.storage.summary import Summary


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody chose: `reports` None is all of them."""

    folder: Path
    name: str
    reports: frozenset[UUID] | None
    files: bool
    passphrase: str | None


class BackupPage(DataPage):
    """Asks; the desk does."""

    folder_asked = Signal()
    begun = Signal(object)  # Wanted
    choice_changed = Signal()
    folder_shown = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self.entitle(self.tr("สำรองข้อมูล"))
        self._places = QButtonGroup(self)
        self._folders: list[Path] = []
        self._ticks: dict[UUID, QCheckBox] = {}
        self._asks = False
        self.show_parts([text(self.tr("กำลังดูข้อมูลที่มี…"), Role.QUIET)], [])

    def show_choices(
        self, summaries: "tuple[Summary, ...]", places: tuple[Suggested, ...], name: str
    ) -> None:
        """Show what can be chosen."""
        self._asks = True
        self._name = QLineEdit(name)
        self._name.setObjectName("backup_name")
        self._name.setAccessibleName(self.tr("ชื่อไฟล์"))
        self._name.textChanged.connect(self._show_ready)
        self._lock = NewPassphrase()
        self._lock.changed.connect(self._show_ready)
        self._go = Button(self.tr("สำรองข้อมูล"), Role.PRIMARY, name="begin_backup")
        self._go.clicked.connect(self._begin)
        parts = [self._where(places), self._what(summaries), self._photos(), self._locking()]
        self.show_parts(parts, [self._go])
        self._show_ready()
        first = self._places.button(0)
        if first is not None:
            self.go_to(first)

    def _where(self, places: tuple[Suggested, ...]) -> QWidget:
        self._place_rows = QVBoxLayout()
        self._place_rows.setSpacing(0)
        for place in places:
            self._add_place(place)
        other = Button(self.tr("เลือกโฟลเดอร์อื่น…"), name="other_folder")
        other.clicked.connect(self.folder_asked)
        named = QLabel(self.tr("ชื่อไฟล์"))
        named.setBuddy(self._name)
        return card(self.tr("เก็บไว้ที่"), self._place_rows, line_of(other), named, self._name)

    def _add_place(self, place: Suggested) -> None:
        number = len(self._folders)
        self._folders.append(place.folder)
        button = ElidedChoice(place.name)
        button.setObjectName(f"place_{number}")
        button.setChecked(number == 0)
        self._places.addButton(button, number)
        self._place_rows.addWidget(button)

    def add_folder(self, folder: Path) -> None:
        """Take a folder that somebody chose, and choose it."""
        self._add_place(Suggested(folder, str(folder)))
        button = self._places.button(len(self._folders) - 1)
        button.setChecked(True)
        self.go_to(button)

    def _what(self, summaries: "tuple[Summary, ...]") -> QWidget:
        self._all = QRadioButton(self.tr("ทุกอย่าง รวมถังขยะและประวัติการแก้ไข"))
        self._all.setObjectName("all_reports")
        self._all.setChecked(True)
        self._some = QRadioButton(self.tr("เฉพาะรายงานที่เลือก"))
        self._some.setObjectName("some_reports")
        self._some.setEnabled(bool(summaries))
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(Space.HUGE, 0, 0, 0)
        column.setSpacing(0)
        for number, one in enumerate(summaries):
            tick = ElidedTick(summary_name(one))
            tick.setObjectName(f"report_{number}")
            tick.toggled.connect(self._choose)
            self._ticks[one.id] = tick
            column.addWidget(tick)
        rows.hide()
        self._some.toggled.connect(rows.setVisible)
        self._some.toggled.connect(self._choose)
        return card(self.tr("สิ่งที่สำรอง"), self._all, self._some, rows)

    def _photos(self) -> QWidget:
        self._without = QCheckBox(self.tr("ไม่รวมภาพและเอกสารแนบ เพื่อส่งทางอีเมล"))
        self._without.setObjectName("without_photos")
        self._without.toggled.connect(self._show_ready)
        self._sizes = text(self.tr("กำลังคิดขนาดไฟล์…"), Role.QUIET, name="backup_sizes")
        self._partial = text(
            self.tr("ไฟล์นี้ใช้รวมกับข้อมูลที่มีอยู่ได้ แต่ใช้แทนข้อมูลทั้งหมดไม่ได้"), Role.WARNING, name="partial"
        )
        return card(self.tr("ขนาด"), self._without, self._sizes, self._partial)

    def _locking(self) -> QWidget:
        return card(self.tr("รหัสผ่าน"), self._lock)

    def _choose(self) -> None:
        self._sizes.setText(self.tr("กำลังคิดขนาดไฟล์…"))
        self._show_ready()
        self.choice_changed.emit()

    @property
    def asks(self) -> bool:
        """Whether there is still something to choose."""
        return self._asks

    @property
    def reports(self) -> frozenset[UUID] | None:
        """The reports that are chosen, None for everything."""
        if self._all.isChecked():
            return None
        return frozenset(one for one, tick in self._ticks.items() if tick.isChecked())

    def show_sizes(self, whole: "Manifest") -> None:
        """Say how large a backup of what is chosen will be."""
        said = self.tr("รวมภาพ {whole} ({photos} รายการ)  ·  ไม่รวมภาพ {small}")
        self._sizes.setText(
            said.format(
                whole=size(whole.content_bytes),
                photos=len(whole.files),
                small=size(whole.database.size),
            )
        )

    def _show_ready(self) -> None:
        chosen = self.reports is None or bool(self.reports)
        self._go.setEnabled(chosen and self._lock.is_ready and bool(self._name.text().strip()))
        self._partial.setVisible(self.reports is not None or self._without.isChecked())

    def _begin(self) -> None:
        folder = self._folders[self._places.checkedId()]
        passphrase = self._lock.passphrase
        files = not self._without.isChecked()
        self.begun.emit(Wanted(folder, self._name.text(), self.reports, files, passphrase))

    def show_running(self, path: Path) -> None:
        """Say that it is being made, and that work may go on."""
        self._asks = False
        said = self.tr(
            "กำลังสำรองและตรวจสอบข้อมูล\nไปทำงานอื่นต่อได้ เมื่อเสร็จแล้วจะแจ้งที่ด้านล่างของหน้าต่าง หากต้องการหยุด กดยกเลิกที่ด้านล่าง"
        )
        back = Button(self.tr("ไปที่รายงานทั้งหมด"), name="go_home")
        back.clicked.connect(self.left)
        where = text(str(path), Role.QUIET)
        self.show_parts([card(self.tr("กำลังทำงาน"), text(said, name="running"), where)], [back])
        self.go_to(back)

    def show_done(self, path: Path, made: "Manifest", taken: int) -> None:
        """Say what is in the file, all of which was read back and found whole; `taken` is its size."""
        counts = self.tr(
            "รายงาน {reports} ฉบับ  ·  ภาพและเอกสารแนบ {files} รายการ  ·  ขนาดไฟล์ {size}"
        )
        counted = counts.format(reports=len(made.current), files=len(made.files), size=size(taken))
        said = self.tr("อ่านไฟล์กลับมาตรวจแล้ว ครบถ้วนตรงกับข้อมูลในเครื่อง")
        stick = self.tr("ก่อนถอดแฟลชไดรฟ์ ให้สั่งนำอุปกรณ์ออกอย่างปลอดภัยก่อน")
        show = Button(self.tr("เปิดโฟลเดอร์"), name="open_folder")
        show.clicked.connect(partial(self.folder_shown.emit, path))
        done = Button(self.tr("เสร็จ"), Role.PRIMARY, name="done")
        done.clicked.connect(self.left)
        parts = (
            text(counted, name="backup_counts"),
            text(said),
            text(str(path), Role.LABEL, name="backup_path"),
            text(stick, Role.QUIET),
        )
        self.show_parts([card(self.tr("สำรองข้อมูลเรียบร้อย"), *parts)], [show, done])
        self.go_to(done)
