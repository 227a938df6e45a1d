"""A typesetter with the bundled faces, shared by all tests of this folder."""

from collections.abc import Callable

import pytest

from desktop_app.paths import font, resource
from desktop_app.typeset.draw import About
from desktop_app.typeset.elements import Paragraph, Part, Run
from desktop_app.typeset.faces import Face, Family, open_family
from desktop_app.typeset.lines import Typesetter
from desktop_app.typeset.setting import Press, SetDocument

NAMES = frozenset({"พิษณุโลก", "พระนครศรีอยุธยา", "กรุงเทพมหานคร"})

SetTexts = Callable[..., SetDocument]


@pytest.fixture(scope="session")
def family() -> Family:
    """Return the bundled faces, without what the computer would help out with."""
    styles = ("Regular", "Bold", "Italic", "BoldItalic")
    return open_family(*(font(f"Sarabun-{style}.ttf") for style in styles))


@pytest.fixture(scope="session")
def regular(family: Family) -> Face:
    return family.regular


@pytest.fixture(scope="session")
def press(family: Family) -> Press:
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
