"""Bring the window's English up to date: `python packaging/translations.py`.

Thai is the source language.  Every string of desktop_app/ui that is given to Qt for translation is
looked up in resources/i18n/suanruam_en.ts: new ones are added there without a translation, those
that are gone are dropped, and the catalogue that the program reads is made of it (by Qt's
lrelease, which PySide6 brings along).  The exit status is 1 while a translation is missing.

Qt's lupdate is not used: it does not see strings that go through a module's own short function.
"""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
UI = ROOT / "desktop_app" / "ui"
TS = ROOT / "resources" / "i18n" / "suanruam_en.ts"
QM = TS.with_suffix(".qm")


class Text(NamedTuple):
    """A string of the window, and the context that Qt knows it by."""

    context: str
    source: str


class NoLiteral(ValueError):
    """A string that is only known when the program runs cannot be translated."""


def texts_of(source: str, name: str = "") -> Iterator[Text]:
    """Yield every string that a module gives to Qt for translation.  Raises NoLiteral."""
    tree = ast.parse(source)
    own = dict(_own_functions(tree))
    for context, call in _calls(tree, ""):
        where = f"{name}:{call.lineno}"
        match call.func, call.args:
            case ast.Attribute(attr="tr"), [text, *_]:
                yield Text(context, _literal(text, where))
            case ast.Name(id=function), [text, *_] if function in own:
                yield Text(own[function], _literal(text, where))
            case ast.Attribute(attr="translate"), [ast.Constant(value=str(given)), text, *_]:
                if not isinstance(text, ast.Name):
                    yield Text(given, _literal(text, where))
            case _:
                continue


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls below a node with the class that each stands in."""
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            yield inside, child
        yield from _calls(child, inside)


def _own_functions(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield a module's short functions for one context: their names, and the context."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        parameters = {argument.arg for argument in node.args.args}
        for _, call in _calls(node, ""):
            match call.func, call.args:
                case (
                    ast.Attribute(attr="translate"),
                    [ast.Constant(value=str(context)), ast.Name(id=given), *_],
                ) if given in parameters:
                    yield node.name, context
                case _:
                    continue


def _literal(node: ast.expr, where: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise NoLiteral(f"{where}: what is translated must be written out in one piece")


def texts() -> tuple[Text, ...]:
    """Return every string of the window, in the order of contexts and sources."""
    modules = sorted(UI.rglob("*.py"))
    return tuple(
        sorted({text for path in modules for text in texts_of(path.read_text("utf-8"), path.name)})
    )


def translations() -> dict[Text, str]:
    """Return what the .ts file holds; an unfinished translation is empty."""
    if not TS.exists():
        return {}
    return {
        Text(context.findtext("name") or "", message.findtext("source") or ""): message.findtext(
            "translation"
        )
        or ""
        for context in ET.parse(TS).getroot().iter("context")  # noqa: S314
        for message in context.iter("message")
    }


def written(found: Iterable[Text], known: Mapping[Text, str]) -> bytes:
    """Return the .ts file of these strings, with the translations that are known."""
    root = ET.Element("TS", version="2.1", language="en", sourcelanguage="th")
    contexts: dict[str, ET.Element] = {}
    for text in found:
        if text.context not in contexts:
            contexts[text.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.context], "name").text = text.context
        message = ET.SubElement(contexts[text.context], "message")
        ET.SubElement(message, "source").text = text.source
        translation = ET.SubElement(message, "translation")
        translation.text = known.get(text) or None
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    head = b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    body: bytes = ET.tostring(root, encoding="utf-8", short_empty_elements=False)
    return head + body + b"\n"


def main() -> int:
    """Write both files, and name what has no translation."""
    found, known = texts(), translations()
    TS.write_bytes(written(found, known))
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", "-nounfinished", TS, "-qm", QM], check=True)
    missing = [text for text in found if not known.get(text)]
    for text in missing:
        sys.stdout.write(f"{text.context}: {text.source!r}\n")
    sys.stdout.write(f"{len(found)} strings, {len(missing)} without a translation\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
