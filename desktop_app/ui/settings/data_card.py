"""Where the data lives, and where it is backed up by itself."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from desktop_app.errors import Said
from desktop_app.report.fields import Choice, Field, Kind
from desktop_app.services.settings import Settings
from desktop_app.ui.fields.chosen import ChoiceField
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.word_label import WordLabel
from desktop_app.ui.settings.card import Card, quiet

_OFTEN = Field(
    "backup_minutes",
    Said("สำรองข้อมูลอัตโนมัติ", "Back up by itself"),
    Kind.CHOICE,
    help=Said(
        "สำรองเฉพาะเมื่อมีอะไรเปลี่ยน ของเก่าจะค่อย ๆ ถูกคัดออกเอง",
        "Only when something changed; older ones are thinned out by themselves",
    ),
    choices=(
        Choice(15, Said("ทุก 15 นาที", "Every 15 minutes")),
        Choice(60, Said("ทุกชั่วโมง", "Every hour")),
        Choice(240, Said("ทุก 4 ชั่วโมง", "Every 4 hours")),
        Choice(0, Said("เมื่อปิดโปรแกรมเท่านั้น", "Only when the program is closed")),
    ),
)


class DataCard(Card):
    """Shows the data folder; chooses a second folder for backups, and how often."""

    open_asked = Signal()
    second_asked = Signal()  # a folder is to be chosen

    def __init__(self, settings: Settings, folder: Path) -> None:
        super().__init__(self.tr("ข้อมูล"))
        self._second = settings.second_folder
        self._minutes = settings.backup_minutes
        self._add_folder(folder)
        self._add_second()
        self._often = ChoiceField(_OFTEN.choices)
        self._often.set_value(self._nearest(settings.backup_minutes))
        self._often.name(self.tr("สำรองข้อมูลอัตโนมัติ"))
        self._often.entry().setObjectName("backup_minutes")
        self._often.changed.connect(self._take_minutes)
        self.add_field(_OFTEN, self._often)

    def _nearest(self, minutes: int) -> int:
        """Return the choice for a number of minutes that may come from a file."""
        kept = [int(choice.value) for choice in _OFTEN.choices]
        return min(kept, key=lambda one: abs(one - minutes)) if minutes else 0

    def _add_folder(self, folder: Path) -> None:
        self.column.addWidget(_label(self.tr("ข้อมูลทั้งหมดอยู่ที่")))
        where = WordLabel(str(folder))
        where.setObjectName("data_folder")
        where.let_copy()
        self.column.addWidget(where)
        opening = Button(self.tr("เปิดโฟลเดอร์"), name="open_folder")
        opening.clicked.connect(self.open_asked)
        self.add_beside(opening)
        self.column.addWidget(
            quiet(
                self.tr(
                    "ย้ายไปเครื่องหรือโฟลเดอร์อื่น: สำรองข้อมูลที่นี่ แล้วคืนข้อมูลจากไฟล์สำรองที่นั่น "
                    "(โฟลเดอร์อื่นเปิดด้วยคำสั่ง suanruam --data-dir)"
                )
            )
        )

    def _add_second(self) -> None:
        self.column.addWidget(_label(self.tr("โฟลเดอร์สำรองที่สอง")))
        self._where = WordLabel()
        self._where.setObjectName("second_folder")
        self.column.addWidget(self._where)
        choosing = Button(self.tr("เลือกโฟลเดอร์…"), name="choose_second")
        choosing.clicked.connect(self.second_asked)
        self._none = Button(self.tr("ไม่ใช้"), Role.LINK, name="no_second")
        self._none.setAccessibleName(self.tr("ไม่ใช้โฟลเดอร์สำรองที่สอง"))
        self._none.clicked.connect(lambda: self.take_second(None))
        self.add_beside(choosing, self._none)
        self._show_second()

    def take_second(self, folder: Path | None) -> None:
        """Take a folder, such as one on a stick, for a second copy of each backup."""
        self._second = folder
        self._show_second()
        self.changed.emit()

    def _show_second(self) -> None:
        none = self.tr("ยังไม่ได้เลือก เช่น แฟลชไดรฟ์ หรือโฟลเดอร์ในเครือข่าย")
        self._where.setText(str(self._second) if self._second else none)
        self._none.setVisible(self._second is not None)

    def _take_minutes(self) -> None:
        self._minutes = int(str(self._often.value()))
        self.changed.emit()

    def applied(self, settings: Settings) -> Settings:
        """Return the settings with these ways of backing up."""
        chosen = {"second_folder": self._second, "backup_minutes": self._minutes}
        return settings.model_copy(update=chosen)


def _label(said: str) -> QLabel:
    label = QLabel(said)
    play(label, Role.LABEL)
    return label
