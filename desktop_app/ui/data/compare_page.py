"""Two versions of a report side by side, field by field, with a choice for each difference."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from desktop_app.report.differing import Choices, Comparison, Difference
from desktop_app.report.location import Path
from desktop_app.report.merging import Entry
from desktop_app.report.sides import Side
from desktop_app.ui.data.marked import Spans, marked
from desktop_app.ui.data.page import DataPage, card, line_of, text
from desktop_app.ui.data.value_words import value_words
from desktop_app.ui.data.wording import report_title
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.elided import ElidedButton, ElidedChoice
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space

_WIDEST = 1040


class ComparePage(DataPage):
    """Lets somebody choose whose value counts, difference by difference."""

    chosen = Signal(object)  # Choices

    def __init__(self, entry: Entry, comparison: Comparison, before: Choices) -> None:
        super().__init__(widest=_WIDEST)
        title = report_title(entry.incoming.version.report)
        self.entitle(title, self.tr("‹ กลับไปหน้ารวม"))
        self._comparison = comparison
        rival = entry.rival.source.file if entry.rival else None
        self._ours = self.tr("จาก {file}").format(file=rival) if rival else self.tr("ในเครื่องนี้")
        self._theirs = self.tr("จาก {file}").format(file=entry.incoming.source.file)
        self._groups: dict[Path, QButtonGroup] = {}
        self._state = text("", Role.LABEL, name="choices_left")
        self._take = Button(self.tr("ใช้ตามที่เลือก"), Role.PRIMARY, name="take_choices")
        self._take.clicked.connect(self._done)
        rows = [self._difference(n, one, before) for n, one in enumerate(comparison.differences)]
        self.show_parts([self._head(), *rows], [self._state, self._take])
        self._count()
        first = next(iter(self._groups.values()), None)
        self.go_to(first.button(0) if first else self._take)

    def _head(self) -> QWidget:
        said = self.tr(
            "เลือกทีละแห่งว่าจะใช้ข้อมูลของฝ่ายใด ส่วนที่ต่างกันขีดเส้นใต้ไว้ แห่งที่อีกฝ่ายไม่ได้แก้ไขเลือกไว้ให้แล้ว และเปลี่ยนได้"
        )
        mine = ElidedButton("", name="all_ours")
        mine.say(self.tr("เลือก “{side}” ทุกแห่ง").format(side=self._ours))
        mine.clicked.connect(partial(self._choose_all, Side.OURS))
        other = ElidedButton("", name="all_theirs")
        other.say(self.tr("เลือก “{side}” ทุกแห่ง").format(side=self._theirs))
        other.clicked.connect(partial(self._choose_all, Side.THEIRS))
        return card("", text(said, Role.QUIET), line_of(mine, other))

    def _difference(self, number: int, one: Difference, before: Choices) -> QWidget:
        group = self._groups[one.path] = QButtonGroup(self)
        ours, theirs = self._words(one)
        shown = marked(ours, theirs)
        side = before.get(one.path, one.side)
        line = QHBoxLayout()
        line.setSpacing(Space.MEDIUM)
        where = self._where(one)
        options = (
            (Side.OURS, self._ours, ours, shown.ours),
            (Side.THEIRS, self._theirs, theirs, shown.theirs),
        )
        for place, (which, said, value, spans) in enumerate(options):
            button = ElidedChoice(said)
            button.setObjectName(f"side_{number}_{which.value}")
            button.setAccessibleName(f"{where}: {said}")
            button.setAccessibleDescription(value)
            button.setChecked(side is which)
            group.addButton(button, place)
            line.addWidget(_option(button, value or self._nothing(one), spans), 1)
        group.idToggled.connect(self._count)
        return card(where, line)

    def _words(self, one: Difference) -> tuple[str, str]:
        ours, theirs = value_words(one.field, one.ours), value_words(one.field, one.theirs)
        return self._with_unread(ours, one.ours_unread), self._with_unread(
            theirs, one.theirs_unread
        )

    def _with_unread(self, value: str, texts: tuple[str, ...]) -> str:
        said = self.tr("อ่านไม่ได้: “{text}”")
        return "\n".join(filter(None, (value, *(said.format(text=one) for one in texts))))

    def _nothing(self, one: Difference) -> str:
        return self.tr("(ไม่มีกิจกรรมนี้)") if self._is_activity(one) else self.tr("(ว่าง)")

    def _is_activity(self, one: Difference) -> bool:
        return one.field is None and len(one.path) > 1

    def _where(self, one: Difference) -> str:
        if one.field is None and not self._is_activity(one):
            return self.tr("ลำดับของกิจกรรม")
        label = words(one.field.label) if one.field else self.tr("ทั้งกิจกรรม")
        if one.path[0] != "activities" or not isinstance(one.path[1], int):
            return label
        said = self.tr("กิจกรรม “{name}”  ·  {field}")
        return said.format(name=self._activity(one.path[1]), field=label)

    def _activity(self, number: int) -> str:
        pair = self._comparison.pairs[number]
        if pair.ours is not None:
            name = self._comparison.ours.report.activities[pair.ours].name
        else:
            name = self._comparison.theirs.report.activities[pair.theirs or 0].name
        return name or self.tr("ยังไม่มีชื่อ")

    def _choose_all(self, side: Side) -> None:
        for group in self._groups.values():
            group.button(0 if side is Side.OURS else 1).setChecked(True)

    def _count(self) -> None:
        left = sum(group.checkedId() < 0 for group in self._groups.values())
        self._take.setEnabled(not left)
        said = self.tr("ยังไม่ได้เลือก {left} แห่ง").format(left=left)
        self._state.setText(said if left else self.tr("เลือกครบแล้ว"))

    def _done(self) -> None:
        sides = (Side.OURS, Side.THEIRS)
        self.chosen.emit({path: sides[one.checkedId()] for path, one in self._groups.items()})


def _option(button: QRadioButton, value: str, spans: Spans) -> QWidget:
    """Return a side's button over its value, which can be pressed as well."""
    made = QFrame()
    play(made, Role.CARD)
    column = QVBoxLayout(made)
    column.setContentsMargins(Space.SMALL, Space.HAIR, Space.MEDIUM, Space.SMALL)
    column.setSpacing(0)
    column.addWidget(button)
    shown = text(value)
    shown.mark(spans)
    shown.setContentsMargins(Space.HAIR, 0, 0, 0)
    column.addWidget(shown, 1, Qt.AlignmentFlag.AlignTop)
    return made
