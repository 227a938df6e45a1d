"""A typesetter with the bundled faces, shared by all tests of this folder."""

from collections.abc import Callable

import pytest

from desktop_app.paths import font, resource
from desktop_app.typeset.draw import About
from desktop_app.typeset.elements import Paragraph, Part, Run
from desktop_app.typeset.faces import SARABUN_FACTOR, Face, Family
from desktop_app.typeset.lines import Typesetter
from desktop_app.typeset.setting import Press, SetDocument

NAMES = frozenset({"พิษณุโลก", "พระนครศรีอยุธยา", "กรุงเทพมหานคร"})

SetTexts = Callable[..., SetDocument]


@pytest.fixture(scope="session")
def regular() -> Face:
    return Face(font("Sarabun-Regular.ttf"), SARABUN_FACTOR)


@pytest.fixture(scope="session")
def press(regular: Face) -> Press:
    bold, italic, bold_italic = (
        Face(font(f"Sarabun-{style}.ttf"), SARABUN_FACTOR)
        for style in ("Bold", "Italic", "BoldItalic")
    )
    family = Family(regular, bold, italic, bold_italic)
    return Press(family, resource("words", "thai-words.txt"), NAMES)


@pytest.fixture(scope="session")
def setter(press: Press) -> Typesetter:
    return press.setter


@pytest.fixture(scope="session")
def set_texts(press: Press) -> SetTexts:
    """Set texts as paragraphs of one part without page numbers or catchwords."""

    def set_them(*texts: str, numbered: bool = False) -> SetDocument:
        paragraphs = tuple(Paragraph((Run(text),), mark=at) for at, text in enumerate(texts))
        return press.set_parts([Part(paragraphs, numbered=numbered)], About())

    return set_them
