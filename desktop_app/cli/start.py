"""How the program starts: its window at once, everything else through the whole command line.

What commands need takes longer to load than the window takes to appear; a start without a command,
the usual one, does not wait for it.
"""

import gc
import os
import sys
from functools import partial
from pathlib import Path
from types import TracebackType

from desktop_app.cli.display import demand_display
from desktop_app.errors import EnvironmentFault
from desktop_app.paths import DataPlace, data_place

_DATA = "--data-dir"
_NO_PLUGINS = ("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else it opens all that is installed


def main(arguments: list[str] | None = None) -> int:
    """Run one call of the program, and return its exit status."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # one file that holds the program is also the process that sets pages
    os.environ.setdefault(*_NO_PLUGINS)
    place = _place_of_window(sys.argv[1:] if arguments is None else arguments)
    return _all(arguments) if place is None else _window(place, arguments)


def _place_of_window(words: list[str]) -> DataPlace | None:
    """Return the data that a window is asked for; None where anything else is asked for."""
    match words:
        case []:
            return data_place(None)
        case [option, folder] if option == _DATA and folder:
            return data_place(Path(folder))
        case _:
            return None


def _window(place: DataPlace, arguments: list[str] | None) -> int:
    try:
        demand_display()
        from desktop_app.ui.app import run
    except (EnvironmentFault, ImportError):
        return _all(arguments)  # which says why there is no window
    sys.excepthook = partial(_report, place)
    return run(place)


def _report(
    place: DataPlace,
    kind: type[BaseException],
    error: BaseException,
    traceback: TracebackType | None,
) -> None:
    """Report what stopped the window before it took care of bugs itself."""
    from desktop_app.cli.main import report_bug

    report_bug(place, kind, error, traceback)


def _all(arguments: list[str] | None) -> int:
    gc.disable()  # what is being loaded stays
    from desktop_app.cli.main import main as whole

    gc.enable()
    return whole(arguments)
