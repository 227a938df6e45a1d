"""Where a part of a picture lies once the picture is turned; sides in ten-thousandths."""

Box = tuple[int, int, int, int]
"""Left, top, right and bottom."""

END = 10_000
WHOLE: Box = (0, 0, END, END)


def turned(box: Box, by: int) -> Box:
    """Return where a part lies in the picture turned clockwise by 0, 90, 180 or 270 degrees."""
    left, top, right, bottom = box
    for _ in range(by % 360 // 90):
        left, top, right, bottom = END - bottom, left, END - top, right
    return left, top, right, bottom
