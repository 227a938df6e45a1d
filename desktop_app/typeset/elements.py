"""What can be set: paragraphs, rows of pictures, columns side by side, in parts on sheets.

These are the values that a caller hands to `setting.set_parts`.  Sizes are nominal points (see
`faces`), all other lengths points.  A `mark` is whatever the caller knows an element by; the
placed pages say where each mark came to stand.
"""

from collections.abc import Hashable
from enum import Enum
from typing import NamedTuple

from desktop_app.typeset.pictures import OpenPicture
from desktop_app.typeset.roles import Role

CM = 72 / 2.54
"""Points to the centimetre."""


class Align(Enum):
    """How the lines of a paragraph stand between its edges."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    THAI = "thai"  # กระจายแบบไทย: both edges straight, the last line left


class Style(NamedTuple):
    """How a paragraph is set.

    The first line starts at `first_indent` (or its label does), the others at `indent`, both
    from the left edge.  With `hang`, the text of all lines starts `hang` after `first_indent`, and
    the label stands in the gap.
    """

    size: float = 16
    align: Align = Align.LEFT
    indent: float = 0
    first_indent: float = 0
    hang: float | None = None
    before: float = 0
    keep_with_next: bool = False


class Run(NamedTuple):
    """Text of one weight and slope."""

    text: str
    bold: bool = False
    italic: bool = False


class Bookmark(NamedTuple):
    """An entry of the document's outline; level 0 is the outermost."""

    title: str
    level: int


class Paragraph(NamedTuple):
    """Runs set as one paragraph, after an optional label such as `1.6.2` or `3)`.

    The `role` says what it is to readers that do not see it.
    """

    runs: tuple[Run, ...]
    style: Style = Style()
    label: Run | None = None
    mark: Hashable = None
    bookmark: Bookmark | None = None
    role: Role = Role.PARAGRAPH

    @property
    def text(self) -> str:
        """The text of all runs, without the label."""
        return "".join(run.text for run in self.runs)


class Picture(NamedTuple):
    """A picture with its caption, or a text in place of one that cannot be shown; never cropped."""

    source: OpenPicture | Paragraph
    caption: Paragraph | None = None
    mark: Hashable = None


class PictureRow(NamedTuple):
    """Pictures side by side in `columns` equal cells of at most `height`, captions included.

    No page holds more than `most` pictures; 0 sets no limit.  None is shown larger than on a screen,
    96 dots to the inch.
    """

    pictures: tuple[Picture, ...]
    columns: int
    height: float
    most: int = 0
    gap: float = 12
    before: float = 6


class Columns(NamedTuple):
    """Stacks of paragraphs side by side, kept together and never alone on a page.

    Where more of them follow each other than a page holds, each further page begins with `heading`.
    """

    columns: tuple[tuple[Paragraph, ...], ...]
    before: float = 0
    gap: float = 12
    heading: tuple[Paragraph, ...] = ()


class TableRow(NamedTuple):
    """The cells of one row of a table, each a stack of paragraphs in the same size."""

    cells: tuple[tuple[Paragraph, ...], ...]
    mark: Hashable = None
    bookmark: Bookmark | None = None


class Table(NamedTuple):
    """A ruled table as wide as the text; `widths` are shares.

    The header is repeated on every page, and a row may go on over a page's end.
    """

    widths: tuple[float, ...]
    header: tuple[Paragraph, ...]
    rows: tuple[TableRow, ...]


Element = Paragraph | PictureRow | Columns | Table


class Sheet(NamedTuple):
    """The paper and its margins; the default is A4 as official letters have it."""

    width: float = 21.0 * CM
    height: float = 29.7 * CM
    left: float = 3.0 * CM
    right: float = 2.0 * CM
    top: float = 2.5 * CM
    bottom: float = 2.0 * CM

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """The height of the text."""
        return self.height - self.top - self.bottom


class Part(NamedTuple):
    """Elements that begin on a new page, `drop` points below its top margin.

    `numbered` parts carry page numbers and catchwords.
    """

    elements: tuple[Element, ...]
    sheet: Sheet = Sheet()
    drop: float = 0
    numbered: bool = True
