"""Stage 5, first half: pictures side by side, with their captions, become a row of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop_app.typeset.elements import Paragraph, Picture, PictureRow
from desktop_app.typeset.paragraphs import FOOT, ParagraphRows
from desktop_app.typeset.pictures import OpenPicture
from desktop_app.typeset.roles import Role, Tag
from desktop_app.typeset.rows import (
    Bond,
    Gallery,
    PlacedMark,
    PlacedPicture,
    Row,
    moved,
    side_by_side,
)

LEAST_PICTURE = 100.0
"""Points below which no picture is made smaller for what stands below it."""

_LEAST_SCALE = 0.5  # of the size asked for, to which pictures shrink to fill a page's end
_TALLER = 1.5  # times as tall as the lowest picture beside it a picture may be
_DOT = 0.75  # points to a dot of a picture, at most: what is shown at its full size on a screen
_MOST_CAPTION = 0.5  # of a picture's cell; what is longer stands below the row, over all its width


class _Cell(NamedTuple):
    """One picture of a row, or the text in its place, and its caption; points."""

    picture: Picture
    width: float
    height: float
    text: Row
    caption: Row
    tag: Tag


class GalleryRows(NamedTuple):
    """Makes the rows of pictures."""

    paragraphs: ParagraphRows

    def of(self, row: PictureRow, measure: float) -> Iterator[Row]:
        """Yield a row of pictures, and the rows of captions that are too long to stand in it."""
        width = (measure - row.gap * (row.columns - 1)) / row.columns
        tags = [_figure(picture) for picture in row.pictures]
        captions = [
            self._set(_caption(picture), width, tag)
            for picture, tag in zip(row.pictures, tags, strict=True)
        ]
        too_long = max(caption.height for caption in captions) > row.height * _MOST_CAPTION
        if too_long:
            captions = [Row(0.0) for _ in captions]
        room = row.height - max(caption.height for caption in captions)
        room = min(room, _like_each_other(row, width, room))
        cells = [
            self._cell(picture, caption, (width, room), tag)
            for picture, caption, tag in zip(row.pictures, captions, tags, strict=True)
        ]
        bond = Bond.HEADING if too_long else Bond.NONE
        gallery = Gallery(len(cells), row.most)
        yield replace(_beside(cells, row, measure, width), bond=bond, gallery=gallery)
        for picture, tag in zip(row.pictures, tags, strict=True):
            caption = _caption(picture)
            if caption and too_long:
                yield from self.paragraphs.of(caption, measure, tag)

    def _cell(self, picture: Picture, caption: Row, room: tuple[float, float], tag: Tag) -> _Cell:
        if isinstance(picture.source, Paragraph):
            text = self._set(picture.source, room[0], tag)
            return _Cell(picture, room[0], text.height, text, caption, tag)
        return _Cell(picture, *_fitted(picture.source, *room), Row(0.0), caption, tag)

    def _set(self, paragraph: Paragraph | None, width: float, tag: Tag) -> Row:
        rows = self.paragraphs.of(paragraph, width, tag) if paragraph else ()
        return moved(tuple(rows), 0.0, 0.0)


def _figure(picture: Picture) -> Tag:
    return Tag(Role.FIGURE, alt=picture.caption.text if picture.caption else "")


def _caption(picture: Picture) -> Paragraph | None:
    return picture.caption and picture.caption._replace(role=Role.CAPTION)


def no_deeper(row: PictureRow, depth: float) -> PictureRow:
    """Return a row of pictures that leaves room for a heading above it within `depth` points."""
    room = depth - 2 * FOOT
    return row if room < LEAST_PICTURE else row._replace(height=min(row.height, room))


def shallower(row: Row, depth: float) -> Row:
    """Return a row of pictures, made smaller so that it is no deeper than `depth` points."""
    cut = max(row.height - depth, 0.0)
    foot = _foot(row)
    room = max(foot - cut, 0.0)

    def smaller(placed: PlacedPicture) -> PlacedPicture:
        height = min(placed.height, room)
        width = placed.width * height / placed.height
        x = placed.x + (placed.width - width) / 2
        return placed._replace(x=x, top=(room - height) / 2, width=width, height=height)

    lines = (
        line._replace(baseline=line.baseline - (cut if line.baseline > foot else cut / 2))
        for line in row.lines
    )
    return replace(
        row,
        height=row.height - cut,
        lines=tuple(lines),
        pictures=tuple(map(smaller, row.pictures)),
    )


def may_shrink(row: Row, depth: float) -> bool:
    """Say whether the pictures of a row are still worth looking at when it is only so deep."""
    room = _foot(row) - (row.height - depth)
    return bool(row.pictures) and room >= max(LEAST_PICTURE, _foot(row) * _LEAST_SCALE)


def _foot(row: Row) -> float:
    """Return where the pictures of a row end and its captions begin."""
    return max((placed.top + placed.height for placed in row.pictures), default=0.0)


def _beside(cells: Sequence[_Cell], row: PictureRow, measure: float, width: float) -> Row:
    """Return cells as one row, centred where it is not full."""
    tallest = max(cell.height for cell in cells)
    used = len(cells) * (width + row.gap) - row.gap
    left = (measure - used) / 2
    placed = (
        _placed(cell, left + at * (width + row.gap), width, tallest)
        for at, cell in enumerate(cells)
    )
    return side_by_side(tuple(placed), row.before)


def _placed(cell: _Cell, left: float, width: float, tallest: float) -> Row:
    """Return one picture, or text in its place, half way down its cell, and its caption below."""
    mark = PlacedMark(0.0, cell.picture.mark, None)
    caption = moved([cell.caption], left, tallest)
    if isinstance(cell.picture.source, Paragraph):
        text = moved([cell.text], left, (tallest - cell.height) / 2)
        return replace(caption, lines=(*text.lines, *caption.lines), marks=(mark,))
    x, top = left + (width - cell.width) / 2, (tallest - cell.height) / 2
    picture = PlacedPicture(x, top, cell.width, cell.height, cell.picture.source, cell.tag)
    return replace(caption, pictures=(picture,), marks=(mark,))


def _like_each_other(row: PictureRow, width: float, height: float) -> float:
    """Return how tall pictures may be so that none beside a low one looks much larger than that.

    Theirs are the shapes that count: a picture of few dots makes none of the others smaller.
    """
    sources = [picture.source for picture in row.pictures]
    shapes = [source for source in sources if not isinstance(source, Paragraph)]
    heights = [min(height, width * shape.height / shape.width) for shape in shapes] or [height]
    return max(min(heights) * _TALLER, max(heights) * _LEAST_SCALE)


def _fitted(picture: OpenPicture, width: float, height: float) -> tuple[float, float]:
    scale = min(width / picture.width, height / picture.height, _DOT)
    return picture.width * scale, picture.height * scale
