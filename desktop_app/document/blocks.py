"""Neutral blocks: what a report's document consists of, before any page or file format.

Each block knows its `source`, the path of the report's value that it shows, so that a click on
the page finds the field and a field finds its page.  Labels such as `1.6.2` and `3)` are worked
out here and stored nowhere.
"""

from typing import NamedTuple

from desktop_app.report.editing import Path


class Cover(NamedTuple):
    """The cover: the title's lines, and the agency below them."""

    lines: tuple[str, ...]
    agency: str
    source: Path


class TitleLines(NamedTuple):
    """The title at the head of the first page."""

    lines: tuple[str, ...]
    source: Path


class Prose(NamedTuple):
    """A paragraph with its first line set in, numbered where it has a label."""

    text: str
    source: Path
    label: str = ""
    heads_more: bool = False  # as a heading does


class ActivityHeading(NamedTuple):
    """`1. ชื่อกิจกรรม/โครงการ : ` and the activity's name."""

    label: str
    title: str
    name: str
    source: Path


class ClauseHeading(NamedTuple):
    """`1.2 สถานที่ดำเนินการ`, with its text on the same line where there is just one."""

    label: str
    title: str
    text: str | None
    source: Path
    heads_more: bool  # what follows belongs to it and must not be parted from it
    level: int = 1  # in the outline, where activities are at level 0


class Item(NamedTuple):
    """One entry of a list."""

    label: str
    text: str
    source: Path


class Items(NamedTuple):
    """A list with labels in a hanging column, perhaps of `addresses` of the web."""

    items: tuple[Item, ...]
    addresses: bool = False


class Photograph(NamedTuple):
    """One picture: the file within the package, and the caption as printed."""

    file: str
    caption: str
    source: Path


class Photographs(NamedTuple):
    """The pictures of one activity."""

    photographs: tuple[Photograph, ...]
    per_page: int


class Signature(NamedTuple):
    """The place where one person signs; None stands for a dotted line."""

    role: str
    name: str | None
    position: str | None
    date: str | None
    source: Path


class Signatures(NamedTuple):
    """All who sign; `heading` says what they sign, where they do so on a page of their own."""

    signatures: tuple[Signature, ...]
    heading: tuple[str, ...] = ()


class TableLine(NamedTuple):
    """One activity as a row of a table; every cell is a stack of items, labelled or not."""

    cells: tuple[tuple[Item, ...], ...]
    name: str
    source: Path


class ActivityTable(NamedTuple):
    """All activities as a table, one row each."""

    titles: tuple[str, ...]
    lines: tuple[TableLine, ...]


Block = (
    Cover
    | TitleLines
    | Prose
    | ActivityHeading
    | ClauseHeading
    | Items
    | ActivityTable
    | Photographs
    | Signatures
)
