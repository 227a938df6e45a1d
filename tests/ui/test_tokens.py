"""The colours can be read."""

import pytest
from PySide6.QtGui import QColor

from desktop_app.ui.look.style_sheet import style_sheet
from desktop_app.ui.look.tokens import DARK, LIGHT, Tokens


def light_of(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    of = QColor(colour)
    return 0.2126 * linear(of.redF()) + 0.7152 * linear(of.greenF()) + 0.0722 * linear(of.blueF())


def contrast(one: str, other: str) -> float:
    lights = sorted((light_of(one), light_of(other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


@pytest.mark.parametrize("now", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["ground", "surface", "soft", "desk"])
@pytest.mark.parametrize("text", ["text", "quiet", "accent", "warning", "error", "good"])
def test_text_stands_out(now: Tokens, ground: str, text: str) -> None:
    assert contrast(getattr(now, text), getattr(now, ground)) >= 4.5


@pytest.mark.parametrize("now", [LIGHT, DARK], ids=["light", "dark"])
def test_buttons_and_edges_stand_out(now: Tokens) -> None:
    assert contrast(now.on_accent, now.accent) >= 4.5
    assert contrast(now.on_accent, now.accent_pressed) >= 4.5
    assert contrast(now.text, now.mark) >= 4.5
    assert min(contrast(now.edge, one) for one in (now.ground, now.surface, now.desk)) >= 3
    assert contrast(now.accent, now.surface) >= 3


@pytest.mark.parametrize("now", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_every_value_filled_in(now: Tokens) -> None:
    sheet = style_sheet(now)
    assert "$" not in sheet
    assert now.accent in sheet
