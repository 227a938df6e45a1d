"""The rules of the house: its floors, who owns which package, and what no module may do.

Each rule goes from the program to sentences that name a culprit; no sentence, no breach.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from tests.source import NAME, Import, Module, Program

FLOORS = (
    ("ui", "cli"),
    ("services",),
    ("document", "storage"),
    ("typeset", "report", "pictures"),
    ("thai",),
)
"""The rooms, top floor first.  A room imports from floors below its own and from nowhere else."""

WINDOW_FLOORS = (
    ("app",),
    ("arriving",),
    ("desk",),
    ("home", "wizard", "data", "settings"),
    ("office",),
    ("fields", "photos", "preview"),
    ("window", "dialogs", "editing"),
    ("messages", "running", "file_dialog", "print_dialog"),
    ("look", "days"),
    ("language",),
)
"""The floors of the window, as of the house: modules and packages of ui/."""

ASKERS = ("app", "office")
"""The parts of the window that know storage itself."""

VALUES = (f"{NAME}.storage.summary",)
"""Modules of storage that hold values only, as what a list shows of a report."""

BESIDE = ("errors", "logs", "paths", "whole_file")
"""Modules that any room but the ground may import, as the version of the program itself; they
import only one another."""

ARROWS = (
    (f"{NAME}.__main__", f"{NAME}.cli.start"),
    (f"{NAME}.cli.start", f"{NAME}.ui.app"),  # the command line without a command opens the window
    (f"{NAME}.cli.main", f"{NAME}.ui.app"),
)
"""Who may import whom besides."""

COMPOSERS = (f"{NAME}.ui.app", f"{NAME}.ui.arriving", f"{NAME}.cli.start", f"{NAME}.cli.main")
"""The modules that put parts together; they also may import late, so that start-up is quick."""

LATE = (
    (f"{NAME}.storage.migrate", f"{NAME}.storage.climb"),
    (f"{NAME}.storage.migrate", f"{NAME}.storage.backup"),
    (f"{NAME}.storage.migrate", f"{NAME}.storage.readable"),
    (f"{NAME}.services.press.room", f"{NAME}.services.press.work"),
    (f"{NAME}.ui.look.word_label", f"{NAME}.services.words.line_ends"),
)
"""Who else may import whom late: Alembic and backups are slow to import, and only an upgrade needs them; the press
is loaded by the process that sets pages, and not by the one that starts it; ICU comes after the empty window."""

PARTS = (
    (f"{NAME}.paths", "data_place"),
    (f"{NAME}.logs", "start_logging"),
    (f"{NAME}.storage", "Store.open"),
    ("PySide6", "QApplication"),
)
"""Where the parts come from that composers alone make; everybody else is given them."""

OWNERS: Mapping[str, tuple[str, ...]] = {
    "PIL": ("pictures", "typeset"),
    "PySide6": ("ui",),
    "alembic": ("storage",),
    "cryptography": ("storage",),
    "icu4py": ("typeset",),
    "nlpo3": ("typeset",),
    "pi_heif": ("pictures",),
    "platformdirs": ("paths",),
    "pydantic": ("report", "services"),
    "reportlab": ("typeset",),
    "shiboken6": ("ui",),
    "sqlalchemy": ("storage",),
    "sqlite3": ("storage",),
    "sqlmodel": ("storage",),
    "uharfbuzz": ("typeset",),
}
"""The rooms that may import a package; the standard library is free, but for what stands here."""

VAGUE_NAMES = ("common", "helper", "helpers", "misc", "tools", "util", "utils")
MOST_LINES = 400
MOST_FUNCTION_LINES = 50

_TABLES = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
_TABLE_MAKERS = ("list", "dict", "set", "defaultdict", "OrderedDict", "Counter", "deque")
_LIST_CHANGES = ("append", "extend", "insert", "pop", "remove", "reverse", "sort", "clear")
_CHANGES = (*_LIST_CHANGES, "add", "discard", "popitem", "setdefault", "update")
_ALEMBIC_NAMES = ("revision", "down_revision", "branch_labels", "depends_on")


def floors(program: Program) -> Iterator[str]:
    """No room looks up or at its neighbour, and the ground looks nowhere."""
    for module, found in _imports(program):
        if found.target.split(".")[0] == NAME and (module.name, found.target) not in ARROWS:
            breach = _floor_breach(module.room, _room(found.target))
            if breach:
                yield _says(module, found.line, f"imports {found.target}, {breach}")


def _floor_breach(here: str, there: str) -> str:
    if here == there:
        return ""
    if there in ("", *BESIDE):
        return "but the ground imports nothing" if here in FLOORS[-1] else ""
    floor = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
    if here in BESIDE or here not in floor or there not in floor:
        return f"but {here or NAME} is no room that may"
    if floor[here] == floor[there]:
        return f"its neighbour on the floor: {here} and {there} do not know each other"
    return f"but {there} stands above {here}" if floor[here] > floor[there] else ""


def window_floors(program: Program) -> Iterator[str]:
    """Nor does any part of the window; what views have to do with one another is the desk's."""
    floor = {part: number for number, parts in enumerate(WINDOW_FLOORS) for part in parts}
    for module in program:
        here = _window_part(module.name)
        if here and here not in floor:
            yield f"{module.name} stands on no floor of the window"
        for found in module.imports:
            there = _window_part(found.target)
            if here != there and floor.get(here, -1) >= floor.get(there, len(floor)):
                yield _says(module, found.line, f"imports {found.target}, which is not below it")


def _window_part(name: str) -> str:
    """Return which part of the window a module belongs to, or nothing if to none."""
    return ".".join(name.split(".")[2:3]) if name.startswith(f"{NAME}.ui.") else ""


def the_window_asks_services(program: Program) -> Iterator[str]:
    """What views and desks ask of storage they ask of services; its values are free to name."""
    for module in program:
        part = _window_part(module.name)
        typing = {line for node in ast.walk(module.tree) for line in _typing_only(node)}
        for found in module.imports:
            stored = found.target.startswith(f"{NAME}.storage") and found.target not in VALUES
            if part and part not in ASKERS and stored and found.line not in typing:
                yield _says(module, found.line, f"imports {found.target} past services")


def _typing_only(node: ast.AST) -> Iterator[int]:
    if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
        yield from (
            inner.lineno
            for one in node.body
            for inner in ast.walk(one)
            if isinstance(inner, ast.stmt)
        )


def everything_has_a_place(program: Program) -> Iterator[str]:
    """Each package and module stands on a floor or beside the rooms."""
    placed = {"", "__main__", *BESIDE, *(room for rooms in FLOORS for room in rooms)}
    for module in program:
        if module.room not in placed:
            yield f"{module.name} stands on no floor"


def packages_have_owners(program: Program) -> Iterator[str]:
    """A package is imported by its owners only, and the ground imports none."""
    for module, found in _imports(program):
        package = found.target.split(".")[0]
        if package in OWNERS and module.room not in OWNERS[package]:
            owners = " and ".join(OWNERS[package])
            yield _says(module, found.line, f"imports {package}, which only {owners} may")
        elif package not in {NAME, *OWNERS, *sys.stdlib_module_names}:
            yield _says(module, found.line, f"imports {package}, which has no owner")


def composers_alone_make_parts(program: Program) -> Iterator[str]:
    """The data place, log, store, Qt application and command line are made in two modules."""
    for module in program:
        for name, line in module.calls():
            for origin, part in PARTS:
                is_part = name.startswith(f"{origin}.") and name.endswith(f".{part}")
                if is_part and not _may_make(module.name, origin):
                    makers = " and ".join(COMPOSERS)
                    yield _says(module, line, f"makes {part}, which only {makers} may")


def _may_make(module: str, origin: str) -> bool:
    return module in COMPOSERS or f"{module}.".startswith(f"{origin}.")


def no_late_imports(program: Program) -> Iterator[str]:
    """Imports stand at the top of a module, in plain words; composers may delay them."""
    for module, found in _imports(program):
        allowed = module.name in COMPOSERS or (module.name, found.target) in LATE
        if found.late and not allowed:
            yield _says(module, found.line, f"imports {found.target} inside a function")
        if found.target.startswith("."):
            yield _says(module, found.line, "imports by a relative name")
    for module in program:
        for name, line in module.calls():
            if name.startswith("importlib."):
                yield _says(module, line, f"imports by {name}")


def no_cycles(program: Program) -> Iterator[str]:
    """No module imports itself through others."""
    names = {module.name for module in program}
    graph = {
        module.name: sorted({found.target for found in module.imports} & names - {module.name})
        for module in program
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as fault:
        yield "a circle of imports: " + " ← ".join(fault.args[1])


def no_vague_names(program: Program) -> Iterator[str]:
    """No module is a drawer for what has no place."""
    for module in program:
        if module.name.split(".")[-1].strip("_") in VAGUE_NAMES:
            yield f"{module.name} has a name that says nothing"


def modules_are_short(program: Program) -> Iterator[str]:
    """A module that is too long wants a room of its own; so does a function."""
    for module in program:
        lines = len(module.text.splitlines())
        if lines > MOST_LINES:
            yield f"{module.name} has {lines} lines, and {MOST_LINES} are enough"
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > MOST_FUNCTION_LINES:
                    yield _says(module, node.lineno, f"{node.name} has {length} lines")


def no_changing_state(program: Program) -> Iterator[str]:
    """What a module binds at its top never changes: tables stay as written, nothing is rebound."""
    tables = {f"{module.name}.{name}" for module in program for name in _tables(module)}
    for module in program:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Global):
                yield _says(module, node.lineno, f"rebinds {', '.join(node.names)} as a global")
            for changed in _changed(node):
                own = f"{module.name}.{changed.id}" if isinstance(changed, ast.Name) else ""
                for table in sorted({own, module.full_name(changed)} & tables):
                    yield _says(module, changed.lineno, f"changes {table}")


def no_singletons(program: Program) -> Iterator[str]:
    """Modules bind constants and types; the one object they may hold is their logger."""
    for module in program:
        for statement in module.statements:
            for name in _bound(statement):
                if _is_variable(name) and not _is_expected(module, name):
                    yield _says(module, statement.lineno, f"holds {name}")


def _is_variable(name: str) -> bool:
    return name.lstrip("_")[:1].islower() and not name.startswith("__")


def _is_expected(module: Module, name: str) -> bool:
    in_migration = module.name.startswith(f"{NAME}.storage.migrations.")
    return name.strip("_") == "logger" or (in_migration and name in _ALEMBIC_NAMES)


def _tables(module: Module) -> Iterator[str]:
    for statement in module.statements:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and _is_table(statement.value):
            yield from _bound(statement)


def _is_table(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        made = value.func
        name = made.id if isinstance(made, ast.Name) else getattr(made, "attr", "")
        return name in _TABLE_MAKERS
    return isinstance(value, _TABLES)


def _bound(statement: ast.stmt) -> Iterator[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    if isinstance(statement, ast.AnnAssign | ast.AugAssign):
        targets = [statement.target]
    for target in targets:
        for node in ast.walk(target):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id


def _changed(node: ast.AST) -> Iterator[ast.expr]:
    """Yield what `node` changes in place: by a subscript, an operator or a method."""
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        yield node.value
    if isinstance(node, ast.AugAssign):
        yield node.target
    if isinstance(node, ast.Attribute) and node.attr in _CHANGES:
        yield node.value


def _imports(program: Program) -> Iterator[tuple[Module, Import]]:
    for module in program:
        for found in module.imports:
            yield module, found


def _room(name: str) -> str:
    return ".".join(name.split(".")[1:2])


def _says(module: Module, line: int, breach: str) -> str:
    return f"{module.name}, line {line}: {breach}"


RULES = (
    floors,
    window_floors,
    the_window_asks_services,
    everything_has_a_place,
    packages_have_owners,
    composers_alone_make_parts,
    no_late_imports,
    no_cycles,
    no_vague_names,
    modules_are_short,
    no_changing_state,
    no_singletons,
)
