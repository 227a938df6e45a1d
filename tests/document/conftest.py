"""The sample report, and a way to print it."""

from collections.abc import Callable

import pytest

from desktop_app.document.pdf import PrintedDocument, PrintOptions, set_document
from desktop_app.paths import font, resource
from desktop_app.report.package import Package, read_package
from desktop_app.report.values import Report
from desktop_app.typeset.faces import open_family
from desktop_app.typeset.setting import Press

Print = Callable[..., PrintedDocument]


@pytest.fixture(scope="session")
def sample() -> Package:
    return read_package(resource("samples", "phitsanulok-2566", "report.json"))


@pytest.fixture(scope="session")
def press() -> Press:
    styles = ("Regular", "Bold", "Italic", "BoldItalic")
    family = open_family(*(font(f"Sarabun-{style}.ttf") for style in styles))
    return Press(family, resource("words", "thai-words.txt"))


@pytest.fixture(scope="session")
def printed(press: Press) -> Print:
    def print_it(
        package: Package | Report, thai_digits: bool | None = None, deterministic: bool = False
    ) -> PrintedDocument:
        if isinstance(package, Report):
            package = Package(package, {})
        return set_document(package, press, PrintOptions(thai_digits, deterministic))

    return print_it
