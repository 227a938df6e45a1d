"""Where the window is put together: it is shown first, and everything else is loaded after.

What stands at the top here is loaded before the first frame.
"""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.logs import log_bug, start_logging
from desktop_app.paths import DataPlace
from desktop_app.services.chosen_language import chosen_language
from desktop_app.ui import arriving
from desktop_app.ui.language import speak
from desktop_app.ui.look import theme
from desktop_app.ui.running.catching import BugCatcher
from desktop_app.ui.running.collecting import collect_seldom, spare_what_is_loaded
from desktop_app.ui.running.importing import import_plainly
from desktop_app.ui.running.loading import load_in_turns
from desktop_app.ui.running.one_window import claim
from desktop_app.ui.window import Foot, Window

SWITCH = 0.0005
"""Seconds until busy threads make room for the window's; Python's own 0.005 would be felt."""

if TYPE_CHECKING:
    from desktop_app.storage.store import Store
    from desktop_app.ui.home.home import Home
    from desktop_app.ui.office import Holding, Office
    from desktop_app.ui.photos.darkroom import Darkroom
    from desktop_app.ui.running.crash import CrashDialog
    from desktop_app.ui.running.tasks import Tasks


def run(place: DataPlace) -> int:
    """Open the window on the reports of `place`, and return the exit status once it is closed.

    Where a window is open on them already, it comes forward instead.
    """
    start_logging(place)
    app = begun(QApplication(sys.argv[:1]))
    claimed = claim(place)
    if claimed is None and _is_called(place):
        return 0
    window = opened(place)
    window.seen.connect(partial(QTimer.singleShot, 0, window, partial(_listen, place, window)))
    window.show()
    return app.exec()


def _is_called(place: DataPlace) -> bool:
    from desktop_app.ui.running.calling import call

    return call(place)


def _listen(place: DataPlace, window: Window) -> None:
    from desktop_app.ui.running.calling import listen

    listen(place, window).called.connect(window.come_forward)


def begun(app: QApplication) -> QApplication:
    """Give the program its name, its colours and its ways: all that the first frame needs."""
    import_plainly()
    sys.setswitchinterval(SWITCH)
    collect_seldom()
    app.setApplicationName("suanruam")
    theme.dress(app)
    return app


def prepared(app: QApplication) -> QApplication:
    """Give the program all of its look and ways, and Thai for its language until another is chosen."""
    speak("th")
    _finish(begun(app))
    return app


def _finish(app: QCoreApplication | None) -> None:
    from desktop_app.ui.running.lasting import make_singletons_last

    make_singletons_last()
    if isinstance(app, QApplication):
        theme.finish(app)


def opened(place: DataPlace) -> Window:
    """Return the window, ready to be shown; the reports come once the event loop runs."""
    speak(chosen_language(place))
    window = Window(place)
    catcher = BugCatcher(partial(log_bug, place), _crash_dialog, window)
    catcher.install()
    steps = (partial(_finish, QApplication.instance()), arriving.foot)
    furnish = partial(_furnish, window, place, catcher)
    window.seen.connect(partial(load_in_turns, window, steps, furnish))
    return window


def _crash_dialog(error: BaseException, log: Path | None, parent: QWidget) -> "CrashDialog":
    from desktop_app.ui.running.crash import CrashDialog

    return CrashDialog(error, log, parent)


def _furnish(window: Window, place: DataPlace, catcher: BugCatcher) -> None:
    """Put in what lies below every view, and load the first of them."""
    from desktop_app.ui.messages import MessageBar, WorkStrip
    from desktop_app.ui.running.job_bar import JobBar
    from desktop_app.ui.running.tasks import Tasks

    window.furnish(Foot(JobBar(), MessageBar(), WorkStrip()))
    tasks = Tasks(window)
    tasks.failed.connect(window.messages.say_fault)
    tasks.slow.connect(window.strip.setVisible)
    catcher.fault.connect(window.messages.say_fault)
    first = partial(_show_first, window, tasks, place)
    views = partial(load_in_turns, window, arriving.FIRST, first)
    tasks.read(window, arriving.base_of_first, lambda _: views())


def _show_first(window: Window, tasks: "Tasks", place: DataPlace) -> None:
    """Show all reports, as yet empty, and load the rest; what is asked for meanwhile is kept."""
    from desktop_app.ui.home.home import Home

    home = Home()
    asked: list[SignalInstance] = []
    for signal in home.early():
        signal.connect(partial(asked.append, signal))
    window.show_view(home)
    home.begin()
    begin = partial(_begin, window, tasks, home, asked)
    tasks.read(
        window,
        partial(loaded, place),
        lambda office: load_in_turns(window, arriving.REST, partial(begin, office)),
    )


def loaded(place: DataPlace) -> "Office":
    """Load what the views stand on, and return who they ask; away from the window's thread."""
    from desktop_app.services.press.room import PressRoom
    from desktop_app.ui.office import Office

    arriving.base()
    made = (partial(_store, place), PressRoom(place), _darkroom, partial(_held, place))
    return Office(place, *made)


def _held(place: DataPlace) -> "Holding":
    from desktop_app.storage.lock import DatabaseLock

    return DatabaseLock.take(place.database)


def _store(place: DataPlace) -> "Store":
    from desktop_app.storage.store import Store

    return Store.open(place.database, place.backups)


def _darkroom() -> "Darkroom":
    from desktop_app.pictures import photo

    return photo


def _begin(
    window: Window, tasks: "Tasks", home: "Home", asked: list[SignalInstance], office: "Office"
) -> None:
    """Serve what is shown, and do what was asked for last while nobody could."""
    from desktop_app.ui.desk.desk import Desk
    from desktop_app.ui.dialogs import Dialogs

    spare_what_is_loaded()
    desk = Desk(window, office, tasks, Dialogs())
    for catcher in window.findChildren(BugCatcher):
        catcher.rescue = desk.rescue
    desk.begin(home)
    if asked:
        asked[-1].emit()
