"""A field on its page: label above, control, and one line below for help or what is wrong."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.report.checks import Problem, Severity, is_blank
from desktop_app.report.editing import Path
from desktop_app.report.fields import Field, Kind
from desktop_app.report.offers import Offer
from desktop_app.report.unreadable import UNREAD
from desktop_app.ui.editing.edits import Unread
from desktop_app.ui.fields.base import FieldWidget
from desktop_app.ui.fields.trouble import Trouble, Troubles, by_row
from desktop_app.ui.language import words
from desktop_app.ui.look.elided import ElidedButton
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.look.word_label import WordLabel

_BESIDE = 4
"""Rows at a list's end that are seen together with what stands below it."""

_NAMED = 5
"""Rows that are named one by one."""


class FieldFrame(QWidget):
    """Puts label, control and message together; says what is wrong once it helps to say so."""

    taken = Signal(object)  # Offer

    def __init__(self, field: Field, path: Path, widget: FieldWidget) -> None:
        super().__init__()
        self.field = field
        self.path = path
        self.widget = widget
        self._touched = False
        self._problems: tuple[Problem, ...] = ()
        self._unread: Sequence[tuple[Path, Unread]] = ()
        self._message = WordLabel()
        self._message.setObjectName(f"message_{field.key}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        if field.kind is not Kind.FLAG:  # whose box carries the label
            column.addWidget(self._label())
        column.addWidget(widget)
        column.addWidget(self._message)
        self._offer: Offer | None = None
        self._take = ElidedButton("", Role.LINK, name=f"offer_{field.key}")
        self._take.clicked.connect(self._taken)
        widget.offer_asked.connect(self._taken)
        self._take.hide()
        column.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        self._say()

    def _label(self) -> QLabel:
        label = QLabel(words(self.field.label))
        play(label, Role.LABEL)
        label.setBuddy(self.widget.entry())
        return label

    def touch(self) -> None:
        """Note that somebody was here: from now on say also that nothing was entered."""
        self._touched = True
        self._say()

    def show_troubles(
        self, problems: tuple[Problem, ...], unread: Sequence[tuple[Path, Unread]]
    ) -> None:
        """Show what the checks say of this field, and what in it cannot be read, by path within."""
        self._problems = problems
        self._unread = unread
        self._say()

    def show_offer(self, offer: Offer | None) -> None:
        """Offer a value below the field, or none."""
        self._offer = offer
        by_key = self.widget.show_offered(None if offer is None else offer.value)
        if offer is not None:
            said = words(offer.words)
            self._take.say(self.tr("{offer}   (↓)").format(offer=said) if by_key else said)
        self._take.setVisible(offer is not None)

    def _taken(self) -> None:
        offer, self._offer = self._offer, None
        if offer is not None:
            self.taken.emit(offer)
            self.show_offer(None)

    def _say(self) -> None:
        troubles = self._troubles()
        self.widget.show_troubles(troubles)
        said = self._said(troubles)
        text = "\n".join(one.said for one in said) or words(self.field.help)
        self._message.setText(text)
        self._message.setVisible(bool(text))
        play(self._message, said[0].role if said else Role.QUIET)

    def _troubles(self) -> Troubles:
        """Return what is to be said, the gravest first."""
        unread = (Trouble(path, one.said, grave=True) for path, one in self._unread)
        once = (one for one in self._problems if one.code != UNREAD or not self._unread)
        told = (one for one in once if self._touched or not self._lacks_only(one))
        found = (self._trouble(one) for one in told)
        return tuple(sorted((*unread, *found), key=lambda one: not one.grave))

    def _trouble(self, problem: Problem) -> Trouble:
        grave = problem.severity is Severity.ERROR
        return Trouble(problem.path[len(self.path) :], words(problem.message), grave)

    def _said(self, troubles: Troubles) -> Troubles:
        """Return what is said below the control: of rows only where to look, if it needs saying.

        A row says by itself what is wrong with it.
        """
        rows = by_row(troubles)
        own = [one for one in troubles if not one.path or not isinstance(one.path[0], int)][:1]
        if rows and not self._is_beside(rows):
            grave = any(one.grave for found in rows.values() for one in found)
            own.append(Trouble((), self._where(sorted(rows)), grave))
        return tuple(sorted(own, key=lambda one: not one.grave))

    def _is_beside(self, rows: Collection[int]) -> bool:
        """Tell whether there is one row alone, so near to the list's end that both are seen."""
        items = self.widget.value()
        count = len(items) if isinstance(items, tuple) else 0
        return len(rows) == 1 and count - max(rows) <= _BESIDE

    def _where(self, rows: list[int]) -> str:
        if len(rows) == 1:
            return self.tr("ดูแถวที่ {row}").format(row=rows[0] + 1)
        named = ", ".join(str(row + 1) for row in rows[:_NAMED])
        if len(rows) <= _NAMED:
            return self.tr("ดูแถวที่ {rows}").format(rows=named)
        said = self.tr("ดูแถวที่ {rows} และอีก {n} แถว")
        return said.format(rows=named, n=len(rows) - _NAMED)

    def _lacks_only(self, problem: Problem) -> bool:
        """Tell whether a problem is no more than that nobody has been here yet."""
        lacking = problem.code in {"required", "advised", "blank_item"}
        return lacking and (is_blank(self.widget.value()) or len(problem.path) > len(self.path))
