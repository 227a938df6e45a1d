"""What placed things are, and what they are part of, for readers that do not see the page.

Lines and pictures carry a `Tag`, made once with their element's rows.  Which element a tag stands for
is the tag itself, not a number: a number would change all that follows where a paragraph comes in.
"""

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """Kinds of things, by the names of ISO 32000-1, 14.8.4; title and signature by our own."""

    TITLE = "Title"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    PARAGRAPH = "P"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    CAPTION = "Caption"
    SIGNATURE = "Signature"

    @property
    def level(self) -> int:
        """The level of a heading, 1 the outermost; 0 of all else."""
        return _LEVELS.get(self, 0)


_LEVELS = {Role.HEADING_1: 1, Role.HEADING_2: 2, Role.HEADING_3: 3}


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """One element of a document, within another or none.

    A row of a table has `cells`, and each of them its number `at` from 0; a figure says in `alt` what
    it shows.  What has no tag is furniture of the page: its number, a catchword, a repeated header.
    """

    role: Role
    within: "Tag | None" = None
    alt: str = ""
    cells: int = 0
    at: int = 0
