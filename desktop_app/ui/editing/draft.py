"""The open report as it stands on the screen: its values, and what was typed that is none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce

from desktop_app.report.checks import Problem
from desktop_app.report.editing import Path, holds
from desktop_app.report.unreadable import with_unread, without_values
from desktop_app.report.values import Report
from desktop_app.ui.editing.edits import (
    Added,
    Edit,
    Pasted,
    Put,
    Together,
    Unread,
    edited,
    moved_along,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A report, and by their whole paths the texts that stand in its fields and cannot be read."""

    report: Report
    unread: Mapping[Path, Unread] = field(default_factory=dict)

    def edited(self, path: Path, edit: Edit) -> "Draft":
        """Return the draft after `edit` of the field that stands at `path`."""
        if isinstance(edit, Together):
            return reduce(
                lambda so_far, one: so_far.edited(path + one[0], one[1]), edit.parts, self
            )
        after = Draft(edited(self.report, path, edit), self._unread_after(path, edit))
        pasted = edit.unread if isinstance(edit, Pasted) else ()
        return reduce(lambda so_far, one: so_far.noted(path + one.path, one), pasted, after)

    def _unread_after(self, path: Path, edit: Edit) -> Mapping[Path, Unread]:
        """Let unreadable text move with its row; a value put in its place takes it away."""
        if isinstance(edit, Put):
            wholes = [path + one for one in (edit.path, *(at for at, _ in edit.also))]
            gone = {at for at in self.unread for one in wholes if at[: len(one)] == one}
            return {at: one for at, one in self.unread.items() if at not in gone}
        if isinstance(edit, Added) and edit.typing is not None:
            return self.unread  # the row stood there before, and only now is an item
        moved = ((moved_along(at, path, edit), one) for at, one in self.unread.items())
        return {at: one for at, one in moved if at is not None}

    def noted(self, whole: Path, unread: Unread) -> "Draft":
        """Return the draft with text that cannot be read at `whole`, or without such a text."""
        others = {at: one for at, one in self.unread.items() if at != whole}
        plain = Unread((), unread.text, unread.said)
        return Draft(self.report, {**others, whole: plain} if unread.text else others)

    def fitting(self) -> "Draft":
        """Return the draft without texts whose field the report does not have (any more).

        Where a text stands that cannot be read, the report has no value that it could do without.
        """
        there = {at: one for at, one in self.unread.items() if holds(self.report, at)}
        return Draft(without_values(self.report, there), there)

    def with_report(self, report: Report) -> "Draft":
        """Return the draft with another report, and of the texts those that it has no value for."""
        left = {at: one for at, one in self.unread.items() if holds(report, at)}
        same = {at: one for at, one in left.items() if without_values(report, [at]) == report}
        return Draft(report, same)


def typed_at(edit: Edit) -> Path | None:
    """Return where letters were typed, so that those of one word become one step."""
    match edit:
        case Put(path):
            return path
        case Added(typing=path):
            return path
        case _:
            return None


def troubles(problems: Iterable[Problem], unread: Mapping[Path, Unread]) -> tuple[Problem, ...]:
    """Put unreadable texts among the problems; what is typed there does not lack as well."""
    return with_unread(problems, {path: one.text for path, one in unread.items()})
