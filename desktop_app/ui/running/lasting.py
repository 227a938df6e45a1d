"""Keeps None, True and False alive on Python 3.11, whose references PySide6 6.12 gives away.

That PySide6 is built as for Pythons where these objects are immortal (PEP 683, Python 3.12):
every call that returns nothing, and every emitted signal, drops one reference too many.  On
Python 3.11 the process would be aborted ("deallocating None") after some thousand calls.
"""

import ctypes
import sys

_PLENTY = 1 << 40


def make_singletons_last() -> None:
    """Give the objects that are never freed more references than can ever be dropped."""
    if sys.version_info >= (3, 12):
        return
    for one in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(one)).value += _PLENTY
