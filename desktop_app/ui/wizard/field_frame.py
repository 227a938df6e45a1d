"""A field on its page: label above, control, and one line below for help or what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.report.checks import Problem, Severity, is_blank
from desktop_app.report.editing import Path
from desktop_app.report.fields import Field, Kind
from desktop_app.report.offers import Offer
from desktop_app.ui.editing.edits import Put, Unread
from desktop_app.ui.fields.base import FieldWidget
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space


class FieldFrame(QWidget):
    """Puts label, control and message together; says what is wrong once it helps to say so."""

    def __init__(self, field: Field, path: Path, widget: FieldWidget) -> None:
        super().__init__()
        self.field = field
        self.path = path
        self.widget = widget
        self._touched = False
        self._problems: tuple[Problem, ...] = ()
        self._unread: tuple[Unread, ...] = ()
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._message.setObjectName(f"message_{field.key}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        if field.kind is not Kind.FLAG:  # whose box carries the label
            column.addWidget(self._label())
        column.addWidget(widget)
        column.addWidget(self._message)
        self._offer: Offer | None = None
        self._take = Button("", Role.LINK, name=f"offer_{field.key}")
        self._take.clicked.connect(self._taken)
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

    def show_troubles(self, problems: tuple[Problem, ...], unread: tuple[Unread, ...]) -> None:
        """Show what the checks say of this field, and what in it cannot be read."""
        self._problems = problems
        self._unread = unread
        self._say()

    def show_offer(self, offer: Offer | None) -> None:
        """Offer a value below the field, or none."""
        self._offer = offer
        if offer is not None:
            self._take.setText(words(offer.words))
        self._take.setVisible(offer is not None)

    def _taken(self) -> None:
        """Put the offered value into the field, as if it had been typed."""
        if self._offer is not None:
            value = self._offer.value
            self.widget.set_value(value)
            self.widget.changed.emit(Put((), value))
            self.widget.go_to(())
            self.show_offer(None)

    def _say(self) -> None:
        text, role = self._most_urgent()
        self._message.setText(text)
        self._message.setVisible(bool(text))
        play(self._message, role)

    def _most_urgent(self) -> tuple[str, Role]:
        if self._unread:
            return self._unread[0].said, Role.ERROR
        for problem in self._problems:
            if self._touched or not self._lacks_only(problem):
                role = Role.ERROR if problem.severity is Severity.ERROR else Role.WARNING
                return words(problem.message), role
        return words(self.field.help), Role.QUIET

    def _lacks_only(self, problem: Problem) -> bool:
        """Tell whether a problem is no more than that nobody has been here yet."""
        lacking = problem.code in {"required", "advised", "blank_item"}
        return lacking and (is_blank(self.widget.value()) or len(problem.path) > len(self.path))
