"""Stage 5, first half: a paragraph becomes rows, one a line, that know how they hold together."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.typeset.elements import Align, Paragraph, Style, TableRow
from desktop_app.typeset.faces import LEADING_FACTOR
from desktop_app.typeset.lines import Line, Typesetter, evened
from desktop_app.typeset.roles import Role, Tag
from desktop_app.typeset.rows import Bond, PlacedLine, PlacedMark, Row

BASELINE = 0.93
"""From the top of a line to its baseline, in nominal sizes: TH Sarabun New in its line."""

_HEADING_LINES = 6  # lines to which a paragraph that heads another is kept in one piece


def leading(size: float) -> float:
    """Return the line pitch of a nominal size, in points."""
    return size * LEADING_FACTOR


FOOT = leading(Style().size)
"""What is kept free for the catchword at the foot of a page, in points."""


class ParagraphRows(NamedTuple):
    """Makes the rows of paragraphs."""

    setter: Typesetter

    def of(self, paragraph: Paragraph, measure: float, within: Tag | None = None) -> Iterator[Row]:
        """Yield the rows of a paragraph, `measure` points wide."""
        style = paragraph.style
        label = self._label(paragraph)
        label_tag, tag = _tags(paragraph, within)
        first, others = _edges(style, label)
        lines = self.setter.lines(paragraph, measure - first, measure - others)
        if label is not None and style.hang is None:
            label, even = evened(label, lines[0])
            lines, first = (even, *lines[1:]), style.first_indent + label.width
        pitch = leading(style.size)
        for index, line in enumerate(lines):
            left = first if index == 0 else others
            x = left + _shift(style.align, measure - left - line.width)
            opens = index == 0 and (label is None or label_tag is not tag)
            placed = [PlacedLine(x, style.size * BASELINE, line, tag, opens)]
            if index == 0 and label is not None:
                edge = style.first_indent
                placed.insert(0, PlacedLine(edge, style.size * BASELINE, label, label_tag, True))
            yield Row(
                pitch,
                before=style.before if index == 0 else 0.0,
                bond=_bond(style, index, len(lines)),
                lines=tuple(placed),
                marks=marks_of(paragraph) if index == 0 else (),
            )

    def _label(self, paragraph: Paragraph) -> Line | None:
        if paragraph.label is None:
            return None
        return self.setter.label(paragraph.label, paragraph.style.size)


def marks_of(element: Paragraph | TableRow) -> tuple[PlacedMark, ...]:
    """Return the mark of an element where it has one to be found by."""
    if element.mark is None and element.bookmark is None:
        return ()
    return (PlacedMark(0.0, element.mark, element.bookmark),)


def _tags(paragraph: Paragraph, within: Tag | None) -> tuple[Tag, Tag]:
    """Return what the label is part of, and what the text is."""
    tag = Tag(paragraph.role, within)
    if paragraph.role is not Role.ITEM:
        return tag, tag
    return Tag(Role.LABEL, tag), Tag(Role.BODY, tag)


def _shift(align: Align, room: float) -> float:
    if align is Align.CENTRE:
        return room / 2
    return room if align is Align.RIGHT else 0.0


def _edges(style: Style, label: Line | None) -> tuple[float, float]:
    """Return the left edge of the first line's text and of the others'."""
    width = 0.0 if label is None else label.width
    if style.hang is None:
        return style.first_indent + width, style.indent
    return style.first_indent + max(style.hang, width), style.first_indent + style.hang


def _bond(style: Style, index: int, count: int) -> Bond:
    if index == count - 1:
        return Bond.HEADING if style.keep_with_next else Bond.NONE
    if index in (0, count - 2):
        return Bond.LINES
    whole = style.keep_with_next and count <= _HEADING_LINES
    return Bond.PART if whole else Bond.NONE
