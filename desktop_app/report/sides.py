"""The two sides of a comparison, and what stands on either that cannot be read as a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from desktop_app.report.location import Path


class Side(Enum):
    """Whose value is taken."""

    OURS = "ours"
    THEIRS = "theirs"


Texts = Mapping[Path, str]
"""What is typed and cannot be read, by the path of its field."""


@dataclass(frozen=True, slots=True)
class Both:
    """What is typed in either version, or in a part of it, and cannot be read."""

    ours: Texts = field(default_factory=dict)
    theirs: Texts = field(default_factory=dict)

    def within(self, mine: Path, other: Path) -> "Both":
        """Return what stands in a field, by what follows the field's path there."""
        return Both(below(self.ours, mine), below(self.theirs, other))

    @property
    def differ(self) -> bool:
        """Whether one side has what the other lacks."""
        return self.ours != self.theirs

    @property
    def said(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words of either side."""
        return tuple(self.ours.values()), tuple(self.theirs.values())

    def settled(self, mine: object, other: object, side: Side | None) -> Side | None:
        """Return whose is taken where the values alone say `side`: no words go unless somebody says."""
        keeps = {
            Side.OURS: self.theirs.items() <= self.ours.items(),
            Side.THEIRS: self.ours.items() <= self.theirs.items(),
        }
        if mine == other and self.differ:
            return next((one for one, kept in keeps.items() if kept), None)
        return side if side and keeps[side] else None


def below(texts: Texts, path: Path) -> Texts:
    """Return what stands in the field at `path`, by what follows that."""
    return {at[len(path) :]: text for at, text in texts.items() if at[: len(path)] == path}
