"""The page that merges: which files, what each brings, report by report, and what is to be taken."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import Fault
from desktop_app.report.merging import Entry, Outcome, Plan
from desktop_app.services.backups import PassphraseNeeded, WrongPassphrase
from desktop_app.ui.data.drop import dropped_files, welcome
from desktop_app.ui.data.page import DataPage, card, line_of, text
from desktop_app.ui.data.passphrase import Secret
from desktop_app.ui.data.wording import moment, report_title
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button, IconButton
from desktop_app.ui.look.elided import ElidedTick
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.style_sheet import Role
from desktop_app.ui.look.tokens import Space

if TYPE_CHECKING:
    from desktop_app.storage.provenance import Act, Origin


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in the files, so far as somebody has chosen; entries go by their place."""

    files: tuple[Path, ...] = ()
    refused: dict[Path, Fault] = field(default_factory=dict)
    plan: Plan = field(default_factory=partial(Plan, ()))
    left_out: frozenset[int] = frozenset()
    chosen: frozenset[UUID] = frozenset()  # conflicts in which everything is chosen
    acts: "tuple[Act, ...]" = ()


class MergePage(DataPage):
    """Asks; the desk does."""

    files_asked = Signal()
    added = Signal(object)  # the paths that were dropped
    removed = Signal(object)  # Path
    unlocked = Signal(object, str)  # Path, passphrase
    ticked = Signal(int, bool)  # the place of an entry, wanted or not
    compare_asked = Signal(int)  # the place of an entry
    begun = Signal()
    consolidate_asked = Signal()
    undo_asked = Signal(object)  # the id of a merge
    again_asked = Signal()  # the same files, looked at again

    def __init__(self) -> None:
        super().__init__()
        self.entitle(self.tr("รวมรายงานจากหน่วยงานอื่น"))
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files be dropped."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that were dropped."""
        self.added.emit(dropped_files(event.mimeData()))

    def show_looking(self) -> None:
        """Say that files are being read."""
        said = self.tr("กำลังอ่านและตรวจทุกไฟล์ ข้อมูลในเครื่องยังไม่ถูกแก้ไข")
        self.show_parts([card("", text(said, name="looking"))], [])

    def show_looked(self, looked: Looked) -> None:
        """Show the files, what they bring, and what may be done; a locked one is asked for first."""
        self._locks: list[QWidget] = []
        parts = [self._files(looked)]
        parts += [part for part in self._outcomes(looked) if part is not None]
        if not looked.files:
            parts.append(self._earlier(looked.acts))
        together = Button(self.tr("ทำรายงานรวม…"), name="consolidate")
        together.clicked.connect(self.consolidate_asked)
        self._go = Button("", Role.PRIMARY, name="begin_merge")
        self._go.clicked.connect(self.begun)
        self.show_parts(parts, [together, self._go])
        self.show_count(looked)
        self.go_to(
            self._locks[0] if self._locks else self._go if self._go.isEnabled() else self._add
        )

    def show_count(self, looked: Looked) -> None:
        """Say how many reports are going to be merged."""
        count = self._count(looked)
        said = self.tr("รวม {count} ฉบับ").format(count=count)
        self._go.setText(said if count else self.tr("รวม"))
        self._go.setEnabled(bool(count))

    def _count(self, looked: Looked) -> int:
        kept = [one for n, one in enumerate(looked.plan.entries) if n not in looked.left_out]
        new = sum(one.outcome in (Outcome.NEW, Outcome.NEWER) for one in kept)
        settled = {one.incoming.id for one in kept if one.outcome is Outcome.CONFLICT}
        return new + len(settled & looked.chosen)

    def _files(self, looked: Looked) -> QWidget:
        said = self.tr(
            "เลือกไฟล์สำรองหรือไฟล์รายงานของหน่วยงานต่าง ๆ ได้หลายไฟล์ หรือลากไฟล์มาวางที่หน้านี้ ยังไม่มีอะไรถูกรวมจนกว่าจะกดรวม"
        )
        self._add = Button(self.tr("เพิ่มไฟล์…"), name="add_files")
        self._add.clicked.connect(self.files_asked)
        rows = [
            self._file(n, path, looked.refused.get(path)) for n, path in enumerate(looked.files)
        ]
        return card(self.tr("ไฟล์ที่จะรวม"), text(said, Role.QUIET), *rows, line_of(self._add))

    def _file(self, number: int, path: Path, fault: Fault | None) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        head = QHBoxLayout()
        head.addWidget(text(path.name, name=f"file_{number}"), 1)
        gone = IconButton(Icon.REMOVE, self.tr("นำ {name} ออก").format(name=path.name))
        gone.setObjectName(f"remove_file_{number}")
        gone.clicked.connect(partial(self.removed.emit, path))
        head.addWidget(gone)
        column.addLayout(head)
        if isinstance(fault, PassphraseNeeded | WrongPassphrase):
            column.addLayout(self._locked(number, path, wrong=isinstance(fault, WrongPassphrase)))
        elif fault is not None:
            said = self.tr("อ่านไฟล์นี้ไม่ได้ จึงข้ามไป ไฟล์อื่นรวมได้ตามปกติ")
            column.addWidget(text(said, Role.ERROR))
            column.addWidget(text(words(fault.said), Role.QUIET, name=f"file_fault_{number}"))
        return row

    def _locked(self, number: int, path: Path, *, wrong: bool) -> QVBoxLayout:
        secret = Secret(
            self.tr("รหัสผ่านของ {name}").format(name=path.name), name=f"file_key_{number}"
        )
        self._locks.append(secret.entry)
        opening = Button(self.tr("เปิดไฟล์"), name=f"unlock_file_{number}")
        opening.clicked.connect(lambda: self.unlocked.emit(path, secret.text))
        secret.entered.connect(lambda: self.unlocked.emit(path, secret.text))
        column = QVBoxLayout()
        column.addWidget(secret)
        if wrong:
            column.addWidget(
                text(self.tr("รหัสผ่านไม่ถูกต้อง"), Role.ERROR, name=f"file_wrong_{number}")
            )
        column.addLayout(line_of(opening))
        return column

    def _outcomes(self, looked: Looked) -> list[QWidget | None]:
        return [
            self._conflicts(looked),
            self._ticks(looked, Outcome.NEW, self.tr("รายงานใหม่")),
            self._ticks(looked, Outcome.NEWER, self.tr("ใหม่กว่าที่มีอยู่ จะแทนฉบับเดิม")),
            self._same(looked),
        ]

    def _of(self, looked: Looked, outcome: Outcome) -> list[tuple[int, Entry]]:
        return [(n, one) for n, one in enumerate(looked.plan.entries) if one.outcome is outcome]

    def _ticks(self, looked: Looked, outcome: Outcome, title: str) -> QWidget | None:
        found = self._of(looked, outcome)
        if not found:
            return None
        rows = [self._tick(n, one, n not in looked.left_out) for n, one in found]
        return card(f"{title} ({len(rows)})", *rows)

    def _tick(self, number: int, one: Entry, wanted: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tick = ElidedTick(report_title(one.incoming.version.report))
        tick.setObjectName(f"take_{number}")
        tick.setChecked(wanted)
        tick.toggled.connect(partial(self.ticked.emit, number))
        column.addWidget(tick)
        column.addWidget(text(self._source(one), Role.QUIET))
        return row

    def _source(self, one: Entry) -> str:
        source = one.incoming.source
        office = source.office or self.tr("ไม่ได้ระบุหน่วยงาน")
        said = self.tr("จาก {office}  ·  {file}").format(office=office, file=source.file)
        return f"{said}  ·  {moment(source.made)}" if source.made else said

    def _conflicts(self, looked: Looked) -> QWidget | None:
        found = self._of(looked, Outcome.CONFLICT)
        if not found:
            return None
        said = self.tr("แก้ไขทั้งสองที่ จึงต้องเลือกเองว่าจะใช้ข้อมูลใด หากไม่เลือก รายงานในเครื่องจะคงเดิม")
        rows = [self._conflict(n, one, looked) for n, one in found]
        title = self.tr("แก้ไขต่างกัน ({count})").format(count=len(found))
        return card(title, text(said, Role.QUIET), *rows)

    def _conflict(self, number: int, one: Entry, looked: Looked) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.MEDIUM)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(text(report_title(one.incoming.version.report)))
        column.addWidget(text(self._source(one), Role.QUIET))
        chosen = one.incoming.id in looked.chosen
        state = self.tr("เลือกแล้ว จะรวมตามที่เลือก") if chosen else self._open(one)
        column.addWidget(
            text(state, Role.QUIET if chosen else Role.WARNING, name=f"conflict_{number}")
        )
        line.addLayout(column, 1)
        words = self.tr("เลือกใหม่…") if chosen else self.tr("เปรียบเทียบและเลือก…")
        compare = Button(words, name=f"compare_{number}")
        compare.clicked.connect(partial(self.compare_asked.emit, number))
        line.addWidget(compare, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _open(self, one: Entry) -> str:
        count = len(one.comparison.differences) if one.comparison else 0
        return self.tr("ต่างกัน {count} แห่ง ยังไม่ได้เลือก").format(count=count)

    def _same(self, looked: Looked) -> QWidget | None:
        found = [one for _, one in self._of(looked, Outcome.SAME)]
        if not found:
            return None
        names = dict.fromkeys(report_title(one.incoming.version.report) for one in found)
        title = self.tr("มีอยู่แล้ว ไม่มีอะไรใหม่ ({count})").format(count=len(found))
        return card(title, text("\n".join(names), Role.QUIET, name="same"))

    def _earlier(self, acts: "Sequence[Act]") -> QWidget:
        title = self.tr("การรวมที่ผ่านมา")
        if not acts:
            return card(title, text(self.tr("ยังไม่เคยรวม"), Role.QUIET))
        return card(title, *(self._act(n, act) for n, act in enumerate(acts)))

    def _act(self, number: int, act: "Act") -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        offices = dict.fromkeys(one.source.office or one.source.file for one in act.origins)
        said = self.tr("{when}  ·  {count} ฉบับ  ·  จาก {offices}").format(
            when=moment(act.moment), count=len(act.origins), offices=", ".join(offices)
        )
        line.addWidget(text(said, name=f"act_{number}"), 1)
        if act.undone:
            line.addWidget(text(self.tr("เลิกทำแล้ว"), Role.QUIET))
        else:
            undo = Button(self.tr("เลิกทำ"), Role.LINK, name=f"undo_act_{number}")
            undo.setAccessibleName(self.tr("เลิกทำการรวม {what}").format(what=said))
            undo.clicked.connect(partial(self.undo_asked.emit, act.id))
            line.addWidget(undo)
        return row

    def show_merging(self) -> None:
        """Say that the merge is at work."""
        said = self.tr("กำลังสำรองข้อมูลในเครื่องไว้ก่อน แล้วจึงรวม")
        self.show_parts([card("", text(said, name="merging"))], [])

    def show_merged(self, act: "Act", names: Sequence[str], left: int) -> None:
        """Say what was taken in and where from; offer the way back and what comes next."""
        rows: list[QWidget] = []
        for name, origin in zip(names, act.origins, strict=True):
            rows += [text(name), text(self._taken(origin), Role.QUIET)]
        title = self.tr("รวมแล้ว {count} ฉบับ").format(count=len(names))
        parts: list[QWidget] = [card(title, *rows)]
        if left:
            said = self.tr("ยังมี {count} ฉบับที่แก้ไขต่างกันและยังไม่ได้เลือก")
            again = Button(self.tr("เลือกต่อ…"), name="choose_on")
            again.clicked.connect(self.again_asked)
            open_ = text(said.format(count=left), Role.WARNING, name="left_open")
            parts.append(card("", open_, line_of(again)))
        undo = Button(self.tr("เลิกทำ"), name="undo_merge")
        undo.clicked.connect(partial(self.undo_asked.emit, act.id))
        together = Button(self.tr("ทำรายงานรวม…"), name="consolidate")
        together.clicked.connect(self.consolidate_asked)
        done = Button(self.tr("เสร็จ"), Role.PRIMARY, name="done")
        done.clicked.connect(self.left)
        self.show_parts(parts, [undo, together, done])
        self.go_to(done)

    def _taken(self, origin: "Origin") -> str:
        source = origin.source
        office = source.office or self.tr("ไม่ได้ระบุหน่วยงาน")
        return self.tr("จาก {office}  ·  {file}").format(office=office, file=source.file)
