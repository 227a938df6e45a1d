"""Everything that the window says is said in English too, by the catalogue that it reads."""

import ast
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

import translations
from desktop_app import paths
from desktop_app.paths import DataPlace
from desktop_app.report.package import Package
from desktop_app.report.values import Agency, Report
from desktop_app.services.settings import Settings, write_settings
from desktop_app.storage.store import Store
from desktop_app.ui.language import speak
from desktop_app.ui.window import Window
from tests.ui.journeys import until_idle
from tests.ui.person import ALT, CONTROL, SHIFT, click, is_seen, press, settle, until

KEY = Qt.Key
THAI = re.compile("[ก-๛]")
UI = Path(translations.UI)


def test_every_string_is_translated_and_none_is_left_over() -> None:
    known = translations.translations()
    assert set(known) == set(translations.texts()), "run python packaging/translations.py"
    assert [text for text, english in known.items() if not english] == []


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_translations_fill_in_the_same_and_have_no_thai_left() -> None:
    for text, english in translations.translations().items():
        assert placeholders(english) == placeholders(text.source), text
        assert not THAI.search(english), text


@pytest.mark.usefixtures("app")
def test_the_catalogue_is_made_of_the_translations() -> None:
    reader = QTranslator()
    assert reader.load(str(paths.resource("i18n", "suanruam_en.qm")))
    for text, english in translations.translations().items():
        assert reader.translate(text.context, text.source) == english


def test_what_cannot_be_translated_is_told() -> None:
    found = translations.texts_of(
        "class A:\n    def f(self): self.tr('ก'); self.tr(x)\n\n\n"
        "def said(x): return QCoreApplication.translate('B', x)\nsaid('ข')\n"
    )
    assert next(found) == ("A", "ก")
    with pytest.raises(translations.NoLiteral):
        next(found)


def untranslated(path: Path) -> Iterator[str]:
    """Yield the Thai texts of a module that stand neither in a translation nor in a `Said`."""
    tree = ast.parse(path.read_text("utf-8"))
    given = {text.source for text in translations.texts_of(path.read_text("utf-8"))}
    both = {
        id(part)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Said"
        for part in ast.walk(call)
    }
    documents = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
    }  # docstrings
    for node in ast.walk(tree):
        if id(node) in both | documents or not isinstance(node, ast.Constant):
            continue
        if isinstance(node.value, str) and THAI.search(node.value) and node.value not in given:
            yield f"{path.relative_to(UI)}:{node.lineno} {node.value!r}"


NOT_SAID = {
    "data/marked.py",
    "fields/chosen.py",
    "fields/pasting.py",
    "fields/readings.py",
    "fields/thai_calendar.py",
    "preview/printing.py",
    "preview/searching.py",
}
"""Modules whose other Thai texts name Thai files and days, or are looked for in what was typed."""


def test_no_thai_is_said_past_the_translations() -> None:
    found = [one for path in sorted(UI.rglob("*.py")) for one in untranslated(path)]
    assert [one for one in found if one.split(":")[0] not in NOT_SAID] == []


@pytest.fixture
def english_place(place: DataPlace) -> Iterator[DataPlace]:
    """A data place of somebody who reads English, with a report of an office of that language."""
    write_settings(place, Settings(language="en"))
    with Store.open(place.database) as store:
        office = Agency(name="Wang Thong")
        store.add([Package(Report(fiscal_year=2566, agency=office))])
    yield place
    speak("th")


def texts(widget: QWidget) -> Iterator[str]:
    """Yield what a control says, but for what somebody typed into it."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, QLineEdit | QTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QAbstractItemView):
        yield from rows(widget.model())
    elif not isinstance(widget, QAbstractScrollArea):
        text = getattr(widget, "text", None)
        yield str(text()) if callable(text) else ""


def rows(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        yield str(model.data(index) or "")
        yield str(model.data(index, Qt.ItemDataRole.AccessibleTextRole) or "")


def thai_in(window: Window) -> set[str]:
    settle()
    seen = (one for one in window.findChildren(QWidget) if one.isVisibleTo(window))
    acts = (act.text() for act in window.findChildren(QAction))
    said = [*(text for widget in seen for text in texts(widget)), *acts, window.windowTitle()]
    return {text for text in said if THAI.search(text)}


NAMES_OF_LANGUAGES = {"ไทย"}


def test_no_view_has_a_thai_letter(
    english_place: DataPlace, window: Window, app: QApplication
) -> None:
    del english_place, app
    until(lambda: is_seen(window, "reports"))
    assert thai_in(window) == set()
    for act, shown, back in (
        ("bin", "back_home", "back_home"),
        ("settings", "settings_kept", "back_home"),
        ("backup", "data_back", "data_back"),
        ("restore", "data_back", "data_back"),
        ("merge", "data_back", "data_back"),
    ):
        found = window.findChild(QAction, act)
        assert found is not None
        found.trigger()
        until(partial(is_seen, window, shown))
        until_idle(window)  # what is looked up comes a little later
        assert thai_in(window) <= NAMES_OF_LANGUAGES
        click(window, back)
        until(lambda: is_seen(window, "reports"))
    press(KEY.Key_N, CONTROL)
    until(lambda: is_seen(window, "page_title"))
    assert thai_in(window) == set()
    press(KEY.Key_N, CONTROL | SHIFT)
    while is_seen(window, "next"):
        assert thai_in(window) == set()
        press(KEY.Key_Right, ALT)
    assert thai_in(window) == set()
