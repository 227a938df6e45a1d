"""How every report is set: its face, the margins, and how lines end."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop_app.errors import Said
from desktop_app.report.fields import Choice, Field, Kind
from desktop_app.services.faces import FontFile
from desktop_app.services.settings import Alignment, Margins, Settings
from desktop_app.ui.fields.chosen import ChoiceField
from desktop_app.ui.fields.readings import NUMBER
from desktop_app.ui.fields.typed import TypedField
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.look.word_label import WordLabel
from desktop_app.ui.settings.card import Card, labelled

_LEAST, _MOST = 5, 60
_WIDTH = 96
_EDGES = {
    "left": Field("left", Said("ซ้าย", "Left"), Kind.NUMBER),
    "right": Field("right", Said("ขวา", "Right"), Kind.NUMBER),
    "top": Field("top", Said("บน", "Top"), Kind.NUMBER),
    "bottom": Field("bottom", Said("ล่าง", "Bottom"), Kind.NUMBER),
}
_ALIGNMENT = Field(
    "alignment",
    Said("ปลายบรรทัด", "Line ends"),
    Kind.CHOICE,
    choices=(
        Choice(
            Alignment.THAI,
            Said("กระจายแบบไทย ตรงทั้งสองด้าน", "Thai distributed, both edges straight"),
        ),
        Choice(Alignment.LEFT, Said("ชิดซ้าย", "Left-aligned")),
    ),
)


def _read_millimetres(text: str) -> object | None:
    read = NUMBER.read(text)
    return read if isinstance(read, int) and _LEAST <= read <= _MOST else None


_MILLIMETRES = replace(NUMBER, read=_read_millimetres)


class PaperCard(Card):
    """Chooses a face that is installed, or from a file; margins are in millimetres."""

    face_asked = Signal()  # a file is to be chosen

    def __init__(self, settings: Settings) -> None:
        super().__init__(self.tr("กระดาษ"), self.tr("ใช้กับรายงานทุกฉบับที่จัดหน้าต่อจากนี้"))
        self._face = settings.paper.face
        self._alignment = ChoiceField(_ALIGNMENT.choices)
        self._edges = {name: TypedField(_MILLIMETRES) for name in _EDGES}
        self._wrong = QLabel()
        self._add_faces()
        self._add_alignment(settings)
        self._add_margins(settings.paper.margins)

    def _add_faces(self) -> None:
        label = QLabel(self.tr("ตัวอักษร"))
        play(label, Role.LABEL)
        self._faces = QComboBox()
        self._faces.setObjectName("face")
        self._faces.setAccessibleName(self.tr("ตัวอักษร"))
        self._faces.setMinimumWidth(300)
        self._faces.activated.connect(self._choose)
        other = Button(self.tr("เลือกไฟล์…"), name="choose_face")
        other.clicked.connect(self.face_asked)
        self.column.addWidget(label)
        self.add_beside(self._faces, other)
        self._unusable = WordLabel()
        self._unusable.setObjectName("unusable_face")
        play(self._unusable, Role.WARNING)
        self._unusable.hide()
        self.column.addWidget(self._unusable)
        self.show_faces(())

    def show_faces(self, found: Sequence[FontFile]) -> None:
        """Offer the faces of this computer beside the program's own, and what is chosen."""
        self._faces.clear()
        self._faces.addItem(self.tr("Sarabun (มากับโปรแกรม)"), None)
        for one in found:
            self._faces.addItem(one.family, one.path)
        if self._face is not None and self._faces.findData(self._face) < 0:
            self._faces.addItem(self._face.stem, self._face)
        self._faces.setCurrentIndex(max(self._faces.findData(self._face), 0))

    def show_unusable(self, why: str) -> None:
        """Say why the chosen face cannot be used, and what is used in its place."""
        self._unusable.setText(self.tr("{why} รายงานจึงใช้ Sarabun").format(why=why))
        self._unusable.show()

    def take_face(self, one: FontFile) -> None:
        """Choose a face from a file."""
        self._unusable.hide()
        self._face = one.path
        if self._faces.findData(one.path) < 0:
            self._faces.addItem(one.family, one.path)
        self._faces.setCurrentIndex(self._faces.findData(one.path))
        self.changed.emit()

    def _choose(self, index: int) -> None:
        chosen = self._faces.itemData(index)
        self._unusable.hide()
        self._face = chosen if isinstance(chosen, Path) else None
        self.changed.emit()

    def _add_alignment(self, settings: Settings) -> None:
        self._alignment.set_value(settings.paper.alignment)
        self._alignment.name(self.tr("ปลายบรรทัด"))
        self._alignment.entry().setObjectName("alignment")
        self._alignment.changed.connect(lambda _: self.changed.emit())
        self.add_field(_ALIGNMENT, self._alignment)

    def _add_margins(self, margins: Margins) -> None:
        label = QLabel(self.tr("ระยะขอบ (มิลลิเมตร)"))
        play(label, Role.LABEL)
        self.column.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(Space.LARGE)
        for name, field in _EDGES.items():
            line.addWidget(self._edge(name, field, margins))
        line.addStretch(1)
        self.column.addLayout(line)
        play(self._wrong, Role.ERROR)
        self._wrong.setText(
            self.tr("ระยะขอบต้องอยู่ระหว่าง {least} ถึง {most} มิลลิเมตร").format(least=_LEAST, most=_MOST)
        )
        self._wrong.setObjectName("wrong_margins")
        self._wrong.hide()
        self.column.addWidget(self._wrong)

    def _edge(self, name: str, field: Field, margins: Margins) -> QWidget:
        widget = self._edges[name]
        widget.set_value(getattr(margins, name))
        said = self.tr("ระยะขอบ: {side} (มิลลิเมตร)").format(side=words(field.label))
        widget.name(said)
        widget.entry().setObjectName(f"margin_{name}")
        widget.entry().setMaximumWidth(_WIDTH)
        widget.changed.connect(lambda _: self._take_margins())
        return labelled(field, widget)

    def _take_margins(self) -> None:
        self._wrong.setVisible(self._margins() is None)
        self.changed.emit()

    def _margins(self) -> Margins | None:
        """Return the margins that are shown; None while they are none."""
        values = {name: widget.value() for name, widget in self._edges.items()}
        if not all(isinstance(one, int) and _LEAST <= one <= _MOST for one in values.values()):
            return None
        return Margins.model_validate(values)

    def applied(self, settings: Settings) -> Settings:
        """Return the settings with this paper; margins that are none leave the others be."""
        paper = settings.paper.model_copy(
            update={
                "face": self._face,
                "alignment": Alignment(str(self._alignment.value())),
                "margins": self._margins() or settings.paper.margins,
            }
        )
        return settings.model_copy(update={"paper": paper})
