"""The program as parsed source: its modules, what each imports and which names it binds.

Nothing is imported, so that the rules of the house can be tried on a program that is broken.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = "desktop_app"

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(frozen=True, slots=True)
class Import:
    """One module's import of another; `late` when it stands inside a function."""

    target: str
    line: int
    late: bool


@dataclass(frozen=True)
class Module:
    """One parsed module."""

    name: str
    text: str
    tree: ast.Module
    imports: tuple[Import, ...]
    meanings: Mapping[str, str]  # each imported name, and the full name of what it stands for

    @property
    def room(self) -> str:
        """The part of the name that says where in the house it stands."""
        return ".".join(self.name.split(".")[1:2])

    @property
    def statements(self) -> tuple[ast.stmt, ...]:
        """What runs when the module is imported, outside functions and classes."""
        return tuple(_outermost(self.tree))

    def calls(self) -> Iterator[tuple[str, int]]:
        """Yield the full name of each thing called by an imported name, with its line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and (name := self.full_name(node.func)):
                yield name, node.lineno

    def full_name(self, node: ast.expr) -> str:
        """Return what a dotted expression stands for, or nothing if it begins with no import."""
        if isinstance(node, ast.Name):
            return self.meanings.get(node.id, "")
        if isinstance(node, ast.Attribute) and (owner := self.full_name(node.value)):
            return f"{owner}.{node.attr}"
        return ""


Program = tuple[Module, ...]


def read_sources(root: Path, name: str = NAME) -> dict[str, str]:
    """Return the text of each module of the package `name` in `root`, by its full name."""
    return {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): (
            path.read_text(encoding="utf-8")
        )
        for path in sorted((root / name).rglob("*.py"))
    }


def parse(sources: Mapping[str, str]) -> Program:
    """Return the modules of a program from their texts."""
    return tuple(_module(name, text, sources.keys()) for name, text in sources.items())


def with_module(program: Program, name: str, text: str) -> Program:
    """Return `program` with one module more, or with another text for one that it has."""
    others = tuple(module for module in program if module.name != name)
    return (*others, _module(name, text, [module.name for module in program]))


def _module(name: str, text: str, known: Collection[str]) -> Module:
    tree = ast.parse(text, name)
    found = tuple(_imports(tree, known, late=False))
    meanings = {alias: meaning for node in ast.walk(tree) for alias, meaning in _aliases(node)}
    return Module(name, text, tree, found, meanings)


def _imports(node: ast.AST, known: Collection[str], *, late: bool) -> Iterator[Import]:
    """Yield the imports in and below `node`; a name taken from a package may be a module itself."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield Import(alias.name, node.lineno, late)
    elif isinstance(node, ast.ImportFrom):
        origin = "." * node.level + (node.module or "")
        for alias in node.names:
            full = f"{origin}.{alias.name}"
            yield Import(full if full in known else origin, node.lineno, late)
    for child in ast.iter_child_nodes(node):
        yield from _imports(child, known, late=late or isinstance(node, _FUNCTIONS))


def _aliases(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            top = alias.name.split(".")[0]
            yield (alias.asname, alias.name) if alias.asname else (top, top)
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _outermost(node: ast.AST) -> Iterator[ast.stmt]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            yield child
        if not isinstance(child, (*_FUNCTIONS, ast.ClassDef)):
            yield from _outermost(child)
