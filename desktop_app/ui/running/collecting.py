"""When Python looks for garbage: seldom, and never all of it while somebody types.

A search through everything that a long document left in memory takes 100 ms and more, in which
no thread runs.  The young generations stay automatic; the old one is searched on the window's
thread when a report is left.
"""

import gc

_YOUNG, _MIDDLE, _NEVER = 5_000, 20, 1_000_000


def collect_seldom() -> None:
    """Leave the old generation out of Python's automatic search."""
    gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)


def spare_what_is_loaded() -> None:
    """Leave modules and what they made out of every later search."""
    gc.freeze()


def collect_now() -> None:
    """Search everything; to be called where nobody waits for a letter to appear."""
    gc.collect()
