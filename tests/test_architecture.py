"""The program keeps the rules of the house, and each rule is seen to fail when it is broken."""

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests import architecture
from tests.architecture import MOST_FUNCTION_LINES, MOST_LINES, RULES
from tests.source import Program, parse, read_sources, with_module

ROOT = Path(__file__).resolve().parent.parent
SOURCES = read_sources(ROOT)
HOUSE = parse(SOURCES)

Rule = Callable[[Program], Iterator[str]]


def name_of(value: object) -> str | None:
    return getattr(value, "__name__", None)


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_the_program_keeps_the_rule(rule: Rule) -> None:
    assert list(rule(HOUSE)) == []


BREACHES = [
    (architecture.floors, "thai.numerals", "import desktop_app.report.values"),
    (architecture.floors, "thai.numerals", "from desktop_app.errors import Said"),
    (architecture.floors, "report.values", "from desktop_app import storage"),
    (architecture.floors, "report.values", "from desktop_app.typeset import shape"),
    (architecture.floors, "typeset.shape", "import desktop_app.document"),
    (architecture.floors, "document.blocks", "from desktop_app.storage import tables"),
    (architecture.floors, "services", "import desktop_app.ui"),
    (architecture.floors, "ui", "import desktop_app.cli"),
    (architecture.floors, "cli", "import desktop_app.ui"),
    (architecture.floors, "errors", "import desktop_app.report"),
    (architecture.window_floors, "ui.home.home", "import desktop_app.ui.wizard.outline"),
    (architecture.window_floors, "ui.look.icons", "import desktop_app.ui.window"),
    (architecture.window_floors, "ui.attic", ""),
    (
        architecture.the_window_asks_services,
        "ui.desk.keeping",
        "from desktop_app.storage.folders import folder_warnings",
    ),
    (architecture.everything_has_a_place, "attic", ""),
    (architecture.packages_have_owners, "report.values", "from PySide6.QtCore import QObject"),
    (architecture.packages_have_owners, "document.pdf", "import reportlab.pdfgen.canvas"),
    (architecture.packages_have_owners, "services", "from sqlalchemy import select"),
    (architecture.packages_have_owners, "ui", "import sqlite3"),
    (architecture.packages_have_owners, "thai.calendar", "import pydantic"),
    (architecture.packages_have_owners, "typeset.shape", "import numpy"),
    (
        architecture.composers_alone_make_parts,
        "services",
        "from desktop_app.paths import data_place\n\nPLACE = data_place(None)",
    ),
    (
        architecture.composers_alone_make_parts,
        "ui",
        "from desktop_app.storage import store as s\n\n\ndef f() -> None:\n    s.Store.open(1)",
    ),
    (architecture.no_late_imports, "report.values", "def f() -> None:\n    import json"),
    (architecture.no_late_imports, "ui", "import importlib\n\nimportlib.import_module('x')"),
    (architecture.no_late_imports, "report.values", "from . import fields"),
    (architecture.no_cycles, "errors", "import desktop_app.whole_file"),
    (architecture.no_vague_names, "report.utils", ""),
    (architecture.modules_are_short, "report.rounds", "\n" * MOST_LINES),
    (
        architecture.modules_are_short,
        "report",
        "def f() -> None:\n" + "    f()\n" * MOST_FUNCTION_LINES,
    ),
    (architecture.no_changing_state, "services", "SEEN: list[int] = []\nSEEN.append(1)"),
    (architecture.no_changing_state, "services", "SEEN = {}\n\ndef f() -> None:\n    SEEN[1] = 2"),
    (architecture.no_changing_state, "services", "def f() -> None:\n    global LAST\n    LAST = 1"),
    (architecture.no_singletons, "services", "store = object()"),
]


@pytest.mark.parametrize(("rule", "module", "breach"), BREACHES)
def test_the_rule_names_the_culprit(rule: Rule, module: str, breach: str) -> None:
    name = f"desktop_app.{module}"
    broken = with_module(HOUSE, name, f"{SOURCES.get(name, '')}\n{breach}\n")
    sentences = set(rule(broken)) - set(rule(HOUSE))
    assert [sentence for sentence in sentences if name in sentence] != []
    assert len(sentences) == 1


def test_every_rule_is_seen_to_fail() -> None:
    assert {rule for rule, _, _ in BREACHES} == set(RULES)


def test_a_composer_may_import_late() -> None:
    late = {"desktop_app.ui.app": "def f() -> None:\n    import json\n"}
    assert list(architecture.no_late_imports(parse(late))) == []


def test_reading_a_table_is_no_change() -> None:
    table = 'NAMES = {1: "a"}\n\n\ndef f() -> str:\n    return NAMES[1] + NAMES.get(2, "")\n'
    assert list(architecture.no_changing_state(parse({"desktop_app.thai": table}))) == []


def distribution_of(target: str, installed: Mapping[str, list[str]]) -> str:
    """Return the name under which an imported module is installed."""
    if target.split(".", maxsplit=1)[0] == "PySide6":
        return "pyside6-pdf" if target.startswith("PySide6.QtPdf") else "pyside6-essentials"
    top = target.split(".", maxsplit=1)[0]
    (name,) = set(installed.get(top, [top]))
    return name.lower().replace("_", "-")


def imported_by(program: Program) -> set[str]:
    """Return what has to be installed for a program, by the names of pyproject.toml."""
    installed = packages_distributions()
    own = {"desktop_app", "tests", "run", "first_run", "translations", *sys.stdlib_module_names}
    return {
        distribution_of(found.target, installed)
        for module in program
        for found in module.imports
        if found.target.split(".", maxsplit=1)[0] not in own
    }


def names_of(requirements: list[str]) -> set[str]:
    """Return requirements without their versions."""
    return {re.split(r"[ <>=!~]", text)[0].lower() for text in requirements}


def test_pyproject_names_what_is_imported_and_nothing_else() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    program = names_of(pyproject["project"]["dependencies"])
    tests = names_of(pyproject["dependency-groups"]["test"])
    assert imported_by(HOUSE) == program
    assert imported_by(parse(read_sources(ROOT, "tests"))) | program == program | tests


@pytest.mark.parametrize(
    "path",
    [ROOT / "run.py", *(ROOT / "packaging" / "first_run").glob("*.py")],
    ids=lambda p: p.name,
)
def test_setting_up_is_readable_by_an_old_python(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 8))
    assert len(text.splitlines()) <= MOST_LINES
