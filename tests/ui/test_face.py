"""Every Thai mark is inside its line, in every size and widget."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from desktop_app.ui.fields.growing import GrowingText
from desktop_app.ui.look.face import FAMILY
from desktop_app.ui.look.tokens import Type

CONSONANTS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
ABOVE = ("", "ิ", "ี", "ึ", "ื", "ั", "็", "ํ")
TONES = ("", "่", "้", "๊", "๋", "์")
BELOW = ("ุ", "ู", "ฺ")
STACKS = [
    *(c + v + t for c, v, t in product(CONSONANTS, ABOVE, TONES)),
    *(c + v for c, v in product(CONSONANTS, BELOW)),
]
HARDEST = "ญู ป้ ฐุ ที่ ฎู ฟื้ ฬั้ ฏุ"


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("size", list(Type))
def test_no_mark_of_any_syllable_is_outside_the_line(size: Type, *, bold: bool) -> None:
    font = QFont(FAMILY, size)
    font.setBold(bold)
    metrics = QFontMetrics(font)
    ink = [metrics.tightBoundingRect(stack) for stack in STACKS]
    assert max(-rect.top() for rect in ink) <= metrics.ascent()
    assert max(rect.bottom() for rect in ink) <= metrics.descent()


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("kind", [QLabel, QPushButton, QLineEdit, GrowingText])
def test_a_widget_of_its_own_height_cuts_no_ink(kind: type[QWidget]) -> None:
    widget, taller = made(kind), made(kind)
    widget.resize(260, widget.sizeHint().height())
    taller.setStyleSheet("min-height: 90px; max-height: 90px;")
    taller.resize(260, 90)
    letters = letters_in(widget.grab().toImage())
    assert letters == letters_in(taller.grab().toImage())
    assert letters > 200


def letters_in(image: QImage) -> int:
    """Return how many pixels are as dark as letters; borders are not."""
    return sum(
        image.pixelColor(x, y).lightness() < 90
        for x in range(image.width())
        for y in range(image.height())
    )


def made(kind: type[QWidget]) -> QWidget:
    widget = kind(one_line=True) if kind is GrowingText else kind()
    if isinstance(widget, GrowingText):
        widget.setPlainText(HARDEST)
    elif isinstance(widget, QLabel | QPushButton | QLineEdit):
        widget.setText(HARDEST)
    return widget


def test_the_hardest_syllables_are_painted_whole() -> None:
    """A line's box holds all the ink that the same line has with room to spare."""
    font = QFont(FAMILY, Type.BODY)
    metrics = QFontMetrics(font)
    whole = painted(font, 120, metrics.ascent() + 40)
    exact = painted(font, metrics.height(), metrics.ascent())
    assert letters_in(whole) == letters_in(exact)


def painted(font: QFont, height: int, baseline: int) -> QImage:
    image = QImage(240, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(4, baseline, HARDEST)
    painter.end()
    return image
