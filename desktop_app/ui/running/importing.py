"""How modules are imported once Qt is there: as Python does it by itself.

PySide replaces Python's import by its own, which reads the source of every module that is imported
and looks for the name of PySide in it, for a way of writing that nothing here uses.  It makes
everything that is loaded after the window half as slow again, while no other thread runs.
"""

import builtins


def import_plainly() -> None:
    """Put Python's own import back in its place, where PySide has kept it."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
